"""Report on tasks: a status, a percentage, what came of it, what stands in the way. One action, one undo.

A report changes the task's status and writes a progress update of the State's month that contains today.
What is reported on one task within one week and period is one update, so that correcting a key press
leaves no second statement behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.domain.errors import InvalidValueError
from desktop.domain.task_state import OPEN_STATES, restated
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
_FIELDS = ("percent", "completed_on")
_ANSWERS: Mapping[QuickStatus, Mapping[str, Any]] = {
    QuickStatus.NOT_STARTED: {"state": TaskState.NOT_STARTED},
    QuickStatus.IN_PROGRESS: {"state": TaskState.IN_PROGRESS},
    QuickStatus.DONE: {"state": TaskState.COMPLETED},
    QuickStatus.BLOCKED: {"is_blocked": True},
}


def quick_status(state: str, *, is_blocked: bool) -> QuickStatus | None:
    """The answer that a task's status amounts to; None for what the four answers cannot say."""
    if state == TaskState.COMPLETED:
        return QuickStatus.DONE
    if state not in OPEN_STATES:
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
            said, texts = _said(answers)
            task = office.store.get(Task, task_id)
            if not said and not any(texts.values()) and reports.current(task_id) is None:
                continue
            task = reports.restate(task, said) if said else task
            work.save(task)
            reports.say(work, task, texts)


def _said(answers: Sequence[Cell]) -> tuple[dict[str, Any], dict[str, Any]]:
    """(status fields, texts) that the answers on one task amount to."""
    said: dict[str, Any] = {}
    texts: dict[str, Any] = {}
    for cell in answers:
        if cell.key == "status":
            said |= _ANSWERS[QuickStatus(cell.value)]
        elif cell.key in _FIELDS:
            said[cell.key] = cell.value
        elif cell.key in _TEXTS:
            texts[cell.key] = cell.value
        else:
            raise InvalidValueError("task", cell.key, "wrong_type", cell.value)
    return said, texts


class Reports:
    """The progress updates of some tasks, read once; writes the one that goes with a changed status.

    Wherever a status is set, in the weekly round, a cell of the plan or its panel, this stands beside it.
    """

    def __init__(self, office: Office, task_ids: Iterable[str]) -> None:
        self._office = office
        self._today = office.today()
        self._held: dict[str, list[Update]] = {}
        wanted = frozenset(task_ids)
        for update in task_updates(office.store, wanted) if wanted else ():
            self._held.setdefault(update.task_id, []).append(update)

    @cached_property
    def _period_id(self) -> str:
        period = month_period(self._office.store, self._today)
        return period.id if period else ""

    def restate(self, task: Task, said: Mapping[str, Any]) -> Task:
        """The task with its status fields as ``said``; nothing is written yet."""
        return restated(task, said, self._today, [one.percent for one in self._held.get(task.id, ())])

    def current(self, task_id: str) -> Update | None:
        """The update that a further report of this week belongs to; of an earlier period never (cut-off)."""
        monday, _sunday = week_of(self._today)
        fitting = [
            one
            for one in self._held.get(task_id, ())
            if one.reported_on is not None and one.reported_on >= monday and one.period_id == self._period_id
        ]
        return fitting[-1] if fitting else None

    def say(self, work: UnitOfWork, task: Task, texts: Mapping[str, Any]) -> None:
        """Write what the task has come to, as part of the action that changes it."""
        status = {
            "reported_on": self._today,
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
