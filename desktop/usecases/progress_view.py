"""What the list of all tasks shows, and what may be wished of it; nothing here reads or writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.status import DeadlineState
from desktop.store.queries.task_filter import UNLED, DueClass
from desktop.store.queries.task_pages import TaskNumbers

__all__ = ["CLOSED", "UNLED", "DueClass", "ProgressLine", "TaskNumbers", "TaskWish"]

CLOSED = (DueClass.CLOSED, DueClass.DONE_LATE)
"""The classes of work that is completed or stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskWish:
    """What is wanted of the list; names as they are shown, None and empty ask for nothing.

    ``text`` is searched in code, task, unit, lead and field; ``UNLED`` among the leads is open work that
    nobody leads.  ``texts`` and ``words`` narrow the columns code, title, due_on, percent, result and
    difficulty by what they show.  ``sort`` is a column, "" for plans in the order of units.
    """

    text: str = ""
    units: frozenset[str] | None = None
    states: frozenset[str] | None = None
    dues: frozenset[DueClass] | None = None
    leads: frozenset[str] | None = None
    fields: frozenset[str] | None = None
    blocked: bool | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressLine:
    """One task of the list. ``days`` are days late when overdue, else days left (None: no running deadline).

    ``result`` and ``difficulty`` are the newest words said of it; ``lacks_lead`` marks open work that nobody
    leads.
    """

    id: str
    unit: str
    code: str
    title: str
    field: str
    lead: str
    state: str
    percent: int | None
    due_on: date | None
    completed_on: date | None
    due: DueClass
    deadline: DeadlineState
    days: int | None
    is_blocked: bool
    is_key_task: bool
    is_breakthrough: bool
    is_heading: bool
    result: str
    difficulty: str

    @property
    def is_open(self) -> bool:
        """Neither completed nor stopped."""
        return self.due not in CLOSED

    @property
    def lacks_lead(self) -> bool:
        """Open work that nobody leads; what only heads others need not be led itself."""
        return self.is_open and not self.is_heading and not self.lead
