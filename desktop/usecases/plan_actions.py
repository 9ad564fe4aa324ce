"""Write a plan: a new plan, new tasks, changed cells, tasks taken out.

Each function is one action: one commit, one step to undo.  All raise E_READONLY for another unit's plan,
E_MISSING for a record that is gone, InvalidValueError for a value beyond its limits or against a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.entities import (
    Body,
    Person,
    Plan,
    Solution,
    Target,
    Task,
)
from desktop.domain.entity import Entity, FieldSpec, Kind, entity_type, from_stored
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.task_state import STATUS_FIELDS
from desktop.store.work import UnitOfWork
from desktop.usecases.numbered_lines import NumberedLine
from desktop.usecases.office import Office
from desktop.usecases.update_status import Reports

LEAD = "lead"
"""The one column for who leads a task: a person's or a body's id."""

PlanRecord = Task | Target | Solution


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """One changed cell: ``key`` is a field of the record, or ``lead`` of a task."""

    cls: type[Task] | type[Target] | type[Solution]
    record_id: str
    key: str
    value: Any


# --- the plan itself -----------------------------------------------------------------------------------


def add_plan(office: Office, year: int, title: str) -> Plan:
    """Begin the year's plan of this office."""
    with office.store.work(user=office.user, label="add_record") as work:
        plan = Plan(scope=office.unit_id, year=year, title=title)
        added = work.add(plan)
        assert isinstance(added, Plan)
        return added


# --- tasks ---------------------------------------------------------------------------------------------


def add_task(office: Office, plan: Plan, *, parent_id: str = "", **fields: object) -> Task:
    """A new task with the next code, at the end of what is below ``parent_id`` ("": of the plan)."""
    return add_tasks(office, plan, [fields], parent_id=parent_id, label="add_record")[0]


def add_tasks(
    office: Office,
    plan: Plan,
    drafts: Sequence[Mapping[str, object]],
    *,
    parent_id: str = "",
    label: str = "add_records",
) -> list[Task]:
    """Several new tasks, in the order given; a draft's own code, order and parent are kept."""
    held = office.store.select(Task, plan_id=plan.id)
    added: list[Task] = []
    with office.store.work(user=office.user, label=label) as work:
        reports = Reports(office, ())
        for draft in drafts:
            blank = Task(scope=plan.scope, plan_id=plan.id, parent_id=parent_id, order=next_order(held))
            task = _changed_task(office, reports, blank, dict(draft))
            task = task if task.code else task.replace(code=next_code(held, task))
            check_rules(task)
            new = work.add(task)
            assert isinstance(new, Task)
            if _status(new) != _status(blank):
                reports.say(work, new, {})
            held.append(new)
            added.append(new)
    return added


def add_numbered_tasks(office: Office, plan: Plan, lines: Sequence[NumberedLine]) -> list[Task]:
    """Tasks from the numbered lines of a document: what has lines below it becomes a key task."""
    held = office.store.select(Task, plan_id=plan.id)
    added: list[Task] = []
    head = ""
    with office.store.work(user=office.user, label="paste") as work:
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            is_head = not line.depth and following is not None and following.depth > 0
            task = Task(
                scope=plan.scope,
                plan_id=plan.id,
                parent_id=head if line.depth else "",
                order=next_order(held),
                title=line.text,
                is_key_task=is_head,
                code=line.code,
            )
            task = task if task.code else task.replace(code=next_code(held, task))
            new = work.add(task)
            assert isinstance(new, Task)
            held.append(new)
            added.append(new)
            head = head if line.depth else new.id
    return added


def next_order(records: Iterable[PlanRecord]) -> int:
    """The place after the last record."""
    return max((record.order or 0 for record in records), default=0) + 1


_LAST_NUMBER = re.compile(r"(.*?)(\d+)(\D*)")


def next_code(held: Iterable[Task], task: Task) -> str:
    """The code after the last one beside ``task``: 2.3 → 2.4, ĐP1 → ĐP2; the first below 2 is 2.1."""
    beside = [
        one
        for one in held
        if one.parent_id == task.parent_id and one.is_breakthrough == task.is_breakthrough and one.code
    ]
    if beside:
        last = max(beside, key=lambda one: (one.order or 0, one.id))
        found = _LAST_NUMBER.fullmatch(last.code)
        if found is not None:
            before, number, after = found.groups()
            return f"{before}{int(number) + 1}{after}"
    above = next((one.code for one in held if one.id == task.parent_id), "")
    return f"{above}.1" if above else "1"


