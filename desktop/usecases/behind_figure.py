"""From a number of the consolidation table to the rows that make it up: as many rows as the number says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desktop.domain.entities import TaskState
from desktop.domain.scopes import office_scope, scope_subject
from desktop.domain.status import (
    DeadlineState,
    StatusGroup,
    StatusLabel,
    days_late,
    deadline_state,
    status_group,
    status_label,
)
from desktop.domain.target_figures import Achievement, achievement
from desktop.store.queries.behind import TaskBehind, solutions_behind, targets_behind, tasks_behind
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.queries.titles import record_titles
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import LogLine, read_bundle_log, unit_names


class Figure(StrEnum):
    """A column of the table that has rows behind it."""

    TASKS = "tasks"
    COMPLETED = "completed"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    TARGETS = "targets"
    TARGETS_REACHED = "targets_reached"
    SOLUTIONS = "solutions"
    CONFLICTS = "conflicts"
    BUNDLES = "bundles"


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindRow:
    """One row behind a number. Which fields are filled depends on the figure.

    ``table`` and ``record_id`` are what to open for it; ``id`` is unique in the list.  ``label`` is the
    printed label of a task, ``register`` the field in dispute of a row of
    ``owner_table``, ``bundle`` a line of the log.
    """

    id: str
    table: str
    record_id: str
    unit: str
    unit_name: str
    code: str = ""
    title: str = ""
    is_key_task: bool = False
    lead: str = ""
    due_on: date | None = None
    label: StatusLabel | None = None
    days_late: int = 0
    is_due_soon: bool = False
    percent: int | None = None
    planned: Decimal | None = None
    value: Decimal | None = None
    measure_unit: str = ""
    achievement: Achievement | None = None
    owner_table: str = ""
    register: str = ""
    bundle: LogLine | None = None


def rows_behind(office: Office, figure: Figure, unit: str, year: int) -> list[BehindRow]:
    """The rows behind a figure of one unit, or of all units when ``unit`` is ""."""
    if figure is Figure.BUNDLES:
        return _bundles(office, unit)
    names = unit_names(office)
    scopes = (unit, office_scope(office.unit_id, unit)) if unit else ()
    with office.store.snapshot():
        if figure in _TASKS:
            return _tasks(office, figure, scopes, year, names)
        if figure is Figure.CONFLICTS:
            return _conflicts(office, unit, names)
        if figure is Figure.SOLUTIONS:
            return _solutions(office, scopes, year, names)
        return _targets(office, figure, scopes, year, names)


Names = dict[str, str]
_TASKS: dict[Figure, Callable[[TaskBehind, date], bool]] = {
    Figure.TASKS: lambda _task, _today: True,
    Figure.COMPLETED: lambda task, _today: task.state == TaskState.COMPLETED,
    Figure.OVERDUE: lambda task, today: _group(task, today) is StatusGroup.OPEN_OVERDUE,
    Figure.DUE_SOON: lambda task, today: _deadline(task, today) is DeadlineState.DUE_SOON,
}


def _group(task: TaskBehind, today: date) -> StatusGroup:
    return status_group(task.state, task.due_on, task.completed_on, today)


def _deadline(task: TaskBehind, today: date) -> DeadlineState:
    return deadline_state(task.state, task.due_on, task.completed_on, today)


def _tasks(
    office: Office, figure: Figure, scopes: tuple[str, ...], year: int, names: Names
) -> list[BehindRow]:
    today = office.today()
    before = today if figure is Figure.OVERDUE else None
    found = tasks_behind(office.store, scopes, year, before)
    return [_task_row(task, today, names) for task in found if _TASKS[figure](task, today)]


def _task_row(task: TaskBehind, today: date, names: Names) -> BehindRow:
    unit = scope_subject(task.scope)
    return BehindRow(
        id=task.id,
        table="task",
        record_id=task.id,
        unit=unit,
        unit_name=names.get(unit, unit),
        code=task.code,
        title=task.title,
        is_key_task=task.is_key_task,
        lead=task.lead,
        due_on=task.due_on,
        label=status_label(task.state, task.due_on, task.completed_on, today),
        days_late=days_late(task.state, task.due_on, task.completed_on, today),
        is_due_soon=_deadline(task, today) is DeadlineState.DUE_SOON,
        percent=task.percent,
    )


def _targets(
    office: Office, figure: Figure, scopes: tuple[str, ...], year: int, names: Names
) -> list[BehindRow]:
    found = []
    for target in targets_behind(office.store, scopes, year):
        word = achievement(target.direction, target.planned, target.value)
        if figure is Figure.TARGETS_REACHED and word is not Achievement.REACHED:
            continue
        unit = scope_subject(target.scope)
        found.append(
            BehindRow(
                id=target.id,
                table="target",
                record_id=target.id,
                unit=unit,
                unit_name=names.get(unit, unit),
                code=target.code,
                title=target.name,
                planned=target.planned,
                value=target.value,
                measure_unit=target.measure_unit,
                achievement=word,
            )
        )
    return found


def _solutions(office: Office, scopes: tuple[str, ...], year: int, names: Names) -> list[BehindRow]:
    return [
        BehindRow(
            id=one.id,
            table="solution",
            record_id=one.id,
            unit=scope_subject(one.scope),
            unit_name=names.get(scope_subject(one.scope), ""),
            title=one.content,
        )
        for one in solutions_behind(office.store, scopes, year)
    ]


def _conflicts(office: Office, unit: str, names: Names) -> list[BehindRow]:
    """One row for each value in dispute; a record may have several."""
    rows = [row for row in conflict_rows(office.store) if unit in ("", scope_subject(row.scope))]
    titles = record_titles(office.store, ((row.table, row.id) for row in rows))
    found: list[BehindRow] = []
    for row in rows:
        title = titles.get((row.table, row.id))
        owner = scope_subject(row.scope)
        found.extend(
            BehindRow(
                id=f"{row.table}:{row.id}:{register}",
                table=title.table if title else row.table,
                record_id=title.id if title else row.id,
                unit=owner,
                unit_name=names.get(owner, owner),
                owner_table=row.table,
                title=title.text if title else "",
                register=register,
            )
            for register in row.registers
        )
    return found


def _bundles(office: Office, unit: str) -> list[BehindRow]:
    return [
        BehindRow(
            id=line.id,
            table="",
            record_id="",
            unit=line.unit,
            unit_name=line.unit_name,
            bundle=line,
        )
        for line in read_bundle_log(office)
        if not line.is_outgoing and unit in ("", line.unit)
    ]
