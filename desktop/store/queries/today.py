"""What wants attention beyond an office's own tasks: demands not taken over, changes not sent, plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.change import ScopeCut
from desktop.store.queries.summary import day_of
from desktop.store.sql import Row, stream
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class UpperItem:
    """A demand of an upper-level programme."""

    id: str
    code: str
    content: str
    programme: str
    field: str
    due_on: date | None
    opens: tuple[str, str] = ("", "")
    """The table and id of the record to open, where that is not the item itself."""


_ITEMS = """
SELECT i.id, i.code, i.content, p.title, coalesce(f.name, ''), i.due_on
FROM programme_item i
JOIN programme p ON p.id = i.programme_id AND p.alive = 1 AND p.year = ?
LEFT JOIN field f ON f.id = i.field_id AND f.alive = 1
WHERE i.alive = 1
  AND NOT EXISTS (SELECT 1 FROM programme_item c WHERE c.parent_id = i.id AND c.alive = 1)
  AND NOT EXISTS (SELECT 1 FROM task t WHERE t.item_id = i.id AND t.alive = 1 AND t.scope = ?)
  AND NOT EXISTS (SELECT 1 FROM target g WHERE g.item_id = i.id AND g.alive = 1 AND g.scope = ?)
ORDER BY p.id, i."order" IS NULL, i."order", i.id
"""


def items_not_taken(store: Store, scope: str, year: int) -> list[UpperItem]:
    """The demands of a year's programmes that no task or target of the scope takes over."""
    rows = stream(store.connection, _ITEMS, (year, scope, scope))
    return [_item(row) for row in rows]


def _item(row: Row) -> UpperItem:
    values = list(row)
    values[5] = day_of(row[5])
    return UpperItem(*values)


@dataclass(frozen=True, slots=True)
class TouchedRow:
    """A row changed since the base of a cut: by whom and when (UTC ms) it was changed last."""

    table: str
    id: str
    user: str
    at: int


def touched_rows(store: Store, cuts: Iterable[ScopeCut], limit: int) -> list[TouchedRow]:
    """The rows that the cuts would carry, each once, the newest change first."""
    found: dict[tuple[str, str], TouchedRow] = {}
    for cut in cuts:
        for w, mark in cut.upto.items():
            low = cut.base[w].n if w in cut.base else 0
            rows = stream(
                store.connection,
                "SELECT d.tbl, d.row_id, c.user, c.t FROM sync_dot d "
                "JOIN sync_commit c ON c.writer = d.writer AND c.n = d.n "
                "WHERE d.writer = ? AND d.n > ? AND d.n <= ?",
                (store.writers.number(w), low, mark.n),
            )
            for row in rows:
                touched = TouchedRow(*row)
                known = found.get((touched.table, touched.id))
                if known is None or known.at < touched.at:
                    found[touched.table, touched.id] = touched
    return sorted(found.values(), key=lambda one: (-one.at, one.table, one.id))[:limit]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A unit's plan with what it holds."""

    id: str
    scope: str
    title: str
    number: str
    issued_on: date | None
    state: str
    tasks: int
    targets: int


_PLANS = """
SELECT p.id, p.scope, p.title, p.number, p.issued_on, p.state,
       (SELECT count(*) FROM task t WHERE t.plan_id = p.id AND t.alive = 1),
       (SELECT count(*) FROM target g WHERE g.plan_id = p.id AND g.alive = 1)
FROM plan p WHERE p.alive = 1 AND p.year = ? ORDER BY p.scope, p.id
"""


def plans_of_year(store: Store, year: int) -> list[PlanRow]:
    """The plans of a year of all units."""
    found = []
    for row in stream(store.connection, _PLANS, (year,)):
        values = list(row)
        values[4] = day_of(row[4])
        found.append(PlanRow(*values))
    return found
