"""Buttons: one primary action a screen, the others calm. An icon-only button always has a name."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.early import STRONG_FOCUS, point
from desktop.ui.theme.icons import keep_icon
from desktop.ui.widgets.pressing import pressed_by
from desktop.ui.widgets.tips import set_tip

Clicked = Callable[[], object] | None


def _on_click(made: QAbstractButton, clicked: Callable[[], object]) -> None:
    def forward(_checked: bool = False) -> None:
        clicked()

    made.clicked.connect(forward)


class WordButton(QPushButton):
    """A button that says its words and, where there is room, the key that does the same."""

    def __init__(
        self, text: str, key: str = "", *, spaced: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words, self.key = text, key
        self._gap = " " if spaced else ""
        """Qt leaves too little room behind an icon."""
        self._shows_key = True
        self.show_words(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def show_words(self, text: str) -> None:
        """Say something else; the key stays."""
        self.words = text
        self.setAccessibleName(text)
        self._show()

    def text(self) -> str:
        """What it says, without the gap behind its icon."""
        return super().text().strip()

    def show_key(self, shown: bool) -> None:
        """Leave the key away for want of room, or show it again."""
        if shown != self._shows_key:
            self._shows_key = shown
            self._show()

    def width_for(self, *, short: bool) -> int:
        """How wide it is with or without its key, in pixels; what it shows now does not matter."""
        key = f"  {self.key}" if self.key else ""
        width = self.sizeHint().width()
        if short is self._shows_key:
            width += self.fontMetrics().horizontalAdvance(key) * (-1 if short else 1)
        return width

    def add_to(self, menu: QMenu) -> None:
        """Offer in a menu what the button does."""
        action = menu.addAction(self.icon(), f"{self.words.replace('&', '&&')}\t{self.key}".rstrip())
        action.setEnabled(self.isEnabled())
        action.triggered.connect(lambda _checked=False: self.click())

    def _show(self) -> None:
        key = f"  {self.key}" if self.key and self._shows_key else ""
        # An ampersand is a letter here, not a mark for Alt.
        self.setText(f"{self._gap}{self.words.replace('&', '&&')}{key}")


class IconButton(QToolButton):
    """A button with an icon alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)


def button(
    text: str,
    icon: str = "",
    clicked: Clicked = None,
    *,
    key: str = "",
    role: str = "",
    parent: QWidget | None = None,
) -> WordButton:
    """An ordinary button. ``key`` is shown behind the text (``F7``); the shortcut itself is the action's."""
    made = WordButton(text, key, spaced=bool(icon), parent=parent)
    made.setProperty("role", role)
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
) -> WordButton:
    """The one strong action of a screen."""
    return button(text, icon, clicked, key=key, role="primary", parent=parent)


def quiet_button(
    text: str, icon: str = "", clicked: Clicked = None, *, parent: QWidget | None = None
) -> WordButton:
    """A button without a frame, for actions beside content."""
    return button(text, icon, clicked, role="quiet", parent=parent)


def link_button(text: str, clicked: Clicked = None, *, parent: QWidget | None = None) -> WordButton:
    """A button that reads like a link."""
    return button(text, "", clicked, role="link", parent=parent)


def icon_button(
    icon: str, name: str, clicked: Clicked = None, *, parent: QWidget | None = None
) -> QToolButton:
    """A button with an icon alone; ``name`` is its tool tip and what a screen reader says."""
    made = IconButton(parent)
    made.setProperty("role", "quiet")
    set_tip(made, name)
    made.setAccessibleName(name)
    made.setProperty("focusPolicy", STRONG_FOCUS)
    point(made)
    keep_icon(made, icon, "text2")
    if clicked is not None:
        _on_click(made, clicked)
    return made


def action_button(
    action: QAction, icon: str = "", *, role: str = "", parent: QWidget | None = None
) -> WordButton:
    """A button that follows an action: its text, key, enabled state."""
    key = action.shortcut().toString()
    made = button(action.text(), icon, action.trigger, key=key, role=role, parent=parent)
    set_tip(made, action.toolTip())

    def follow() -> None:
        if not shiboken6.isValid(made):
            return
        made.setEnabled(action.isEnabled())
        made.setVisible(action.isVisible())

    action.changed.connect(follow)
    made.setEnabled(action.isEnabled())
    return made
