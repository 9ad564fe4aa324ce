"""What stands in the bar above the screens: the unit, the years there is something of, today's period."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.entities import Period, PeriodKind, Plan, Programme
from desktop.domain.periods import period_containing
from desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """``unit`` is "" before the registry of units has arrived; ``years`` rise and are never empty.

    ``period`` is the month of the State's calendar that today lies in, or None when no such period is kept.
    """

    unit: str
    years: tuple[int, ...]
    this_year: int
    period: Period | None


def read_frame(office: Office) -> FrameFacts:
    """The facts of the top bar. This year is always among the years, so that a new year can be begun."""
    store, today = office.store, office.today()
    unit = office.unit()
    listed = {plan.year for plan in store.select(Plan)} | {item.year for item in store.select(Programme)}
    years = {year for year in listed if year}
    period = period_containing(store.select(Period), today, PeriodKind.MONTH)
    return FrameFacts(unit.name if unit else "", tuple(sorted(years | {today.year})), today.year, period)
