"""The table view: one cell is current, keys work as in a spreadsheet, editing is in the cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSettings, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.ui.grid.bubble import CellBubble
from desktop.ui.grid.cell_geometry import CellGeometry
from desktop.ui.grid.clipboard import BlockActions
from desktop.ui.grid.column import Row
from desktop.ui.grid.column_menu import ColumnMenu
from desktop.ui.grid.column_widths import ColumnWidths
from desktop.ui.grid.delegate import CellDelegate
from desktop.ui.grid.header import GridHeader
from desktop.ui.grid.keys import GridKeys
from desktop.ui.grid.memory import GridMemory
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.refusals import Refusals
from desktop.ui.grid.row_heights import RowHeights
from desktop.ui.theme.look import look

Index = QModelIndex | QPersistentModelIndex


class GridView(QTableView):
    """A grid over a GridModel.

    ``row_changed`` carries the row now current (None: none); ``opened`` a row that was double-clicked in a
    cell that cannot be edited, or Ctrl+Enter; ``digit`` a digit typed outside an editor (``digits=True``).
    ``name`` is what a screen reader says; with ``settings`` and ``memory`` widths and order are remembered.
    """

    row_changed = Signal(object)
    opened = Signal(object)
    digit = Signal(int)

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
        super().__init__(parent)
        self.grid_model = model
        self.digits = digits
        self.cells = CellGeometry(self)
        self._kept: tuple[str, int] | None = None
        self.bubble = CellBubble(self)
        self._header = GridHeader(self)
        self.setHorizontalHeader(self._header)
        self._set_behaviour()
        self.setModel(model)
        self.setAccessibleName(name)
        self.blocks = BlockActions(self)
        self.widths = ColumnWidths(
            self, self._header, GridMemory(settings, memory) if settings is not None and memory else None
        )
        self.heights = RowHeights(self)
        self._keys = GridKeys(self)
        self._painter = CellDelegate(self)
        self.setItemDelegate(self._painter)
        self.refusals = Refusals(self, self._painter)
        self._connect()

    def _set_behaviour(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().setMinimumSectionSize(1)  # before the model: afterwards it visits every row
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)

    def _connect(self) -> None:
        model = self.grid_model
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        model.dataChanged.connect(self.heights.fit)
        model.edited.connect(self.bubble.hide)
        self._header.menu_wanted.connect(self.open_menu)
        self._header.sort_wanted.connect(self.sort_by)
        self.doubleClicked.connect(self._double_clicked)
        look().changed.connect(self._rescale)

    # --- rows -----------------------------------------------------------------------------------------

    def current_row(self) -> Row | None:
        """The row of the current cell."""
        return self.grid_model.row(self.currentIndex().row())

    def selected_rows(self) -> list[Row]:
        """The rows of all selected cells, in their order."""
        positions = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [row for row in map(self.grid_model.row, positions) if row is not None]

    def go_to(self, position: int, column: int | None = None) -> None:
        """Make a cell current and bring it into sight."""
        shown = self.shown_columns()
        wanted = column if column is not None else self.currentIndex().column()
        index = self.grid_model.index(position, wanted if wanted in shown else shown[0])
        # Not setCurrentIndex: that one looks at the keys held down, so that Ctrl would add to the selection.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def go_to_key(self, key: str, column: str = "") -> bool:
        """Make the row with this key current; False when it is not shown."""
        position = self.grid_model.position(key)
        if position >= 0:
            self.go_to(position, self.grid_model.column_index(column) if column else None)
        return position >= 0

    def step_down(self) -> None:
        """Go to the next row that is no group row, in the same column."""
        here = self.currentIndex()
        for position in range(here.row() + 1, self.grid_model.rowCount()):
            if not self.grid_model.is_group(position):
                self.go_to(position, here.column())
                return

    def shown_columns(self) -> list[int]:
        """The columns that are not hidden, as they stand from left to right."""
        places = (self._header.logicalIndex(place) for place in range(self._header.count()))
        return [column for column in places if not self.isColumnHidden(column)]

    # --- sorting and filtering ------------------------------------------------------------------------

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

    def open_menu(self, section: int, place: QPoint) -> ColumnMenu:
        """Open the menu of a column."""
        menu = ColumnMenu(self.grid_model, section, self)
        menu.open_at(place)
        return menu

    def open_current_menu(self) -> None:
        """Open the menu of the current cell's column (Alt+Down)."""
        section = max(self.currentIndex().column(), 0)
        self.open_menu(section, self._header.menu_place(section))

    # --- Qt -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.bubble.hide()
        if self.state() == QAbstractItemView.State.EditingState or not self._keys.handle(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widths.fill()
        self.heights.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.row_changed.emit(self.grid_model.row(current.row()))
        self.bubble.hide()
        self.viewport().update()

    # --- following -----------------------------------------------------------------------------------

    def open_current(self) -> None:
        """Emit ``opened`` with the current row (Ctrl+Enter)."""
        if self.currentIndex().isValid():
            self.opened.emit(self.current_row())

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
