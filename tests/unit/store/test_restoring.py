"""Going back to a backup: all of it or nothing, and nothing that stood there is lost."""

from __future__ import annotations

import gzip
import itertools
import os
import pathlib
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.store import restoring
from desktop.store.file_names import DATABASE_NAME, TO_BE_DATABASE
from desktop.store.proving import prove_backup
from desktop.store.restoring import databases_aside, finish_putting_back, newest_sound, put_back
from desktop.store.store import Store
from desktop.usecases.edit_records import add_record
from desktop.usecases.import_bundle import clear_spool
from desktop.usecases.office import Office, open_office
from desktop.usecases.parking import drop_parked, sweep_parked
from desktop.usecases.restore_backup import look_at_backup, restore_backup
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, make_network
from tests.helpers.offices import no_progress
from tests.helpers.power_cut import read_files

GOLDEN = sorted((Path(__file__).parents[2] / "golden_databases").glob("schema_*.db.gz"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An office with a backup, and a task after it."""
    network = make_network(tmp_path)
    office = network["X1"]
    add_record(office, Task(title="Trước"))
    office.store.back_up("hand")
    add_record(office, Task(title="Sau"))
    network.close()
    return tmp_path / "X1"


def backup_of(place: Path) -> Path:
    return newest_sound(place / "data" / "backups").path


def titles(place: Path) -> set[str]:
    office: Office = open_office(place / "data", place / "profile")
    try:
        return {task.title for task in office.store.select(Task)}
    finally:
        office.close()


def test_the_data_is_that_of_the_backup_and_the_earlier_file_is_kept(place: Path) -> None:
    before = (place / "data" / DATABASE_NAME).read_bytes()
    aside = put_back(place / "data", backup_of(place), no_progress)
    assert (aside / DATABASE_NAME).read_bytes() == before
    assert titles(place) == {"Trước"}


def test_every_earlier_file_is_kept_however_often_one_goes_back(place: Path) -> None:
    backup = backup_of(place)
    asides = {put_back(place / "data", backup, no_progress) for _ in range(3)}
    assert len(asides) == 3
    assert all((aside / DATABASE_NAME).exists() for aside in asides)


def test_a_file_system_without_second_names_keeps_a_copy(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_places: object) -> None:
        raise OSError("no links on FAT")

    monkeypatch.setattr("os.link", refuse)
    before = (place / "data" / DATABASE_NAME).read_bytes()
    aside = put_back(place / "data", backup_of(place), no_progress)
    assert (aside / DATABASE_NAME).read_bytes() == before
    assert titles(place) == {"Trước"}


def test_what_the_power_cut_left_undone_is_done_at_the_next_start(place: Path) -> None:
    shutil.copyfile(backup_of(place), place / "data" / TO_BE_DATABASE)
    assert titles(place) == {"Trước"}
    assert not (place / "data" / TO_BE_DATABASE).exists()


def a_stop(_done: int, _total: int | None) -> None:
    raise CancelledError


def test_stopped_on_the_way_all_is_as_before(place: Path) -> None:
    before = read_files(place)
    with pytest.raises(CancelledError):
        put_back(place / "data", backup_of(place), a_stop)
    assert read_files(place) == before


@pytest.mark.parametrize("harm", ["cut", "text", "page"])
def test_a_backup_that_is_not_whole_is_refused_and_all_is_as_before(place: Path, harm: str) -> None:
    backup = backup_of(place)
    content = backup.read_bytes()
    harmed = {
        "cut": content[: len(content) // 2],
        "text": b"not a database at all" * 40,
        "page": content[:8192] + bytes([0xA5]) * 4096 + content[12288:],
    }
    backup.write_bytes(harmed[harm])
    before = read_files(place)
    with pytest.raises(SoSenError) as refused:
        put_back(place / "data", backup, no_progress)
    assert refused.value.code is Code.E_BACKUP
    assert read_files(place) == before
    with pytest.raises(SoSenError) as none:
        newest_sound(place / "data" / "backups")
    assert none.value.params["reason"] == "none"


FORGED_ROOTS = '["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]'
ALTERED = {
    "trigger": ["CREATE TRIGGER z AFTER INSERT ON body BEGIN UPDATE task SET alive = 0; END"],
    "view": ["ALTER TABLE task RENAME TO task_", "CREATE VIEW task AS SELECT * FROM task_"],
    "virtual table": ["CREATE VIRTUAL TABLE more USING fts5(words)"],
    "table": ["CREATE TABLE more (words TEXT)"],
    "index": ["CREATE INDEX more ON task (hex(title))"],
    "column": ["ALTER TABLE task ADD COLUMN more TEXT DEFAULT 'x'"],
    "dropped": ["DROP TABLE sync_peer"],
    "statistics": ["ANALYZE"],
}


def craft(backup: Path, statements: Sequence[str]) -> None:
    connection = apsw.Connection(str(backup))
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("harm", ALTERED)
def test_a_backup_with_anything_of_somebody_else_s_in_it_is_refused(place: Path, harm: str) -> None:
    """A chosen file runs nothing: it holds our tables, word for word, and nothing besides."""
    backup = backup_of(place)
    craft(backup, ALTERED[harm])
    before = read_files(place)
    with pytest.raises(SoSenError) as refused:
        put_back(place / "data", backup, no_progress)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_BACKUP, "altered")
    assert read_files(place) == before


@pytest.mark.parametrize("number", [0, -1])
def test_a_backup_that_denies_its_version_is_refused(place: Path, number: int) -> None:
    """Else a start would make all tables a second time."""
    backup = copied_out(place)
    craft(backup, [f"PRAGMA user_version={number}"])
    with pytest.raises(SoSenError) as refused:
        put_back(place / "data", backup, no_progress)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_BACKUP, "unsound")


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_a_backup_of_every_released_version_is_taken(place: Path, tmp_path: Path, golden: Path) -> None:
    """Years later the oldest backup on a stick is still a way back."""
    older = tmp_path / "older.db"
    older.write_bytes(gzip.decompress(golden.read_bytes()))
    prove_backup(older)
    put_back(place / "data", older, no_progress)


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_data_brought_up_to_date_makes_backups_that_are_taken(tmp_path: Path, golden: Path) -> None:
    """Tables that grew step by step read like those made at once."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / DATABASE_NAME).write_bytes(gzip.decompress(golden.read_bytes()))
    store = Store(tmp_path / "data")
    prove_backup(store.back_up("hand").path)
    store.close()


def copied_out(place: Path) -> Path:
    """The backup on a stick."""
    return shutil.copyfile(backup_of(place), place.parent / "stick.db")


def test_a_backup_of_another_office_is_refused_and_told_whose_it_is(place: Path) -> None:
    """A mistaken file does not turn one commune's computer into another's."""
    backup = copied_out(place)
    craft(backup, [f"UPDATE meta SET value = '{COMMUNE_Y}' WHERE name = 'office'"])
    before = read_files(place)
    with pytest.raises(SoSenError) as refused:
        restore_backup(place / "data", backup, no_progress)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_BACKUP, "other_office")
    assert refused.value.params["unit_name"] == COMMUNE_Y
    assert read_files(place) == before


def test_a_backup_that_trusts_other_roots_is_refused(place: Path) -> None:
    """Nobody enrols computers of his own here by way of a backup."""
    backup = copied_out(place)
    restore_backup(place / "data", backup, no_progress)
    craft(backup, [f"UPDATE meta SET value = '{FORGED_ROOTS}' WHERE name = 'pinned_roots'"])
    before = read_files(place)
    with pytest.raises(SoSenError) as refused:
        restore_backup(place / "data", backup, no_progress)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_BACKUP, "other_roots")
    assert read_files(place) == before


