"""Plain lines for rows that are here: each is changed in one step that also tells what stood there.

The update of a row asks a function of this module for the stamps after the line's commit; on the way the
function notes what the row held, for the history, the preview and the undo of the import.  So a row is
looked up once, and nothing is read before it is written.  Where the stamps do not plainly follow, the row
keeps them, gets its columns back and goes the general way.

Statements that write many rows say OR FAIL: whatever fails undoes the whole import, so no copy of every
page has to be kept to undo the statement alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count, repeat
from typing import Any, NamedTuple, cast

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.errors import Code, SoSenError
from desktop.store.merge_result import ChangedRow, MergeResult
from desktop.store.row_shape import Columns, Lines, RowShape
from desktop.store.span import Span
from desktop.store.stamps import follow
from desktop.store.store import Store
from desktop.store.table_map import Column
from desktop.store.taken_pages import KEEP_SQL, PAGE, Form, plain_page_row

INDEX_SQL = "INSERT OR IGNORE INTO sync_dot (writer, n, tbl, row_id) VALUES (?, ?, ?, ?)"

_NOTE = "stamps_after"
"""The SQL function (shape, position, stamps, life, scope, columns …) → the stamps to write."""
_MOST_REMEMBERED = 10_000

Dot = tuple[int, int, int]


class Others(NamedTuple):
    """Positions of the lines that were not written: their row is new here, or they do not plainly follow."""

    new: list[int]
    rest: list[int]


class _Found(NamedTuple):
    """The rows that were here, in columns: positions, stamps before, life before, columns as they were."""

    at: Sequence[int]
    stamps: Sequence[str]
    alive: Sequence[int]
    olds: Sequence[Sequence[Column]]


class FollowingRows:
    """Writes the lines of one scope that plainly follow what is here; made once for each scope."""

    def __init__(self, store: Store, span: Span, result: MergeResult) -> None:
        self._connection = store.connection
        self._span = span
        self._result = result
        self._shapes: list[RowShape] = []
        self._updates: dict[RowShape, str] = {}
        self._commits: dict[Dot, int] = {}
        self._dots: list[Dot] = []
        self._stamps: dict[tuple[object, ...], str | None] = {}
        self._came: list[int] = []
        self._plain: list[tuple[Any, ...]] = []
        self._others: list[tuple[Any, ...]] = []
        self._connection.create_scalar_function(_NOTE, cast(Any, self._note), -1)

    def take(self, shape: RowShape, group: Lines, columns: Columns) -> Others:
        """Write what plainly follows and tell what is left. Raises E_OWNER for a row of another scope."""
        self._came = self._numbered(list(group.dots))
        self._plain, self._others = [], []
        values = [columns[name] for name in shape.names]
        update = self._updates.get(shape) or self._prepare(shape)
        self._connection.cursor().executemany(update, zip(count(), *values, group.ids))
        if self._plain:
            at, stamps, alive, *olds = zip(*self._plain, strict=True)
            self._write(shape, group, columns, _Found(at, stamps, alive, olds))
        if self._others:
            self._put_back(shape, group)
        rest = [row[0] for row in self._others]
        if len(self._plain) + len(rest) == len(group.ids):
            return Others([], rest)
        here = {row[0] for row in (*self._plain, *self._others)}
        return Others([at for at in range(len(group.ids)) if at not in here], rest)

    # -- one row --------------------------------------------------------------------------------

    def _prepare(self, shape: RowShape) -> str:
        """The update of a shape: position, the values of its registers, the id."""
        held = "".join(f', "{name}"' for name in shape.read)
        fields = "".join(f', "{name}" = ?' for name in shape.names)
        update = self._updates[shape] = (
            f'UPDATE OR FAIL "{shape.table.table}" SET stamps = '
            f"{_NOTE}({len(self._shapes)}, ?, stamps, alive, scope{held}){fields} WHERE id = ?"
        )
        self._shapes.append(shape)
        return update

    def _note(self, shape: int, at: int, stamps: str, alive: int, scope: str, *held: Column) -> str:
        """The stamps after the line's commit, once for rows that were written together; what was here."""
        if scope != self._span.scope:
            raise SoSenError(Code.E_OWNER, f"a row stands in {scope}", scope=self._span.scope)
        key = (stamps, shape, self._came[at])
        after = self._stamps[key] if key in self._stamps else self._stamps_after(*key)
        if after is None:
            self._others.append((at, *held))
            return stamps
        self._plain.append((at, stamps, alive, *held))
        return after

    def _stamps_after(self, stamps: str, shape: int, commit: int) -> str | None:
        if len(self._stamps) >= _MOST_REMEMBERED:
            self._stamps.clear()
        after = follow(stamps, self._dots[commit], self._shapes[shape].stamped, self._span.upto)
        self._stamps[stamps, shape, commit] = after
        return after

    def _numbered(self, dots: Sequence[Dot]) -> list[int]:
        """A number for each line's commit, the same for the same commit."""
        for dot in set(dots) - self._commits.keys():
            self._commits[dot] = len(self._dots)
            self._dots.append(dot)
        return [self._commits[dot] for dot in dots]

    def _put_back(self, shape: RowShape, group: Lines) -> None:
        """Give the rows that do not plainly follow the columns that the update has written over."""
        if shape.names:
            fields = ", ".join(f'"{name}" = ?' for name in shape.names)
            width = len(shape.names) + 1
            self._connection.cursor().executemany(
                f'UPDATE OR FAIL "{shape.table.table}" SET {fields} WHERE id = ?',
                [(*row[1:width], group.ids[row[0]]) for row in self._others],
            )

    # -- what goes with the rows ----------------------------------------------------------------

    def _write(self, shape: RowShape, group: Lines, columns: Columns, found: _Found) -> None:
        if len(found.at) < len(group.ids):
            group = group.picked(found.at)
            columns = {name: [values[at] for at in found.at] for name, values in columns.items()}
        table, run = shape.table.table, self._connection.cursor().executemany
        ids = group.ids
        lives = zip(found.alive, columns[ROW_LIFE], ids, strict=True)
        # Life is in the lists' indexes and seldom changes.
        turned = [(life, record_id) for was, life, record_id in lives if life != was]
        run(f'UPDATE OR FAIL "{table}" SET alive = ? WHERE id = ?', cast(Any, turned))
        if shape.is_searched:
            olds = dict(zip(shape.read, found.olds, strict=True))
            texts = [columns.get(name, olds.get(name, ())) for name in shape.table.searched]
            keys = shape.table.search_keys(cast(Any, texts))
            run(f'UPDATE OR FAIL "{table}" SET search_key = ? WHERE id = ?', zip(keys, ids, strict=True))
        run(INDEX_SQL, zip(group.writers, group.ns, repeat(table), ids))
        self._keep(shape, ids, columns, found)
        self._count(shape, ids, columns, found)

    def _keep(self, shape: RowShape, ids: Sequence[str], columns: Columns, found: _Found) -> None:
        """What stood here, in pages."""
        came = [self._came[at] for at in found.at]
        sides: list[Sequence[object]] = [came, found.alive, columns[ROW_LIFE]]
        for name, old in zip(shape.names, found.olds, strict=False):
            new = columns[name]
            sides += (old, [int(cast(bool, value)) for value in new] if name in shape.table.booleans else new)
        lines = list(zip(*sides, strict=True))
        for start in range(0, len(ids), PAGE):
            part = slice(start, start + PAGE)
            dots = {number: self._dots[number][:2] for number in sorted(set(came[part]))}
            page = plain_page_row(
                *(self._span.incoming.bundle, shape.table.table, self._span.after_line),
                Form((ROW_LIFE, *shape.names), dots),
                *(ids[part], lines[part], found.stamps[part]),
            )
            self._connection.execute(KEEP_SQL, cast(Any, page))

    def _count(self, shape: RowShape, ids: Sequence[str], columns: Columns, found: _Found) -> None:
        """Count the changed rows; tell of each while there is room."""
        told = min(len(ids), self._result.room)
        for at in range(told):
            changes = _changes(shape, at, columns, found)
            self._result.note(ChangedRow(shape.table.table, ids[at], False, changes))
        self._result.changed[shape.table.table] += len(ids) - told


def _changes(shape: RowShape, at: int, columns: Columns, found: _Found) -> dict[str, tuple[Value, Value]]:
    """What a row shows differently: field → (old, new), life first."""
    changes: dict[str, tuple[Value, Value]] = {}
    if found.alive[at] != columns[ROW_LIFE][at]:
        changes[ROW_LIFE] = (found.alive[at], columns[ROW_LIFE][at])
    for name, olds in zip(shape.names, found.olds, strict=False):
        old, new = shape.table.from_column(name, olds[at]), columns[name][at]
        if old != new:
            changes[name] = (old, new)
    return changes
