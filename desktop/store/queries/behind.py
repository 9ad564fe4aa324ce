"""The rows behind a figure of the consolidation table, of one unit or of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.store.queries.summary import NEWEST_VALUES, day_of, of_year
from desktop.store.sql import stream
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class TaskBehind:
    """A task with the name of who leads it: the person, or else the body."""

    id: str
    scope: str
    code: str
    title: str
    is_key_task: bool
    state: str
    due_on: date | None
    completed_on: date | None
    percent: int | None
    lead: str


@dataclass(frozen=True, slots=True)
class TargetBehind:
    """A target with its newest value."""

    id: str
    scope: str
    code: str
    name: str
    direction: str
    planned: Decimal | None
    value: Decimal | None
    measure_unit: str


@dataclass(frozen=True, slots=True)
class SolutionBehind:
    """A solution."""

    id: str
    scope: str
    content: str


def _within(scopes: Sequence[str]) -> tuple[str, tuple[object, ...]]:
    if not scopes:
        return "", ()
    return f" AND r.scope IN ({','.join('?' * len(scopes))})", tuple(scopes)


def tasks_behind(
    store: Store, scopes: Sequence[str], year: int, due_before: date | None = None
) -> list[TaskBehind]:
    """The tasks of a year in plan order; of all units when no scope is given.

    With ``due_before`` only those whose deadline lies before that day.
    """
    join, of = of_year(year, "r")
    only, within = _within(scopes)
    early, day = (" AND r.due_on < ?", (due_before.isoformat(),)) if due_before else ("", ())
    rows = stream(
        store.connection,
        "SELECT r.id, r.scope, r.code, r.title, r.is_key_task, r.state, r.due_on, r.completed_on, r.percent, "
        "coalesce(nullif(w.full_name, ''), b.name, '') "
        f"FROM task r{join} LEFT JOIN person w ON w.id = r.lead_person_id "
        "LEFT JOIN body b ON b.id = r.lead_body_id "
        f'WHERE r.alive = 1{only}{early} ORDER BY r.scope, r."order" IS NULL, r."order", r.id',
        (*of, *within, *day),
    )
    return [
        TaskBehind(
            record_id, scope, code, title, bool(is_key), state, day_of(due), day_of(completed), percent, lead
        )
        for record_id, scope, code, title, is_key, state, due, completed, percent, lead in rows
    ]


def targets_behind(store: Store, scopes: Sequence[str], year: int) -> list[TargetBehind]:
    """The targets of a year in plan order; of all units when no scope is given."""
    join, of = of_year(year, "r")
    only, within = _within(scopes)
    rows = stream(
        store.connection,
        "SELECT r.id, r.scope, r.code, r.name, r.direction, r.planned_value, n.value, r.measure_unit "
        f"FROM target r{join} LEFT JOIN ({NEWEST_VALUES}) n ON n.target_id = r.id "
        f'WHERE r.alive = 1{only} ORDER BY r.scope, r."order" IS NULL, r."order", r.id',
        (*of, *within),
    )
    return [
        TargetBehind(
            record_id, scope, code, name, direction, _decimal(planned), _decimal(value), measure_unit
        )
        for record_id, scope, code, name, direction, planned, value, measure_unit in rows
    ]


def _decimal(stored: str | None) -> Decimal | None:
    return Decimal(stored) if stored else None


def solutions_behind(store: Store, scopes: Sequence[str], year: int) -> list[SolutionBehind]:
    """The solutions of a year in plan order; of all units when no scope is given."""
    join, of = of_year(year, "r")
    only, within = _within(scopes)
    rows = stream(
        store.connection,
        f"SELECT r.id, r.scope, r.content FROM solution r{join} "
        f'WHERE r.alive = 1{only} ORDER BY r.scope, r."order" IS NULL, r."order", r.id',
        (*of, *within),
    )
    return [SolutionBehind(*row) for row in rows]
