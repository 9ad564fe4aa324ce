"""Counts of the left bar and the facts of the bottom bar, read on the lane whenever data changed.

Many changes in one moment cost one reading, and so do all that come while it still waits behind other work.
Those that come while it runs cost one more after it, because what it read may be older than they are.
Nothing is read before the window has been painted. Every few minutes they are read without a change: the
disk may fill up and the day may end meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import SoSenError
from desktop.ui.formats import format_bytes
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.jobs import DatabaseLane, Job, Progress
from desktop.usecases.office import Office
from desktop.usecases.read_footer import Footer, read_footer

AGAIN_MS = 5 * 60 * 1000


@dataclass(frozen=True)
class Facts:
    """What the bars show: screen key → count, and the footer."""

    counts: dict[str, int]
    footer: Footer

    @property
    def scarce(self) -> str:
        """The room that is left on the disk, in words, where it is little."""
        return "" if self.footer.scarce is None else format_bytes(self.footer.scarce)


class FactReader(QObject):
    """``read`` carries ``Facts``, ``failed`` a SoSenError."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(
        self, office: Office, entries: Sequence[ScreenEntry], lane: DatabaseLane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._office, self._entries, self._lane = office, tuple(entries), lane
        self._reading: Job | None = None
        self._asked_again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._start)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.ask)

    def ask(self) -> None:
        """Read anew as soon as the events at hand are done."""
        self._soon.start()
        self._again.start()

    def _start(self) -> None:
        if self._reading is not None:
            self._asked_again = self._asked_again or self._lane.running is self._reading
            return
        self._reading = Job(
            self._work, self._done, on_error=self._failed, on_cancelled=self._ended, quiet=True
        )
        self._lane.run(self._reading)

    def _work(self, progress: Progress) -> Facts:
        counts: dict[str, int] = {}
        for number, entry in enumerate(self._entries):
            if entry.count is not None:
                counts[entry.key] = entry.count(self._office)
            progress(number, len(self._entries))
        return Facts(counts, read_footer(self._office))

    def _done(self, facts: Facts) -> None:
        self._ended()
        self.read.emit(facts)

    def _failed(self, error: SoSenError) -> None:
        self._ended()
        self.failed.emit(error)

    def _ended(self) -> None:
        self._reading = None
        if self._asked_again:
            self._asked_again = False
            self.ask()
