"""The office burnt down: a new computer, the envelope from the safe, and no command line anywhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app.places import Places
from desktop.app.window import _Desk
from desktop.domain.entities import Plan, Task
from desktop.domain.errors import CancelledError, Code
from desktop.store.database import storage_errors
from desktop.ui.bundles.bundles_screen import PAIRING, BundlesScreen
from desktop.ui.bundles.sticks import Stick
from desktop.ui.pairing.office_view import OfficeView
from desktop.ui.welcome import welcome_window
from desktop.ui.welcome.recover_page import RecoverPage
from desktop.ui.welcome.welcome_window import WelcomeWindow
from desktop.usecases import recover_lost_office
from desktop.usecases.edit_records import add_record
from desktop.usecases.find_data import DataPlace
from desktop.usecases.found_office import found_office
from desktop.usecases.office import open_office
from desktop.usecases.read_devices import Enrolment, enrolment_state, list_devices
from desktop.usecases.root_keys import hand_over_spare_key
from tests.helpers.enrolment import DISTRICT, PHU_DIEN, Founded
from tests.ui.pairing.conftest import Hands, Seat


@dataclass
class Safe:
    """What is left of an office: a commune, the key on a stick and on paper, a backup on another stick."""

    founded: Founded
    key_stick: Path
    paper: str
    backup: Path
    burnt: str

    @property
    def key_file(self) -> Path:
        return next(self.key_stick.glob("*.txt"))

    @property
    def groups(self) -> list[str]:
        secret = self.paper.removeprefix("SOSEN-GOC-1")
        return [secret[at : at + 4] for at in range(0, len(secret), 4)]


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    founded = Founded(tmp_path)
    founded.joined("may1")
    key_stick = founded.new_stick()
    paper = hand_over_spare_key(founded.office, key_stick).text
    backup = Path(shutil.copy2(founded.office.store.back_up("hand").path, founded.new_stick()))
    yield Safe(founded, key_stick, paper, backup, founded.office.keys.device)
    founded.close()


@pytest.fixture
def home(tmp_path: Path) -> DataPlace:
    return DataPlace(tmp_path / "home" / "data", tmp_path / "home" / "profile")


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The sticks in this computer; none at first."""
    roots: list[Path] = []
    monkeypatch.setattr(
        welcome_window, "find_sticks", lambda: [Stick(root, "KINGSTON", 8_000_000_000, 0) for root in roots]
    )
    return roots


@pytest.fixture
def window(plugged: list[Path], home: DataPlace, tmp_path: Path, qtbot: QtBot) -> Iterator[WelcomeWindow]:
    made = WelcomeWindow(tmp_path / "sample", home.data.parent)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.lane.shut_down()


def begin(window: WelcomeWindow, hands: Hands, qtbot: QtBot) -> RecoverPage:
    with qtbot.waitSignal(window.lane.idle):
        hands.click(window.recover_button)
    return window.recover_page


