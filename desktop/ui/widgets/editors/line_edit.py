"""One line of text, and one number: plain lines without mask, validator or completion (UniKey)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.entity import Kind
from desktop.ui.theme.look import look
from desktop.ui.widgets.tips import set_tip
from desktop.ui.widgets.values import shown_text, typed_value


class TextEdit(QLineEdit):
    """One line of text."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, max_length: int = 0) -> None:
        super().__init__(parent)
        if max_length:
            self.setMaxLength(max_length)

    def value(self) -> object:
        return self.text()

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value))
        self.setCursorPosition(0)
        self._tell_whole()

    def start_with(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(len(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        """A text wider than its field is whole in the tool tip."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width() - look().px(22)
        set_tip(self, self.text() if wide else "")


class NumberEdit(TextEdit):
    """A whole or decimal number as 1.234,5; read when asked, never while typing."""

    def __init__(self, kind: Kind = Kind.INTEGER, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> object:
        return typed_value(self._kind, self.text())

    def set_value(self, value: object) -> None:
        super().set_value(shown_text(self._kind, value))
