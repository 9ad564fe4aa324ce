"""Asking once more before what cannot be taken back: a computer reported lost, or enrolled again."""

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


class SureDialog(QDialog):
    """``confirmed`` is called by the one button that does it; Esc and the other button leave all as it is."""

    def __init__(
        self,
        title: str,
        told: str,
        action: tuple[str, str],
        confirmed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._confirmed = confirmed
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(_WIDTH))
        self.keep_button = button(QCoreApplication.translate("Pairing", "Leave it"), "", self.reject)
        self.sure_button = primary_button(*action, self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(title, Type.HEADING, wrap=True))
        column.addWidget(label(told, wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.sure_button)
        column.addLayout(row)
        self.keep_button.setFocus()

    def _confirm(self) -> None:
        self.accept()
        self._confirmed()


class LostDialog(SureDialog):
    """At the office: nothing newer is taken from the computer."""

    def __init__(
        self, device: DeviceLine, report: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        words = QCoreApplication.translate("Pairing", "Report lost: {unit}, computer {label}?")
        words = words.replace("{unit}", device.unit_name).replace("{label}", device.label)
        told = QCoreApplication.translate(
            "Pairing",
            "What it sent up to now stays; nothing newer from it is taken. The next bundles tell all units. "
            "The unit asks for another computer with a new request and gets all its data back. "
            "This cannot be taken back: a computer that is found is enrolled again.",
        )
        action = QCoreApplication.translate("Pairing", "Report lost"), "ban"
        super().__init__(words, told, action, report, parent)


class AgainDialog(SureDialog):
    """On a computer that was reported lost and found again: new keys, and all steps once more."""

    def __init__(self, replace: Callable[[], object], parent: QWidget | None = None) -> None:
        told = QCoreApplication.translate(
            "Pairing",
            "Do this only when the upper level says that this computer was reported lost. It gets new keys "
            "and asks as a new computer does: write the request, telephone, receive the bundle. "
            "All data stays; what was not sent goes with the next bundle. "
            "Until it is enrolled it sends and receives nothing.",
        )
        super().__init__(
            QCoreApplication.translate("Pairing", "Enrol this computer again?"),
            told,
            (QCoreApplication.translate("Pairing", "Make new keys"), "key"),
            replace,
            parent,
        )
