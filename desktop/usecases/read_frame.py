"""What stands in the bar above the screens: the unit, the years there is something of, today's period.

Read before the window is painted, so nothing of it leads to the entities.
"""

from __future__ import annotations

from typing import NamedTuple

from desktop.store.queries.frame import StateMonth, state_months, unit_name, years_in_use
from desktop.usecases.office import UNIT_NAME, Office

__all__ = ["FrameFacts", "StateMonth", "read_frame"]


class FrameFacts(NamedTuple):
    """``unit`` is what the list of units called it until its record arrives, "" without one.

    ``years`` rise and are never empty.
    ``period`` is the month of the State's calendar that today lies in, or None when no such period is kept;
    ``months`` are all of that calendar in order.
    """

    unit: str
    years: tuple[int, ...]
    this_year: int
    period: StateMonth | None
    months: tuple[StateMonth, ...] = ()

    def months_of(self, year: int) -> tuple[StateMonth, ...]:
        """The reporting months of a year; of this year with the present one, which may be of the next."""
        present = self.period.id if self.period is not None and year == self.this_year else ""
        return tuple(one for one in self.months if one.year == year or one.id == present)


def read_frame(office: Office) -> FrameFacts:
    """The facts of the top bar. This year is always among the years, so that a new year can be begun."""
    connection, today = office.data.connection, office.today()
    months = state_months(connection)
    # As ``period_containing``: where edited months overlap, the one that is cut off first.
    present = [month for month in months if month.from_on <= today <= month.cutoff_on]
    return FrameFacts(
        unit=unit_name(connection, office.unit_id) or office.data.meta(UNIT_NAME),
        years=tuple(sorted(years_in_use(connection) | {today.year})),
        this_year=today.year,
        period=min(present, key=lambda month: (month.cutoff_on, month.id), default=None),
        months=months,
    )
