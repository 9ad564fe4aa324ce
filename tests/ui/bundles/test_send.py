"""Sending: three clicks from the screen to a stick that may be pulled out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import BundlesScreen
from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.jobs import DatabaseLane
from desktop.ui.widgets.cards import ErrorCard
from desktop.usecases.edit_records import change_fields
from tests.helpers.enrolment import Founded
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear
from tests.helpers.screens import CountedKeys, make_context, show_screen
from tests.ui.bundles.conftest import Open


def test_a_commune_reads_what_goes_and_one_key_writes_it_to_the_stick(
    open_screen: Open, sent: SampleYear, qtbot: QtBot
) -> None:
    screen, asked = open_screen(PHU_DIEN)
    page = screen.send_page
    assert page.places.folder == sent.stick
    assert page.places.is_stick
    assert "Huyện Tháp Mười" in page._heading.text()
    assert "39 task(s)" in page._changes.text()
    page.button.setFocus()
    keys = CountedKeys()
    with qtbot.waitSignal(screen.context.lane.idle):
        keys.press(Qt.Key.Key_Space)
    assert keys.presses == 1
    assert isinstance(page.outcome.card, ResultCard)
    assert page.outcome.card.title == "Written and checked. The stick may be pulled out."
    assert page.outcome.card.lines[0].startswith("Huyện Tháp Mười: 30067-may1-2.goi, number 2, 246 rows")
    assert (sent.stick / "30067-may1-2.goi").is_file()
    assert asked.changed == [frozenset({"sync_log"})]


def test_the_district_writes_one_bundle_for_each_unit_into_its_own_folder(
    open_screen: Open, sent: SampleYear, tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _asked = open_screen(DISTRICT)
    screen.show_tab("send")
    page = screen.send_page
    assert page.table.model.rowCount() == 13
    page.places.choose(tmp_path)
    assert not page.places.is_stick
    assert page.button.accessibleName() == "Write 13 bundle(s)"
    with qtbot.waitSignal(screen.context.lane.idle):
        page.write()
    assert isinstance(page.outcome.card, ResultCard)
    assert page.outcome.card.title == "Written and checked."
    assert len(list(tmp_path.glob("*/872-may1-*.goi"))) == 13
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == sent_codes(sent)


def test_a_bundle_written_before_steps_back_when_there_is_more_to_write(
    open_screen: Open, qtbot: QtBot
) -> None:
    """The green card must not say "done" of work that has not gone: it becomes one quiet line."""
    screen, _asked = open_screen(PHU_DIEN)
    page, office = screen.send_page, screen.context.office
    with qtbot.waitSignal(screen.context.lane.idle):
        page.write()
    reread(screen, qtbot)
    done = page.outcome.card
    assert isinstance(done, ResultCard)
    facts = done.lines[0]
    task = office.store.select(Task, scope=office.unit_id)[0]
    change_fields(office, Task, task.id, {"note": "Đã nhắc"})
    reread(screen, qtbot)
    assert page.outcome.card is None, "it says no longer that all is done"
    assert page.outcome.earlier.isVisible()
    assert page.outcome.earlier.text() == f"Written before: {facts}. Since then there are 1 change(s)."
    assert page.button.hasFocus(), "the keyboard stays where the work goes on"
    with qtbot.waitSignal(screen.context.lane.idle):
        page.write()
    assert not page.outcome.earlier.isVisible()


def reread(screen: BundlesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.refresh()


def sent_codes(year: SampleYear) -> list[str]:
    return [code for code in year.codes if code != "stick"]


def test_a_stick_that_was_pulled_out_is_told_on_a_card_and_nothing_is_logged(
    open_screen: Open, sent: SampleYear, qtbot: QtBot
) -> None:
    screen, asked = open_screen(PHU_DIEN)
    page = screen.send_page
    page.places.choose(sent.folder / "gone" / "\0")
    with qtbot.waitSignal(screen.context.lane.idle):
        page.write()
    assert isinstance(page.outcome.card, ErrorCard)
    assert asked.errors == []
    assert page.button.isEnabled()


def test_the_folder_of_the_last_time_is_offered_again(
    open_screen: Open, tmp_path: Path, sent: SampleYear
) -> None:
    screen, _asked = open_screen(PHU_DIEN)
    screen.send_page.places.choose(tmp_path)
    again, _asked = open_screen("30043")
    texts = [made.accessibleName() for made in again.send_page.places._buttons.buttons()]
    assert texts[0].startswith("Stick KINGSTON")
    assert texts[1] == str(tmp_path)
    assert again.send_page.places.folder == sent.stick


@pytest.mark.parametrize("code", [PHU_DIEN, DISTRICT])
def test_every_bundle_is_in_the_log_with_its_outcome(
    open_screen: Open, qtbot: QtBot, tmp_path: Path, code: str
) -> None:
    screen, _asked = open_screen(code)
    before = screen.log_page.panel.model.rowCount()
    screen.send_page.places.choose(tmp_path)
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.send_page.write()
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.refresh()
    model = screen.log_page.panel.model
    assert model.rowCount() == before + (13 if code == DISTRICT else 1)
    newest = model.row(0)
    assert newest is not None
    assert (newest.is_outgoing, newest.code) == (True, Code.OK)


def test_before_enrolment_the_page_says_why_and_leads_there(tmp_path: Path, qtbot: QtBot) -> None:
    """On the first day a clerk who presses F9 is led to pairing, not told of a list that names nobody."""
    founded = Founded(tmp_path)
    lane = DatabaseLane()
    context, asked = make_context(founded.commune("may1"), tmp_path, lane)
    screen = BundlesScreen(context, search=list)
    with qtbot.waitSignal(lane.idle):
        show_screen(screen, qtbot)
    assert screen.send_page._changes.text().startswith("This computer is not enrolled yet.")
    screen.send_page.pairing_button.click()
    assert asked.places == [("bundles", "pairing", "")]
    lane.shut_down()
    founded.close()


def test_a_unit_that_nobody_could_open_a_bundle_for_is_told_with_the_next_step(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """The officer sees that one unit gets none, why, and where to enrol it; the other gets its own."""
    founded = Founded(tmp_path)
    founded.joined("may1").close()
    lane = DatabaseLane()
    context, asked = make_context(founded.office, tmp_path, lane)
    screen = BundlesScreen(context, search=list)
    with qtbot.waitSignal(lane.idle):
        show_screen(screen, qtbot)
    screen.show_tab("send")
    page = screen.send_page
    page.places.choose(founded.new_stick())
    assert page._heading.text() == "To 1 unit(s)"
    assert page.unread.text == "1 unit(s) get no bundle: no computer there is enrolled."
    model = page.table.model
    told = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())}
    assert told["Xã Hưng Thạnh"] == "no bundle: enrol a computer of this unit first"
    (way,) = page.unread.findChildren(QPushButton)
    way.click()
    assert asked.places == [("bundles", "pairing", "")]
    with qtbot.waitSignal(lane.idle):
        page.write()
    assert isinstance(page.outcome.card, ResultCard)
    assert page.outcome.card.lines[0].startswith("Xã Phú Điền: ")
    lane.shut_down()
    founded.close()
