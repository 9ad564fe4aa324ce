"""The first screen says at a glance what wants attention, and two keys lead to where it can be done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Task, TaskState
from desktop.ui.bundles.bundles_screen import PAIRING
from desktop.ui.jobs import DatabaseLane
from desktop.ui.today.screen import TodayScreen
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.today_lines import CardKey
from desktop.usecases.update_status import QuickStatus, set_status
from tests.helpers.enrolment import Founded
from tests.helpers.offices import SampleYear
from tests.helpers.screens import Asked, CountedKeys, make_context, show_screen
from tests.helpers.small_office import DISTRICT, SmallOffice

Key = Qt.Key


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data")
    office.task("1.1", "Ký hợp đồng", due_on=date(2022, 6, 15), state=TaskState.IN_PROGRESS)
    office.task("1.2", "Họp dân", due_on=date(2022, 6, 20), state=TaskState.NOT_STARTED)
    return office


def show(qtbot: QtBot, small: SmallOffice, folder: Path, lane: DatabaseLane) -> tuple[TodayScreen, Asked]:
    context, asked = make_context(small.office, folder, lane)
    screen = TodayScreen(context)
    show_screen(screen, qtbot)
    return screen, asked


def test_the_first_card_with_something_is_open_and_enter_leads_to_the_task(
    small: SmallOffice, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    screen, asked = show(qtbot, small, tmp_path, lane)
    assert screen.card is CardKey.OVERDUE
    assert screen.cards.cards[CardKey.OVERDUE].accessibleName() == "Overdue: 1"
    keys = CountedKeys()
    keys.press(Key.Key_Return)
    assert [place[:2] for place in asked.places] == [("plan", "task")]
    assert screen.header.title == "Today"


def test_a_new_computer_is_led_to_its_enrolment(
    small: SmallOffice, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    """Whoever begins sees on the first screen what is next, and one press leads there."""
    screen, asked = show(qtbot, small, tmp_path, lane)
    assert screen.first.isVisible()
    assert "not enrolled yet" in screen.first.text
    assert screen.first.button is not None
    screen.first.button.click()
    assert asked.places == [("bundles", PAIRING, "")]


def test_an_enrolled_computer_is_told_nothing_more_of_it(
    founded: Founded, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    commune = founded.joined("may1")
    for office in (commune, founded.office):
        context, _asked = make_context(office, tmp_path, lane)
        screen = TodayScreen(context)
        show_screen(screen, qtbot)
        assert not screen.first.isVisible()


def test_arrows_go_from_card_to_card(
    small: SmallOffice, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    screen, asked = show(qtbot, small, tmp_path, lane)
    screen.cards.cards[CardKey.OVERDUE].setFocus()
    keys = CountedKeys()
    keys.press(Key.Key_Right)
    assert str(screen.card) == CardKey.DUE_SOON
    keys.press(Key.Key_Return)
    assert screen.panel(CardKey.DUE_SOON).view.hasFocus()
    screen.cards.cards[CardKey.DUE_SOON].setFocus()
    keys.press(Key.Key_Left)
    keys.press(Key.Key_Left)
    assert str(screen.card) == CardKey.CONFLICTS
    assert asked.errors == []


def test_a_change_is_counted_at_once(
    small: SmallOffice, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    screen, _asked = show(qtbot, small, tmp_path, lane)
    late = small.store.select(Task, code="1.1")[0]
    set_status(small.office, [late.id], QuickStatus.DONE)
    screen.refresh()
    assert screen.cards.cards[CardKey.OVERDUE].count == 0
    assert screen.panel(CardKey.OVERDUE).model.rowCount() == 0


def test_every_empty_list_says_so_and_leads_on(tmp_path: Path, lane: DatabaseLane, qtbot: QtBot) -> None:
    small = SmallOffice(tmp_path / "data")
    screen, asked = show(qtbot, small, tmp_path, lane)
    for card in screen.cards.cards:
        empties = [one for one in screen.panel(card).findChildren(EmptyState) if one.isVisible()]
        assert len(empties) == 1
        assert empties[0].sentence
        empties[0].button.click()
    assert {place[0] for place in asked.places} == {"plan"}


@pytest.mark.parametrize("code", ["30067", "872"])
def test_every_list_of_the_sample_opens_and_keeps_qts_rules(
    code: str, sample_year: SampleYear, tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    office = sample_year.open(code)
    context, asked = make_context(office, tmp_path, lane)
    screen = TodayScreen(context)
    qtbot.addWidget(screen)
    screen.activate()
    for card in screen.cards.cards:
        panel = screen.panel(card)
        QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal, panel)
        for row in range(panel.model.rowCount()):
            assert all(panel.model.index(row, column).data() is not None for column in range(2))
        screen.refresh()
    office.close()
    assert asked.errors == []


def test_an_upper_office_sees_its_units(tmp_path: Path, lane: DatabaseLane, qtbot: QtBot) -> None:
    upper = SmallOffice(tmp_path / "data", DISTRICT)
    upper.commune("30067", "Phú Điền")
    screen, asked = show(qtbot, upper, tmp_path, lane)
    assert screen.card is CardKey.LATE_UNITS
    assert screen.cards.cards[CardKey.LATE_UNITS].accessibleName() == "Units that have not sent: 1 / 1"
    CountedKeys().press(Key.Key_Return)
    assert asked.places == [("bundles", "", "")]