def test_own_backups_from_before_the_roots_changed_are_taken(place: Path) -> None:
    """After a recovery with the spare key the earlier backups of this computer still help."""
    craft(backup_of(place), [f"UPDATE meta SET value = '{FORGED_ROOTS}' WHERE name = 'pinned_roots'"])
    restore_backup(place / "data", backup_of(place), no_progress)


def test_where_the_data_cannot_say_whose_it_is_the_backup_does(place: Path) -> None:
    backup = copied_out(place)
    (place / "data" / DATABASE_NAME).write_bytes(b"no header of a database")
    assert look_at_backup(backup).unit == COMMUNE_X
    assert [one.name for one in place.parent.glob("stick*")] == ["stick.db"], "a locked stick can be read too"
    restore_backup(place / "data", backup, no_progress)
    assert titles(place) == {"Trước"}


@pytest.mark.parametrize("id_", ["aa", "../../victim", "{victim}"])
def test_a_path_in_a_backup_deletes_no_file(place: Path, id_: str) -> None:
    """Giving a parked bundle up, or sweeping after a start, touches the folder of parked bundles alone."""
    victim = place.parent / "victim.goi"
    victim.write_text("precious")
    id_ = id_.replace("{victim}", str(victim.with_suffix("")))
    backup = copied_out(place)
    row = f"'{victim}', 1, 'E_GAP', '{{}}'"
    craft(backup, [f"INSERT INTO sync_parked VALUES ('{id_}', {row})"])
    craft(
        backup,
        [f"INSERT INTO sync_log VALUES ('{id_}', 0, 1, 'd', 'u', 1, 'UNDONE', 0, 0, '', 0, '', '{{}}')"],
    )
    restore_backup(place / "data", backup, no_progress)
    office = open_office(place / "data", place / "profile")
    drop_parked(office, id_)
    sweep_parked(office)
    clear_spool(office)
    office.close()
    assert victim.read_text() == "precious"


