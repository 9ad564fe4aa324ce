"""Text of several lines: as high as its content, between two limits. Tab leaves it."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui.theme.look import look

_MARGIN = 3
"""Round the text, inside the frame."""
_FRAME = 16
"""Padding, border and margin above and below, at 100 %: one line is as high as any other field."""


class GrowingEdit(QPlainTextEdit):
    """Grows with its text. In a cell (``single``) Enter takes the text and Alt+Enter breaks the line.

    With ``breaks=False`` it is one line that wraps: Enter takes it too and nothing breaks it.
    """

    finished = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        lines: int = 2,
        most: int = 12,
        single: bool = False,
        breaks: bool = True,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most, self._single, self.breaks = lines, most, single, breaks
        self.document().setDocumentMargin(_MARGIN)
        self.setTabChangesFocus(True)
        # The text wraps; a bar that came while the width was still being found would cover its last line.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def value(self) -> object:
        return self.toPlainText()

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.toPlainText():
            self.setPlainText(text)

    def start_with(self, text: str) -> None:
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._single and enter and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.insertPlainText("\n")
        elif enter and not self.breaks:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def wants_key(self, event: QKeyEvent) -> bool:
        """Whether a grid must leave this key to the editor: Alt+Enter breaks the line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and event.modifiers() == Qt.KeyboardModifier.AltModifier

    def wanted_height(self) -> int:
        """The height its text needs now, in pixels, within the limits."""
        shown = min(max(self._visual_lines(), self._lines), self._most)
        return math.ceil(shown * self.fontMetrics().lineSpacing()) + look().px(_FRAME)

    def _visual_lines(self) -> int:
        return max(1, round(self.document().size().height()))

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        full = self._visual_lines() > self._most
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff)
        if self.height() != self.wanted_height() and not self._single:
            self.setFixedHeight(self.wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.wanted_height())
