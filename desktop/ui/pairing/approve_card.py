"""The request that was chosen: whom to telephone, what to compare, the line for what was heard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.messages.errors import error_text
from desktop.ui.pairing.digits import DigitEdit, DigitGroups
from desktop.ui.pairing.words import enrolling_steps, request_sentence
from desktop.ui.theme.tokens import SM, Type
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label, selectable
from desktop.usecases.approve_requests import ReceivedRequest

Approve = Callable[[ReceivedRequest, str], object]


class ApproveCard(Card):
    """``approve`` gets the request and the digits that were typed."""

    def __init__(self, approve: Approve, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._approve = approve
        self.request: ReceivedRequest | None = None
        self.heading = label("", Type.HEADING, wrap=True)
        self.phone = selectable(label("", Type.STRONG, wrap=True))
        self.sentence = label("", wrap=True)
        self.digits = DigitGroups()
        self.edit = DigitEdit()
        self.edit.textChanged.connect(self._show_button)
        self.edit.returnPressed.connect(self.approve)
        words = QCoreApplication.translate("Pairing", "Approve this computer")
        self.button = primary_button(words, "plug-connected", self.approve)
        for part in (self.heading, self.phone, self.sentence, self.digits):
            self.body.addWidget(part)
        row = QHBoxLayout()  # one row: the button stays in sight in a low window
        row.setSpacing(SM)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.show_request(None)

    def show_request(self, request: ReceivedRequest | None, digits: str = "", phone: str = "") -> None:
        """Show a request; what was typed for it stays while it is the same."""
        if request is None or self.request is None or request.device != self.request.device:
            self.edit.clear()
        self.request = request
        is_open = request is not None and request.is_approvable
        for part in (self.digits, self.edit, self.button):
            part.setVisible(is_open)
        self.digits.show_digits(digits, hidden=2)
        self._show_words(request, phone)
        self._show_button()

    def _show_words(self, request: ReceivedRequest | None, phone: str) -> None:
        if request is None:
            self.heading.setText(QCoreApplication.translate("Pairing", "How a unit is enrolled"))
            self.sentence.setText("\n".join(enrolling_steps()))
            self.phone.hide()
            return
        title = QCoreApplication.translate("Pairing", "{unit}, computer {label}")
        title = title.replace("{unit}", request.unit_name).replace("{label}", request.label)
        self.heading.setText(title if request.unit_name else request.path.name)
        told = request_sentence(request)
        if request.error is not None:
            text = error_text(request.error)
            told = f"{text.happened}\n{text.next}"
        self.sentence.setText(told)
        words = QCoreApplication.translate("Pairing", "Telephone in the official list: {phone}")
        nothing = QCoreApplication.translate("Pairing", "no number listed, look it up")
        self.phone.setText(words.replace("{phone}", phone.replace(" ", "\u00a0") or nothing))
        self.phone.setVisible(request.is_approvable)

    def approve(self) -> None:
        """Approve with what was typed."""
        if self.request is not None and self.edit.is_complete and self.request.is_approvable:
            self._approve(self.request, self.edit.text())

    def again(self) -> None:
        """What was typed did not fit: it is marked, so that typing replaces it."""
        self.edit.setFocus()
        self.edit.selectAll()

    def _show_button(self) -> None:
        self.button.setEnabled(self.edit.is_complete)
