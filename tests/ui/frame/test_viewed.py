"""The year and period looked at are chosen in the top bar, stand out when they are not the present ones."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Period, ReportingRegime
from desktop.domain.periods import build_periods
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.theme.look import look
from tests.helpers.small_office import DISTRICT, SmallOffice
from tests.ui.frame.conftest import NotingScreen, OpenWindow

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def bar(window: MainWindow) -> TopBar:
    return window.content.top


def reloads(window: MainWindow) -> int:
    return cast(NotingScreen, window.content.stage.current).reloads


def test_the_present_period_is_shown_first_and_every_month_can_be_chosen(window: MainWindow) -> None:
    chip = bar(window).periods
    assert chip.text().startswith("Reporting period: Month 7/2022, cut-off 14/07/2022")
    assert chip.choices == [f"Month {number}/2022" for number in range(1, 13)]
    assert chip.ticked == ["Month 7/2022"]
    assert window.context.period() == ""
    assert bar(window).back.isHidden()


def test_another_month_is_told_to_every_screen_and_one_click_leads_back(
    window: MainWindow, small: SmallOffice
) -> None:
    chip = bar(window).periods
    before = reloads(window)
    chip.menu().actions()[5].trigger()
    assert window.context.period() == small.period(6).id
    assert reloads(window) == before + 1
    assert "Month 6/2022" in chip.text()
    assert chip.ticked == ["Month 6/2022"]
    assert bar(window).back.isVisible()
    bar(window).back.click()
    assert window.context.period() == ""
    assert reloads(window) == before + 2
    assert bar(window).back.isHidden()


def test_keys_walk_through_the_periods_and_home(window: MainWindow, small: SmallOffice) -> None:
    for key in (Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageDown):
        QTest.keyClick(window, key, ALT)
    assert window.context.period() == small.period(6).id
    QTest.keyClick(window, Key.Key_PageDown, ALT)
    assert window.context.period() == ""
    assert bar(window).back.isHidden()
    for _step in range(9):
        QTest.keyClick(window, Key.Key_PageDown, ALT)
    assert window.context.period() == small.period(12).id
    QTest.keyClick(window, Key.Key_Home, ALT)
    assert window.context.period() == ""


def test_a_year_that_is_over_is_looked_at_from_its_end(open_window: OpenWindow, small: SmallOffice) -> None:
    small.add(small.plan.replace(id="", year=2021))
    small.add_all(Period(scope=DISTRICT, **fields) for fields in build_periods(2021, ReportingRegime.STATE))
    window = open_window()
    window.choose_year(2021)
    assert bar(window).periods.ticked == ["Month 12/2021"]
    assert len(bar(window).periods.choices) == 12
    bar(window).back.click()
    assert (window.context.year(), window.context.period()) == (2022, "")


def test_the_next_start_opens_on_the_present_period(open_window: OpenWindow, small: SmallOffice) -> None:
    first = open_window()
    first.viewed.choose_period(small.period(3).id)
    first.close()
    assert open_window().context.period() == ""


def test_when_time_goes_on_the_period_that_became_present_is_no_longer_another_one(
    window: MainWindow, small: SmallOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.viewed.choose_period(small.period(8).id)
    assert bar(window).back.isVisible()
    object.__setattr__(small.office, "today", lambda: date(2022, 7, 20))
    window.refresh()
    assert window.context.period() == ""
    assert bar(window).back.isHidden()


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_what_is_shown_of_the_choice_is_never_cut(
    window: MainWindow, small: SmallOffice, zoom: float, qtbot: QtBot
) -> None:
    window.viewed.choose_period(small.period(6).id)
    look().apply(zoom=zoom)
    window.resize(1366, 768)
    chips = (bar(window).periods, bar(window).back)
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in chips))
    assert all(chip.accessibleName() for chip in chips)
    assert window.minimumSizeHint().width() <= 1366
