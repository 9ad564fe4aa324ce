"""The head of a screen: title, one line below it, and the screen's actions at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.tokens import SM, Type
from desktop.ui.widgets.labels import label


class PageHeader(QWidget):
    """Title and subtitle at the left, buttons at the right; the last one added is the primary one."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = label(title, Type.TITLE)
        self._subtitle = label(subtitle, Type.CAPTION, wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        # After it has a parent: shown before, it would flash up as a window.
        self._subtitle.setVisible(bool(subtitle))
        self._row = row

    def add(self, widget: QWidget) -> None:
        """Add a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, title: str, subtitle: str = "") -> None:
        """Change title and subtitle."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    @property
    def title(self) -> str:
        return self._title.text()
