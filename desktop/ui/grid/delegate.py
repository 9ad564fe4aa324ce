"""Paints cells: words that wrap, pills, ticks, group rows that run over empty cells, the focus ring."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from desktop.domain.entity import Kind
from desktop.ui.grid.base import GridBase
from desktop.ui.grid.cell_geometry import MARK, MARK_GAP, CellGeometry
from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.editing import EditingDelegate
from desktop.ui.grid.text import fitting, settled
from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import FOCUS_RING, Type
from desktop.ui.widgets.pills import paint_pill, pill_size
from desktop.ui.widgets.tips import plain_tip

# Made once: every cell painted needs them.
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft) | _MIDDLE
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight) | _MIDDLE
_SELECTED = QStyle.StateFlag.State_Selected


class Cell(NamedTuple):
    """What is about to be painted."""

    row: Row
    column: Column
    area: QRect
    group: bool


class CellDelegate(EditingDelegate):
    """The painter of a GridView. Everything comes from the model's row; no style sheet is asked."""

    def __init__(self, view: GridBase, cells: CellGeometry) -> None:
        super().__init__(view)
        self._grid, self._cells = view, cells

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = self._grid.grid_model
        row = model.row(index.row())
        area = option.rect
        self._paint_ground(painter, option, index, area)
        if row is None:
            return
        cell = Cell(row, model.columns[index.column()], area, model.is_group(index.row()))
        painter.save()
        painter.setClipRect(area)
        if cell.group:
            self._paint_group(painter, cell, index)
        else:
            self._paint_plain(painter, cell)
        painter.restore()
        if self._grid.hasFocus() and self._grid.currentIndex() == index:
            self._paint_ring(painter, area)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show words that are shortened in the cell whole in a tool tip; other cells need none."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tip(self.hidden_words(index)), view)
        return True

    def hidden_words(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """All the words of a cell that has no room for them; "" where they are seen whole."""
        model = self._grid.grid_model
        row = model.row(index.row())
        if row is None or model.is_group(index.row()):
            return ""
        column = model.columns[index.column()]
        text, area = column.text_of(row), self._cells.text_area(self._grid.visualRect(index))
        width = self._cells.words_width(index.row(), index.column(), group=False)
        if column.pill is not None and column.pill(row) is not None:
            return text if pill_size(text).width() > area.width() else ""
        role = Type.STRONG if column.strong else Type.BODY
        return text if fitting(settled(text), width, area.height(), role) != settled(text) else ""

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        area: QRect,
    ) -> None:
        selected = _SELECTED in option.state
        chosen = selected or self._cells.is_marked_row(index.row())
        painter.fillRect(area, look().colour("selection" if chosen else "surface"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, look().colour("sunk"))

    @staticmethod
    def _paint_ring(painter: QPainter, area: QRect) -> None:
        painter.save()
        painter.setPen(QPen(look().colour("primary"), FOCUS_RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_plain(self, painter: QPainter, cell: Cell) -> None:
        area = self._cells.text_area(cell.area)
        pill = cell.column.pill(cell.row) if cell.column.pill is not None else None
        if pill is not None:
            paint_pill(painter, area, pill)
            return
        if cell.column.kind is Kind.BOOLEAN and cell.column.shown is None:
            self._paint_tick(painter, cell, area)
            return
        area = self._paint_mark(painter, cell, area)
        tone = cell.column.tone(cell.row) if cell.column.tone is not None else None
        colour = look().colour("text2" if cell.column.muted else "text")
        painter.setPen(look().tone(tone)[0] if tone is not None else colour)
        self._paint_words(painter, cell, area, Type.STRONG if cell.column.strong else Type.BODY)

    def _paint_group(self, painter: QPainter, cell: Cell, index: QModelIndex | QPersistentModelIndex) -> None:
        owner = self._cells.group_owner(index)
        if owner != index.column():
            column = self._grid.grid_model.columns[owner]
            cell = cell._replace(column=column)
        area = self._cells.text_area(self._cells.group_area(index.row(), owner))
        pill = cell.column.pill(cell.row) if cell.column.pill is not None else None
        if pill is not None:
            paint_pill(painter, area, pill)
            return
        area = self._paint_mark(painter, cell, area)
        painter.setPen(look().colour("text2" if cell.column.muted else "text"))
        self._paint_words(painter, cell, area, Type.STRONG)

    def _paint_words(self, painter: QPainter, cell: Cell, area: QRect, role: Type) -> None:
        text = cell.column.text_of(cell.row)
        if not text:
            return
        painter.setFont(look().font(role))
        words = fitting(settled(text), area.width(), area.height(), role)
        painter.drawText(area, _AT_RIGHT if cell.column.at_right else _AT_LEFT, words)

    @staticmethod
    def _paint_mark(painter: QPainter, cell: Cell, area: QRect) -> QRect:
        """Paint the icon before the words; return the area left for them."""
        name = cell.column.icon(cell.row) if cell.column.icon is not None else ""
        if not name:
            return area
        side = look().px(MARK)
        colour = "text" if cell.group else "text2"
        top = area.y() + (area.height() - side) // 2
        painter.drawPixmap(area.x(), top, icon_pixmap(name, colour, MARK))
        return area.adjusted(side + look().px(MARK_GAP), 0, 0, 0)

    @staticmethod
    def _paint_tick(painter: QPainter, cell: Cell, area: QRect) -> None:
        if cell.column.value_of(cell.row):
            side = look().px(MARK)
            top = area.y() + (area.height() - side) // 2
            painter.drawPixmap(area.x(), top, icon_pixmap("check", "primary", MARK))
