"""The reporting periods of a year, for the State's calendar and for the Party's.

State: Decree 09/2019/NĐ-CP, articles 8, 12 and 13: a month runs from the 15th of the month before to the
14th, a quarter, a half and a year likewise; between cut-off and sending lies at least one working day.
Party: calendar months, quarters, halves and the year (each committee's working rules).  The days are a
proposal: the office edits the records made from them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypedDict

from desktop.domain.entities.upper_level import Period, PeriodKind, ReportingRegime

SUBMIT_DAYS = 3
"""Days from cut-off to sending, unless the office says otherwise."""
_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}
_STATE_CUTOFF = 14
_SATURDAY = 5


class PeriodFields(TypedDict):
    """The fields of a ``Period``, ready for ``Period(**fields)``."""

    year: int
    kind: PeriodKind
    number: int
    regime: ReportingRegime
    from_on: date
    cutoff_on: date
    submit_by: date


class PeriodName(NamedTuple):
    """What a period's label is made of ("Tháng 6/2022", "Quý II/2022"); the words belong to the screen."""

    kind: PeriodKind
    number: int
    year: int


def build_periods(
    year: int,
    regime: ReportingRegime,
    submit_days: int = SUBMIT_DAYS,
    holidays: Collection[date] = (),
) -> list[PeriodFields]:
    """The 12 months, 4 quarters, 2 halves and the year, in that order.

    ``submit_by`` is the first working day at least ``submit_days`` (1 or more) after the cut-off: neither
    Saturday nor Sunday nor one of ``holidays``.  Raises ValueError for fewer days than one.
    """
    if submit_days < 1:
        raise ValueError("at least one working day lies between cut-off and sending")
    periods = []
    for kind, length in _LENGTHS.items():
        for number in range(1, 12 // length + 1):
            from_on, cutoff_on = _span(year, (number - 1) * length + 1, length, regime)
            periods.append(
                PeriodFields(
                    year=year,
                    kind=kind,
                    number=number,
                    regime=regime,
                    from_on=from_on,
                    cutoff_on=cutoff_on,
                    submit_by=_working_day(cutoff_on + timedelta(days=submit_days), holidays),
                )
            )
    return periods


def _span(year: int, first_month: int, length: int, regime: ReportingRegime) -> tuple[date, date]:
    if regime is ReportingRegime.PARTY:
        return _first_of(year, first_month), _first_of(year, first_month + length) - timedelta(days=1)
    after_cutoff = timedelta(days=_STATE_CUTOFF)
    from_on = _first_of(year, first_month - 1) + after_cutoff
    return from_on, _first_of(year, first_month + length - 1) + after_cutoff - timedelta(days=1)


def _first_of(year: int, month: int) -> date:
    """The first of a month; month 0 is December of the year before, 13 January of the next."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def _working_day(day: date, holidays: Collection[date]) -> date:
    """The day itself or the first working day after it."""
    while day.weekday() >= _SATURDAY or day in holidays:
        day += timedelta(days=1)
    return day


def period_containing(
    periods: Iterable[Period],
    day: date,
    kind: PeriodKind,
    regime: ReportingRegime = ReportingRegime.STATE,
) -> Period | None:
    """The period of a kind and regime that a day falls in, or None.

    Where edited periods overlap, the one that is cut off first: the next report due.
    """
    fitting = [
        period
        for period in periods
        if period.kind == kind and period.regime == regime and _contains(period, day)
    ]
    return min(fitting, key=lambda period: (period.cutoff_on or day, period.id), default=None)


def months_in_order(
    periods: Iterable[Period], regime: ReportingRegime = ReportingRegime.STATE
) -> tuple[Period, ...]:
    """The complete reporting months of a regime, the earliest first."""
    months = [
        period
        for period in periods
        if period.kind == PeriodKind.MONTH and period.regime == regime and period.from_on and period.cutoff_on
    ]
    return tuple(sorted(months, key=lambda period: (period.from_on or date.max, period.id)))


def _contains(period: Period, day: date) -> bool:
    if period.from_on is None or period.cutoff_on is None:
        return False
    return period.from_on <= day <= period.cutoff_on


def period_name(period: Period) -> PeriodName | None:
    """Kind, number and year for the label; None while the record lacks its number or year."""
    if period.number is None or period.year is None:
        return None
    return PeriodName(period.kind, period.number, period.year)
