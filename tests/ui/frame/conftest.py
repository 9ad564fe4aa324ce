"""A window on a small office, with screens that note what they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.screen import Screen, ScreenContext, ScreenEntry
from desktop.ui.i18n import ENGLISH, install_language
from tests.helpers.small_office import SmallOffice


class NotingScreen(Screen):
    """Counts its reloads and keeps the records it was asked to show."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self.reloads = 0
        self.asked: list[tuple[str, str]] = []
        self.line = QLineEdit()
        QVBoxLayout(self).addWidget(self.line)

    def refresh(self) -> None:
        self.reloads += 1

    def show_record(self, table: str, record_id: str) -> None:
        self.asked.append((table, record_id))

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [("Ctrl+N", "adds a task")]


class PlanScreen(NotingScreen):
    key = "plan"
    tables = frozenset({"task", "plan"})


class TargetScreen(NotingScreen):
    key = "targets"
    tables = frozenset({"target"})


def entries() -> list[ScreenEntry]:
    return [
        ScreenEntry(
            "plan",
            lambda: "Kế hoạch",
            "clipboard-list",
            "main",
            PlanScreen,
            count=lambda office: len(office.store.backups()) + 3,
            records=frozenset({"task", "plan"}),
        ),
        ScreenEntry("targets", lambda: "Chỉ tiêu", "target-arrow", "main", TargetScreen),
        ScreenEntry("bundles", lambda: "Gói dữ liệu", "usb", "main", NotingScreen, shortcut="F9"),
        ScreenEntry("settings", lambda: "Cài đặt", "settings", "foot", NotingScreen),
    ]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallOffice]:
    made = SmallOffice(tmp_path / "data")
    made.commune("30067", "Xã Phú Điền")
    yield made
    made.store.close()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    made = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made.setValue(remembered.SECRETS_SEEN, "yes")
    return made


OpenWindow = Callable[[], MainWindow]


@pytest.fixture
def open_window(
    small: SmallOffice, settings: QSettings, qtbot: QtBot, qapp: QApplication
) -> Iterator[OpenWindow]:
    """Opens windows on the same office, one after the other, in English."""
    install_language(qapp, ENGLISH)
    made: list[MainWindow] = []

    def open_one() -> MainWindow:
        window = MainWindow(small.office, entries(), settings)
        qtbot.addWidget(window)
        made.append(window)
        window.resize(1366, 768)
        with qtbot.waitSignal(window.furniture.facts.read):
            window.show()
        return window

    yield open_one
    for window in made:
        window.close()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()
