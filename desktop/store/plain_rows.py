"""The plain case of a merge, in columns: nearly every row of nearly every bundle.

A line is plain when all that is new here of it was written by one commit, and that commit had seen
everything that is known here of the registers it wrote.  Then the commit's values simply follow, and
rows of one shape (the same registers) are checked and written together, without a step of Python for
each value.  A line of which every commit is known changes nothing: what would overwrite a value here
would be new here and stand in the line.  Whatever is not plain is handed back for the general merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

import msgspec

from desktop.domain.change import ROW_LIFE, Part, RowChange, Value
from desktop.domain.entity import FITS, FieldSpec, Kind
from desktop.domain.errors import Code, SoSenError
from desktop.store.merge_result import ChangedRow, Incoming, MergeResult
from desktop.store.sql import Row, stream
from desktop.store.stamps import follow, stamp_text
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap

INDEX_SQL = "INSERT OR IGNORE INTO sync_dot (writer, n, tbl, row_id) VALUES (?, ?, ?, ?)"
HISTORY_SQL = (
    "INSERT INTO history (at, user, writer, n, tbl, row_id, source, changes) VALUES (?,?,?,?,?,?,?,?)"
)
HistoryRow = tuple[int, str, int, int, str, str, str, str]

_CHUNK = 500
_MOST_STAMPS = 10_000
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Span:
    """The two histories that meet in one scope, by local number of a writer.

    ``numbers`` turns the bundle's index of a writer into the local number and ``indexes`` back;
    ``known[number]`` is the last commit known here, ``upto[number]`` the last known to the sender.
    """

    incoming: Incoming
    scope: str
    numbers: Sequence[int]
    known: Sequence[int]
    upto: Sequence[int]
    indexes: Mapping[int, int]

    def user(self, number: int, n: int) -> str:
        """Who made a commit, as the bundle says."""
        return self.incoming.users.get((self.indexes[number], n), self.incoming.user)


class _Line(NamedTuple):
    """A plain line: its record's id, the local number of the writer, n, claimed time, the values."""

    id: str
    writer: int
    n: int
    time: int
    values: dict[str, Value]


class _Shape:
    """Lines with the same registers, and what can be said of them before looking at any."""

    def __init__(self, table: TableMap, names: tuple[str, ...]) -> None:
        self.table = table
        self.names = tuple(name for name in names if name != ROW_LIFE)
        self.stamped = tuple(sorted(names))
        self.is_whole = ROW_LIFE in names and all(name in table.specs for name in self.names)
        """Every commit that touches a row writes its life; a register of a newer program is not plain."""
        self.is_searched = any(name in table.searched for name in self.names)
        self.read = tuple(dict.fromkeys((*self.names, *(table.searched if self.is_searched else ()))))
        self.update_sql = self._update_sql()

    def _update_sql(self) -> str:
        keys = ("search_key",) if self.is_searched else ()
        changed = ", ".join(f'"{name}" = ?' for name in ("alive", "stamps", *keys, *self.names))
        return f'UPDATE "{self.table.table}" SET {changed} WHERE id = ?'

    def fits(self, columns: Mapping[str, Sequence[Value]]) -> bool:
        """Whether every value is of its field's kind, and life is 0 or 1."""
        life = columns[ROW_LIFE]
        if set(map(type, life)) != {int} or not set(life) <= {0, 1}:
            return False
        return all(_column_fits(self.table.specs[name], columns[name]) for name in self.names)


def _column_fits(spec: FieldSpec, values: Sequence[Value]) -> bool:
    """``FITS`` for many values at once; a day or a decimal is looked at once for each different value."""
    kinds = set(map(type, values))
    if spec.kind in (Kind.DATE, Kind.DECIMAL):
        return kinds <= {str, type(None)} and all(map(FITS[spec.kind], set(values)))
    return kinds <= _TYPES[spec.kind]


_TYPES: Mapping[Kind, set[type]] = {
    Kind.TEXT: {str},
    Kind.LONG_TEXT: {str},
    Kind.REFERENCE: {str},
    Kind.CHOICE: {str},
    Kind.BOOLEAN: {bool},
    # That it is small enough for every reader was checked when the line was decoded.
    Kind.INTEGER: {int, type(None)},
}


