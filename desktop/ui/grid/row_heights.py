"""Row heights: 34, or 42 where a column wraps, and as much more as the words in sight need.

Only rows in sight are measured, before they are painted, so a table of 100,000 rows costs no more.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView

from desktop.ui.grid.base import GridBase
from desktop.ui.grid.cell_geometry import CellGeometry
from desktop.ui.grid.text import MOST_LINES, wrapped_height
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import ROW, ROW_TWO_LINES, Type

_AIR = 6
"""Above and below the words together."""


class RowHeights(QObject):
    """Keeps the rows in sight as high as their words need."""

    def __init__(self, view: GridBase, cells: CellGeometry) -> None:
        super().__init__(view)
        self._view, self._cells = view, cells
        header = view.verticalHeader()
        header.setVisible(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalScrollBar().valueChanged.connect(self.fit)
        view.horizontalHeader().sectionResized.connect(self.fit)
        self.reset()

    @property
    def plain(self) -> int:
        """The height of an ordinary row."""
        wraps = any(column.wraps for column in self._view.grid_model.columns)
        return look().px(ROW_TWO_LINES if wraps else ROW)

    def reset(self) -> None:
        """Forget all heights: after new rows or another zoom."""
        self._view.verticalHeader().setDefaultSectionSize(self.plain)
        self.fit()

    def fit(self) -> None:
        """Give every row in sight its height."""
        view, header = self._view, self._view.verticalHeader()
        if view.rowAt(0) < 0:
            view.updateGeometries()  # far down in a table that has become short: its rows would all lie above
        row = max(view.rowAt(0), 0)
        bottom = view.viewport().height()
        while row < view.grid_model.rowCount() and view.rowViewportPosition(row) < bottom:
            wanted = self._wanted(row)
            if header.sectionSize(row) != wanted:
                header.resizeSection(row, wanted)
            row += 1

    def _wanted(self, position: int) -> int:
        model = self._view.grid_model
        row = model.row(position)
        if row is None:
            return self.plain
        group = model.is_group(position)
        least = look().px(ROW) if group else self.plain
        role = Type.STRONG if group else Type.BODY
        for index, column in enumerate(model.columns):
            if (column.wraps or group) and not self._view.isColumnHidden(index):
                text = column.text_of(row)
                if text:
                    width = self._cells.words_width(position, index, group=group)
                    lines = column.most_lines or MOST_LINES
                    least = max(least, wrapped_height(text, width, role, lines) + look().px(_AIR))
        return least
