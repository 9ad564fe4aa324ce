"""Add up what the units hold: the consolidation table, by unit, by field of work or by state.

Counts cover all tasks, key tasks as well as the tasks below them, so that the district's line of a commune
is the commune's own line.  They are whole numbers that add up: the sum of the lines is the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import add
from typing import TypeVar

from desktop.domain.counts import TaskCounts
from desktop.domain.entities import Field, TaskState, Unit
from desktop.domain.scopes import scope_subject
from desktop.store.queries import summary as counted
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.queries.summary import GroupBy, TaskNumbers
from desktop.usecases.office import Office

N = TypeVar("N")
_NO_TASKS = TaskCounts()


class SummariseBy(StrEnum):
    """What a line of the table stands for."""

    UNIT = "unit"
    FIELD = "field"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """One line of the table.

    ``key`` is the unit's id, the field's code ("" for work without a field) or the state; ``parent`` the code
    of the field above.  Conflicts are counted by unit only.  By state only tasks are counted.
    """

    by: SummariseBy
    key: str
    name: str
    parent: str = ""
    tasks: TaskCounts = _NO_TASKS
    key_tasks: int = 0
    plans: int = 0
    targets: int = 0
    targets_reached: int = 0
    solutions: int = 0
    conflicts: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is counted in this line."""
        return not (self.tasks.total or self.plans or self.targets or self.solutions)

    def as_json(self) -> dict[str, object]:
        """The line under names that stay (desktop/cli/README.md): whole numbers.

        Whose line it is stands first, as ``unit`` (the unit's id), ``field`` (the code) or ``state``;
        ``percent_done`` has two decimals, or is null where nothing can be done.
        """
        tasks = self.tasks
        return {
            str(self.by): self.key,
            "name": self.name,
            "plans": self.plans,
            "tasks": tasks.total,
            "key_tasks": self.key_tasks,
            "tasks_by_state": {str(state): times for state, times in tasks.by_state.items()},
            "tasks_by_deadline": {str(state): times for state, times in tasks.by_deadline.items()},
            "completed_on_time": tasks.completed_on_time,
            "completed_late": tasks.completed_late,
            "completed_no_deadline": tasks.completed_no_deadline,
            "open_in_time": tasks.open_in_time,
            "open_overdue": tasks.open_overdue,
            "open_no_deadline": tasks.open_no_deadline,
            "percent_done": None if tasks.percent_done is None else float(tasks.percent_done),
            "targets": self.targets,
            "targets_reached": self.targets_reached,
            "solutions": self.solutions,
            "conflicts": self.conflicts,
        }


def summarise(office: Office, by: str = SummariseBy.UNIT, year: int | None = None) -> list[SummaryRow]:
    """The table's lines: those of one year's plans, or of everything kept when no year is given.

    By unit: the office's own line (when it has plans or nobody below it), the units below in their order,
    then every other unit of which something is here, so that nothing counted is missing from the sum.
    By field: each field in the order of the tree, then the work without one.  By state: the six states.
    Raises ValueError for another ``by``.
    """
    make = {SummariseBy.UNIT: _by_unit, SummariseBy.FIELD: _by_field, SummariseBy.STATE: _by_state}
    with office.store.snapshot():
        return make[SummariseBy(by)](office, year)


def sum_of(rows: Iterable[SummaryRow], name: str = "") -> SummaryRow:
    """The sum line of some lines; of none it is all zero."""
    lines = list(rows)
    return SummaryRow(
        by=lines[0].by if lines else SummariseBy.UNIT,
        key="",
        name=name,
        tasks=sum((line.tasks for line in lines), _NO_TASKS),
        key_tasks=sum(line.key_tasks for line in lines),
        plans=sum(line.plans for line in lines),
        targets=sum(line.targets for line in lines),
        targets_reached=sum(line.targets_reached for line in lines),
        solutions=sum(line.solutions for line in lines),
        conflicts=sum(line.conflicts for line in lines),
    )


