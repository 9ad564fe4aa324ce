"""The programmes that the screen shows: read whole, kept until something changes; and what is ticked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.frame.screen import ScreenContext
from desktop.usecases.read_programmes import ItemLine, ProgrammeView, read_programmes


class ProgrammeData(QObject):
    """``ticks_changed`` tells that other items are ticked."""

    ticks_changed = Signal()

    def __init__(self, context: ScreenContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.is_upper = context.office.is_upper
        self.view = ProgrammeView(is_own=self.is_upper)
        self.ticked: set[str] = set()

    def read(self) -> None:
        """Read the programmes anew. Raises SoSenError."""
        self.view = read_programmes(self.context.office, self.context.year())
        self.ticked &= {line.id for line in self.view.lines}

    def lines(self) -> tuple[ItemLine, ...]:
        return self.view.lines

    def tick(self, item_id: str, *, ticked: bool) -> None:
        """Tick an item, or take its tick away."""
        (self.ticked.add if ticked else self.ticked.discard)(item_id)
        self.ticks_changed.emit()

    def tell(self, *tables: str) -> None:
        """Tell the window, after the present event, that these tables were written."""
        QTimer.singleShot(0, self, lambda: self.context.changed(frozenset(tables)))
