"""Labels: plain text always, so that no word of a clerk is ever read as markup."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme.early import PLAIN_TEXT
from desktop.ui.theme.tokens import Tone, Type


def label(
    text: str = "",
    role: Type = Type.BODY,
    *,
    wrap: bool = False,
    tone: Tone | None = None,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of one type role; ``wrap`` lets it break into lines instead of asking for width."""
    made = QLabel(text, parent)
    made.setProperty("textFormat", PLAIN_TEXT)
    made.setProperty("type", role.value)
    if tone is not None:
        made.setProperty("tone", tone.value)
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()  # a new one would forget that the height follows the width
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made


def set_tone(made: QLabel, tone: Tone | None) -> None:
    """Colour a label's words by a tone; None gives it the colour of its role again."""
    wanted = tone.value if tone is not None else ""
    if made.property("tone") == wanted:
        return
    made.setProperty("tone", wanted)
    made.style().unpolish(made)
    made.style().polish(made)


def figure(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A large number, for the cards of the first screen."""
    made = label(text, parent=parent)
    made.setProperty("type", "figure")
    return made


def selectable(made: QLabel) -> QLabel:
    """Let the user mark and copy the label's text."""
    flag = QtCore.Qt.TextInteractionFlag
    made.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
    return made
