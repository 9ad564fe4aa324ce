"""The views of one sheet, each a grid that is made when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from desktop.ui.frame.screen import ScreenContext
from desktop.ui.targets.columns import MOST_MONTHS, SheetView, months_in, periods_in
from desktop.ui.targets.sheet_grid import SheetGrid, Write
from desktop.ui.theme.look import look
from desktop.usecases.read_targets import TargetSheet


class SheetViews(QStackedWidget):
    """One grid for each view. ``moved`` tells that another cell is current, ``reshaped`` that
    the grids must be made anew for another width.
    """

    moved = Signal()
    reshaped = Signal()

    def __init__(
        self, context: ScreenContext, write: Write, tabs: QWidget, parent: QWidget | None = None
    ) -> None:
        """``tabs`` stand in the line of tools of whichever grid is in front."""
        super().__init__(parent)
        self._context, self._write, self._tabs = context, write, tabs
        self._grids: dict[SheetView, SheetGrid] = {}
        self._shape: tuple[object, ...] = ()
        self._months = MOST_MONTHS

    @property
    def grid(self) -> SheetGrid | None:
        """The grid in front."""
        return next((one for one in self._grids.values() if one.panel is self.currentWidget()), None)

    def show_sheet(self, sheet: TargetSheet) -> None:
        """Give all grids the lines of a sheet; with other periods they are made anew."""
        shape = (sheet.year, sheet.periods, sheet.current_period, sheet.is_read_only, self._months)
        if shape != self._shape and not self._is_typed_in():
            self._drop()
            self._shape = shape
        for grid in self._grids.values():
            grid.show_sheet(sheet)

    def show_view(self, sheet: TargetSheet, view: SheetView) -> None:
        """Bring a view to the front."""
        grid = self._grids.get(view)
        if grid is None:
            periods = periods_in(sheet, view, self._months)
            grid = self._grids[view] = SheetGrid(self._context, sheet, view, periods, self._write, self)
            self.addWidget(grid.panel)
            grid.view.selectionModel().currentChanged.connect(lambda *_cells: self.moved.emit())
            grid.view.opened.connect(lambda row: self._context.navigate("plan", "target", row.id))
        self.setCurrentWidget(grid.panel)
        self._bring_tabs(grid)
        grid.start()

    def _is_typed_in(self) -> bool:
        """Whether an editor is open, which making the grids anew would close."""
        grid = self.grid
        return grid is not None and grid.view.state() == QAbstractItemView.State.EditingState

    def edit_cell(self, target_id: str, period_id: str) -> None:
        """Open the editor of a cell of the view in front."""
        grid = self.grid
        if grid is not None and grid.view.go_to_key(target_id, period_id):
            grid.view.setFocus()
            grid.view.edit(grid.view.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Find how many months there is room for; with another number the grids are made anew."""
        months = months_in(self.width() / look().zoom)
        if months != self._months:
            self._months = months
            QTimer.singleShot(0, self, self.reshaped.emit)

    def _bring_tabs(self, grid: SheetGrid) -> None:
        """Move the tabs to the grid in front; the caret stays on them when it was there."""
        if self._tabs.parent() is grid.panel:
            return
        had_focus = self._tabs.hasFocus()
        grid.panel.tools.insertWidget(0, self._tabs)
        self._tabs.show()
        if had_focus:
            self._tabs.setFocus()

    def _drop(self) -> None:
        self._tabs.setParent(self)
        for grid in self._grids.values():
            self.removeWidget(grid.panel)
            grid.panel.deleteLater()
            grid.deleteLater()
        self._grids.clear()
