"""A disk that fills up is told before it is full: where saving is told, with what to do one click away."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.frame.facts import AGAIN_MS
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.i18n import ENGLISH, VIETNAMESE, install_language
from desktop.ui.messages.dialog import ErrorDialog
from desktop.usecases.free_space import LOW
from tests.ui.frame.conftest import OpenWindow

_Usage = namedtuple("_Usage", "total used free")


class Disk:
    """A disk of which a test says how much is free."""

    def __init__(self) -> None:
        self.free = 8 * LOW
        self.asked: list[Path] = []

    def __call__(self, path: Path) -> _Usage:
        self.asked.append(path)
        return _Usage(10 * LOW, 0, self.free)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(shutil, "disk_usage", made)
    return made


def told(window: MainWindow) -> list[str]:
    return [words for words in window.content.bottom.words if words.startswith("Disk nearly full")]


def test_enough_room_is_not_worth_a_word(disk: Disk, open_window: OpenWindow) -> None:
    disk.free = LOW
    window = open_window()
    assert told(window) == []
    assert disk.asked[0] == window.office.store.folder


def test_it_is_told_at_the_start_with_what_it_means_and_what_to_do(
    disk: Disk, open_window: OpenWindow
) -> None:
    disk.free = 312 * 1024 * 1024
    window = open_window()
    assert told(window) == ["Disk nearly full: 312.0 MB left"]
    fact = window.content.bottom._space
    assert fact.isVisible()
    assert "What is saved is safe" in fact.accessibleName()
    fact.setFocus()
    QTest.keyClick(fact, Qt.Key.Key_Space)
    dialog = window.findChild(ErrorDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Little room on the disk"
    said = dialog.card.accessibleName()
    assert "nearly full: 312.0 MB left" in said
    assert "is saved and stays saved" in said
    assert "Free some room" in said
    dialog.accept()


def test_it_is_noticed_after_something_was_written_and_goes_by_itself(
    disk: Disk, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    for free, words in ((LOW - 1, 1), (LOW, 0)):
        disk.free = free
        with qtbot.waitSignal(window.furniture.facts.read):
            window.data_changed(frozenset({"task"}))
        assert len(told(window)) == words


def test_it_is_noticed_within_minutes_when_nobody_types(
    disk: Disk, open_window: OpenWindow, qtbot: QtBot
) -> None:
    """Other programs fill disks too. The window does not ask itself: the database's lane does."""
    window = open_window()
    again = window.furniture.facts._again
    assert again.isActive()
    assert again.interval() == AGAIN_MS <= 10 * 60 * 1000
    disk.free = 1
    with qtbot.waitSignal(window.furniture.facts.read):
        again.timeout.emit()
    assert told(window) == ["Disk nearly full: 1 B left"]


def test_what_the_system_does_not_tell_is_no_warning(
    monkeypatch: pytest.MonkeyPatch, open_window: OpenWindow
) -> None:
    def refuse(_path: Path) -> _Usage:
        raise PermissionError("not told")

    monkeypatch.setattr(shutil, "disk_usage", refuse)
    assert told(open_window()) == []


@pytest.mark.parametrize("zoom", [1.0, 1.25])
def test_the_warning_keeps_its_words_where_the_window_is_small(
    disk: Disk, open_window: OpenWindow, qtbot: QtBot, qapp: QApplication, zoom: float
) -> None:
    """In Vietnamese at 1366 × 768 no fact is cut, and other facts give up their words before this one."""
    disk.free = LOW - 1
    window = open_window()
    install_language(qapp, VIETNAMESE)
    with qtbot.waitSignal(window.furniture.facts.read):
        window._build("plan")
        window.furnish()
    fact = window.content.bottom._space
    assert fact.text() == "Ổ đĩa sắp đầy, còn 476,8 MB"
    assert fact.width() >= fact.width_for(short=False)
    install_language(qapp, ENGLISH)
