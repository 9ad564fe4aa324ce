"""A screen on its own: what it asks of the window is remembered, and the keys it is sent are counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import ScreenContext
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


class CountedKeys(QObject):
    """Types with real key events, into whatever has the focus, and counts the presses that arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.presses = 0
        self._window: QWidget | None = None
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key is delivered once to the window, then to the widget in focus: only the latter counts.
        if event.type() == QEvent.Type.KeyPress and watched is QApplication.focusWidget():
            self.presses += 1
        return False

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        QTest.keyClick(_focus(), key, modifier)

    def type(self, text: str) -> None:
        """One key for each character; letters beyond ASCII come as UniKey sends them, text without a key."""
        for character in text:
            if character.isascii():
                QTest.keyClick(_focus(), character)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                    QApplication.sendEvent(_focus(), event)


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget
