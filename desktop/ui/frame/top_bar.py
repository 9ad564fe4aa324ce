"""The bar above the screens: whose office, which year, which reporting period, and the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.ui.frame.search_line import SearchLine
from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, XL, Type
from desktop.ui.widgets.labels import label

HEIGHT = 52


class TopBar(QWidget):
    """``year_chosen`` carries the year; ``search`` is the line at the right."""

    year_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._unit = label("", Type.HEADING)
        self._year = QToolButton()
        self._year.setProperty("role", "chip")
        self._year.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._year.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._year.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep_icon(self._year, "chevron-down", "text2", 16)
        self._menu = QMenu(self._year)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._year.setMenu(self._menu)
        self._period = label("", Type.CAPTION)
        self._period.hide()
        self.search = SearchLine()
        self._row = QHBoxLayout(self)
        for widget in (self._unit, self._year, self._period):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 10)
        look().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(look().px(HEIGHT))
        self._row.setContentsMargins(look().px(XL), 0, look().px(XL), 0)
        self._row.setSpacing(look().px(MD))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Short of room the period gives way: half a sentence would be worse than none."""
        needed = self._unit.sizeHint().width() + self._year.sizeHint().width()
        needed += self._period.sizeHint().width() + self.search.minimumWidth() + look().px(2 * XL + 4 * MD)
        self._period.setVisible(bool(self._period.text()) and needed <= self.width())

    def show_unit(self, name: str) -> None:
        """The name of the office."""
        self._unit.setText(name)

    def show_years(self, years: Sequence[int], chosen: int) -> None:
        """The years to choose from, and the one in force."""
        self._year.setText(self._words(chosen))
        self._year.setAccessibleName(self._words(chosen))
        self._menu.clear()
        for year in years:
            action = QAction(self._words(year), self._menu)
            action.setCheckable(True)
            action.setChecked(year == chosen)
            action.triggered.connect(lambda _on=False, picked=year: self.year_chosen.emit(picked))
            self._menu.addAction(action)

    @staticmethod
    def _words(year: int) -> str:
        return QCoreApplication.translate("Frame", "Year {year}").replace("{year}", str(year))

    def show_period(self, words: str, more: str) -> None:
        """The reporting period that today lies in; ``more`` is its tool tip."""
        self._period.setText(words)
        self._period.setToolTip(more)
        self._fit()

    @property
    def years(self) -> list[str]:
        """The words of the years offered."""
        return [action.text() for action in self._menu.actions()]
