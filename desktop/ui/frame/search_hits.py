"""The list below the search line: what was found, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.hit_list import HitList
from desktop.ui.widgets.values import Choice

_PART = "|"


class Hit(NamedTuple):
    """A place to go to: a screen, and a record on it or "" for none; with the words shown for it."""

    screen: str
    table: str
    record_id: str
    title: str
    subtitle: str = ""


class SearchHits(HitList):
    """``went`` carries screen, table and record id of the hit that was taken."""

    went = Signal(str, str, str)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self.setAccessibleName(QCoreApplication.translate("Frame", "Search results"))
        self.taken.connect(self._go)

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for ``text``."""
        choices = [Choice(_PART.join(hit[:3]), hit.title, hit.subtitle) for hit in hits]
        if not choices and text.strip():
            nothing = QCoreApplication.translate("Frame", "Nothing found. Try fewer or other words.")
            choices = [Choice("", nothing, "")]
        self.show_choices(choices)
        self.step(1)

    @property
    def shown(self) -> list[Choice]:
        """The hits in the list, from top to bottom; empty when it is closed."""
        if not self.isVisible():
            return []
        return [Choice(*self.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.count())]

    def _go(self, choice: Choice) -> None:
        if choice.value:
            screen, table, record_id = choice.value.split(_PART)
            self.went.emit(screen, table, record_id)
