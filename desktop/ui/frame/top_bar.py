"""The bar above the screens: whose office, which year and reporting period are looked at, and the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.frame.search_line import SearchLine
from desktop.ui.grid.text import fitting
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, XL, Tone, Type
from desktop.ui.widgets.chip_menu import Chip, ChipMenu
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tips import set_tip

HEIGHT = 52
_LEAST_NAME = 96
"""Pixels at 100 % that the name of the office has at the least."""


class TopBar(QFrame):
    """``year_chosen`` carries the year, ``period_chosen`` a period's id; ``back_asked`` wants the present.

    ``search`` is the line at the right.
    """

    year_chosen = Signal(int)
    period_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "topbar")
        self._unit = label("", Type.HEADING, wrap=True)
        self._unit.setObjectName("unit-name")
        self._name = ""
        self._year, self._period = ChipMenu(), ChipMenu()
        self._year.chosen.connect(lambda key: self.year_chosen.emit(int(key)))
        self._period.chosen.connect(self.period_chosen.emit)
        self._words = ("", "")
        self.back = self._make_back()
        self.search = SearchLine()
        self._row = QHBoxLayout(self)
        for widget in (self._unit, self._year, self._period, self.back):
            self._row.addWidget(widget)
        self._period.hide()
        self.back.hide()
        self._row.addStretch(1)
        self._row.addWidget(self.search, 10)
        look().changed.connect(self._restyle)
        self._restyle()

    def _make_back(self) -> Chip:
        made = Chip("arrow-back-up")
        made.setProperty("tone", Tone.AMBER)
        made.setAccessibleName(QCoreApplication.translate("Frame", "Back to the present"))
        set_tip(
            made,
            QCoreApplication.translate(
                "Frame", "Another year or period is shown. Alt+Home shows the present."
            ),
        )
        made.clicked.connect(lambda _checked=False: self.back_asked.emit())
        return made

    def _restyle(self) -> None:
        self.setFixedHeight(look().px(HEIGHT))
        self._row.setContentsMargins(look().px(XL), 0, look().px(XL), 0)
        self._row.setSpacing(look().px(SM))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Short of room the period is called by its name alone, then the icons stand alone.

        Half a sentence would be worse than none; the rest stays in the tool tips.
        """
        (whole, short), back = self._words, self.back.accessibleName()
        shown = [one for one in (self._unit, self._year, self._period, self.back) if not one.isHidden()]
        least = self.search.minimumSizeHint().width()
        room = self.width() - max(self.search.minimumWidth(), least)
        room -= look().px(2 * XL + len(shown) * SM + MD)
        room -= self._year.sizeHint().width()
        room -= self._fit_name(
            room - sum(chip.width_for("") for chip in (self._period, self.back) if chip in shown)
        )
        for period, words in ((whole, back), (short, back), (short, ""), ("", "")):
            wanted = ((self._period, period), (self.back, words))
            if sum(chip.width_for(text) for chip, text in wanted if chip in shown) <= room:
                break
        self._period.setText(period)
        self.back.setText(words)

    def _fit_name(self, room: int) -> int:
        """The name in one line, in two smaller ones where it is long; its width in pixels.

        One that is longer still ends in "…": the whole of it is the title of the window and the tool tip.
        """
        width = look().metrics(Type.HEADING).horizontalAdvance(self._name) + 1
        is_long = width > room
        if is_long:
            width = max(room, look().px(_LEAST_NAME))
        role = Type.STRONG if is_long else Type.HEADING
        if self._unit.property("type") != role.value:
            self._unit.setProperty("type", role.value)
            self._unit.style().polish(self._unit)
        high = 2 * look().metrics(role).lineSpacing()
        words = fitting(self._name, width, high, role) if is_long else self._name
        if words != self._unit.text():
            self._unit.setText(words)
        set_tip(self._unit, self._name if words != self._name else "")
        self._unit.setFixedWidth(width)
        return width

    def minimumSizeHint(self) -> QSize:
        """The name in two lines, icons, and the shortest search."""
        chips = [one for one in (self._year, self._period, self.back) if not one.isHidden()]
        parts = [look().px(_LEAST_NAME), self.search.minimumWidth(), self._year.sizeHint().width()]
        parts += [chip.width_for("") for chip in chips[1:]]
        around = look().px(2 * XL + (len(parts) + 1) * SM)
        return QSize(sum(parts) + around, look().px(HEIGHT))

    def show_unit(self, name: str) -> None:
        """The name of the office."""
        self._name = name
        self._unit.setAccessibleName(name)
        self._fit()

    def show_years(self, years: Sequence[int], chosen: int) -> None:
        """The years to choose from, and the one in force."""
        self._year.show_words(self._year_words(chosen))
        self._year.show_choices([(str(year), self._year_words(year)) for year in years], str(chosen))

    @staticmethod
    def _year_words(year: int) -> str:
        return QCoreApplication.translate("Frame", "Year {year}").replace("{year}", str(year))

    def show_periods(self, periods: Sequence[tuple[str, str]], chosen: str) -> None:
        """The reporting months, as (id, words), and the one looked at."""
        self._period.show_choices(periods, chosen)

    def show_period(self, words: str, short: str, more: str) -> None:
        """The reporting period looked at, "" for none; ``more`` is its tool tip."""
        self._words = (words, short)
        self._period.show_words(words, more)
        self._period.setVisible(bool(words))
        self._fit()

    def show_away(self, is_away: bool) -> None:
        """Whether another year or period than the present one is looked at."""
        self.back.setVisible(is_away)
        self._fit()

    @property
    def years(self) -> list[str]:
        """The words of the years offered."""
        return self._year.choices

    @property
    def periods(self) -> ChipMenu:
        """The chip of the reporting period."""
        return self._period
