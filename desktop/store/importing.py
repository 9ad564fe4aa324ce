"""What a bundle brings into the store: the rows of one scope merged in batches, inside one transaction.

The caller has verified the bundle and holds the transaction (``Store.writing``); whatever goes wrong
here is rolled back with it.  The plain rows, where one commit brings a new record or follows all that
is known of its registers, are written in columns by ``desktop.store.plain_rows``; every other row goes
through ``desktop.domain.merge``.  A property test keeps the two ways equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, cast

import apsw

from desktop.domain.change import ROW_LIFE, Mark, Part, RowChange, Value
from desktop.domain.errors import Code, SoSenError
from desktop.domain.merge import Registers, is_conflict, merge_row, registers_of
from desktop.store.following import INDEX_SQL
from desktop.store.merge_result import ChangedRow, Incoming, MergeResult
from desktop.store.plain_rows import PlainRows
from desktop.store.span import Span
from desktop.store.sql import one, stream, value
from desktop.store.stamps import dots_of, read_registers, show
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap
from desktop.store.taken_pages import KEEP_SQL, PAGE, Before, Told, page_row

_CHUNK = 500

Dot = tuple[int, int]


@dataclass
class _Changed:
    """What one batch writes into one table."""

    rows: list[tuple[Column, ...]] = field(default_factory=list)
    dots: list[tuple[int, int, str, str]] = field(default_factory=list)
    before: list[Before] = field(default_factory=list)


class ScopeMerge:
    """Merges the rows of one scope; made once for each scope of a bundle.

    With ``plainly=False`` every row takes the general way, for comparison.
    """

    def __init__(
        self,
        store: Store,
        incoming: Incoming,
        scope: str,
        upto: Mapping[str, Mark],
        result: MergeResult,
        *,
        plainly: bool = True,
    ) -> None:
        self._store = store
        self._connection = store.connection
        self._scope = scope
        self._result = result
        writers = store.writers
        numbers = [writers.add(writer) for writer in incoming.writers]
        known, last = [0] * len(writers.ids), [0] * len(writers.ids)
        for w, mark in writers.vector(scope).items():
            known[writers.number(w) or 0] = mark.n
        for w, mark in upto.items():
            last[writers.number(w) or 0] = mark.n
        line = value(self._connection, "SELECT coalesce(max(number), 0) FROM history")
        self._span = Span(incoming, scope, numbers, known, last, line)
        self._is_first = not any(known)
        self._plain = PlainRows(store, self._span, result) if plainly else None

    def take(self, batch: Iterable[RowChange]) -> None:
        """Merge a batch of lines. Raises E_OWNER for a row that stands in another scope here."""
        for name, lines in _by_table(list(batch)).items():
            table = self._store.catalogue.tables.get(name)
            if table is None:
                self._take_unknown(name, lines)
            else:
                try:
                    self._take_known(table, lines)
                except apsw.ConstraintError:
                    # Where nothing is known of a scope, an id that is here already stands in another scope.
                    self._local_rows(table, [line.id for line in lines])
                    raise

    # -- known tables ---------------------------------------------------------------------------

    def _take_known(self, table: TableMap, lines: list[RowChange]) -> None:
        rest = lines if self._plain is None else self._plain.take(table, lines, is_first=self._is_first)
        local = {} if self._is_first else self._local_rows(table, [line.id for line in rest])
        changed = _Changed()
        for line in rest:
            before, shown_before, stamps = local.get(line.id, ({}, {}, ""))
            merged = merge_row(
                before, registers_of(self._renumber(line.c)), self._span.known, self._span.upto
            )
            if merged == before:
                self._result.unchanged[table.table] += 1
                continue
            row = self._row(table, line.id, merged)
            changed.rows.append(row)
            come = dots_of(merged) - dots_of(before)
            changed.dots.extend((*dot, table.table, line.id) for dot in come)
            if before:
                told = self._told(table, shown_before, merged, come)
                old = _replaced(table, shown_before, row)
                changed.before.append(Before(line.id, stamps, old, told))
            self._result.note(self._note(table, line.id, before, merged, shown_before, row))
        cursor = self._connection.cursor()
        cursor.executemany(table.insert_sql if self._is_first else table.upsert_sql, changed.rows)
        cursor.executemany(INDEX_SQL, changed.dots)
        self._keep(table.table, changed.before)

    def _keep(self, name: str, before: list[Before]) -> None:
        """Keep what stood here of the changed records of one table."""
        bundle, line = self._span.incoming.bundle, self._span.after_line
        for start in range(0, len(before), PAGE):
            page = page_row(bundle, name, line, before[start : start + PAGE])
            self._connection.execute(KEEP_SQL, cast(Any, page))

    def _local_rows(
        self, table: TableMap, ids: Sequence[str]
    ) -> dict[str, tuple[Registers, dict[str, Column], str]]:
        """What is here of some records: registers, life and columns, stamps."""
        found: dict[str, tuple[Registers, dict[str, Column], str]] = {}
        columns = "".join(f', "{name}"' for name in table.names)
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            rows = list(  # read to the end: a refusal must not leave the statement open
                stream(
                    self._connection,
                    f'SELECT id, scope, alive, stamps{columns} FROM "{table.table}" WHERE id IN ({marks})',
                    tuple(chunk),
                )
            )
            for record_id, scope, alive, stamps, *values in rows:
                self._check_scope(table.table, record_id, scope)
                held: dict[str, Column] = {ROW_LIFE: alive, **dict(zip(table.names, values, strict=True))}
                found[record_id] = (read_registers(stamps, table, held), held, stamps)
        return found

    def _check_scope(self, table: str, record_id: str, scope: str) -> None:
        if scope != self._scope:
            raise SoSenError(Code.E_OWNER, f"{table} {record_id} stands in {scope}", scope=self._scope)

    def _renumber(self, parts: Iterable[Part]) -> list[Part]:
        return [(self._span.numbers[w], n, t, values) for w, n, t, values in parts]

    def _row(self, table: TableMap, record_id: str, registers: Registers) -> tuple[Column, ...]:
        shown = show(registers, table, self._store.writers.ids)
        fields = [shown.columns[name] for name in table.names]
        key = table.search_key(shown.columns)
        return (record_id, self._scope, shown.alive, shown.stamps, key, *fields)

    @staticmethod
    def _told(
        table: TableMap, shown_before: Mapping[str, Column], merged: Registers, come: set[Dot]
    ) -> list[Told]:
        """For each commit that came: what it wrote over the value shown, whether that is shown now or not."""
        changes: dict[Dot, dict[str, tuple[Value, Value]]] = {}
        for name in sorted(merged):
            old = table.shown_value(name, shown_before)
            for writer, n, _time, new in merged[name]:
                if (writer, n) in come and new != old:
                    changes.setdefault((writer, n), {})[name] = (old, new)
        return [(*dot, fields) for dot, fields in sorted(changes.items())]

    def _note(
        self,
        table: TableMap,
        record_id: str,
        before: Registers,
        merged: Registers,
        shown_before: Mapping[str, Column],
        row: tuple[Column, ...],
    ) -> ChangedRow:
        """What is shown differently now, and what somebody has to decide about since this bundle."""
        conflicts = [
            name
            for name, siblings in merged.items()
            if siblings != before.get(name, ()) and is_conflict(siblings)
        ]
        after = {ROW_LIFE: row[2], **dict(zip(table.names, row[5:], strict=True))}
        fields: dict[str, tuple[Value, Value]] = {}
        if before:
            for name, column in after.items():
                if shown_before[name] != column:
                    fields[name] = (
                        table.from_column(name, shown_before[name]),
                        table.from_column(name, column),
                    )
        elif not self._result.is_full:
            for name, blank in table.blanks.items():
                if after[name] != blank:
                    fields[name] = (None, table.from_column(name, after[name]))
        return ChangedRow(table.table, record_id, not before, fields, tuple(sorted(conflicts)))

    # -- tables of a newer program --------------------------------------------------------------

    def _take_unknown(self, name: str, lines: list[RowChange]) -> None:
        kept: list[Before] = []
        for line in lines:
            row = one(
                self._connection,
                "SELECT scope, stamps FROM other_row WHERE tbl = ? AND id = ?",
                (name, line.id),
            )
            before: Registers = {}
            if row is not None:
                self._check_scope(name, line.id, row[0])
                before = read_registers(row[1], None, {})
            merged = merge_row(
                before, registers_of(self._renumber(line.c)), self._span.known, self._span.upto
            )
            if merged == before:
                self._result.unchanged[name] += 1
                continue
            if row is not None:
                kept.append(Before(line.id, row[1], {}, []))
            stamps = show(merged, None, self._store.writers.ids).stamps
            self._connection.execute(
                "INSERT INTO other_row (tbl, id, scope, stamps) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (tbl, id) DO UPDATE SET stamps = excluded.stamps",
                (name, line.id, self._scope, stamps),
            )
            come = dots_of(merged) - dots_of(before)
            self._connection.cursor().executemany(INDEX_SQL, [(*dot, name, line.id) for dot in come])
            self._result.note(ChangedRow(name, line.id, row is None, {}))
        self._keep(name, kept)


def _by_table(lines: list[RowChange]) -> dict[str, list[RowChange]]:
    """The lines of each table; mostly all are of one, which is seen at a look."""
    names = set(map(itemgetter(0), lines))
    if len(names) == 1:
        return {names.pop(): lines}
    found: dict[str, list[RowChange]] = {}
    for line in lines:
        found.setdefault(line.t, []).append(line)
    return found


def _replaced(table: TableMap, before: Mapping[str, Column], row: tuple[Column, ...]) -> dict[str, Column]:
    """The columns of a row, life among them, that are another now; as they were."""
    after = {ROW_LIFE: row[2], **dict(zip(table.names, row[5:], strict=True))}
    return {name: old for name, old in before.items() if old != after[name]}
