"""What makes a painted window work: counts and facts, long jobs, undo, search, help, refusals.

All of it leads to the records and to what carries them, so it is loaded once the window stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.frame.content import Content
from desktop.ui.frame.facts import FactReader
from desktop.ui.frame.finder import Finder
from desktop.ui.frame.help_panel import HelpPanel
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.frame.undo_keys import UndoKeys
from desktop.ui.jobs import DatabaseLane
from desktop.ui.messages.dialog import show_error
from desktop.usecases.office import Office


class Furniture:
    """The working parts of one window; they last as long as it does."""

    def __init__(
        self,
        window: QWidget,
        office: Office,
        entries: Sequence[ScreenEntry],
        lane: DatabaseLane,
        restore: Callable[[], object],
    ) -> None:
        self._window, self._office, self._entries, self._lane = window, office, tuple(entries), lane
        self._restore = restore
        self.facts = FactReader(office, entries, lane, window)
        self.jobs = JobWindow(lane, window)
        self.undo_keys = UndoKeys(office, lane, window)

    def place(self, content: Content) -> None:
        """Let the parts of the window in one language search, undo and help."""
        homes = {table: entry.key for entry in reversed(self._entries) for table in entry.records}
        Finder(self._office, self._entries, homes, self._lane, content.top.search)
        content.bottom.undo_asked.connect(self.undo_keys.undo)
        content.make_help = HelpPanel

    def show_error(self, error: SoSenError) -> None:
        """A refusal on a card above the window."""
        show_error(self._window, error, self._restore)
