"""Whether a file that somebody chose is a database of ours, whole, and nothing besides.

A backup becomes the data of this computer, so it is looked at like anything from outside: SQLite runs what a
trigger or a view in it says, and an index or a default may hold an expression.  So the file's tables must be
those that the migrations make for its version, word for word, and nothing may stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path, PurePath
from typing import TypeVar
from urllib.parse import quote

import apsw

from desktop.domain.errors import Code, SoSenError
from desktop.store.database import APPLICATION_ID, closed_on_failure
from desktop.store.migrations import MIGRATIONS
from desktop.store.schema import CURRENT_SCHEMA, schema_of
from desktop.store.sql import stream

_T = TypeVar("_T")
_SCHEMA = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
_SAFE = ("trusted_schema=0", "cell_size_check=1", "query_only=1")


def prove_backup(path: Path) -> None:
    """Open a backup by itself, without changing it.

    Raises SoSenError E_BACKUP when it is not whole, or holds anything that no version of ours makes,
    E_DATA_NEWER for one of a newer program.
    """
    verdict = opened_backup(path, lambda connection: str(connection.execute("PRAGMA integrity_check(1)").get))
    if verdict != "ok":
        raise _unsound(path, verdict)


def opened_backup(path: Path, ask: Callable[[apsw.Connection], _T]) -> _T:
    """What ``ask`` finds in a backup whose tables are ours. Raises as ``prove_backup``."""
    try:
        with closing(open_for_reading(path)) as connection:
            _check_shape(path, connection)
            return ask(connection)
    except apsw.Error as error:
        raise _unsound(path, error) from error


def sqlite_address(path: PurePath) -> str:
    """An absolute path as SQLite reads it; ``as_uri`` names the computer of a share, which SQLite refuses."""
    plain = path.as_posix()
    return "file://" + quote(plain if plain.startswith("/") else f"/{plain}", safe="/:")


def open_for_reading(path: Path) -> apsw.Connection:
    """A connection that writes nothing, not even beside the file, and believes nothing of it."""
    # Without a log SQLite would make one, which a locked stick refuses and which would stay.
    has_log = path.with_name(f"{path.name}-wal").exists()
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    address = sqlite_address(path.absolute()) + ("" if has_log else "?immutable=1")
    connection = apsw.Connection(address, flags=flags)
    with closed_on_failure(connection):
        for setting in _SAFE:
            connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def _check_shape(path: Path, connection: apsw.Connection) -> None:
    number = schema_of(connection)
    mark = connection.execute("PRAGMA application_id").get
    if mark != APPLICATION_ID or number <= 0:
        raise _unsound(path, f"application_id {mark:#x}, user_version {number}")
    if number > CURRENT_SCHEMA:
        raise SoSenError(Code.E_DATA_NEWER, f"schema {number} > {CURRENT_SCHEMA}", found=number)
    differing = _shape(connection) ^ shape_of(number)
    if differing:
        kind, name = min(differing)[:2]
        raise SoSenError(Code.E_BACKUP, f"{kind} {name} is not ours", path=str(path), reason="altered")


@cache
def shape_of(number: int) -> frozenset[tuple[str, ...]]:
    """What the first ``number`` migrations make: type, name, table and statement of everything."""
    with closing(apsw.Connection(":memory:")) as connection:
        for step in MIGRATIONS[:number]:
            step.run(connection)
        return _shape(connection)


def _shape(connection: apsw.Connection) -> frozenset[tuple[str, ...]]:
    rows = stream(connection, _SCHEMA)
    return frozenset((kind, name, table, " ".join(sql.split())) for kind, name, table, sql in rows)


def _unsound(path: Path, why: object) -> SoSenError:
    return SoSenError(Code.E_BACKUP, str(why), path=str(path), reason="unsound")
