"""Backups: proved before they have a name, whole although somebody writes, and they restore."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store import backup as backups
from desktop.store.backup import KEPT, list_backups, make_backup
from desktop.store.checking import check_store
from desktop.store.file_names import DATABASE_NAME
from desktop.store.store import Store
from tests.helpers.dumps import dump_file, whole_dump
from tests.helpers.offices import no_progress

COMMUNE = "30067-19840306"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "data", create=True)
    made.found(office=COMMUNE, device="d-may1")
    add(made, "Một")
    yield made
    made.close()


def add(store: Store, title: str) -> None:
    with store.work(user="Hồng", label="add_record") as work:
        work.add(Task(title=title, scope=COMMUNE))


def test_a_backup_holds_everything_and_stands_alone(store: Store) -> None:
    """Every table, row for row; one file, without a write-ahead log that could be left behind."""
    made = store.back_up("hand")
    assert dump_file(made.path) == whole_dump(store)
    assert [path.name for path in made.path.parent.iterdir()] == ["sosen-000001-hand.db"]
    assert made.size == made.path.stat().st_size


def test_a_backup_restores(store: Store, tmp_path: Path) -> None:
    """Put in place of the database it opens, sound, with what was there then."""
    made = store.back_up("hand")
    before = whole_dump(store)
    add(store, "Sau bản sao")
    folder = tmp_path / "restored"
    folder.mkdir()
    shutil.copyfile(made.path, folder / DATABASE_NAME)
    restored = Store(folder)
    assert whole_dump(restored) == before
    assert check_store(restored, no_progress) == []
    restored.close()


def test_numbers_rise_whatever_the_clock_says(store: Store) -> None:
    """The newest is the one with the highest number, and it is never removed."""
    newest = [store.back_up("start") for _number in range(KEPT + 3)][-1]
    kept = store.backups()
    assert [one.number for one in kept] == list(range(KEPT + 3, 3, -1))
    assert kept[0] == newest


def test_a_save_during_the_backup_is_no_fault(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves between copying and proving: the backup is good, it holds what was there."""
    prove = backups._prove

    def save_first(part: Path, commits: int) -> None:
        add(store, "Trong lúc sao lưu")
        prove(part, commits)

    monkeypatch.setattr(backups, "_prove", save_first)
    assert store.back_up("hand").path.exists()


def refusal_of(store: Store) -> Code:
    with pytest.raises(SoSenError) as refusal:
        store.back_up("hand")
    assert list_backups(store.backups_folder) == []
    assert not list(store.backups_folder.glob("*.part"))
    return refusal.value.code


def test_a_copy_that_does_not_prove_is_no_backup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad disk under the copy: said at once, not on the day of need."""
    copy = backups._copy

    def damage(connection: apsw.Connection, part: Path) -> None:
        copy(connection, part)
        content = bytearray(part.read_bytes())
        content[4096 * 3 : 4096 * 4] = bytes(4096)
        part.write_bytes(content)

    monkeypatch.setattr(backups, "_copy", damage)
    assert refusal_of(store) is Code.E_BACKUP


def test_a_copy_with_commits_missing_is_no_backup(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older copy under the new name would be found out."""
    copy = backups._copy

    def lose(connection: apsw.Connection, part: Path) -> None:
        copy(connection, part)
        older = apsw.Connection(str(part))
        older.execute("DELETE FROM sync_commit")
        older.close()

    monkeypatch.setattr(backups, "_copy", lose)
    assert refusal_of(store) is Code.E_BACKUP


@pytest.mark.parametrize(
    ("fault", "code"), [(OSError(28, "no space"), Code.E_SPACE), (OSError(5, "input/output"), Code.E_BACKUP)]
)
def test_the_disk_s_faults_are_told(
    store: Store, monkeypatch: pytest.MonkeyPatch, fault: OSError, code: Code
) -> None:
    """Full or broken: a sentence, and no half file under a good name."""

    def fail(_path: Path) -> None:
        raise fault

    monkeypatch.setattr(backups, "sync_file", fail)
    assert refusal_of(store) is code


def test_a_disk_that_is_too_small_is_noticed_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy is not even begun."""
    usage = shutil.disk_usage(store.folder)._replace(free=10_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    assert refusal_of(store) is Code.E_SPACE


def test_what_an_interrupted_backup_left_does_no_harm(store: Store) -> None:
    """A part from a power cut is written anew, and is never listed."""
    store.backups_folder.mkdir()
    (store.backups_folder / "sosen-000001-hand.part").write_bytes(b"half")
    assert store.backups() == []
    made = make_backup(store.connection, store.backups_folder, reason="hand")
    assert dump_file(made.path) == whole_dump(store)


def test_an_old_backup_that_a_scanner_holds_stays_and_the_new_one_counts(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It goes with the next backup; today's is whole, and nobody is frightened."""
    for _backup in range(KEPT):
        store.back_up("hand")
    removed = Path.unlink

    def held(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".db":
            raise PermissionError(errno.EACCES, "in use", str(path))
        removed(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", held)
        made = store.back_up("hand")
    assert made.path.exists()
    assert len(store.backups()) == KEPT + 1
    store.back_up("hand")
    assert len(store.backups()) == KEPT
