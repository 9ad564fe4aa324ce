"""A frozen plan is read as it was settled, while its progress is reported from the plan as before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.entities import PlanState, ProgressUpdate, Task, TaskState
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.widgets.editors.any_editor import AnyEditor
from desktop.ui.widgets.editors.choice_edit import ChoiceEdit, YesNoEdit
from desktop.usecases.edit_records import save_record
from tests.helpers.small_office import SmallOffice
from tests.ui.plan.kit import Shown, shown

Plan = Shown[PlanScreen]


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    office = SmallOffice(tmp_path / "data")
    office.task("1", "Ký hợp đồng", due_on=date(2022, 6, 15), state=TaskState.IN_PROGRESS, percent=40)
    save_record(office.office, office.plan.replace(state=PlanState.FROZEN))
    return office


@pytest.fixture
def plan(small: SmallOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[Plan]:
    with shown(PlanScreen, small.office, tmp_path, qtbot) as made:
        yield made


def can_edit(plan: Plan, column: str) -> bool:
    model = plan.screen.tasks.list.model
    return bool(model.flags(model.index(0, model.column_index(column))) & Qt.ItemFlag.ItemIsEditable)


def is_open(editor: AnyEditor) -> bool:
    if isinstance(editor, ChoiceEdit | YesNoEdit):
        return editor.isEnabled()
    return not editor.isReadOnly()


def test_only_what_says_how_far_a_task_is_can_be_changed(plan: Plan) -> None:
    open_cells = [column.key for column in plan.screen.tasks.columns if can_edit(plan, column.key)]
    assert open_cells == ["state", "percent"]
    assert plan.screen.head.actions_by_name["delete"].isEnabled() is False
    assert plan.screen.head._read_only.accessibleName() == "Progress only"


def test_progress_is_reported_from_its_cells_and_from_the_panel(
    plan: Plan, small: SmallOffice, qtbot: QtBot
) -> None:
    model = plan.screen.tasks.list.model
    assert model.setData(model.index(0, model.column_index("percent")), "60")
    plan.settle(qtbot, writes=1)
    editor = plan.screen.tasks.detail.form.rows["percent"].editor
    editor.setFocus()
    plan.keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    plan.keys.type("100")
    plan.screen.tasks.view.setFocus()
    plan.settle(qtbot, writes=2)
    assert plan.asked.errors == []
    assert small.store.select(Task)[0].state is TaskState.COMPLETED
    assert [one.percent for one in small.store.select(ProgressUpdate)] == [100]


def test_the_panel_keeps_the_content_closed(plan: Plan) -> None:
    rows = plan.screen.tasks.detail.form.rows
    assert {name for name, row in rows.items() if is_open(row.editor)} == {"state", "percent"}
    assert not plan.screen.tasks.detail.extend_button.isHidden()
