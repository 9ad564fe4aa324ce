"""Which year and which reporting period every screen of the window looks at: chosen in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

from desktop.ui.frame import settings_keys as remembered
from desktop.usecases.read_frame import FrameFacts, StateMonth


class Viewed(QObject):
    """The choice of the top bar. The year is remembered; the period begins at the present one every time.

    ``changed`` tells that another year or period is looked at.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, facts: FrameFacts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._facts = settings, facts
        held = remembered.read_text(settings, remembered.YEAR)
        year = int(held) if held.isdecimal() else facts.this_year
        self._year = year if year in facts.years else facts.this_year
        self._period_id = self._first_of(self._year)

    # --- what is looked at ------------------------------------------------------------------------------

    def year(self) -> int:
        """The year looked at."""
        return self._year

    def period_id(self) -> str:
        """The id of the reporting month looked at; "" for the one that today lies in."""
        return self._period_id

    def period(self) -> StateMonth | None:
        """The reporting month looked at, None when none is kept for these days."""
        chosen = (one for one in self._facts.months if one.id == self._period_id)
        return next(chosen, None) or self._facts.period

    def months(self) -> tuple[StateMonth, ...]:
        """The months to choose from."""
        return self._facts.months_of(self._year)

    @property
    def is_present(self) -> bool:
        """Whether this year and the present reporting month are looked at."""
        return self._year == self._facts.this_year and not self._period_id

    # --- choosing ---------------------------------------------------------------------------------------

    def show_facts(self, facts: FrameFacts) -> None:
        """Take over what was read anew; a period that is gone, or has become the present one, is let go."""
        self._facts = facts
        self._period_id = self._known(self._period_id) or self._first_of(self._year)

    def choose_year(self, year: int) -> None:
        """Look at another year: at the present period of this one, at the last of one that is over."""
        self._look_at(year, self._first_of(year))

    def choose_period(self, period_id: str) -> None:
        """Look at another reporting month of the year."""
        self._look_at(self._year, self._known(period_id))

    def step(self, by: int) -> None:
        """Look at the month before or after; at the ends of the year nothing happens."""
        ids = [one.id for one in self.months()]
        shown = self.period()
        if shown is not None and shown.id in ids:
            place = ids.index(shown.id) + by
            if 0 <= place < len(ids):
                self.choose_period(ids[place])

    def back(self) -> None:
        """Look at the present again."""
        self._look_at(self._facts.this_year, "")

    def _look_at(self, year: int, period_id: str) -> None:
        if (year, period_id) != (self._year, self._period_id):
            self._year, self._period_id = year, period_id
            self._settings.setValue(remembered.YEAR, str(year))
            self.changed.emit()

    def _known(self, period_id: str) -> str:
        present = self._facts.period
        if present is not None and present.id == period_id:
            return ""
        return period_id if any(one.id == period_id for one in self._facts.months) else ""

    def _first_of(self, year: int) -> str:
        months = self._facts.months_of(year)
        if year == self._facts.this_year or not months:
            return ""
        return months[-1 if year < self._facts.this_year else 0].id
