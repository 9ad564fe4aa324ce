"""The bundles at hand beside what the current one would change, and the buttons that take them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.ui.bundles.bundle_detail import LEAST_HEIGHT, BundleDetail
from desktop.ui.bundles.button_words import say_on
from desktop.ui.bundles.receive_words import looked_sentence
from desktop.ui.bundles.received_table import bundle_columns
from desktop.ui.bundles.send_printing import print_receipts
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.usecases.receive_bundles import ReceivedBundle, Standing

_WIDE = 980
"""From this width at 100 % on, the list leaves more than half of it to the detail."""
_LIST_SHARE = 0.45
_NARROW_SHARE = 0.52
Call = Callable[[], object]


class ReceivedList(QWidget):
    """Shows bundles; what its buttons do is given."""

    def __init__(
        self,
        context: ScreenContext,
        *,
        take_clean: Call,
        take_current: Call,
        start_over: Call,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._is_wide: bool | None = None
        self._bundles: Sequence[ReceivedBundle] = ()
        self.sentence = label("", Type.STRONG, wrap=True)
        self.done = Banner("", Tone.GREEN)
        self.done.hide()
        self.detail = BundleDetail(context, take_current)
        self._columns = bundle_columns()
        title = QCoreApplication.translate("Bundles", "Bundles at hand")
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            title,
            settings=context.settings,
            memory="bundles/received",
            export=exporter(context, self, lambda: title),
        )
        self.panel.setMinimumHeight(LEAST_HEIGHT)
        self.panel.view.row_changed.connect(self.detail.show_bundle)
        self.take_button = primary_button("", "checks", take_clean)
        receipts = QCoreApplication.translate("Bundles", "Print receipts")
        self.print_button = button(receipts, "printer", self.print_receipts)
        self.next_button = self._make_next()
        self._lay_out(start_over)

    def _make_next(self) -> QWidget:
        """Where to go once bundles were taken: an upper office adds up, a commune sees its work."""
        navigate = self._context.navigate
        if self._context.office.is_upper:
            words = QCoreApplication.translate("Bundles", "Consolidation")
            return button(words, "arrow-right", lambda: navigate("consolidation", "", ""))
        words = QCoreApplication.translate("Bundles", "Today's work")
        return button(words, "arrow-right", lambda: navigate("today", "", ""))

    def _lay_out(self, start_over: Call) -> None:
        again = QCoreApplication.translate("Bundles", "Other bundles…")
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(self.sentence, 1)
        head.addWidget(button(again, "arrow-left", start_over))
        head.addWidget(self.print_button)
        head.addWidget(self.next_button)
        head.addWidget(self.take_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.detail)
        self.splitter.setHandleWidth(LG)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(head)
        column.addWidget(self.done)
        column.addWidget(self.splitter, 1)

    def show_bundles(self, bundles: Sequence[ReceivedBundle]) -> None:
        """Show bundles; the current one stays."""
        self.panel.model.refresh(ListSource(list(bundles), self._columns))
        self.detail.show_bundle(self.current())
        self.sentence.setText(looked_sentence(bundles))
        clean = sum(bundle.is_clean for bundle in bundles)
        say_on(self.take_button, QCoreApplication.translate("Bundles", "Take %n ready bundle(s)", "", clean))
        self.take_button.setVisible(clean > 0)
        self._bundles = bundles
        taken = any(bundle.standing is Standing.TAKEN for bundle in bundles)
        self.next_button.setVisible(taken)
        self.print_button.setVisible(any(bundle.receipt for bundle in bundles))

    def print_receipts(self) -> None:
        """Show the receipts for what was taken, ready to print."""
        print_receipts(self._context, self, [bundle.bundle for bundle in self._bundles if bundle.receipt])

    def current(self) -> ReceivedBundle | None:
        """The bundle shown in the detail."""
        row = self.panel.view.current_row()
        return row if isinstance(row, ReceivedBundle) else None

    def set_busy(self, *, busy: bool) -> None:
        """While bundles are taken nothing else can be taken."""
        self.take_button.setEnabled(not busy)
        self.detail.take_button.setEnabled(not busy)

    def focus(self) -> None:
        """Take the focus to what comes next: taking, going on, or the list."""
        wished = (self.take_button, self.next_button)
        target = next((made for made in wished if made.isVisible()), self.panel.view)
        target.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= look().px(_WIDE)
        if wide is not self._is_wide:
            self._is_wide = wide
            share = _LIST_SHARE if wide else _NARROW_SHARE
            self.splitter.setSizes([round(self.width() * share), round(self.width() * (1 - share))])
