"""Opening: the promises of every connection are in force, and what is not ours is refused as it is."""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from desktop.domain.entities import Body, Task
from desktop.domain.errors import Code, SoSenError
from desktop.store import database
from desktop.store.database import (
    APPLICATION_ID,
    MINIMUM_SQLITE,
    check_engine,
    check_place,
    settings_in_force,
    storage_errors,
)
from desktop.store.file_names import DATABASE_NAME
from desktop.store.schema import CURRENT_SCHEMA
from desktop.store.store import Store
from tests.helpers.dumps import whole_dump

COMMUNE = "30067-19840306"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "data", create=True)
    made.found(office=COMMUNE, device="d-may1")
    yield made
    made.close()


def refusal_of(folder: Path, *, create: bool = False) -> SoSenError:
    with pytest.raises(SoSenError) as refusal:
        Store(folder, create=create)
    return refusal.value


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def test_every_connection_keeps_the_promises(store: Store) -> None:
    """WAL, FULL, defensive settings: read back in this thread and in another with its own connection."""
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 0,
        "trusted_schema": 0,
        "temp_store": 2,
        "secure_delete": 1,
        "cell_size_check": 1,
    }
    found: list[dict[str, object]] = []

    def look() -> None:
        found.append(settings_in_force(store.database))
        store.close()

    other = threading.Thread(target=look)
    other.start()
    other.join()
    found.append(settings_in_force(store.database))
    for settings in found:
        version = str(settings.pop("sqlite"))
        assert tuple(map(int, version.split(".")))[:3] >= MINIMUM_SQLITE
        assert settings == expected
    with pytest.raises(apsw.Error):
        store.connection.execute("PRAGMA writable_schema=1; DELETE FROM sqlite_schema")


def test_a_setting_that_does_not_take_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Worse than a missing setting is one that silently is not in force."""
    monkeypatch.setitem(database._REQUIRED, "synchronous", 7)
    assert refusal_of(tmp_path, create=True).code is Code.E_ENGINE


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2", "3.7.0"])
def test_an_old_sqlite_is_refused(version: str) -> None:
    """Versions with the fault that corrupts databases are never used."""
    with pytest.raises(SoSenError) as refusal:
        check_engine(version)
    assert refusal.value.code is Code.E_ENGINE
    assert refusal.value.params["found"] == version


def test_new_versions_of_sqlite_are_taken() -> None:
    """The first sound one and all later ones."""
    for version in ("3.51.3", "3.53.0", "3.54.0.1", "4.0.0"):
        check_engine(version)


def test_an_empty_folder_holds_no_data(tmp_path: Path) -> None:
    """Said as it is; nothing is made by just looking."""
    assert refusal_of(tmp_path / "nowhere").code is Code.E_NO_DATA
    assert not (tmp_path / "nowhere").exists()


def test_another_program_s_database_stays_as_it_is(tmp_path: Path) -> None:
    """A file that only looks like ours is refused, byte for byte as it was."""
    path = tmp_path / DATABASE_NAME
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE song (title); PRAGMA application_id=7")
    connection.close()
    before = hashes(tmp_path)
    assert refusal_of(tmp_path).code is Code.E_DATA_DAMAGED
    assert refusal_of(tmp_path, create=True).code is Code.E_DATA_DAMAGED
    assert hashes(tmp_path) == before


def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path) -> None:
    """Also one without any SQLite in it, and one cut off."""
    path = tmp_path / DATABASE_NAME
    path.write_bytes(b"Day la mot tep khac. " * 100)
    before = hashes(tmp_path)
    assert refusal_of(tmp_path).code is Code.E_DATA_DAMAGED
    assert hashes(tmp_path) == before


def test_a_newer_database_is_refused_and_left_alone(store: Store, tmp_path: Path) -> None:
    """An older program never touches what a newer one wrote, with or without a write-ahead log beside it."""
    store.connection.execute(f"PRAGMA user_version={CURRENT_SCHEMA + 1}")
    copied = tmp_path / "copied"
    copied.mkdir()
    for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal"):
        (copied / name).write_bytes((store.folder / name).read_bytes())
    store.close()
    for folder in (store.folder, copied):
        before = hashes(folder)
        error = refusal_of(folder)
        assert error.code is Code.E_DATA_NEWER
        assert error.params["found"] == CURRENT_SCHEMA + 1
        left = hashes(folder)
        assert {name: left.get(name) for name in before} == before
        assert not (folder / "backups").exists()


def test_an_unfinished_file_is_finished(tmp_path: Path) -> None:
    """Stopped at the very first start, before the tables: the next start makes them."""
    (tmp_path / DATABASE_NAME).touch()
    Store(tmp_path).close()
    connection = apsw.Connection(str(tmp_path / DATABASE_NAME))
    assert connection.execute("PRAGMA application_id").get == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").get == CURRENT_SCHEMA
    connection.close()


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """The write-ahead log needs one computer's memory: on a share it would lose data."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(database, "_mounted_type", lambda _path: kind)
    assert refusal_of(tmp_path / "data", create=True).code is Code.E_PLACE
    assert not (tmp_path / "data" / DATABASE_NAME).exists()


