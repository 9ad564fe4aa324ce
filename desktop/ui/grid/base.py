"""The table and where one is in it: rows, cells, going from one to the other.

The helpers of the grid (painting, editing, keys, clipboard) know this class; ``view`` puts them together.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.ui.grid.column import Row
from desktop.ui.grid.column_menu import ColumnMenu
from desktop.ui.grid.header import GridHeader
from desktop.ui.grid.model import GridModel


class GridBase(QTableView):
    """A table over a GridModel. Signals: see GridView."""

    row_changed = Signal(object)
    opened = Signal(object)
    digit = Signal(int)

    def __init__(self, model: GridModel, name: str, *, digits: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.grid_model = model
        self.digits = digits
        self.refused = False
        """Set by a refusal; the delegate clears it before it hands over a value."""
        self.grid_header = GridHeader(self)
        self.setHorizontalHeader(self.grid_header)
        self.setAccessibleName(name)
        self._set_behaviour()

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

    def current_row(self) -> Row | None:
        """The row of the current cell."""
        return self.grid_model.row(self.currentIndex().row())

    def selected_rows(self) -> list[Row]:
        """The rows of all selected cells, in their order."""
        positions = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [row for row in map(self.grid_model.row, positions) if row is not None]

    def shown_columns(self) -> list[int]:
        """The columns that are not hidden, as they stand from left to right."""
        header = self.grid_header
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in places if not self.isColumnHidden(column)]

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

    def open_current(self) -> None:
        """Emit ``opened`` with the current row (Ctrl+Enter)."""
        if self.currentIndex().isValid():
            self.opened.emit(self.current_row())

    def open_menu(self, section: int) -> ColumnMenu:
        """Open the menu of a column below its head."""
        menu = ColumnMenu(self.grid_model, section, self)
        menu.open_at(self.grid_header.menu_place(section))
        return menu

    def open_current_menu(self) -> None:
        """Open the menu of the current cell's column (Alt+Down)."""
        self.open_menu(max(self.currentIndex().column(), 0))
