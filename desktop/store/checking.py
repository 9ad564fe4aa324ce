"""Checking the database against itself: values against stamps, stamps against commits, files against hashes.

Nothing is changed.  Each finding names its place, so that a person can be told what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from hashlib import file_digest
from weakref import WeakSet

import msgspec

from desktop.domain.change import ROW_LIFE
from desktop.domain.errors import Code, SoSenError
from desktop.domain.merge import Registers
from desktop.store.blobs import FILES
from desktop.store.database import Database, storage_errors
from desktop.store.sql import Row, stream, value
from desktop.store.stamps import dots_of, show
from desktop.store.store import Store
from desktop.store.table_map import TableMap
from desktop.store.told_values import changed_values, read_row

_ROWS_BETWEEN_SIGNS = 2_000
_PROVED_UP_TO = 64 * 1024 * 1024
"""Size of a database file in bytes up to which an import waits for the proof of its structure."""
_PROVED: WeakSet[Database] = WeakSet()

Dots = set[tuple[int, int]]


class Damage(StrEnum):
    """What can be wrong."""

    FILE_STRUCTURE = "file_structure"
    """SQLite's own check of the file fails; nothing further is looked at."""
    UNREADABLE_STAMPS = "unreadable_stamps"
    """What a row keeps about the origin of its values cannot be read."""
    VALUE_WITHOUT_STAMP = "value_without_stamp"
    """A row shows something that its stamps do not account for."""
    CHANGED_VALUE = "changed_value"
    """A row shows something else than the history says of the commit that wrote it."""
    SEARCH_KEY = "search_key"
    """A row is not found by what it says."""
    UNKNOWN_COMMIT = "unknown_commit"
    """A stamp names a commit that is not here, or one of another scope."""
    NOT_INDEXED = "not_indexed"
    """A change would not be sent, because the export index does not name it."""
    MISSING_ROW = "missing_row"
    """The export index names a row that is gone; rows are never removed, only marked as deleted."""
    SURPLUS_INDEX = "surplus_index"
    """The export index names a commit that is not here: a bundle would carry what nobody wrote."""
    MISSING_HISTORY = "missing_history"
    """An own commit has no line in the history."""
    UNREADABLE_HISTORY = "unreadable_history"
    """What the history keeps about a table cannot be read."""
    BROKEN_CHAIN = "broken_chain"
    """Commits are missing in between, or the last does not fit the version vector."""
    VECTOR_TOO_HIGH = "vector_too_high"
    """The version vector claims commits that are not here: nobody would send them again."""
    MISSING_FILE = "missing_file"
    """An evidence file that should be here is not."""
    CHANGED_FILE = "changed_file"
    """An evidence file is not what its hash says."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: its kind, where (table and record id, or a file's name), and technical detail."""

    damage: Damage
    place: str
    detail: str = ""


def check_store(store: Store, progress: Callable[[int, int | None], None]) -> list[Finding]:
    """All faults of the database and its files; an empty list when it is sound.

    ``progress`` is told steps done and steps in all, several times within a long step; it may raise
    CancelledError.
    """
    checks = (_check_structure, _check_rows, _check_history, _check_chains, _check_files)
    found: list[Finding] = []
    try:
        with store.snapshot():
            for done, check in enumerate(checks):
                sign = partial(progress, done, len(checks))
                sign()
                found.extend(check(store, sign))
                if found and check is _check_structure:
                    break  # reading on would only stumble over the same damage
    except SoSenError as error:
        if error.code is not Code.E_DATA_DAMAGED:
            raise
        found.append(Finding(Damage.FILE_STRUCTURE, store.folder.name, error.detail))
    progress(len(checks), len(checks))
    return found


def prove_structure(store: Store) -> None:
    """Refuse to add to a file whose structure is damaged, asked once in each run of the program.

    It reads the whole file, about a millisecond for each megabyte; a larger one is proved by the first
    backup of each day. Raises SoSenError E_DATA_DAMAGED.
    """
    if store.database in _PROVED:
        return
    with storage_errors():
        pages, page = (value(store.connection, f"PRAGMA {name}") for name in ("page_count", "page_size"))
        small = pages * page <= _PROVED_UP_TO
        verdict = value(store.connection, "PRAGMA quick_check(1)") if small else "ok"
    if verdict != "ok":
        raise SoSenError(Code.E_DATA_DAMAGED, str(verdict), path=str(store.folder))
    _PROVED.add(store.database)


def count_rows(store: Store) -> dict[str, int]:
    """How many living records each table holds."""
    return {
        name: value(store.connection, f'SELECT count(*) FROM "{name}" WHERE alive = 1')
        for name in store.catalogue.tables
    }


