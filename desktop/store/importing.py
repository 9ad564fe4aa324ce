"""What a bundle brings into the store: the rows of one scope merged in batches, inside one transaction.

The caller has verified the bundle and holds the transaction (``Store.writing``); whatever goes wrong
here is rolled back with it.  A row that nobody here has is written straight from its line; any other
goes through ``desktop.domain.merge``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import apsw
import msgspec

from desktop.domain.change import ROW_LIFE, CommitLine, Mark, Part, RowChange, Value, Writer
from desktop.domain.errors import Code, SoSenError
from desktop.domain.merge import Registers, is_conflict, merge_row, registers_of
from desktop.store.sql import one, stream, value
from desktop.store.stamps import dots_of, read_registers, show
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap

_CHUNK = 500
_KEPT_CHANGES = 5000
_ENCODER = msgspec.json.Encoder()
_HISTORY = "INSERT INTO history (at, user, writer, n, tbl, row_id, source, changes) VALUES (?,?,?,?,?,?,?,?)"


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row that a bundle made or changed: its fields as old and new stored values (old None when new)."""

    table: str
    id: str
    is_new: bool
    fields: Mapping[str, tuple[Value, Value]]
    conflicts: tuple[str, ...] = ()


@dataclass
class MergeResult:
    """What merging did, for the preview and the log. ``changes`` holds the first 5,000 rows."""

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    changes: list[ChangedRow] = field(default_factory=list)

    def note(self, row: ChangedRow) -> None:
        counter = self.new if row.is_new else self.changed
        counter[row.table] += 1
        self.conflicts += len(row.conflicts)
        if len(self.changes) < _KEPT_CHANGES:
            self.changes.append(row)


