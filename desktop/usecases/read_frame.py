"""What stands in the bar above the screens: the unit, the years there is something of, today's period."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.entities import Period, PeriodKind, Plan, Programme
from desktop.domain.periods import months_in_order, period_containing
from desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class FrameFacts:
    """``unit`` is "" before the registry of units has arrived; ``years`` rise and are never empty.

    ``period`` is the month of the State's calendar that today lies in, or None when no such period is kept;
    ``months`` are all of that calendar in order.
    """

    unit: str
    years: tuple[int, ...]
    this_year: int
    period: Period | None
    months: tuple[Period, ...] = ()

    def months_of(self, year: int) -> tuple[Period, ...]:
        """The reporting months of a year; of this year with the present one, which may be of the next."""
        present = self.period.id if self.period is not None and year == self.this_year else ""
        return tuple(one for one in self.months if one.year == year or one.id == present)


def read_frame(office: Office) -> FrameFacts:
    """The facts of the top bar. This year is always among the years, so that a new year can be begun."""
    store, today = office.store, office.today()
    unit = office.unit()
    listed = {plan.year for plan in store.select(Plan)} | {item.year for item in store.select(Programme)}
    years = {year for year in listed if year}
    periods = store.select(Period)
    return FrameFacts(
        unit=unit.name if unit else "",
        years=tuple(sorted(years | {today.year})),
        this_year=today.year,
        period=period_containing(periods, today, PeriodKind.MONTH),
        months=months_in_order(periods),
    )
