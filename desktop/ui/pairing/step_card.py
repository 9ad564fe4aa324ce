"""One step of several: its number, what to do, and whether it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme.tokens import MD, SM, Tone, Type
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, StatusPill


class StepCard(Card):
    """``number`` stands before the title until the step is done; then a tick. Put content into ``body``."""

    def __init__(self, number: int, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = number
        self.body.setSpacing(MD)
        self._pill = StatusPill(Pill(str(number), Tone.PRIMARY))
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(title, Type.HEADING, wrap=True), 1)
        self.body.addLayout(head)
        self.body.addWidget(label(words, wrap=True))
        self.setAccessibleName(f"{number}. {title}")

    def set_done(self, *, done: bool) -> None:
        """Tick the step, or give it its number again."""
        self._pill.show_pill(Pill("✓", Tone.GREEN) if done else Pill(str(self._number), Tone.PRIMARY))
