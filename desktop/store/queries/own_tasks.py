"""The tasks that an office itself works on, and what was said of them: the reading behind the weekly screens.

Only work at the lowest level is read: a key task with tasks below it is a heading, its state is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.store.queries.summary import day_of
from desktop.store.sql import Row, stream
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task with the names of who leads it. ``place`` is its place in the plan."""

    id: str
    scope: str
    code: str
    title: str
    state: str
    percent: int | None
    due_on: date | None
    completed_on: date | None
    is_blocked: bool
    person: str
    body: str
    place: int


@dataclass(frozen=True, slots=True)
class Update:
    """What was said of a task at one day."""

    id: str
    task_id: str
    period_id: str
    reported_on: date | None
    state: str
    percent: int | None
    is_blocked: bool
    result: str
    difficulty: str


_TASKS = """
SELECT t.id, t.scope, t.code, t.title, t.state, t.percent, t.due_on, t.completed_on, t.is_blocked,
       coalesce(p.full_name, ''), coalesce(b.name, ''), t."order"
FROM task t
JOIN plan ON plan.id = t.plan_id AND plan.alive = 1
LEFT JOIN person p ON p.id = t.lead_person_id AND p.alive = 1
LEFT JOIN body b ON b.id = t.lead_body_id AND b.alive = 1
WHERE t.alive = 1 AND plan.year BETWEEN ? AND ? {scope}
  AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.alive = 1)
ORDER BY t.scope, t."order" IS NULL, t."order", t.id
"""


def leaf_tasks(store: Store, years: tuple[int, int], scope: str = "") -> list[OwnTask]:
    """The tasks of plans from the first to the last year given, of one scope or of all, in plan order."""
    sql = _TASKS.format(scope="AND t.scope = ?" if scope else "")
    rows = stream(store.connection, sql, (*years, scope) if scope else years)
    return [_task(row) for row in rows]


def _task(row: Row) -> OwnTask:
    values = list(row)
    values[6:9] = day_of(row[6]), day_of(row[7]), bool(row[8])
    values[11] = row[11] or 0
    return OwnTask(*values)


_UPDATES = (
    "SELECT id, task_id, period_id, reported_on, state, percent, is_blocked, result, difficulty "
    "FROM progress_update "
)


def recent_updates(store: Store, scope: str, since: date, period_id: str) -> list[Update]:
    """The updates of a scope from a day on or of a period, oldest first."""
    rows = stream(
        store.connection,
        f"{_UPDATES} WHERE alive = 1 AND scope = ? "
        "AND (reported_on >= ? OR (period_id <> '' AND period_id = ?)) ORDER BY reported_on, id",
        (scope, since.isoformat(), period_id),
    )
    return [_update(row) for row in rows]


def task_updates(store: Store, task_ids: Iterable[str]) -> list[Update]:
    """All updates of some tasks, oldest first."""
    wanted = tuple(task_ids)
    marks = ",".join("?" * len(wanted))
    rows = stream(
        store.connection,
        f"{_UPDATES} WHERE alive = 1 AND task_id IN ({marks}) ORDER BY reported_on, id",
        wanted,
    )
    return [_update(row) for row in rows]


def _update(row: Row) -> Update:
    values = list(row)
    values[3], values[6] = day_of(row[3]), bool(row[6])
    return Update(*values)


_PERIODS = """
SELECT id, year, kind, number, from_on, cutoff_on, submit_by FROM period
WHERE alive = 1 AND regime = 'state' {only} ORDER BY from_on, id
"""


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A reporting period of the State's calendar."""

    id: str
    year: int
    kind: str
    number: int
    from_on: date
    cutoff_on: date
    submit_by: date | None


def state_periods(store: Store, year: int | None = None) -> list[PeriodLine]:
    """The complete periods of the State's calendar, of one year or of all, in order of their first day."""
    sql = _PERIODS.format(only="AND year = ?" if year is not None else "")
    rows = stream(store.connection, sql, () if year is None else (year,))
    return [_period(row) for row in rows if None not in row[:6]]


def _period(row: Row) -> PeriodLine:
    values = list(row)
    values[4:] = [day_of(stored) for stored in row[4:]]
    return PeriodLine(*values)
