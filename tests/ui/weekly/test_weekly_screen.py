"""Twenty tasks are brought up to date without a mouse, in sixty keys at the most, whatever UniKey does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.store.sql import value
from desktop.ui.i18n import VIETNAMESE, install_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.weekly.columns import DIFFICULTY, PERCENT, RESULT, STATUS
from desktop.ui.weekly.screen import WeeklyScreen
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.export_table import Table
from desktop.usecases.undo_action import undo_action
from desktop.usecases.weekly_tasks import read_week
from tests.helpers.screens import Asked, CountedKeys, make_context, show_screen
from tests.helpers.small_office import TODAY, SmallOffice

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Shown:
    """The screen in a window, with its office and what it asked for."""

    def __init__(self, small: SmallOffice, screen: WeeklyScreen, asked: Asked) -> None:
        self.small, self.screen, self.asked = small, screen, asked
        self.view, self.model = screen.view, screen.model
        self.keys = CountedKeys()

    def shown(self, column: str) -> list[str]:
        place = self.model.column_index(column)
        return [self.model.index(row, place).data() for row in range(self.model.rowCount())]

    def go(self, row: int, column: str) -> None:
        self.view.go_to(row, self.model.column_index(column))


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data")
    for number in range(20):
        due = date(2022, 6, 1) + timedelta(days=number // 2)
        office.task(
            f"{number // 4 + 1}.{number % 4 + 1}",
            f"Việc thứ {number + 1}",
            due_on=due,
            state=TaskState.IN_PROGRESS,
            percent=40,
        )
    return office


@pytest.fixture
def week(small: SmallOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    lane = DatabaseLane()
    context, asked = make_context(small.office, tmp_path, lane)
    screen = WeeklyScreen(context)
    show_screen(screen, qtbot)
    yield Shown(small, screen, asked)
    lane.shut_down()


def test_twenty_statuses_in_sixty_keys(week: Shown) -> None:
    assert week.screen.round.words == "0/20 reviewed"
    for number in range(20):
        week.keys.press((Key.Key_3, Key.Key_2, Key.Key_1, Key.Key_4)[number % 4])
        week.keys.press(Key.Key_Return)
    assert week.keys.presses <= 60
    assert week.keys.presses == 40
    states = [(task.state, task.is_blocked) for task in read_week(week.small.office).tasks]
    assert (
        states
        == [
            (TaskState.COMPLETED, False),
            (TaskState.IN_PROGRESS, False),
            (TaskState.NOT_STARTED, False),
            (TaskState.IN_PROGRESS, True),
        ]
        * 5
    )
    assert week.screen.round.words == "All 20 reviewed"
    assert len(week.small.store.select(ProgressUpdate)) == 20
    assert week.asked.errors == []


def test_twenty_statuses_with_a_note_each_take_only_the_notes_own_keys(week: Shown) -> None:
    for number in range(20):
        week.keys.press(Key.Key_3)
        week.keys.press(Key.Key_F2)
        week.keys.type(f"xong {number}")
        week.keys.press(Key.Key_Return)
    typed = sum(len(f"xong {number}") for number in range(20))
    assert week.keys.presses - typed == 60
    assert week.shown(RESULT)[:2] == ["xong 0", "xong 1"]
    assert len(week.small.store.select(ProgressUpdate)) == 20


def test_digits_in_an_open_editor_are_text_as_vni_types_them(week: Shown) -> None:
    """VNI writes tones by digits: "d9a4 xong" must reach the editor, not the status of the row."""
    before = week.shown(STATUS)[0]
    week.keys.press(Key.Key_F2)
    assert week.view.state() == QAbstractItemView.State.EditingState
    week.keys.type("d9a4 ky1 12 ha")
    week.keys.press(Key.Key_Return)
    assert week.shown(RESULT)[0] == "d9a4 ky1 12 ha"
    assert week.shown(STATUS)[0] == before
    assert week.view.currentIndex().row() == 1


def test_backspaces_as_unikey_sends_them_are_taken_as_typed(week: Shown) -> None:
    week.keys.press(Key.Key_F2)
    week.keys.type("dd")
    for _ in range(2):
        week.keys.press(Key.Key_Backspace)
    week.keys.type("đã họp")
    week.keys.press(Key.Key_Return)
    assert week.shown(RESULT)[0] == "đã họp"


def test_the_percentage_is_typed_not_answered(week: Shown) -> None:
    week.go(0, PERCENT)
    week.keys.type("65")
    week.keys.press(Key.Key_Return)
    assert week.shown(PERCENT)[0] == "65"
    assert week.small.store.select(Task)[0].state == TaskState.IN_PROGRESS
    week.go(0, STATUS)
    week.keys.press(Key.Key_3)
    assert week.shown(PERCENT)[0] == "100"


def test_a_wrong_percentage_is_refused_in_the_cell(week: Shown) -> None:
    week.go(0, PERCENT)
    week.keys.type("650")
    week.keys.press(Key.Key_Return)
    assert week.shown(PERCENT)[0] == "40"
    assert week.small.store.select(ProgressUpdate) == []


def test_f2_on_blocked_work_asks_what_blocks_it(week: Shown) -> None:
    week.keys.press(Key.Key_4)
    week.keys.press(Key.Key_F2)
    week.keys.type("Thiếu vốn đối ứng")
    week.keys.press(Key.Key_Return)
    assert week.shown(DIFFICULTY)[0] == "Thiếu vốn đối ứng"


def test_the_sentence_above_is_repeated_and_several_rows_answer_at_once(week: Shown) -> None:
    week.keys.press(Key.Key_F2)
    week.keys.type("Đã họp dân")
    week.keys.press(Key.Key_Return)
    week.keys.press(Key.Key_D, CTRL)
    assert week.shown(RESULT)[:2] == ["Đã họp dân"] * 2
    week.go(2, STATUS)
    for _ in range(2):
        week.keys.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before = value(week.small.store.connection, "SELECT count(*) FROM action")
    week.keys.press(Key.Key_3)
    assert value(week.small.store.connection, "SELECT count(*) FROM action") == before + 1
    assert week.shown(STATUS)[2:5] == ["Done"] * 3


def test_todays_date_goes_where_the_caret_is(week: Shown) -> None:
    week.keys.press(Key.Key_F2)
    week.keys.type("Họp ")
    week.keys.press(Key.Key_Semicolon, CTRL)
    week.keys.press(Key.Key_Return)
    assert week.shown(RESULT)[0] == "Họp 18/06/2022"
    week.keys.press(Key.Key_Semicolon, CTRL)
    week.keys.press(Key.Key_Return)
    assert week.shown(RESULT)[1] == "18/06/2022"


def test_a_change_from_elsewhere_waits_for_the_open_editor(week: Shown) -> None:
    week.keys.press(Key.Key_F2)
    week.keys.type("đang gõ")
    last = week.small.store.select(Task)[-1]
    with week.small.store.work(user="x", label="edit_cell") as work:
        work.save(last.replace(title="Việc đổi tên"))
    week.screen.refresh()
    assert week.view.state() == QAbstractItemView.State.EditingState
    assert "Việc đổi tên" not in week.shown("title")
    week.keys.press(Key.Key_Return)
    QApplication.processEvents()
    assert "Việc đổi tên" in week.shown("title")
    assert week.shown(RESULT)[0] == "đang gõ"


def test_undo_from_the_window_is_shown_and_rows_do_not_move(week: Shown) -> None:
    codes = week.shown("code")
    week.keys.press(Key.Key_3)
    assert week.shown("code") == codes
    undo_action(week.small.office)
    week.screen.refresh()
    assert week.shown(STATUS)[0] == "Doing"
    assert week.screen.round.words == "0/20 reviewed"
    assert week.view.currentIndex().row() == 0


def test_the_window_hears_of_each_change(week: Shown, qtbot: QtBot) -> None:
    week.keys.press(Key.Key_3)
    qtbot.waitUntil(lambda: bool(week.asked.changed))
    assert week.asked.changed[0] == frozenset({"task", "progress_update"})


def test_the_model_keeps_qts_rules_and_enter_on_a_row_opens_the_plan(week: Shown) -> None:
    tester = QAbstractItemModelTester(
        week.model, QAbstractItemModelTester.FailureReportingMode.Fatal, week.screen
    )
    week.keys.press(Key.Key_3)
    week.keys.press(Key.Key_Return, CTRL)
    assert tester.model() is week.model
    assert week.asked.places == [("plan", "task", week.screen.rows[0].id)]


def test_work_until_the_cut_off_can_be_looked_at(week: Shown) -> None:
    week.small.task("9.1", "Việc tháng sau", due_on=date(2022, 7, 10), state=TaskState.IN_PROGRESS)
    week.screen.refresh()
    assert "Việc tháng sau" not in week.shown("title")
    week.screen.tabs.show_key("period")
    assert "Việc tháng sau" in week.shown("title")


def test_the_list_is_exported_as_shown(week: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tables: list[Table] = []
    monkeypatch.setattr("desktop.ui.exporting.ask_path", lambda *_asked: Path("việc.xlsx"))
    monkeypatch.setattr("desktop.ui.exporting.export_table", lambda _path, table: tables.append(table))
    week.screen.panel.export()
    qtbot.waitUntil(lambda: bool(week.asked.notices))
    assert tables[0].title == "This week's work"
    assert tables[0].headers[:6] == ("Code", "Task", "Lead", "Due", "Status", "%")
    assert tables[0].rows[0][:2] == ["1.1", "Việc thứ 1"]
    assert week.asked.notices == ["Saved as việc.xlsx"]


def test_at_125_percent_of_a_small_display_five_long_tasks_are_in_sight(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """1366×768 at 125 % leaves a screen 885×521; titles and notes are as long as in the sample year."""
    install_language(qapp, VIETNAMESE)
    small = SmallOffice(tmp_path / "data")
    for number in range(12):
        small.task(
            f"{number // 4 + 1}.{number % 4 + 1}",
            "Mở lớp nghề sửa chữa máy nông nghiệp và lớp đan lục bình cho lao động nông thôn",
            due_on=TODAY,
            state=TaskState.IN_PROGRESS,
        )
    lane = DatabaseLane()
    context, _asked = make_context(small.office, tmp_path, lane)
    screen = WeeklyScreen(context)
    show_screen(screen, qtbot)
    screen.resize(885, 521)
    note = "Bế giảng cả 2 lớp; 49/55 học viên được cấp chứng chỉ, 21 người nhận hàng gia công tại nhà"
    CountedKeys().press(Key.Key_F2)
    CountedKeys().type(note)
    CountedKeys().press(Key.Key_Return)
    assert screen.header.is_one_line
    whole = screen.view.viewport().height()
    assert screen.view.rowViewportPosition(4) + screen.view.rowHeight(4) <= whole
    assert screen.view.horizontalScrollBar().maximum() == 0
    lane.shut_down()


def test_an_empty_week_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    small = SmallOffice(tmp_path / "data")
    context, asked = make_context(small.office, tmp_path, DatabaseLane())
    screen = WeeklyScreen(context)
    qtbot.addWidget(screen)
    screen.activate()
    assert not screen.round.isVisibleTo(screen)
    empty = screen.panel.findChild(EmptyState)
    assert empty is not None
    empty = screen.empty
    assert empty.isVisibleTo(screen)
    assert empty.sentence == "No work is due this week."
    empty.button.click()
    assert screen.tabs.key() == "period"
    assert empty.sentence == "No work is due until the cut-off."
    empty.button.click()
    assert asked.places == [("plan", "", "")]
    assert small.office.today() == TODAY
    assert asked.errors == []


def test_another_period_is_looked_at_and_not_written(
    small: SmallOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    lane = DatabaseLane()
    looked_at = [small.period(6).id]
    plain, asked = make_context(small.office, tmp_path, lane)
    screen = WeeklyScreen(plain._replace(period=lambda: looked_at[0]))
    show_screen(screen, qtbot)
    week = Shown(small, screen, asked)
    assert screen.header.title == "Work of month 6/2022"
    assert len(week.shown(STATUS)) == 20
    assert screen.tabs.isHidden()
    week.go(0, STATUS)
    week.keys.press(Key.Key_3)
    week.keys.press(Key.Key_F2)
    assert small.store.select(ProgressUpdate) == []
    assert week.view.state() is not QAbstractItemView.State.EditingState
    assert asked.notices == ["This period is only looked at. Alt+Home goes back to the present one."]
    looked_at[0] = ""
    screen.refresh()
    assert screen.header.title == "This week's work"
    week.go(0, STATUS)
    week.keys.press(Key.Key_3)
    assert [one.state for one in small.store.select(ProgressUpdate)] == [TaskState.COMPLETED]
    lane.shut_down()
