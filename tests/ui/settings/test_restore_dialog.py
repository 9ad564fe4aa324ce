"""Damaged data is no dead end: its backups are offered, one click takes the newest back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import window as start
from desktop.app.places import Places
from desktop.app.single import hold
from desktop.app.window import _Desk, _is_seated
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.file_names import DATABASE_NAME
from desktop.ui.messages.dialog import ErrorDialog
from desktop.ui.settings.restore_dialog import RestoreDialog
from desktop.usecases.edit_records import add_record
from desktop.usecases.office import open_office
from tests.helpers.offices import PHU_DIEN, SampleYear


@pytest.fixture
def places(own_sample_year: SampleYear) -> Places:
    """Phú Điền with two backups; between them and after them a task was added."""
    folder = own_sample_year.folder / PHU_DIEN
    office = open_office(folder / "data", folder / "profile")
    for title in ("Việc thứ nhất", "Việc thứ hai"):
        office.store.back_up("hand")
        add_record(office, Task(title=title))
    office.close()
    return Places(folder / "data", folder / "profile")


@pytest.fixture
def desk(places: Places, qtbot: QtBot) -> Iterator[_Desk]:
    made = _Desk(places)
    yield made
    if made._window is not None:
        made._window.close()
    made.leave()


def broken(places: Places) -> bytes:
    path = places.data / DATABASE_NAME
    with path.open("r+b") as file:
        file.write(b"no header of a database at all..")
    return path.read_bytes()


def answer(kind: type[RestoreDialog | ErrorDialog], does: Callable[[RestoreDialog], object]) -> list[str]:
    """When a dialog of this kind is in front, do something to it; the names of dialogs met."""
    met: list[str] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if shown is None:
            QTimer.singleShot(0, look)
            return
        met.append(type(shown).__name__)
        assert isinstance(shown, kind), met
        does(shown)  # type: ignore[arg-type]

    QTimer.singleShot(0, look)
    return met


def read_and_close() -> list[str]:
    """Close the next refusal that is in front; the codes that its details told."""
    codes: list[str] = []

    def read(dialog: RestoreDialog | ErrorDialog) -> None:
        QTimer.singleShot(0, dialog, dialog.close)
        codes.extend(one.toPlainText().splitlines()[0] for one in dialog.findChildren(QPlainTextEdit))

    answer(ErrorDialog, read)
    return codes


def titles(desk: _Desk) -> set[str]:
    assert desk._office is not None
    return {task.title for task in desk._office.store.select(Task)}


def test_a_start_on_damaged_data_offers_the_newest_backup_and_goes_on_with_it(
    desk: _Desk, places: Places
) -> None:
    damaged = broken(places)
    answer(RestoreDialog, lambda dialog: dialog.take_back.click())
    assert _is_seated(desk, places)
    assert "Việc thứ nhất" in titles(desk)
    assert "Việc thứ hai" not in titles(desk)
    (aside,) = places.data.glob("damaged-*")
    assert (aside / DATABASE_NAME).read_bytes() == damaged
    assert aside.name in desk.news


HARMED = {
    "a table is gone": "DROP TABLE meta",
    "the version is gone": "PRAGMA user_version = 0",
    "the sample's day is none": "UPDATE meta SET value = 'x' WHERE name = 'sample_today'",
    "a table of the first page is gone": "DROP TABLE unit",
}


@pytest.mark.parametrize("harm", HARMED)
def test_data_that_opens_and_lacks_what_it_must_have_is_damaged_too(
    desk: _Desk, places: Places, harm: str
) -> None:
    """Not a start without a window and without a word: the backups are offered."""
    connection = apsw.Connection(str(places.data / DATABASE_NAME))
    connection.execute(HARMED[harm])
    connection.close()
    met = answer(RestoreDialog, lambda dialog: dialog.take_back.click())
    assert _is_seated(desk, places)
    assert met == ["RestoreDialog"]
    assert titles(desk) >= {"Việc thứ nhất"}


def test_a_start_that_fails_unforeseen_says_so_with_a_code_and_logs_it(
    desk: _Desk, places: Places, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise RuntimeError("nobody foresaw this")

    monkeypatch.setattr(start, "open_office", fail)
    told = read_and_close()
    assert not _is_seated(desk, places)
    assert told == [Code.E_INTERNAL]
    assert "nobody foresaw this" in caplog.text
    hold(places.data).unlock()  # nothing is held any more


def test_a_profile_that_cannot_be_made_is_told_before_any_window(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(start, "make_application", lambda _name: QApplication.instance())
    monkeypatch.setattr(start, "install_exception_hook", lambda: None)
    file = tmp_path / "file"
    file.write_text("x")
    told = read_and_close()
    assert start.open_window(Places(places.data, file / "profile"), chosen=True) == start.REFUSED
    assert told == [Code.E_PROFILE]


def test_whoever_leaves_it_loses_nothing(desk: _Desk, places: Places) -> None:
    damaged = broken(places)
    answer(RestoreDialog, lambda dialog: dialog.reject())
    assert not _is_seated(desk, places)
    assert (places.data / DATABASE_NAME).read_bytes() == damaged


def test_an_older_backup_can_be_chosen(desk: _Desk, places: Places) -> None:
    broken(places)

    def older(dialog: RestoreDialog) -> None:
        dialog.choices[1].setChecked(True)
        dialog.take_back.click()

    answer(RestoreDialog, older)
    assert _is_seated(desk, places)
    assert titles(desk).isdisjoint({"Việc thứ nhất", "Việc thứ hai"})


def test_a_backup_that_is_not_whole_is_told_and_another_can_be_taken(desk: _Desk, places: Places) -> None:
    broken(places)
    newest = sorted((places.data / "backups").glob("*-hand.db"))[-1]
    newest.write_bytes(newest.read_bytes()[:4096])

    def first(dialog: RestoreDialog) -> None:
        told = answer_error(dialog)
        dialog.take_back.click()
        assert told == []

    def answer_error(dialog: RestoreDialog) -> list[str]:
        met: list[str] = []

        def look() -> None:
            cards = dialog.findChildren(ErrorDialog)
            if not cards:
                QTimer.singleShot(0, look)
                return
            met.append("told")
            cards[0].close_button.click()
            dialog.choices[1].setChecked(True)
            dialog.take_back.click()

        QTimer.singleShot(0, look)
        return met

    answer(RestoreDialog, first)
    assert _is_seated(desk, places)


def test_any_other_refusal_at_the_start_is_shown_until_it_is_closed(
    desk: _Desk, places: Places, tmp_path: Path
) -> None:
    met = answer(ErrorDialog, lambda dialog: dialog.close())
    assert not _is_seated(desk, Places(tmp_path / "nothing", tmp_path / "profile"))
    assert met == ["ErrorDialog"]


def test_damage_met_in_the_window_leads_to_the_same_choice_and_the_window_closes(
    desk: _Desk, places: Places, qtbot: QtBot
) -> None:
    desk.sit_down(places)
    window = desk._window
    assert window is not None
    with qtbot.waitSignal(window.furnished):
        window.show()
    window.show_error(SoSenError(Code.E_DATA_DAMAGED, "malformed"))
    (card,) = window.findChildren(ErrorDialog)
    (leads,) = [
        one
        for one in card.findChildren(QPushButton)
        if one is not card.close_button and one.text()[-1:] == "…"
    ]
    leads.click()
    (dialog,) = window.findChildren(RestoreDialog)
    dialog.take_back.click()
    assert desk.wanted is not None
    assert desk.wanted[0] == places
    assert not window.isVisible()
    desk.leave()
    again = _Desk(places)
    assert start._took_back(again, *desk.wanted)
    assert re.search(r"\d\d:\d\d", again.news)


def test_another_refusal_in_the_window_offers_no_backup(desk: _Desk, places: Places, qtbot: QtBot) -> None:
    desk.sit_down(places)
    window = desk._window
    assert window is not None
    with qtbot.waitSignal(window.furnished):
        window.show()
    window.show_error(SoSenError(Code.E_BUSY, ""))
    (card,) = window.findChildren(ErrorDialog)
    assert not [one for one in card.findChildren(QPushButton) if one.text()[-1:] == "…"]


def test_without_any_backup_another_file_is_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").mkdir()
    dialog = RestoreDialog(tmp_path / "data", is_damaged=True)
    qtbot.addWidget(dialog)
    assert not dialog.take_back.isEnabled()
    assert dialog.other.isEnabled()


def test_a_file_from_elsewhere_says_whose_it_is_before_it_takes_the_place_of_damaged_data(
    desk: _Desk, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    """The damaged file cannot tell that the backup is another office's; the person can."""
    stick = tmp_path / "sosen-stick.db"
    shutil.copyfile(next((places.data / "backups").glob("*.db")), stick)
    broken(places)
    dialog = RestoreDialog(places.data, is_damaged=True)
    qtbot.addWidget(dialog)
    dialog.offer(stick)
    qtbot.waitUntil(lambda: len(dialog.choices) == 3)
    assert dialog.choices[-1].isChecked()
    assert not dialog.choices[0].isChecked()
    assert "sosen-stick.db" in dialog.choices[-1].text()
    assert "Phú Điền" in dialog.choices[-1].text()
    dialog.take_back.click()
    qtbot.waitUntil(lambda: dialog.restored is not None)
    assert dialog.restored is not None
    assert dialog.restored.backup.path == stick
