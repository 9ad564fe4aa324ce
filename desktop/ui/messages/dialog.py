"""A refusal on a card above the window: what happened, what is safe, what next."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import ErrorCard
from desktop.ui.widgets.dialog_size import bounded

WIDTH = 480
"""Pixels at 100 %."""


class Way(NamedTuple):
    """What can be done at once about a refusal."""

    words: str
    icon: str
    call: Callable[[], object]


class ErrorDialog(QDialog):
    """One refusal and one button that closes it; Escape and Enter close it too.

    ``way`` is a second button, which closes the card and leads on.
    """

    def __init__(
        self,
        error: SoSenError,
        parent: QWidget | None = None,
        way: Way | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_title(error))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.card = ErrorCard(error_text(error))
        self.close_button = primary_button(
            QCoreApplication.translate("Errors", "Understood"), clicked=self.accept
        )
        self.close_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        self._area = self._scrolled()
        column.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        if way is not None:
            self.accepted.connect(way.call)
            self.close_button.clicked.disconnect()
            self.close_button.clicked.connect(self.reject)
            self.way_button = button(way.words, way.icon, self.accept)
            row.addWidget(self.way_button)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.card.reshaped.connect(self._take_size)
        self.close_button.setFocus()

    def _scrolled(self) -> _AsHighAsItsWords:
        """A small display with large letters has less room than a long refusal needs."""
        holder = QWidget()
        holder.setProperty("role", "clear")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.card)
        inner.addStretch(1)  # what is left over stands below the card, not between its lines
        return _AsHighAsItsWords(holder)

    def showEvent(self, event: QShowEvent) -> None:
        self._take_size()
        super().showEvent(event)

    def _take_size(self) -> None:
        """As high as the words need, as far as there is room."""
        width = look().px(WIDTH)
        self.card.ensurePolished()
        words = self.card.heightForWidth(width - 2 * LG)
        around = 2 * LG + MD + self.close_button.sizeHint().height()
        self.resize(bounded(self, QSize(width, words + around)))
        self._area.fit()


class _AsHighAsItsWords(QScrollArea):
    """Gives its content the height that its words need in the present width.

    By itself Qt keeps the height that they would need in the narrowest place, so that a bar stood beside
    words that have room.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """To be called when the words are others."""
        self._content.setMinimumHeight(self._content.heightForWidth(self.viewport().width()))


def _title(error: SoSenError) -> str:
    if error.params.get("reason") == "scarce":  # a warning: nothing was refused yet
        return QCoreApplication.translate("Errors", "Little room on the disk")
    return QCoreApplication.translate("Errors", "Sổ Sen could not do this")


def show_error(
    parent: QWidget | None,
    error: SoSenError,
    restore: Callable[[], object] | None = None,
    *,
    way: Way | None = None,
) -> ErrorDialog | None:
    """Show a refusal above ``parent`` and return at once; what the user stopped needs no card: None.

    ``restore`` is offered where the data is damaged, ``way`` always.
    """
    if isinstance(error, CancelledError):
        return None
    if restore is not None and error.code is Code.E_DATA_DAMAGED:
        way = Way(QCoreApplication.translate("Errors", "Take a backup back…"), "history", restore)
    dialog = ErrorDialog(error, parent, way)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    return dialog
