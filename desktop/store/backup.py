"""Backups: made by SQLite's own backup call, opened and proved before they get their name.

Copying the file of a running database is never done: with a write-ahead log beside it the copy is a
mixture (reliability.md 0.8).  Names rise by a counter, never by the clock, which may be wrong.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import discard, patiently, take_name

_NAME = re.compile(r"sosen-(\d{6})-([a-z0-9-]+)\.db")
_PAGES_AT_ONCE = 512
_FULL = (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)
KEPT = 12
"""How many backups are kept in a folder; the newest is never removed."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and checked: its file, running number, reason and size in bytes."""

    path: Path
    number: int
    reason: str
    size: int


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first."""
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        match = _NAME.fullmatch(path.name)
        if match:
            found.append(Backup(path, int(match[1]), match[2], path.stat().st_size))
    return sorted(found, key=lambda item: item.number, reverse=True)


def make_backup(connection: apsw.Connection, folder: Path, *, reason: str) -> Backup:
    """Copy the open database into ``folder``, prove the copy, then give it its name.

    Raises SoSenError E_SPACE when the disk is full, E_BACKUP when the copy does not prove sound.
    """
    with _refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
    existing = list_backups(folder)
    number = existing[0].number + 1 if existing else 1
    target = folder / f"sosen-{number:06d}-{reason}.db"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        with _refusals(target):
            _check_space(connection, folder)
            before = _commits(connection)
            _copy(connection, part)
            _prove(part, before)
            sync_file(part)
            take_name(part, target)
            sync_folder(folder)
    except SoSenError:
        discard(part)
        raise
    for old in list_backups(folder)[KEPT:]:
        discard(old.path)
    return Backup(target, number, reason, target.stat().st_size)


@contextmanager
def _refusals(target: Path) -> Iterator[None]:
    """Turn what the disk or SQLite says into E_SPACE or E_BACKUP."""
    try:
        yield
    except (apsw.Error, OSError) as error:
        full = isinstance(error, apsw.FullError) or getattr(error, "errno", None) in _FULL
        code = Code.E_SPACE if full else Code.E_BACKUP
        raise SoSenError(code, str(error), path=str(target)) from error


def _check_space(connection: apsw.Connection, folder: Path) -> None:
    needed = connection.execute("PRAGMA page_count").get * connection.execute("PRAGMA page_size").get
    if shutil.disk_usage(folder).free < needed + 1_000_000:
        raise SoSenError(Code.E_SPACE, f"{needed} bytes", path=str(folder), needed=needed)


def _copy(connection: apsw.Connection, part: Path) -> None:
    copy = apsw.Connection(str(part))
    try:
        with copy.backup("main", connection, "main") as running:
            while not running.done:
                running.step(_PAGES_AT_ONCE)
        # A backup stands alone: no write-ahead log beside it that could be left behind.
        copy.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        copy.close()


def _commits(connection: apsw.Connection) -> int:
    """How many commits a database holds; commits are never removed."""
    return int(connection.execute("SELECT count(*) FROM sync_commit").get)


def _prove(part: Path, commits: int) -> None:
    """Open the copy by itself: whole, and with every commit there was when copying began."""
    copy = apsw.Connection(str(part), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        verdict = copy.execute("PRAGMA integrity_check(1)").get
        if verdict != "ok":
            raise SoSenError(Code.E_BACKUP, str(verdict), path=str(part))
        if _commits(copy) < commits:
            raise SoSenError(Code.E_BACKUP, f"fewer than {commits} commits", path=str(part))
    finally:
        copy.close()


def sync_file(path: Path) -> None:
    """Wait until what was written into a file has reached the disk."""
    with patiently(lambda: path.open("rb+")) as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder durable; Windows has no such call and needs none for it."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
