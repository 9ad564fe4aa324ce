"""The bar above the screens: whose office, which year, which reporting period, and the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.icons import icon_pixmap, keep_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import FOCUS_RING, MD, RADIUS_CONTROL, SM, XL, Type
from desktop.ui.widgets.labels import label

HEIGHT = 52
_SEARCH_WIDTH = 300
_SEARCH_ICON = 16
SEARCH_KEY = "Ctrl+K"


class SearchButton(QAbstractButton):
    """Looks like a search field, opens the search."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(hint)
        self.setAccessibleName(hint)
        self.setToolTip(f"{hint} ({SEARCH_KEY})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look().px(_SEARCH_WIDTH), look().px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(_SEARCH_ICON + 2 * SM), look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look().px(RADIUS_CONTROL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("line" if self.underMouse() else "sunk"))
        painter.drawRoundedRect(self.rect(), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look().colour("primary"), FOCUS_RING))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        side, margin = look().px(_SEARCH_ICON), look().px(SM + 2)
        spot = QRect(margin, (self.height() - side) // 2, side, side)
        painter.drawPixmap(spot, icon_pixmap("search", "text2", _SEARCH_ICON))
        self._paint_words(painter, margin + side + look().px(SM - 2), margin)
        painter.end()

    def _paint_words(self, painter: QPainter, left: int, margin: int) -> None:
        words, key = look().metrics(Type.BODY), look().metrics(Type.CAPTION)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look().colour("text2"))
        room = self.width() - left - margin
        key_width = key.horizontalAdvance(SEARCH_KEY)
        painter.setFont(look().font(Type.CAPTION))
        if room >= key_width:
            painter.drawText(
                self.rect().adjusted(0, 0, -margin, 0), middle | Qt.AlignmentFlag.AlignRight, SEARCH_KEY
            )
        if room >= key_width + look().px(SM) + words.horizontalAdvance(self.text()):
            painter.setFont(look().font(Type.BODY))
            area = self.rect().adjusted(left, 0, 0, 0)
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, self.text())


class TopBar(QWidget):
    """``year_chosen`` carries the year, ``search_asked`` nothing."""

    year_chosen = Signal(int)
    search_asked = Signal()

    def __init__(self, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._unit = label(unit, Type.HEADING)
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
        self._search = SearchButton(QCoreApplication.translate("Frame", "Find tasks, targets, documents…"))
        self._search.clicked.connect(self.search_asked)
        self._row = QHBoxLayout(self)
        for widget in (self._unit, self._year, self._period):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._search)
        look().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(look().px(HEIGHT))
        self._row.setContentsMargins(look().px(XL), 0, look().px(XL), 0)
        self._row.setSpacing(look().px(MD))

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

    @property
    def years(self) -> list[str]:
        """The words of the years offered."""
        return [action.text() for action in self._menu.actions()]
