"""What the pages behind the three choices have in common: a card, the way back, and refusals beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card, ErrorCard
from desktop.ui.widgets.labels import label


class WelcomePage(QWidget):
    """Put content into ``card.body``, then ``close_card``; the way back and Esc call ``go_back``."""

    def __init__(self, go_back: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go_back = go_back
        self.card = Card()
        self.card.body.setSpacing(MD)
        self.title = label("", Type.TITLE, wrap=True)
        self.words = label("", wrap=True)
        self.card.body.addWidget(self.title)
        self.card.body.addWidget(self.words)
        self.refusal: ErrorCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MD)
        self._column.addWidget(self.card)
        self._column.addStretch(1)

    def close_card(self, action: QPushButton) -> None:
        """The foot of the card: the way back at the left, what the page does at the right."""
        ends = QHBoxLayout()
        ends.setSpacing(SM)
        self.back = button(
            QCoreApplication.translate("Welcome", "Back"), "arrow-left", self._go_back, key="Esc"
        )
        ends.addWidget(self.back)
        ends.addStretch(1)
        ends.addWidget(action)
        self.card.body.addLayout(ends)

    def show_refusal(self, error: SoSenError | None) -> None:
        """Show why it cannot be done; None takes it away."""
        if self.refusal is not None:
            self._column.removeWidget(self.refusal)
            self.refusal.hide()
            self.refusal.deleteLater()
        self.refusal = ErrorCard(error_text(error)) if error is not None else None
        if self.refusal is not None:
            self._column.insertWidget(1, self.refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)


def captioned(words: str, field: QWidget) -> QVBoxLayout:
    """A field with its name above it, also for screen readers."""
    caption = label(words, Type.CAPTION)
    caption.setBuddy(field)
    field.setAccessibleName(words)
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(caption)
    column.addWidget(field)
    return column
