"""The cards of the first screen and the lines of the lists behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.store.queries.today import PlanRow, UpperItem
from desktop.usecases.first_step import FirstStep
from desktop.usecases.weekly_tasks import WeekTask


class CardKey(StrEnum):
    """The cards, in the order they stand; the first six are a commune's, the others an upper office's."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    NOT_REVIEWED = "not_reviewed"
    FROM_UPPER = "from_upper"
    UNSENT = "unsent"
    CONFLICTS = "conflicts"
    LATE_UNITS = "late_units"
    BUNDLES = "bundles"
    PLANS = "plans"
    OVERDUE_UNITS = "overdue_units"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A changed or disputed record; ``opens`` is (table, id) to open, ``fields`` what is in dispute."""

    id: str
    table: str
    title: str
    opens: tuple[str, str]
    user: str = ""
    at: int | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit below this office: its newest bundle taken here, its late work."""

    id: str
    name: str
    phone: str
    bundle_at: int | None
    bundle_number: int | None
    overdue: int
    worst_days: int
    worst_title: str


@dataclass(frozen=True, slots=True)
class BundleLine:
    """A bundle taken in this period; ``at`` is UTC ms."""

    id: str
    unit: str
    name: str
    number: int
    at: int
    rows: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan received of a unit."""

    id: str
    unit: str
    name: str
    plan: PlanRow


@dataclass(frozen=True, slots=True)
class Today:
    """The cards with their counts, and the lists by card. ``since`` is the first day of this period.

    ``first`` is what has to be done before any bundle can travel.
    """

    day: date
    since: date
    is_upper: bool
    counts: dict[CardKey, int]
    tasks: dict[CardKey, tuple[WeekTask, ...]]
    items: tuple[UpperItem, ...] = ()
    unsent: tuple[ChangeLine, ...] = ()
    conflicts: tuple[ChangeLine, ...] = ()
    late_units: tuple[UnitLine, ...] = ()
    overdue_units: tuple[UnitLine, ...] = ()
    bundles: tuple[BundleLine, ...] = ()
    plans: tuple[PlanLine, ...] = ()
    first: FirstStep | None = None

    def rows(self, card: CardKey) -> Sequence[object]:
        """The list behind a card."""
        lists: dict[CardKey, Sequence[object]] = {
            CardKey.FROM_UPPER: self.items,
            CardKey.UNSENT: self.unsent,
            CardKey.CONFLICTS: self.conflicts,
            CardKey.LATE_UNITS: self.late_units,
            CardKey.OVERDUE_UNITS: self.overdue_units,
            CardKey.BUNDLES: self.bundles,
            CardKey.PLANS: self.plans,
        }
        return lists[card] if card in lists else self.tasks.get(card, ())