class PlainRows:
    """Takes the plain lines of one scope; made once for each scope of a bundle."""

    def __init__(self, store: Store, span: Span, result: MergeResult) -> None:
        self._store = store
        self._connection = store.connection
        self._span = span
        self._result = result
        self._shapes: dict[tuple[str, tuple[str, ...]], _Shape] = {}
        self._stamps: dict[tuple[object, ...], str | None] = {}

    def take(self, table: TableMap, lines: list[RowChange], *, is_first: bool) -> list[RowChange]:
        """Write what is plain among the lines of one table; the others are returned.

        ``is_first`` says that nothing of the scope is here, so no row is looked up. Raises E_OWNER for a
        row that stands in another scope here.
        """
        rest: list[RowChange] = []
        for shape, group, whole in self._shaped(table, lines, rest, is_first=is_first):
            columns = _columns(group)
            if not shape.fits(columns):
                rest.extend(whole)
            elif is_first:
                self._insert(shape, group, columns)
            else:
                rest.extend(self._write(shape, group, columns, whole))
        return rest

    def _shaped(
        self, table: TableMap, lines: list[RowChange], rest: list[RowChange], *, is_first: bool
    ) -> Iterator[tuple[_Shape, list[_Line], list[RowChange]]]:
        """The lines with one new commit, grouped by its registers; ``rest`` takes those with several."""
        groups: dict[tuple[str, ...], tuple[list[_Line], list[RowChange]]] = {}
        numbers, known = self._span.numbers, self._span.known
        for line in lines:
            new = line.c if is_first else [part for part in line.c if part[1] > known[numbers[part[0]]]]
            if not new:
                self._result.unchanged[table.table] += 1
            elif len(new) > 1 or (len(line.c) > 1 and _is_disputed(line, new[0])):
                rest.append(line)
            else:
                w, n, time, values = new[0]
                group = groups.setdefault(tuple(values), ([], []))
                group[0].append(_Line(line.id, numbers[w], n, time, values))
                group[1].append(line)
        for names, (found, whole) in groups.items():
            shape = self._shapes.get((table.table, names))
            if shape is None:
                shape = self._shapes[table.table, names] = _Shape(table, names)
            if shape.is_whole:
                yield shape, found, whole
            else:
                rest.extend(whole)

    # -- new rows -------------------------------------------------------------------------------

    def _insert(self, shape: _Shape, group: Sequence[_Line], columns: Mapping[str, Sequence[Value]]) -> None:
        table = shape.table
        ids = [line.id for line in group]
        stamps = [stamp_text(line.writer, line.n, line.time, shape.stamped) for line in group]
        fields = [columns.get(name, repeat(blank)) for name, blank in table.blanks.items()]
        keys = self._search_keys(table, columns, len(group))
        cursor = self._connection.cursor()
        cursor.executemany(
            table.insert_sql, zip(ids, repeat(self._span.scope), columns[ROW_LIFE], stamps, keys, *fields)
        )
        self._index(shape, group)
        self._count_new(shape, group)

    @staticmethod
    def _search_keys(table: TableMap, columns: Mapping[str, Sequence[Value]], count: int) -> Iterable[str]:
        searched = [columns[name] for name in table.searched if name in columns]
        return table.search_keys(zip(*searched, strict=True)) if searched else repeat("", count)

    def _index(self, shape: _Shape, group: Sequence[_Line]) -> None:
        name = shape.table.table
        self._connection.cursor().executemany(
            INDEX_SQL, [(line.writer, line.n, name, line.id) for line in group]
        )

    def _count_new(self, shape: _Shape, group: Sequence[_Line]) -> None:
        table, result = shape.table, self._result
        for count, line in enumerate(group):
            if result.is_full:
                result.new[table.table] += len(group) - count
                return
            fields: dict[str, tuple[Value, Value]] = {
                name: (None, line.values[name])
                for name in shape.names
                if line.values[name] != table.blanks[name]
            }
            result.note(ChangedRow(table.table, line.id, True, fields))

    # -- rows that are here ---------------------------------------------------------------------

    def _write(
        self,
        shape: _Shape,
        group: Sequence[_Line],
        columns: Mapping[str, Sequence[Value]],
        whole: Sequence[RowChange],
    ) -> list[RowChange]:
        """Insert what is new, update what is here; what is not plain after all is returned."""
        local = self._local(shape, [line.id for line in group])
        new, rest = [], []
        plain: list[tuple[_Line, Row, str]] = []
        for line, original in zip(group, whole, strict=True):
            row = local.get(line.id)
            stamps = None if row is None else self._followed(row[1], line, shape)
            if row is not None and stamps is not None:
                plain.append((line, row, stamps))
            elif row is None and len(original.c) == 1:
                new.append(line)
            else:
                rest.append(original)
        if new:
            self._insert(shape, new, columns if len(new) == len(group) else _columns(new))
        self._update(shape, plain)
        return rest

    def _local(self, shape: _Shape, ids: Sequence[str]) -> dict[str, Row]:
        """Id → (alive, stamps, what the shape reads) of the rows that are here."""
        found: dict[str, Row] = {}
        columns = "".join(f', "{name}"' for name in shape.read)
        for start in range(0, len(ids), _CHUNK):
            chunk = ids[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            rows = stream(
                self._connection,
                f'SELECT id, scope, alive, stamps{columns} FROM "{shape.table.table}" WHERE id IN ({marks})',
                chunk,
            )
            for row in rows:
                if row[1] != self._span.scope:
                    place = f"{shape.table.table} {row[0]}"
                    raise SoSenError(Code.E_OWNER, f"{place} stands in {row[1]}", scope=self._span.scope)
                found[row[0]] = row[2:]
        return found

    def _followed(self, stamps: str, line: _Line, shape: _Shape) -> str | None:
        """The stamps after the line's commit, or None when it does not plainly follow; remembered, because
        rows that were written together have the same stamps.
        """
        key = (stamps, line.writer, line.n, line.time, shape.stamped)
        if key not in self._stamps:
            if len(self._stamps) >= _MOST_STAMPS:
                self._stamps.clear()
            dot = (line.writer, line.n, line.time)
            self._stamps[key] = follow(stamps, dot, shape.stamped, self._span.upto)
        return self._stamps[key]

    def _update(self, shape: _Shape, plain: Sequence[tuple[_Line, Row, str]]) -> None:
        table = shape.table
        updates: list[tuple[Column, ...]] = []
        history: list[HistoryRow] = []
        for line, row, stamps in plain:
            values = line.values
            key = (self._key_after(shape, row, values),) if shape.is_searched else ()
            fields = [values[name] for name in shape.names]
            updates.append((values[ROW_LIFE], stamps, *key, *fields, line.id))
            changes = self._changes(shape, row, values)
            if changes:
                history.append(self._history_row(table, line, changes))
            self._count_changed(table, line, changes)
        cursor = self._connection.cursor()
        cursor.executemany(shape.update_sql, updates)
        cursor.executemany(HISTORY_SQL, history)
        self._index(shape, [line for line, _row, _stamps in plain])

    @staticmethod
    def _key_after(shape: _Shape, row: Row, values: Mapping[str, Value]) -> str:
        held = {**dict(zip(shape.read, row[2:], strict=True)), **values}
        return shape.table.folded([held[name] for name in shape.table.searched])

    @staticmethod
    def _changes(shape: _Shape, row: Row, values: Mapping[str, Value]) -> dict[str, tuple[Value, Value]]:
        """What is shown differently: field → (old, new), life first."""
        table = shape.table
        changes: dict[str, tuple[Value, Value]] = {}
        if values[ROW_LIFE] != row[0]:
            changes[ROW_LIFE] = (row[0], values[ROW_LIFE])
        for name, old in zip(shape.names, row[2:], strict=False):
            if values[name] != old:
                changes[name] = (table.from_column(name, old), values[name])
        return changes

    def _history_row(
        self, table: TableMap, line: _Line, changes: Mapping[str, tuple[Value, Value]]
    ) -> HistoryRow:
        user = self._span.user(line.writer, line.n)
        encoded = _ENCODER.encode(changes).decode()
        source = self._span.incoming.bundle
        return (line.time, user, line.writer, line.n, table.table, line.id, source, encoded)

    def _count_changed(
        self, table: TableMap, line: _Line, changes: Mapping[str, tuple[Value, Value]]
    ) -> None:
        if self._result.is_full:
            self._result.changed[table.table] += 1
        else:
            self._result.note(ChangedRow(table.table, line.id, False, changes))


def _is_disputed(line: RowChange, new: Part) -> bool:
    """Whether a register of the new commit has another value in the line, written without knowing it."""
    return any(not new[3].keys().isdisjoint(part[3]) for part in line.c if part is not new)


def _columns(group: Sequence[_Line]) -> dict[str, tuple[Value, ...]]:
    """The values of lines of one shape, by register."""
    names = tuple(group[0].values)
    return dict(zip(names, zip(*(line.values.values() for line in group), strict=True), strict=True))
