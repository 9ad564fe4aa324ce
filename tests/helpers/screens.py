"""A screen on its own: what it asks of the window is remembered, and the keys it is sent are counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.jobs import DatabaseLane
from desktop.usecases.office import Office


@dataclass
class Asked:
    """What a screen asked of the window."""

    places: list[tuple[str, str, str]] = field(default_factory=list)
    changed: list[frozenset[str]] = field(default_factory=list)
    errors: list[SoSenError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def make_context(
    office: Office, folder: Path, lane: DatabaseLane, year: int = 2022
) -> tuple[ScreenContext, Asked]:
    """A context without a window, and what is asked of it."""
    asked = Asked()
    context = ScreenContext(
        office=office,
        lane=lane,
        settings=QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat),
        navigate=lambda *place: asked.places.append(place),
        changed=asked.changed.append,
        show_error=asked.errors.append,
        year=lambda: year,
        notify=lambda text, *_more: asked.notices.append(text),
    )
    return context, asked


def show_screen(screen: Screen, qtbot: QtBot) -> None:
    """Show a screen as the window would: in front, with the keyboard, as large as beside the left bar."""
    qtbot.addWidget(screen)
    screen.resize(1120, 660)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.activate()


class CountedKeys:
    """Types with real key events into whatever has the focus, and counts the presses."""

    def __init__(self) -> None:
        self.presses = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self.presses += 1
        QTest.keyClick(_focus(), key, modifier)

    def type(self, text: str) -> None:
        """One key for each character; letters beyond ASCII come as UniKey sends them, text without a key."""
        for character in text:
            self.presses += 1
            if character.isascii():
                QTest.keyClicks(_focus(), character)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                    QApplication.sendEvent(_focus(), event)


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget
