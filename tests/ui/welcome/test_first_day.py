"""The first day: an office and a commune begin from nothing, in the window, without help."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Unit
from desktop.ui.welcome.welcome_window import WelcomeWindow
from desktop.ui.widgets.cards import ErrorCard
from desktop.usecases.find_data import DataPlace
from desktop.usecases.office import open_office
from desktop.usecases.read_devices import Enrolment, enrolment_state
from desktop.usecases.read_frame import read_frame
from desktop.usecases.unit_list import write_unit_list
from tests.helpers.enrolment import HUNG_THANH, PHU_DIEN, Founded

PASTED = "Mã\tTên\n30067\tXã Phú Điền\t06/03/1984\t0277 3 000 001\n30043\tXã Hưng Thạnh"


@pytest.fixture
def home(tmp_path: Path) -> DataPlace:
    return DataPlace(tmp_path / "home" / "data", tmp_path / "home" / "profile")


@pytest.fixture
def window(tmp_path: Path, home: DataPlace, qtbot: QtBot) -> Iterator[WelcomeWindow]:
    made = WelcomeWindow(tmp_path / "sample", tmp_path / "home")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.lane.shut_down()


def test_an_office_begins_with_a_pasted_list(window: WelcomeWindow, home: DataPlace, qtbot: QtBot) -> None:
    """Who it is, the units from a spreadsheet, a name: then it can enrol others."""
    window.starts["upper"].click()
    page = window.upper_page
    assert not page.begin_button.isEnabled()
    page.code.setText("872")
    page.name.setText("Huyện Tháp Mười")
    page.day.set_value(date(1981, 1, 5))
    page.user.setText("Trần Văn Cấp")
    page.units.setPlainText(PASTED)
    with qtbot.waitSignal(window.founded) as founded:
        page.begin_button.click()
    assert founded.args == [home]
    with closing(open_office(home.data, home.profile)) as office:
        assert office.unit_id == "872-19810105"
        assert [unit.name for unit in office.store.select(Unit)][1:] == ["Xã Phú Điền", "Xã Hưng Thạnh"]
        assert enrolment_state(office).is_office
        assert office.user == "Trần Văn Cấp"


def test_a_line_that_is_no_unit_is_told_while_pasting(window: WelcomeWindow) -> None:
    """The officer sees which line, before anything is made."""
    window.starts["upper"].click()
    window.upper_page.units.setPlainText(PASTED + "\nXã không có mã")
    assert "4" in window.upper_page.count.text()
    assert "Xã không có mã" in window.upper_page.count.text()


def test_a_commune_picks_its_unit_from_the_offices_list(
    window: WelcomeWindow, home: DataPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nobody types a code: the list comes on the stick with the installer."""
    founded = Founded(tmp_path / "district")
    listed = write_unit_list(founded.office, founded.stick())
    founded.close()
    window.starts["commune"].click()
    page = window.commune_page
    with qtbot.waitSignal(window.lane.idle):
        page.read(listed)
    assert [page.unit.itemData(place) for place in range(page.unit.count())] == [
        unit.unit_id for unit in (PHU_DIEN, HUNG_THANH)
    ]
    assert page.unit.currentIndex() == -1
    assert page.unit.placeholderText() == "Choose your unit"  # not any more: first read the list
    page.unit.setCurrentIndex(0)
    assert not page.begin_button.isEnabled()
    page.user.setText("Lê Thị Hồng")
    with qtbot.waitSignal(window.founded) as signal:
        page.begin_button.click()
    assert signal.args == [home]
    with closing(open_office(home.data, home.profile)) as office:
        assert office.unit_id == PHU_DIEN.unit_id
        state = enrolment_state(office)
        assert state.enrolment is Enrolment.ASKING
        assert state.unit_name == "Xã Phú Điền"
        assert read_frame(office).unit == "Xã Phú Điền"  # the window says whose it is from the first day on


def test_what_was_refused_is_past_once_the_list_is_corrected(
    window: WelcomeWindow, home: DataPlace, qtbot: QtBot
) -> None:
    """A red card below a list that is right now would make a clerk search for what is still wrong."""
    window.starts["upper"].click()
    page = window.upper_page
    page.code.setText("872")
    page.name.setText("Huyện Tháp Mười")
    page.user.setText("Trần Văn Cấp")
    page.units.setPlainText("30067")
    with qtbot.waitSignal(window.lane.idle):
        page.begin_button.click()
    assert page.findChild(ErrorCard) is page.refusal
    page.units.setPlainText("30067 Xã Phú Điền 06/03/1984 0277 3 000 001")
    assert page.refusal is None
    with qtbot.waitSignal(window.founded):
        page.begin_button.click()
    with closing(open_office(home.data, home.profile)) as office:
        assert [(unit.name, unit.phone) for unit in office.store.select(Unit)][1:] == [
            ("Xã Phú Điền", "0277 3 000 001")
        ]


def test_a_folder_that_is_taken_is_refused_in_words(
    window: WelcomeWindow, home: DataPlace, tmp_path: Path, qtbot: QtBot
) -> None:
    """A second beginning on the same computer never touches what is there."""
    for _turn in range(2):
        window.starts["upper"].click()
        page = window.upper_page
        page.code.setText("872")
        page.name.setText("Huyện Tháp Mười")
        page.user.setText("Trần Văn Cấp")
        page.units.setPlainText(PASTED)
        with qtbot.waitSignal(window.lane.idle):
            page.begin_button.click()
    refusal = window.upper_page.refusal
    assert refusal is not None
    assert "already" in refusal.accessibleName()


def test_the_wrong_file_is_answered_beside_it(window: WelcomeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Any other file than a list of units: a sentence, and the page goes on."""
    wrong = tmp_path / "anh.jpg"
    wrong.write_bytes(b"\xff\xd8\xff")
    window.starts["commune"].click()
    with qtbot.waitSignal(window.lane.idle):
        window.commune_page.read(wrong)
    assert window.commune_page.refusal is not None


def test_data_whose_keys_are_gone_gets_new_ones(window: WelcomeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A new Windows, the data folder saved on a disk: nothing is lost, and pairing is the next step."""
    founded = Founded(tmp_path / "district")
    commune = founded.commune("may1")
    data = commune.store.folder
    founded.close()
    shutil.rmtree(data.parent / "profile")
    window.cards["commune"].button.click()
    page = window.open_page
    assert not page.renew_button.isVisible()
    page.line.setText(str(data.parent))
    page.open()
    assert page.refusal is not None
    assert page.renew_button.isVisible()
    with qtbot.waitSignal(window.founded) as signal:
        page.renew_button.click()
    place = signal.args[0]
    with closing(open_office(place.data, place.profile)) as office:
        assert office.unit_id == PHU_DIEN.unit_id
        assert enrolment_state(office).enrolment is Enrolment.ASKING
