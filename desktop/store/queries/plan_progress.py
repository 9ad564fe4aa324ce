"""What became of a plan's tasks: the last statement about each, how often its deadline was put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.store.sql import stream
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class LastProgress:
    """The newest progress update of one task."""

    reported_on: date | None
    result: str
    difficulty: str
    proposal: str


_LAST = """
SELECT u.task_id, u.reported_on, u.result, u.difficulty, u.proposal
FROM progress_update AS u JOIN task AS t ON t.id = u.task_id
WHERE t.plan_id = ? AND u.alive = 1
ORDER BY u.task_id, u.reported_on, u.id
"""

_EXTENSIONS = """
SELECT e.task_id, count(*)
FROM deadline_extension AS e JOIN task AS t ON t.id = e.task_id
WHERE t.plan_id = ? AND e.alive = 1
GROUP BY e.task_id
"""


def last_progress(store: Store, plan_id: str) -> dict[str, LastProgress]:
    """Task id → its newest update, for the tasks of one plan that have any."""
    found: dict[str, LastProgress] = {}
    for task_id, reported_on, result, difficulty, proposal in stream(store.connection, _LAST, (plan_id,)):
        day = date.fromisoformat(reported_on) if reported_on else None
        found[task_id] = LastProgress(day, result, difficulty, proposal)
    return found


def extension_counts(store: Store, plan_id: str) -> dict[str, int]:
    """Task id → how many times its deadline was put off, for the tasks of one plan that have any."""
    return {row[0]: row[1] for row in stream(store.connection, _EXTENSIONS, (plan_id,))}
