"""Where words stand in cells, and how a group row's words run over the empty cells to their right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect

from desktop.ui.grid.base import GridBase
from desktop.ui.theme.look import look

PAD = 8
"""Left and right of the words in a cell, pixels at 100 %."""
MARK = 16
"""Side of the icon before the words."""
MARK_GAP = 4


class CellGeometry:
    """Distances and areas of one view's cells; nothing is stored, columns may move and hide."""

    def __init__(self, view: GridBase) -> None:
        self._view = view

    def text_area(self, cell: QRect) -> QRect:
        """The part of a cell that words may fill."""
        return cell.adjusted(look().px(PAD), 2, -look().px(PAD), -3)

    def words_width(self, position: int, column: int, *, group: bool) -> int:
        """How wide the words of a cell may be before they break into another line."""
        model = self._view.grid_model
        width = self.group_area(position, column).width() if group else self._view.columnWidth(column)
        declared, row = model.columns[column], model.row(position)
        marked = declared.icon is not None and row is not None and bool(declared.icon(row))
        return width - 2 * look().px(PAD) - (look().px(MARK) + look().px(MARK_GAP) if marked else 0)

    def group_owner(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """The column whose words are seen in this cell of a group row: its own, or one at its left."""
        row, header = self._view.grid_model.row(index.row()), self._view.horizontalHeader()
        owner = index.column()
        for place in range(header.visualIndex(index.column()), -1, -1):
            column = header.logicalIndex(place)
            if not header.isSectionHidden(column) and self._view.grid_model.columns[column].text_of(row):
                owner = column
                break
        return owner

    def group_area(self, position: int, owner: int) -> QRect:
        """The cell of ``owner`` in a group row together with the empty cells to its right."""
        view, model = self._view, self._view.grid_model
        row, header = model.row(position), view.horizontalHeader()
        area = view.visualRect(model.index(position, owner))
        for place in range(header.visualIndex(owner) + 1, header.count()):
            column = header.logicalIndex(place)
            if header.isSectionHidden(column):
                continue
            if model.columns[column].text_of(row):
                break
            area = area.united(view.visualRect(model.index(position, column)))
        return area

    def is_marked_row(self, position: int) -> bool:
        """Whether the whole row is tinted: the current one, while no block is selected."""
        view = self._view
        if position != view.currentIndex().row():
            return False
        return len(view.selectionModel().selectedIndexes()) <= 1
