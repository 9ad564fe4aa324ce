"""Receiving: choose or drop, read what would change, take all that is ready with one button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.bundles.bundle_detail import LEAST_HEIGHT, BundleDetail
from desktop.ui.bundles.button_words import say_on
from desktop.ui.bundles.drop_page import DropPage
from desktop.ui.bundles.receive_words import looked_sentence, taken_sentence
from desktop.ui.bundles.received_table import bundle_columns
from desktop.ui.bundles.sticks import Stick
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.jobs import Job
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, SM, Tone, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.labels import label
from desktop.usecases.receive_bundles import ReceivedBundle, Standing, look_at_bundles, take_bundles

_WIDE = 980
"""From this width at 100 % on, the list leaves more than half of it to the detail."""
_LIST_SHARE = 0.45
_NARROW_SHARE = 0.52


class ReceivePage(QWidget):
    """``counted`` tells how many bundles at hand can be taken."""

    counted = Signal(int)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.bundles: list[ReceivedBundle] = []
        self._is_wide: bool | None = None
        self.drop = DropPage(self.look_at)
        self.detail = BundleDetail(context, self.take_current)
        self._columns = bundle_columns()
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            QCoreApplication.translate("Bundles", "Bundles at hand"),
            settings=context.settings,
            memory="bundles/received",
            export=exporter(context, self, lambda: QCoreApplication.translate("Bundles", "Bundles at hand")),
        )
        self.panel.setMinimumHeight(LEAST_HEIGHT)
        self.panel.view.row_changed.connect(self.detail.show_bundle)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.drop)
        self.stack.addWidget(self._make_list())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _make_list(self) -> QWidget:
        self.sentence = label("", Type.STRONG, wrap=True)
        again = QCoreApplication.translate("Bundles", "Other bundles…")
        self.take_button = primary_button("", "checks", self.take_clean)
        self.done = Banner("", Tone.GREEN)
        self.done.hide()
        where = self._next_screen()
        self.next_button = button(where[1], "arrow-right", lambda: self._context.navigate(where[0], "", ""))
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(self.sentence, 1)
        head.addWidget(button(again, "arrow-left", self.start_over))
        head.addWidget(self.next_button)
        head.addWidget(self.take_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.detail)
        self.splitter.setHandleWidth(LG)
        self.splitter.setChildrenCollapsible(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(head)
        column.addWidget(self.done)
        column.addWidget(self.splitter, 1)
        return page

    def _next_screen(self) -> tuple[str, str]:
        if self._context.office.is_upper:
            return "consolidation", QCoreApplication.translate("Bundles", "Consolidation")
        return "today", QCoreApplication.translate("Bundles", "Today's work")

    # --- looking --------------------------------------------------------------------------------------

    def look_at(self, places: Sequence[Path]) -> None:
        """Read what the bundles in these files and folders would change; nothing is kept."""
        office, wanted = self._context.office, list(places)
        self._context.lane.run(
            Job(
                lambda progress: look_at_bundles(office, wanted, progress),
                on_done=self.show_bundles,
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Bundles", "Looking at the bundles"),
            )
        )

    def show_bundles(self, bundles: Sequence[ReceivedBundle]) -> None:
        """Show bundles that were looked at."""
        self.done.show_text("")
        self._fill(bundles)
        self.stack.setCurrentIndex(1)
        self.panel.view.go_to(0)
        self.detail.show_bundle(self.panel.view.current_row())
        self.sentence.setText(looked_sentence(bundles))
        self.focus()

    def start_over(self) -> None:
        """Forget the bundles at hand and choose others."""
        self._fill(())
        self.stack.setCurrentIndex(0)
        self.drop.focus()

    def _fill(self, bundles: Sequence[ReceivedBundle]) -> None:
        self.bundles = list(bundles)
        self.panel.model.refresh(ListSource(self.bundles, self._columns))
        self.detail.show_bundle(self.panel.view.current_row())
        clean = len(self.clean())
        words = QCoreApplication.translate("Bundles", "Take %n ready bundle(s)", "", clean)
        say_on(self.take_button, words)
        self.take_button.setVisible(clean > 0)
        taken = any(bundle.standing is Standing.TAKEN for bundle in self.bundles)
        self.next_button.setVisible(taken)
        self.counted.emit(sum(bundle.is_takeable for bundle in self.bundles))

    def clean(self) -> list[ReceivedBundle]:
        """The bundles that may be taken without looking closer."""
        return [bundle for bundle in self.bundles if bundle.is_clean]

    # --- taking ---------------------------------------------------------------------------------------

    def take_clean(self) -> None:
        """Take every bundle that is ready."""
        self._take([bundle.path for bundle in self.clean()])

    def take_current(self) -> None:
        """Take the one bundle that is shown."""
        bundle = self.panel.view.current_row()
        if isinstance(bundle, ReceivedBundle) and bundle.is_takeable:
            self._take([bundle.path])

    def _take(self, paths: list[Path]) -> None:
        if not paths:
            return
        office = self._context.office
        self._context.lane.run(
            Job(
                lambda progress: take_bundles(office, paths, progress),
                on_done=self._taken,
                on_error=self._context.show_error,
                on_cancelled=self._stopped,
                label=QCoreApplication.translate("Bundles", "Taking the bundles"),
            )
        )

    def _taken(self, outcomes: Sequence[ReceivedBundle]) -> None:
        by_path = {outcome.path: outcome for outcome in outcomes}
        self._fill([by_path.get(bundle.path, bundle) for bundle in self.bundles])
        self.done.show_text(*taken_sentence(outcomes))
        self.sentence.setText(looked_sentence(self.bundles))
        self._context.changed(frozenset())
        (self.next_button if self.next_button.isVisible() else self.panel.view).setFocus()

    def _stopped(self) -> None:
        """Bundles taken before the stop stay: look again, so that the list says which."""
        self._context.changed(frozenset())
        self.look_at([bundle.path for bundle in self.bundles])

    # --- the window -----------------------------------------------------------------------------------

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer sticks with bundles."""
        self.drop.show_sticks(sticks)

    def focus(self) -> None:
        """Take the focus to the button that takes, the list, or the choice of files."""
        if self.stack.currentIndex() == 0:
            self.drop.focus()
        elif self.clean():
            self.take_button.setFocus()
        else:
            self.panel.view.setFocus()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        wide = self.width() >= look().px(_WIDE)
        if wide is not self._is_wide:
            self._is_wide = wide
            share = _LIST_SHARE if wide else _NARROW_SHARE
            self.splitter.setSizes([round(self.width() * share), round(self.width() * (1 - share))])
