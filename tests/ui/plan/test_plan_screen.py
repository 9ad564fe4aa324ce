"""The plan is written, filled, pasted, filtered and read without a mouse, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.entities import (
    DeadlineExtension,
    LineComment,
    PlanState,
    Solution,
    Target,
    Task,
    TaskState,
)
from desktop.domain.scopes import office_scope
from desktop.ui.forms.record_dialog import RecordDialog
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.plan import screen as plan_module
from desktop.ui.plan.history_dialog import HistoryDialog
from desktop.ui.plan.pages import GENERAL, SOLUTIONS, TARGETS, TASKS
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.plan.task_tab import COMMENTED, NO_LEAD, OVERDUE
from desktop.ui.plan.words import plan_summary
from desktop.ui.theme.look import look
from desktop.usecases.plan_view import TaskLine
from desktop.usecases.undo_action import undo_action
from tests.helpers.offices import PHU_DIEN, SampleYear
from tests.helpers.small_office import COMMUNE, DISTRICT, SmallOffice
from tests.ui.plan.kit import Shown, copy, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Plan = Shown[PlanScreen]


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data", periods=False)
    head = office.task("1", "Củng cố hợp tác xã", is_key_task=True)
    office.task("1.1", "Ký hợp đồng", parent_id=head.id, due_on=date(2022, 6, 15), percent=40)
    office.task("1.2", "Mua máy cấy", parent_id=head.id, due_on=date(2022, 9, 30))
    office.target("1", "Hộ nghèo", "0.5")
    office.add(Solution(plan_id=office.plan.id, order=1, content="Vận động"))
    return office


@pytest.fixture
def plan(small: SmallOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Plan]:
    with shown(PlanScreen, small.office, tmp_path, qtbot) as made:
        yield made


def texts(plan: Plan, column: str) -> list[str]:
    model = plan.screen.tasks.list.model
    place = model.column_index(column)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def go(plan: Plan, row: int, column: str) -> None:
    tab = plan.screen.tasks
    tab.view.go_to(row, tab.list.model.column_index(column))
    tab.view.setFocus()


def task(small: SmallOffice, code: str) -> Task:
    return next(one for one in small.store.select(Task) if one.code == code)


def approve(plan: Plan, small: SmallOffice) -> None:
    small.add(small.plan.replace(state=PlanState.APPROVED, revision=2, id=""))
    newest = max(small.store.select(type(small.plan)), key=lambda one: one.revision or 0)
    with small.store.work(user="", label="edit_records") as work:
        for one in small.store.select(Task):
            work.save(one.replace(plan_id=newest.id))
    plan.screen.refresh()


# --- what is seen --------------------------------------------------------------------------------------


def test_the_plan_opens_at_its_first_task_with_its_detail(plan: Plan) -> None:
    assert texts(plan, "code") == ["1", "1.1", "1.2"]
    assert texts(plan, "state") == ["", "Overdue 3 day(s)", "Not started"]
    assert QApplication.focusWidget() is plan.screen.tasks.view
    line = plan.screen.tasks.detail.line
    assert line is not None
    assert line.task.code == "1.1"
    assert plan_summary(plan.screen.data.view).startswith("1 key task(s) · 1 target(s)")


def test_the_models_keep_qts_rules(plan: Plan) -> None:
    for part in (plan.screen.tasks, plan.screen.pages.targets, plan.screen.pages.solutions):
        model = part.list.model
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        part.list.rows[:] = []
        part.list.refresh()
        plan.screen.refresh()


def test_a_chip_shows_only_its_rows_below_their_headings(plan: Plan) -> None:
    chips = plan.screen.tasks.chips
    assert chips.button(OVERDUE).text() == "Overdue 1"
    assert not chips.button(NO_LEAD).isVisible()
    chips.button(OVERDUE).click()
    assert texts(plan, "code") == ["1", "1.1"]
    chips.button(OVERDUE).click()
    assert texts(plan, "code") == ["1", "1.1", "1.2"]


def test_every_tab_is_shown_with_its_count_and_its_own_new_row(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    for tab, cls in ((TARGETS, Target), (SOLUTIONS, Solution)):
        plan.screen.tabs.show_key(tab)
        before = len(small.store.select(cls))
        writes = len(plan.asked.changed)
        plan.keys.press(Key.Key_N, CTRL)
        plan.keys.type("Moi")
        plan.keys.press(Key.Key_Return)
        plan.settle(qtbot, writes=writes + 2)
        assert len(small.store.select(cls)) == before + 1
    assert {one.content for one in small.store.select(Solution)} == {"Vận động", "Moi"}
    plan.screen.tabs.show_key(GENERAL)
    assert not plan.screen.head.add_button.isVisible()


# --- what is written -----------------------------------------------------------------------------------


def test_a_cell_is_saved_when_it_is_left_and_the_panel_follows(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    go(plan, 1, "percent")
    plan.keys.type("70")
    plan.keys.press(Key.Key_Return)
    assert task(small, "1.1").percent == 70
    assert plan.screen.tasks.view.currentIndex().row() == 2
    plan.settle(qtbot, writes=1)
    assert texts(plan, "percent") == ["35%", "70%", ""]


def test_fill_down_hands_the_lead_on(plan: Plan, small: SmallOffice) -> None:
    go(plan, 1, "lead")
    plan.keys.press(Key.Key_Delete)
    assert not task(small, "1.1").lead_person_id
    go(plan, 2, "lead")
    plan.keys.press(Key.Key_D, CTRL)
    assert not task(small, "1.2").lead_person_id
    assert texts(plan, "lead")[1:] == ["Not assigned", "Not assigned"]


def test_ctrl_n_adds_a_task_to_the_group_and_opens_it_for_typing(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    plan.screen.tasks.chips.button(OVERDUE).click()
    go(plan, 1, "title")
    plan.keys.press(Key.Key_N, CTRL)
    plan.keys.type("Trồng sen")
    plan.keys.press(Key.Key_Return)
    added = task(small, "1.3")
    assert (added.title, added.parent_id) == ("Trồng sen", task(small, "1").id)
    plan.settle(qtbot, writes=2)
    assert texts(plan, "code") == ["1", "1.1", "1.2", "1.3"]


def test_what_is_being_typed_is_kept_when_a_new_task_is_asked_for(plan: Plan, small: SmallOffice) -> None:
    go(plan, 2, "title")
    plan.keys.press(Key.Key_F2)
    plan.keys.type("Mua hai")
    plan.screen.add()
    assert task(small, "1.2").title == "Mua hai"
    assert task(small, "1.3").title == ""


def test_a_block_pasted_below_the_end_becomes_new_tasks(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    before = task(small, "1.2")
    go(plan, 2, "code")
    due = "30/11/2022"
    lines = (
        f"1.2\tMua máy cấy\tNguyễn Văn Bình\t{due}",
        f"1.3\tTrồng sen\tHội Nông dân xã\t{due}",
        "1.4\tĐào kênh\t\tsai",
    )
    copy("\n".join(lines))
    plan.keys.press(Key.Key_V, CTRL)
    plan.settle(qtbot, writes=2)
    assert texts(plan, "code") == ["1", "1.1", "1.2", "1.3", "1.4"]
    assert task(small, "1.2").due_on == date(2022, 11, 30)
    assert task(small, "1.3").lead_body_id == small.body.id
    assert task(small, "1.4").due_on is None
    assert any("could not be read" in notice for notice in plan.asked.notices)
    undo_action(small.office)
    assert sorted(one.code for one in small.store.select(Task)) == ["1", "1.1", "1.2"]
    assert task(small, "1.2").title == before.title


def test_a_plan_copied_from_word_becomes_key_tasks_with_tasks(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    copy("2. Làm đường\n2.1. Bờ Đông\n2.2. Bờ Tây")
    plan.screen.head.actions_by_name["paste"].trigger()
    plan.settle(qtbot, writes=1)
    assert texts(plan, "code") == ["1", "1.1", "1.2", "2", "2.1", "2.2"]
    assert task(small, "2").is_key_task


def test_deleting_asks_nothing_and_can_be_undone(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    go(plan, 1, "title")
    plan.keys.press(Key.Key_Delete, CTRL)
    plan.settle(qtbot, writes=1)
    assert texts(plan, "code") == ["1", "1.2"]
    assert plan.asked.notices == ["1 task(s) deleted"]
    assert plan.screen.tasks.view.currentIndex().isValid()
    undo_action(small.office)
    plan.screen.refresh()
    assert texts(plan, "code") == ["1", "1.1", "1.2"]


def test_the_panel_saves_a_field_when_it_is_left(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    editor = plan.screen.tasks.detail.form.rows["expected_product"].editor
    editor.setFocus()
    plan.keys.type("Bien ban")
    plan.screen.tasks.view.setFocus()
    plan.settle(qtbot, writes=1)
    assert task(small, "1.1").expected_product == "Bien ban"


def test_completing_a_task_fills_percent_and_day(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    model = plan.screen.tasks.list.model
    model.setData(model.index(2, model.column_index("state")), "completed")
    done = task(small, "1.2")
    assert (done.state, done.percent) == (TaskState.COMPLETED, 100)
    plan.settle(qtbot, writes=1)
    assert texts(plan, "state")[2] == "Completed on time"


# --- deadlines -----------------------------------------------------------------------------------------


def dialog(plan: Plan, qtbot: QtBot) -> RecordDialog:
    found: list[RecordDialog] = []

    def is_open() -> bool:
        found[:] = [one for one in plan.screen.findChildren(RecordDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_open)
    return found[0]


def test_a_later_deadline_in_an_approved_plan_asks_for_the_reason(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    approve(plan, small)
    go(plan, 1, "due_on")
    plan.keys.type("1/7/2022")
    plan.keys.press(Key.Key_Return)
    asking = dialog(plan, qtbot)
    assert task(small, "1.1").due_on == date(2022, 6, 15)
    asking.form.rows["reason"].editor.set_value("Mưa bão")
    asking.accept()
    plan.settle(qtbot, writes=1)
    assert task(small, "1.1").due_on == date(2022, 7, 1)
    kept = small.store.select(DeadlineExtension)[0]
    assert (kept.old_due_on, kept.reason) == (date(2022, 6, 15), "Mưa bão")
    assert texts(plan, "due_on")[1] == "01/07/2022"


def test_without_a_reason_the_deadline_stays(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    approve(plan, small)
    go(plan, 1, "due_on")
    plan.keys.type("1/7/2022")
    plan.keys.press(Key.Key_Return)
    asking = dialog(plan, qtbot)
    asking.accept()
    assert asking.isVisible()
    asking.reject()
    assert task(small, "1.1").due_on == date(2022, 6, 15)
    assert texts(plan, "due_on")[1] == "15/06/2022"


def test_several_deadlines_are_put_off_with_one_reason(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    approve(plan, small)
    go(plan, 1, "due_on")
    plan.keys.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    copy("31/12/2022")
    plan.keys.press(Key.Key_V, CTRL)
    asking = dialog(plan, qtbot)
    assert list(asking.form.rows) == ["reason", "approver"]
    asking.form.rows["reason"].editor.set_value("Điều chỉnh kế hoạch")
    asking.accept()
    plan.settle(qtbot, writes=1)
    assert {one.due_on for one in small.store.select(Task) if one.due_on} == {date(2022, 12, 31)}


def test_a_deadline_is_put_off_by_its_key(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    go(plan, 1, "title")
    plan.keys.press(Key.Key_E, CTRL)
    asking = dialog(plan, qtbot)
    assert asking.form.rows["old_due_on"].value() == date(2022, 6, 15)
    asking.form.rows["new_due_on"].editor.set_value(date(2022, 6, 30))
    asking.form.rows["reason"].editor.set_value("Chờ giống")
    asking.accept()
    plan.settle(qtbot, writes=1)
    assert task(small, "1.1").due_on == date(2022, 6, 30)


# --- history, export, other units ----------------------------------------------------------------------


def test_the_history_of_a_task_opens_by_its_key(plan: Plan, small: SmallOffice) -> None:
    go(plan, 1, "percent")
    plan.keys.type("70")
    plan.keys.press(Key.Key_Return)
    go(plan, 1, "percent")
    plan.keys.press(Key.Key_H, CTRL)
    opened = plan.screen.findChild(HistoryDialog)
    assert opened is not None
    model = opened.panel.model
    first = [model.index(0, column).data() for column in range(1, 6)]
    assert first == ["Lê Thị Hồng", "Progress (%)", "40", "70", "Typed here"]
    opened.accept()


def test_the_list_is_exported_as_it_is_shown(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[list[str], list[str], list[bool]]] = []

    def export(
        _context: ScreenContext,
        _parent: QWidget,
        _title: str,
        columns: list[Column],
        rows: list[TaskLine],
        *,
        is_strong: Callable[[TaskLine], bool],
    ) -> None:
        keys = [column.key for column in columns]
        given.append((keys, [line.task.code for line in rows], [is_strong(line) for line in rows]))

    monkeypatch.setattr(plan_module, "export_list", export)
    plan.screen.head.export_button.click()
    assert given == [
        (["code", "title", "lead", "due_on", "state", "percent"], ["1", "1.1", "1.2"], [True, False, False])
    ]


def test_a_search_hit_opens_its_tab_and_row(plan: Plan, small: SmallOffice) -> None:
    plan.screen.show_record("solution", small.store.select(Solution)[0].id)
    assert plan.screen.tabs.key() == SOLUTIONS
    plan.screen.show_record("task", task(small, "1.2").id)
    assert plan.screen.tabs.key() == TASKS
    line = plan.screen.tasks.current()
    assert line is not None
    assert line.task.code == "1.2"
    plan.screen.show_record("task", "0" * 32)


def test_who_is_sent_to_the_targets_lands_on_their_tab(plan: Plan) -> None:
    plan.screen.show_record("target", "")
    assert plan.screen.tabs.key() == TARGETS


def test_a_year_without_a_plan_offers_to_begin_one(tmp_path: Path, qtbot: QtBot) -> None:
    office = SmallOffice(tmp_path / "data", periods=False)
    with office.store.work(user="", label="delete_record") as work:
        work.delete(office.plan)
    with shown(PlanScreen, office.office, tmp_path, qtbot) as made:
        assert made.screen.nothing.sentence == "There is no plan for 2022 yet."
        made.screen.nothing.button.click()
        assert made.screen.pages.isVisible()
        made.screen.tasks.empty.button.click()
        made.keys.type("Lua")
        made.keys.press(Key.Key_Return)
        made.settle(qtbot, writes=3)
    first = office.store.select(Task)[0]
    assert (first.code, first.title, first.is_key_task) == ("1", "Lua", True)


def test_an_office_reads_the_plans_of_its_communes_and_changes_none(
    sample_year: SampleYear, tmp_path: Path, qtbot: QtBot
) -> None:
    office = sample_year.open("872")
    with shown(PlanScreen, office, tmp_path, qtbot) as made:
        screen = made.screen
        assert screen.head.unit_box.count() == 13
        assert screen.nothing.isVisible()
        screen.nothing.button.click()
        assert made.asked.places == [("bundles", "", "")]
        screen.choose_unit("30067-19840306")
        assert "Xã Phú Điền" in screen.nothing.sentence
        assert not screen.head.add_button.isVisible()
        assert not screen.head.actions_by_name["delete"].isEnabled()
    office.close()


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_the_sample_plan_opens_quickly_and_reopens_in_place(
    sample_year: SampleYear, tmp_path: Path, qtbot: QtBot, zoom: float
) -> None:
    look().apply(zoom=zoom)
    office = sample_year.open(PHU_DIEN)
    with shown(PlanScreen, office, tmp_path, qtbot) as made:
        tab = made.screen.tasks
        assert tab.list.model.rowCount() >= 39
        tab.view.go_to(20, 1)
        resets: list[int] = []
        tab.list.model.modelReset.connect(lambda: resets.append(1))
        made.screen.refresh()
        assert tab.view.currentIndex().row() == 20
        assert resets == []
    office.close()


def test_a_line_with_a_comment_is_marked_and_found_with_one_click(
    small: SmallOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    """The office sent one line of the plan back: a mark stands before it, a chip shows it alone."""
    said = small.task("9", "Bị trả lại")
    scope = office_scope(DISTRICT, COMMUNE)
    small.add(LineComment(scope=scope, about_table="task", about_id=said.id, text="Ghi rõ nguồn vốn."))
    with shown(PlanScreen, small.office, tmp_path, qtbot) as plan:
        tasks = plan.screen.tasks
        (code,) = [column for column in tasks.columns if column.key == "code"]
        assert code.icon is not None
        marked = [line.task.title for line in tasks.list.rows if code.icon(line) == "message-report"]
        assert marked == ["Bị trả lại"]
        tasks.chips.button(COMMENTED).click()
        assert [line.task.title for line in tasks.list.rows if line.is_record] == ["Bị trả lại"]
