"""The log: every bundle sent and received, with its outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entity import Kind
from desktop.domain.errors import Code
from desktop.domain.formats import format_moment
from desktop.domain.receipt_code import format_receipt
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.bundles.send_printing import print_receipts, print_slip
from desktop.ui.bundles.standing_words import standing_sentence, standing_tone
from desktop.ui.bundles.undoing import ask_undo
from desktop.ui.exporting import exporter
from desktop.ui.formats import format_bytes, format_number
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.messages.errors import outcome_sentence
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.pills import Pill, column_width
from desktop.usecases.parking import PARKED
from desktop.usecases.read_bundle_log import LogLine

_TAKEN = frozenset({Code.OK, Code.OK_DUP, Code.OK_OWN, Code.UNDONE})
"""Of what came: the outcomes with which a bundle was taken, also one that was undone afterwards."""


class LogPage(BundlesPage):
    """The list of all bundles; ``go_receive`` is what an empty log offers, ``write_again`` takes a line."""

    def __init__(
        self,
        context: ScreenContext,
        go_receive: Callable[[], object],
        write_again: Callable[[LogLine], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: Sequence[LogLine] = ()
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
        self._make_buttons(write_again)
        self.panel.view.row_changed.connect(self._show_buttons)
        self._show_buttons(None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    def _make_buttons(self, write_again: Callable[[LogLine], object]) -> None:
        """What can be done with the current line, beside the filter."""
        again = QCoreApplication.translate("Bundles", "Write again")
        slip = QCoreApplication.translate("Bundles", "Print the slip")
        receipts = QCoreApplication.translate("Bundles", "Print the day's receipts")
        self.again = button(again, "refresh", lambda: self._with_line(write_again))
        self.slip = button(slip, "printer", lambda: self._with_line(self._print_slip))
        self.receipts = button(receipts, "printer", lambda: self._with_line(self._print_receipts))
        undo = QCoreApplication.translate("Bundles", "Undo the import…")
        self.undo = button(undo, "arrow-back-up", lambda: self._with_line(self._ask_undo))
        for made in (self.again, self.slip, self.receipts, self.undo):
            self.panel.tools.addWidget(made)

    def current(self) -> LogLine | None:
        """The line where the cursor is."""
        row = self.panel.view.current_row()
        return row if isinstance(row, LogLine) else None

    def _with_line(self, act: Callable[[LogLine], object]) -> None:
        line = self.current()
        if line is not None:
            act(line)

    def _ask_undo(self, line: LogLine) -> None:
        words = QCoreApplication.translate("Bundles", "Undo bundle {n} of {unit}?")
        title = words.replace("{n}", str(line.n)).replace("{unit}", line.unit_name)
        ask_undo(self._context, self, line.id, title)

    def _print_slip(self, line: LogLine) -> None:
        print_slip(self._context, self, line.id)

    def _print_receipts(self, line: LogLine) -> None:
        """The receipts for all bundles that were taken on the day of this one."""
        day = format_day_of(line.at)
        print_receipts(
            self._context,
            self,
            [one.id for one in self._lines if one.receipt and format_day_of(one.at) == day],
        )

    def _show_buttons(self, line: object) -> None:
        found = line if isinstance(line, LogLine) else None
        self.again.setVisible(found is not None and found.has_copy)
        self.slip.setVisible(found is not None and found.is_outgoing)
        self.receipts.setVisible(found is not None and bool(found.receipt))
        self.undo.setVisible(found is not None and not found.is_outgoing and found.code is Code.OK)

    def show_read(self, read: BundlesRead) -> None:
        """Show the log."""
        self._lines = read.log
        self.panel.model.refresh(ListSource(read.log, self._columns))
        self._show_buttons(self.current())

    def focus(self) -> None:
        """Take the focus to the list."""
        self.panel.view.setFocus()


def log_columns() -> list[Column]:
    """When, which way, with whom, with which outcome."""
    ways = ("Sent", "Received", "Not taken yet", "Refused")
    return [
        Column(
            key="at",
            header=QCoreApplication.translate("Bundles", "When"),
            width=130,
            value=lambda line: format_moment(line.at),
            sort=lambda line: line.at,
        ),
        Column(
            key="way",
            header=QCoreApplication.translate("Bundles", "Direction"),
            width=column_width(QCoreApplication.translate("Bundles", word) for word in ways),
            pill=_way_pill,
        ),
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Bundles", "Unit"),
            width=150,
            stretch=True,
            wraps=True,
            value=lambda line: line.unit_name or line.file_name,  # a file that could not be opened
        ),
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
            width=190,
            stretch=True,
            wraps=True,
            value=_outcome,
            tone=standing_tone,
        ),
        Column(
            key="receipt",
            header=QCoreApplication.translate("Bundles", "Receipt code"),
            width=118,
            value=lambda line: format_receipt(line.receipt) if line.receipt else "",
            strong=True,
            tip=QCoreApplication.translate("Bundles", "Read it out to the unit that sent the bundle"),
        ),
        *_figures(),
        Column(
            key="file_name",
            header=QCoreApplication.translate("Bundles", "File"),
            width=150,
            hidden=True,
            muted=True,
        ),
    ]


def _figures() -> list[Column]:
    """How much the bundle brought and weighs; hidden until asked for, what one seldom looks up."""
    return [
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
            hidden=True,
            shown=lambda line: str(line.conflicts or "–"),
        ),
        Column(
            key="size",
            header=QCoreApplication.translate("Bundles", "Size"),
            kind=Kind.INTEGER,
            width=72,
            hidden=True,
            shown=lambda line: format_bytes(line.size),
        ),
    ]


def _way_pill(line: LogLine) -> Pill:
    if line.is_outgoing:
        return Pill(QCoreApplication.translate("Bundles", "Sent"), Tone.BLUE)
    if line.code in PARKED:
        return Pill(QCoreApplication.translate("Bundles", "Not taken yet"), Tone.AMBER)
    if line.code not in _TAKEN:
        return Pill(QCoreApplication.translate("Bundles", "Refused"), Tone.RED)
    return Pill(QCoreApplication.translate("Bundles", "Received"), Tone.GREEN)


def _outcome(line: LogLine) -> str:
    if line.is_outgoing and line.code is Code.OK:
        sentence = standing_sentence(line)
        return sentence[:1].upper() + sentence[1:]
    if line.code is Code.OK_DUP and line.files:
        return QCoreApplication.translate("Bundles", "%n attached file(s) arrived.", "", line.files)
    if line.code is Code.OK_DUP and line.confirmed:
        return QCoreApplication.translate(
            "Bundles", "Brought receipts: %n bundle(s) sent from here have arrived.", "", line.confirmed
        )
    sentence = outcome_sentence(line.code, line.reason)
    if not line.conflicts:
        return sentence
    words = QCoreApplication.translate("Bundles", "%n value(s) in conflict.", "", line.conflicts)
    return f"{sentence} {words}"


def format_day_of(moment: int) -> str:
    """The day of a moment (UTC ms) as it is written on screen."""
    return format_moment(moment).rpartition(" ")[2]
