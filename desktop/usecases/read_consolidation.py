"""The consolidation table as its screen shows it: each unit's figures, and whether it has sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.domain.errors import Code
from desktop.domain.formats import local_day
from desktop.store.queries.own_tasks import PeriodLine
from desktop.store.queries.summary import ReceivedBundle, received_bundles
from desktop.usecases.office import Office
from desktop.usecases.summarise import SummaryRow, summarise
from desktop.usecases.weekly_tasks import chosen_month


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One unit's line. ``bundle`` is the newest taken of it; ``has_sent`` whether that was in this period.

    The office's own line (``is_own``) has no bundle to wait for.
    """

    row: SummaryRow
    bundle: ReceivedBundle | None
    has_sent: bool
    is_own: bool = False

    @property
    def id(self) -> str:
        """The unit's id."""
        return self.row.key

    @property
    def is_old(self) -> bool:
        """Whether the figures stem from before this period."""
        return not (self.has_sent or self.is_own)


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The table of one year. ``since`` and ``until`` are the days of the reporting period looked at."""

    year: int
    since: date
    until: date | None
    month: int
    """The number of the period, by which it is called."""
    units: tuple[UnitFigures, ...]

    @property
    def awaited(self) -> int:
        """How many units are expected to send."""
        return sum(not unit.is_own for unit in self.units)

    @property
    def sent(self) -> int:
        """How many of them have sent in this period."""
        return sum(unit.has_sent for unit in self.units)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to show: no unit has ever sent anything."""
        return all(unit.row.is_blank and unit.bundle is None for unit in self.units)


def read_consolidation(office: Office, year: int, period_id: str = "") -> Consolidation:
    """The table of the plans of ``year``, one line for each unit.

    ``period_id`` names the month whose bundles are looked for, "" the present one.  Figures are those of
    now; of an earlier month only what was taken until it was to be sent counts as sent.
    """
    today = office.today()
    period = chosen_month(office.store, today, period_id)
    since = period.from_on if period else today.replace(day=1)
    bundles = received_bundles(office.store, (Code.OK, Code.OK_DUP), _end_of(period, today))
    units = tuple(
        _figures(row, bundles.get(row.key), since, is_own=row.key == office.unit_id)
        for row in summarise(office, year=year)
    )
    return Consolidation(
        year=year,
        since=since,
        until=period.cutoff_on if period else None,
        month=period.number if period and period.number else today.month,
        units=units,
    )


def _end_of(period: PeriodLine | None, today: date) -> int | None:
    """The moment (UTC ms) after which bundles no longer belong to a period that is over; else None."""
    if period is None or today <= period.cutoff_on:
        return None
    after = max(period.cutoff_on, period.submit_by or period.cutoff_on) + timedelta(days=1)
    return round(datetime.combine(after, time()).astimezone().timestamp() * 1000)


def _figures(row: SummaryRow, bundle: ReceivedBundle | None, since: date, *, is_own: bool) -> UnitFigures:
    has_sent = bundle is not None and local_day(bundle.at) >= since
    return UnitFigures(row, bundle, has_sent, is_own)
