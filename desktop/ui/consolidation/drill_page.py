"""The rows behind a number, with the way back and the way on to the plan of the unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.consolidation.drill_columns import drill_columns
from desktop.ui.consolidation.words import drill_title, nothing_behind
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.labels import label
from desktop.usecases.behind_figure import BehindRow, Figure

HOMES = {
    "task": "plan",
    "target": "targets",
    "solution": "plan",
    "plan": "plan",
    "programme": "programme",
    "programme_item": "programme",
}
"""Table → the screen that shows its records."""


class DrillPage(QWidget):
    """A list behind a number. ``go_back`` is called by its button and by Esc."""

    def __init__(
        self,
        context: ScreenContext,
        figure: Figure,
        unit_name: str,
        rows: Sequence[BehindRow],
        go_back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._context, self._go_back = context, go_back
        self.title = f"{unit_name}: {drill_title(figure, len(rows))}"
        columns = drill_columns(figure, of_all=len({row.unit for row in rows}) > 1)
        back = QCoreApplication.translate("Consolidation", "Back to the table")
        self.panel = GridPanel(
            GridModel(columns, ListSource(rows, columns)),
            self.title,
            settings=context.settings,
            memory=f"consolidation/{figure}",
            empty=EmptyState(nothing_behind(figure), back, go_back),
            export=exporter(context, self, lambda: self.title),
        )
        self.panel.view.opened.connect(self.open_row)
        head = QHBoxLayout()
        head.setSpacing(MD)
        self.back = button(back, "arrow-left", go_back, key="Esc")
        head.addWidget(self.back)
        head.addWidget(label(self.title, Type.HEADING, wrap=True), 1)
        if rows and figure is not Figure.BUNDLES:
            head.addWidget(label(_hint(), Type.CAPTION))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(head)
        column.addWidget(self.panel, 1)

    def open_row(self, row: BehindRow) -> None:
        """Show the row on the screen where it lives, at its own unit."""
        screen = HOMES.get(row.table)
        if screen is not None:
            self._context.navigate(screen, row.table, row.record_id)

    def focus(self) -> None:
        """Take the focus to the first row, or to the way back when there is none."""
        view = self.panel.view
        if self.panel.model.rowCount():
            view.go_to(0)
            view.setFocus()
        else:
            self.back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)


def _hint() -> str:
    return QCoreApplication.translate("Consolidation", "Ctrl+Enter or a double click opens the row")
