"""Plain lines for rows that are here: the database compares, tells and writes a whole batch at once.

Only the stamps after a commit are worked out in Python, once for rows that were written together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any, NamedTuple, cast

import msgspec

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.errors import Code, SoSenError
from desktop.store.merge_result import ChangedRow, MergeResult
from desktop.store.row_shape import Columns, Line, RowShape
from desktop.store.span import Span
from desktop.store.sql import Row, one, stream
from desktop.store.staging import COMMIT_SQL, COMMITS_SQL, FOLLOW, Statements
from desktop.store.stamps import follow
from desktop.store.store import Store
from desktop.store.table_map import TableMap
from desktop.store.taken_pages import PAGE, Form

_MOST_REMEMBERED = 10_000

Dot = tuple[int, int, int]


class Others(NamedTuple):
    """Positions of the lines that were not written: their row is new here, or they do not plainly follow."""

    new: list[int]
    rest: list[int]


class FollowingRows:
    """Writes the lines of one scope that plainly follow what is here; made once for each scope."""

    def __init__(self, store: Store, span: Span, result: MergeResult) -> None:
        self._connection = store.connection
        self._span = span
        self._result = result
        self._shapes: list[RowShape] = []
        self._statements: dict[RowShape, Statements] = {}
        self._commits: dict[Dot, int] = {}
        self._dots: list[Dot] = []
        self._met: set[int] = set()
        self._stamps: dict[tuple[object, ...], str | None] = {}
        self._connection.execute(COMMITS_SQL)
        self._connection.create_scalar_function(FOLLOW, cast(Any, self._stamps_after), 3, deterministic=True)

    def take(self, shape: RowShape, group: Sequence[Line], columns: Columns) -> Others:
        """Write what plainly follows and tell what is left. Raises E_OWNER for a row of another scope."""
        statements = self._statements.get(shape) or self._prepare(shape)
        self._stage(statements, shape, group, columns)
        others = self._write(statements, shape, len(group))
        self._connection.execute(statements.clear)
        return others

    def _prepare(self, shape: RowShape) -> Statements:
        statements = self._statements[shape] = Statements(shape, len(self._shapes))
        self._shapes.append(shape)
        self._connection.execute(statements.create)
        self._connection.execute(statements.clear)
        return statements

    # -- beside what is here --------------------------------------------------------------------

    def _stage(
        self, statements: Statements, shape: RowShape, group: Sequence[Line], columns: Columns
    ) -> None:
        ids, writers, ns, times, _values = zip(*group, strict=True)
        commits = self._numbered(list(zip(writers, ns, times, strict=True)))
        self._met = set(commits)
        values = [columns[name] for name in (ROW_LIFE, *shape.names)]
        self._connection.cursor().executemany(statements.line, zip(count(), ids, commits, *values))
        self._connection.execute(statements.stage, (self._span.scope,))

    def _numbered(self, dots: Sequence[Dot]) -> list[int]:
        """The number of each line's commit in the temporary table, where those not met before are put."""
        for dot in set(dots) - self._commits.keys():
            number = self._commits[dot] = len(self._dots)
            self._dots.append(dot)
            self._connection.execute(COMMIT_SQL, (number, *dot[:2]))
        return [self._commits[dot] for dot in dots]

    def _stamps_after(self, stamps: str | None, shape: int, commit: int) -> str | None:
        """``follow``, remembered, because rows that were written together have the same stamps."""
        key = (stamps, shape, commit)
        if key in self._stamps:
            return self._stamps[key]
        if len(self._stamps) >= _MOST_REMEMBERED:
            self._stamps.clear()
        after = stamps and follow(stamps, self._dots[commit], self._shapes[shape].stamped, self._span.upto)
        self._stamps[key] = after
        return after

    # -- written --------------------------------------------------------------------------------

    def _write(self, statements: Statements, shape: RowShape, lines: int) -> Others:
        table, run = shape.table.table, self._connection.execute
        plain, strangers, lives = one(self._connection, statements.found) or (0, 0, 0)
        if strangers:
            record_id, there = one(self._connection, statements.stranger) or ("", "")
            raise SoSenError(Code.E_OWNER, f"{table} {record_id} stands in {there}", scope=self._span.scope)
        if plain:
            self._count(statements, shape, plain)
            if shape.is_searched:
                self._fold(statements, shape.table)
            page = self._page(shape)
            for start in range(0, lines, PAGE):
                run(statements.keep, (*page, start, start + PAGE))
            run(statements.index, (table,))
            run(statements.update)
        if lives:
            run(statements.revive)
        others = Others([], [])
        if plain < lines:
            for at, is_new in stream(self._connection, statements.others):
                (others.new if is_new else others.rest).append(at)
        return others

    def _page(self, shape: RowShape) -> tuple[str, str, int, str]:
        """What the statement cannot know of a page: whose it is, and what its lines share."""
        dots = {number: self._dots[number][:2] for number in sorted(self._met)}
        form = msgspec.json.encode(Form((ROW_LIFE, *shape.names), dots)).decode()
        return self._span.incoming.bundle, shape.table.table, self._span.after_line, form

    def _fold(self, statements: Statements, table: TableMap) -> None:
        """The search keys after the change."""
        staged = list(stream(self._connection, statements.texts))
        keys = table.search_keys(row[1:] for row in staged)
        self._connection.cursor().executemany(
            statements.key, zip(keys, (row[0] for row in staged), strict=True)
        )

    def _count(self, statements: Statements, shape: RowShape, plain: int) -> None:
        """Count the changed rows; tell of each while there is room."""
        told = min(plain, self._result.room)
        for row in stream(self._connection, statements.tell, (told,)):
            self._result.note(ChangedRow(shape.table.table, row[0], False, _changes(shape, row)))
        self._result.changed[shape.table.table] += plain - told


def _changes(shape: RowShape, row: Row) -> dict[str, tuple[Value, Value]]:
    """What is shown differently: field → (old, new), life first. ``row``: id, both lives, olds, news."""
    table, count_of = shape.table, len(shape.names)
    _id, was_alive, alive, *values = row
    changes: dict[str, tuple[Value, Value]] = {}
    if alive != was_alive:
        changes[ROW_LIFE] = (was_alive, alive)
    for name, old, new in zip(shape.names, values[:count_of], values[count_of:], strict=True):
        if new != old:
            changes[name] = (table.from_column(name, old), table.from_column(name, new))
    return changes
