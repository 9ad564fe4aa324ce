"""Opening the database: one function, so that every connection has the same promises.

WAL with ``synchronous=FULL`` is the setting that kept every acknowledged row in the power-cut
trials (reliability.md 2.3); SQLite before 3.51.3 carries the WAL-reset corruption bug and is
refused.  Settings are read back, because a setting that silently did not take is worse than none.
"""

from __future__ import annotations

import errno
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import apsw

from desktop.domain.errors import Code, SoSenError

if sys.platform == "win32":
    import ctypes

LOGGER = logging.getLogger(__name__)

MINIMUM_SQLITE = (3, 51, 3)
APPLICATION_ID = 0x53534E31
"""``SSN1`` in the file's header: tells a Sổ Sen database from any other SQLite file."""
BUSY_SECONDS = 5.0
CHECKPOINT_PAGES = 2000
"""From so many pages in the write-ahead log on they are moved into the database after a commit."""
_MOUNTS = Path("/proc/self/mounts")
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "ncpfs", "afs"}
)
_CLOUD_FOLDERS = ("onedrive", "google drive", "googledrive", "dropbox", "iclouddrive")
"""What the folders of the usual services begin with, in small letters."""

_REQUIRED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 0,
    "trusted_schema": 0,
    "temp_store": 2,
    "secure_delete": 1,
    "cell_size_check": 1,
}
"""Settings of every connection, as they must read back. Foreign keys stay off: a bundle's scope is a
closed cut, so a missing parent is shown, never refused (sync.md 1)."""

_TUNING = {
    "cache_size": -16_000,
    "mmap_size": 0,
    "wal_autocheckpoint": CHECKPOINT_PAGES,
    "busy_timeout": int(BUSY_SECONDS * 1000),
}


class Closable(Protocol):
    """What holds a file open until it is closed."""

    def close(self) -> None: ...


@contextmanager
def closed_on_failure(held: Closable) -> Iterator[None]:
    """Keep no file open that nobody will close: whatever the block raises closes it and is raised on."""
    try:
        yield
    except BaseException:
        held.close()
        raise


class Database:
    """The file with Sổ Sen's settings; one connection for each thread that asks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.local()

    def raw(self) -> apsw.Connection:
        """This thread's connection, opened and proved when it is first asked for."""
        held: apsw.Connection | None = getattr(self._threads, "connection", None)
        if held is None:
            held = self._threads.connection = self._connect()
        return held

    def _connect(self) -> apsw.Connection:
        connection = apsw.Connection(str(self._path))
        with closed_on_failure(connection):
            connection.set_busy_timeout(int(BUSY_SECONDS * 1000))
            _configure(connection)
        return connection

    def close(self) -> None:
        """Close this thread's connection, if it has one; other threads close their own."""
        held: apsw.Connection | None = getattr(self._threads, "connection", None)
        if held is not None:
            self._threads.connection = None
            held.close()


def open_database(path: Path, *, newest_schema: int) -> Database:
    """The database at ``path``, created when absent, with all settings proved.

    A file that is refused for what it is stays as it was, byte for byte. Raises SoSenError: E_ENGINE for
    an old SQLite or a setting that does not take, E_PLACE on a network drive, E_DATA_DAMAGED when the
    file is not a Sổ Sen database, E_DATA_NEWER when its schema is above ``newest_schema``, E_IO, E_SPACE,
    E_BUSY.
    """
    check_engine(apsw.sqlitelibversion())
    check_place(path)
    database = Database(path)
    with storage_errors():
        if path.exists():
            look_first(path, newest_schema)
        with closed_on_failure(database):
            _claim(database.raw())
    return database


def look_first(path: Path, newest_schema: int) -> None:
    """Whose file is it, and how new? Asked without writing: the settings below would change it.

    Raises SoSenError E_DATA_DAMAGED for a file that is not ours, E_DATA_NEWER above ``newest_schema``; and
    what SQLite raises.
    """
    try:
        _look(path, newest_schema, apsw.SQLITE_OPEN_READONLY)
    except apsw.ReadOnlyError:
        # The power went in a change without write-ahead log, as a first start or one on a backup that was put
        # back makes: SQLite must take it back from its journal before it can read.
        _look(path, newest_schema, apsw.SQLITE_OPEN_READWRITE)


def _look(path: Path, newest_schema: int, flags: int) -> None:
    connection = apsw.Connection(str(path), flags=flags)
    try:
        connection.set_busy_timeout(int(BUSY_SECONDS * 1000))
        found = connection.execute("PRAGMA application_id").get
        if found != APPLICATION_ID and (
            found or connection.execute("SELECT count(*) FROM sqlite_schema").get
        ):
            raise SoSenError(Code.E_DATA_DAMAGED, f"application_id {found:#x}")
        schema = connection.execute("PRAGMA user_version").get
        if schema > newest_schema:
            raise SoSenError(Code.E_DATA_NEWER, f"schema {schema} > {newest_schema}", found=schema)
    finally:
        connection.close()


def check_engine(version: str) -> None:
    """Refuse an SQLite older than 3.51.3 with E_ENGINE."""
    if tuple(int(part) for part in version.split(".")[:3]) < MINIMUM_SQLITE:
        raise SoSenError(Code.E_ENGINE, f"SQLite {version}", found=version)


