"""What a bundle takes out of the store: for each scope, everything its reader has not confirmed.

The export index names the rows that a commit touched, so the cost follows the delta and not the
database (sync.md 6.5, 7).  A register is carried when one of its live dots lies outside the base,
and then with all its siblings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import apsw

from desktop.domain.change import (
    ROW_LIFE,
    CommitLine,
    Mark,
    Part,
    RowChange,
    ScopeCut,
    VersionVector,
    Writer,
)
from desktop.domain.merge import parts_of
from desktop.store.forking import doubted_writers
from desktop.store.sql import one, stream, value
from desktop.store.stamps import all_in_columns, read_registers, stamped_names
from desktop.store.store import Store
from desktop.store.table_map import TableMap

_BATCH = 500


@dataclass
class Export:
    """The cuts of a bundle with the list of writers that all its lines point into."""

    cuts: list[ScopeCut]
    writers: list[Writer] = field(default_factory=list)
    indexes: dict[int, int] = field(default_factory=dict)
    """Local number of a writer → its position in ``writers``."""


def plan_export(store: Store, bases: Mapping[str, VersionVector]) -> Export:
    """The cuts for the scopes of ``bases``, each from its base to all that is known here.

    A mark of a base whose hash differs from the commit known here is left out: sender and receiver
    then disagree about history, and sending more is always safe (sync.md 6.5).  Of a writer that the
    receiver knows further than this computer does, nothing is sent; of one whose history is in doubt, all.
    """
    export = Export([])
    doubted = doubted_writers(store)
    for scope, wanted in bases.items():
        upto = store.writers.vector(scope)
        shared = {w: min(mark, upto[w], key=_number) for w, mark in wanted.items() if w in upto}
        base = {w: mark for w, mark in shared.items() if w not in doubted and _agrees(store, w, mark)}
        export.cuts.append(ScopeCut(scope, base, upto))
        for w in upto:
            number = store.writers.number(w)
            assert number is not None
            export.indexes[number] = len(export.writers)
            export.writers.append(store.writers.describe(number))
    return export


def _number(mark: Mark) -> int:
    return mark.n


def _agrees(store: Store, w: str, mark: Mark) -> bool:
    number = store.writers.number(w)
    row = one(store.connection, "SELECT h FROM sync_commit WHERE writer = ? AND n = ?", (number, mark.n))
    return row is not None and row[0] == mark.h


def count_changes(store: Store, cut: ScopeCut) -> int:
    """How many rows the cut would carry at the most, from the export index alone."""
    counted = 0
    for number, low, high in _ranges(store, cut):
        counted += value(
            store.connection,
            "SELECT count(*) FROM (SELECT DISTINCT tbl, row_id FROM sync_dot "
            "WHERE writer = ? AND n > ? AND n <= ?)",
            (number, low, high),
        )
    return counted


def commit_lines(store: Store, export: Export) -> Iterator[CommitLine]:
    """The commits of all cuts: each base itself, then every commit after it."""
    for cut in export.cuts:
        for number, low, high in _ranges(store, cut):
            rows = stream(
                store.connection,
                "SELECT n, t, user, h FROM sync_commit WHERE writer = ? AND n >= ? AND n <= ? ORDER BY n",
                (number, low, high),
            )
            for n, t, user, h in rows:
                yield CommitLine(export.indexes[number], n, t, user, h)


def row_changes(store: Store, export: Export, cut: ScopeCut, table: str = "") -> Iterator[RowChange]:
    """The rows of one cut in the order of table and id, which is the canonical order of a bundle.

    ``table``: only those of one table.
    """
    base = [0] * len(store.writers.ids)
    for w, mark in cut.base.items():
        number = store.writers.number(w)
        assert number is not None
        base[number] = mark.n
    for table_name, ids in _touched(store, cut):
        if table in ("", table_name):
            yield from _rows(store, export, table_name, ids, base)


def _ranges(store: Store, cut: ScopeCut) -> Iterator[tuple[int, int, int]]:
    for w, mark in cut.upto.items():
        number = store.writers.number(w)
        assert number is not None
        low = cut.base[w].n if w in cut.base else 0
        if mark.n > low:
            yield number, low, mark.n


def _touched(store: Store, cut: ScopeCut) -> Iterator[tuple[str, list[str]]]:
    """The tables of the cut with the ids that its commits touched, both in order."""
    touched: dict[str, set[str]] = {}
    for number, low, high in _ranges(store, cut):
        rows = stream(
            store.connection,
            "SELECT tbl, row_id FROM sync_dot WHERE writer = ? AND n > ? AND n <= ?",
            (number, low, high),
        )
        for table_name, row_id in rows:
            touched.setdefault(table_name, set()).add(row_id)
    for table_name in sorted(touched):
        yield table_name, sorted(touched[table_name])


def _rows(
    store: Store, export: Export, table_name: str, ids: Sequence[str], base: Sequence[int]
) -> Iterator[RowChange]:
    table = store.catalogue.tables.get(table_name)
    for start in range(0, len(ids), _BATCH):
        chunk = ids[start : start + _BATCH]
        for row in _fetch(store.connection, table, table_name, chunk):
            change = _row_change(table, table_name, row, base, export.indexes)
            if change is not None:
                yield change


def _fetch(
    connection: apsw.Connection, table: TableMap | None, table_name: str, ids: Sequence[str]
) -> list[tuple[str, int, str, tuple[int | str | None, ...]]]:
    """(id, alive, stamps, columns) of the rows asked for, in order of id."""
    marks = ",".join("?" * len(ids))
    if table is None:
        rows = stream(
            connection,
            f"SELECT id, 0, stamps FROM other_row WHERE tbl = ? AND id IN ({marks}) ORDER BY id",
            (table_name, *ids),
        )
    else:
        columns = "".join(f', "{name}"' for name in table.names)
        rows = stream(
            connection,
            f'SELECT id, alive, stamps{columns} FROM "{table_name}" WHERE id IN ({marks}) ORDER BY id',
            tuple(ids),
        )
    return [(row[0], row[1], row[2], row[3:]) for row in rows]


def _row_change(
    table: TableMap | None,
    table_name: str,
    row: tuple[str, int, str, tuple[int | str | None, ...]],
    base: Sequence[int],
    indexes: Mapping[int, int],
) -> RowChange | None:
    record_id, alive, stamps, columns = row
    if table is not None and all_in_columns(stamps):
        # The plain case: every register has one value, and it stands in its column.
        held = (alive, *columns)
        parts = [
            (indexes[writer], n, time, {name: table.wire_value(name, held) for name in names})
            for writer, n, time, names in stamped_names(stamps)
            if n > base[writer]
        ]
    else:
        parts = _parts(table, row, base, indexes)
    return RowChange(table_name, record_id, sorted(parts, key=_dot)) if parts else None


def _parts(
    table: TableMap | None,
    row: tuple[str, int, str, tuple[int | str | None, ...]],
    base: Sequence[int],
    indexes: Mapping[int, int],
) -> list[Part]:
    """The registers with a dot beyond the base, each with all its siblings, by commit."""
    _record_id, alive, stamps, columns = row
    held = {ROW_LIFE: alive, **dict(zip(table.names, columns, strict=True))} if table else {}
    carried = {
        name: siblings
        for name, siblings in read_registers(stamps, table, held).items()
        if any(sibling.n > base[sibling.writer] for sibling in siblings)
    }
    return [(indexes[writer], n, time, values) for writer, n, time, values in parts_of(carried)]


def _dot(part: Part) -> tuple[int, int]:
    return part[:2]
