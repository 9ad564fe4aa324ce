"""Report on tasks: a status, a percentage, what came of it, what stands in the way. One action, one undo.

A report changes the task's status and writes a progress update of the State's month that contains today.
What is reported on one task within one week and period is one update, so that correcting a key press
leaves no second statement behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.domain.entity import entity_type
from desktop.domain.errors import InvalidValueError
from desktop.store.queries.own_tasks import Update, task_updates
from desktop.store.work import UnitOfWork
from desktop.usecases.office import Office
from desktop.usecases.weekly_tasks import month_period, week_of

LABEL = "update_status"
"""The action's key in the undo list."""


class QuickStatus(StrEnum):
    """The four answers of the weekly round, in the order of their keys 1 to 4."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Cell:
    """One answer on one task: ``key`` is status, percent, completed_on, result or difficulty."""

    task_id: str
    key: str
    value: Any


_TEXTS = ("result", "difficulty")
_OPEN = (TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.PENDING_CONFIRMATION)


def quick_status(state: str, *, is_blocked: bool) -> QuickStatus | None:
    """The answer that a task's status amounts to; None for what the four answers cannot say."""
    if state == TaskState.COMPLETED:
        return QuickStatus.DONE
    if state not in _OPEN:
        return None
    if is_blocked:
        return QuickStatus.BLOCKED
    return QuickStatus.NOT_STARTED if state == TaskState.NOT_STARTED else QuickStatus.IN_PROGRESS


def set_status(office: Office, task_ids: Iterable[str], status: QuickStatus) -> None:
    """Give tasks a status: completed today with 100 %, blocked, in progress, not started.

    Raises E_READONLY for another unit's task, E_MISSING for one that is gone.
    """
    report(office, [Cell(task_id, "status", status) for task_id in task_ids])


def report(office: Office, cells: Sequence[Cell]) -> None:
    """Write several answers as one action. Raises as ``set_status``, and InvalidValueError."""
    by_task: dict[str, list[Cell]] = {}
    for cell in cells:
        by_task.setdefault(cell.task_id, []).append(cell)
    with office.store.work(user=office.user, label=LABEL) as work:
        reports = Reports(office, by_task)
        for task_id, answers in by_task.items():
            task = _answered(office.store.get(Task, task_id), answers, reports.today, reports.of(task_id))
            texts = {cell.key: cell.value for cell in answers if cell.key in _TEXTS}
            says_nothing = len(texts) == len(answers) and not any(texts.values())
            if says_nothing and reports.current(task_id) is None:
                continue
            work.save(task)
            reports.say(work, task, texts)


class Reports:
    """The progress updates of some tasks, read once; writes the one that goes with a changed status.

    Wherever a status is set, in the weekly round, a cell of the plan or its panel, this stands beside it.
    """

    def __init__(self, office: Office, task_ids: Iterable[str]) -> None:
        self._office = office
        self.today = office.today()
        period = month_period(office.store, self.today)
        self._period_id = period.id if period else ""
        self._held: dict[str, list[Update]] = {}
        for update in task_updates(office.store, task_ids):
            self._held.setdefault(update.task_id, []).append(update)

    def of(self, task_id: str) -> Sequence[Update]:
        """All updates of a task, the oldest first."""
        return self._held.get(task_id, [])

    def current(self, task_id: str) -> Update | None:
        """The update that a further report of this week belongs to; of an earlier period never (cut-off)."""
        monday, _sunday = week_of(self.today)
        fitting = [
            one
            for one in self.of(task_id)
            if one.reported_on is not None and one.reported_on >= monday and one.period_id == self._period_id
        ]
        return fitting[-1] if fitting else None

    def say(self, work: UnitOfWork, task: Task, texts: Mapping[str, Any]) -> None:
        """Write what the task has come to, as part of the action that changes it."""
        status = {
            "reported_on": self.today,
            "state": task.state,
            "percent": task.percent,
            "is_blocked": task.is_blocked,
        }
        current = self.current(task.id)
        if current is not None:
            work.save(self._office.store.get(ProgressUpdate, current.id).replace(**status, **texts))
            return
        update = ProgressUpdate(scope=task.scope, task_id=task.id, period_id=self._period_id)
        work.add(update.replace(**status, **texts))


def _answered(task: Task, answers: Sequence[Cell], today: date, updates: Sequence[Update]) -> Task:
    for cell in answers:
        if cell.key == "status":
            task = _with_status(task, QuickStatus(cell.value), today, updates)
        elif cell.key == "percent":
            task = _with_percent(task, cell.value, today)
        elif cell.key == "completed_on":
            task = _with_day(task, cell.value, today, updates)
        elif cell.key not in _TEXTS:
            raise InvalidValueError("task", cell.key, "wrong_type", cell.value)
    return task


def _with_status(task: Task, status: QuickStatus, today: date, updates: Sequence[Update]) -> Task:
    if status is QuickStatus.DONE:
        done_on = task.completed_on or today
        return task.replace(state=TaskState.COMPLETED, percent=100, completed_on=done_on, is_blocked=False)
    if status is QuickStatus.NOT_STARTED:
        return task.replace(state=TaskState.NOT_STARTED, percent=0, completed_on=None, is_blocked=False)
    blocked = status is QuickStatus.BLOCKED
    state = task.state if blocked and task.state in _OPEN else TaskState.IN_PROGRESS
    percent = _percent_before(task, updates)
    return task.replace(state=state, percent=percent, completed_on=None, is_blocked=blocked)


def _percent_before(task: Task, updates: Sequence[Update]) -> int | None:
    """The percentage of work that goes on: 100 no longer holds, so the newest one below it."""
    if task.percent != 100:
        return task.percent
    below = [one.percent for one in updates if one.percent is not None and one.percent < 100]
    return below[-1] if below else None


def _with_percent(task: Task, percent: int | None, today: date) -> Task:
    spec = entity_type(Task).by_name["percent"]
    if percent == spec.maximum:
        return _with_status(task, QuickStatus.DONE, today, ())
    reopened = task.state == TaskState.COMPLETED or (task.state == TaskState.NOT_STARTED and bool(percent))
    state = TaskState.IN_PROGRESS if reopened else task.state
    return task.replace(state=state, percent=percent, completed_on=None)


def _with_day(task: Task, day: date | None, today: date, updates: Sequence[Update]) -> Task:
    if day is not None:
        return _with_status(task, QuickStatus.DONE, today, updates).replace(completed_on=day)
    if task.state == TaskState.COMPLETED:
        return _with_status(task, QuickStatus.IN_PROGRESS, today, updates)
    return task
