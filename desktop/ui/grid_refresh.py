"""Reload a grid only while nobody types in it: a reset closes the open editor and loses what it holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from desktop.ui.grid.view import GridView


class CalmRefresh(QObject):
    """Calls ``reload`` at once, or as soon as the view's open editor has closed."""

    def __init__(self, view: GridView, reload: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._reload = view, reload
        self._waiting = False
        view.itemDelegate().closeEditor.connect(lambda *_closed: self._soon())

    def ask(self) -> None:
        """Reload when it does no harm."""
        if self._view.state() == QAbstractItemView.State.EditingState:
            self._waiting = True
            return
        self._waiting = False
        self._reload()

    def _soon(self) -> None:
        if self._waiting:
            QTimer.singleShot(0, self, self.ask)
