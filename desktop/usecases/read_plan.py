"""A unit's plan of a year as the plan screen shows it: finished lines, names, counts.  Reads only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from desktop.domain.entities import LineComment, Plan, Solution, Target, Task, TaskState
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_owner
from desktop.domain.status import DeadlineState, days_late, deadline_state, status_label
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.queries.plan_progress import LastProgress, extension_counts, last_progress
from desktop.usecases.office import Office
from desktop.usecases.order_tasks import in_order
from desktop.usecases.plan_view import (
    Named,
    PlanCounts,
    PlanNames,
    PlanView,
    SolutionLine,
    TargetLine,
    TaskLine,
)
from desktop.usecases.read_names import read_names
from desktop.usecases.units import own_unit, units_below


def plan_units(office: Office) -> tuple[Named, ...]:
    """The units whose plans can be looked at: its own for a commune, the subordinate ones for an office."""
    units = units_below(office)
    if units:
        return tuple(Named(unit.unit_id, unit.name) for unit in units)
    own = own_unit(office)
    return (Named(office.unit_id, own.name if own else office.unit_id),)


def latest_plan(office: Office, unit_id: str, year: int) -> Plan | None:
    """The highest revision of a unit's plan of the year."""
    plans = office.store.select(Plan, scope=unit_id, year=year)
    return max(plans, key=lambda plan: (plan.revision or 0, plan.id), default=None)


_IN_PLAN: Mapping[str, type[Task | Target | Solution]] = {
    "task": Task,
    "target": Target,
    "solution": Solution,
}


def plan_of_record(office: Office, table: str, record_id: str) -> Plan | None:
    """The plan that a task, target, solution or plan belongs to; None when it is not here any more."""
    try:
        if table == "plan":
            return office.store.get(Plan, record_id)
        kind = _IN_PLAN.get(table)
        return office.store.get(Plan, office.store.get(kind, record_id).plan_id) if kind else None
    except SoSenError as missing:
        if missing.code is not Code.E_MISSING:
            raise
        return None


def read_plan(office: Office, unit_id: str, year: int) -> PlanView:
    """The latest plan of a unit with all its lines, or a view without a plan."""
    with office.store.snapshot():
        unit = next((unit for unit in plan_units(office) if unit.id == unit_id), Named(unit_id, unit_id))
        names = read_names(office, unit_id, year)
        plan = latest_plan(office, unit_id, year)
        if plan is None:  # a new one is this unit's own, also where another was succeeded
            is_own = unit_id == office.unit_id
            return PlanView(unit_id=unit_id, unit_name=unit.name, is_own=is_own, names=names)
        tasks = office.store.select(Task, plan_id=plan.id)
        reading = _TaskReading(office, plan.id, names)
        lines = tuple(in_order([reading.line(task) for task in tasks]))
        targets = tuple(_target_lines(office, plan.id, names))
        solutions = tuple(_solution_lines(office, plan.id, names, tasks, targets))
    return PlanView(
        unit_id=unit_id,
        unit_name=unit.name,
        is_own=scope_owner(plan.scope) in office.own_units,
        plan=plan,
        tasks=lines,
        targets=targets,
        solutions=solutions,
        names=names,
        counts=_count(lines, targets, solutions),
    )


def _by_id(named: Iterable[Named]) -> dict[str, str]:
    return {one.id: one.name for one in named}


class _TaskReading:
    """The maps that turn a plan's tasks into lines, read once."""

    def __init__(self, office: Office, plan_id: str, names: PlanNames) -> None:
        self._today: date = office.today()
        self._fields = _by_id(names.fields)
        self._items = {item.id: item.note or item.name for item in names.items}
        self._leads = _by_id(names.leads)
        self._last: Mapping[str, LastProgress] = last_progress(office.store, plan_id)
        self._extensions = extension_counts(office.store, plan_id)
        self._disputed = {row.id: row.registers for row in conflict_rows(office.store, ("task",))}
        wanted = office.store.select(LineComment, about_table="task", is_settled=False)
        self._comments = Counter(comment.about_id for comment in wanted)

    def line(self, task: Task) -> TaskLine:
        """One task with its names and its place in time."""
        lead_id = task.lead_person_id or task.lead_body_id
        deadline = deadline_state(task.state, task.due_on, task.completed_on, self._today)
        return TaskLine(
            id=task.id,
            task=task,
            percent=task.percent,
            field_name=self._fields.get(task.field_id, ""),
            item_name=self._items.get(task.item_id, ""),
            lead_id=lead_id,
            lead_name=self._leads.get(lead_id, ""),
            leader_name=self._leads.get(task.leader_id, ""),
            deadline=deadline,
            label=status_label(task.state, task.due_on, task.completed_on, self._today),
            days=self._days(task, deadline),
            extensions=self._extensions.get(task.id, 0),
            last=self._last.get(task.id),
            disputed=self._disputed.get(task.id, ()),
            comments=self._comments[task.id],
        )

    def _days(self, task: Task, deadline: DeadlineState) -> int | None:
        if deadline is DeadlineState.OVERDUE:
            return days_late(task.state, task.due_on, task.completed_on, self._today)
        running = task.due_on is not None and deadline is not DeadlineState.NO_DEADLINE
        if not running or task.state is TaskState.COMPLETED or task.due_on is None:
            return None
        return (task.due_on - self._today).days


def _target_lines(office: Office, plan_id: str, names: PlanNames) -> Iterator[TargetLine]:
    fields, items = _by_id(names.fields), {item.id: item.note or item.name for item in names.items}
    for target in office.store.select(Target, plan_id=plan_id):
        yield TargetLine(
            id=target.id,
            target=target,
            field_name=fields.get(target.field_id, ""),
            item_name=items.get(target.item_id, ""),
        )


def _solution_lines(
    office: Office,
    plan_id: str,
    names: PlanNames,
    tasks: Iterable[Task],
    targets: Iterable[TargetLine],
) -> Iterator[SolutionLine]:
    fields = _by_id(names.fields)
    task_names = {task.id: f"{task.code} {task.title}".strip() for task in tasks}
    target_names = {line.id: line.target.name for line in targets}
    for number, solution in enumerate(office.store.select(Solution, plan_id=plan_id), start=1):
        yield SolutionLine(
            id=solution.id,
            solution=solution,
            number=number,
            field_name=fields.get(solution.field_id, ""),
            task_name=task_names.get(solution.task_id, ""),
            target_name=target_names.get(solution.target_id, ""),
        )


def _count(
    lines: Sequence[TaskLine], targets: Sequence[TargetLine], solutions: Sequence[SolutionLine]
) -> PlanCounts:
    records = [line for line in lines if line.is_record]
    return PlanCounts(
        tasks=len(records),
        key_tasks=sum(line.task.is_key_task for line in records),
        breakthroughs=sum(line.task.is_breakthrough for line in records),
        targets=len(targets),
        solutions=len(solutions),
        overdue=sum(line.is_overdue for line in records),
        due_this_week=sum(line.is_due_this_week for line in records),
        without_lead=sum(line.lacks_lead for line in records),
        commented=sum(line.comments > 0 for line in records),
    )
