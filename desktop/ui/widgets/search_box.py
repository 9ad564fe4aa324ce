"""The search field: a magnifier, a hint, and a signal when typing has paused."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.theme.early import later
from desktop.ui.theme.icons import keep_icon
from desktop.ui.widgets.line_icons import grow_icons

PAUSE_MS = 150
"""How long typing rests before a search starts; UniKey's bursts of keys end well before."""


class SearchBox(QLineEdit):
    """A line that asks for a search 150 ms after the last key, at once on Enter; nothing is completed."""

    searched = Signal(str)

    def __init__(self, placeholder: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grow_icons(self)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        later(self, lambda: self.setClearButtonEnabled(True))  # seen once something is typed
        self._magnifier = QAction(self)
        keep_icon(self._magnifier, "search", "text2")
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self._last = ""
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self.search_now)

    def search_anew(self) -> None:
        """Ask for what stands there once more: nobody may have listened until now."""
        self._last = ""
        if self.text():
            self._pause.start()

    def search_now(self) -> None:
        """Emit ``searched`` with the present text, unless it was the last one asked for."""
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)
