"""The week's work of this office: what is due, late, blocked or was reported on between Monday and Sunday.

Of another reporting period than the present one: what was due or reported on in it, as it was then said.

A task is *reviewed* once something was reported on it in this week, also when nothing changed.  A row stays
in the list for the whole week, so that working through it never moves the rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.domain.entities import PeriodKind, TaskState
from desktop.domain.status import DeadlineState, days_late, deadline_state
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.queries.own_tasks import (
    OwnTask,
    PeriodLine,
    Update,
    leaf_tasks,
    recent_updates,
    state_periods,
    task_updates,
)
from desktop.store.store import Store
from desktop.usecases.office import Office

_CLOSED = (TaskState.COMPLETED, TaskState.SUSPENDED, TaskState.CANCELLED)


@dataclass(frozen=True, slots=True)
class WeekTask:
    """A line of the week. ``result`` and ``difficulty`` are the newest words of this week or period."""

    id: str
    code: str
    title: str
    lead: str
    due_on: date | None
    completed_on: date | None
    state: str
    is_blocked: bool
    percent: int | None
    deadline: DeadlineState
    days_late: int
    days_left: int | None
    result: str
    difficulty: str
    is_reviewed: bool
    is_disputed: bool = False

    @property
    def is_open(self) -> bool:
        """Neither completed nor stopped."""
        return self.state not in _CLOSED


@dataclass(frozen=True, slots=True)
class Week:
    """The list with its days; ``period`` is the State's month that the reports of today belong to.

    Of another period than the present one (not ``is_present``) the days and ``period`` are that period's.
    """

    from_on: date
    to_on: date
    period: PeriodLine | None
    tasks: tuple[WeekTask, ...]
    is_present: bool = True

    @property
    def reviewed(self) -> int:
        """How many tasks were reported on in this week."""
        return sum(task.is_reviewed for task in self.tasks)

    @property
    def total(self) -> int:
        return len(self.tasks)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def month_period(store: Store, day: date) -> PeriodLine | None:
    """The State's month that a day falls in (15th to 14th), or None while the office has not defined it."""
    months = [one for one in state_periods(store) if one.kind == PeriodKind.MONTH]
    fitting = [one for one in months if one.from_on <= day <= one.cutoff_on]
    return min(fitting, key=lambda one: (one.cutoff_on, one.id), default=None)


def chosen_month(store: Store, day: date, period_id: str) -> PeriodLine | None:
    """The State's month of this id; the one that ``day`` falls in for "" and for one that is gone."""
    chosen = (one for one in state_periods(store) if period_id and one.id == period_id)
    return next(chosen, None) or month_period(store, day)


def read_week(office: Office, *, whole_period: bool = False, period_id: str = "") -> Week:
    """The week of today, by deadline; with ``whole_period`` also what is due until the period's cut-off.

    ``period_id`` names another period than the present one, whose work is wanted instead.
    """
    today = office.today()
    monday, sunday = week_of(today)
    with office.store.snapshot():
        period = month_period(office.store, today)
        if period_id and (period is None or period.id != period_id):
            other = chosen_month(office.store, today, period_id)
            if other is not None and other.id == period_id:
                return _read_month(office, other, today)
        tasks = leaf_tasks(office.store, (today.year - 1, today.year), office.unit_id)
        said = _by_task(recent_updates(office.store, office.unit_id, monday, period.id if period else ""))
        blocked = [task.id for task in tasks if task.is_blocked]
        before = _by_task(task_updates(office.store, blocked)) if blocked else {}
    last = max(sunday, period.cutoff_on) if whole_period and period is not None else sunday
    lines = []
    for task in tasks:
        updates = said.get(task.id, [])
        touched = any(u.reported_on is not None and u.reported_on >= monday for u in updates)
        if touched or _wants_attention(task, today, monday, last):
            difficulties = before.get(task.id, updates) if task.is_blocked else updates
            lines.append(task_line(task, today, _newest(updates, "result"), difficulties, reviewed=touched))
    lines.sort(key=lambda line: line.due_on or date.max)
    return Week(monday, sunday, period, _with_disputes(office, lines))


def _read_month(office: Office, period: PeriodLine, today: date) -> Week:
    """What was due or reported on in a period, as it stood at its cut-off."""
    first, last = period.from_on, period.cutoff_on
    years = (first.year - 1, last.year)
    tasks = leaf_tasks(office.store, years, office.unit_id)
    reported = recent_updates(office.store, office.unit_id, first, period.id)
    said = _by_task(one for one in reported if one.period_id == period.id or _within(one.reported_on, period))
    lines = []
    for task in tasks:
        updates = said.get(task.id, [])
        if updates or _within(task.due_on, period):
            stood = _as_said(task, updates[-1]) if updates else task
            result = _newest(updates, "result")
            lines.append(task_line(stood, min(today, last), result, updates, reviewed=bool(updates)))
    lines.sort(key=lambda line: line.due_on or date.max)
    return Week(first, last, period, _with_disputes(office, lines), is_present=False)


def _with_disputes(office: Office, lines: Iterable[WeekTask]) -> tuple[WeekTask, ...]:
    disputed = {row.id for row in conflict_rows(office.store, ("task",))}
    return tuple(replace(line, is_disputed=True) if line.id in disputed else line for line in lines)


def _within(day: date | None, period: PeriodLine) -> bool:
    return day is not None and period.from_on <= day <= period.cutoff_on


def _as_said(task: OwnTask, update: Update) -> OwnTask:
    completed_on = task.completed_on if update.state == TaskState.COMPLETED else None
    return replace(
        task,
        state=update.state,
        percent=update.percent,
        is_blocked=update.is_blocked,
        completed_on=completed_on,
    )


def _by_task(updates: Iterable[Update]) -> dict[str, list[Update]]:
    found: dict[str, list[Update]] = defaultdict(list)
    for update in updates:
        found[update.task_id].append(update)
    return dict(found)


def _wants_attention(task: OwnTask, today: date, monday: date, last: date) -> bool:
    if task.state in _CLOSED:
        return False
    late = task.due_on is not None and task.due_on < today
    due = task.due_on is not None and monday <= task.due_on <= last
    return late or due or task.is_blocked


def _newest(updates: Iterable[Update], name: str) -> str:
    return next((text for text in reversed([str(getattr(u, name)) for u in updates]) if text), "")


def task_line(
    task: OwnTask,
    today: date,
    result: str = "",
    difficulties: Iterable[Update] = (),
    *,
    reviewed: bool = False,
) -> WeekTask:
    """A task as a list shows it on ``today``."""
    status = (task.state, task.due_on, task.completed_on, today)
    return WeekTask(
        id=task.id,
        code=task.code,
        title=task.title,
        lead=task.person or task.body,
        due_on=task.due_on,
        completed_on=task.completed_on,
        state=task.state,
        is_blocked=task.is_blocked,
        percent=task.percent,
        deadline=deadline_state(*status),
        days_late=days_late(*status),
        days_left=(task.due_on - today).days if task.due_on else None,
        result=result,
        difficulty=_newest(difficulties, "difficulty"),
        is_reviewed=reviewed,
    )
