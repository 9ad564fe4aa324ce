"""What the plan screen shows: finished, frozen lines with their names; nothing here reads or writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.entities import Plan, PlanState, Solution, Target, Task, TaskState
from desktop.domain.status import DeadlineState, StatusLabel
from desktop.store.queries.plan_progress import LastProgress

WEEK = 7
_STOPPED = (TaskState.COMPLETED, TaskState.SUSPENDED, TaskState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Named:
    """A record that can be chosen: its id, its name, and what tells it from others."""

    id: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanNames:
    """Everything that a plan's lines refer to, in the order to choose from."""

    fields: tuple[Named, ...] = ()
    items: tuple[Named, ...] = ()
    bodies: tuple[Named, ...] = ()
    people: tuple[Named, ...] = ()
    leaders: tuple[Named, ...] = ()
    programmes: tuple[Named, ...] = ()

    @property
    def leads(self) -> tuple[Named, ...]:
        """Who can lead a task: people and bodies."""
        return (*self.people, *self.bodies)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One line of the task grid. ``percent`` of a heading is the mean of what stands below it.

    ``days`` are days late when overdue, days left otherwise (None without a running deadline).
    """

    id: str
    task: Task
    is_heading: bool = False
    percent: int | None = None
    field_name: str = ""
    item_name: str = ""
    lead_id: str = ""
    lead_name: str = ""
    leader_name: str = ""
    depth: int = 0
    deadline: DeadlineState = DeadlineState.NO_DEADLINE
    label: StatusLabel = StatusLabel.NOT_STARTED
    days: int | None = None
    extensions: int = 0
    last: LastProgress | None = None
    disputed: tuple[str, ...] = ()
    """Fields that hold two values written on two computers without knowledge of each other."""
    comments: int = 0
    """How many comments of an upper office are not settled yet."""

    @property
    def is_record(self) -> bool:
        return bool(self.task.id)

    @property
    def is_open(self) -> bool:
        return self.is_record and self.task.state not in _STOPPED

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.deadline is DeadlineState.OVERDUE

    @property
    def is_due_this_week(self) -> bool:
        return self.is_open and not self.is_overdue and self.days is not None and self.days <= WEEK

    @property
    def lacks_lead(self) -> bool:
        """Open work that nobody leads; what only heads others need not be led itself."""
        return self.is_open and not self.is_heading and not self.lead_id


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """One line of the target grid."""

    id: str
    target: Target
    field_name: str = ""
    item_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionLine:
    """One line of the solution grid; ``number`` counts from 1."""

    id: str
    solution: Solution
    number: int
    field_name: str = ""
    task_name: str = ""
    target_name: str = ""


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """What the plan lists, and what wants attention."""

    tasks: int = 0
    key_tasks: int = 0
    breakthroughs: int = 0
    targets: int = 0
    solutions: int = 0
    overdue: int = 0
    due_this_week: int = 0
    without_lead: int = 0
    commented: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan with everything shown of it; ``plan`` is None when the unit has none for the year."""

    unit_id: str
    unit_name: str
    is_own: bool
    plan: Plan | None = None
    tasks: tuple[TaskLine, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    solutions: tuple[SolutionLine, ...] = ()
    names: PlanNames = field(default_factory=PlanNames)
    counts: PlanCounts = field(default_factory=PlanCounts)

    @property
    def can_edit(self) -> bool:
        """Only its own office changes a plan, and nobody a frozen one."""
        return self.is_own and (self.plan is None or self.plan.state is not PlanState.FROZEN)

    @property
    def can_report(self) -> bool:
        """Progress goes on in a frozen plan too: status, and deadlines put off with their reason."""
        return self.is_own and self.plan is not None
