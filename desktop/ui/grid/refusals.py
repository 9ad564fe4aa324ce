"""What happens when an edit is not taken: the sentence is shown and what was typed is offered again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.messages.problems import problem_sentence
from desktop.ui.widgets.editors.any_editor import EDITORS

if TYPE_CHECKING:
    from desktop.ui.grid.delegate import CellDelegate
    from desktop.ui.grid.view import GridView


class Refusals(QObject):
    """Listens to model and delegate of one view."""

    def __init__(self, view: GridView, delegate: CellDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self.happened = False
        """Set by a refusal; the delegate clears it before it hands over a value."""
        view.grid_model.refused.connect(self._refused)
        delegate.unreadable.connect(self._unreadable)

    def _unreadable(self, problem: Exception, index: QPersistentModelIndex, typed: Any) -> None:
        self.happened = True
        self._show_later(problem, index, typed)

    def _refused(self, problem: Exception, index: QPersistentModelIndex) -> None:
        self.happened = True
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
        view.bubble.show_at(index, sentence)
