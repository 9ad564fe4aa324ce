"""Choosing a record by typing a few letters of its name: a line with a list of hits below it.

Nothing is completed inline and nothing typed is changed; Down and Enter, or a click, take a hit.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.entity import Kind
from desktop.ui.theme.look import look
from desktop.ui.widgets.editors.line_edit import TextEdit
from desktop.ui.widgets.hit_list import HitList
from desktop.ui.widgets.values import Choice, InputError, Lookup, typed_value

_PAUSE_MS = 120
_MOST_SHOWN = 10
_AROUND = 24
"""Pixels at 100 % that the frame and padding of the line take."""


class ReferenceEdit(TextEdit):
    """The id of a record, shown as its name. ``name_of`` turns a stored id into the name."""

    finished = Signal()

    def __init__(self, lookup: Lookup, name_of: Lookup | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._name_of = name_of or lookup
        self._value = ""
        self._text_of_value = ""
        self.setPlaceholderText(QCoreApplication.translate("Kit", "Type a name"))
        self._list = HitList(self)
        self._list.taken.connect(self.take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.open_list)
        self.textEdited.connect(lambda _text: self._pause.start())

    def value(self) -> object:
        if self.text() == self._text_of_value:
            return self._value
        if not self.text().strip():
            return ""
        return typed_value(Kind.REFERENCE, self.text(), self._lookup(self.text()))

    def set_value(self, value: object) -> None:
        self._value = "" if value is None else str(value)
        known = self._name_of(self._value) if self._value else ()
        found = next((choice.text for choice in known if choice.value == self._value), self._value)
        self._text_of_value = found
        super().set_value(found)
        self.setCursorPosition(0)  # a long name is seen from its beginning

    def is_cut(self) -> bool:
        """Whether the line is too short for its text."""
        room = self.width() - look().px(_AROUND)
        return self.fontMetrics().horizontalAdvance(self.text()) > room

    def start_with(self, text: str) -> None:
        super().start_with(text)
        self._pause.start()

    def take(self, choice: Choice) -> None:
        """Choose a record."""
        self._value, self._text_of_value = choice.value, choice.text
        self.setText(choice.text)
        self._list.hide()
        self.finished.emit()

    def open_list(self) -> None:
        """Show the records that the typed words may mean."""
        words = "" if self.text() == self._text_of_value else self.text()
        self._list.show_choices(self._lookup(words)[:_MOST_SHOWN])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.take_current():
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pause.stop()
        self._list.hide()
        super().focusOutEvent(event)

    def _step(self, by: int) -> None:
        if not self._list.isVisible():
            self.open_list()
        else:
            self._list.step(by)

    def wants_key(self, event: QKeyEvent) -> bool:
        """Whether a grid must leave this key to the open list instead of ending the edit."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        marked = self._list.isVisible() and self._list.currentItem() is not None
        return (event.key() in keys and marked) or (
            event.key() == Qt.Key.Key_Escape and self._list.isVisible()
        )

    def readable(self) -> bool:
        """Whether the text names exactly one record."""
        try:
            self.value()
        except InputError:
            return False
        return True
