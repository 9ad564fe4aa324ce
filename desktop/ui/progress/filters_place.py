"""Where the filters above the list stand: beside the search, in rows of their own, or behind a button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.grid.panel import GridPanel
from desktop.ui.progress.filters import ProgressFilters
from desktop.ui.theme.look import look
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.page_header import LOW_WINDOW

_SEARCH_AND_ENDS = 236
"""Pixels at 100 % that the search and the buttons at the end of its row want."""
_FIRST_IN_ROW = 1
"""Behind the search."""
_ROW = 1
"""Of the screen, below its head."""


class FiltersPlace:
    """Rows of the list matter more than filters: these take a row of the window only where it has many."""

    def __init__(self, filters: ProgressFilters, panel: GridPanel, column: QVBoxLayout) -> None:
        self._filters, self._panel, self._column = filters, panel, column
        words = QCoreApplication.translate("Progress", "Show or hide the filters")
        self.button = icon_button("filter", words, self._toggle)
        self.button.setCheckable(True)
        panel.tools.addWidget(self.button)
        self.button.hide()
        self._is_beside: bool | None = None
        self._room = (0, 0)
        panel.model.modelReset.connect(self._fit)
        self._fit()

    def fit(self, width: int, height: int) -> None:
        """Take the place that suits the width of the screen and the height of the window, in pixels."""
        self._room = (width, height)
        self._fit()

    def _fit(self) -> None:
        width, height = self._room
        beside = self._filters.wanted_width() + look().px(_SEARCH_AND_ENDS) <= width
        self._move(beside)
        behind = not beside and height < look().px(LOW_WINDOW)
        model = self._panel.model
        is_any = model.rowCount() > 0 or model.arrangement.is_filtered
        self.button.setVisible(behind and is_any)
        self._filters.setVisible(is_any and (not behind or self.button.isChecked()))

    def _move(self, beside: bool) -> None:
        if beside is self._is_beside:
            return
        self._is_beside = beside
        if beside:
            self._panel.tools.insertWidget(_FIRST_IN_ROW, self._filters)
        else:
            self._column.insertWidget(_ROW, self._filters)

    def _toggle(self) -> None:
        self._filters.setVisible(self.button.isChecked())
