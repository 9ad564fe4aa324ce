"""All tasks of a year's plans as one long list: where each stands, and the lines of one page.

A list is first found as row numbers alone (a covering index holds what most filters ask for), plan by plan,
so that a caller can stop when time is up; the lines themselves are read a page at a time, and what a list is
sorted by some hundred at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.domain.vietnamese import fold
from desktop.store.queries.summary import day_of
from desktop.store.queries.task_filter import (
    NAMES,
    TEXT_COLUMNS,
    UNASSIGNED,
    DueClass,
    TaskFilter,
    conditions,
    due_condition,
)
from desktop.store.sql import Row, one, stream, value
from desktop.store.store import Store

Place = int
"""A task's row number: good for as long as the list is shown, never kept."""

_CHUNK = 500
_SORTED_BY = {
    **TEXT_COLUMNS,
    "percent": "t.percent",
    "due_on": "t.due_on",
    "state": "t.state, t.due_on, t.completed_on",
    "lead": "t.lead_person_id, t.lead_body_id",
    "field": "t.field_id",
}
_OWN_ORDER = 'ORDER BY t."order" NULLS LAST'
"""As the index ``task_list`` stands, so nothing is sorted; equals come as they were written."""


_PLANS = """
SELECT p.id, p.scope FROM plan p
WHERE p.alive = 1 AND p.year = ? AND EXISTS (SELECT 1 FROM task t WHERE t.plan_id = p.id AND t.alive = 1)
ORDER BY p.id
"""


def year_plans(store: Store, year: int) -> list[tuple[str, str]]:
    """(plan id, scope) of the plans of a year that hold any task."""
    return [(plan, scope) for plan, scope in stream(store.connection, _PLANS, (year,))]


def task_places(store: Store, plan: str, wish: TaskFilter) -> list[Place]:
    """The places of a plan's tasks that meet the filter, in the plan's own order.

    They come as one text: 100,000 of them in 14 ms, against 29 ms as rows.  SQLite keeps the order of a
    subquery for ``group_concat``.
    """
    where, values = _where(store, wish)
    found = f"SELECT t.rowid FROM task t WHERE t.plan_id = ? AND t.alive = 1{where} {_OWN_ORDER}"
    text = value(store.connection, f"SELECT group_concat(rowid) FROM ({found})", (plan, *values))
    return msgspec.json.decode(f"[{text or ''}]", type=list[Place])


def task_values(store: Store, places: Sequence[Place], column: str) -> dict[Place, Row]:
    """What a column is sorted by at some places: place → (place, one value or several)."""
    sql = f"SELECT t.rowid, {_SORTED_BY[column]} FROM task t WHERE t.rowid IN ({','.join('?' * len(places))})"
    return {row[0]: row for row in stream(store.connection, sql, places)}


def _where(store: Store, wish: TaskFilter) -> tuple[str, tuple[object, ...]]:
    """The filter's conditions; a search in one column needs Python's folding within the database."""
    if wish.texts:
        store.connection.create_scalar_function("fold", _fold, 1, deterministic=True)
    return conditions(wish)


def _fold(*texts: object) -> str:
    return fold(str(texts[0]))


def place_of(store: Store, task_id: str) -> Place | None:
    """The place of one task."""
    row = one(store.connection, "SELECT rowid FROM task WHERE id = ?", (task_id,))
    return row[0] if row else None


@dataclass(frozen=True, slots=True)
class ListedTask:
    """A task with the names beside it, and the newest words said of it."""

    place: Place
    id: str
    scope: str
    code: str
    title: str
    state: str
    percent: int | None
    due_on: date | None
    completed_on: date | None
    is_blocked: bool
    is_key_task: bool
    is_breakthrough: bool
    person: str
    body: str
    field: str
    result: str
    difficulty: str
    is_heading: bool


_LINES = f"""
SELECT t.rowid, t.id, t.scope, t.code, t.title, t.state, t.percent, t.due_on, t.completed_on, t.is_blocked,
       t.is_key_task, t.is_breakthrough,
       coalesce(p.full_name, ''), coalesce(b.name, ''), coalesce(f.name, ''),
       {TEXT_COLUMNS["result"]}, {TEXT_COLUMNS["difficulty"]},
       EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.alive = 1)
FROM task t
LEFT JOIN person p ON p.id = t.lead_person_id AND p.alive = 1
LEFT JOIN body b ON b.id = t.lead_body_id AND b.alive = 1
LEFT JOIN field f ON f.id = t.field_id AND f.alive = 1
WHERE t.alive = 1 AND t.rowid IN ({{marks}})
"""


def task_lines(store: Store, places: Sequence[Place]) -> list[ListedTask]:
    """The lines at some places, in their order; a task deleted meanwhile is left out."""
    found: dict[Place, ListedTask] = {}
    for start in range(0, len(places), _CHUNK):
        chunk = places[start : start + _CHUNK]
        sql = _LINES.format(marks=",".join("?" * len(chunk)))
        for row in stream(store.connection, sql, chunk):
            found[row[0]] = _line(row)
    return [found[place] for place in places if place in found]


def _line(row: Row) -> ListedTask:
    values = list(row)
    values[7:9] = day_of(row[7]), day_of(row[8])
    values[9:12] = map(bool, row[9:12])
    values[17] = bool(row[17])
    return ListedTask(*values)


# --- what a filter offers -----------------------------------------------------------------------------


def lead_names(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    """The names of people and of bodies by id."""
    people = stream(store.connection, "SELECT id, full_name FROM person WHERE alive = 1")
    bodies = stream(store.connection, "SELECT id, name FROM body WHERE alive = 1")
    return {row[0]: row[1] for row in people}, {row[0]: row[1] for row in bodies}


def tables_naming(store: Store, term: str) -> list[str]:
    """The tables of ``NAMES`` in which any name contains a folded word."""
    sql = "SELECT 1 FROM {} WHERE alive = 1 AND instr(search_key, ?) > 0 LIMIT 1"
    return [table for table in NAMES if one(store.connection, sql.format(table), (term,)) is not None]


def field_names(store: Store) -> dict[str, str]:
    """The names of the fields of work by id, in the fields' order."""
    sql = 'SELECT id, name FROM field WHERE alive = 1 ORDER BY "order" NULLS LAST, id'
    return {row[0]: row[1] for row in stream(store.connection, sql)}


def values_in_use(store: Store, year: int, columns: str) -> list[Row]:
    """The different values of columns of ``task`` in the plans of a year."""
    sql = (
        f"SELECT DISTINCT {columns} FROM task WHERE alive = 1 "
        "AND plan_id IN (SELECT id FROM plan WHERE year = ? AND alive = 1)"
    )
    return list(stream(store.connection, sql, (year,)))


@dataclass(frozen=True, slots=True)
class TaskNumbers:
    """How many tasks there are, and how many want attention."""

    total: int = 0
    overdue: int = 0
    soon: int = 0
    blocked: int = 0
    unassigned: int = 0


def count_tasks(store: Store, year: int, today: date) -> TaskNumbers:
    """The numbers of a year's plans."""
    overdue, soon = (due_condition(due, today) for due in (DueClass.OVERDUE, DueClass.SOON))
    row = one(
        store.connection,
        f"SELECT count(*), coalesce(sum({overdue}), 0), coalesce(sum({soon}), 0), "
        f"coalesce(sum(t.is_blocked), 0), coalesce(sum({UNASSIGNED}), 0) FROM task t "
        "WHERE t.alive = 1 AND t.plan_id IN (SELECT id FROM plan WHERE year = ? AND alive = 1)",
        (year,),
    )
    return TaskNumbers(*row) if row else TaskNumbers()
