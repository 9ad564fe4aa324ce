"""The first minute: the sample year is one click away, data at hand is found, nothing is a dead end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.ui.welcome.welcome_window import WelcomeWindow
from desktop.usecases.find_data import DataPlace, find_data, prepare_sample, sample_place, typed_path
from desktop.usecases.office import open_office
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress
from tests.helpers.screens import CountedKeys


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[WelcomeWindow]:
    made = WelcomeWindow(tmp_path / "sample", tmp_path / "home")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.lane.shut_down()


def test_one_key_opens_the_sample_year_as_phu_dien(window: WelcomeWindow, qtbot: QtBot) -> None:
    keys = CountedKeys()
    with qtbot.waitSignal(window.chosen, timeout=20_000) as chosen:
        keys.press(Qt.Key.Key_Space)
    place = chosen.args[0]
    assert isinstance(place, DataPlace)
    with closing(open_office(place.data, place.profile)) as office:
        assert office.unit_id.startswith(PHU_DIEN)


def test_the_switch_opens_it_as_the_district_and_it_is_made_only_once(
    window: WelcomeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    prepare_sample(tmp_path / "sample", no_progress)
    made_at = (tmp_path / "sample").stat().st_mtime_ns
    window.as_district.click()
    with qtbot.waitSignal(window.chosen) as chosen:
        window.cards["sample"].button.click()
    with closing(open_office(chosen.args[0].data, chosen.args[0].profile)) as office:
        assert office.unit_id.startswith(DISTRICT)
        assert office.is_upper
    assert (tmp_path / "sample").stat().st_mtime_ns == made_at


def test_stopping_half_way_leaves_nothing_half_done(tmp_path: Path) -> None:
    def stop(done: int, _total: int | None) -> None:
        if done >= 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        prepare_sample(tmp_path / "sample", stop)
    assert not (tmp_path / "sample").exists()
    prepare_sample(tmp_path / "sample", no_progress)
    place = sample_place(tmp_path / "sample", DISTRICT)
    assert find_data(place.data.parent) == place
    assert find_data(typed_path(f' "{place.data.parent}" ')) == place  # as Windows copies a path
    assert str(typed_path("D:")) == "D:\\"


def test_data_on_this_computer_is_found_in_its_folder_or_the_one_above(
    window: WelcomeWindow, sample_year: SampleYear, qtbot: QtBot
) -> None:
    home = sample_year.folder / PHU_DIEN
    window.cards["commune"].button.click()
    page = window.open_page
    assert page.line.hasFocus()
    assert not page.open_button.isEnabled()
    for folder in (home, home / "data"):
        page.line.setText(str(folder))
        with qtbot.waitSignal(window.chosen) as chosen:
            page.open_button.click()
        assert chosen.args == [DataPlace(home / "data", home / "profile")]


@pytest.mark.parametrize("level", ["commune", "upper"])
def test_a_folder_without_data_is_answered_beside_it_and_esc_leads_back(
    window: WelcomeWindow, tmp_path: Path, level: str
) -> None:
    window.cards[level].button.click()
    page = window.open_page
    page.line.setText(str(tmp_path))
    page.open()
    assert page.refusal is not None
    assert "holds no data of Sổ Sen" in page.refusal.accessibleName()
    CountedKeys().press(Qt.Key.Key_Escape)
    assert window.cards["commune"].isVisible()
    assert window.cards["commune"].button.hasFocus()


def test_data_without_its_keys_is_refused_with_that_reason(tmp_path: Path, sample_year: SampleYear) -> None:
    database = sample_year.folder / PHU_DIEN / "data" / "sosen.db"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "sosen.db").write_bytes(database.read_bytes())
    with pytest.raises(SoSenError) as refusal:
        find_data(tmp_path)
    assert refusal.value.code is Code.E_PROFILE


def test_what_could_not_be_opened_is_told_where_the_user_is(window: WelcomeWindow) -> None:
    window.cards["upper"].button.click()
    window.show_refusal(SoSenError(Code.E_DATA_NEWER))
    assert window.open_page.refusal is not None
    assert "newer version" in window.open_page.refusal.accessibleName()
