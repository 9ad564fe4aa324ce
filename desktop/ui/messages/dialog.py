"""A refusal on a card above the window: what happened, what is safe, what next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.domain.errors import CancelledError, SoSenError
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.cards import ErrorCard

WIDTH = 480
"""Pixels at 100 %."""


class ErrorDialog(QDialog):
    """One refusal and one button that closes it; Escape and Enter close it too."""

    def __init__(self, error: SoSenError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Errors", "Sổ Sen could not do this"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(look().px(WIDTH))
        self.card = ErrorCard(error_text(error))
        self.close_button = primary_button(
            QCoreApplication.translate("Errors", "Understood"), clicked=self.accept
        )
        self.close_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(self.card)
        column.addStretch(1)  # what is left over stands below the card, not between its lines
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.close_button.setFocus()


def show_error(parent: QWidget | None, error: SoSenError) -> ErrorDialog | None:
    """Show a refusal above ``parent`` and return at once; what the user stopped needs no card: None."""
    if isinstance(error, CancelledError):
        return None
    dialog = ErrorDialog(error, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    return dialog
