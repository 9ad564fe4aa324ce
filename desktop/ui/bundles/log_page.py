"""The log: every bundle sent and received, with its outcome."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entity import Kind
from desktop.domain.errors import Code
from desktop.domain.formats import format_bytes, format_moment, format_number
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.messages.errors import outcome_sentence
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.pills import Pill
from desktop.usecases.read_bundle_log import LogLine


class LogPage(BundlesPage):
    """The list of all bundles; ``go_receive`` is what an empty log offers."""

    def __init__(
        self, context: ScreenContext, go_receive: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = log_columns()
        title = QCoreApplication.translate("Bundles", "Log of bundles")
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            title,
            settings=context.settings,
            memory="bundles/log",
            empty=EmptyState(
                QCoreApplication.translate("Bundles", "No bundle has been sent or received yet."),
                QCoreApplication.translate("Bundles", "Receive bundles"),
                go_receive,
                icon="history",
            ),
            export=exporter(context, self, lambda: title),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def show_read(self, read: BundlesRead) -> None:
        """Show the log."""
        self.panel.model.refresh(ListSource(read.log, self._columns))

    def focus(self) -> None:
        """Take the focus to the list."""
        self.panel.view.setFocus()


def log_columns() -> list[Column]:
    """When, which way, with whom, with which outcome."""
    return [
        Column(
            key="at",
            header=QCoreApplication.translate("Bundles", "When"),
            width=130,
            value=lambda line: format_moment(line.at),
            sort=lambda line: line.at,
        ),
        Column(
            key="way", header=QCoreApplication.translate("Bundles", "Direction"), width=92, pill=_way_pill
        ),
        Column(key="unit_name", header=QCoreApplication.translate("Bundles", "Unit"), width=126, wraps=True),
        Column(
            key="n",
            header=QCoreApplication.translate("Bundles", "No."),
            kind=Kind.INTEGER,
            width=48,
            shown=lambda line: str(line.n or "–"),
        ),
        Column(
            key="outcome",
            header=QCoreApplication.translate("Bundles", "Outcome"),
            width=150,
            stretch=True,
            wraps=True,
            value=_outcome,
        ),
        Column(
            key="rows",
            header=QCoreApplication.translate("Bundles", "Rows"),
            kind=Kind.INTEGER,
            width=62,
            shown=lambda line: format_number(line.rows),
        ),
        Column(
            key="conflicts",
            header=QCoreApplication.translate("Bundles", "Conflicts"),
            kind=Kind.INTEGER,
            width=66,
            shown=lambda line: str(line.conflicts or "–"),
        ),
        Column(
            key="size",
            header=QCoreApplication.translate("Bundles", "Size"),
            kind=Kind.INTEGER,
            width=72,
            shown=lambda line: format_bytes(line.size),
        ),
        Column(
            key="file_name",
            header=QCoreApplication.translate("Bundles", "File"),
            width=96,
            wraps=True,
            muted=True,
        ),
    ]


def _way_pill(line: LogLine) -> Pill:
    if line.is_outgoing:
        return Pill(QCoreApplication.translate("Bundles", "Sent"), Tone.BLUE)
    return Pill(QCoreApplication.translate("Bundles", "Received"), Tone.GREEN)


def _outcome(line: LogLine) -> str:
    if line.is_outgoing and line.code is Code.OK:
        return QCoreApplication.translate("Bundles", "Written and read back.")
    return outcome_sentence(line.code)
