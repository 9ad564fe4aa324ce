"""Everything that waits for a choice, beside the values to choose from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.conflicts.compare import Compare
from desktop.ui.conflicts.words import alternative_words, conflict_fields, conflict_title
from desktop.ui.exporting import exporter
from desktop.ui.forms.labels import entity_label
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.tokens import CONFLICT_ICON, LG
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.conflicts import Alternative, Conflict, choose, write_merged

_SCREENS = {
    "target": "targets",
    "target_value": "targets",
    "programme": "programme",
    "programme_item": "programme",
}
"""Table → the screen that shows its records; all others stand in the plan."""
_DIGITS = {Qt.Key(Qt.Key.Key_1 + place): place + 1 for place in range(9)}


class ConflictsPage(BundlesPage):
    """The digit of a value chooses it; what is chosen is written at once and can be undone."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._columns = _columns(several_units=context.office.is_upper)
        title = QCoreApplication.translate("Conflicts", "Values in conflict")
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            title,
            settings=context.settings,
            memory="bundles/conflicts",
            empty=EmptyState(
                QCoreApplication.translate(
                    "Conflicts", "All computers agree. Nothing was written twice with different values."
                ),
                icon="circle-check",
            ),
            export=exporter(context, self, lambda: title),
        )
        self.compare = Compare(self._chosen, self._written, self._open)
        self.panel.view.row_changed.connect(self.compare.show_conflict)
        self.panel.view.opened.connect(lambda row: self._open(row) if row is not None else None)
        self.panel.view.installEventFilter(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.compare)
        self.splitter.setHandleWidth(LG)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def show_read(self, read: BundlesRead) -> None:
        view = self.panel.view
        place = max(view.currentIndex().row(), 0)
        self.panel.model.refresh(ListSource(list(read.conflicts), self._columns))
        if read.conflicts and not view.currentIndex().isValid():
            view.go_to(min(place, len(read.conflicts) - 1))
        row = view.current_row()
        self.compare.show_conflict(row if isinstance(row, Conflict) else None)
        self.compare.setVisible(bool(read.conflicts))

    def show_record(self, table: str, record_id: str) -> None:
        """Go to the first conflict of a record."""
        for place in range(self.panel.model.rowCount()):
            row = self.panel.model.row(place)
            if isinstance(row, Conflict) and (row.table, row.record_id) == (table, record_id):
                self.panel.view.go_to(place)
                return

    def focus(self) -> None:
        self.panel.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            number = _DIGITS.get(Qt.Key(event.key()))
            if number is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.compare.choose_number(number)
                return True
        return super().eventFilter(watched, event)

    # --- choosing -------------------------------------------------------------------------------------

    def _chosen(self, conflict: Conflict, alternative: Alternative) -> None:
        office = self._context.office
        self._settle(conflict, lambda: choose(office, conflict, alternative))

    def _written(self, conflict: Conflict, text: str) -> None:
        office = self._context.office
        self._settle(conflict, lambda: write_merged(office, conflict, text))

    def _settle(self, conflict: Conflict, settle: Callable[[], None]) -> None:
        try:
            settle()
        except SoSenError as refusal:
            self._context.show_error(refusal)
        else:
            words = QCoreApplication.translate(
                "Conflicts", "Chosen. The other computers learn it with the next bundle."
            )
            self._context.notify(words, True)
        self._context.changed(frozenset({conflict.table}))
        self.panel.view.setFocus()

    def _open(self, conflict: Conflict) -> None:
        table, record_id = conflict.opens
        self._context.navigate(_SCREENS.get(table, "plan"), table, record_id)


def _columns(*, several_units: bool) -> list[Column]:
    found = [
        Column(
            key="title",
            header=QCoreApplication.translate("Conflicts", "Row"),
            width=190,
            stretch=True,
            wraps=True,
            most_lines=2,
            value=conflict_title,
        ),
        Column(
            key="kind",
            header=QCoreApplication.translate("Conflicts", "Kind"),
            width=90,
            hidden=True,
            value=lambda row: entity_label(row.table),
        ),
        Column(
            key="fields",
            header=QCoreApplication.translate("Conflicts", "In dispute"),
            width=132,
            wraps=True,
            value=conflict_fields,
            icon=lambda _row: CONFLICT_ICON,
        ),
        Column(
            key="values",
            header=QCoreApplication.translate("Conflicts", "Values"),
            width=150,
            wraps=True,
            most_lines=2,
            muted=True,
            hidden=True,
            value=lambda row: " / ".join(alternative_words(row, one) for one in row.alternatives),
        ),
    ]
    if several_units:
        found.insert(
            0,
            Column(
                key="unit_name", header=QCoreApplication.translate("Conflicts", "Unit"), width=110, wraps=True
            ),
        )
    return found
