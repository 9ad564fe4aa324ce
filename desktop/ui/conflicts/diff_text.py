"""A text that is only read, with the words marked that another text has not."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.word_diff import Piece
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Tone, Type


class DiffText(QWidget):
    """As high as its text. Marked words are bold on a tinted ground: never by colour alone."""

    def __init__(self, pieces: Sequence[Piece], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("".join(piece.text for piece in pieces))
        look().changed.connect(self._compose)
        self._compose()

    @property
    def marked(self) -> list[str]:
        """The stretches that are marked."""
        return [piece.text for piece in self._pieces if not piece.is_common]

    def _compose(self) -> None:
        self._document.clear()
        self._document.setDefaultFont(look().font(Type.BODY))
        plain, marked = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(look().colour("text"))
        word, ground = look().tone(Tone.AMBER)
        marked.setForeground(word)
        marked.setBackground(ground)
        marked.setFontWeight(QFont.Weight.DemiBold)
        cursor = QTextCursor(self._document)
        for piece in self._pieces:
            cursor.insertText(piece.text, plain if piece.is_common else marked)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(width)
        return ceil(self._document.size().height())

    def sizeHint(self) -> QSize:
        width = max(self.width(), look().px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), look().metrics(Type.BODY).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._document.setTextWidth(self.width())
        painter = QPainter(self)
        self._document.drawContents(painter)
        painter.end()
