"""The head of a grid: names that are never cut, an arrow where sorted, a funnel where filtered."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui.grid.model import GridModel
from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Type

_PAD = 8
_ICON = 14
_HEIGHT = 36
"""Pixels at 100 %; room for two lines of a name."""


@lru_cache(maxsize=1024)
def _words_width(text: str, zoom: float, *, folded: bool) -> int:
    """How wide a name is; ``folded``: broken into two lines where that makes it narrowest."""
    width = look().metrics(Type.CAPTION_STRONG).horizontalAdvance
    words = text.split(" ") if folded else [text]
    breaks = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words) + 1)]
    return min(max(width(first), width(second)) for first, second in breaks)


class GridHeader(QHeaderView):
    """A click sorts; the small arrow at the right of a column, a right click or Alt+Down opens its menu."""

    menu_wanted = Signal(int)
    sort_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self._hovered = -1
        self._pressed: QPoint | None = None

    def _grid_model(self) -> GridModel | None:
        model = self.model()
        return model if isinstance(model, GridModel) else None

    def section_width(self, section: int, *, folded: bool = False) -> int:
        """The least width at which the name, in one line or ``folded`` into two, and its marks are whole."""
        model = self._grid_model()
        text = model.columns[section].header if model else ""
        return _words_width(text, look().zoom, folded=folded) + look().px(2 * _PAD + _ICON + 4)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        model = self._grid_model()
        if model is None or logicalIndex >= len(model.columns):
            return
        column = model.columns[logicalIndex]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, look().colour("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look().colour("line"))
        painter.setFont(look().font(Type.CAPTION_STRONG))
        painter.setPen(look().colour("text2"))
        area = rect.adjusted(look().px(_PAD), 0, -look().px(_PAD), 0)
        mark = self._mark(model, logicalIndex)
        if mark[0]:
            area = self._paint_mark(painter, area, mark)
        elif column.at_right:
            area.adjust(look().px(_ICON), 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if column.at_right else Qt.AlignmentFlag.AlignLeft
        wrap = Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter) | int(wrap), column.header)
        painter.restore()

    def _mark(self, model: GridModel, section: int) -> tuple[str, str]:
        key = model.columns[section].key
        if key in model.arrangement.filters:
            return "filter", "primary"
        if key == model.arrangement.sort:
            return ("arrow-down" if model.arrangement.descending else "arrow-up"), "primary"
        return ("chevron-down", "text2") if section == self._hovered else ("", "")

    @staticmethod
    def _paint_mark(painter: QPainter, area: QRect, mark: tuple[str, str]) -> QRect:
        side = look().px(_ICON)
        left = area.right() - side + look().px(4)
        painter.drawPixmap(left, area.center().y() - side // 2, icon_pixmap(mark[0], mark[1], _ICON))
        return area.adjusted(0, 0, -side, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        section = self.logicalIndexAt(event.position().toPoint())
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        moved = self._pressed is None or (place - self._pressed).manhattanLength() > 6
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(place)
        if moved or resizing or section < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        if place.x() > right - look().px(_PAD + _ICON):
            self.menu_wanted.emit(section)
        else:
            self.sort_wanted.emit(section)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_wanted.emit(section)

    def menu_place(self, section: int) -> QPoint:
        """Where the menu of a column opens, on the screen."""
        return self.mapToGlobal(QPoint(self.sectionViewportPosition(section), self.height()))
