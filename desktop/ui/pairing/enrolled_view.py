"""An enrolled computer that enrols nobody: all is well, whose registry it holds, which computers it lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.pairing.device_list import DeviceList
from desktop.ui.pairing.words import state_sentence
from desktop.ui.theme.tokens import MD
from desktop.usecases.read_devices import DeviceLine, EnrolmentState


class EnrolledView(QWidget):
    """A card above the list of computers."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: ResultCard | None = None
        self.devices = DeviceList(context)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MD)
        self._column.addWidget(self.devices, 1)

    def show_state(self, state: EnrolmentState, devices: Sequence[DeviceLine]) -> None:
        """Show how this computer stands."""
        title = QCoreApplication.translate("Pairing", "{unit}, computer {label}: enrolled")
        title = title.replace("{unit}", state.unit_name).replace("{label}", state.label)
        following = QCoreApplication.translate(
            "Pairing", "Nothing more to do here: send with F9, take what comes on the page Receive."
        )
        card = ResultCard(title, [state_sentence(state), following])
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.deleteLater()
        self.card = card
        self._column.insertWidget(0, card)
        self.devices.show_devices(devices)

    def focus(self) -> None:
        """Take the focus to the list."""
        self.devices.panel.view.setFocus()
