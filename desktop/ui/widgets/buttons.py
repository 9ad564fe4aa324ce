"""Buttons: one primary action a screen, the others calm. An icon-only button always has a name."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.early import STRONG_FOCUS, point
from desktop.ui.theme.icons import keep_icon

Clicked = Callable[[], object] | None


def _on_click(made: QAbstractButton, clicked: Callable[[], object]) -> None:
    def forward(_checked: bool = False) -> None:
        clicked()

    made.clicked.connect(forward)


def button(
    text: str,
    icon: str = "",
    clicked: Clicked = None,
    *,
    key: str = "",
    role: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """An ordinary button. ``key`` is shown behind the text (``F7``); the shortcut itself is the action's."""
    words = text.replace("&", "&&")  # an ampersand is a letter here, not a mark for Alt
    words = f" {words}" if icon else words  # Qt leaves too little room behind an icon
    made = QPushButton(f"{words}  {key}" if key else words, parent)
    made.setProperty("role", role)
    made.setAccessibleName(text)
    point(made)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    if icon:
        keep_icon(made, icon, {"primary": "on_primary", "link": "primary"}.get(role, "text"))
    if clicked is not None:
        _on_click(made, clicked)
    return made


def primary_button(
    text: str, icon: str = "", clicked: Clicked = None, *, key: str = "", parent: QWidget | None = None
) -> QPushButton:
    """The one strong action of a screen."""
    return button(text, icon, clicked, key=key, role="primary", parent=parent)


def quiet_button(
    text: str, icon: str = "", clicked: Clicked = None, *, parent: QWidget | None = None
) -> QPushButton:
    """A button without a frame, for actions beside content."""
    return button(text, icon, clicked, role="quiet", parent=parent)


def link_button(text: str, clicked: Clicked = None, *, parent: QWidget | None = None) -> QPushButton:
    """A button that reads like a link."""
    return button(text, "", clicked, role="link", parent=parent)


def icon_button(
    icon: str, name: str, clicked: Clicked = None, *, parent: QWidget | None = None
) -> QToolButton:
    """A button with an icon alone; ``name`` is its tool tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setProperty("role", "quiet")
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setProperty("focusPolicy", STRONG_FOCUS)
    point(made)
    keep_icon(made, icon, "text2")
    if clicked is not None:
        _on_click(made, clicked)
    return made


def action_button(
    action: QAction, icon: str = "", *, role: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button that follows an action: its text, key, enabled state."""
    key = action.shortcut().toString()
    made = button(action.text(), icon, action.trigger, key=key, role=role, parent=parent)
    made.setToolTip(action.toolTip())

    def follow() -> None:
        if not shiboken6.isValid(made):
            return
        made.setEnabled(action.isEnabled())
        made.setVisible(action.isVisible())

    action.changed.connect(follow)
    made.setEnabled(action.isEnabled())
    return made
