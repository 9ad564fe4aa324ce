"""What the window does behind a change is counted: no more work than is needed, or a busy computer chokes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app.screens import screen_entries
from desktop.store.sql import value
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.jobs import Job
from desktop.ui.weekly.screen import WeeklyScreen
from tests.helpers.offices import PHU_DIEN, SampleYear

Key = Qt.Key


@pytest.mark.parametrize("pauses", [False, True])
def test_four_statuses_cost_a_reading_each_at_leisure_and_fewer_at_once(
    own_sample_year: SampleYear, qtbot: QtBot, pauses: bool
) -> None:
    office = own_sample_year.open(PHU_DIEN)
    settings = QSettings(str(own_sample_year.folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(office, screen_entries(office), settings)
    qtbot.addWidget(window)
    window.show()
    window.navigate("weekly")
    qtbot.waitUntil(
        lambda: window._is_painted and not window.furniture.facts._soon.isActive() and not window.lane.busy
    )
    weekly = window.content.stage.current
    assert isinstance(weekly, WeeklyScreen)
    begun: list[Job] = []
    window.lane.started.connect(begun.append)
    actions = value(office.store.connection, "SELECT count(*) FROM action")
    for key in (Key.Key_3, Key.Key_2, Key.Key_4, Key.Key_1):
        if pauses:
            with qtbot.waitSignal(window.furniture.facts.read):
                QTest.keyClick(weekly.view, key)
        else:
            QTest.keyClick(weekly.view, key)
        weekly.view.step_down()
    if not pauses:
        with qtbot.waitSignal(window.furniture.facts.read):
            pass
    qtbot.waitUntil(lambda: not window.lane.busy and not window.furniture.facts._soon.isActive())
    assert value(office.store.connection, "SELECT count(*) FROM action") == actions + 4
    assert len(begun) <= (4 if pauses else 2)
    window.close()
    office.close()
