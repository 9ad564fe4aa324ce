"""A commune's computer is enrolled in the window alone: every page says what is next, few clicks do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import PAIRING
from desktop.ui.pairing.ask_view import AskView
from desktop.ui.pairing.enrolled_view import EnrolledView
from desktop.ui.pairing.letter_dialog import LetterDialog
from desktop.ui.pairing.office_view import OfficeView
from desktop.usecases.office import Office
from desktop.usecases.read_devices import list_devices, office_digits
from tests.helpers.enrolment import Founded, last_groups
from tests.ui.pairing.conftest import Hands, Seat


def test_a_computer_is_enrolled_with_few_clicks(
    founded: Founded, sit: Callable[[Office, Path], Seat], qtbot: QtBot
) -> None:
    """The whole way in both offices' windows, from nothing to the first bundle: at most 25 clicks."""
    hands, stick = Hands(qtbot), founded.stick()
    commune = sit(founded.commune("may1"), stick)
    asking = commune.view
    assert isinstance(asking, AskView)
    hands.click(asking.write_button)
    commune.settle()
    read_out = " ".join(made.text() for made in asking.digits.labels)
    assert asking.qr.text

    office = sit(founded.office, stick)
    approving = office.view
    assert isinstance(approving, OfficeView)
    hands.click(approving.read_button)
    office.settle()
    card = approving.approve_card
    assert [made.text() for made in card.digits.labels[:4]] == read_out.split()[:4]
    assert {made.text() for made in card.digits.labels[4:]} == {"••••"}
    hands.type(card.edit, last_groups(read_out))
    hands.click(card.button)
    office.settle()
    assert [line.label for line in list_devices(founded.office) if line.unit_name == "Xã Phú Điền"] == [
        "may1"
    ]
    assert approving.done.isVisible()
    hands.clicks += 1  # "Write the bundles" in the banner
    office.screen.show_tab("send")
    hands.click(office.screen.send_page.button)
    office.settle()

    hands.click(asking.look_button)
    commune.settle()
    assert asking.first is not None
    letter = office_digits(founded.office).digits
    hands.type(asking.edit, last_groups(letter))
    assert (
        not asking.join_button.isEnabled()
    )  # a third of the digits is too easily forged to be believed for ever
    asking.edit.clear()
    hands.type(asking.edit, letter)
    hands.click(asking.join_button)
    commune.settle()
    assert isinstance(commune.view, EnrolledView)
    assert commune.view.card is not None
    assert "F9" in commune.view.card.lines[-1]  # what is next stands there, now that all is done
    assert not commune.asked.errors
    assert not office.asked.errors
    assert hands.clicks <= 25


def test_the_button_that_approves_is_in_sight_in_a_low_window(
    founded: Founded, sit: Callable[[Office, Path], Seat]
) -> None:
    """At 125 % on a small display the officer need not look for the line and the button below the edge."""
    founded.ask(founded.commune("may1"))
    office = sit(founded.office, founded.folder / "stick-2")
    office.screen.resize(860, 430)
    view = office.view
    assert isinstance(view, OfficeView)
    view.read([founded.folder / "stick-2"])
    office.settle()
    button = view.approve_card.button
    assert button.visibleRegion().boundingRect().height() == button.height()


def test_one_bar_at_most_stands_beside_the_card_that_approves(
    founded: Founded, sit: Callable[[Office, Path], Seat]
) -> None:
    """At 125 % a bar within a bar makes the wheel stop where nobody expects it."""
    founded.ask(founded.commune("may1"))
    office = sit(founded.office, founded.folder / "stick-2")
    office.screen.resize(860, 430)
    view = office.view
    assert isinstance(view, OfficeView)
    view.read([founded.folder / "stick-2"])
    office.settle()
    holder, bars = view.approve_card.parentWidget(), 0
    while holder is not None:
        if isinstance(holder, QScrollArea):
            bars += holder.verticalScrollBar().isVisible()
        holder = holder.parentWidget()
    assert bars == 1


