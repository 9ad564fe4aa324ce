"""A status set in the plan is the same statement as one of the weekly round: one record, one report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.store import undo
from desktop.usecases.plan_actions import RecordEdit, add_tasks, edit_cells
from desktop.usecases.update_status import Cell, QuickStatus, report, set_status
from tests.helpers.small_office import TODAY, SmallOffice


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


@pytest.mark.parametrize(
    ("key", "value"), [("state", "not_started"), ("completed_on", TODAY), ("percent", 100)]
)
def test_the_plan_and_the_weekly_round_leave_the_same_behind(
    small: SmallOffice, key: str, value: object
) -> None:
    answers = {
        "state": Cell("", "status", QuickStatus.NOT_STARTED),
        "completed_on": Cell("", "completed_on", TODAY),
        "percent": Cell("", "percent", 100),
    }
    here, there = (
        small.task(code, state=TaskState.IN_PROGRESS, percent=40, is_blocked=True) for code in ("1", "2")
    )
    edit(small, here, key, value)
    report(small.office, [replace(answers[key], task_id=there.id)])
    left = [status_of(small, task) for task in (here, there)]
    assert left[0] == left[1]


def status_of(small: SmallOffice, task: Task) -> tuple[object, ...]:
    now = small.store.get(Task, task.id)
    said = small.store.select(ProgressUpdate, task_id=task.id)[0]
    return (
        now.state,
        now.percent,
        now.completed_on,
        now.is_blocked,
        said.state,
        said.percent,
        said.is_blocked,
        said.reported_on,
        said.period_id,
    )


def test_a_new_task_that_has_begun_is_reported_with_it(small: SmallOffice) -> None:
    plain, begun = add_tasks(
        small.office, small.plan, [{"title": "Làm đường"}, {"title": "Trồng sen", "percent": 30}]
    )
    assert begun.state is TaskState.IN_PROGRESS
    assert [(one.task_id, one.percent) for one in small.store.select(ProgressUpdate)] == [(begun.id, 30)]
    assert plain.state is TaskState.NOT_STARTED
    undo.undo(small.store, user="Lê Thị Hồng")
    assert small.store.select(Task) == []
    assert small.store.select(ProgressUpdate) == []
