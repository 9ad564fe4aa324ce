"""What the consolidation table counts, grouped by the database: one statement for each kind of record.

Counting is by scope (hence by unit), by field of work or by state.  ``year`` keeps the records of plans of
that year; without it everything alive is counted, also what waits for its plan to arrive.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from desktop.domain.counts import TaskStatus
from desktop.domain.status import SOON_DAYS
from desktop.domain.targets import is_reached
from desktop.store.sql import Row, stream
from desktop.store.store import Store


class GroupBy(StrEnum):
    """The column by which records are grouped."""

    SCOPE = "scope"
    FIELD = "field_id"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class ReceivedBundle:
    """The newest bundle taken of one unit: its number, and when it was taken (UTC ms)."""

    unit: str
    n: int
    at: int


def day_of(stored: str | None) -> date | None:
    """A stored day as a date."""
    return date.fromisoformat(stored) if stored else None


def of_year(year: int | None, alias: str) -> tuple[str, tuple[object, ...]]:
    """The join that keeps records of plans of a year, and its values; nothing without a year."""
    if year is None:
        return "", ()
    return f" JOIN plan p ON p.id = {alias}.plan_id AND p.alive = 1 AND p.year = ?", (year,)


@dataclass(frozen=True, slots=True)
class TaskNumbers:
    """Tasks by group: as (state, deadline, day of completion) with how many are alike, and the key tasks.

    A day stands for all days that are judged alike (``_stand_in``): few lines come back for many tasks.
    """

    groups: dict[str, list[tuple[TaskStatus, int]]]
    key_tasks: Counter[str]


_CLASS = """CASE WHEN t.due_on IS NULL THEN 0 ELSE
    CASE WHEN t.due_on < ?1 THEN 1 WHEN t.due_on <= ?2 THEN 2 ELSE 3 END
    + CASE WHEN t.completed_on IS NULL THEN 0 WHEN t.completed_on <= t.due_on THEN 3 ELSE 6 END END"""
"""0 without a deadline; else past, soon or later (1, 2, 3), plus 3 when completed in time, 6 when late."""


def task_numbers(store: Store, by: GroupBy, today: date, year: int | None = None) -> TaskNumbers:
    """Count the tasks by scope, field or state, as they stand on ``today``."""
    join, values = _of_year_3(year)
    rows = stream(
        store.connection,
        f"SELECT t.{by}, t.state, {_CLASS}, count(*), sum(t.is_key_task) FROM task t{join} "
        "WHERE t.alive = 1 GROUP BY 1, 2, 3",
        (today.isoformat(), (today + timedelta(days=SOON_DAYS)).isoformat(), *values),
    )
    numbers = TaskNumbers(defaultdict(list), Counter())
    for key, state, number, times, key_tasks in rows:
        numbers.groups[key].append(((state, *_stand_in(number, today)), times))
        numbers.key_tasks[key] += key_tasks
    return numbers


def _of_year_3(year: int | None) -> tuple[str, tuple[object, ...]]:
    join, values = of_year(year, "t")
    return join.replace("?", "?3"), values


def _stand_in(number: int, today: date) -> tuple[date | None, date | None]:
    """Deadline and day of completion that are judged as all days of their class are."""
    if number == 0:
        return None, None
    completed, deadline = divmod(number - 1, 3)
    due_on = today + timedelta(days=(-1, 0, SOON_DAYS + 1)[deadline])
    return due_on, (None, due_on, due_on + timedelta(days=1))[completed]


def plan_numbers(store: Store, year: int | None = None) -> Counter[str]:
    """Scope → number of plans."""
    only, values = (" AND year = ?", (year,)) if year is not None else ("", ())
    rows = stream(
        store.connection, f"SELECT scope, count(*) FROM plan WHERE alive = 1{only} GROUP BY scope", values
    )
    return _numbers(rows)


def solution_numbers(store: Store, by: GroupBy, year: int | None = None) -> Counter[str]:
    """Group (scope or field) → number of solutions."""
    join, values = of_year(year, "s")
    rows = stream(
        store.connection,
        f"SELECT s.{by}, count(*) FROM solution s{join} WHERE s.alive = 1 GROUP BY 1",
        values,
    )
    return _numbers(rows)


NEWEST_VALUES = """
SELECT target_id, value FROM (
    SELECT v.target_id, v.value, row_number() OVER (
        PARTITION BY v.target_id ORDER BY q.cutoff_on DESC, v.id DESC) AS place
    FROM target_value v JOIN period q ON q.id = v.period_id
    WHERE v.alive = 1 AND v.value IS NOT NULL)
WHERE place = 1
"""
"""A table of (target_id, value): the newest value of each target, by the cut-off of its period."""


@dataclass(frozen=True, slots=True)
class TargetNumbers:
    """Targets of a group, and how many of them are reached by their newest value."""

    total: Counter[str]
    reached: Counter[str]


def target_numbers(store: Store, by: GroupBy, year: int | None = None) -> TargetNumbers:
    """Targets by group (scope or field). Running totals are kept in the values, so the newest one decides."""
    join, values = of_year(year, "g")
    rows = stream(
        store.connection,
        f"SELECT g.{by}, g.direction, g.planned_value, n.value FROM target g{join} "
        f"LEFT JOIN ({NEWEST_VALUES}) n ON n.target_id = g.id WHERE g.alive = 1",
        values,
    )
    numbers = TargetNumbers(Counter(), Counter())
    for key, direction, planned, newest in rows:
        numbers.total[key] += 1
        numbers.reached[key] += is_reached(direction, _decimal(planned), _decimal(newest))
    return numbers


def _numbers(rows: Iterable[Row]) -> Counter[str]:
    numbers: Counter[str] = Counter()
    for key, times in rows:
        numbers[key] = times
    return numbers


def _decimal(stored: str | None) -> Decimal | None:
    return Decimal(stored) if stored else None


def received_bundles(
    store: Store, codes: Iterable[str], before: int | None = None
) -> dict[str, ReceivedBundle]:
    """Unit → the bundle of it that was taken last, among those that ended with one of ``codes``.

    ``before`` (UTC ms) leaves out what was taken at that moment or later.
    """
    wanted = tuple(codes)
    marks = ",".join("?" * len(wanted))
    rows = stream(
        store.connection,
        f"SELECT unit, n, at FROM sync_log WHERE is_outgoing = 0 AND code IN ({marks}) "
        "AND at < coalesce(?, at + 1) ORDER BY at, n",
        (*wanted, before),
    )
    return {unit: ReceivedBundle(unit, n, at) for unit, n, at in rows}
