"""One of the large choices of the welcome page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.tokens import MD, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label

_ICON = 34


class ChoiceCard(Card):
    """A picture, what it is, what it is for, perhaps something to choose, and one button."""

    def __init__(
        self,
        icon: str,
        title: str,
        words: str,
        action: str,
        clicked: Callable[[], object],
        *,
        extra: QWidget | None = None,
        is_primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(MD)
        picture = label()
        keep_icon(picture, icon, "primary", _ICON)
        self.body.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label(title, Type.TITLE, wrap=True))
        self.body.addWidget(label(words, wrap=True))
        self.body.addStretch(1)
        if extra is not None:
            self.body.addWidget(extra)
        make = primary_button if is_primary else button
        self.button: QPushButton = make(action, "arrow-right", clicked)
        self.button.setAccessibleName(f"{title}. {action}")
        self.button.setAccessibleDescription(words)
        self.body.addWidget(self.button)
