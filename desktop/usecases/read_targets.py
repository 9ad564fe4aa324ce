"""The sheet of targets: every target of a unit's plan with its values by period, and how far it is.

Values of months are what is reported.  A quarter, half or year shows its own value where one was entered,
otherwise the newest month within it: running totals and levels both hold at the end of a period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from desktop.domain.entities import PeriodKind
from desktop.domain.scopes import scope_subject
from desktop.domain.target_figures import Achievement, achievement, is_odd, percent_of_plan
from desktop.store.queries.own_tasks import PeriodLine, state_periods
from desktop.store.queries.targets import TargetRow, ValueRow, target_rows, value_rows
from desktop.store.queries.titles import record_titles
from desktop.usecases.office import Office

__all__ = ["PeriodLine", "TargetCell", "TargetLine", "TargetSheet", "read_targets", "unit_of_target"]


@dataclass(frozen=True, slots=True)
class TargetCell:
    """A value of one period. ``is_derived``: not entered, taken from a month within the period."""

    value: Decimal | None
    note: str = ""
    value_id: str = ""
    is_derived: bool = False


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target with its cells by period id, its newest value and what that amounts to."""

    target: TargetRow
    cells: Mapping[str, TargetCell]
    current: Decimal | None
    percent: Decimal | None
    achievement: Achievement | None
    odd: Mapping[str, Decimal] = field(default_factory=dict)
    """Period id → the value before it, for months whose value is odd and has no explanation."""

    @property
    def id(self) -> str:
        return self.target.id

    def cell(self, period_id: str) -> TargetCell:
        """The cell of a period, an empty one where nothing is known."""
        return self.cells.get(period_id, TargetCell(None))


@dataclass(frozen=True, slots=True)
class TargetSheet:
    """The targets of one unit in one year.

    ``current_period`` is the month that reports of today go to, or the one chosen to be looked at.
    """

    unit: str
    year: int
    periods: tuple[PeriodLine, ...]
    current_period: PeriodLine | None
    lines: tuple[TargetLine, ...]
    is_read_only: bool

    def of_kind(self, kind: PeriodKind) -> tuple[PeriodLine, ...]:
        """The periods of one kind in order."""
        return tuple(one for one in self.periods if one.kind == kind)

    def line(self, target_id: str) -> TargetLine | None:
        """The line of a target, None when it is not in this sheet."""
        return next((one for one in self.lines if one.id == target_id), None)

    def count(self, word: Achievement) -> int:
        """How many targets have this word."""
        return sum(line.achievement is word for line in self.lines)


def read_targets(office: Office, year: int, unit: str = "", period_id: str = "") -> TargetSheet:
    """The sheet of ``unit`` (this office's own unless given). Another unit's sheet is read-only.

    ``period_id`` names the month to look at; "" is the one that today lies in.
    """
    chosen = unit or office.unit_id
    today = office.today()
    with office.store.snapshot():
        periods = tuple(state_periods(office.store, year))
        targets = target_rows(office.store, chosen, year)
        values: dict[str, list[ValueRow]] = defaultdict(list)
        for row in value_rows(office.store, chosen, year):
            values[row.target_id].append(row)
    months = [one for one in periods if one.kind == PeriodKind.MONTH]
    return TargetSheet(
        unit=chosen,
        year=year,
        periods=periods,
        current_period=_current(months, today, period_id),
        lines=tuple(_line(target, values[target.id], periods) for target in targets),
        is_read_only=chosen not in office.own_units,
    )


def _current(months: Sequence[PeriodLine], today: date, period_id: str) -> PeriodLine | None:
    chosen = (one for one in months if one.id == period_id)
    present = (one for one in months if one.from_on <= today <= one.cutoff_on)
    return next(chosen, None) or next(present, None)


def unit_of_target(office: Office, target_id: str) -> str:
    """The unit whose plan holds a target; "" for one that is gone."""
    title = record_titles(office.store, [("target", target_id)]).get(("target", target_id))
    return scope_subject(title.scope) if title is not None else ""


def _line(target: TargetRow, values: Sequence[ValueRow], periods: Sequence[PeriodLine]) -> TargetLine:
    cells = {row.period_id: TargetCell(row.value, row.note, row.id) for row in values}
    dated = [row.value for row in values if row.value is not None and row.cutoff_on is not None]
    current = dated[-1] if dated else None
    months = [one for one in periods if one.kind == PeriodKind.MONTH]
    for period in periods:
        if period.kind != PeriodKind.MONTH and cells.get(period.id, TargetCell(None)).value is None:
            found = _newest_within(period, months, cells)
            if found is not None:
                kept = cells.get(period.id, TargetCell(None))
                cells[period.id] = TargetCell(found, kept.note, kept.value_id, is_derived=True)
    return TargetLine(
        target=target,
        cells=cells,
        current=current,
        percent=percent_of_plan(target.direction, target.planned_value, current),
        achievement=achievement(target.direction, target.planned_value, current),
        odd=_odd_values(target, months, cells),
    )


def _newest_within(
    period: PeriodLine, months: Sequence[PeriodLine], cells: Mapping[str, TargetCell]
) -> Decimal | None:
    within = (one for one in months if period.from_on <= one.from_on and one.cutoff_on <= period.cutoff_on)
    shown = [cells[one.id].value for one in within if one.id in cells]
    return next((value for value in reversed(shown) if value is not None), None)


def _odd_values(
    target: TargetRow, months: Sequence[PeriodLine], cells: Mapping[str, TargetCell]
) -> dict[str, Decimal]:
    odd: dict[str, Decimal] = {}
    before: list[Decimal] = []
    for month in months:
        cell = cells.get(month.id, TargetCell(None))
        if cell.value is None:
            continue
        strange = is_odd(cell.value, before, is_cumulative=target.is_cumulative, planned=target.planned_value)
        if strange and not cell.note:
            odd[month.id] = before[-1]
        before.append(cell.value)
    return odd
