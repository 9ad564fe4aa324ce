"""A block pasted over the last rows and past them is one action: all of it or nothing, one undo, one redo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.domain.errors import Code, SoSenError
from desktop.store import undo
from desktop.store.sql import value
from desktop.ui.plan.row_tab import RowTab
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.plan.task_tab import TaskTab
from tests.helpers.small_office import SmallOffice
from tests.ui.plan.kit import Shown, copy, shown

Plan = Shown[PlanScreen]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data")
    office.task("1", "Ký hợp đồng", start_on=date(2022, 6, 1), due_on=date(2022, 9, 30))
    office.target("1", "Hộ nghèo", "0.5")
    return office


@pytest.fixture
def plan(small: SmallOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Plan]:
    with shown(PlanScreen, small.office, tmp_path, qtbot) as made:
        yield made


def paste(plan: Plan, tab: QWidget, column: str, *lines: str) -> None:
    assert isinstance(tab, (RowTab, TaskTab))
    tab.view.go_to(0, tab.list.model.column_index(column))
    tab.view.setFocus()
    copy("\n".join(lines))
    plan.keys.press(Qt.Key.Key_V, CTRL)


def actions(small: SmallOffice) -> int:
    found: int = value(small.store.connection, "SELECT count(*) FROM action")
    return found


def refusals(plan: Plan) -> list[SoSenError]:
    """What the grid refuses from now on."""
    said: list[SoSenError] = []
    plan.screen.tasks.list.model.refused.connect(lambda problem, _index: said.append(problem))
    return said


def content(small: SmallOffice) -> list[tuple[str, str, object, object]]:
    return [(one.code, one.title, one.due_on, one.state) for one in small.store.select(Task)]


def test_one_undo_takes_back_cells_rows_and_reports_and_one_redo_brings_them_again(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    before, count = content(small), actions(small)
    day = "30/11/2022"
    paste(
        plan,
        plan.screen.tasks,
        "code",
        f"1\tKý lại\t\t{day}\tCompleted\t100",
        f"2\tTrồng sen\t\t{day}\tIn progress\t30",
    )
    plan.settle(qtbot, writes=2)
    after = content(small)
    assert [row[:2] for row in after] == [("1", "Ký lại"), ("2", "Trồng sen")]
    assert [row[3] for row in after] == [TaskState.COMPLETED, TaskState.IN_PROGRESS]
    assert len(small.store.select(ProgressUpdate)) == 2
    assert actions(small) == count + 1
    undo.undo(small.store, user="")
    assert content(small) == before
    assert small.store.select(ProgressUpdate) == []
    undo.redo(small.store, user="")
    assert content(small) == after
    assert len(small.store.select(ProgressUpdate)) == 2


def test_a_cell_that_breaks_a_rule_lets_no_new_row_in(plan: Plan, small: SmallOffice) -> None:
    said = refusals(plan)
    before, count = content(small), actions(small)
    paste(plan, plan.screen.tasks, "code", "1\tKý lại\t\t01/05/2022", "2\tTrồng sen\t\t30/11/2022")
    assert content(small) == before
    assert actions(small) == count
    assert plan.asked.notices == []
    assert [problem.code for problem in said] == [Code.E_INVALID]


def test_a_new_row_that_breaks_a_rule_leaves_the_cells_as_they_were(plan: Plan, small: SmallOffice) -> None:
    tab = plan.screen.tasks
    tab.view.horizontalHeader().showSection(tab.list.model.column_index("start_on"))
    said = refusals(plan)
    before, count = content(small), actions(small)
    paste(plan, tab, "code", "1\tKý lại\t\t01/07/2022\t30/11/2022", "2\tTrồng sen\t\t01/07/2022\t01/05/2022")
    assert content(small) == before
    assert actions(small) == count
    assert plan.asked.notices == []
    assert [problem.code for problem in said] == [Code.E_INVALID]


def test_targets_too(plan: Plan, small: SmallOffice, qtbot: QtBot) -> None:
    tab = plan.screen.pages.targets
    plan.screen.pages.tabs.show_key("targets")
    count = actions(small)
    paste(plan, tab, "code", "1\tHộ nghèo giảm", "2\tThu nhập")
    plan.settle(qtbot, writes=2)
    assert actions(small) == count + 1
    undo.undo(small.store, user="")
    assert [row.target.name for row in plan.screen.data.read().targets] == ["Hộ nghèo"]
    assert plan.asked.errors == []