@dataclass
class _Changed:
    """What one batch writes into one table."""

    rows: list[tuple[Column, ...]] = field(default_factory=list)
    dots: list[tuple[int, int, str, str]] = field(default_factory=list)
    history: list[tuple[int, str, int, int, str, str, str, str]] = field(default_factory=list)
    notes: list[ChangedRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Incoming:
    """The parts of a verified bundle that merging needs; lists are indexed by the bundle's writers."""

    bundle: str
    user: str
    at: int
    writers: Sequence[Writer]


class ScopeMerge:
    """Merges the rows of one scope; made once for each scope of a bundle."""

    def __init__(
        self, store: Store, incoming: Incoming, scope: str, upto: Mapping[str, Mark], result: MergeResult
    ) -> None:
        self._store = store
        self._connection = store.connection
        self._incoming = incoming
        self._scope = scope
        self._result = result
        writers = store.writers
        self._numbers = [writers.add(writer) for writer in incoming.writers]
        self._known = [0] * len(writers.ids)
        self._upto = [0] * len(writers.ids)
        for w, mark in writers.vector(scope).items():
            self._known[writers.number(w) or 0] = mark.n
        for w, mark in upto.items():
            self._upto[writers.number(w) or 0] = mark.n
        self._is_first = not any(self._known)

    def take(self, batch: Iterable[RowChange]) -> None:
        """Merge a batch of lines. Raises E_OWNER for a row that stands in another scope here."""
        by_table: dict[str, list[RowChange]] = {}
        for line in batch:
            by_table.setdefault(line.t, []).append(line)
        for name, lines in by_table.items():
            table = self._store.catalogue.tables.get(name)
            if table is None:
                self._take_unknown(name, lines)
            else:
                self._take_known(table, lines)

    # -- known tables ---------------------------------------------------------------------------

    def _take_known(self, table: TableMap, lines: list[RowChange]) -> None:
        local = {} if self._is_first else self._local_rows(table, [line.id for line in lines])
        changed = _Changed()
        for line in lines:
            before, shown_before = local.get(line.id, ({}, {}))
            merged = merge_row(before, registers_of(self._renumber(line.c)), self._known, self._upto)
            if merged == before:
                self._result.unchanged[table.table] += 1
                continue
            row = self._row(table, line.id, merged)
            changed.rows.append(row)
            come = dots_of(merged) - dots_of(before)
            changed.dots.extend((writer, n, table.table, line.id) for writer, n in come)
            self._note(table, merged, shown_before, row, changed)
        self._write(table, changed)

    def _write(self, table: TableMap, changed: _Changed) -> None:
        cursor = self._connection.cursor()
        try:
            cursor.executemany(table.insert_sql if self._is_first else table.upsert_sql, changed.rows)
        except apsw.ConstraintError:
            # In a scope of which nothing is known here, an id that is here already is another scope's.
            self._local_rows(table, [str(row[0]) for row in changed.rows])
            raise
        self._index(changed.dots)
        cursor.executemany(_HISTORY, changed.history)
        for note in changed.notes:
            self._result.note(note)

    def _local_rows(
        self, table: TableMap, ids: Sequence[str]
    ) -> dict[str, tuple[Registers, dict[str, Column]]]:
        found: dict[str, tuple[Registers, dict[str, Column]]] = {}
        columns = "".join(f', "{name}"' for name in table.names)
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            rows = stream(
                self._connection,
                f'SELECT id, scope, alive, stamps{columns} FROM "{table.table}" WHERE id IN ({marks})',
                tuple(chunk),
            )
            for record_id, scope, alive, stamps, *values in rows:
                self._check_scope(table.table, record_id, scope)
                held: dict[str, Column] = {ROW_LIFE: alive, **dict(zip(table.names, values, strict=True))}
                found[record_id] = (read_registers(stamps, table, held), held)
        return found

    def _check_scope(self, table: str, record_id: str, scope: str) -> None:
        if scope != self._scope:
            raise SoSenError(Code.E_OWNER, f"{table} {record_id} stands in {scope}", scope=self._scope)

    def _renumber(self, parts: Iterable[Part]) -> list[Part]:
        return [(self._numbers[w], n, t, values) for w, n, t, values in parts]

    def _row(self, table: TableMap, record_id: str, registers: Registers) -> tuple[Column, ...]:
        shown = show(registers, table, self._store.writers.ids)
        fields = [shown.columns[name] for name in table.names]
        key = table.search_key(shown.columns)
        return (record_id, self._scope, shown.alive, shown.stamps, key, *fields)

    def _note(
        self,
        table: TableMap,
        merged: Registers,
        before: Mapping[str, Column],
        row: tuple[Column, ...],
        changed: _Changed,
    ) -> None:
        """Count the row, and remember old and new of what is shown differently now."""
        conflicts = tuple(sorted(name for name, siblings in merged.items() if is_conflict(siblings)))
        fields: dict[str, tuple[Value, Value]] = {}
        record_id = str(row[0])
        if before:
            after = {ROW_LIFE: row[2], **dict(zip(table.names, row[5:], strict=True))}
            fields = {
                name: (table.from_column(name, before[name]), table.from_column(name, value))
                for name, value in after.items()
                if before[name] != value
            }
            writer, n = max(dots_of(merged), key=lambda dot: dot[1])
            changes = _ENCODER.encode(fields).decode()
            source = self._incoming
            changed.history.append(
                (source.at, source.user, writer, n, table.table, record_id, source.bundle, changes)
            )
        elif len(self._result.changes) < _KEPT_CHANGES:
            fields = {
                name: (None, table.from_column(name, value))
                for name, value in zip(table.names, row[5:], strict=True)
                if value != table.blanks[name]
            }
        changed.notes.append(ChangedRow(table.table, record_id, not before, fields, conflicts))

    # -- tables of a newer program --------------------------------------------------------------

    def _take_unknown(self, name: str, lines: list[RowChange]) -> None:
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
            merged = merge_row(before, registers_of(self._renumber(line.c)), self._known, self._upto)
            if merged == before:
                self._result.unchanged[name] += 1
                continue
            stamps = show(merged, None, self._store.writers.ids).stamps
            self._connection.execute(
                "INSERT INTO other_row (tbl, id, scope, stamps) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (tbl, id) DO UPDATE SET stamps = excluded.stamps",
                (name, line.id, self._scope, stamps),
            )
            self._index([(writer, n, name, line.id) for writer, n in dots_of(merged) - dots_of(before)])
            self._result.note(ChangedRow(name, line.id, row is None, {}))

    def _index(self, dots: Iterable[tuple[int, int, str, str]]) -> None:
        self._connection.cursor().executemany(
            "INSERT OR IGNORE INTO sync_dot (writer, n, tbl, row_id) VALUES (?, ?, ?, ?)", dots
        )


def known_hash(store: Store, writer: str, n: int) -> str | None:
    """The hash of a commit known here, or None; for the check of overlapping history (E_FORK)."""
    number = store.writers.number(writer)
    if number is None:
        return None
    row = one(store.connection, "SELECT h FROM sync_commit WHERE writer = ? AND n = ?", (number, n))
    return str(row[0]) if row else None


def take_commits(store: Store, incoming: Incoming, lines: Iterable[CommitLine]) -> None:
    """Keep the commits of a bundle that are new here: the audit trail, and what later hashes meet."""
    numbers = [store.writers.add(writer) for writer in incoming.writers]
    store.connection.cursor().executemany(
        "INSERT OR IGNORE INTO sync_commit (writer, n, t, user, h, via) VALUES (?, ?, ?, ?, ?, ?)",
        ((numbers[line.w], line.n, line.t, line.user, line.h, incoming.bundle) for line in lines),
    )


def advance(store: Store, upto: Mapping[str, Mark]) -> None:
    """Move the version vector forward to what the bundle's sender knew; never backward."""
    for w, mark in upto.items():
        number = store.writers.number(w)
        assert number is not None
        if mark.n > store.writers.mark(number).n:
            store.writers.set_mark(number, mark)


def count_rows_of(store: Store, bundle: str) -> int:
    """How many rows carry commits that came with a bundle, counted from the database itself."""
    counted: int = value(
        store.connection,
        "SELECT count(*) FROM (SELECT DISTINCT d.tbl, d.row_id FROM sync_dot d "
        "JOIN sync_commit c ON c.writer = d.writer AND c.n = d.n WHERE c.via = ?)",
        (bundle,),
    )
    return counted
