"""The page "Ghép nối": this computer asks, or is enrolled, or enrols others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.bundles.sticks import Stick
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.pairing.ask_view import AskView
from desktop.ui.pairing.enrolled_view import EnrolledView
from desktop.ui.pairing.office_view import OfficeView
from desktop.ui.widgets.scrolled import scrolled
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.read_devices import Enrolment, EnrolmentState

View = AskView | EnrolledView | OfficeView


class PairingPage(BundlesPage):
    """Shows the one view that fits how this computer stands; each is made when it is first needed."""

    def __init__(
        self, context: ScreenContext, go_send: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._go_send = context, go_send
        self._sticks: Sequence[Stick] = ()
        self._place: Path | None = None
        self.view: View | None = None
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def show_read(self, read: BundlesRead) -> None:
        before, had_focus = self.view, self._has_focus()
        view = self._fitting(read.enrolment)
        if isinstance(view, AskView):
            view.show_state(read.enrolment)
        else:
            view.show_state(read.enrolment, read.devices)
        if had_focus and view is not before:
            view.focus()  # else the keyboard would be back in the left bar

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())  # False also when nothing has it

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        self._sticks = sticks
        if isinstance(self.view, AskView | OfficeView):
            self.view.show_sticks(sticks)

    def show_place(self, place: Path) -> None:
        self._place = place
        if isinstance(self.view, AskView):
            self.view.places.choose(place)
        elif isinstance(self.view, OfficeView):
            self.view.start = str(place)

    def focus(self) -> None:
        if self.view is not None:
            self.view.focus()

    def _fitting(self, state: EnrolmentState) -> View:
        wanted: type[View] = AskView
        if state.enrolment in (Enrolment.ENROLLED, Enrolment.LOST):
            enrols = state.is_office and state.enrolment is Enrolment.ENROLLED
            wanted = OfficeView if enrols else EnrolledView
        if not isinstance(self.view, wanted):
            self.view = self._make(wanted)
            old = self._stack.currentWidget()
            if old is not None:
                self._stack.removeWidget(old)
                old.deleteLater()
            self._stack.addWidget(self.view if isinstance(self.view, AskView) else scrolled(self.view))
            self.show_sticks(self._sticks)
            if self._place is not None:
                self.show_place(self._place)
        return self.view

    def _make(self, wanted: type[View]) -> View:
        if wanted is OfficeView:
            office = OfficeView(self._context, self._go_send)
            office.place_chosen.connect(self.place_chosen)
            return office
        if wanted is EnrolledView:
            return EnrolledView(self._context)
        view = AskView(self._context)
        view.joined.connect(self._joined)
        view.places.picked.connect(self.place_chosen)
        return view

    def _joined(self, outcome: BundleOutcome) -> None:
        words = QCoreApplication.translate(
            "Pairing", "Enrolled. %n row(s) came with the first bundle.", "", outcome.rows
        )
        self._context.notify(words)
        self._context.changed(frozenset())
