"""Receiving: choose or drop, read what would change, take all that is ready with one button."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.drop_page import DropPage
from desktop.ui.bundles.page import BundlesPage
from desktop.ui.bundles.places import remembered_folder
from desktop.ui.bundles.receive_words import taken_sentence
from desktop.ui.bundles.received_list import ReceivedList
from desktop.ui.bundles.sticks import Stick
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.usecases.receive_bundles import ReceivedBundle, Standing, look_at_bundles, take_bundles


class ReceivePage(BundlesPage):
    """The place to drop bundles, then their list. ``counted`` tells how many of them can be taken."""

    counted = Signal(int)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.bundles: list[ReceivedBundle] = []
        self._received: ReceivedList | None = None
        self.drop = DropPage(self.look_at, remembered_folder(context.settings))
        self.drop.place_chosen.connect(self.place_chosen)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    @property
    def received(self) -> ReceivedList:
        """The list of bundles, made when it is first needed."""
        if self._received is None:
            self._received = ReceivedList(
                self._context,
                take_clean=self.take_clean,
                take_current=self.take_current,
                start_over=self.start_over,
            )
            self.stack.addWidget(self._received)
        return self._received

    # --- looking --------------------------------------------------------------------------------------

    def look_at(self, places: Sequence[Path]) -> None:
        """Read what the bundles in these files and folders would change; nothing is kept."""
        office, wanted = self._context.office, [*places]
        self._context.lane.run(
            Job(
                lambda progress: look_at_bundles(office, wanted, progress),
                on_done=self.show_bundles,
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Bundles", "Looking at the bundles"),
            )
        )

    def show_bundles(self, bundles: Sequence[ReceivedBundle]) -> None:
        """Show bundles that were looked at. What was refused is told in other tabs too: log, what waits."""
        self.received.done.show_text("")
        self._keep(bundles)
        self.stack.setCurrentWidget(self.received)
        self.received.panel.view.go_to(0)
        self.received.focus()
        if any(bundle.standing is Standing.REFUSED for bundle in bundles):
            self._context.changed(frozenset({"sync_log", "sync_parked"}))

    def start_over(self) -> None:
        """Forget the bundles at hand and choose others."""
        self._keep(())
        self.stack.setCurrentWidget(self.drop)
        self.drop.focus()

    def _keep(self, bundles: Sequence[ReceivedBundle]) -> None:
        self.bundles = [*bundles]
        self.received.show_bundles(self.bundles)
        self.received.set_busy(busy=False)
        self.counted.emit(sum(bundle.is_takeable for bundle in self.bundles))

    # --- taking ---------------------------------------------------------------------------------------

    def take_clean(self) -> None:
        """Take every bundle that is ready."""
        self._take([bundle.path for bundle in self.bundles if bundle.is_clean])

    def take_current(self) -> None:
        """Take the one bundle that is shown."""
        bundle = self.received.current()
        if bundle is not None and bundle.is_takeable:
            self._take([bundle.path])

    def _take(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        self.received.set_busy(busy=True)
        office = self._context.office
        self._context.lane.run(
            Job(
                lambda progress: take_bundles(office, paths, progress),
                on_done=self._taken,
                on_error=self._failed,
                on_cancelled=self._stopped,
                label=QCoreApplication.translate("Bundles", "Taking the bundles"),
            )
        )

    def _taken(self, outcomes: Sequence[ReceivedBundle]) -> None:
        by_path = {outcome.path: outcome for outcome in outcomes}
        shown = [by_path.pop(bundle.path, bundle) for bundle in self.bundles]
        self._keep([*shown, *by_path.values()])  # last those that had waited and were taken by themselves
        self.received.done.show_text(*taken_sentence(outcomes))
        self._context.changed(frozenset())
        self.received.focus()

    def _failed(self, error: SoSenError) -> None:
        self.received.set_busy(busy=False)
        self._context.show_error(error)

    def _stopped(self) -> None:
        """Bundles taken before the stop stay: look again, so that the list says which."""
        self._context.changed(frozenset())
        self.look_at([bundle.path for bundle in self.bundles])

    # --- the window -----------------------------------------------------------------------------------

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer sticks with bundles."""
        self.drop.show_sticks(sticks)

    def show_place(self, place: Path) -> None:
        self.drop.show_place(place)

    def focus(self) -> None:
        """Take the focus to what comes next."""
        if self.stack.currentWidget() is self.drop:
            self.drop.focus()
        else:
            self.received.focus()
