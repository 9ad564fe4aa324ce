"""Asking once more before a computer is reported lost: it cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.usecases.read_devices import DeviceLine

_WIDTH = 460


class LostDialog(QDialog):
    """``report`` is called by the one button that does it; Esc and the other button leave all as it is."""

    def __init__(
        self, device: DeviceLine, report: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report
        words = QCoreApplication.translate("Pairing", "Report lost: {unit}, computer {label}?")
        words = words.replace("{unit}", device.unit_name).replace("{label}", device.label)
        self.setWindowTitle(words)
        self.setMinimumWidth(look().px(_WIDTH))
        told = QCoreApplication.translate(
            "Pairing",
            "What it sent up to now stays. Nothing newer from it is taken, on any computer, once the "
            "next bundles "
            "have told them. The unit asks for another computer with a new request and gets all its data "
            "back. "
            "This cannot be taken back.",
        )
        self.keep_button = button(QCoreApplication.translate("Pairing", "Leave it"), "", self.reject)
        self.lost_button = primary_button(
            QCoreApplication.translate("Pairing", "Report lost"), "ban", self._confirm
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(words, Type.HEADING, wrap=True))
        column.addWidget(label(told, wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.lost_button)
        column.addLayout(row)
        self.keep_button.setFocus()

    def _confirm(self) -> None:
        self.accept()
        self._report()
