"""The window leads everywhere by keyboard, is never stale, and loses nothing when it closes."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.ui.frame.main_window import MainWindow, open_main_window
from desktop.ui.frame.screen import WORK
from desktop.ui.jobs import Job
from desktop.ui.messages.dialog import ErrorDialog
from desktop.usecases.edit_records import change_fields
from tests.helpers.small_office import SmallOffice
from tests.ui.frame.conftest import NotingScreen, OpenWindow, entries

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def front(window: MainWindow) -> NotingScreen:
    return cast(NotingScreen, window.content.stage.current)


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window, key, modifier)


def test_a_screen_is_made_when_it_is_first_shown_and_then_kept(window: MainWindow) -> None:
    assert window.content.stage.count() == 1
    plan = front(window)
    window.navigate("targets")
    window.navigate("plan")
    assert front(window) is plan
    assert window.content.stage.count() == 2
    assert plan.reloads == 1


def test_changed_data_is_shown_at_once_where_one_looks_and_elsewhere_when_one_comes(
    window: MainWindow,
) -> None:
    plan = front(window)
    window.navigate("targets")
    targets = front(window)
    window.data_changed(frozenset({"task"}))
    assert (plan.reloads, targets.reloads) == (1, 1)
    window.navigate("plan")
    assert plan.reloads == 2
    window.data_changed(frozenset({"plan"}))
    assert (plan.reloads, targets.reloads) == (3, 1)


@pytest.mark.parametrize(
    ("key", "modifier", "screen"),
    [
        (Qt.Key.Key_2, ALT, "targets"),
        (Qt.Key.Key_3, ALT, "bundles"),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "bundles"),
    ],
)
def test_screens_have_keys(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, screen: str
) -> None:
    press(window, key, modifier)
    assert window.content.stage.current_key == screen
    assert window.content.side.item(screen).isChecked()


def test_f9_leads_to_the_work_of_its_screen_and_not_to_where_it_was_left(window: MainWindow) -> None:
    """ "Send with F9" is true on every page, also on those of the same screen."""
    press(window, Qt.Key.Key_3, ALT)
    bundles = front(window)
    assert bundles.asked == []
    press(window, Qt.Key.Key_F9)
    assert bundles.asked == [(WORK, "")]


def test_f5_shows_anew(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F5)
    assert front(window).reloads == 2


def test_the_left_bar_is_walked_with_the_arrows_and_opened_with_enter(window: MainWindow) -> None:
    item = window.content.side.item("plan")
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Down)
    QTest.keyClick(window.content.side.item("targets"), Qt.Key.Key_Return)
    assert window.content.stage.current_key == "targets"


def test_the_bars_say_who_when_and_how_much(window: MainWindow) -> None:
    assert window.windowTitle() == "Xã Phú Điền – Sổ Sen"
    assert window.content.side.item("plan").count == 3
    words = window.content.bottom.words
    assert words[0].startswith("Saved ")
    assert words[1] == "No backup yet"
    assert words[-1] == "No state secrets in here"


def test_undo_and_redo_take_back_and_repeat_and_say_what(
    window: MainWindow, small: SmallOffice, qtbot: QtBot
) -> None:
    task = small.task("1.1", "Cũ")
    change_fields(small.office, Task, task.id, {"title": "Mới"})
    with qtbot.waitSignal(window.furniture.undo_keys.done):
        press(window, Qt.Key.Key_Z, CTRL)
    assert small.store.get(Task, task.id).title == "Cũ"
    assert "Undone: change of a cell" in window.content.bottom.words
    with qtbot.waitSignal(window.furniture.undo_keys.done):
        press(window, Qt.Key.Key_Y, CTRL)
    assert small.store.get(Task, task.id).title == "Mới"


def test_undo_inside_a_line_takes_back_the_typing_alone(
    window: MainWindow, small: SmallOffice, qtbot: QtBot
) -> None:
    task = small.task("1.1", "Cũ")
    window.activateWindow()
    line = front(window).line
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert line.text() == ""
    assert small.store.get(Task, task.id).title == "Cũ"


def test_a_notice_offers_to_undo(window: MainWindow, small: SmallOffice, qtbot: QtBot) -> None:
    task = small.task("1.1", "Cũ")
    change_fields(small.office, Task, task.id, {"title": "Mới"})
    window.context.notify("Changed.", True)
    assert "Changed." in window.content.bottom.words
    with qtbot.waitSignal(window.furniture.undo_keys.done):
        window.content.bottom.undo_asked.emit()
    assert small.store.get(Task, task.id).title == "Cũ"


def test_another_year_is_told_to_every_screen_and_remembered(
    open_window: OpenWindow, small: SmallOffice
) -> None:
    small.add(small.plan.replace(id="", year=2021))
    window = open_window()
    assert window.content.top.years == ["Year 2021", "Year 2022"]
    assert window.context.year() == 2022
    window.choose_year(2021)
    assert window.context.year() == 2021
    assert front(window).reloads == 2
    window.close()
    assert open_window().context.year() == 2021


def test_the_screen_last_used_opens_next_time(open_window: OpenWindow) -> None:
    first = open_window()
    first.navigate("targets")
    first.close()
    assert open_window().content.stage.current_key == "targets"


def test_closing_saves_what_is_being_typed_and_stops_the_work(window: MainWindow, qtbot: QtBot) -> None:
    saved: list[str] = []
    line = front(window).line
    line.editingFinished.connect(lambda: saved.append(line.text()))
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "350 ha")
    window.close()
    assert saved == ["350 ha"]
    assert not window.lane.busy


def test_a_job_without_its_own_handler_shows_its_refusal_on_a_card(window: MainWindow, qtbot: QtBot) -> None:
    def refuse(_progress: object) -> None:
        raise SoSenError(Code.E_SPACE, path="/stick/872.goi")

    with qtbot.waitSignal(window.lane.failed):
        window.lane.run(Job(refuse))
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
    dialog = window.findChild(ErrorDialog)
    assert dialog is not None
    assert "872.goi" in dialog.card.accessibleName()
    dialog.accept()


def test_the_notice_on_secrets_comes_until_it_was_understood(
    open_window: OpenWindow, settings: QSettings
) -> None:
    settings.remove("window/secrets_seen")
    window = open_window()
    notice = window.content.secrets
    assert notice is not None
    assert notice.isVisible()
    notice.understood()
    window.close()
    assert open_window().content.secrets is None


@pytest.mark.parametrize(("width", "height", "takes_all"), [(1366, 728, True), (1920, 1040, False)])
def test_the_first_window_takes_all_of_a_small_display_and_no_more_than_it_needs_of_a_large_one(
    small: SmallOffice,
    settings: QSettings,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    height: int,
    takes_all: bool,
) -> None:
    """1366×768 with a task bar: the bottom bar, which tells what is saved, must be in sight."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(width, height))
    window = open_main_window(small.office, settings, entries())
    qtbot.addWidget(window)
    assert window.isMaximized() is takes_all
    window.close()
