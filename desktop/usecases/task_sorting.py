"""What a task of the long list is ordered by in each column, and the ordering of very many of them.

Ordering 100,000 titles as a dictionary does takes a second, so it is done in steps of a few milliseconds,
between which a window answers.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from datetime import date
from heapq import merge
from typing import Any

from desktop.domain.vietnamese import sort_key
from desktop.store.queries.summary import day_of
from desktop.store.queries.task_filter import DueClass, due_class
from desktop.store.queries.task_pages import field_names, lead_names, task_values
from desktop.store.sql import Row
from desktop.usecases.office import Office

_STEP = 250
"""Rows whose keys are made in one step: some two milliseconds."""
_RUN = 2_000
"""Rows sorted at once; the sorted runs are then merged."""
_NO_DEADLINE = 100_000
"""Open work without a deadline comes after all that has one."""


class TaskSorting:
    """Brings places into the order of a column: days and numbers by value, words as in Vietnamese."""

    def __init__(self, office: Office, column: str, *, descending: bool) -> None:
        self._store, self._column, self._descending = office.store, column, descending
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
        self._key = self._rules.get(column, _own_words)
        """A row's key, or None for an empty cell."""

    def steps(self, places: array[int]) -> Iterator[None]:
        """Sort ``places`` where they are, a step with each ``next``; they change with the last one.

        Stable, so that equals keep the plans' order; empty cells come last in both directions.
        """
        keys: list[Any] = []
        filled, empty = array("q"), array("q")
        for start in range(0, len(places), _STEP):
            part = places[start : start + _STEP]
            rows = task_values(self._store, part, self._column)
            for place in part:
                key = self._key(rows[place]) if place in rows else None
                (empty if key is None else filled).append(place)
                if key is not None:
                    keys.append(key)
            yield
        runs = []
        for start in range(0, len(keys), _RUN):
            run = range(start, min(start + _RUN, len(keys)))
            runs.append(array("q", sorted(run, key=keys.__getitem__, reverse=self._descending)))
            yield
        order = array("q")
        for number in merge(*runs, key=keys.__getitem__, reverse=self._descending):
            order.append(number)
            if not len(order) % _STEP:
                yield
        places[:] = array("q", map(filled.__getitem__, order)) + empty

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


def _own_words(row: Row) -> str | None:
    """Texts of which hardly two are alike, so that none is remembered."""
    return sort_key(row[1]) if row[1] else None


def urgency(due: DueClass, due_on: date | None, today: date) -> tuple[int, int]:
    """How much a task presses: the smaller, the more."""
    if due is DueClass.CLOSED or due is DueClass.DONE_LATE:
        return 1, 0
    return 0, (due_on - today).days if due_on is not None else _NO_DEADLINE