def _by_unit(office: Office, year: int | None) -> list[SummaryRow]:
    store = office.store
    found = counted.task_numbers(store, GroupBy.SCOPE, office.today(), year)
    tasks = _by_subject(_counts(found, office), add)
    key_tasks = _by_subject(found.key_tasks, add)
    plans = _by_subject(counted.plan_numbers(store, year), add)
    solutions = _by_subject(counted.solution_numbers(store, GroupBy.SCOPE, year), add)
    targets = counted.target_numbers(store, GroupBy.SCOPE, year)
    total, reached = _by_subject(targets.total, add), _by_subject(targets.reached, add)
    conflicts = Counter[str]()
    for row in conflict_rows(store):
        conflicts[scope_subject(row.scope)] += len(row.registers)
    return [
        SummaryRow(
            by=SummariseBy.UNIT,
            key=unit,
            name=name,
            tasks=tasks.get(unit, _NO_TASKS),
            key_tasks=key_tasks.get(unit, 0),
            plans=plans.get(unit, 0),
            targets=total.get(unit, 0),
            targets_reached=reached.get(unit, 0),
            solutions=solutions.get(unit, 0),
            conflicts=conflicts[unit],
        )
        for unit, name in _units(office, {*tasks, *plans, *total, *solutions, *conflicts}).items()
    ]


def _units(office: Office, counted_units: set[str]) -> dict[str, str]:
    """The units that get a line, in order, with their names."""
    known = office.store.select(Unit)
    names = {unit.unit_id: unit.name for unit in known}
    below = [unit.unit_id for unit in known if unit.parent_unit_id == office.unit_id]
    own = [office.unit_id] if not below or office.unit_id in counted_units else []
    others = sorted(counted_units.difference(own, below))
    return {unit: names.get(unit, unit) for unit in (*own, *below, *others)}


def _by_field(office: Office, year: int | None) -> list[SummaryRow]:
    store = office.store
    found = counted.task_numbers(store, GroupBy.FIELD, office.today(), year)
    tasks = _counts(found, office)
    solutions = counted.solution_numbers(store, GroupBy.FIELD, year)
    targets = counted.target_numbers(store, GroupBy.FIELD, year)
    used = {*tasks, *solutions, *targets.total}
    fields = _in_tree_order(store.select(Field))
    known = {field.id: field for field in fields}
    lines = [field.id for field in fields if field.is_active or field.id in used]
    return [
        SummaryRow(
            by=SummariseBy.FIELD,
            key=known[key].code if key in known else key,
            name=known[key].name if key in known else "",
            parent=_parent_code(known, key),
            tasks=tasks.get(key, _NO_TASKS),
            key_tasks=found.key_tasks[key],
            targets=targets.total[key],
            targets_reached=targets.reached[key],
            solutions=solutions[key],
        )
        for key in (*lines, *sorted(used.difference(lines)))
    ]


def _in_tree_order(fields: list[Field]) -> list[Field]:
    """Each field followed by those below it; fields whose parent is not here stand at the end."""
    below: dict[str, list[Field]] = {}
    for field in fields:
        below.setdefault(field.parent_id, []).append(field)
    ordered: list[Field] = []
    waiting = list(reversed(below.get("", [])))
    while waiting:
        field = waiting.pop()
        ordered.append(field)
        waiting.extend(reversed(below.pop(field.id, [])))
    seen = {field.id for field in ordered}
    return ordered + [field for field in fields if field.id not in seen]


def _parent_code(known: Mapping[str, Field], key: str) -> str:
    field = known.get(key)
    parent = known.get(field.parent_id) if field else None
    return parent.code if parent else ""


def _by_state(office: Office, year: int | None) -> list[SummaryRow]:
    found = counted.task_numbers(office.store, GroupBy.STATE, office.today(), year)
    tasks = _counts(found, office)
    states = [*map(str, TaskState), *sorted(set(tasks).difference(TaskState))]
    return [
        SummaryRow(
            by=SummariseBy.STATE,
            key=state,
            name=state,
            tasks=tasks.get(state, _NO_TASKS),
            key_tasks=found.key_tasks[state],
        )
        for state in states
    ]


def _counts(found: TaskNumbers, office: Office) -> dict[str, TaskCounts]:
    today = office.today()
    return {key: TaskCounts.of_groups(groups, today) for key, groups in found.groups.items()}


def _by_subject(by_scope: Mapping[str, N], add: Callable[[N, N], N]) -> dict[str, N]:
    """What was grouped by scope, put together for the unit that each scope is about."""
    found: dict[str, N] = {}
    for scope, value in by_scope.items():
        unit = scope_subject(scope)
        found[unit] = add(found[unit], value) if unit in found else value
    return found
