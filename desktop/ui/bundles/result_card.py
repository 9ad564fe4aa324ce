"""A card that says how something went, with the facts and one thing to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, XS, Tone, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label, selectable

_PICTURES = {Tone.AMBER: "alert-triangle", Tone.RED: "alert-circle"}


class ResultCard(Card):
    """A tick (another sign for another ``tone``), a sentence, some lines below it, a button at the right.

    ``more`` are other buttons before that one.
    """

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        action: str = "",
        clicked: Callable[[], object] | None = None,
        *,
        more: Sequence[tuple[str, str, Callable[[], object]]] = (),
        tone: Tone = Tone.GREEN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.title, self.lines, self.tone = title, list(lines), tone
        self.more: list[QPushButton] = []
        self.setAccessibleName(" ".join((title, *lines)))
        row = QHBoxLayout()
        row.setSpacing(MD)
        picture = label()
        keep_icon(picture, _PICTURES.get(tone, "circle-check"), look().tone(tone)[0].name(), 28)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(label(title, Type.HEADING, wrap=True))
        for line in lines:
            words.addWidget(selectable(label(line, wrap=True)))
        row.addLayout(words, 1)
        for word, icon, call in more:
            self.more.append(button(word, icon, call))
            row.addWidget(self.more[-1], 0, Qt.AlignmentFlag.AlignVCenter)
        if action:
            self.button = button(action, "folder-open", clicked)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
