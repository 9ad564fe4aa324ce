"""Which tasks of the plans of a year take over which items of the upper level's programmes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.store.sql import stream
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class CoveringTask:
    """One task that names a programme item as its root; ``scope`` tells whose task it is."""

    item_id: str
    task_id: str
    scope: str
    code: str
    title: str
    state: str
    due_on: date | None
    completed_on: date | None


_COVERING = """
SELECT t.item_id, t.id, t.scope, t.code, t.title, t.state, t.due_on, t.completed_on
FROM task AS t JOIN plan AS p ON p.id = t.plan_id
WHERE p.year = ? AND t.alive = 1 AND p.alive = 1 AND t.item_id <> ''
ORDER BY t.scope, t."order" IS NULL, t."order", t.id
"""


def covering_tasks(store: Store, year: int) -> list[CoveringTask]:
    """All such tasks of the year's plans, by unit and in the plans' own order."""
    return [
        CoveringTask(item_id, task_id, scope, code, title, state, _day(due_on), _day(completed_on))
        for item_id, task_id, scope, code, title, state, due_on, completed_on in stream(
            store.connection, _COVERING, (year,)
        )
    ]


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
