"""The targets of one unit's plan of a year with everything that was reported of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop.store.queries.summary import day_of
from desktop.store.sql import Row, stream
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target as the plan has it, with the name of its field of work."""

    id: str
    scope: str
    code: str
    name: str
    wording: str
    measure_unit: str
    direction: str
    planned_value: Decimal | None
    base_value: Decimal | None
    is_cumulative: bool
    source: str
    field: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """What was reported of a target for a period; ``cutoff_on`` is None for a period not known here."""

    id: str
    target_id: str
    period_id: str
    value: Decimal | None
    note: str
    cutoff_on: date | None


_TARGETS = """
SELECT t.id, t.scope, t.code, t.name, t.wording, t.measure_unit, t.direction, t.planned_value, t.base_value,
       t.is_cumulative, t.source, coalesce(f.name, '')
FROM target t
JOIN plan p ON p.id = t.plan_id AND p.alive = 1 AND p.year = ?
LEFT JOIN field f ON f.id = t.field_id AND f.alive = 1
WHERE t.alive = 1 AND t.scope = ?
ORDER BY t."order" IS NULL, t."order", t.id
"""
_VALUES = """
SELECT v.id, v.target_id, v.period_id, v.value, v.note, q.cutoff_on
FROM target_value v
JOIN target t ON t.id = v.target_id AND t.alive = 1
JOIN plan p ON p.id = t.plan_id AND p.alive = 1 AND p.year = ?
LEFT JOIN period q ON q.id = v.period_id
WHERE v.alive = 1 AND v.scope = ?
ORDER BY q.cutoff_on, v.id
"""


def target_rows(store: Store, scope: str, year: int) -> list[TargetRow]:
    """The targets of a scope's plan of a year, in plan order."""
    return [_target(row) for row in stream(store.connection, _TARGETS, (year, scope))]


def value_rows(store: Store, scope: str, year: int) -> list[ValueRow]:
    """Their values, oldest period first."""
    return [_value(row) for row in stream(store.connection, _VALUES, (year, scope))]


def _target(row: Row) -> TargetRow:
    values = list(row)
    values[7:10] = decimal_of(row[7]), decimal_of(row[8]), bool(row[9])
    return TargetRow(*values)


def _value(row: Row) -> ValueRow:
    values = list(row)
    values[3], values[5] = decimal_of(row[3]), day_of(row[5])
    return ValueRow(*values)


def decimal_of(stored: str | None) -> Decimal | None:
    """A stored number."""
    return Decimal(stored) if stored else None
