"""Two values for one thing: a clerk sees both, chooses with one key, and can take it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.entities import Task, TaskState
from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import CONFLICTS, BundlesScreen
from desktop.ui.conflicts.diff_text import DiffText
from desktop.ui.jobs import DatabaseLane
from desktop.usecases.conflicts import list_conflicts
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from tests.helpers.fitting import unfit
from tests.helpers.network import Network
from tests.helpers.screens import Asked, CountedKeys, make_context, show_screen


@pytest.fixture
def task(network: Network) -> Task:
    """A task whose note two computers of the commune wrote differently."""
    made = add_record(network["X1"], Task(title="Làm đường ấp Mỹ Tân", note="Chưa có vốn"))
    network.settle()
    change_fields(network["X1"], Task, made.id, {"note": "Đã có 2 tỷ đồng"})
    change_fields(network["X2"], Task, made.id, {"note": "Đã có 3 tỷ đồng"})
    network.settle()
    return made


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def open_page(
    network: Network, name: str, folder: Path, stack: ExitStack, qtbot: QtBot
) -> tuple[BundlesScreen, Asked]:
    """The screen of a computer, at what is in dispute, read anew after every change as the window does it."""
    lane = DatabaseLane()
    stack.callback(lane.shut_down)
    context, asked = make_context(network[name], folder, lane)
    screen = BundlesScreen(context, search=list)
    with qtbot.waitSignal(lane.idle):
        show_screen(screen, qtbot)
    screen.show_tab(CONFLICTS)
    return screen, asked


def refresh(screen: BundlesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.refresh()


def note(network: Network, name: str, task: Task) -> str:
    return network[name].store.get(Task, task.id).note


def test_the_words_that_differ_are_marked(
    network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Of two long notes the clerk reads one word."""
    screen, _asked = open_page(network, "X1", tmp_path, stack, qtbot)
    cards = screen.conflicts_page.compare.cards
    notes = [note for card in cards for note in card.findChildren(DiffText)]
    assert [note.marked for note in notes] == [["2 "], ["3 "]]


@pytest.mark.parametrize("number", [1, 2])
def test_one_key_chooses(
    number: int, network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """The digit before a value chooses it; nothing else is pressed, and the list is empty then."""
    screen, asked = open_page(network, "X2", tmp_path, stack, qtbot)
    wanted = screen.conflicts_page.compare.cards[number - 1].alternative.text
    screen.conflicts_page.focus()
    keys = CountedKeys()
    keys.press(Qt.Key(Qt.Key.Key_0 + number))
    assert keys.presses == 1
    assert note(network, "X2", task) == wanted
    assert list_conflicts(network["X2"]) == []
    assert asked.changed == [frozenset({"task"})]
    refresh(screen, qtbot)
    assert screen.conflicts_page.panel.model.rowCount() == 0
    assert not screen.conflicts_page.compare.isVisible()


def test_both_texts_can_be_kept(
    network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Two presses of buttons put both in and keep them."""
    screen, _asked = open_page(network, "X1", tmp_path, stack, qtbot)
    compare = screen.conflicts_page.compare
    assert not compare.write_button.isEnabled()
    compare.both_button.click()
    compare.write_button.click()
    assert set(note(network, "X1", task).splitlines()) == {"Đã có 2 tỷ đồng", "Đã có 3 tỷ đồng"}


def test_what_is_being_written_stays_when_the_list_is_read_anew(
    network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Another window's change does not throw away half a sentence."""
    screen, _asked = open_page(network, "X1", tmp_path, stack, qtbot)
    assert screen.conflicts_page.compare.edit is not None
    screen.conflicts_page.compare.edit.setPlainText("Đã có 2,5 tỷ")
    refresh(screen, qtbot)
    assert screen.conflicts_page.compare.edit.toPlainText() == "Đã có 2,5 tỷ"


def test_a_value_that_came_meanwhile_is_told_and_shown(
    network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Nobody overwrites what they have not seen: the choice is refused in words, the list read anew."""
    screen, asked = open_page(network, "X1", tmp_path, stack, qtbot)
    change_fields(network["X2"], Task, task.id, {"note": "Đã có 5 tỷ đồng"})
    network.settle()
    screen.conflicts_page.compare.choose_number(1)
    assert [error.code for error in asked.errors] == [Code.E_CHANGED]
    assert asked.changed == [frozenset({"task"})]
    assert note(network, "X1", task) == "Đã có 5 tỷ đồng"


def test_the_office_sees_and_does_not_choose(
    network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """A commune's row: the district reads who wrote what, and has no button and no key."""
    screen, asked = open_page(network, "H", tmp_path, stack, qtbot)
    compare = screen.conflicts_page.compare
    assert len(compare.cards) == 2
    assert not any(card.button.isVisible() for card in compare.cards)
    compare.choose_number(1)
    assert (asked.changed, asked.errors) == ([], [])
    assert len(list_conflicts(network["H"])) == 1


def test_a_row_leads_to_its_conflict(
    network: Network, task: Task, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """From the badge in a list one step leads to the values, and from there one to the record."""
    other = add_record(network["X1"], Task(title="Xây cầu"))
    network.settle()
    delete_record(network["X1"], other)
    change_fields(network["X2"], Task, other.id, {"state": TaskState.IN_PROGRESS})
    network.settle()
    screen, asked = open_page(network, "X1", tmp_path, stack, qtbot)
    for record in (task, other, task):
        screen.show_record("task", record.id)
        shown = screen.conflicts_page.compare.conflict
        assert shown is not None
        assert shown.record_id == record.id
    screen.conflicts_page.panel.view.open_current()
    assert asked.places == [("plan", "task", task.id)]


def test_a_row_deleted_here_and_changed_there_says_what_was_changed(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Before somebody confirms the deletion, the card tells the fields and their values."""
    made = add_record(network["X1"], Task(title="Xây cầu"))
    network.settle()
    delete_record(network["X1"], made)
    change_fields(network["X2"], Task, made.id, {"note": "Đã ký hợp đồng"})
    network.settle()
    screen, _asked = open_page(network, "X1", tmp_path, stack, qtbot)
    screen.show_record("task", made.id)
    kept = next(card for card in screen.conflicts_page.compare.cards if card.alternative.keeps_row)
    words = [shown.text() for shown in kept.findChildren(QLabel) if shown.isVisible()]
    assert words[-3:] == ["The row stays, with what was changed:", "Note", "Đã ký hợp đồng"]
    assert unfit(screen.conflicts_page.compare) == []


def test_a_long_title_is_read_whole_beside_its_values(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Tasks of a plan often begin with the same words; which one it is stands at the end."""
    title = "Vận động thành viên hợp tác xã ký kết hợp đồng liên kết sản xuất và tiêu thụ lúa vụ Hè Thu, ấp 4"
    made = add_record(network["X1"], Task(title=title))
    network.settle()
    for name in ("X1", "X2"):
        change_fields(network[name], Task, made.id, {"note": name})
    network.settle()
    screen, asked = open_page(network, "X1", tmp_path, stack, qtbot)
    compare = screen.conflicts_page.compare
    assert title in [shown.text() for shown in compare.findChildren(QLabel) if shown.isVisible()]
    assert unfit(compare) == []
    next(made for made in compare.findChildren(QPushButton) if made.text() == "Open the row").click()
    assert asked.places == [("plan", "task", made.id)]