def test_wrong_digits_enrol_nobody(founded: Founded, sit: Callable[[Office, Path], Seat]) -> None:
    """The file was exchanged on the way: what is read out differs, and the officer reads what to do."""
    founded.ask(founded.commune("may1"))
    office = sit(founded.office, founded.folder / "stick-2")
    view = office.view
    assert isinstance(view, OfficeView)
    view.read([founded.folder / "stick-2"])
    office.settle()
    view.approve_card.edit.setText("1234 5678")
    view.approve_card.approve()
    office.settle()
    assert [error.code for error in office.asked.errors] == [Code.E_DIGITS]
    assert len(list_devices(founded.office)) == 1
    assert view.approve_card.request is not None
    assert view.approve_card.edit.selectedText() == "1234 5678"  # what is heard now replaces it


def test_what_was_done_is_said_until_the_next_step_is_begun(
    founded: Founded, sit: Callable[[Office, Path], Seat]
) -> None:
    """ "Now write its bundle" must not stand there when it has long been written."""
    founded.ask(founded.commune("may1"))
    office = sit(founded.office, founded.folder / "stick-2")
    view = office.view
    assert isinstance(view, OfficeView)
    assert "1." in view.approve_card.sentence.text()  # before anything was read: how a unit is enrolled
    view.read([founded.folder / "stick-2"])
    office.settle()
    card = view.approve_card
    assert card.request is not None
    card.edit.setText(last_groups(card.request.digits))
    card.approve()
    office.settle()
    assert view.done.isVisible()
    view.done.findChildren(QPushButton)[0].click()
    assert office.screen.tabs.key() == "send"
    office.screen.show_tab(PAIRING)
    assert not view.done.isVisible()


def test_a_false_office_is_not_believed(founded: Founded, sit: Callable[[Office, Path], Seat]) -> None:
    """Digits that are not those of the letter: nothing is taken, and the page still asks."""
    machine = founded.commune("may1")
    founded.enrol(machine)
    stick = founded.send_down()
    commune = sit(machine, stick)
    view = commune.view
    assert isinstance(view, AskView)
    view.look_at(stick)
    commune.settle()
    view.edit.setText("0000 " * 6)
    view.join()
    commune.settle()
    assert [error.code for error in commune.asked.errors] == [Code.E_DIGITS]
    assert isinstance(commune.view, AskView)


def test_the_spare_key_is_put_away_once(
    founded: Founded, sit: Callable[[Office, Path], Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The banner nags until the key is on a stick; it is shown once for the paper."""
    office = sit(founded.office, founded.stick())
    view = office.view
    assert isinstance(view, OfficeView)
    assert view.spare.isVisible()
    safe = founded.new_stick()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(safe))
    view.papers.ask_spare()
    office.settle()
    dialog = view.findChild(LetterDialog)
    assert dialog is not None
    assert dialog.text.text() in next(safe.iterdir()).read_text(encoding="ascii")
    assert "Huyện Tháp Mười" in dialog.sheet.title  # years later the paper in the safe says whose it is
    widest = max(map(dialog.text.fontMetrics().horizontalAdvance, dialog.text.text().split()))
    assert widest <= dialog.text.width() / 2, "nothing of the key may run over the edge"
    dialog.close()
    assert not view.spare.isVisible()


def test_the_letters_digits_are_those_a_clerk_compares(
    founded: Founded, sit: Callable[[Office, Path], Seat]
) -> None:
    """What the office prints is what the commune's first bundle shows."""
    office = sit(founded.office, founded.stick())
    view = office.view
    assert isinstance(view, OfficeView)
    view.papers.show_letter()
    office.settle()
    dialog = view.findChild(LetterDialog)
    assert dialog is not None
    shown = " ".join(made.text() for made in dialog.digits.labels)
    assert shown == office_digits(founded.office).digits
    assert "type all six groups" in dialog.sheet.words  # the paper speaks to the clerk who compares
    dialog.close()
