"""Settings take effect at once and are kept; a backup is made and shown with one press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import DatabaseLane
from desktop.ui.settings.licences import licence_text, show_licences
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Theme
from tests.helpers.small_office import SmallOffice


class Told:
    """What the screen asks of the window."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.errors: list[SoSenError] = []
        self.languages: list[str] = []
        self.changes: list[frozenset[str]] = []


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallOffice]:
    made = SmallOffice(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def screen(small: SmallOffice, told: Told, tmp_path: Path, qtbot: QtBot) -> Iterator[SettingsScreen]:
    lane = DatabaseLane(leave=small.office.close)
    context = ScreenContext(
        office=small.office,
        lane=lane,
        settings=QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
        navigate=lambda _screen, _table, _record: None,
        changed=told.changes.append,
        show_error=told.errors.append,
        year=lambda: 2022,
        notify=told.notices.append,
        speak=told.languages.append,
    )
    made = SettingsScreen(context)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.activate()
    yield made
    lane.shut_down()


def test_theme_and_size_change_at_once(screen: SettingsScreen) -> None:
    card = screen.look_card
    card.theme.set_value("dark")
    card.theme.finished.emit()
    assert look().theme is Theme.DARK
    card.zoom.set_value("1.25")
    card.zoom.finished.emit()
    assert look().zoom == 1.25
    assert screen.context.settings.value("look/theme") == "dark"
    look().zoom_by(1)
    assert card.zoom.value() == "1.5"


def test_the_language_is_asked_of_the_window(screen: SettingsScreen, told: Told) -> None:
    screen.look_card.language.set_value("en")
    screen.look_card.language.finished.emit()
    assert told.languages == ["en"]


def test_the_name_is_saved_when_the_line_is_left(
    screen: SettingsScreen, small: SmallOffice, told: Told
) -> None:
    name = screen.user_card.name
    assert name.text() == "Lê Thị Hồng"
    name.setText("Trần Văn Bảy")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert small.office.user == "Trần Văn Bảy"
    assert told.notices == ["The name was saved."]


def test_a_backup_is_one_press_and_stands_in_the_list(
    screen: SettingsScreen, small: SmallOffice, told: Told, qtbot: QtBot
) -> None:
    card = screen.backup_card
    assert card.lines == []
    assert not card.show_folder.isEnabled()
    with qtbot.waitSignal(screen.context.lane.idle):
        card.now.click()
    assert len(small.store.backups()) == 1
    assert len(card.lines) == 1
    assert card.lines[0][0].endswith("today")
    assert told.notices == ["The backup was made and checked."]
    assert card.now.isEnabled()


def test_a_backup_that_fails_is_told(
    screen: SettingsScreen, small: SmallOffice, told: Told, qtbot: QtBot
) -> None:
    small.store.backups_folder.write_text("a file in the way", encoding="utf-8")
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.backup_card.now.click()
    assert len(told.errors) == 1
    assert screen.backup_card.now.isEnabled()


def test_support_gets_facts_without_content(screen: SettingsScreen, small: SmallOffice) -> None:
    screen.about_card.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "SQLite 3." in text
    assert small.unit in text
    assert small.plan.title not in text
    assert small.office.user not in text


def test_the_licences_of_everything_shipped_can_be_read(screen: SettingsScreen, qtbot: QtBot) -> None:
    text = licence_text()
    for word in ("PySide6", "SIL OPEN FONT LICENSE", "Tabler"):
        assert word.lower() in text.lower()
    dialog = show_licences(screen)
    qtbot.addWidget(dialog)
    dialog.accept()


def test_every_editor_has_a_name_for_screen_readers(screen: SettingsScreen) -> None:
    card = screen.look_card
    editors: list[QWidget] = [card.language, card.theme, card.zoom, screen.user_card.name]
    assert all(editor.accessibleName() for editor in editors)


def test_cards_stand_below_each_other_where_there_is_no_room(screen: SettingsScreen, qtbot: QtBot) -> None:
    assert screen.look_card.y() == screen.backup_card.y()
    screen.resize(700, 600)
    qtbot.waitUntil(lambda: screen.backup_card.y() >= screen.look_card.geometry().bottom())
