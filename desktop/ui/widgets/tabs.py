"""Tabs with counts: the present one in the primary colour with a line below it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, Type

_HEIGHT = 30
_GAP = 6


class SegmentedTabs(QTabBar):
    """A tab bar whose tabs carry a key and a count. ``currentChanged`` tells of a change, ``key()`` which."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._counts: list[int | None] = []
        look().changed.connect(self.updateGeometry)

    def add(self, key: str, text: str, count: int | None = None) -> None:
        """Add a tab at the end."""
        self._counts.append(count)
        self.setTabData(self.addTab(text), key)

    def set_count(self, key: str, count: int | None) -> None:
        """Change a tab's count; None shows none."""
        for index in range(self.count()):
            if self.tabData(index) == key and self._counts[index] != count:
                self._counts[index] = count
                self.setTabText(index, self.tabText(index))  # Qt lays the tabs out anew for nothing less

    def key(self) -> str:
        """The key of the present tab."""
        return str(self.tabData(self.currentIndex()) or "")

    def show_key(self, key: str) -> None:
        """Go to the tab with this key."""
        for index in range(self.count()):
            if self.tabData(index) == key:
                self.setCurrentIndex(index)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        width = look().metrics(Type.STRONG).horizontalAdvance(self.tabText(index))
        count = self._counts[index] if index < len(self._counts) else None
        if count is not None:
            width += look().px(_GAP) + look().metrics(Type.BODY).horizontalAdvance(str(count))
        return QSize(width + look().px(LG) + 2, look().px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        area = self.tabRect(index).adjusted(0, 0, -look().px(LG), 0)
        present = index == self.currentIndex()
        font = Type.STRONG if present else Type.BODY
        painter.setFont(look().font(font))
        painter.setPen(look().colour("primary" if present else "text2"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, middle, self.tabText(index))
        count = self._counts[index]
        if count is not None:
            used = look().metrics(font).horizontalAdvance(self.tabText(index)) + look().px(_GAP)
            painter.setFont(look().font(Type.BODY))
            painter.setPen(look().colour("text2"))
            painter.drawText(area.adjusted(used, 0, 0, 0), middle, str(count))
        if present:
            line = QRect(QPoint(area.left(), area.bottom() - 1), QSize(area.width(), 2))
            painter.fillRect(line, look().colour("primary"))
            if self.hasFocus():
                painter.setPen(look().colour("primary"))
                painter.drawRoundedRect(area.adjusted(0, 1, -1, -4), 4, 4)
