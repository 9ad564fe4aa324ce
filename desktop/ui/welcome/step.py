"""One numbered step on a page of the first day: its number until it is done, then a tick."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.tokens import SM, Tone, Type
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, StatusPill


class Step(QWidget):
    """Put content into ``body``."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._number = number
        self.is_done = False
        self._pill = StatusPill(Pill(str(number), Tone.PRIMARY))
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(title, Type.HEADING, wrap=True), 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SM)
        self.body.addLayout(head)
        self.setAccessibleName(f"{number}. {title}")

    def set_done(self, *, done: bool) -> None:
        """Tick the step, or give it its number again."""
        self.is_done = done
        self._pill.show_pill(Pill("✓", Tone.GREEN) if done else Pill(str(self._number), Tone.PRIMARY))
