"""A chip with a few words: a button, or what is chosen with a menu to choose another (Tab and Enter)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.early import LEFT_TO_RIGHT, RIGHT_TO_LEFT, STRONG_FOCUS, TEXT_BESIDE_ICON, later, point
from desktop.ui.theme.icons import keep_icon
from desktop.ui.widgets.pressing import pressed_by
from desktop.ui.widgets.tips import set_tip


class Chip(QToolButton):
    """An icon with words. Short of room its owner shows fewer of them; the name stays for screen readers."""

    def __init__(self, icon: str, role: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setProperty("toolButtonStyle", TEXT_BESIDE_ICON)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        point(self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        keep_icon(self, icon, role, 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The icon alone: a chip never makes its window wider."""
        return QSize(self.width_for(""), self.sizeHint().height())

    def width_for(self, words: str) -> int:
        """How wide it is with other words, in pixels."""
        metrics = self.fontMetrics()
        return (
            self.sizeHint().width()
            + metrics.horizontalAdvance(words)
            - metrics.horizontalAdvance(self.text())
        )


class ChipMenu(Chip):
    """``chosen`` carries the key of the choice that was picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chevron-down", parent=parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("layoutDirection", RIGHT_TO_LEFT)
        self._offered: tuple[tuple[str, str], ...] = ()
        self._key = ""
        later(self, self._make_menu)

    def _make_menu(self) -> None:
        menu = QMenu(self)
        menu.setProperty("layoutDirection", LEFT_TO_RIGHT)
        self.setMenu(menu)

    def show_words(self, words: str, more: str = "") -> None:
        """What is chosen, and what the tool tip adds."""
        self.setText(words)
        self.setAccessibleName(more or words)
        set_tip(self, more)

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """The (key, words) to choose from; the one in force is ticked."""
        self._offered, self._key = tuple(choices), chosen
        later(self, self._fill)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for key, words in self._offered:
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(key == self._key)
            action.triggered.connect(lambda _on=False, picked=key: self.chosen.emit(picked))
            menu.addAction(action)

    @property
    def choices(self) -> list[str]:
        """The words of the choices."""
        return [action.text() for action in self.menu().actions()]

    @property
    def ticked(self) -> list[str]:
        """The words of what is ticked."""
        return [action.text() for action in self.menu().actions() if action.isChecked()]
