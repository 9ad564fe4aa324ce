"""What a task of the long list is ordered by in each column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from desktop.domain.vietnamese import sort_key
from desktop.store.queries.summary import day_of
from desktop.store.queries.task_filter import DueClass, due_class
from desktop.store.queries.task_pages import field_names, lead_names
from desktop.store.sql import Row
from desktop.usecases.office import Office

_NO_DEADLINE = 100_000
"""Open work without a deadline comes after all that has one."""


class TaskSorting:
    """Turns a row of ``task_values`` into a key: days and numbers by value, words as in Vietnamese."""

    def __init__(self, office: Office, column: str) -> None:
        self._today = office.today()
        self._words: dict[str, str] = {}
        self._rules: dict[str, Callable[[Row], Any]] = {
            "state": self._urgency,
            "due_on": lambda row: row[1],
            "percent": lambda row: row[1],
        }
        if column == "lead":
            people, bodies = lead_names(office.store)
            self._rules[column] = lambda row: self._text(people.get(row[1]) or bodies.get(row[2], ""))
        elif column == "field":
            names = field_names(office.store)
            self._rules[column] = lambda row: self._text(names.get(row[1], ""))
        self.key: Callable[[Row], Any] = self._rules.get(column, lambda row: self._text(row[1]))
        """A row's key, or None for an empty cell."""

    def _text(self, words: str) -> str | None:
        if not words:
            return None
        known = self._words.get(words)
        if known is None:
            known = self._words[words] = sort_key(words)
        return known

    def _urgency(self, row: Row) -> tuple[int, int]:
        """Overdue work first, the latest of it before the rest; then what is due next; done work last."""
        state, due_on = row[1], day_of(row[2])
        due = due_class(state, due_on, day_of(row[3]), self._today)
        return urgency(due, due_on, self._today)


def urgency(due: DueClass, due_on: date | None, today: date) -> tuple[int, int]:
    """How much a task presses: the smaller, the more."""
    if due is DueClass.CLOSED or due is DueClass.DONE_LATE:
        return 1, 0
    return 0, (due_on - today).days if due_on is not None else _NO_DEADLINE