def test_the_deepest_mount_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A share mounted below a local folder is found, with spaces in its name, also behind a link."""
    share = tmp_path / "o dia mang"
    share.mkdir()
    mounts = tmp_path / "mounts"
    escaped = str(share.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n//may/chia {escaped} cifs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(database, "_MOUNTS", mounts)
    with pytest.raises(SoSenError):
        check_place(share / "data")
    check_place(tmp_path / "data")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (apsw.FullError("full"), Code.E_SPACE),
        (apsw.BusyError("busy"), Code.E_BUSY),
        (apsw.CorruptError("malformed"), Code.E_DATA_DAMAGED),
        (apsw.IOError("io"), Code.E_IO),
        (OSError(28, "No space left on device"), Code.E_SPACE),
        (PermissionError(13, "denied"), Code.E_IO),
    ],
)
def test_the_disk_s_faults_become_refusals(error: Exception, code: Code) -> None:
    """What the disk says reaches the clerk as a sentence, not as a traceback."""
    with pytest.raises(SoSenError) as refusal, storage_errors():
        raise error
    assert refusal.value.code is code


def test_a_fault_of_the_program_is_not_hidden() -> None:
    """Wrong SQL is a bug and must look like one."""
    with pytest.raises(apsw.SQLError), storage_errors():
        raise apsw.SQLError("no such column")


def test_a_second_writer_is_told_that_somebody_is_writing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process holds the lock: E_BUSY after the waiting time, and nothing is half done."""
    monkeypatch.setitem(database._TUNING, "busy_timeout", 0)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    second = Store(store.folder)
    before = whole_dump(store)
    with store.writing():
        with pytest.raises(SoSenError) as refusal, second.work(user="Hai", label="x") as work:
            work.add(Task(title="Hai", scope=COMMUNE))
        assert refusal.value.code is Code.E_BUSY
    assert whole_dump(store) == before
    second.close()


def test_another_thread_s_writers_are_known_at_once(store: Store) -> None:
    """While one thread imports, another saves: neither mistakes the numbers of writers that the other met."""
    with store.work(user="Một", label="x") as work:
        body = work.add(Body(name="Ban", scope=COMMUNE))

    def retire_and_save() -> None:
        with store.writing():
            store.writers.retire_own()
        with store.work(user="Hai", label="x") as work:
            work.save(body.replace(name="Ban mới"))
        store.close()

    other = threading.Thread(target=retire_and_save)
    other.start()
    other.join()
    assert len(store.writers.vector(COMMUNE)) == 2
    with store.work(user="Một", label="x") as work:
        work.save(store.get(Body, body.id).replace(name="Ban cũ"))
    assert store.get(Body, body.id).name == "Ban cũ"


def test_a_part_of_a_transaction_is_undone_alone(store: Store) -> None:
    """An inner step that fails leaves the outer one whole, and the writers it met are forgotten."""
    with store.writing():
        store.set_meta("a", "1")
        with suppress(KeyError), store.writing():
            store.set_meta("a", "2")
            raise KeyError
        store.set_meta("b", "3")
    assert (store.meta("a"), store.meta("b")) == ("1", "3")


def test_a_snapshot_sees_one_moment(store: Store) -> None:
    """A summary read in several steps fits together although somebody saves meanwhile."""
    other = Store(store.folder)
    with store.snapshot():
        assert store.select(Body) == []
        with other.work(user="Hai", label="x") as work:
            work.add(Body(name="Ban", scope=COMMUNE))
        assert store.select(Body) == []
    assert len(store.select(Body)) == 1
    other.close()


def test_a_data_folder_that_cannot_be_written_is_told_apart(tmp_path: Path) -> None:
    """A right that is missing is no stick pulled out: the clerk is told whom to ask for what."""
    Store(tmp_path / "data", create=True).close()
    reading = apsw.Connection(str(tmp_path / "data" / DATABASE_NAME), flags=apsw.SQLITE_OPEN_READONLY)
    with pytest.raises(SoSenError) as refusal, storage_errors():
        reading.execute("DELETE FROM task")
    reading.close()
    assert (refusal.value.code, refusal.value.params["reason"]) == (Code.E_IO, "read_only")


def test_a_checkpoint_apart_comes_after_the_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large commit is on disk before its pages are moved; between them whoever waits is told."""
    monkeypatch.setattr(database, "CHECKPOINT_PAGES", 1)
    path = tmp_path / "sosen.db"
    opened = database.open_database(path, newest_schema=1)
    seen: list[tuple[list[tuple[object, ...]], int]] = []

    def sign() -> None:
        other = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        seen.append((list(other.execute("SELECT x FROM t")), path.stat().st_size))
        other.close()

    connection = opened.raw()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with database.checkpoint_apart(connection, sign):
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (1)")
    assert seen[0][0] == [(1,)]
    assert path.stat().st_size > seen[0][1], "the pages are moved after the sign"
    assert connection.execute("PRAGMA wal_autocheckpoint").get == 1, "from now on as ever"
    opened.close()
