"""Which tasks of a list are wanted, and the SQL that asks for them.

A filter names what a reader sees (the lead's name, a class of deadline), never ids, so that a list narrowed
down today stays what it is when a record is merged tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.entities import TaskState

SOON_DAYS = 7
"""Open work due within so many days is "soon" in lists that look ahead a week."""
_CLOSED = (TaskState.COMPLETED, TaskState.SUSPENDED, TaskState.CANCELLED)


class DueClass(StrEnum):
    """Where a task's deadline lies as a list filters it; each task is in exactly one class."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    NO_DEADLINE = "no_deadline"
    DONE_LATE = "done_late"
    CLOSED = "closed"


def due_class(state: str, due_on: date | None, completed_on: date | None, today: date) -> DueClass:
    """The class of a task on ``today``; completed work without a day of completion is judged by today."""
    if state in _CLOSED:
        late = state == TaskState.COMPLETED and due_on is not None and (completed_on or today) > due_on
        return DueClass.DONE_LATE if late else DueClass.CLOSED
    if due_on is None:
        return DueClass.NO_DEADLINE
    if due_on < today:
        return DueClass.OVERDUE
    return DueClass.SOON if due_on <= today + timedelta(days=SOON_DAYS) else DueClass.LATER


UNLED = "\0"
"""Not a name: among wished leads it stands for open work at the lowest level that nobody leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """What a task must meet; None and empty ask for nothing.

    ``terms`` are folded words that code, title, lead or field contain; ``beside`` holds the pairs (word,
    table of ``NAMES``) where any name contains the word: other tables need not be asked.  ``leads`` and
    ``fields`` are names as shown, "" for none; ``UNLED`` among the leads stands for open work that nobody
    leads.  ``texts`` gives folded words that one column contains, ``words`` the texts of a column that are
    kept; both know the columns of ``TEXT_COLUMNS``.
    """

    today: date
    terms: tuple[str, ...] = ()
    beside: frozenset[tuple[str, str]] = frozenset()
    states: frozenset[str] | None = None
    dues: frozenset[DueClass] | None = None
    leads: frozenset[str] | None = None
    fields: frozenset[str] | None = None
    blocked: bool | None = None
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)


_LONGEST_GLOB = 1_000
_AS_ITSELF = r"[\g<0>]"
_GLOB_SIGNS = re.compile(r"[*?\[]")
Part = tuple[str, tuple[object, ...]]
"""A condition on ``task t`` and its values."""

_NEWEST = (
    "coalesce((SELECT u.{0} FROM progress_update u WHERE u.task_id = t.id AND u.alive = 1 AND u.{0} <> '' "
    "ORDER BY u.reported_on DESC, u.id DESC LIMIT 1), '')"
)
TEXT_COLUMNS: Mapping[str, str] = {
    "code": "t.code",
    "title": "t.title",
    "due_on": "coalesce(strftime('%d/%m/%Y', t.due_on), '')",
    "percent": "CASE WHEN t.percent IS NULL THEN '' ELSE t.percent || '%' END",
    "result": _NEWEST.format("result"),
    "difficulty": _NEWEST.format("difficulty"),
}
"""Column → the text that a list shows in it."""

NAMES: Mapping[str, str] = {"person": "lead_person_id", "body": "lead_body_id", "field": "field_id"}
"""Table of names that stand beside a task → the task's column that points there."""

_IS_CLOSED = "t.state IN ('completed', 'suspended', 'cancelled')"
_IS_LATE = "t.state = 'completed' AND t.due_on IS NOT NULL AND coalesce(t.completed_on, :today) > t.due_on"
_DUE: Mapping[DueClass, str] = {
    DueClass.OVERDUE: f"(t.due_on < :today AND NOT {_IS_CLOSED})",
    DueClass.SOON: f"(t.due_on >= :today AND t.due_on <= :soon AND NOT {_IS_CLOSED})",
    DueClass.LATER: f"(t.due_on > :soon AND NOT {_IS_CLOSED})",
    DueClass.NO_DEADLINE: f"(t.due_on IS NULL AND NOT {_IS_CLOSED})",
    DueClass.DONE_LATE: f"({_IS_LATE})",
    DueClass.CLOSED: f"({_IS_CLOSED} AND NOT ({_IS_LATE}))",
}
_NAMED_PERSON = "t.lead_person_id IN (SELECT id FROM person WHERE alive = 1 AND full_name <> '')"
_NAMED_BODY = "t.lead_body_id IN (SELECT id FROM body WHERE alive = 1 AND name <> '')"
_NAMED_FIELD = "t.field_id IN (SELECT id FROM field WHERE alive = 1 AND name <> '')"
UNASSIGNED = (
    f"(NOT {_IS_CLOSED} AND NOT {_NAMED_PERSON} AND NOT {_NAMED_BODY} "
    "AND NOT EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.alive = 1))"
)
"""Open work at the lowest level that nobody leads."""


