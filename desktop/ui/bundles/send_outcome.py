"""How the last writing of bundles went: a card, which becomes a quiet line when there is more to write."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.theme.tokens import Type
from desktop.ui.widgets.cards import ErrorCard
from desktop.ui.widgets.labels import label


class SendOutcome(QWidget):
    """Shows ``card``, the outcome of this session's last writing, or ``earlier``, a line about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: ResultCard | ErrorCard | None = None
        self._left: int | None = None
        self.earlier = label("", Type.CAPTION, wrap=True)
        self.earlier.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.earlier)
        self.hide()

    def show_card(self, card: ResultCard | ErrorCard) -> None:
        """Say how it went, and take the focus there."""
        self.clear()
        self.card = card
        self._column.addWidget(card)
        self.show()
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setFocus()

    def step_back(self, unwritten: int) -> bool:
        """Make the card a line once more rows are in no bundle than right after the writing.

        Whether the focus stood on the card, and must go elsewhere.
        """
        card = self.card
        if not isinstance(card, ResultCard):
            return False
        if self._left is None or unwritten <= self._left:
            self._left = unwritten
            return False
        had_focus = card.hasFocus() or card.isAncestorOf(self.window().focusWidget())
        words = QCoreApplication.translate(
            "Bundles",
            "Written before: {facts}. Since then there are %n change(s).",
            "",
            unwritten - self._left,
        )
        self.clear()
        self.earlier.setText(words.replace("{facts}", card.lines[0]))
        self.earlier.show()
        self.show()
        return had_focus

    def clear(self) -> None:
        """Say nothing."""
        self._left = None
        self.earlier.hide()
        self.hide()
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