def test_a_backup_of_a_newer_program_is_refused(place: Path) -> None:
    backup = backup_of(place)
    connection = apsw.Connection(str(backup))
    connection.execute("PRAGMA user_version=9999")
    connection.close()
    with pytest.raises(SoSenError) as refused:
        put_back(place / "data", backup, no_progress)
    assert refused.value.code is Code.E_DATA_NEWER


def test_a_full_disk_is_told_before_anything_is_written(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup, before = backup_of(place), read_files(place)
    usage = shutil.disk_usage(place)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=1000))
    with pytest.raises(SoSenError) as refused:
        put_back(place / "data", backup, no_progress)
    assert refused.value.code is Code.E_SPACE
    assert read_files(place) == before


@pytest.fixture
def crashed(place: Path, tmp_path: Path) -> Path:
    """The same office after a crash: the last task stands only in the log beside its database."""
    office = open_office(place / "data", place / "profile")
    add_record(office, Task(title="Chỉ trong nhật ký"))
    shutil.copytree(place, tmp_path / "crashed")
    office.close()
    assert (tmp_path / "crashed" / "data" / f"{DATABASE_NAME}-wal").stat().st_size > 0
    return tmp_path / "crashed"


def test_what_stood_only_in_the_log_is_there_when_one_returns_from_a_backup(crashed: Path) -> None:
    """The computer crashed, the clerk took a backup, and then rather the data as it was: all of it."""
    aside = put_back(crashed / "data", backup_of(crashed), no_progress)
    assert titles(crashed) == {"Trước"}
    before = {path.name: path.read_bytes() for path in aside.iterdir()}
    put_back(crashed / "data", aside / DATABASE_NAME, no_progress)
    assert titles(crashed) == {"Trước", "Sau", "Chỉ trong nhật ký"}
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == before, "what is kept stays as it is"


def test_a_log_left_by_an_earlier_try_is_written_into_nothing(crashed: Path) -> None:
    """A power cut in an earlier try left its copies; the next one does not mix them with another database."""
    data = crashed / "data"
    shutil.copyfile(data / f"{DATABASE_NAME}-wal", data / f"{DATABASE_NAME}.part-wal")
    put_back(data, backup_of(crashed), no_progress)
    assert titles(crashed) == {"Trước"}
    assert [path.name for path in data.iterdir() if ".part" in path.name] == []


@pytest.mark.parametrize("step", ["os.link", "pathlib.Path.replace", "desktop.store.restoring.sync_folder"])
@pytest.mark.parametrize("count", range(4))
def test_wherever_it_stops_the_newest_folder_holds_the_database_with_its_log(
    crashed: Path, monkeypatch: pytest.MonkeyPatch, step: str, count: int
) -> None:
    """The next start goes on; whoever returns to what was set aside finds the last minutes too."""
    data = crashed / "data"
    shutil.copyfile(backup_of(crashed), data / TO_BE_DATABASE)
    stop_at(monkeypatch, step, count)
    with suppress(KeyboardInterrupt):
        finish_putting_back(data)
    monkeypatch.undo()
    if (data / TO_BE_DATABASE).exists():
        finish_putting_back(data)
    assert titles(crashed) == {"Trước"}
    put_back(data, databases_aside(data)[-1], no_progress)
    assert titles(crashed) == {"Trước", "Sau", "Chỉ trong nhật ký"}


def stop_at(monkeypatch: pytest.MonkeyPatch, step: str, count: int) -> None:
    """The process is gone when it takes this step for the time after ``count`` times."""
    module, name = step.rsplit(".", 1)
    owner = pathlib.Path if module == "pathlib.Path" else os if module == "os" else restoring
    real, left = getattr(owner, name), itertools.count()

    def counted(*arguments: object) -> object:
        if next(left) == count:
            raise KeyboardInterrupt
        return real(*arguments)

    monkeypatch.setattr(owner, name, counted)
