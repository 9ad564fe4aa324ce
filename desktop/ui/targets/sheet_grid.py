"""The grid of one view of the sheet, and what is written from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import CellEdit, GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.grid_refresh import CalmRefresh
from desktop.ui.targets.columns import SheetView, sheet_columns
from desktop.usecases.read_targets import PeriodLine, TargetLine, TargetSheet
from desktop.usecases.target_actions import ValueEdit

Write = Callable[[Sequence[ValueEdit]], TargetSheet]
"""Writes values in one action and answers the sheet as it is now. May raise SoSenError."""


class SheetGrid(QObject):
    """One view: its panel, its periods, its rows."""

    def __init__(
        self,
        context: ScreenContext,
        sheet: TargetSheet,
        view: SheetView,
        periods: Sequence[PeriodLine],
        write: Write,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._write = write
        self._rows = list(sheet.lines)
        self._next: TargetSheet | None = None
        self.periods = {period.id: period for period in periods}
        today: date = context.office.today()
        columns = sheet_columns(sheet, periods, today)
        self.model = GridModel(
            columns,
            ListSource(self._rows, columns),
            commit=self._commit,
            commit_block=self._commit_block,
            today=context.office.today,
            parent=self,
        )
        title = QCoreApplication.translate("Targets", "Targets of {year}").replace("{year}", str(sheet.year))
        self.panel = GridPanel(
            self.model,
            title,
            settings=context.settings,
            memory=f"targets/{view}",
            export=exporter(context, parent, lambda: title),
        )
        self.view = self.panel.view
        self._refreshing = CalmRefresh(self.view, self._reload)
        present = sheet.current_period
        self.first_column = present.id if present is not None and present.id in self.periods else ""

    def show_sheet(self, sheet: TargetSheet) -> None:
        """Show the lines of a sheet with the same periods, once nobody is typing."""
        self._next = sheet
        self._refreshing.ask()

    def start(self) -> None:
        """Go to the first target, in the column of the present period."""
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            column = self.model.column_index(self.first_column) if self.first_column else 1
            self.view.go_to(0, column)

    def current(self) -> tuple[TargetLine | None, PeriodLine | None]:
        """The target and the period of the current cell; None for each that it is not in."""
        row, index = self.view.current_row(), self.view.currentIndex()
        key = self.model.columns[index.column()].key if index.isValid() else ""
        return (row if isinstance(row, TargetLine) else None), self.periods.get(key)

    def _reload(self) -> None:
        if self._next is not None and list(self._next.lines) != self._rows:
            self._rows = list(self._next.lines)
            self.model.refresh(ListSource(self._rows, self.model.columns))

    def _commit(self, row: TargetLine, key: str, value: Any) -> TargetLine | None:
        changed = self._written([ValueEdit(row.id, key, value)])
        return changed[0] if changed else None

    def _commit_block(self, edits: Sequence[CellEdit]) -> Sequence[TargetLine]:
        return self._written([ValueEdit(edit.row.id, edit.column, edit.value) for edit in edits])

    def _written(self, edits: Sequence[ValueEdit]) -> list[TargetLine]:
        sheet = self._write(edits)
        places = {row.id: place for place, row in enumerate(self._rows)}
        touched = {edit.target_id for edit in edits}
        changed = [line for line in sheet.lines if line.id in touched and line.id in places]
        for line in changed:
            self._rows[places[line.id]] = line
        return changed
