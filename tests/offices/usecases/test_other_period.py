"""Another reporting period can be looked at: what was due and said in it, and who had sent."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.domain.entities import ProgressUpdate, TaskState
from desktop.domain.status import DeadlineState
from desktop.usecases.read_consolidation import read_consolidation
from desktop.usecases.read_targets import read_targets
from desktop.usecases.weekly_tasks import Week, read_week
from tests.helpers.small_office import COMMUNE, DISTRICT, SmallOffice

IN_MAY, IN_JUNE = date(2022, 5, 3), date(2022, 6, 2)


def month(small: SmallOffice, number: int) -> Week:
    return read_week(small.office, period_id=small.period(number).id)


def said(small: SmallOffice, task_id: str, number: int, day: date, **words: object) -> None:
    update = ProgressUpdate(task_id=task_id, period_id=small.period(number).id, reported_on=day)
    small.add(update.replace(**words))


def test_a_month_lists_what_was_due_or_reported_in_it(small: SmallOffice) -> None:
    small.task("1.1", due_on=IN_JUNE)
    reported = small.task("1.2", due_on=date(2022, 9, 1))
    small.task("1.3", due_on=date(2022, 6, 17))
    said(small, reported.id, 6, IN_JUNE, state=TaskState.IN_PROGRESS, percent=30, result="Đã họp dân")
    week = month(small, 6)
    assert [(one.code, one.is_reviewed, one.result) for one in week.tasks] == [
        ("1.1", False, ""),
        ("1.2", True, "Đã họp dân"),
    ]
    assert (week.from_on, week.to_on, week.is_present) == (date(2022, 5, 15), date(2022, 6, 14), False)
    assert (week.reviewed, week.total) == (1, 2)


def test_a_task_is_shown_as_it_was_reported_then_not_as_it_is_now(small: SmallOffice) -> None:
    task = small.task(
        "1.1", due_on=IN_MAY, state=TaskState.COMPLETED, percent=100, completed_on=date(2022, 6, 10)
    )
    said(small, task.id, 5, IN_MAY, state=TaskState.IN_PROGRESS, percent=40, is_blocked=True)
    said(small, task.id, 6, date(2022, 6, 10), state=TaskState.COMPLETED, percent=100)
    may, june = month(small, 5).tasks[0], month(small, 6).tasks[0]
    assert (may.state, may.percent, may.is_blocked, may.completed_on) == ("in_progress", 40, True, None)
    assert may.deadline is DeadlineState.OVERDUE
    assert may.days_late == 11
    assert (june.state, june.percent, june.completed_on) == ("completed", 100, date(2022, 6, 10))


def test_the_present_month_by_its_id_is_the_week_as_ever(small: SmallOffice) -> None:
    small.task("1.1", due_on=date(2022, 6, 17))
    assert month(small, 7) == read_week(small.office)
    assert read_week(small.office, period_id="no longer here") == read_week(small.office)


def test_the_sheet_of_targets_turns_to_the_month_looked_at(small: SmallOffice) -> None:
    small.target("1", "Việc làm", "430")
    june = small.period(6).id
    for asked, shown in ((june, 6), ("", 7), ("no longer here", 7)):
        current = read_targets(small.office, 2022, "", asked).current_period
        assert current is not None
        assert current.number == shown


def taken(small: SmallOffice, n: int, day: date) -> None:
    """As if a bundle of the commune had been taken at noon of a day."""
    at = round(datetime.combine(day, time(12)).astimezone().timestamp() * 1000)
    small.store.connection.execute(
        "INSERT INTO sync_log (bundle, is_outgoing, at, device, unit, n, code) "
        "VALUES (?, 0, ?, '', ?, ?, 'OK')",
        (f"bundle {n}", at, COMMUNE, n),
    )


@pytest.mark.parametrize(
    ("days", "sent_in"),
    [
        ([date(2022, 6, 16)], {6, 7}),
        ([date(2022, 6, 1)], {6}),
        ([date(2022, 6, 1), date(2022, 6, 18)], {6, 7}),
        ([date(2022, 4, 20)], {5}),
    ],
)
def test_a_month_that_is_over_counts_what_came_until_it_was_to_be_sent(
    tmp_path: Path, days: list[date], sent_in: set[int]
) -> None:
    district = SmallOffice(tmp_path, DISTRICT)
    district.commune("30067", "Xã Phú Điền")
    for n, day in enumerate(days, 1):
        taken(district, n, day)
    found = {
        number
        for number in (5, 6, 7)
        for unit in read_consolidation(district.office, 2022, district.period(number).id).units
        if unit.has_sent and not unit.is_own
    }
    assert found == sent_in
