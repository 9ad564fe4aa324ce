"""Putting a proved backup in the place of the data; what stood there is kept aside and never deleted.

Two files must change together: the database, and the log beside it, which SQLite would write into whatever
database it finds there.  So the copy of the backup is proved first and then gets a name that says it is to
take the database's place: that one step decides.  What follows is done at once or, when the power went, by
the next start (reliability.md, I10): the log is set aside, the old database gets a second name, the new one
takes its name.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import apsw

from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import discard, take_name
from desktop.store.backup import Backup, list_backups, sync_file, sync_folder
from desktop.store.database import storage_errors
from desktop.store.file_names import DATABASE_NAME, TO_BE_DATABASE
from desktop.store.private_folder import make_private
from desktop.store.proving import prove_backup

ASIDE = "damaged"
_ASIDE_NAME = re.compile(rf"{ASIDE}-(\d{{6}})")
_LOG = "-wal"
_BESIDE = (_LOG, "-shm", "-journal")
_PIECE = 1 << 20

Progress = Callable[[int, int | None], None]


def newest_sound(folder: Path) -> Backup:
    """The newest backup of a folder that proves whole. Raises SoSenError E_BACKUP when there is none."""
    for backup in list_backups(folder):
        try:
            prove_backup(backup.path)
        except SoSenError as error:
            if error.code not in {Code.E_BACKUP, Code.E_DATA_NEWER}:
                raise
        else:
            return backup
    raise SoSenError(Code.E_BACKUP, "no sound backup", path=str(folder), reason="none")


def put_back(
    data: Path, backup: Path, progress: Progress, fits: Callable[[Path], None] = lambda _copy: None
) -> Path:
    """Let a backup take the place of the database in the folder ``data``; where the old one lies now.

    Nobody may have the database open. ``progress`` is called with bytes done and in all and may raise to
    stop; ``fits`` is given the proved copy and may raise to refuse it: then all is as before. Raises
    SoSenError E_BACKUP for a backup that is not whole or was altered, E_DATA_NEWER, E_SPACE, E_IO.
    """
    part = data / f"{DATABASE_NAME}.part"
    with storage_errors():
        try:
            copy_with_log(backup, part, progress)
            prove_backup(part)
            _fold_log(part)
            fits(part)
            take_name(part, data / TO_BE_DATABASE)
            sync_folder(data)
        finally:
            for ending in ("", *_BESIDE):
                discard(part.with_name(part.name + ending))
    return finish_putting_back(data)


def finish_putting_back(data: Path) -> Path:
    """Take the steps after the decision, of which some may have been taken. Where the old files lie now."""
    with storage_errors():
        aside = _begun_aside(data) or _make_aside(data)
        _set_aside(data / DATABASE_NAME, aside)
        take_name(data / TO_BE_DATABASE, data / DATABASE_NAME)
        sync_folder(data)
    return aside


def bring_in(database: Path, data: Path) -> None:
    """Give a database that is closed and complete its name in a folder that holds none of an office.

    That is the deciding step; a log that lies there without its database is set aside first.
    Raises SoSenError E_BUSY while the database has a log of its own, E_SPACE, E_IO.
    """
    with storage_errors():
        if any(database.with_name(database.name + ending).exists() for ending in _BESIDE):
            raise SoSenError(Code.E_BUSY, "it is open", path=str(database))
        sync_file(database)
        make_private(data)
        sync_folder(data.parent)
        if any((data / f"{DATABASE_NAME}{ending}").exists() for ending in ("", *_BESIDE)):
            _set_aside(data / DATABASE_NAME, _make_aside(data))
        take_name(database, data / DATABASE_NAME)
        sync_folder(data)


def copy_with_log(backup: Path, part: Path, progress: Progress) -> None:
    """Copy a database, and the log beside it: earlier data that was set aside after a crash has one.

    Raises as ``copy_backup``.
    """
    for ending in _BESIDE:
        part.with_name(part.name + ending).unlink(missing_ok=True)
    log = backup.with_name(backup.name + _LOG)
    if log.exists():
        copy_backup(log, part.with_name(part.name + _LOG), progress)
    copy_backup(backup, part, progress)


def _fold_log(database: Path) -> None:
    """Write a proved database's log into it, so that it is complete in one file."""
    if not database.with_name(database.name + _LOG).exists():
        return
    with closing(apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READWRITE)) as connection:
        connection.execute("PRAGMA synchronous=FULL").fetchall()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    sync_file(database)


def copy_backup(backup: Path, part: Path, progress: Progress) -> None:
    """Copy a file piece by piece and wait until it is on the disk.

    Raises SoSenError E_SPACE, OSError, and what ``progress`` raises to stop.
    """
    total, done = backup.stat().st_size, 0
    if shutil.disk_usage(part.parent).free < total + _PIECE:
        raise SoSenError(Code.E_SPACE, f"{total} bytes", path=str(part.parent), needed=total)
    with backup.open("rb") as source, part.open("wb") as target:
        while piece := source.read(_PIECE):
            target.write(piece)
            done += len(piece)
            progress(done, total)
    sync_file(part)


def databases_aside(data: Path) -> list[Path]:
    """The earlier databases that are kept in a data folder, oldest first."""
    found = (path / DATABASE_NAME for path in data.iterdir() if _ASIDE_NAME.fullmatch(path.name))
    return sorted(path for path in found if path.exists())


def _begun_aside(data: Path) -> Path | None:
    """The folder in which the database has its second name already, when the power went after that."""
    last = databases_aside(data)[-1:]
    return next((one.parent for one in last if _is_same(one, data / DATABASE_NAME)), None)


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _make_aside(data: Path) -> Path:
    """A folder with a number that was never used."""
    numbers = [int(match[1]) for path in data.iterdir() if (match := _ASIDE_NAME.fullmatch(path.name))]
    aside = data / f"{ASIDE}-{max(numbers, default=0) + 1:06d}"
    aside.mkdir()
    return aside


def _set_aside(database: Path, aside: Path) -> None:
    """Give the database a second name, then move what SQLite keeps beside it.

    The log last: where the power goes in between, it still lies beside the database that it belongs to.
    """
    second = aside / database.name
    if database.exists() and not second.exists():
        try:
            os.link(database, second)
        except OSError:  # a file system without second names, as FAT
            shutil.copyfile(database, second)
            sync_file(second)
        sync_folder(aside)
    for ending in _BESIDE:
        beside = database.with_name(database.name + ending)
        if beside.exists():
            take_name(beside, aside / beside.name)
    sync_folder(aside)
    sync_folder(database.parent)
