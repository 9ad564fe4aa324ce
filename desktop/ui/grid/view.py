"""The table view: one cell is current, keys work as in a spreadsheet, editing is in the cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSettings
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.ui.grid.base import GridBase
from desktop.ui.grid.bubble import CellBubble
from desktop.ui.grid.cell_geometry import CellGeometry
from desktop.ui.grid.clipboard import BlockActions
from desktop.ui.grid.column_widths import ColumnWidths
from desktop.ui.grid.delegate import CellDelegate
from desktop.ui.grid.frozen import FrozenColumns
from desktop.ui.grid.keys import GridKeys
from desktop.ui.grid.memory import GridMemory
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.refusals import Refusals
from desktop.ui.grid.row_heights import RowHeights
from desktop.ui.theme.look import look

Index = QModelIndex | QPersistentModelIndex
_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class GridView(GridBase):
    """A grid over a GridModel.

    ``row_changed`` carries the row now current (None: none); ``opened`` a row that was double-clicked in a
    cell that cannot be edited, or Ctrl+Enter; ``digit`` a digit typed outside an editor (``digits=True``).
    ``name`` is what a screen reader says; with ``settings`` and ``memory`` widths and order are remembered.
    """

    def __init__(
        self,
        model: GridModel,
        name: str,
        *,
        settings: QSettings | None = None,
        memory: str = "",
        digits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, name, digits=digits, parent=parent)
        self._kept: tuple[str, int] | None = None
        self.cells = CellGeometry(self)
        self.bubble = CellBubble(self)
        self.setModel(model)
        self.blocks = BlockActions(self)
        kept = GridMemory(settings, memory) if settings is not None and memory else None
        self.widths = ColumnWidths(self, kept)
        self.heights = RowHeights(self, self.cells)
        self._keys = GridKeys(self, self.blocks)
        painter = CellDelegate(self, self.cells)
        self.setItemDelegate(painter)
        self.refusals = Refusals(self, painter, self.bubble)
        self.frozen = FrozenColumns(self)
        self._connect()

    def _connect(self) -> None:
        model = self.grid_model
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        model.dataChanged.connect(self.heights.fit)
        model.edited.connect(self.bubble.hide)
        self.itemDelegate().closeEditor.connect(self.bubble.hide)  # given up; a refusal shows it again after
        self.grid_header.menu_wanted.connect(self.open_menu)
        self.grid_header.sort_wanted.connect(self.sort_by)
        self.doubleClicked.connect(self._double_clicked)
        look().changed.connect(self._rescale)

    def sort_by(self, section: int) -> None:
        """Sort by a column; again: the other way round; a third time: the table's own order."""
        wish, key = self.grid_model.arrangement, self.grid_model.columns[section].key
        if wish.sort != key:
            wish = replace(wish, sort=key, descending=False)
        elif not wish.descending:
            wish = replace(wish, descending=True)
        else:
            wish = replace(wish, sort="", descending=False)
        self.grid_model.arrange(wish)

    # --- Qt -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.bubble.hide()
        if self.state() == QAbstractItemView.State.EditingState or not self._keys.handle(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.fill()
        self.heights.fit()
        self.frozen.arrange()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _VISIBLE) -> None:
        """Bring a cell into sight, also out from under the columns that stay in sight."""
        if index.column() in self.frozen.columns():
            return self._scroll_down_to(index, hint)
        super().scrollTo(index, hint)
        hidden = self.frozen.kept_width() - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)
        return None

    def _scroll_down_to(self, index: Index, hint: QAbstractItemView.ScrollHint) -> None:
        """Up or down alone: a column that stays in sight is seen wherever the others are."""
        bar = self.horizontalScrollBar()
        left = bar.value()
        super().scrollTo(index, hint)
        bar.setValue(left)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit(self.grid_model.row(current.row()))
        self.bubble.hide()
        self.viewport().update()

    # --- following ------------------------------------------------------------------------------------

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self.grid_model.row(index.row())
        if row is not None and not self.grid_model.can_edit(row, self.grid_model.columns[index.column()]):
            self.opened.emit(row)

    def _keep_place(self) -> None:
        row, index = self.current_row(), self.currentIndex()
        self._kept = (self.grid_model.row_key(row), index.column()) if row is not None else self._kept

    def _restore_place(self) -> None:
        self.heights.reset()
        if self._kept is not None:
            position = self.grid_model.position(self._kept[0])
            if position >= 0:
                self.go_to(position, self._kept[1])
        self.heights.fit()

    def _rescale(self) -> None:
        self.widths.rescale()
        self.heights.reset()
        self.viewport().update()
