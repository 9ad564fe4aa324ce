"""The figures of thirteen communes are the sum of theirs, and every total equals its parts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.counts import TaskCounts, TaskStatus
from desktop.domain.entities import TaskState
from desktop.domain.status import DeadlineState, deadline_state

TODAY = date(2022, 6, 18)
days = st.dates(date(2022, 5, 1), date(2022, 8, 1))
tasks = st.tuples(st.sampled_from([*TaskState, "a_newer_state"]), st.none() | days, st.none() | days)
lists = st.lists(tasks, max_size=30)


def test_a_commune_reads_its_figures_off_the_count() -> None:
    may, july = date(2022, 5, 31), date(2022, 7, 31)
    counts = TaskCounts.of(
        [
            (TaskState.NOT_STARTED, july, None),
            (TaskState.IN_PROGRESS, may, None),
            (TaskState.IN_PROGRESS, date(2022, 6, 20), None),
            (TaskState.PENDING_CONFIRMATION, None, None),
            (TaskState.COMPLETED, may, may),
            (TaskState.COMPLETED, may, TODAY),
            (TaskState.COMPLETED, None, may),
            (TaskState.SUSPENDED, may, None),
            (TaskState.CANCELLED, may, None),
            ("a_newer_state", july, None),
        ],
        TODAY,
    )
    assert counts == TaskCounts(
        not_started=1,
        in_progress=2,
        pending_confirmation=1,
        other_state=1,
        completed_on_time=1,
        completed_late=1,
        completed_no_deadline=1,
        open_in_time=3,
        open_overdue=1,
        open_no_deadline=1,
        suspended=1,
        cancelled=1,
        due_soon=1,
    )
    assert (counts.total, counts.completed, counts.still_open) == (10, 3, 5)
    assert counts.percent_done == Decimal("33.33")


def test_cancelled_work_is_not_held_against_anyone() -> None:
    counts = TaskCounts(completed_on_time=9, cancelled=1)
    assert counts.percent_done == 100
    assert TaskCounts(cancelled=3).percent_done is None
    assert TaskCounts().percent_done is None
    assert TaskCounts(completed_late=2, open_in_time=1, in_progress=1).percent_done == Decimal("66.67")


@given(lists, days)
def test_every_total_equals_its_parts(listed: list[TaskStatus], today: date) -> None:
    counts = TaskCounts.of(listed, today)
    assert counts.total == len(listed)
    assert sum(counts.by_state.values()) == len(listed)
    assert sum(counts.by_deadline.values()) == len(listed)
    open_by_state = counts.not_started + counts.in_progress + counts.pending_confirmation + counts.other_state
    assert counts.still_open == open_by_state
    assert 0 <= counts.due_soon <= counts.open_in_time
    assert counts.percent_done is None or 0 <= counts.percent_done <= 100


@given(lists, days, st.integers(0, 10))
def test_counting_one_by_one_gives_the_same(listed: list[TaskStatus], today: date, soon: int) -> None:
    counts = TaskCounts.of(listed, today, soon)
    for state in TaskState:
        assert counts.by_state[state] == sum(task[0] == state for task in listed)
    for deadline in DeadlineState:
        alike = sum(deadline_state(*task, today, soon) is deadline for task in listed)
        assert counts.by_deadline[deadline] == alike


@given(st.lists(lists, max_size=13), days)
def test_the_sum_over_units_is_the_count_over_all(units: list[list[TaskStatus]], today: date) -> None:
    together = TaskCounts.of([task for unit in units for task in unit], today)
    assert sum((TaskCounts.of(unit, today) for unit in units), TaskCounts()) == together
    assert sum((TaskCounts.of(unit, today) for unit in reversed(units)), TaskCounts()) == together


@given(lists, days)
def test_grouped_by_the_database_or_not_the_figures_are_the_same(
    listed: list[TaskStatus], today: date
) -> None:
    pairs = [(task, 1) for task in listed] + [(task, 2) for task in listed]
    assert TaskCounts.of_groups(pairs, today) == TaskCounts.of(listed * 3, today)
