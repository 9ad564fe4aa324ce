"""Ctrl+K finds any record and any screen from a few letters without marks, and goes there on Enter."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.search_line import SearchLine
from tests.helpers.small_office import SmallOffice
from tests.ui.frame.conftest import NotingScreen


@pytest.fixture
def search(window: MainWindow, qtbot: QtBot) -> SearchLine:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.content.top.search.hasFocus)
    return window.content.top.search


def type_and_wait(search: SearchLine, text: str, qtbot: QtBot) -> list[str]:
    QTest.keyClicks(search, text)
    qtbot.waitUntil(lambda: bool(search.shown))
    return [choice.text for choice in search.shown]


def test_letters_without_marks_find_a_task_and_enter_opens_it(
    window: MainWindow, small: SmallOffice, search: SearchLine, qtbot: QtBot
) -> None:
    window.navigate("targets")
    search.start()
    task = small.task("1.2", "Ký hợp đồng liên kết tiêu thụ 350 ha lúa")
    assert type_and_wait(search, "hop dong", qtbot) == ["1.2 Ký hợp đồng liên kết tiêu thụ 350 ha lúa"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.content.stage.current_key == "plan"
    assert cast(NotingScreen, window.content.stage.current).asked == [("task", task.id)]
    assert search.text() == ""


def test_screens_are_found_by_their_name(window: MainWindow, search: SearchLine, qtbot: QtBot) -> None:
    assert type_and_wait(search, "chi tieu", qtbot) == ["Chỉ tiêu"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.content.stage.current_key == "targets"


def test_the_arrows_choose_and_nothing_found_is_said(
    window: MainWindow, small: SmallOffice, search: SearchLine, qtbot: QtBot
) -> None:
    first, second = small.task("1.1", "Nạo vét kênh A"), small.task("1.2", "Nạo vét kênh B")
    assert type_and_wait(search, "nao vet", qtbot) == ["1.1 Nạo vét kênh A", "1.2 Nạo vét kênh B"]
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert cast(NotingScreen, window.content.stage.current).asked == [("task", second.id)]
    assert first.id != second.id
    search.start()
    assert type_and_wait(search, "xyzxyz", qtbot) == ["Nothing found. Try fewer or other words."]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.content.stage.current_key == "plan"


def test_escape_gives_up_and_goes_back(window: MainWindow, search: SearchLine, qtbot: QtBot) -> None:
    type_and_wait(search, "chi tieu", qtbot)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.shown == []
    assert search.text() == ""
    assert not search.hasFocus()
