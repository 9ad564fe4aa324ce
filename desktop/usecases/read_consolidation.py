"""The consolidation table as its screen shows it: each unit's figures, and whether it has sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.errors import Code
from desktop.store.queries.summary import ReceivedBundle, received_bundles
from desktop.usecases.office import Office
from desktop.usecases.summarise import SummaryRow, summarise
from desktop.usecases.weekly_tasks import month_period


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
    """The table of one year. ``since`` and ``until`` are the days of the present reporting period."""

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


def read_consolidation(office: Office, year: int) -> Consolidation:
    """The table of the plans of ``year``, one line for each unit."""
    today = office.today()
    period = month_period(office.store, today)
    since = period.from_on if period else today.replace(day=1)
    bundles = received_bundles(office.store, (Code.OK, Code.OK_DUP))
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


def _figures(row: SummaryRow, bundle: ReceivedBundle | None, since: date, *, is_own: bool) -> UnitFigures:
    has_sent = bundle is not None and local_day(bundle.at) >= since
    return UnitFigures(row, bundle, has_sent, is_own)


def local_day(at: int) -> date:
    """The day of a moment (UTC ms) on this computer's calendar."""
    return datetime.fromtimestamp(at / 1000).astimezone().date()
