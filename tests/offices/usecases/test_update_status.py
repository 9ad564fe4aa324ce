"""One key press is one action: status, percentage and the period's update change and undo together."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.entities import ProgressUpdate, Task, TaskState
from desktop.domain.errors import InvalidValueError, SoSenError
from desktop.store.sql import value
from desktop.usecases.undo_action import undo_action
from desktop.usecases.update_status import Cell, QuickStatus, quick_status, report, set_status
from desktop.usecases.weekly_tasks import read_week
from tests.helpers.small_office import TODAY, SmallOffice


def status_of(small: SmallOffice, task: Task) -> tuple[str, int | None, date | None, bool]:
    now = small.store.get(Task, task.id)
    return now.state, now.percent, now.completed_on, now.is_blocked


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (QuickStatus.NOT_STARTED, (TaskState.NOT_STARTED, 0, None, False)),
        (QuickStatus.IN_PROGRESS, (TaskState.IN_PROGRESS, 40, None, False)),
        (QuickStatus.DONE, (TaskState.COMPLETED, 100, TODAY, False)),
        (QuickStatus.BLOCKED, (TaskState.IN_PROGRESS, 40, None, True)),
    ],
)
def test_each_answer_writes_the_whole_status(
    small: SmallOffice, status: QuickStatus, expected: tuple[object, ...]
) -> None:
    task = small.task("1.1", due_on=TODAY, state=TaskState.IN_PROGRESS, percent=40)
    set_status(small.office, [task.id], status)
    assert status_of(small, task) == expected
    update = small.store.select(ProgressUpdate)[0]
    assert (update.state, update.percent, update.is_blocked) == (expected[0], expected[1], expected[3])
    assert (update.reported_on, update.period_id) == (TODAY, small.period(7).id)
    assert quick_status(str(expected[0]), is_blocked=bool(expected[3])) is status


def test_status_and_update_are_one_step_back(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY, state=TaskState.IN_PROGRESS, percent=40)
    before = value(small.store.connection, "SELECT count(*) FROM action")
    set_status(small.office, [task.id], QuickStatus.DONE)
    assert value(small.store.connection, "SELECT count(*) FROM action") == before + 1
    undo_action(small.office)
    assert status_of(small, task) == (TaskState.IN_PROGRESS, 40, None, False)
    assert small.store.select(ProgressUpdate) == []


def test_correcting_a_key_press_leaves_one_update(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY, state=TaskState.IN_PROGRESS, percent=40)
    for status in (QuickStatus.DONE, QuickStatus.BLOCKED, QuickStatus.BLOCKED):
        set_status(small.office, [task.id], status)
    assert len(small.store.select(ProgressUpdate)) == 1
    assert status_of(small, task)[0] == TaskState.IN_PROGRESS


def test_taking_done_back_returns_to_the_percentage_before(small: SmallOffice) -> None:
    task = small.task("1.1", state=TaskState.COMPLETED, percent=100, completed_on=date(2022, 6, 1))
    small.add(ProgressUpdate(task_id=task.id, reported_on=date(2022, 5, 1), percent=70))
    set_status(small.office, [task.id], QuickStatus.IN_PROGRESS)
    assert status_of(small, task) == (TaskState.IN_PROGRESS, 70, None, False)


def test_done_again_keeps_the_day_it_was_done(small: SmallOffice) -> None:
    task = small.task("1.1", state=TaskState.COMPLETED, percent=100, completed_on=date(2022, 6, 1))
    set_status(small.office, [task.id], QuickStatus.DONE)
    assert status_of(small, task)[2] == date(2022, 6, 1)
    assert read_week(small.office).reviewed == 1


def test_several_tasks_change_as_one_action(small: SmallOffice) -> None:
    tasks = [small.task(f"1.{n}", due_on=TODAY) for n in range(1, 4)]
    set_status(small.office, [task.id for task in tasks], QuickStatus.DONE)
    undo_action(small.office)
    assert {status_of(small, task)[0] for task in tasks} == {TaskState.NOT_STARTED}


def test_words_and_figures_are_reports_too(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY)
    report(small.office, [Cell(task.id, "percent", 30), Cell(task.id, "result", "Đã họp dân 3 ấp")])
    assert status_of(small, task) == (TaskState.IN_PROGRESS, 30, None, False)
    report(small.office, [Cell(task.id, "difficulty", "Thiếu vốn")])
    update = small.store.select(ProgressUpdate)[0]
    assert (update.result, update.difficulty, update.percent) == ("Đã họp dân 3 ấp", "Thiếu vốn", 30)


def test_a_hundred_percent_is_done_and_less_reopens(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY, state=TaskState.IN_PROGRESS, percent=40)
    report(small.office, [Cell(task.id, "percent", 100)])
    assert status_of(small, task) == (TaskState.COMPLETED, 100, TODAY, False)
    report(small.office, [Cell(task.id, "percent", 90)])
    assert status_of(small, task) == (TaskState.IN_PROGRESS, 90, None, False)


def test_the_day_of_completion_can_be_set_and_taken_away(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY, state=TaskState.IN_PROGRESS, percent=40)
    report(small.office, [Cell(task.id, "completed_on", date(2022, 6, 16))])
    assert status_of(small, task) == (TaskState.COMPLETED, 100, date(2022, 6, 16), False)
    report(small.office, [Cell(task.id, "completed_on", None)])
    assert status_of(small, task)[0] == TaskState.IN_PROGRESS


def test_emptying_an_empty_cell_says_nothing(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY)
    report(small.office, [Cell(task.id, "result", "")])
    assert small.store.select(ProgressUpdate) == []


def test_an_update_of_the_period_before_stays_as_it_was_cut_off(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY, state=TaskState.IN_PROGRESS)
    said = ProgressUpdate(task_id=task.id, period_id=small.period(6).id, reported_on=date(2022, 6, 14))
    before = small.add(said.replace(result="Đã ký 140 ha"))
    set_status(small.office, [task.id], QuickStatus.DONE)
    assert small.store.get(ProgressUpdate, before.id) == before
    assert len(small.store.select(ProgressUpdate)) == 2
    assert read_week(small.office).tasks[0].result == "Đã ký 140 ha"


def test_a_wrong_figure_changes_nothing(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY)
    with pytest.raises(InvalidValueError):
        report(small.office, [Cell(task.id, "result", "ghi kèm"), Cell(task.id, "percent", 150)])
    assert small.store.select(ProgressUpdate) == []


def test_what_the_four_answers_do_not_cover_cannot_be_written(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY)
    with pytest.raises(InvalidValueError):
        report(small.office, [Cell(task.id, "due_on", TODAY)])
    assert quick_status(TaskState.SUSPENDED, is_blocked=False) is None


def test_another_units_task_is_refused(small: SmallOffice) -> None:
    task = small.task("1.1", due_on=TODAY, scope="30043-19840306")
    with pytest.raises(SoSenError) as refused:
        set_status(small.office, [task.id], QuickStatus.DONE)
    assert refused.value.code == "E_READONLY"
