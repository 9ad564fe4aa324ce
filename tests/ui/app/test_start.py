"""Starting the program: the right page opens, and one data folder has one window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.app.places import Places
from desktop.app.screens import screen_entries
from desktop.app.single import hold
from desktop.app.window import _Desk
from desktop.domain.errors import Code, SoSenError
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.jobs import DatabaseLane
from desktop.ui.steps import _Steps
from desktop.usecases.back_up import list_kept_backups
from desktop.usecases.find_data import DataPlace
from desktop.usecases.office import Office
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear


def places_of(year: SampleYear, code: str) -> Places:
    return Places(year.folder / code / "data", year.folder / code / "profile")


@pytest.fixture
def desk(own_sample_year: SampleYear, qtbot: QtBot) -> Iterator[_Desk]:
    made = _Desk(places_of(own_sample_year, PHU_DIEN))
    yield made
    if made._window is not None:
        made._window.close()
    made.leave()


def test_a_second_window_on_the_same_data_is_told_who_holds_it(own_sample_year: SampleYear) -> None:
    data = places_of(own_sample_year, PHU_DIEN).data
    lock = hold(data)
    with pytest.raises(SoSenError) as refused:
        hold(data)
    assert refused.value.code is Code.E_BUSY
    assert refused.value.params["process"]
    lock.unlock()
    hold(data).unlock()


def test_the_welcome_page_leads_into_the_office_that_was_chosen(
    desk: _Desk, own_sample_year: SampleYear
) -> None:
    desk.welcome()
    chosen = places_of(own_sample_year, PHU_DIEN)
    desk._welcome.chosen.emit(DataPlace(chosen.data, chosen.profile))
    assert isinstance(desk._window, MainWindow)
    assert "Phú Điền" in desk._window.windowTitle()


def test_a_folder_without_data_is_refused_before_anything_is_made_in_it(
    desk: _Desk, own_sample_year: SampleYear
) -> None:
    empty = Places(own_sample_year.folder / "nothing", own_sample_year.folder / "nobody")
    with pytest.raises(SoSenError) as refused:
        desk.sit_down(empty)
    assert refused.value.code is Code.E_NO_DATA
    assert not empty.data.exists()


def test_copies_that_were_opened_are_removed_at_the_start_and_on_closing(
    desk: _Desk, own_sample_year: SampleYear, qtbot: QtBot
) -> None:
    """Also those that a power cut, or a program that still showed them, kept the last time."""
    places = places_of(own_sample_year, PHU_DIEN)
    copy = places.data / "opened" / "ab12" / "bien-ban.pdf"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"%PDF-1.7")
    desk.sit_down(places)
    qtbot.waitUntil(lambda: not copy.exists(), timeout=30_000)
    assert desk._window is not None
    qtbot.waitUntil(lambda: desk._window is not None and not desk._window.lane.busy, timeout=30_000)
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"%PDF-1.7")
    desk._window.close()
    desk.leave()
    assert not copy.parent.exists()


def test_a_window_closed_while_it_still_loads_touches_its_data_no_more(
    desk: _Desk, own_sample_year: SampleYear, qtbot: QtBot
) -> None:
    """What was to be loaded in steps is left out; the data stays closed."""
    desk.sit_down(places_of(own_sample_year, PHU_DIEN))
    window = desk._window
    assert window is not None
    window.grab()  # the first painting, without a pass of the event loop in which a step could be done
    assert window.findChild(_Steps) is not None
    window.close()
    passes: list[int] = []
    timer = QTimer(window)
    timer.timeout.connect(lambda: passes.append(1))
    timer.start(0)
    qtbot.waitUntil(lambda: len(passes) > 30)
    assert window.content.stage.current is None


def is_backed_up(office: Office) -> bool:
    return bool(list_kept_backups(office))


def is_idle(lane: DatabaseLane) -> bool:
    return not lane.busy


def test_the_first_start_of_a_day_makes_a_backup_and_the_second_none(
    own_sample_year: SampleYear, qtbot: QtBot
) -> None:
    for _start in range(2):
        desk = _Desk(places_of(own_sample_year, PHU_DIEN))
        desk.sit_down(places_of(own_sample_year, PHU_DIEN))
        window, office = desk._window, desk._office
        assert window is not None
        assert office is not None
        qtbot.waitUntil(partial(is_backed_up, office), timeout=10_000)
        qtbot.waitUntil(partial(is_idle, window.lane), timeout=10_000)
        window.close()
        desk.leave()
    office = own_sample_year.open(PHU_DIEN)
    assert [kept.reason for kept in list_kept_backups(office)] == ["daily"]
    office.close()


@pytest.mark.parametrize(("code", "only"), [(PHU_DIEN, "weekly"), (DISTRICT, "consolidation")])
def test_commune_and_district_have_their_own_dress(sample_year: SampleYear, code: str, only: str) -> None:
    office = sample_year.open(code)
    keys = [entry.key for entry in screen_entries(office)]
    assert only in keys
    assert ("weekly" in keys) is (code == PHU_DIEN)
    office.close()


@pytest.mark.parametrize("code", [PHU_DIEN, DISTRICT])
def test_every_screen_of_the_left_bar_opens(own_sample_year: SampleYear, code: str, qtbot: QtBot) -> None:
    desk = _Desk(places_of(own_sample_year, code))
    desk.sit_down(places_of(own_sample_year, code))
    window = desk._window
    assert window is not None
    for entry in window.entries:
        window.navigate(entry.key)
        qtbot.waitUntil(lambda: not window.lane.busy, timeout=10_000)
        assert window.content.stage.current_key == entry.key
    window.close()
    desk.leave()
