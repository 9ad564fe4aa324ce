"""A computer is lost, another takes its place, and the lost one turns up again: nothing is lost with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Person, Plan, Task
from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import PAIRING
from desktop.ui.pairing.ask_view import AskView
from desktop.ui.pairing.enrolled_view import EnrolledView
from desktop.ui.pairing.lost_dialog import AgainDialog, LostDialog
from desktop.ui.pairing.office_view import OfficeView
from desktop.ui.theme.tokens import Tone
from desktop.usecases.edit_records import add_record
from desktop.usecases.evidence import attach_evidence, list_evidence, save_evidence
from desktop.usecases.office import Office
from desktop.usecases.read_devices import list_devices, office_digits
from desktop.usecases.report_lost import report_lost
from tests.helpers.enrolment import Founded, last_groups
from tests.helpers.offices import no_progress
from tests.ui.pairing.conftest import Hands, Seat, pairing_count


def test_a_computer_reported_lost_and_found_again_says_so_and_comes_back(
    founded: Founded, sit: Callable[[Office, Path], Seat], qtbot: QtBot
) -> None:
    """It can open nothing any more: its page says what that may mean, and leads to its enrolment."""
    machine, _other = founded.two_joined()  # bundles are written for the other one
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


def test_a_new_computer_gets_back_all_that_the_lost_one_had_sent(
    founded: Founded, sit: Callable[[Office, Path], Seat], qtbot: QtBot, tmp_path: Path
) -> None:
    """Plan, tasks and the attached file are on the new computer after its first bundle."""
    machine = founded.joined("may1")
    proof = tmp_path / "bien-ban.txt"
    proof.write_text("Biên bản nghiệm thu đường ấp 3", encoding="utf-8")
    plan = add_record(machine, Plan(year=2022, title="Kế hoạch năm 2022"))
    tasks = [add_record(machine, Task(plan_id=plan.id, title=f"Việc {number}")) for number in (1, 2, 3)]
    attach_evidence(machine, tasks[0].id, proof, no_progress)
    assert founded.take(founded.office, founded.write(machine).path).code is Code.OK
    report_lost(founded.office, machine.keys.device)

    hands, stick = Hands(qtbot), founded.new_stick()
    new = founded.commune("may1")
    commune = sit(new, stick)
    asking = commune.view
    assert isinstance(asking, AskView)
    hands.click(asking.write_button)
    commune.settle()
    office = sit(founded.office, stick)
    approving = office.view
    assert isinstance(approving, OfficeView)
    hands.click(approving.read_button)
    office.settle()
    card = approving.approve_card
    assert card.request is not None
    hands.type(card.edit, last_groups(card.request.digits))
    hands.click(card.button)
    office.settle()
    hands.click(approving.done.findChildren(QPushButton)[0])
    hands.click(office.screen.send_page.button)
    office.settle()
    hands.click(asking.look_button)
    commune.settle()
    hands.type(asking.edit, office_digits(founded.office).digits)
    hands.click(asking.join_button)
    commune.settle()
    enrolled = commune.view
    assert isinstance(enrolled, EnrolledView)
    assert enrolled.card is not None
    assert enrolled.card.tone is Tone.GREEN
    assert commune.screen.focusWidget() is enrolled.devices.panel.view  # not back in the left bar
    assert sorted(task.title for task in new.store.select(Task)) == ["Việc 1", "Việc 2", "Việc 3"]
    (line,) = list_evidence(new, tasks[0].id)
    assert line.is_here
    assert save_evidence(new, line.evidence, founded.new_stick()).read_bytes() == proof.read_bytes()
    assert hands.clicks <= 25
    assert not commune.asked.errors
