"""Every task stands in exactly one place, whatever its state and days, so that reports add up."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.entities import TaskState
from desktop.domain.status import (
    DeadlineState,
    StatusGroup,
    StatusLabel,
    days_late,
    deadline_state,
    status_group,
    status_label,
)

TODAY = date(2022, 6, 18)
days = st.dates(date(2022, 1, 1), date(2022, 12, 31))
tasks = st.tuples(st.sampled_from([*TaskState, "a_newer_state"]), st.none() | days, st.none() | days)


def on(day: int) -> date:
    return date(2022, 6, day)


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (None, DeadlineState.NO_DEADLINE),
        (on(17), DeadlineState.OVERDUE),
        (on(18), DeadlineState.DUE_SOON),
        (on(21), DeadlineState.DUE_SOON),
        (on(22), DeadlineState.ON_TIME),
    ],
)
@pytest.mark.parametrize(
    "state", [TaskState.NOT_STARTED, TaskState.IN_PROGRESS, TaskState.PENDING_CONFIRMATION, "a_newer_state"]
)
def test_open_work_is_judged_by_today(state: str, due_on: date | None, expected: DeadlineState) -> None:
    assert deadline_state(state, due_on, None, TODAY) is expected


def test_the_warning_may_come_earlier_or_on_the_day_only() -> None:
    assert deadline_state("in_progress", on(25), None, TODAY, soon_days=7) is DeadlineState.DUE_SOON
    assert deadline_state("in_progress", on(19), None, TODAY, soon_days=0) is DeadlineState.ON_TIME
    assert deadline_state("in_progress", on(18), None, TODAY, soon_days=0) is DeadlineState.DUE_SOON


@pytest.mark.parametrize(
    ("due_on", "completed_on", "expected", "late"),
    [
        (on(10), on(10), DeadlineState.ON_TIME, 0),
        (on(10), on(11), DeadlineState.OVERDUE, 1),
        (on(19), on(18), DeadlineState.ON_TIME, 0),
        (None, on(11), DeadlineState.NO_DEADLINE, 0),
        (on(10), None, DeadlineState.OVERDUE, 8),
        (on(18), None, DeadlineState.ON_TIME, 0),
    ],
)
def test_completed_work_is_judged_by_its_day_of_completion(
    due_on: date | None, completed_on: date | None, expected: DeadlineState, late: int
) -> None:
    assert deadline_state(TaskState.COMPLETED, due_on, completed_on, TODAY) is expected
    assert days_late(TaskState.COMPLETED, due_on, completed_on, TODAY) == late


@pytest.mark.parametrize("state", [TaskState.SUSPENDED, TaskState.CANCELLED])
def test_work_that_was_stopped_is_never_dunned(state: TaskState) -> None:
    assert deadline_state(state, on(1), None, TODAY) is DeadlineState.NO_DEADLINE
    assert days_late(state, on(1), None, TODAY) == 0


@pytest.mark.parametrize(
    ("state", "due_on", "completed_on", "label"),
    [
        ("not_started", on(30), None, StatusLabel.NOT_STARTED),
        ("not_started", on(1), None, StatusLabel.NOT_STARTED),
        ("in_progress", on(30), None, StatusLabel.IN_PROGRESS_IN_TIME),
        ("in_progress", on(19), None, StatusLabel.IN_PROGRESS_IN_TIME),
        ("in_progress", on(1), None, StatusLabel.IN_PROGRESS_OVERDUE),
        ("in_progress", None, None, StatusLabel.IN_PROGRESS_NO_DEADLINE),
        ("pending_confirmation", on(1), None, StatusLabel.IN_PROGRESS_OVERDUE),
        ("completed", on(10), on(9), StatusLabel.COMPLETED_IN_TIME),
        ("completed", on(10), on(12), StatusLabel.COMPLETED_LATE),
        ("completed", None, on(12), StatusLabel.COMPLETED_NO_DEADLINE),
        ("suspended", on(1), None, StatusLabel.SUSPENDED),
        ("cancelled", on(1), None, StatusLabel.CANCELLED),
        ("a_newer_state", on(30), None, StatusLabel.IN_PROGRESS_IN_TIME),
    ],
)
def test_documents_print_the_label_that_both_axes_give(
    state: str, due_on: date | None, completed_on: date | None, label: StatusLabel
) -> None:
    assert status_label(state, due_on, completed_on, TODAY) is label


@given(st.lists(tasks), days)
def test_the_total_is_the_sum_of_its_parts(
    listed: list[tuple[str, date | None, date | None]], today: date
) -> None:
    """The invariant of the house: completed + open + suspended + cancelled, each split by deadline."""
    groups = Counter(status_group(*task, today) for task in listed)
    states = Counter(str(state) for state, _, _ in listed)
    completed = sum(groups[g] for g in StatusGroup if g.startswith("completed_"))
    still_open = sum(groups[g] for g in StatusGroup if g.startswith("open_"))
    assert completed == states["completed"]
    assert groups[StatusGroup.SUSPENDED] == states["suspended"]
    assert groups[StatusGroup.CANCELLED] == states["cancelled"]
    assert completed + still_open + states["suspended"] + states["cancelled"] == len(listed)


@given(tasks, days)
def test_both_axes_and_the_days_late_agree(task: tuple[str, date | None, date | None], today: date) -> None:
    group, deadline = status_group(*task, today), deadline_state(*task, today)
    late = deadline is DeadlineState.OVERDUE
    assert late is (group in {StatusGroup.COMPLETED_LATE, StatusGroup.OPEN_OVERDUE})
    assert late is (days_late(*task, today) > 0)
    if deadline is DeadlineState.DUE_SOON:
        assert group is StatusGroup.OPEN_IN_TIME


@given(tasks, days, st.integers(1, 400))
def test_open_work_never_becomes_timely_by_waiting(
    task: tuple[str, date | None, date | None], today: date, wait: int
) -> None:
    later = today + timedelta(days=wait)
    assert days_late(*task, later) >= days_late(*task, today)


@given(tasks, days, st.integers(-1, 30), st.integers(0, 30))
def test_an_earlier_warning_never_moves_a_count(
    task: tuple[str, date | None, date | None], today: date, soon: int, more: int
) -> None:
    few, many = deadline_state(*task, today, soon), deadline_state(*task, today, soon + more)
    assert few is many or (few, many) == (DeadlineState.ON_TIME, DeadlineState.DUE_SOON)
