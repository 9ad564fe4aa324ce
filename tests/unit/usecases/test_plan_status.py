"""A status set in the plan is the same statement as one of the weekly round: one record, one report."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.store import undo
from desktop.usecases.plan_actions import RecordEdit, edit_cells
from desktop.usecases.update_status import QuickStatus, set_status
from tests.helpers.small_office import TODAY, SmallOffice


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    return SmallOffice(tmp_path)


def edit(small: SmallOffice, task: Task, key: str, value: object) -> None:
    edit_cells(small.office, [RecordEdit(Task, task.id, key, value)])


def test_a_status_set_in_the_plan_is_reported_like_one_of_the_weekly_round(small: SmallOffice) -> None:
    task = small.task("1", state=TaskState.NOT_STARTED)
    edit(small, task, "percent", 30)
    edit(small, task, "percent", 60)
    updates = small.store.select(ProgressUpdate, task_id=task.id)
    assert [(one.state, one.percent, one.reported_on) for one in updates] == [
        (TaskState.IN_PROGRESS, 60, TODAY)
    ]
    assert updates[0].period_id == small.period(7).id
    set_status(small.office, [task.id], QuickStatus.DONE)
    assert [one.state for one in small.store.select(ProgressUpdate)] == [TaskState.COMPLETED]


def test_a_status_and_its_report_are_one_step_to_undo(small: SmallOffice) -> None:
    task = small.task("1", state=TaskState.IN_PROGRESS, percent=40)
    edit(small, task, "percent", 100)
    assert small.store.get(Task, task.id).state is TaskState.COMPLETED
    undo.undo(small.store, user="Lê Thị Hồng")
    assert small.store.get(Task, task.id) == task
    assert small.store.select(ProgressUpdate) == []


def test_other_cells_of_the_plan_report_nothing(small: SmallOffice) -> None:
    task = small.task("1", state=TaskState.IN_PROGRESS, percent=40)
    edit(small, task, "expected_product", "Biên bản")
    edit(small, task, "percent", 40)
    assert small.store.select(ProgressUpdate) == []
