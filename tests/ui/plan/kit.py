"""A screen in a window that hears of its own changes, as in the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.jobs import DatabaseLane
from desktop.usecases.office import Office
from tests.helpers.screens import Asked, CountedKeys, make_context, show_screen

S = TypeVar("S", bound=Screen)


@dataclass
class Shown(Generic[S]):
    """A screen in front, what it asked for, and keys to type with."""

    screen: S
    asked: Asked
    keys: CountedKeys

    def settle(self, qtbot: QtBot, *, writes: int) -> None:
        """Wait until the screen has told of so many writes."""
        qtbot.waitUntil(lambda: len(self.asked.changed) >= writes)


@contextmanager
def shown(
    make: Callable[[ScreenContext], S], office: Office, folder: Path, qtbot: QtBot
) -> Iterator[Shown[S]]:
    """Show a screen of an office until the test is over."""
    lane = DatabaseLane()
    plain, asked = make_context(office, folder, lane)
    screens: list[S] = []

    def changed(tables: frozenset[str]) -> None:
        asked.changed.append(tables)
        screens[0].data_changed(tables)

    with no_flashing():
        screens.append(make(plain._replace(changed=changed)))
    screen = screens[0]
    show_screen(screen, qtbot)
    yield Shown(screen, asked, CountedKeys())
    lane.shut_down()


class _Flashes(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@contextmanager
def no_flashing() -> Iterator[None]:
    """Fail when a part of a screen appears as a window of its own, be it for a moment, while it is made."""
    app, flashes = QApplication.instance(), _Flashes()
    assert app is not None
    app.installEventFilter(flashes)
    yield
    app.removeEventFilter(flashes)
    assert flashes.seen == []


def copy(text: str) -> None:
    """Put a text on the clipboard, as copied from Word or Excel."""
    QGuiApplication.clipboard().setText(text)
