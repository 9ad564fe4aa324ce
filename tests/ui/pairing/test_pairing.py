"""A commune's computer is enrolled in the window alone: every page says what is next, few clicks do it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Person
from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import PAIRING, BundlesScreen
from desktop.ui.bundles.sticks import Stick
from desktop.ui.jobs import DatabaseLane
from desktop.ui.pairing.ask_view import AskView
from desktop.ui.pairing.enrolled_view import EnrolledView
from desktop.ui.pairing.letter_dialog import LetterDialog
from desktop.ui.pairing.lost_dialog import AgainDialog, LostDialog
from desktop.ui.pairing.office_view import OfficeView
from desktop.ui.pairing.page import PairingPage
from desktop.usecases.edit_records import add_record
from desktop.usecases.office import Office
from desktop.usecases.read_devices import list_devices, office_digits
from desktop.usecases.report_lost import report_lost
from tests.helpers.enrolment import Founded, last_groups
from tests.helpers.screens import make_context, show_screen


class Hands:
    """Presses buttons as a mouse does, and counts the presses; typing a line of digits counts as one."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clicks = 0

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled(), button.text()
        self.clicks += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, line: QWidget, text: str) -> None:
        self.clicks += 1
        QTest.keyClicks(line, text)


class Seat:
    """The screen of one computer, told of its own changes as in the window."""

    def __init__(self, office: Office, folder: Path, stick: Path, qtbot: QtBot, stack: ExitStack) -> None:
        self._qtbot = qtbot
        self.lane = DatabaseLane()
        stack.callback(self.lane.shut_down)
        context, self.asked = make_context(office, folder, self.lane)
        self.stick = Stick(stick, "KINGSTON", 8_000_000_000, 1)
        self.screen = BundlesScreen(context, search=lambda: [self.stick])
        with qtbot.waitSignals([self.screen.watch.changed, self.lane.idle]):
            show_screen(self.screen, qtbot)
        self.screen.show_tab(PAIRING)
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked of the lane is done, and what changed is read anew."""
        with self._qtbot.waitSignal(self.lane.idle):
            self.screen.refresh()

    @property
    def view(self) -> AskView | EnrolledView | OfficeView:
        page = self.screen.pages.page(PAIRING)
        assert isinstance(page, PairingPage)
        assert page.view is not None
        return page.view


def pairing_count(seat: Seat) -> int | None:
    """What the tab "Ghép nối", the last one, counts."""
    return seat.screen.tabs._counts[-1]


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[Founded]:
    made = Founded(tmp_path)
    yield made
    made.close()


@pytest.fixture
def sit(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[Office, Path], Seat]]:
    with ExitStack() as stack:
        yield lambda office, stick: Seat(office, tmp_path, stick, qtbot, stack)


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


def test_a_computer_reported_lost_and_found_again_says_so_and_comes_back(
    founded: Founded, sit: Callable[[Office, Path], Seat], qtbot: QtBot
) -> None:
    """It can open nothing any more: its page says what that may mean, and leads to its enrolment."""
    machine = founded.joined("may1")
    device = machine.keys.device
    lost = sit(machine, founded.new_stick())
    view = lost.view
    assert isinstance(view, EnrolledView)
    assert view.card is not None
    assert view.card.title == "Xã Phú Điền, computer may1: enrolled"
    report_lost(founded.office, device)
    add_record(machine, Person(full_name="Nguyễn Văn Bình"))
    parked = founded.take(founded.office, founded.write(machine).path)
    assert parked.code is Code.E_REVOKED  # what it sends now is kept aside
    lost.screen.receive_page.look_at([founded.send_down()])
    lost.settle()
    assert "may have been reported lost" in view.card.title
    told = " ".join(view.card.lines)
    for word in ("cannot open", "is as it was", "Call Huyện Tháp Mười", "enrol it again"):
        assert word in told
    assert pairing_count(lost) == 1

    lost.screen.show_tab(PAIRING)
    hands = Hands(qtbot)
    hands.click(view.card.more[0])
    dialog = view.findChild(AgainDialog)
    assert dialog is not None
    hands.click(dialog.sure_button)
    lost.settle()
    asking = lost.view
    assert isinstance(asking, AskView)
    assert asking.notice.isVisible()
    assert machine.keys.device != device
    hands.click(asking.write_button)
    lost.settle()
    founded.enrol(machine)
    lost.screen.receive_page.look_at([founded.send_down()])
    lost.settle()
    lost.screen.show_tab("receive")
    hands.click(lost.screen.receive_page.received.take_button)
    lost.settle()
    assert isinstance(lost.view, EnrolledView)
    assert pairing_count(lost) is None
    assert founded.take(founded.office, founded.write(machine).path).code is Code.OK
    assert [one.full_name for one in founded.office.store.select(Person)] == ["Nguyễn Văn Bình"]
    assert not lost.asked.errors
    assert hands.clicks == 4


def test_leaving_it_leaves_the_keys(founded: Founded, sit: Callable[[Office, Path], Seat]) -> None:
    """Whoever opens the question out of curiosity closes it, and nothing has happened."""
    machine = founded.joined("may1")
    device = machine.keys.device
    view = sit(machine, founded.new_stick()).view
    assert isinstance(view, EnrolledView)
    view.ask_again()
    dialog = view.findChild(AgainDialog)
    assert dialog is not None
    assert dialog.focusWidget() is dialog.keep_button
    dialog.keep_button.click()
    assert machine.store.device == device


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
    view.edit.setText("0000 0000")
    view.join()
    commune.settle()
    assert [error.code for error in commune.asked.errors] == [Code.E_DIGITS]
    assert isinstance(commune.view, AskView)


def test_a_lost_computer_is_reported_after_a_question(
    founded: Founded, sit: Callable[[Office, Path], Seat], qtbot: QtBot
) -> None:
    """One button asks, one confirms; this computer itself cannot be reported by mistake."""
    founded.joined("may1")
    office = sit(founded.office, founded.stick())
    view = office.view
    assert isinstance(view, OfficeView)
    hands, devices = Hands(qtbot), view.devices
    own = next(place for place, line in enumerate(list_devices(founded.office)) if line.is_this)
    view.tabs.show_key("devices")
    devices.panel.view.go_to(own)
    assert not devices.lost_button.isEnabled()
    devices.panel.view.go_to(1 - own)
    hands.click(devices.lost_button)
    dialog = view.findChild(LostDialog)
    assert dialog is not None
    hands.click(dialog.sure_button)
    office.settle()
    assert [line.label for line in list_devices(founded.office) if line.is_lost] == ["may1"]
    assert hands.clicks == 2


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
    assert "type the last two" in dialog.sheet.words  # the paper speaks to the clerk who compares
    dialog.close()
