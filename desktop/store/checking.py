"""Checking the database against itself: values against stamps, stamps against commits, files against hashes.

Nothing is changed.  Each finding names its place, so that a person can be told what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import file_digest

from desktop.domain.change import ROW_LIFE
from desktop.store.sql import one, stream, value
from desktop.store.stamps import dots_of, read_registers, show
from desktop.store.store import Store
from desktop.store.table_map import TableMap

FILES = "files"


class Damage(StrEnum):
    """What can be wrong."""

    FILE_STRUCTURE = "file_structure"
    """SQLite's own check of the file fails."""
    VALUE_WITHOUT_STAMP = "value_without_stamp"
    """A row shows something that its stamps do not account for."""
    SEARCH_KEY = "search_key"
    """A row is not found by what it says."""
    UNKNOWN_COMMIT = "unknown_commit"
    """A stamp names a commit that is not here."""
    NOT_INDEXED = "not_indexed"
    """A change would not be sent, because the export index does not name it."""
    MISSING_HISTORY = "missing_history"
    """An own commit has no line in the history."""
    BROKEN_CHAIN = "broken_chain"
    """Own commits are missing in between, or the last does not fit the version vector."""
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
    """All faults of the database and its files; an empty list when it is sound."""
    checks = (_check_structure, _check_rows, _check_history, _check_chains, _check_files)
    found: list[Finding] = []
    with store.snapshot():
        for done, check in enumerate(checks):
            progress(done, len(checks))
            found.extend(check(store))
    progress(len(checks), len(checks))
    return found


def count_rows(store: Store) -> dict[str, int]:
    """How many living records each table holds."""
    return {
        name: value(store.connection, f'SELECT count(*) FROM "{name}" WHERE alive = 1')
        for name in store.catalogue.tables
    }


def _check_structure(store: Store) -> Iterator[Finding]:
    for (line,) in stream(store.connection, "PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Finding(Damage.FILE_STRUCTURE, store.folder.name, str(line))


def _check_rows(store: Store) -> Iterator[Finding]:
    commits = set(stream(store.connection, "SELECT writer, n FROM sync_commit"))
    for table in store.catalogue.tables.values():
        indexed = set(
            stream(store.connection, "SELECT writer, n, row_id FROM sync_dot WHERE tbl = ?", (table.table,))
        )
        columns = "".join(f', "{name}"' for name in table.names)
        rows = stream(store.connection, f'SELECT id, alive, stamps, search_key{columns} FROM "{table.table}"')
        for row in rows:
            yield from _check_row(store, table, row, commits, indexed)


def _check_row(
    store: Store,
    table: TableMap,
    row: tuple[object, ...],
    commits: set[tuple[object, ...]],
    indexed: set[tuple[object, ...]],
) -> Iterator[Finding]:
    record_id, alive, stamps, search_key, *columns = row
    place = f"{table.table} {record_id}"
    held = {ROW_LIFE: alive, **dict(zip(table.names, columns, strict=True))}
    registers = read_registers(str(stamps), table, held)  # type: ignore[arg-type]
    shown = show(registers, table, store.writers.ids)
    for name in table.names:
        if shown.columns[name] != held[name]:
            yield Finding(Damage.VALUE_WITHOUT_STAMP, place, name)
    if shown.alive != alive:
        yield Finding(Damage.VALUE_WITHOUT_STAMP, place, ROW_LIFE)
    if table.search_key(shown.columns) != search_key:
        yield Finding(Damage.SEARCH_KEY, place)
    for dot in dots_of(registers):
        if dot not in commits:
            yield Finding(Damage.UNKNOWN_COMMIT, place, f"{store.writers.ids[dot[0]]} {dot[1]}")
        elif (*dot, record_id) not in indexed:
            yield Finding(Damage.NOT_INDEXED, place, f"{store.writers.ids[dot[0]]} {dot[1]}")


def _check_history(store: Store) -> Iterator[Finding]:
    rows = stream(
        store.connection,
        "SELECT c.writer, c.n FROM sync_commit c WHERE c.via = '' AND NOT EXISTS "
        "(SELECT 1 FROM history h WHERE h.writer = c.writer AND h.n = c.n)",
    )
    for writer, n in rows:
        yield Finding(Damage.MISSING_HISTORY, f"{store.writers.scope(writer)}", f"commit {n}")


def _check_chains(store: Store) -> Iterator[Finding]:
    """Own writers number from 1 without a gap; everybody's newest commit is the vector's mark."""
    for number, scope, n, h in list(
        stream(
            store.connection,
            "SELECT v.writer, w.scope, v.n, v.h FROM sync_vv v JOIN sync_writer w ON w.number = v.writer",
        )
    ):
        newest = one(
            store.connection,
            "SELECT n, h FROM sync_commit WHERE writer = ? ORDER BY n DESC LIMIT 1",
            (number,),
        )
        if newest != (n, h):
            yield Finding(Damage.BROKEN_CHAIN, scope, f"vector {n}, newest commit {newest and newest[0]}")
        own = value(
            store.connection, "SELECT count(*) FROM sync_commit WHERE writer = ? AND via = ''", (number,)
        )
        if (
            own
            and value(store.connection, "SELECT count(*) FROM sync_commit WHERE writer = ?", (number,)) != n
        ):
            yield Finding(Damage.BROKEN_CHAIN, scope, f"fewer than {n} commits")


def _check_files(store: Store) -> Iterator[Finding]:
    for (sha256,) in stream(store.connection, "SELECT sha256 FROM blob WHERE is_here = 1"):
        path = store.folder / FILES / sha256
        if not path.is_file():
            yield Finding(Damage.MISSING_FILE, sha256)
            continue
        with path.open("rb") as handle:
            if file_digest(handle, "sha256").hexdigest() != sha256:
                yield Finding(Damage.CHANGED_FILE, sha256)