def _check_structure(store: Store, _sign: Callable[[], None]) -> Iterator[Finding]:
    for (line,) in stream(store.connection, "PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding(Damage.FILE_STRUCTURE, store.folder.name, str(line))


# -- rows --------------------------------------------------------------------------------------------


def _check_rows(store: Store, sign: Callable[[], None]) -> Iterator[Finding]:
    commits: Dots = set(stream(store.connection, "SELECT writer, n FROM sync_commit"))
    for table in store.catalogue.tables.values():
        columns = "".join(f', "{name}"' for name in table.names)
        rows = stream(
            store.connection, f'SELECT id, scope, alive, stamps, search_key{columns} FROM "{table.table}"'
        )
        yield from _check_table(store, table, table.table, _signed(rows, sign), commits)
    names = [name for (name,) in stream(store.connection, "SELECT DISTINCT tbl FROM other_row")]
    for name in names:
        rows = stream(
            store.connection, "SELECT id, scope, 0, stamps, '' FROM other_row WHERE tbl = ?", (name,)
        )
        yield from _check_table(store, None, name, _signed(rows, sign), commits)


def _signed(rows: Iterator[Row], sign: Callable[[], None]) -> Iterator[Row]:
    for count, row in enumerate(rows):
        if count % _ROWS_BETWEEN_SIGNS == 0:
            sign()
        yield row


def _check_table(
    store: Store, table: TableMap | None, name: str, rows: Iterator[Row], commits: Dots
) -> Iterator[Finding]:
    indexed: dict[str, Dots] = {}
    for writer, n, row_id in stream(
        store.connection, "SELECT writer, n, row_id FROM sync_dot WHERE tbl = ?", (name,)
    ):
        indexed.setdefault(row_id, set()).add((writer, n))
    for row in rows:
        place = f"{name} {row[0]}"
        dots = indexed.pop(row[0], set())
        surplus = sorted(dots - commits)
        yield from (Finding(Damage.SURPLUS_INDEX, place, f"writer {w} {n}") for w, n in surplus)
        registers = read_row(table, row[2], row[3], row[5:])
        if registers is None:
            yield Finding(Damage.UNREADABLE_STAMPS, place)
            continue
        unknown = sorted(dots_of(registers) - commits)
        yield from (Finding(Damage.UNKNOWN_COMMIT, place, f"writer {w} {n}") for w, n in unknown)
        if not unknown:
            yield from _check_origin(store, registers, row[1], place, dots)
            yield from _check_shown(store, table, registers, row, place)
    yield from (Finding(Damage.MISSING_ROW, f"{name} {row_id}") for row_id in indexed)


def _check_origin(
    store: Store, registers: Registers, scope: str, place: str, indexed: Dots
) -> Iterator[Finding]:
    for writer, n in sorted(dots_of(registers)):
        if store.writers.scope(writer) != scope:
            yield Finding(Damage.UNKNOWN_COMMIT, place, f"{store.writers.ids[writer]} writes another scope")
        if (writer, n) not in indexed:
            yield Finding(Damage.NOT_INDEXED, place, f"{store.writers.ids[writer]} {n}")


def _check_shown(
    store: Store, table: TableMap | None, registers: Registers, row: Row, place: str
) -> Iterator[Finding]:
    if table is None:
        return
    shown = show(registers, table, store.writers.ids)
    for name, column in zip(table.names, row[5:], strict=True):
        if shown.columns[name] != column:
            yield Finding(Damage.VALUE_WITHOUT_STAMP, place, name)
    if shown.alive != row[2]:
        yield Finding(Damage.VALUE_WITHOUT_STAMP, place, ROW_LIFE)
    if table.search_key(shown.columns) != row[4]:
        yield Finding(Damage.SEARCH_KEY, place)


# -- history, commits, files -------------------------------------------------------------------------


def _check_history(store: Store, sign: Callable[[], None]) -> Iterator[Finding]:
    """Every own commit has its line; what the lines and pages say is what the records show of it."""
    rows = stream(
        store.connection,
        "SELECT c.writer, c.n FROM sync_commit c LEFT JOIN history h ON h.number = c.line "
        "AND h.writer = c.writer AND h.n = c.n WHERE c.via = '' AND h.number IS NULL",
    )
    for writer, n in rows:
        yield Finding(Damage.MISSING_HISTORY, store.writers.scope(writer), f"commit {n}")
    for name, table in store.catalogue.tables.items():
        try:
            for record_id, field in changed_values(store, table, sign):
                yield Finding(Damage.CHANGED_VALUE, f"{name} {record_id}", field)
        except (msgspec.MsgspecError, LookupError) as error:
            yield Finding(Damage.UNREADABLE_HISTORY, name, str(error))


def _check_chains(store: Store, _sign: Callable[[], None]) -> Iterator[Finding]:
    """Every writer numbers from 1 without a gap, and its newest commit is the vector's mark."""
    rows = stream(
        store.connection,
        """
        SELECT w.scope, coalesce(v.n, 0), v.h, coalesce(c.newest, 0), coalesce(c.count, 0), last.h
        FROM sync_writer w LEFT JOIN sync_vv v ON v.writer = w.number
        LEFT JOIN (SELECT writer, max(n) AS newest, count(*) AS count FROM sync_commit GROUP BY writer) c
        ON c.writer = w.number LEFT JOIN sync_commit last ON last.writer = w.number AND last.n = c.newest
        """,
    )
    strangers = "SELECT writer, n FROM sync_vv WHERE writer NOT IN (SELECT number FROM sync_writer)"
    for writer, n in stream(store.connection, strangers):
        yield Finding(Damage.VECTOR_TOO_HIGH, f"writer {writer}", f"vector {n}, writer not known")
    for scope, n, h, newest, count, newest_hash in rows:
        if n > newest:
            yield Finding(Damage.VECTOR_TOO_HIGH, scope, f"vector {n}, newest commit {newest}")
        if (n, h) != (newest, newest_hash):
            yield Finding(Damage.BROKEN_CHAIN, scope, f"vector {n}, newest commit {newest}")
        elif count != n:
            yield Finding(Damage.BROKEN_CHAIN, scope, f"{count} commits instead of {n}")


def _check_files(store: Store, sign: Callable[[], None]) -> Iterator[Finding]:
    for (sha256,) in stream(store.connection, "SELECT sha256 FROM blob WHERE is_here = 1"):
        sign()
        path = store.folder / FILES / sha256
        if not path.is_file():
            yield Finding(Damage.MISSING_FILE, sha256)
            continue
        with path.open("rb") as handle:
            if file_digest(handle, "sha256").hexdigest() != sha256:
                yield Finding(Damage.CHANGED_FILE, sha256)
