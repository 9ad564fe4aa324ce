"""A commune's plan for the year: tasks, targets, solutions and who does what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.entity import (
    Entity,
    choice,
    day,
    decimal,
    flag,
    integer,
    long_text,
    reference,
    table,
    text,
)
from desktop.domain.freezing import Freezing


class PlanState(StrEnum):
    """Where a plan stands between draft and frozen."""

    DRAFT = "draft"
    SENT = "sent"
    RETURNED = "returned"
    APPROVED = "approved"
    FROZEN = "frozen"


class TaskState(StrEnum):
    """The stored axis of a task's status; the deadline axis is always computed (domain.md 2.2)."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PENDING_CONFIRMATION = "pending_confirmation"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class TaskKind(StrEnum):
    """What sort of work a task is."""

    REGULAR = "regular"
    CONSTRUCTION = "construction"
    EVENT = "event"
    POLICY = "policy"


class Direction(StrEnum):
    """How a target's value is judged: at least, at most, exactly, or reached / not reached."""

    MIN = "min"
    MAX = "max"
    EXACT = "exact"
    BOOL = "bool"


class AssignmentRole(StrEnum):
    """The part a body or person has in a task."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    LEADER_IN_CHARGE = "leader_in_charge"


_PART_OF_PLAN = Freezing(whole="plan_id")
_TASK_OF_PLAN = Freezing(
    whole="plan_id",
    stays_open=frozenset({"state", "percent", "completed_on", "is_blocked", "note"}),
    opened_by={"due_on": "deadline_extension"},
)
"""Work goes on in a frozen plan; a deadline moves only together with its extension and the reason."""


@table("plan", freezing=Freezing(field="state", value=PlanState.FROZEN, stays_open=frozenset({"state"})))
@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Entity):
    """One unit's plan of one year in one revision; its unit is the subject of its scope.

    The declared counts are what the document says of itself ("8 nhiệm vụ trọng tâm"); the plan
    check compares them with what is listed.
    """

    year: int | None = integer(minimum=2000, maximum=2100)
    revision: int | None = integer(minimum=1, maximum=99, default=1)
    title: str = text(required=True, searched=True)
    number: str = text(max_length=60, group="document")
    issued_on: date | None = day(group="document")
    state: PlanState = choice(PlanState)
    programme_id: str = reference("programme")
    socio_economic_plan_id: str = reference("programme")
    basis: str = long_text(max_length=4000)
    declared_key_tasks: int | None = integer(minimum=0, maximum=200)
    declared_breakthroughs: int | None = integer(minimum=0, maximum=200)
    declared_targets: int | None = integer(minimum=0, maximum=500)
    declared_solutions: int | None = integer(minimum=0, maximum=500)
    is_sample: bool = flag()


@table("task", freezing=_TASK_OF_PLAN)
@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Entity):
    """A piece of work. Key tasks group the tasks below them; state, percent and day of completion
    change together (one register group), so that merging never builds a status nobody set.
    """

    plan_id: str = reference("plan", required=True)
    parent_id: str = reference("task")
    code: str = text(max_length=20, searched=True)
    order: int | None = integer(minimum=0)
    title: str = long_text(max_length=4000, required=True, searched=True)
    is_key_task: bool = flag()
    is_breakthrough: bool = flag()
    kind: TaskKind = choice(TaskKind)
    field_id: str = reference("field")
    item_id: str = reference("programme_item")
    lead_body_id: str = reference("body", group="lead")
    lead_person_id: str = reference("person", group="lead")
    coordinating: str = text(max_length=1000)
    leader_id: str = reference("person")
    start_on: date | None = day()
    due_on: date | None = day()
    expected_product: str = text(max_length=1000)
    measure: str = text(max_length=500)
    budget: int | None = integer(minimum=0)
    state: TaskState = choice(TaskState, group="status")
    percent: int | None = integer(minimum=0, maximum=100, group="status")
    completed_on: date | None = day(group="status")
    is_blocked: bool = flag(group="status")
    note: str = long_text(max_length=4000)
    is_sample: bool = flag()

    def problems(self) -> list[tuple[str, str]]:
        found = []
        if self.start_on and self.due_on and self.due_on < self.start_on:
            found.append(("due_on", "before_start"))
        if self.state is TaskState.COMPLETED and self.completed_on is None:
            found.append(("completed_on", "missing_when_completed"))
        if self.state is not TaskState.COMPLETED and self.completed_on is not None:
            found.append(("completed_on", "only_when_completed"))
        return found


@table("target", freezing=_PART_OF_PLAN)
@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Entity):
    """A measurable aim of the plan. ``wording`` keeps the document's own words beside the number."""

    plan_id: str = reference("plan", required=True)
    code: str = text(max_length=20)
    order: int | None = integer(minimum=0)
    name: str = text(required=True, searched=True)
    wording: str = long_text(max_length=2000, searched=True)
    measure_unit: str = text(max_length=60, group="aim")
    direction: Direction = choice(Direction, group="aim")
    planned_value: Decimal | None = decimal(group="aim")
    base_value: Decimal | None = decimal()
    is_cumulative: bool = flag()
    field_id: str = reference("field")
    item_id: str = reference("programme_item")
    source: str = text(max_length=200)
    is_sample: bool = flag()

    def problems(self) -> list[tuple[str, str]]:
        if self.direction is not Direction.BOOL and self.planned_value is not None and not self.measure_unit:
            return [("measure_unit", "missing_with_value")]
        return []


@table("target_value")
@dataclass(frozen=True, slots=True, kw_only=True)
class TargetValue(Entity):
    """What was reached of a target in one period."""

    target_id: str = reference("target", required=True)
    period_id: str = reference("period", required=True)
    value: Decimal | None = decimal()
    note: str = text(max_length=1000)


@table("solution", freezing=_PART_OF_PLAN)
@dataclass(frozen=True, slots=True, kw_only=True)
class Solution(Entity):
    """How the plan means to get there, for the plan as a whole or for one task or target."""

    plan_id: str = reference("plan", required=True)
    task_id: str = reference("task")
    target_id: str = reference("target")
    order: int | None = integer(minimum=0)
    content: str = long_text(max_length=4000, required=True, searched=True)
    field_id: str = reference("field")
    is_sample: bool = flag()


@table("assignment")
@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Entity):
    """Work handed to a body or a person: who, in which role, by whom, when, by which slip."""

    task_id: str = reference("task", required=True)
    body_id: str = reference("body", group="assignee")
    person_id: str = reference("person", group="assignee")
    role: AssignmentRole = choice(AssignmentRole)
    assigned_on: date | None = day()
    assigner_id: str = reference("person")
    content: str = text(max_length=1000)
    slip_number: str = text(max_length=60)

    def problems(self) -> list[tuple[str, str]]:
        return [] if self.body_id or self.person_id else [("person_id", "nobody_assigned")]
