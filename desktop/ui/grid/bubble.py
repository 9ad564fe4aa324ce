"""A sentence below a cell: why what was typed was not taken."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.banner import Banner


class CellBubble(QWidget):
    """Shown inside the view, so that it takes no focus; it goes with the next key."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.viewport())
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._banner = Banner("", Tone.RED)
        column.addWidget(self._banner)
        self.hide()

    @property
    def text(self) -> str:
        return self._banner.text

    def show_at(self, index: QModelIndex | QPersistentModelIndex, sentence: str) -> None:
        """Show a sentence below the cell, or above it where there is no room."""
        self._banner.show_text(sentence)
        self.setAccessibleName(sentence)
        viewport = self._view.viewport()
        cell = self._view.visualRect(self._view.model().index(index.row(), index.column()))
        width = min(look().px(320), viewport.width())
        self.resize(width, self._banner.heightForWidth(width) or self._banner.sizeHint().height())
        left = max(0, min(cell.left(), viewport.width() - width))
        top = cell.bottom() + 2
        if top + self.height() > viewport.height():
            top = max(0, cell.top() - self.height() - 2)
        self.move(QPoint(left, top))
        self.show()
        self.raise_()
