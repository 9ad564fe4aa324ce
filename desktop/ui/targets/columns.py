"""The columns of the sheet: what is aimed at, the periods in view, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import PeriodKind
from desktop.domain.entity import Kind
from desktop.domain.target_figures import Achievement
from desktop.ui.grid.column import Column
from desktop.ui.targets.words import (
    achievement_pill,
    achievement_word,
    percent_words,
    period_head,
    plan_words,
    value_words,
)
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import column_width
from desktop.usecases.read_targets import PeriodLine, TargetLine, TargetSheet

MOST_MONTHS = 6
"""Months in view at once where there is room."""
_OTHERS = 606
"""Width of the other columns in pixels at 100 %."""
_LEAST_WIDTH, _DIGIT, _MARGINS, _MARK = 56, 8, 20, 20
"""Pixels at 100 %."""


class SheetView(StrEnum):
    """Which periods are in view."""

    RECENT = "recent"
    MONTHS = "months"
    QUARTERS = "quarters"
    LONG = "long"


def months_in(width: float) -> int:
    """How many months have room in ``width`` pixels at 100 % beside the other columns, two at the least."""
    return int(min(max((width - _OTHERS) // _LEAST_WIDTH, 2), MOST_MONTHS))


def periods_in(sheet: TargetSheet, view: SheetView, recent: int = MOST_MONTHS) -> list[PeriodLine]:
    """The periods of a view; of RECENT ``recent`` months, of which the last is the present one."""
    months = list(sheet.of_kind(PeriodKind.MONTH))
    if view is SheetView.MONTHS:
        return months
    if view is SheetView.QUARTERS:
        return list(sheet.of_kind(PeriodKind.QUARTER))
    if view is SheetView.LONG:
        return [*sheet.of_kind(PeriodKind.HALF_YEAR), *sheet.of_kind(PeriodKind.YEAR)]
    present = sheet.current_period
    last = len(months) if present is None else months.index(present) + 1
    end = max(last, min(recent, len(months)))
    return months[max(end - recent, 0) : end]


def sheet_columns(sheet: TargetSheet, periods: Sequence[PeriodLine], today: date) -> list[Column]:
    """All columns of a view with these periods."""
    cells = [_cell(sheet, period, today) for period in periods]
    return [*_aims(), *cells, *_results(sheet, today)]


def _aims() -> list[Column]:
    return [
        Column(
            key="code",
            header=QCoreApplication.translate("Targets", "Code"),
            width=48,
            muted=True,
            frozen=True,
            value=lambda line: line.target.code,
        ),
        Column(
            key="name",
            header=QCoreApplication.translate("Targets", "Target"),
            width=152,
            stretch=True,
            wraps=True,
            frozen=True,
            value=lambda line: line.target.name,
        ),
        Column(
            key="measure_unit",
            header=QCoreApplication.translate("Targets", "Measure"),
            width=92,
            wraps=True,
            muted=True,
            value=lambda line: line.target.measure_unit,
        ),
        Column(
            key="base",
            header=QCoreApplication.translate("Targets", "Last year"),
            kind=Kind.DECIMAL,
            width=90,
            muted=True,
            hidden=True,
            value=lambda line: line.target.base_value,
        ),
        Column(
            key="planned",
            header=QCoreApplication.translate("Targets", "Plan"),
            kind=Kind.DECIMAL,
            width=76,
            value=lambda line: line.target.planned_value,
            shown=plan_words,
            sort=lambda line: line.target.planned_value,
        ),
    ]


def _cell(sheet: TargetSheet, period: PeriodLine, today: date) -> Column:
    """The column of a period: earlier ones in grey, the one looked at in ordinary letters."""
    current = sheet.current_period
    present = (
        current is not None and period.from_on <= current.from_on and current.cutoff_on <= period.cutoff_on
    )
    begun = period.from_on <= today and not sheet.is_read_only

    def value(line: TargetLine) -> Decimal | None:
        return line.cell(period.id).value

    def tone(line: TargetLine) -> Tone | None:
        if period.id in line.odd:
            return Tone.AMBER
        return Tone.GREY if line.cell(period.id).is_derived else None

    def mark(line: TargetLine) -> str:
        return "alert-triangle" if period.id in line.odd else ""

    return Column(
        key=period.id,
        header=period_head(period),
        kind=Kind.DECIMAL,
        width=_width(sheet, period),
        muted=not present,
        editable=begun,
        value=value,
        shown=lambda line: value_words(line, value(line)),
        sort=value,
        tone=tone,
        icon=mark,
        tip=QCoreApplication.translate("Targets", "Reported until {day}").replace(
            "{day}", period.cutoff_on.strftime("%d/%m/%Y")
        ),
    )


def _width(sheet: TargetSheet, period: PeriodLine) -> int:
    """Wide enough for the longest number and the mark of an odd one: a number is never cut."""
    longest = max((len(value_words(line, line.cell(period.id).value)) for line in sheet.lines), default=0)
    marked = any(period.id in line.odd for line in sheet.lines)
    return max(_LEAST_WIDTH, longest * _DIGIT + _MARGINS + (_MARK if marked else 0))


def _results(sheet: TargetSheet, today: date) -> list[Column]:
    is_over = bool(sheet.periods) and today > max(period.cutoff_on for period in sheet.periods)
    return [
        Column(
            key="current",
            header=QCoreApplication.translate("Targets", "To date"),
            kind=Kind.DECIMAL,
            width=70,
            strong=True,
            value=lambda line: line.current,
            shown=lambda line: value_words(line, line.current),
            sort=lambda line: line.current,
        ),
        Column(
            key="percent",
            header="%",
            kind=Kind.DECIMAL,
            width=56,
            tip=QCoreApplication.translate("Targets", "Percent of the plan"),
            value=lambda line: line.percent,
            shown=percent_words,
            sort=lambda line: line.percent,
        ),
        Column(
            key="achievement",
            header=QCoreApplication.translate("Targets", "Result"),
            width=column_width(map(achievement_word, Achievement)),
            value=lambda line: line.achievement,
            shown=lambda line: QCoreApplication.translate("Targets", "no figure yet"),
            tone=lambda _line: Tone.GREY,
            pill=lambda line: achievement_pill(line, is_over=is_over),
        ),
    ]
