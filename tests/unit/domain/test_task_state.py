"""Status, percentage, day and "blocked" move together in one way, from whatever screen one of them is set."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.domain.entities import Task, TaskState
from desktop.domain.task_state import restated

TODAY, EARLIER = date(2022, 6, 17), date(2022, 6, 1)
S = TaskState
Status = tuple[TaskState, int | None, date | None, bool]


def after(before: Status, said: dict[str, Any], *earlier: int | None) -> Status:
    state, percent, completed_on, is_blocked = before
    task = Task(state=state, percent=percent, completed_on=completed_on, is_blocked=is_blocked)
    now = restated(task, said, TODAY, earlier)
    assert now.problems() == []
    return now.state, now.percent, now.completed_on, now.is_blocked


NEW: Status = (S.NOT_STARTED, None, None, False)
HALF: Status = (S.IN_PROGRESS, 40, None, False)
STUCK: Status = (S.IN_PROGRESS, 40, None, True)
DONE: Status = (S.COMPLETED, 100, EARLIER, False)
RESTING: Status = (S.SUSPENDED, 40, None, False)


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        (STUCK, {"state": S.COMPLETED}, (S.COMPLETED, 100, TODAY, False)),
        (DONE, {"state": S.COMPLETED}, DONE),
        (HALF, {"percent": 100}, (S.COMPLETED, 100, TODAY, False)),
        (HALF, {"completed_on": EARLIER}, DONE),
        (DONE, {"completed_on": TODAY}, (S.COMPLETED, 100, TODAY, False)),
        (NEW, {"percent": 30}, (S.IN_PROGRESS, 30, None, False)),
        (NEW, {"percent": 0}, (S.NOT_STARTED, 0, None, False)),
        (STUCK, {"percent": 60}, (S.IN_PROGRESS, 60, None, True)),
        (STUCK, {"state": S.NOT_STARTED}, (S.NOT_STARTED, 0, None, False)),
        (STUCK, {"state": S.SUSPENDED}, RESTING),
        (RESTING, {"is_blocked": True}, STUCK),
        (HALF, {"is_blocked": True}, STUCK),
        (NEW, {"is_blocked": True}, (S.NOT_STARTED, None, None, True)),
        (DONE, {"percent": 90}, (S.IN_PROGRESS, 90, None, False)),
        (DONE, {"is_blocked": False}, DONE),
    ],
)
def test_what_is_not_said_follows_from_what_is(
    before: Status, said: dict[str, Any], expected: Status
) -> None:
    assert after(before, said) == expected


@pytest.mark.parametrize("said", [{"state": S.IN_PROGRESS}, {"completed_on": None}])
def test_reopened_work_goes_back_to_what_was_reported_before(said: dict[str, Any]) -> None:
    assert after(DONE, said, 20, 70, None, 100) == (S.IN_PROGRESS, 70, None, False)
    assert after(DONE, said) == (S.IN_PROGRESS, None, None, False)


def test_a_pasted_status_outranks_the_percentage_beside_it() -> None:
    assert after(HALF, {"state": S.COMPLETED, "percent": 80}) == (S.COMPLETED, 100, TODAY, False)
    assert after(DONE, {"state": S.PENDING_CONFIRMATION, "percent": 100}) == (
        S.PENDING_CONFIRMATION,
        100,
        None,
        False,
    )


def test_a_percentage_beside_not_started_means_it_has_begun() -> None:
    assert after(HALF, {"state": S.NOT_STARTED, "percent": 10}) == (S.IN_PROGRESS, 10, None, False)
