"""Adding up tasks: the counts of a unit, a field or a plan, and the sum of such counts.

Counts are plain whole numbers that add up, so the figure of thirteen communes is the sum of theirs, and
every total equals its parts by construction (``status.StatusGroup`` holds each task exactly once).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain.entities.plan import TaskState
from desktop.domain.status import (
    SOON_DAYS,
    DeadlineState,
    StatusGroup,
    deadline_state,
    status_group,
)

TaskStatus = tuple[str, date | None, date | None]
"""What counting needs of a task: state, deadline, day of completion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCounts:
    """Numbers of tasks. Two partitions of the open ones: by state and by deadline.

    ``other_state`` counts states that only a newer program knows; ``due_soon`` is a part of
    ``open_in_time``, never added to it.
    """

    not_started: int = 0
    in_progress: int = 0
    pending_confirmation: int = 0
    other_state: int = 0
    completed_on_time: int = 0
    completed_late: int = 0
    completed_no_deadline: int = 0
    open_in_time: int = 0
    open_overdue: int = 0
    open_no_deadline: int = 0
    suspended: int = 0
    cancelled: int = 0
    due_soon: int = 0

    @classmethod
    def of(cls, tasks: Iterable[TaskStatus], today: date, soon_days: int = SOON_DAYS) -> TaskCounts:
        """Count tasks as they stand on ``today`` (or on a report's cut-off day)."""
        return cls.of_groups(Counter(tasks).items(), today, soon_days)

    @classmethod
    def of_groups(
        cls, groups: Iterable[tuple[TaskStatus, int]], today: date, soon_days: int = SOON_DAYS
    ) -> TaskCounts:
        """The same from tasks already grouped, as a database does it: (status, how many)."""
        numbers: Counter[str] = Counter()
        for (state, due_on, completed_on), times in groups:
            for name in _counted_as(state, due_on, completed_on, today, soon_days):
                numbers[name] += times
        return cls(**numbers)

    def __add__(self, other: TaskCounts) -> TaskCounts:
        mine, theirs = astuple(self), astuple(other)
        names = self.__dataclass_fields__
        return TaskCounts(**{name: a + b for name, a, b in zip(names, mine, theirs, strict=True)})

    @property
    def completed(self) -> int:
        """Completed, whenever."""
        return self.completed_on_time + self.completed_late + self.completed_no_deadline

    @property
    def still_open(self) -> int:
        """Not completed, and neither suspended nor cancelled."""
        return self.open_in_time + self.open_overdue + self.open_no_deadline

    @property
    def total(self) -> int:
        """All tasks, suspended and cancelled ones too."""
        return self.completed + self.still_open + self.suspended + self.cancelled

    @property
    def by_state(self) -> dict[str, int]:
        """State → number, over all tasks; "other" holds the states of newer programs."""
        return {
            TaskState.NOT_STARTED: self.not_started,
            TaskState.IN_PROGRESS: self.in_progress,
            TaskState.PENDING_CONFIRMATION: self.pending_confirmation,
            TaskState.COMPLETED: self.completed,
            TaskState.SUSPENDED: self.suspended,
            TaskState.CANCELLED: self.cancelled,
            "other": self.other_state,
        }

    @property
    def by_deadline(self) -> dict[DeadlineState, int]:
        """Deadline state → number, over all tasks; suspended and cancelled work has no running deadline."""
        stopped = self.suspended + self.cancelled
        return {
            DeadlineState.NO_DEADLINE: self.completed_no_deadline + self.open_no_deadline + stopped,
            DeadlineState.ON_TIME: self.completed_on_time + self.open_in_time - self.due_soon,
            DeadlineState.DUE_SOON: self.due_soon,
            DeadlineState.OVERDUE: self.completed_late + self.open_overdue,
        }

    @property
    def percent_done(self) -> Decimal | None:
        """Completed out of all that were not cancelled, in percent with two decimals; None for no task."""
        counted = self.total - self.cancelled
        if not counted:
            return None
        return (Decimal(100 * self.completed) / counted).quantize(Decimal("0.01"), ROUND_HALF_UP)


_OPEN_STATES = {TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.PENDING_CONFIRMATION}
_OPEN_GROUPS = {StatusGroup.OPEN_IN_TIME, StatusGroup.OPEN_OVERDUE, StatusGroup.OPEN_NO_DEADLINE}


def _counted_as(
    state: str, due_on: date | None, completed_on: date | None, today: date, soon_days: int
) -> list[str]:
    """The names of the counts that one task adds to."""
    group = status_group(state, due_on, completed_on, today)
    names = [str(group)]
    if group in _OPEN_GROUPS:
        names.append(str(state) if state in _OPEN_STATES else "other_state")
        if deadline_state(state, due_on, completed_on, today, soon_days) is DeadlineState.DUE_SOON:
            names.append("due_soon")
    return names
