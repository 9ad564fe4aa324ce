"""The tab "Cần xem": codes given twice, rows without a parent, files not arrived, copies, clocks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.bundle_detail import LEAST_HEIGHT
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.tokens import SM
from desktop.ui.waiting.concern_words import concern_advice, concern_pill, concern_words
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import Card, EmptyState
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import column_width
from desktop.usecases.list_concerns import Concern
from desktop.usecases.list_oddities import restore_parent

_SCREENS = {
    "target": "targets",
    "target_value": "targets",
    "programme": "programme",
    "programme_item": "programme",
}
"""Table → the screen that shows its records; all others stand in the plan."""


class ConcernsPage(BundlesPage):
    """A list, and below it what to do about the row chosen."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._columns = _columns()
        title = QCoreApplication.translate("Waiting", "To look at")
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            title,
            settings=context.settings,
            memory="bundles/concerns",
            empty=EmptyState(
                QCoreApplication.translate(
                    "Waiting",
                    "Nothing needs a look. Codes used twice, rows without their parent and missing files "
                    "are shown here.",
                ),
                icon="circle-check",
            ),
            export=exporter(context, self, lambda: title),
        )
        self.panel.setMinimumHeight(LEAST_HEIGHT)
        self.panel.view.row_changed.connect(self._show_concern)
        self.panel.view.opened.connect(lambda _row: self.open_record())
        self.card = Card()
        self.advice = label("", wrap=True)
        self.restore_button = primary_button(
            QCoreApplication.translate("Waiting", "Bring the parent back"), "arrow-back-up", self.restore
        )
        self.open_button = button(
            QCoreApplication.translate("Waiting", "Open the row"), "arrow-right", self.open_record
        )
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.advice, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignTop)
        self.card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addWidget(self.panel, 1)
        column.addWidget(self.card)
        self._show_concern(None)

    def show_read(self, read: BundlesRead) -> None:
        self.panel.model.refresh(ListSource(list(read.concerns), self._columns))
        view = self.panel.view
        if read.concerns and not view.currentIndex().isValid():
            view.go_to(0)
        self._show_concern(view.current_row())

    def focus(self) -> None:
        self.panel.view.setFocus()

    def current(self) -> Concern | None:
        """The row chosen."""
        row = self.panel.view.current_row()
        return row if isinstance(row, Concern) else None

    def _show_concern(self, row: object) -> None:
        concern = row if isinstance(row, Concern) else None
        self.card.setVisible(concern is not None)
        if concern is None:
            return
        self.advice.setText(concern_advice(concern))
        self.open_button.setVisible(bool(concern.opens[0]))
        self.restore_button.setVisible(concern.orphan is not None and concern.orphan.can_restore)

    def open_record(self) -> None:
        """Show the record that the chosen row is about."""
        concern = self.current()
        if concern is not None and concern.opens[0]:
            table, record_id = concern.opens
            self._context.navigate(_SCREENS.get(table, "plan"), table, record_id)

    def restore(self) -> None:
        """Bring the deleted parent of the chosen row back."""
        concern = self.current()
        if concern is None or concern.orphan is None:
            return
        try:
            restore_parent(self._context.office, concern.orphan)
        except SoSenError as refusal:
            self._context.show_error(refusal)
            return
        self._context.notify(QCoreApplication.translate("Waiting", "The parent is back."), True)
        self._context.changed(frozenset({concern.orphan.parent_table}))


def _columns() -> list[Column]:
    words = ("Copied computer", "Waits for its parent", "Code given twice", "Value not shown")
    return [
        Column(
            key="kind",
            header=QCoreApplication.translate("Waiting", "Kind"),
            width=column_width(QCoreApplication.translate("Waiting", word) for word in words),
            pill=concern_pill,
        ),
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Waiting", "Unit"),
            width=150,
            stretch=True,
            wraps=True,
        ),
        Column(
            key="words",
            header=QCoreApplication.translate("Waiting", "What"),
            width=320,
            stretch=True,
            wraps=True,
            value=concern_words,
        ),
    ]
