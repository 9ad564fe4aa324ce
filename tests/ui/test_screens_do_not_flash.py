"""Going from screen to screen, nothing flashes up beside the window and takes the keyboard away from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.screens import screen_entries
from desktop.ui.frame.main_window import MainWindow
from tests.helpers.offices import SampleYear


class Flashes(QObject):
    """Notes every window that is shown besides the one under test."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and isinstance(watched, QWidget) and watched.isWindow() and watched is not self._window:
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("code", ["30067", "872"])
def test_nothing_flashes(
    code: str, sample_year: SampleYear, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    office = sample_year.open(code)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(office, screen_entries(office), settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    flashes = Flashes(window)
    qapp.installEventFilter(flashes)
    for key in window.content.stage.keys:
        window.navigate(key)
        qtbot.waitUntil(lambda: not window.lane.busy, timeout=10_000)
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []
    assert window.isActiveWindow()
    window.close()
    office.close()
