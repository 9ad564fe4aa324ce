"""What happens when an edit is not taken: the sentence is shown and what was typed is offered again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.grid.base import GridBase
from desktop.ui.grid.bubble import CellBubble
from desktop.ui.grid.editing import EditingDelegate
from desktop.ui.messages.problems import problem_sentence
from desktop.ui.widgets.editors.any_editor import EDITORS


class Refusals(QObject):
    """Listens to model and delegate of one view."""

    def __init__(self, view: GridBase, delegate: EditingDelegate, bubble: CellBubble) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._bubble = bubble
        view.grid_model.refused.connect(self._refused)
        delegate.unreadable.connect(self._unreadable)

    def _unreadable(self, problem: Exception, index: QPersistentModelIndex, typed: Any) -> None:
        self._view.refused = True
        self._show_later(problem, index, typed)

    def _refused(self, problem: Exception, index: QPersistentModelIndex) -> None:
        self._view.refused = True
        self._show_later(problem, index, self._delegate.take_typed())

    def _show_later(self, problem: Exception, index: QPersistentModelIndex, typed: Any) -> None:
        """After the editor has closed, which Qt does when the commit returns."""
        QTimer.singleShot(0, self, lambda: self._offer_again(problem, index, typed))

    def _offer_again(self, problem: Exception, index: QPersistentModelIndex, typed: Any) -> None:
        view = self._view
        if not index.isValid() or not view.isVisible():
            return
        sentence = problem_sentence(problem)
        if typed is not None:
            view.go_to(index.row(), index.column())
            view.edit(view.currentIndex())
            editor = QApplication.focusWidget()
            if isinstance(editor, EDITORS):
                editor.start_with(str(typed))
        self._bubble.show_at(index, sentence)
