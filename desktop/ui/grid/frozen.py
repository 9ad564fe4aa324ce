"""The columns that name a row stay in sight while the others are scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.ui.grid.base import GridBase
from desktop.ui.theme.look import look

_MOST = 0.6
"""Share of the view that may be kept; wider columns scroll like the others, so that something moves."""


class FrozenColumns(QWidget):
    """Paints the leading columns with ``frozen`` over those that were scrolled under them.

    It is there only while the view is scrolled sideways, and holds nothing: cells, selection and heights
    are the view's, and a click on it is a click on the cell that it shows.
    """

    def __init__(self, view: GridBase) -> None:
        super().__init__(view)
        self._view = view
        self.hide()
        self.setMouseTracking(True)
        view.horizontalScrollBar().valueChanged.connect(self.arrange)
        view.horizontalHeader().geometriesChanged.connect(self.arrange)
        view.horizontalHeader().sectionResized.connect(self.arrange)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.viewport().installEventFilter(self)

    def columns(self) -> list[int]:
        """The columns that are kept: those with ``frozen`` before the first one without, if they fit."""
        kept: list[int] = []
        for column in self._view.shown_columns():
            if not self._view.grid_model.columns[column].frozen:
                break
            kept.append(column)
        width = sum(self._view.columnWidth(column) for column in kept)
        return kept if width <= _MOST * self._view.viewport().width() else []

    def kept_width(self) -> int:
        """How much of the view's left is covered while it is scrolled."""
        return sum(self._view.columnWidth(column) for column in self.columns())

    def arrange(self) -> None:
        """Be there while the view is scrolled sideways, as high as head and cells together."""
        width = self.kept_width() if self._view.horizontalScrollBar().value() > 0 else 0
        self.setVisible(width > 0)
        if width:
            head, cells = self._view.horizontalHeader().geometry(), self._view.viewport().geometry()
            self.setGeometry(QRect(cells.x(), head.y(), width, cells.bottom() - head.y() + 1))
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() in (QEvent.Type.Paint, QEvent.Type.Resize):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        head = self._view.horizontalHeader().height()
        left = 0
        for column in self.columns():
            width = self._view.columnWidth(column)
            self._view.grid_header.paintSection(painter, QRect(left, 0, width, head), column)
            self._paint_cells(painter, QRect(left, head, width, self.height() - head), column)
            left += width
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look().colour("line"))
        painter.end()

    def _paint_cells(self, painter: QPainter, area: QRect, column: int) -> None:
        view, model = self._view, self._view.grid_model
        painter.save()
        painter.setClipRect(area)
        row = max(view.rowAt(0), 0)
        while row < model.rowCount() and view.rowViewportPosition(row) < area.height():
            index = model.index(row, column)
            option = QStyleOptionViewItem()
            top = area.y() + view.rowViewportPosition(row)
            option.rect = QRect(area.x(), top, area.width(), view.rowHeight(row))
            if view.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            view.itemDelegate().paint(painter, option, index)
            row += 1
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell below the mouse; a click on a name sorts by it."""
        column = self._column_at(event.position().toPoint())
        y = event.position().toPoint().y() - self._view.horizontalHeader().height()
        if column < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        if y < 0:
            self._view.grid_header.sort_wanted.emit(column)
            return
        row = self._view.rowAt(y)
        if row >= 0:
            self._view.setFocus()
            self._view.go_to(row, column)

    def _column_at(self, place: QPoint) -> int:
        left = 0
        for column in self.columns():
            left += self._view.columnWidth(column)
            if place.x() < left:
                return column
        return -1
