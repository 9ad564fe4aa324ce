"""Where a task stands, on two axes: what was said of it, and where its deadline lies (domain.md 2.2).

Only the state is stored.  The deadline axis, the printed label and the group a task is counted in are
computed from it, the deadline, the day of completion and "today" (a report gives its cut-off day).
Each task falls into exactly one ``StatusGroup``, hence

    total = completed (on time + late + no deadline) + open (in time + overdue + no deadline)
            + suspended + cancelled

A state that only a newer program knows is kept as plain text; such a task counts as open.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.domain.entities.plan import TaskState

SOON_DAYS = 3
"""Days before the deadline from which a task is due soon."""


class DeadlineState(StrEnum):
    """The computed axis; ``due_soon`` is a warning within "in time", never a third outcome."""

    NO_DEADLINE = "no_deadline"
    ON_TIME = "on_time"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


class StatusGroup(StrEnum):
    """The eight disjoint groups that reports add up."""

    COMPLETED_ON_TIME = "completed_on_time"
    COMPLETED_LATE = "completed_late"
    COMPLETED_NO_DEADLINE = "completed_no_deadline"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"
    OPEN_NO_DEADLINE = "open_no_deadline"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class StatusLabel(StrEnum):
    """The labels that documents print, one for each task; their Vietnamese words belong to the screen.

    Chưa thực hiện · đang thực hiện trong hạn · đang thực hiện quá hạn · đang thực hiện, không hạn ·
    hoàn thành trong hạn · hoàn thành quá hạn · hoàn thành, không hạn · tạm dừng · hủy.
    """

    NOT_STARTED = "not_started"
    IN_PROGRESS_IN_TIME = "in_progress_in_time"
    IN_PROGRESS_OVERDUE = "in_progress_overdue"
    IN_PROGRESS_NO_DEADLINE = "in_progress_no_deadline"
    COMPLETED_IN_TIME = "completed_in_time"
    COMPLETED_LATE = "completed_late"
    COMPLETED_NO_DEADLINE = "completed_no_deadline"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


_STOPPED = {TaskState.SUSPENDED: StatusGroup.SUSPENDED, TaskState.CANCELLED: StatusGroup.CANCELLED}
_COMPLETED = {
    DeadlineState.NO_DEADLINE: StatusGroup.COMPLETED_NO_DEADLINE,
    DeadlineState.ON_TIME: StatusGroup.COMPLETED_ON_TIME,
    DeadlineState.OVERDUE: StatusGroup.COMPLETED_LATE,
}
_OPEN = {
    DeadlineState.NO_DEADLINE: StatusGroup.OPEN_NO_DEADLINE,
    DeadlineState.ON_TIME: StatusGroup.OPEN_IN_TIME,
    DeadlineState.DUE_SOON: StatusGroup.OPEN_IN_TIME,
    DeadlineState.OVERDUE: StatusGroup.OPEN_OVERDUE,
}
_LABELS = {
    StatusGroup.COMPLETED_ON_TIME: StatusLabel.COMPLETED_IN_TIME,
    StatusGroup.COMPLETED_LATE: StatusLabel.COMPLETED_LATE,
    StatusGroup.COMPLETED_NO_DEADLINE: StatusLabel.COMPLETED_NO_DEADLINE,
    StatusGroup.OPEN_IN_TIME: StatusLabel.IN_PROGRESS_IN_TIME,
    StatusGroup.OPEN_OVERDUE: StatusLabel.IN_PROGRESS_OVERDUE,
    StatusGroup.OPEN_NO_DEADLINE: StatusLabel.IN_PROGRESS_NO_DEADLINE,
    StatusGroup.SUSPENDED: StatusLabel.SUSPENDED,
    StatusGroup.CANCELLED: StatusLabel.CANCELLED,
}


def deadline_state(
    state: str,
    due_on: date | None,
    completed_on: date | None,
    today: date,
    soon_days: int = SOON_DAYS,
) -> DeadlineState:
    """Where the deadline lies for a task in ``state`` (a TaskState, or a newer program's).

    Suspended and cancelled work has no running deadline.  Completed work is judged by its day of
    completion, and by ``today`` while that day is missing: a blank never makes late work look timely.
    """
    if due_on is None or state in _STOPPED:
        return DeadlineState.NO_DEADLINE
    if _judged_on(state, completed_on, today) > due_on:
        return DeadlineState.OVERDUE
    if state != TaskState.COMPLETED and (due_on - today).days <= soon_days:
        return DeadlineState.DUE_SOON
    return DeadlineState.ON_TIME


def days_late(state: str, due_on: date | None, completed_on: date | None, today: date) -> int:
    """Whole days past the deadline, until completion or today; 0 where nothing is late."""
    if due_on is None or state in _STOPPED:
        return 0
    return max(0, (_judged_on(state, completed_on, today) - due_on).days)


def _judged_on(state: str, completed_on: date | None, today: date) -> date:
    return (completed_on or today) if state == TaskState.COMPLETED else today


def status_group(state: str, due_on: date | None, completed_on: date | None, today: date) -> StatusGroup:
    """The one group of the invariant that a task is counted in."""
    if state in _STOPPED:
        return _STOPPED[TaskState(state)]
    groups = _COMPLETED if state == TaskState.COMPLETED else _OPEN
    return groups[deadline_state(state, due_on, completed_on, today)]


def status_label(state: str, due_on: date | None, completed_on: date | None, today: date) -> StatusLabel:
    """The label to print. Work waiting for confirmation is still being done, and may be overdue."""
    if state == TaskState.NOT_STARTED:
        return StatusLabel.NOT_STARTED
    return _LABELS[status_group(state, due_on, completed_on, today)]
