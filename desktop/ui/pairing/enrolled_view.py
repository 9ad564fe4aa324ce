"""A computer that enrols nobody: whether all is well, whose registry it holds, which computers it lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.pairing.device_list import DeviceList
from desktop.ui.pairing.lost_dialog import AgainDialog
from desktop.ui.pairing.words import standing_words
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Tone
from desktop.usecases.found_office import replace_keys
from desktop.usecases.read_devices import DeviceLine, EnrolmentState


class EnrolledView(QWidget):
    """A card above the list of computers; one that was reported lost is led to its enrolment from here."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.card: ResultCard | None = None
        self.devices = DeviceList(context)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MD)
        self._column.addWidget(self.devices, 1)
        look().changed.connect(self._recolour)
        self.setMinimumHeight(1)  # else the words of a narrower card decide, and a bar stands beside it

    def show_state(self, state: EnrolmentState, devices: Sequence[DeviceLine]) -> None:
        """Show how this computer stands."""
        title, lines, tone = standing_words(state)
        if self.card is None or (self.card.title, self.card.lines) != (title, lines):
            self._show_card(title, lines, tone)
        self.devices.show_devices(devices)

    def _show_card(self, title: str, lines: list[str], tone: Tone) -> None:
        again = QCoreApplication.translate("Pairing", "Enrol again…")
        card = ResultCard(title, lines, more=[(again, "key", self.ask_again)], tone=tone)
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
        self.card = card
        self._column.insertWidget(0, card)
        card.show()

    def _recolour(self) -> None:
        if self.card is not None:
            self._show_card(self.card.title, self.card.lines, self.card.tone)

    def focus(self) -> None:
        """Take the focus to the list."""
        self.devices.panel.view.setFocus()

    def ask_again(self) -> None:
        """Ask once more, then make new keys: the steps of a new computer follow."""
        AgainDialog(self._replace, self).open()

    def _replace(self) -> None:
        office = self._context.office
        self._context.lane.run(
            Job(
                lambda _progress: replace_keys(office),
                on_done=lambda _made: self._context.changed(frozenset()),
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Pairing", "Making new keys"),
            )
        )
