"""Undo and redo of the last own action (Ctrl+Z, Ctrl+Y), on the lane; text editors keep their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.messages.actions import action_words
from desktop.usecases.office import Office
from desktop.usecases.undo_action import redo_action, undo_action


class UndoKeys(QObject):
    """``done`` carries the sentence that tells what was taken back; ``refused`` a SoSenError."""

    done = Signal(str)
    refused = Signal(object)

    def __init__(self, office: Office, lane: DatabaseLane, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._lane = office, lane

    def undo(self) -> None:
        """Take back the last action."""
        self._run(undo_label, undo_words)

    def redo(self) -> None:
        """Do the last undone action again."""
        self._run(redo_label, redo_words)

    def _run(self, work: Callable[[Office], str | None], words: Callable[[str | None], str]) -> None:
        self._lane.run(
            Job(
                lambda _progress: work(self._office),
                lambda label: self.done.emit(words(label)),
                on_error=self.refused.emit,
                quiet=True,
            )
        )


def undo_label(office: Office) -> str | None:
    """Undo, and the label of what was undone; None when there was nothing."""
    action = undo_action(office)
    return action.label if action else None


def redo_label(office: Office) -> str | None:
    """Redo, and the label of what was done again; None when there was nothing."""
    action = redo_action(office)
    return action.label if action else None


def undo_words(label: str | None) -> str:
    """The sentence after Ctrl+Z."""
    if label is None:
        return QCoreApplication.translate("Frame", "There is nothing to undo.")
    return QCoreApplication.translate("Frame", "Undone: {action}").replace("{action}", action_words(label))


def redo_words(label: str | None) -> str:
    """The sentence after Ctrl+Y."""
    if label is None:
        return QCoreApplication.translate("Frame", "There is nothing to redo.")
    return QCoreApplication.translate("Frame", "Done again: {action}").replace(
        "{action}", action_words(label)
    )
