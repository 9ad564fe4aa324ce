"""Long work of the window's own thread, cut into steps with the event loop in between, so that it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import shiboken6
from PySide6.QtCore import QObject, QTimerEvent


def in_steps(owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
    """Call one step after the other, each in a pass of the event loop of its own, while ``owner`` lives.

    A step that raises is reported like any other fault of a slot, and does not keep the next from coming.
    """
    _Steps(owner, steps)


def leave_out_steps(owner: QObject) -> None:
    """Let no step begin any more: ``owner`` is being closed, and what a step works on with it."""
    for steps in owner.findChildren(_Steps):
        steps.leave_out()


class _Steps(QObject):
    """A timer of its own: ``QTimer.singleShot(0, …)`` would come again in the same pass."""

    def __init__(self, owner: QObject, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(owner)
        self._rest = iter(steps)
        self.startTimer(0)

    def leave_out(self) -> None:
        """Let no step begin any more."""
        self._rest = iter(())

    def timerEvent(self, event: QTimerEvent) -> None:
        step = next(self._rest, None)
        if step is not None:
            step()
        elif shiboken6.isValid(self):  # the last steps may have been all that kept the owner
            self.killTimer(event.timerId())
            self.deleteLater()