def delete_tasks(office: Office, task_ids: Iterable[str]) -> int:
    """Take tasks out with everything below them; how many that were. Undo brings all back."""
    wanted = set(task_ids)
    with office.store.work(user=office.user, label="delete_records") as work:
        gone = 0
        for plan_id in {office.store.get(Task, task_id).plan_id for task_id in wanted}:
            for task in _with_all_below(office.store.select(Task, plan_id=plan_id), wanted):
                work.delete(task)
                gone += 1
        return gone


def _with_all_below(tasks: Sequence[Task], wanted: set[str]) -> list[Task]:
    chosen = set(wanted)
    while True:
        more = {task.id for task in tasks if task.parent_id in chosen} - chosen
        if not more:
            return [task for task in tasks if task.id in chosen]
        chosen |= more


# --- cells ---------------------------------------------------------------------------------------------


def edit_cells(office: Office, edits: Sequence[RecordEdit], *, label: str = "") -> None:
    """Write changed cells as one action."""
    by_record: dict[tuple[type[PlanRecord], str], dict[str, Any]] = {}
    for edit in edits:
        by_record.setdefault((edit.cls, edit.record_id), {})[edit.key] = edit.value
    name = label or ("edit_cell" if len(edits) == 1 else "edit_records")
    with office.store.work(user=office.user, label=name) as work:
        write_cells(office, work, by_record)


def write_cells(
    office: Office,
    work: UnitOfWork,
    values: Mapping[tuple[type[PlanRecord], str], dict[str, Any]],
) -> None:
    """Write cells, (class, id) → {key: value}, as part of an action; a status with its progress update."""
    status = set(STATUS_FIELDS)
    reports = Reports(
        office, [key for (cls, key), given in values.items() if cls is Task and status & set(given)]
    )
    for (cls, record_id), given in values.items():
        record = office.store.get(cls, record_id)
        changed = _changed(office, reports, record, given)
        check_rules(changed)
        work.save(changed)
        if isinstance(changed, Task) and isinstance(record, Task) and _status(changed) != _status(record):
            reports.say(work, changed, {})


def _changed(office: Office, reports: Reports, record: PlanRecord, values: dict[str, Any]) -> PlanRecord:
    if isinstance(record, Task):
        return _changed_task(office, reports, record, values)
    return record.replace(**typed_values(type(record), values))


def _changed_task(office: Office, reports: Reports, task: Task, values: dict[str, Any]) -> Task:
    given = typed_values(Task, _read_lead(office, values))
    said = {name: given.pop(name) for name in STATUS_FIELDS if name in given}
    task = task.replace(**given)
    return reports.restate(task, said) if said else task


def _status(task: Task) -> tuple[object, ...]:
    return tuple(getattr(task, name) for name in STATUS_FIELDS)


def typed_values(cls: type[Entity], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a grid gives them (a choice is its text) as the entity's own."""
    specs = entity_type(cls).by_name
    return {name: _typed(specs[name], value) for name, value in values.items()}


def _typed(spec: FieldSpec, value: Any) -> Any:
    return from_stored(spec, value) if spec.kind is Kind.CHOICE else value


def check_rules(record: Entity) -> None:
    """Raise InvalidValueError for the first rule between fields that a record breaks."""
    problems = record.problems()
    if problems:
        field, reason = problems[0]
        raise InvalidValueError(_TABLES[type(record)], field, reason, getattr(record, field))


_TABLES: Mapping[type[Entity], str] = {Task: "task", Target: "target", Solution: "solution"}


def _read_lead(office: Office, values: dict[str, Any]) -> dict[str, Any]:
    """``lead`` as the two fields it stands for: a person leads together with the person's body."""
    if LEAD not in values:
        return values
    lead_id = str(values.pop(LEAD) or "")
    lead = _person_or_body(office, lead_id) if lead_id else None
    if isinstance(lead, Person):
        return {**values, "lead_person_id": lead.id, "lead_body_id": lead.body_id}
    return {**values, "lead_person_id": "", "lead_body_id": lead_id}


def _person_or_body(office: Office, record_id: str) -> Person | Body:
    try:
        return office.store.get(Person, record_id)
    except SoSenError as missing:
        if missing.code is not Code.E_MISSING:
            raise
    return office.store.get(Body, record_id)
