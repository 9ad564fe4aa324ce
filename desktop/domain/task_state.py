"""How a task's status fields move together, whatever screen one of them is set from.

Completed means 100 % and a day; 100 % or a day of completion means completed; open work has no day, and
100 % no longer holds for it.  The four fields travel and are undone together; a report says them as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desktop.domain.entities import Task, TaskState
from desktop.domain.entity import entity_type

STATUS_FIELDS = entity_type(Task).group_members("status")
"""The fields of a task that say how far it is."""
FULL = 100
OPEN_STATES = (TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.PENDING_CONFIRMATION)


def restated(task: Task, said: Mapping[str, Any], today: date, earlier: Sequence[int | None] = ()) -> Task:
    """The task after some of its status fields were set; what was not said follows from what was.

    ``earlier`` are the percentages reported before, oldest first: reopened work goes back to the newest one
    below 100.  A status that is said outranks a percentage, and a percentage what was stored.
    """
    state = _state(task, said)
    if state is TaskState.COMPLETED:
        day = said.get("completed_on") or task.completed_on or today
        return task.replace(state=state, percent=FULL, completed_on=day, is_blocked=False)
    blocked = said.get("is_blocked", task.is_blocked and "state" not in said)
    percent = _percent(task, said, state, earlier)
    return task.replace(state=state, percent=percent, completed_on=None, is_blocked=blocked)


def _state(task: Task, said: Mapping[str, Any]) -> TaskState:
    percent = said.get("percent")
    if "state" in said:
        begun = said["state"] == TaskState.NOT_STARTED and percent
        return TaskState.IN_PROGRESS if begun else TaskState(said["state"])
    if said.get("completed_on") is not None or percent == FULL:
        return TaskState.COMPLETED
    goes_on = task.state is TaskState.COMPLETED and bool({"percent", "completed_on"} & said.keys())
    begins = task.state is TaskState.NOT_STARTED and bool(percent) and not task.percent
    stuck = bool(said.get("is_blocked")) and task.state not in OPEN_STATES
    return TaskState.IN_PROGRESS if goes_on or begins or stuck else task.state


def _percent(
    task: Task, said: Mapping[str, Any], state: TaskState, earlier: Sequence[int | None]
) -> int | None:
    if "percent" in said:
        percent: int | None = said["percent"]
        return percent
    if "state" in said and state is TaskState.NOT_STARTED:
        return 0
    if task.percent != FULL:
        return task.percent
    below = [one for one in earlier if one is not None and one < FULL]
    return below[-1] if below else None