def choose(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next dialog for a file is answered with this one."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given, **_named: (str(file), ""))


def on(stick: Path, unit: str = PHU_DIEN.code) -> Path:
    return next((stick / unit).glob("*.goi"))


def test_a_chief_with_two_sticks_has_the_office_running_and_the_commune_follows(
    safe: Safe, plugged: list[Path], tmp_path: Path, home: DataPlace, qtbot: QtBot
) -> None:
    """From the first window of a new computer to a bundle that a commune takes: five clicks."""
    commune = safe.founded.opened[1]
    plugged += [safe.key_stick, safe.backup.parent]
    desk, hands = _Desk(Places(home.data, home.profile)), Hands(qtbot)
    desk.welcome()
    page = begin(desk._welcome, hands, qtbot)
    assert "872-khoa-du-phong.txt" in page.key.told.text()
    with qtbot.waitSignal(desk._welcome.lane.idle):
        hands.click(page.go_button)
    assert page.title.text() == "Recover Huyện Tháp Mười on this computer?"
    assert page.plan.lost == [safe.burnt]
    with qtbot.waitSignal(desk._welcome.founded):
        hands.click(page.go_button)
    window, office = desk._window, desk._office
    assert window is not None
    assert office is not None
    screen = window.content.stage.current
    assert isinstance(screen, BundlesScreen)
    assert screen.tabs.key() == PAIRING
    assert [line.label for line in list_devices(office) if line.is_lost] == ["may1"]
    desk._welcome.lane.shut_down()
    window.close()
    desk.leave()

    safe.founded.office = open_office(home.data, home.profile)
    safe.founded.opened.append(safe.founded.office)
    with ExitStack() as stack:
        seat = Seat(safe.founded.office, tmp_path, safe.founded.new_stick(), qtbot, stack)
        view = seat.view
        assert isinstance(view, OfficeView)
        assert "follow by themselves" in view.recovered.text
        assert view.spare.isVisible()
        assert view.recovered.button is not None
        hands.click(view.recovered.button)
        hands.click(seat.screen.send_page.button)
        seat.settle()
        assert not view.recovered.isVisibleTo(view)  # said once, and done
        assert safe.founded.take(commune, on(seat.stick.root)).is_taken
    assert enrolment_state(commune).enrolment is Enrolment.ENROLLED
    plan = add_record(commune, Plan(year=2022, title="Kế hoạch năm 2022"))
    add_record(commune, Task(plan_id=plan.id, title="Việc sau khi khôi phục"))
    assert safe.founded.take(safe.founded.office, safe.founded.write(commune).path).code is Code.OK
    assert hands.clicks == 5


def test_file_and_backup_are_chosen_by_hand_within_fifteen_clicks(
    safe: Safe, window: WelcomeWindow, home: DataPlace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No stick is found by itself: each file costs a button and two clicks in the dialog."""
    hands = Hands(qtbot)
    page = begin(window, hands, qtbot)
    assert page.key.edit.hasFocus()
    assert not page.go_button.isEnabled()
    for button, file in ((page.key.file_button, safe.key_file), (page.backup.file_button, safe.backup)):
        choose(file, monkeypatch)
        with qtbot.waitSignal(window.lane.idle):
            hands.click(button)
        hands.clicks += 2
    assert page.go_button.hasFocus()
    with qtbot.waitSignal(window.lane.idle):
        hands.click(page.go_button)
    assert page.go_button.hasFocus()
    page.plan.user.clear()
    assert not page.go_button.isEnabled()
    hands.type(page.plan.user, "Nguyen Thi Lan")
    with qtbot.waitSignal(window.founded):
        hands.click(page.go_button)
    office = open_office(home.data, home.profile)
    safe.founded.opened.append(office)
    assert office.user == "Nguyen Thi Lan"
    assert enrolment_state(office).is_office
    assert hands.clicks <= 15


def test_a_slip_in_the_typed_key_is_told_while_it_is_typed(
    safe: Safe, window: WelcomeWindow, plugged: list[Path], home: DataPlace, qtbot: QtBot
) -> None:
    """58 characters from paper: which group is wrong, and that it is right once it is mended."""
    plugged.append(safe.backup.parent)
    hands, groups = Hands(qtbot), safe.groups
    page = begin(window, hands, qtbot)
    typed = [*groups]
    typed[4] = typed[4][:3] + ("Q" if typed[4][3] != "Q" else "P")
    hands.type(page.key.edit, " ".join(typed[:3]).lower())
    assert "12 of 58" in page.key.told.text()
    hands.type(page.key.edit, " o")
    assert "Group 4 (“O”)" in page.key.told.text()
    page.key.edit.clear()
    hands.type(page.key.edit, " ".join(typed))
    assert f"Group 5 (“{typed[4]}”)" in page.key.told.text()
    assert not page.go_button.isEnabled()
    page.key.edit.clear()
    hands.type(page.key.edit, " ".join(groups))
    assert page.key.is_done
    with qtbot.waitSignal(window.lane.idle):
        hands.click(page.go_button)
    with qtbot.waitSignal(window.founded):
        hands.click(page.go_button)
    office = open_office(home.data, home.profile)
    safe.founded.opened.append(office)
    assert enrolment_state(office).is_office


def _other_key(safe: Safe, folder: Path) -> Path:
    other = found_office(folder / "b" / "data", folder / "b" / "profile", DISTRICT, [], user="Lê Văn An")
    path = hand_over_spare_key(other, safe.founded.new_stick()).path
    other.close()
    return path


def _cut(safe: Safe, _folder: Path) -> Path:
    safe.backup.write_bytes(safe.backup.read_bytes()[:9000])
    return safe.key_file


def _communes(safe: Safe, _folder: Path) -> Path:
    shutil.copyfile(safe.founded.opened[1].store.back_up("hand").path, safe.backup)
    return safe.key_file


def _pulled_out(safe: Safe, folder: Path) -> Path:
    shutil.copyfile(safe.key_file, folder / "khoa-du-phong.txt")
    shutil.rmtree(safe.backup.parent)
    return folder / "khoa-du-phong.txt"


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_other_key, "not that of the office in the backup"),
        (_cut, "not whole"),
        (_communes, "not a backup of an upper office"),
        (_pulled_out, "stick was pulled out"),
    ],
)
def test_what_cannot_be_is_told_with_what_is_next_and_nothing_is_made(
    harm: Callable[[Safe, Path], Path],
    words: str,
    safe: Safe,
    window: WelcomeWindow,
    plugged: list[Path],
    home: DataPlace,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    plugged.append(safe.backup.parent)
    page = begin(window, Hands(qtbot), qtbot)
    key = harm(safe, tmp_path)
    with qtbot.waitSignal(window.lane.idle):
        page.read_key(key)
    with qtbot.waitSignal(window.lane.idle):
        page.go_button.click()
    assert page.refusal is not None
    assert words in page.refusal.accessibleName()
    assert not home.data.parent.exists() or not list(home.data.parent.iterdir())
    assert page.backup.isVisible()
    page.backup.list.setCurrentIndex(-1)
    assert page.refusal is None  # another choice begins anew


def test_a_file_without_a_key_is_told_at_once(window: WelcomeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "872-khoa-du-phong.txt").write_bytes(b"\x00\xff" * 300)
    page = begin(window, Hands(qtbot), qtbot)
    for place, words in ((tmp_path / "872-khoa-du-phong.txt", "no spare key"), (tmp_path / "gone", "failed")):
        with qtbot.waitSignal(window.lane.idle):
            page.read_key(place)
        assert page.refusal is not None
        assert words in page.refusal.accessibleName()
        assert not page.key.is_done


@pytest.mark.parametrize("error", [CancelledError(), OSError(28, "No space left on device")])
def test_stopped_or_without_room_the_question_stands_and_can_be_answered_again(
    error: Exception,
    safe: Safe,
    window: WelcomeWindow,
    plugged: list[Path],
    home: DataPlace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plugged += [safe.key_stick, safe.backup.parent]
    hands = Hands(qtbot)
    page = begin(window, hands, qtbot)
    with qtbot.waitSignal(window.lane.idle):
        hands.click(page.go_button)

    def fail(*_given: object, **_named: object) -> None:
        with storage_errors():
            raise error

    monkeypatch.setattr(recover_lost_office, "copy_with_log", fail)
    with qtbot.waitSignal(window.lane.idle):
        hands.click(page.go_button)
    assert (page.refusal is None) == isinstance(error, CancelledError)
    assert not list(home.data.parent.rglob("*"))
    monkeypatch.undo()
    monkeypatch.setattr(welcome_window, "find_sticks", list)
    with qtbot.waitSignal(window.founded):
        hands.click(page.go_button)


def test_esc_leads_from_the_question_to_the_steps_and_from_there_to_the_choices(
    safe: Safe, window: WelcomeWindow, plugged: list[Path], home: DataPlace, qtbot: QtBot
) -> None:
    """Whoever looks in out of curiosity leaves nothing behind."""
    plugged += [safe.key_stick, safe.backup.parent]
    hands = Hands(qtbot)
    page = begin(window, hands, qtbot)
    with qtbot.waitSignal(window.lane.idle):
        hands.click(page.go_button)
    assert page.plan.isVisible()
    hands.click(page.back)
    assert not page.plan.isVisible()
    assert page.go_button.hasFocus()
    hands.click(page.back)
    assert window.recover_button.isVisible()
    assert not home.data.exists()
