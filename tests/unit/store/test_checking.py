"""Doctor: every kind of damage is planted, found and named; a sound database is left in peace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.cli import words
from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError
from desktop.store.checking import Damage, check_store, count_rows
from desktop.store.store import Store
from desktop.usecases.check_database import REMEDIES, Remedy, check_database
from desktop.usecases.edit_records import add_record, change_fields
from tests.helpers.dumps import whole_dump
from tests.helpers.network import Network, make_network
from tests.helpers.offices import no_progress


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Network, Path]]:
    """A computer with own and received rows, a dispute, a row of a newer program, an evidence file."""
    network = make_network(tmp_path_factory.mktemp("network"))
    office = network["X1"]
    task = add_record(office, Task(title="Làm đường"))
    network.settle()
    change_fields(office, Task, task.id, {"note": "Máy 1"})
    change_fields(network["X2"], Task, task.id, {"note": "Máy 2"})
    network.settle()
    add_record(office, Task(title="Làm cầu"))
    execute = office.store.connection.execute
    execute("INSERT INTO other_row VALUES ('hamlet', 'a1', ?, '[[1,1,5,{\".\":1}]]')", (office.unit_id,))
    execute("INSERT INTO sync_dot VALUES (1, 1, 'hamlet', 'a1')")
    content = b"bien ban"
    files = office.store.folder / "files"
    files.mkdir()
    (files / sha256(content).hexdigest()).write_bytes(content)
    execute("INSERT INTO blob VALUES (?, ?, 1)", (sha256(content).hexdigest(), len(content)))
    backup = office.store.back_up("test").path
    yield network, backup
    network.close()


@pytest.fixture
def store(founded: tuple[Network, Path], tmp_path: Path) -> Iterator[Store]:
    network, backup = founded
    data = tmp_path / "data"
    (data / "files").mkdir(parents=True)
    (data / "sosen.db").write_bytes(backup.read_bytes())
    for path in (network["X1"].store.folder / "files").iterdir():
        (data / "files" / path.name).write_bytes(path.read_bytes())
    made = Store(data)
    yield made
    made.close()


def sql(statement: str) -> Callable[[Store], None]:
    def run(store: Store) -> None:
        store.connection.execute(statement)

    return run


def break_structure(store: Store) -> None:
    store.connection.execute("PRAGMA ignore_check_constraints=1")
    path = store.folder / "sosen.db"
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    page = store.connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'history_row'").get
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 * (page - 1) + 8 : 4096 * (page - 1) + 200] = b"\xff" * 192
    path.write_bytes(content)


def lose_file(store: Store) -> None:
    next((store.folder / "files").iterdir()).unlink()


def change_file(store: Store) -> None:
    next((store.folder / "files").iterdir()).write_bytes(b"khac")


PLANTED = [
    (Damage.FILE_STRUCTURE, break_structure),
    (Damage.VALUE_WITHOUT_STAMP, sql("UPDATE task SET expected_product = 'sửa bằng tay'")),
    (Damage.CHANGED_VALUE, sql("UPDATE task SET title = 'sửa bằng tay'")),
    (Damage.CHANGED_VALUE, sql("UPDATE task SET alive = 0")),
    (Damage.SEARCH_KEY, sql("UPDATE task SET search_key = 'khac'")),
    (Damage.UNREADABLE_STAMPS, sql("UPDATE task SET stamps = 'x'")),
    (Damage.UNREADABLE_STAMPS, sql("UPDATE task SET stamps = '[[1,1,5,[\"no_such_field\"]]]'")),
    (Damage.UNREADABLE_STAMPS, sql("UPDATE other_row SET stamps = '{}'")),
    (Damage.UNKNOWN_COMMIT, sql("DELETE FROM sync_commit WHERE n = 1")),
    (Damage.UNKNOWN_COMMIT, sql("UPDATE task SET scope = '30043-19840306'")),
    (Damage.NOT_INDEXED, sql("DELETE FROM sync_dot WHERE tbl = 'task'")),
    (Damage.NOT_INDEXED, sql("DELETE FROM sync_dot WHERE tbl = 'hamlet'")),
    (Damage.MISSING_ROW, sql("DELETE FROM task")),
    (Damage.SURPLUS_INDEX, sql("INSERT INTO sync_dot SELECT 1, 99, 'task', id FROM task LIMIT 1")),
    (Damage.SURPLUS_INDEX, sql("INSERT INTO sync_dot VALUES (9, 1, 'hamlet', 'a1')")),
    (Damage.VECTOR_TOO_HIGH, sql("UPDATE sync_vv SET n = n + 1")),
    (Damage.VECTOR_TOO_HIGH, sql("INSERT INTO sync_vv VALUES (99, 1, 'a1')")),
    (Damage.MISSING_HISTORY, sql("DELETE FROM history")),
    (Damage.UNREADABLE_HISTORY, sql("UPDATE taken_page SET content = 'x'")),
    (Damage.CHANGED_VALUE, sql("UPDATE taken_page SET content = replace(content, 'Máy 2', 'Máy 3')")),
    (Damage.BROKEN_CHAIN, sql("UPDATE sync_vv SET n = n + 1")),
    (Damage.BROKEN_CHAIN, sql("UPDATE sync_vv SET h = 'a1'")),
    (Damage.BROKEN_CHAIN, sql("DELETE FROM sync_vv")),
    (Damage.BROKEN_CHAIN, sql("DELETE FROM sync_commit WHERE n = 1")),
    (Damage.MISSING_FILE, lose_file),
    (Damage.CHANGED_FILE, change_file),
]


def test_a_sound_database_is_called_sound(store: Store) -> None:
    """Own and received rows, disputes, rows of a newer program, files: no complaint, and no change."""
    before = whole_dump(store)
    assert check_store(store, no_progress) == []
    assert whole_dump(store) == before
    assert count_rows(store)["task"] == 2


@pytest.mark.parametrize(("damage", "plant"), PLANTED, ids=lambda value: str(getattr(value, "value", "")))
def test_damage_is_named(store: Store, damage: Damage, plant: Callable[[Store], None]) -> None:
    """The kind and the place, so that a person can be told what to do; never a traceback."""
    plant(store)
    found = check_store(store, no_progress)
    assert damage in {finding.damage for finding in found}
    assert all(finding.place for finding in found)


def test_every_kind_of_damage_is_tried() -> None:
    """No kind that nothing can cause, none that was never seen to be found."""
    assert {damage for damage, _plant in PLANTED} == set(Damage)


def test_every_kind_of_damage_has_its_words_and_remedy() -> None:
    """A person is told what it is and what to do, whatever is found."""
    assert set(REMEDIES) == set(words.DAMAGES) == set(Damage)
    assert set(words.REMEDIES) == set(Remedy) == set(REMEDIES.values())


def test_the_place_is_the_record(store: Store) -> None:
    """Of many rows the one that is wrong."""
    record = store.select(Task)[0].id
    store.connection.execute("UPDATE task SET title = 'x' WHERE id = ?", (record,))
    places = {(finding.damage, finding.place, finding.detail) for finding in check_store(store, no_progress)}
    assert (Damage.CHANGED_VALUE, f"task {record}", "title") in places
    assert {place for _damage, place, _detail in places} == {f"task {record}"}


def test_the_check_can_be_stopped(store: Store) -> None:
    """A long check stops at the next sign, and the connection is free again."""

    def stop(_done: int, _total: int | None) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        check_store(store, stop)
    assert not store.connection.in_transaction


def test_the_report_has_stable_keys(founded: tuple[Network, Path]) -> None:
    """What scripts read."""
    report = check_database(founded[0]["X1"], no_progress).as_json()
    assert sorted(report) == ["enrolled", "findings", "rows", "scarce_space", "settings", "sound"]
    assert (report["sound"], report["enrolled"], report["findings"]) == (True, True, [])
