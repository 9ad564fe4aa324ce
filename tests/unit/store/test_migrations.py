"""Databases of every released version open today; a step is done whole, after a proved backup."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path

import apsw
import msgspec
import pytest

from desktop.domain.errors import Code, SoSenError
from desktop.store import migrations
from desktop.store.backup import list_backups
from desktop.store.checking import check_store
from desktop.store.file_names import DATABASE_NAME
from desktop.store.history import recent_history, record_history
from desktop.store.migrations import MIGRATIONS, Migration, migrate
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.schema import CURRENT_SCHEMA, schema_of
from desktop.store.sql import stream
from desktop.store.store import Store
from desktop.store.undo import next_undo
from tests.golden_databases.make_golden import shown
from tests.helpers.dumps import dump_file
from tests.helpers.offices import no_progress

GOLDEN = sorted((Path(__file__).parents[2] / "golden_databases").glob("schema_*.db.gz"))


def unpack(golden: Path, folder: Path) -> Path:
    folder.mkdir()
    path = folder / DATABASE_NAME
    path.write_bytes(gzip.decompress(golden.read_bytes()))
    return path


def add_column(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE task ADD COLUMN colour TEXT NOT NULL DEFAULT ''")


def fail_half_way(connection: apsw.Connection) -> None:
    add_column(connection)
    raise apsw.FullError("disk full")


NEXT = Migration(CURRENT_SCHEMA + 1, "add_colour", add_column)


def test_the_steps_are_numbered_without_a_gap() -> None:
    """The list in the code is the whole history of the tables."""
    assert [step.number for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
    assert len({step.name for step in MIGRATIONS}) == len(MIGRATIONS)
    assert len(MIGRATIONS) == CURRENT_SCHEMA


def test_there_is_a_golden_database_of_every_version() -> None:
    """Nobody changes the tables without keeping a file of the version before."""
    assert [path.name for path in GOLDEN] == [f"schema_{step.number}.db.gz" for step in MIGRATIONS]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_a_database_of_every_released_version_opens_today(golden: Path, tmp_path: Path) -> None:
    """Sound, with all its records, its dispute, its history and its undo list."""
    unpack(golden, tmp_path / "data")
    store = Store(tmp_path / "data")
    expected = msgspec.json.decode(golden.with_name(golden.name.replace(".db.gz", ".json")).read_bytes())
    assert schema_of(store.connection) == CURRENT_SCHEMA
    assert check_store(store, no_progress) == []
    found = msgspec.json.decode(msgspec.json.encode(shown(store)))
    for table, records in expected.items():
        assert [
            {name: one[name] for name in old} for old, one in zip(records, found[table], strict=True)
        ] == records
    assert [row.registers for row in conflict_rows(store)] == [("note",)]
    assert next_undo(store) is not None
    assert recent_history(store)
    store.close()


def test_no_line_of_the_old_history_is_lost(tmp_path: Path) -> None:
    """Step 2 keeps every line, own and received, with who, when, from where and what; and their order."""
    path = unpack(GOLDEN[0], tmp_path / "data")
    older = apsw.Connection(str(path))
    told = list(
        stream(older, "SELECT row_id, at, user, tbl, source, changes FROM history ORDER BY number DESC")
    )
    older.close()
    store = Store(tmp_path / "data")
    assert {source == "hand" for *_rest, source, _changes in told} == {True, False}
    for record_id in {line[0] for line in told}:
        before = [(*line[1:5], msgspec.json.decode(line[5])) for line in told if line[0] == record_id]
        lines = [
            (line.at, line.user, line.table, line.source, {k: list(v) for k, v in line.changes.items()})
            for line in record_history(store, record_id)
        ]
        assert lines[: len(before)] == before
        assert len(lines) <= len(before) + 1, "beside them only how the record came"
    store.close()


def test_before_a_step_the_data_is_backed_up(tmp_path: Path) -> None:
    """The backup is what the database was, and proved, before anything is changed."""
    path = unpack(GOLDEN[-1], tmp_path / "data")
    before = dump_file(path)
    connection = apsw.Connection(str(path))
    assert migrate(connection, tmp_path / "backups", (*MIGRATIONS, NEXT)) == [NEXT]
    connection.close()
    (backup,) = list_backups(tmp_path / "backups")
    assert backup.reason == f"schema-{CURRENT_SCHEMA}"
    assert dump_file(backup.path) == before
    assert [len(row) for row in dump_file(path)["task"]] == [len(row) + 1 for row in before["task"]]


def test_without_a_backup_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No room for the backup: the upgrade waits."""

    def full(*_args: object, **_named: object) -> None:
        raise SoSenError(Code.E_SPACE)

    monkeypatch.setattr(migrations, "make_backup", full)
    path = unpack(GOLDEN[-1], tmp_path / "data")
    content = path.read_bytes()
    connection = apsw.Connection(str(path))
    with pytest.raises(SoSenError):
        migrate(connection, tmp_path / "backups", (*MIGRATIONS, NEXT))
    connection.close()
    assert path.read_bytes() == content


def test_a_step_that_fails_leaves_the_old_version(tmp_path: Path) -> None:
    """Old or new, never between."""
    path = unpack(GOLDEN[-1], tmp_path / "data")
    before = dump_file(path)
    connection = apsw.Connection(str(path))
    with pytest.raises(SoSenError) as refusal:
        migrate(connection, tmp_path / "backups", (*MIGRATIONS, Migration(NEXT.number, "x", fail_half_way)))
    assert refusal.value.code is Code.E_SPACE
    assert schema_of(connection) == CURRENT_SCHEMA
    connection.close()
    assert dump_file(path) == before


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    """The first start makes no copy of nothing."""
    store = Store(tmp_path / "data", create=True)
    assert store.backups() == []
    assert schema_of(store.connection) == CURRENT_SCHEMA
    store.close()


def test_two_starts_at_once_do_not_trip_over_each_other(tmp_path: Path) -> None:
    """Two processes at the very first start: one makes the tables, the other finds them."""
    faults: list[BaseException] = []
    ready = threading.Barrier(4)

    def start() -> None:
        ready.wait()
        try:
            Store(tmp_path / "data", create=True).close()
        except BaseException as fault:  # noqa: BLE001  # the test looks at whatever it was
            faults.append(fault)

    threads = [threading.Thread(target=start) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