def check_place(path: Path) -> None:
    """Refuse a network drive and a folder of a cloud service with E_PLACE.

    WAL needs memory shared on one computer; a service copies the files one by one while they change.
    """
    if sys.platform == "win32":
        remote = str(path.absolute()).startswith("\\\\") or _windows_drive_is_remote(path)
    else:
        remote = _mounted_type(path) in _NETWORK_FILE_SYSTEMS
    if remote or any(part.lower().startswith(_CLOUD_FOLDERS) for part in path.absolute().parts):
        raise SoSenError(Code.E_PLACE, str(path), path=str(path))


def _windows_drive_is_remote(path: Path) -> bool:
    if sys.platform == "win32":
        drive_remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == drive_remote)
    return False


def _mounted_type(path: Path) -> str:
    """The file system type of the deepest mount above ``path`` (Linux), or "" where that is not told."""
    if not _MOUNTS.exists():
        return ""
    wanted, best, kind = path.resolve(), -1, ""
    for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        fields = line.split(" ")
        place = Path(fields[1].replace("\\040", " "))
        if (wanted == place or place in wanted.parents) and len(place.parts) > best:
            best, kind = len(place.parts), fields[2]
    return kind


def _configure(connection: apsw.Connection) -> None:
    if hasattr(apsw, "SQLITE_DBCONFIG_DEFENSIVE"):
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    for name, value in {**_REQUIRED, **_TUNING}.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    for name, value in _REQUIRED.items():
        found = connection.execute(f"PRAGMA {name}").get
        if found != value:
            raise SoSenError(Code.E_ENGINE, f"{name}={found!r}, wanted {value!r}", found=f"{name}={found}")


def _claim(connection: apsw.Connection) -> None:
    """Mark an empty file as ours."""
    if connection.execute("PRAGMA application_id").get != APPLICATION_ID:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")


@contextmanager
def checkpoint_apart(connection: apsw.Connection, sign: Callable[[], None]) -> Iterator[None]:
    """Commits within do not move the log's pages; that is done at the end, after ``sign``, as ever.

    A large commit and its checkpoint are two silences then, each half as long. What is committed is on disk
    either way.
    """
    waiting = 0

    def count(_connection: apsw.Connection, _name: str, pages: int) -> int:
        nonlocal waiting
        waiting = pages
        return apsw.SQLITE_OK

    connection.set_wal_hook(count)
    try:
        yield
    finally:
        connection.wal_autocheckpoint(CHECKPOINT_PAGES)
    if waiting >= CHECKPOINT_PAGES:
        sign()
        move_log(connection)


def move_log(connection: apsw.Connection) -> bool:
    """Move what is committed from the write-ahead log into the database file; whether all of it is there.

    It waits for nobody (a passive checkpoint): what another connection still reads in an older state stays in
    the log for the next time. It is on disk either way, so nothing of this is an error.
    """
    try:
        pages, moved = connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
    except apsw.Error as error:
        LOGGER.warning("checkpoint put off: %s", error)
        return False
    if moved < pages:
        LOGGER.info("checkpoint: %d of %d pages moved, the rest is being read", moved, pages)
    return moved == pages


def settings_in_force(database: Database) -> dict[str, object]:
    """What the running connection really uses, with the SQLite version; for ``doctor``."""
    connection = database.raw()
    found: dict[str, object] = {name: connection.execute(f"PRAGMA {name}").get for name in _REQUIRED}
    found["sqlite"] = apsw.sqlitelibversion()
    return found


_BY_ERROR: tuple[tuple[type[apsw.Error], Code], ...] = (
    (apsw.FullError, Code.E_SPACE),
    (apsw.BusyError, Code.E_BUSY),
    (apsw.LockedError, Code.E_BUSY),
    (apsw.ProtocolError, Code.E_BUSY),
    (apsw.CorruptError, Code.E_DATA_DAMAGED),
    (apsw.NotADBError, Code.E_DATA_DAMAGED),
    (apsw.IOError, Code.E_IO),
    (apsw.CantOpenError, Code.E_IO),
)


def refusal_of(error: BaseException) -> SoSenError | None:
    """The refusal that a fault of the surroundings means; None for any other error: that is a bug."""
    if isinstance(error, SoSenError):
        return error
    if isinstance(error, OSError):
        code = Code.E_SPACE if error.errno == errno.ENOSPC else Code.E_IO
        return SoSenError(code, str(error), path=error.filename or "")
    if isinstance(error, apsw.ReadOnlyError):
        return SoSenError(Code.E_IO, str(error), reason="read_only")
    for kind, code in _BY_ERROR:
        if isinstance(error, kind):
            return SoSenError(code, str(error))
    return None


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn the surroundings' faults (disk full, busy, damaged) into refusals with a code.

    A fault of our own SQL is not caught: it is a bug and belongs in a report.
    """
    try:
        yield
    except (OSError, apsw.Error) as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        LOGGER.warning("data refused: %s", error)
        raise refusal from error


@contextmanager
def opening() -> Iterator[None]:
    """While a database is opened its statements are proved ones: what one of them misses, the file lost."""
    with storage_errors():
        try:
            yield
        except apsw.SQLError as error:
            LOGGER.warning("data refused: %s", error)
            raise SoSenError(Code.E_DATA_DAMAGED, str(error)) from error
