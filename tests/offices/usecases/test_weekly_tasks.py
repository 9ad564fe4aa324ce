"""A clerk finds every task that wants a word this week, and no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.domain.entities import ProgressUpdate, TaskState
from desktop.domain.status import DeadlineState
from desktop.usecases.weekly_tasks import read_week, week_of
from tests.helpers.small_office import SmallOffice


def codes(small: SmallOffice) -> list[str]:
    return [task.code for task in read_week(small.office).tasks]


def test_the_week_runs_from_monday_to_sunday() -> None:
    assert week_of(date(2022, 6, 18)) == (date(2022, 6, 13), date(2022, 6, 19))
    assert week_of(date(2022, 6, 13)) == (date(2022, 6, 13), date(2022, 6, 19))


def test_due_late_and_blocked_work_is_listed_by_deadline(small: SmallOffice) -> None:
    small.task("1.1", due_on=date(2022, 6, 19), state=TaskState.IN_PROGRESS)
    small.task("1.2", due_on=date(2022, 5, 2), state=TaskState.NOT_STARTED)
    small.task("1.3", state=TaskState.IN_PROGRESS, is_blocked=True)
    small.task("1.4", due_on=date(2022, 6, 20), state=TaskState.IN_PROGRESS)
    small.task("1.5", due_on=date(2022, 5, 2), state=TaskState.COMPLETED, completed_on=date(2022, 5, 1))
    small.task("1.6", due_on=date(2022, 5, 2), state=TaskState.CANCELLED)
    assert codes(small) == ["1.2", "1.1", "1.3"]


def test_a_key_task_above_others_is_a_heading_and_one_alone_is_work(small: SmallOffice) -> None:
    above = small.task("1", is_key_task=True, due_on=date(2022, 6, 15))
    small.task("1.1", parent_id=above.id, due_on=date(2022, 6, 15))
    small.task("2", is_key_task=True, due_on=date(2022, 6, 15))
    assert codes(small) == ["1.1", "2"]


def test_reported_work_stays_for_the_week_and_counts_as_reviewed(small: SmallOffice) -> None:
    done = small.task("1.1", state=TaskState.COMPLETED, percent=100, completed_on=date(2022, 6, 14))
    small.task("1.2", due_on=date(2022, 6, 17))
    small.add(
        ProgressUpdate(
            task_id=done.id,
            period_id=small.period(6).id,
            reported_on=date(2022, 6, 14),
            state=TaskState.COMPLETED,
            result="Đã ký 392 ha",
        )
    )
    week = read_week(small.office)
    assert [(task.code, task.is_reviewed, task.result) for task in week.tasks] == [
        ("1.2", False, ""),
        ("1.1", True, "Đã ký 392 ha"),
    ]
    assert (week.reviewed, week.total) == (1, 2)
    assert week.period is not None
    assert (week.period.number, week.period.from_on) == (7, date(2022, 6, 15))


def test_a_line_tells_how_late_and_who_leads(small: SmallOffice) -> None:
    small.task("1.1", due_on=date(2022, 6, 15), state=TaskState.IN_PROGRESS)
    line = read_week(small.office).tasks[0]
    assert (line.lead, line.days_late, line.days_left) == ("Nguyễn Văn Bình", 3, -3)
    assert line.deadline is DeadlineState.OVERDUE
    assert line.is_open


def test_what_blocks_a_task_is_shown_however_long_ago_it_was_said(small: SmallOffice) -> None:
    task = small.task("1.1", state=TaskState.IN_PROGRESS, is_blocked=True)
    small.add(ProgressUpdate(task_id=task.id, reported_on=date(2022, 3, 1), difficulty="Chưa có vốn đối ứng"))
    assert read_week(small.office).tasks[0].difficulty == "Chưa có vốn đối ứng"


def test_other_units_and_older_years_are_not_this_weeks_work(small: SmallOffice) -> None:
    small.task("1.1", due_on=date(2022, 6, 15), scope="30043-19840306")
    old = small.add(small.plan.replace(id="", year=2019))
    small.task("1.2", due_on=date(2019, 6, 15), plan_id=old.id)
    assert codes(small) == []


def test_without_periods_the_week_is_still_there(tmp_path: Path) -> None:
    small = SmallOffice(tmp_path, periods=False)
    small.task("1.1", due_on=date(2022, 6, 15))
    week = read_week(small.office)
    assert week.period is None
    assert week.total == 1
