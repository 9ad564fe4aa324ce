"""The plain case of a merge, in columns: nearly every row of nearly every bundle.

A line is plain when all that is new here of it was written by one commit, and that commit had seen
everything that is known here of the registers it wrote.  Then the commit's values simply follow, and
rows of one shape (the same registers) are checked and written together, without a step of Python for
each value.  A line of which every commit is known changes nothing: what would overwrite a value here
would be new here and stand in the line.  Whatever is not plain is handed back for the general merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from operator import gt
from typing import Any, cast

from desktop.domain.change import ROW_LIFE, Part, RowChange, Value
from desktop.store.following import INDEX_SQL, FollowingRows
from desktop.store.merge_result import ChangedRow, MergeResult
from desktop.store.row_shape import Columns, Lines, RowShape, columns_of
from desktop.store.span import Span
from desktop.store.stamps import stamp_text
from desktop.store.store import Store
from desktop.store.table_map import TableMap

_Line = tuple[str, int, int, int, dict[str, Value]]
"""One of ``Lines``."""


class PlainRows:
    """Takes the plain lines of one scope; made once for each scope of a bundle."""

    def __init__(self, store: Store, span: Span, result: MergeResult) -> None:
        self._store = store
        self._connection = store.connection
        self._span = span
        self._result = result
        self._shapes: dict[tuple[str, tuple[str, ...]], RowShape] = {}
        self._following = FollowingRows(store, span, result)

    def take(self, table: TableMap, lines: list[RowChange], *, is_first: bool) -> list[RowChange]:
        """Write what is plain among the lines of one table; the others are returned.

        ``is_first`` says that nothing of the scope is here, so no row is looked up. Raises E_OWNER for a
        row that stands in another scope here.
        """
        rest: list[RowChange] = []
        for shape, group, whole in self._shaped(table, lines, rest, is_first=is_first):
            columns = columns_of(group)
            if not shape.fits(columns):
                rest.extend(whole)
            elif is_first:
                self._insert(shape, group, columns)
            else:
                rest.extend(self._follow(shape, group, columns, whole))
        return rest

    def _shaped(
        self, table: TableMap, lines: list[RowChange], rest: list[RowChange], *, is_first: bool
    ) -> Iterator[tuple[RowShape, Lines, list[RowChange]]]:
        """The lines with one new commit, grouped by its registers; ``rest`` takes those with several."""
        alike = self._alike(lines, is_first=is_first)
        if alike is not None:
            groups = {tuple(alike.values[0]): (alike, lines)}
        else:
            groups = self._sorted_out(table, lines, rest, is_first=is_first)
        for names, (found, whole) in groups.items():
            shape = self._shapes.get((table.table, names))
            if shape is None:
                shape = self._shapes[table.table, names] = RowShape(table, names)
            if shape.is_whole:
                yield shape, found, whole
            else:
                rest.extend(whole)

    def _alike(self, lines: Sequence[RowChange], *, is_first: bool) -> Lines | None:
        """All the lines at once where each is one new commit and all write the same registers, as most do."""
        _tables, ids, parts = zip(*lines, strict=True)
        if set(map(len, parts)) != {1}:
            return None
        ws, ns, times, values = zip(*chain.from_iterable(parts), strict=True)
        writers = list(map(self._span.numbers.__getitem__, ws))
        is_new = is_first or all(map(gt, ns, map(self._span.known.__getitem__, writers)))
        if not is_new or len(set(map(tuple, values))) > 1:
            return None
        return Lines(ids, writers, ns, times, values)

    def _sorted_out(
        self, table: TableMap, lines: list[RowChange], rest: list[RowChange], *, is_first: bool
    ) -> dict[tuple[str, ...], tuple[Lines, list[RowChange]]]:
        """The same line by line: registers → lines; those that bring nothing are only counted."""
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
                group[0].append((line.id, numbers[w], n, time, values))
                group[1].append(line)
        return {names: (Lines(*zip(*found, strict=True)), whole) for names, (found, whole) in groups.items()}

    def _follow(
        self, shape: RowShape, group: Lines, columns: Columns, whole: Sequence[RowChange]
    ) -> list[RowChange]:
        """Change the rows that are here, insert new ones; what is not plain after all is returned."""
        others = self._following.take(shape, group, columns)
        new = [at for at in others.new if len(whole[at].c) == 1]
        if len(new) == len(group.ids):
            self._insert(shape, group, columns)
        elif new:
            picked = group.picked(new)
            self._insert(shape, picked, columns_of(picked))
        return [whole[at] for at in others.rest] + [whole[at] for at in others.new if len(whole[at].c) > 1]

    # -- new rows -------------------------------------------------------------------------------

    def _insert(self, shape: RowShape, group: Lines, columns: Columns) -> None:
        table = shape.table
        dots = list(group.dots)
        texts = {dot: stamp_text(*dot, shape.stamped) for dot in set(dots)}
        stamps = map(texts.__getitem__, dots)
        fields = [columns.get(name, repeat(blank)) for name, blank in table.blanks.items()]
        keys = self._search_keys(table, columns, len(dots))
        run = self._connection.cursor().executemany
        scope = repeat(self._span.scope)
        run(table.insert_sql, zip(group.ids, scope, columns[ROW_LIFE], stamps, keys, *fields, strict=False))
        run(INDEX_SQL, zip(group.writers, group.ns, repeat(table.table), group.ids))
        self._count_new(shape, group)

    @staticmethod
    def _search_keys(table: TableMap, columns: Columns, count: int) -> Iterable[str]:
        searched = [columns[name] for name in table.searched if name in columns]
        return table.search_keys(cast(Any, searched)) if searched else repeat("", count)

    def _count_new(self, shape: RowShape, group: Lines) -> None:
        table, result = shape.table, self._result
        told = min(len(group.ids), result.room)
        for record_id, values in zip(group.ids[:told], group.values[:told], strict=True):
            fields: dict[str, tuple[Value, Value]] = {
                name: (None, values[name]) for name in shape.names if values[name] != table.blanks[name]
            }
            result.note(ChangedRow(table.table, record_id, True, fields))
        result.new[table.table] += len(group.ids) - told


def _is_disputed(line: RowChange, new: Part) -> bool:
    """Whether a register of the new commit has another value in the line, written without knowing it."""
    return any(not new[3].keys().isdisjoint(part[3]) for part in line.c if part is not new)