def conditions(wish: TaskFilter) -> Part:
    """The filter as SQL that begins with " AND " where it asks for anything."""
    parts = [*_closed_lists(wish), *_names(wish), *(_term(term, wish) for term in wish.terms)]
    if wish.blocked is not None:
        parts.append(("t.is_blocked = ?", (int(wish.blocked),)))
    parts.extend(_within(column, term) for column, terms in wish.texts.items() for term in terms)
    for column, kept in wish.words.items():
        parts.append((f"{TEXT_COLUMNS[column]} IN ({_marks(kept)})", tuple(sorted(kept))))
    return "".join(f" AND {sql}" for sql, _values in parts), tuple(
        value for _sql, values in parts for value in values
    )


def _closed_lists(wish: TaskFilter) -> list[Part]:
    parts: list[Part] = []
    if wish.states is not None:
        parts.append((f"t.state IN ({_marks(wish.states)})", tuple(sorted(wish.states))))
    if wish.dues is not None:
        chosen = [due_condition(due, wish.today) for due in sorted(wish.dues)]
        parts.append((f"({' OR '.join(chosen) or '0'})", ()))
    return parts


def due_condition(due: DueClass, today: date) -> str:
    """The condition of a class of deadlines; days are written out, they hold no foreign text."""
    soon = (today + timedelta(days=SOON_DAYS)).isoformat()
    return _DUE[due].replace(":today", f"'{today.isoformat()}'").replace(":soon", f"'{soon}'")


def _names(wish: TaskFilter) -> list[Part]:
    parts = []
    if wish.leads is not None:
        others = {"": f"NOT {_NAMED_PERSON} AND NOT {_NAMED_BODY} AND NOT {UNASSIGNED}", UNLED: UNASSIGNED}
        parts.append(_named(wish.leads, _led_by, others))
    if wish.fields is not None:
        parts.append(_named(wish.fields, _in_field, {"": f"NOT {_NAMED_FIELD}"}))
    return parts


def _named(wished: frozenset[str], of: Callable[[frozenset[str]], Part], others: Mapping[str, str]) -> Part:
    """Those with one of the names, and those that one of the other words asks for."""
    sql, values = of(wished - others.keys())
    chosen = [f"({condition})" for word, condition in others.items() if word in wished]
    return f"({' OR '.join([sql, *chosen])})", values


def _led_by(names: frozenset[str]) -> Part:
    """The person counts before the body, as it is shown."""
    marks, values = _marks(names), tuple(sorted(names))
    person = f"t.lead_person_id IN (SELECT id FROM person WHERE alive = 1 AND full_name IN ({marks}))"
    body = f"t.lead_body_id IN (SELECT id FROM body WHERE alive = 1 AND name IN ({marks}))"
    return f"({person} OR ({body} AND NOT {_NAMED_PERSON}))", (*values, *values)


def _in_field(names: frozenset[str]) -> Part:
    marks = _marks(names)
    return f"t.field_id IN (SELECT id FROM field WHERE alive = 1 AND name IN ({marks}))", tuple(sorted(names))


def _within(column: str, term: str) -> Part:
    """A word found in one column; the search key is asked first, for folding a text takes longer."""
    asked = f"instr(fold({TEXT_COLUMNS[column]}), ?) > 0"
    if column in {"code", "title"}:
        held, values = _held(term)
        return f"({held} AND {asked})", (*values, term)
    return asked, (term,)


def _term(term: str, wish: TaskFilter) -> Part:
    """A word found in the task's own words or in the names beside it."""
    named = [
        f"t.{column} IN (SELECT id FROM {table} WHERE alive = 1 AND instr(search_key, ?) > 0)"
        for table, column in NAMES.items()
        if (term, table) in wish.beside
    ]
    held, values = _held(term)
    return f"({' OR '.join([held, *named])})", (*values, *(term,) * len(named))


def _held(term: str) -> Part:
    """A word found in the search key: by GLOB a list of 100,000 rows takes 40 ms, by ``instr`` 49.

    A pattern ends at a null character, and must not be long; such words are looked for by ``instr``.
    """
    if "\0" in term or len(term) > _LONGEST_GLOB:
        return "instr(t.search_key, ?) > 0", (term,)
    return "t.search_key GLOB ?", (f"*{_GLOB_SIGNS.sub(_AS_ITSELF, term)}*",)


def _marks(values: Collection[str]) -> str:
    return ",".join("?" * len(values))
