"""All tasks of a year's plans as a list that is read in pages: a commune's hundred, a province's million.

Finding the rows is quick but not free, so a list of a million rows shows its first ones at once and finds
the rest in slices (``extend``).  A list sorted by a column is found in the plans' own order and sorted then,
in slices too.
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from desktop.domain.entities import Unit
from desktop.domain.scopes import scope_subject, unit_code
from desktop.domain.status import days_late, deadline_state
from desktop.domain.vietnamese import fold, search_terms, sort_key
from desktop.store.queries.task_filter import DueClass, TaskFilter, due_class
from desktop.store.queries.task_pages import (
    ListedTask,
    count_tasks,
    field_names,
    lead_names,
    place_of,
    tables_naming,
    task_lines,
    task_places,
    values_in_use,
    year_plans,
)
from desktop.usecases.office import Office
from desktop.usecases.progress_view import CLOSED, ProgressLine, TaskNumbers, TaskWish
from desktop.usecases.task_sorting import TaskSorting

FIRST_SECONDS = 0.012
"""How long the first rows of a list may be looked for before they are shown."""
SHORT = 1_000
"""A list of so many rows is sorted before it is shown: it takes no longer than a blink."""
FOR_EVER = float("inf")
_SORTED = object()
_CHUNK = 500
_AT = "#"
"""Begins a key that is a position, not a record id."""
_AS_THEY_ARE = tuple({one.name for one in fields(ListedTask)} & {one.name for one in fields(ProgressLine)})


@dataclass(frozen=True, slots=True)
class PlanPart:
    """A plan as a part of the list, with its unit's name and that name folded."""

    id: str
    scope: str
    unit: str
    folded: str


def read_numbers(office: Office, year: int) -> TaskNumbers:
    """How many tasks of a year want attention."""
    return count_tasks(office.store, year, office.today())


class TaskPages:
    """The list. It sees the data of the moment it was made; make another after a change."""

    def __init__(
        self,
        office: Office,
        year: int,
        wish: TaskWish | None = None,
        *,
        plans: Sequence[PlanPart] | None = None,
    ) -> None:
        """``plans`` are the parts of the list when they are known already."""
        self._office, self._year = office, year
        self._store, self._today = office.store, office.today()
        self._plans = _plans_by_unit(office, year) if plans is None else plans
        self._unit_names = {plan.scope: plan.unit for plan in self._plans}
        self._wish = wish or TaskWish()
        self._terms = search_terms(self._wish.text)
        self._beside = frozenset(
            (term, table) for term in self._terms for table in tables_naming(self._store, term)
        )
        self._places = array("q")
        self._last: dict[str, int] = {}
        self._sorting: Iterator[None] | None = None
        self._start()

    @property
    def units(self) -> list[str]:
        """The units that have a plan in the year, in their order."""
        return list(dict.fromkeys(plan.unit for plan in self._plans))

    def unit_name(self, unit: str) -> str:
        """The name of a unit that has a plan in the year, "" for any other."""
        return next((plan.unit for plan in self._plans if scope_subject(plan.scope) == unit), "")

    def again(self) -> TaskPages:
        """The same list, found anew: for another thread."""
        return self.arranged(self._wish)

    def arranged(self, wish: TaskWish) -> TaskPages:
        """The same tasks, filtered and sorted as wished."""
        return TaskPages(self._office, self._year, wish, plans=self._plans)

    # --- finding --------------------------------------------------------------------------------------

    def _start(self) -> None:
        chosen = self._wish.units
        self._left = [plan for plan in self._plans if chosen is None or plan.unit in chosen]
        if self._wish.sort == "unit":
            self._left.sort(key=lambda plan: sort_key(plan.unit), reverse=self._wish.descending)
        elif self._wish.sort:
            rule = TaskSorting(self._office, self._wish.sort, descending=self._wish.descending)
            self._sorting = rule.steps(self._places)
        self.extend(FIRST_SECONDS)
        if self.is_sorting and len(self._places) <= SHORT:
            self.extend(FOR_EVER)

    @property
    def is_whole(self) -> bool:
        """Whether all rows have been found and stand in their order."""
        return not self._left and self._sorting is None

    @property
    def is_sorting(self) -> bool:
        """Whether all rows have been found, but do not stand in the order wished for yet."""
        return not self._left and self._sorting is not None

    def extend(self, seconds: float) -> bool:
        """Go on finding rows, then sorting them, for about so long; whether there is more to do."""
        until = time.perf_counter() + seconds
        while not self.is_whole:
            if self._left:
                plan = self._left.pop(0)
                self._places.extend(task_places(self._store, plan.id, self._filter(plan)))
            elif self._sorting is not None and next(self._sorting, _SORTED) is _SORTED:
                self._sorting = None
                self._last.clear()
            if time.perf_counter() >= until:
                break
        return not self.is_whole

    def _filter(self, plan: PlanPart) -> TaskFilter:
        """The wish as the store understands it; words found in the unit's name need not be looked for."""
        wish = self._wish
        return TaskFilter(
            today=self._today,
            terms=tuple(term for term in self._terms if term not in plan.folded),
            beside=self._beside,
            states=wish.states,
            dues=wish.dues,
            leads=wish.leads,
            fields=wish.fields,
            blocked=wish.blocked,
            texts={column: search_terms(text) for column, text in wish.texts.items()},
            words=wish.words,
        )

    # --- pages ----------------------------------------------------------------------------------------

    def count(self) -> int:
        """How many rows have been found so far."""
        return len(self._places)

    def page(self, after: str | None, limit: int) -> Sequence[ProgressLine]:
        """Up to ``limit`` lines after the one with this key: a record id, or one of ``anchors``."""
        first = 0 if after is None else self._position_of(after) + 1
        if after is not None and not first:
            return ()
        lines = [self._line(task) for task in task_lines(self._store, self._places[first : first + limit])]
        if lines:
            self._last[lines[-1].id] = first + len(lines) - 1
        return lines

    def anchors(self, limit: int) -> Sequence[str]:
        """Keys of every ``limit``-th row."""
        return [f"{_AT}{position}" for position in range(limit - 1, len(self._places), limit)]

    def position(self, key: str) -> int:
        """Where a task stands among the rows found so far; -1 when it is not there."""
        place = place_of(self._store, key)
        try:
            return self._places.index(place) if place is not None else -1
        except ValueError:
            return -1

    def _position_of(self, key: str) -> int:
        if key.startswith(_AT):
            return int(key.removeprefix(_AT))
        known = self._last.get(key)
        return known if known is not None else self.position(key)

    def lines(self) -> Iterator[ProgressLine]:
        """All lines, for an export; finds the rest first."""
        self.extend(FOR_EVER)
        for start in range(0, len(self._places), _CHUNK):
            yield from map(self._line, task_lines(self._store, self._places[start : start + _CHUNK]))

    def _line(self, task: ListedTask) -> ProgressLine:
        status = (task.state, task.due_on, task.completed_on, self._today)
        due = due_class(*status)
        days = days_late(*status) if due is DueClass.OVERDUE else None
        if days is None and task.due_on is not None and due not in CLOSED:
            days = (task.due_on - self._today).days
        return ProgressLine(
            unit=self._unit_names.get(task.scope, ""),
            lead=task.person or task.body,
            due=due,
            deadline=deadline_state(*status),
            days=days,
            **{name: getattr(task, name) for name in _AS_THEY_ARE},
        )

    # --- what filters offer ---------------------------------------------------------------------------

    def leads(self) -> list[str]:
        """The names of who leads a task of the year, in Vietnamese order; "" first when some have none."""
        people, bodies = lead_names(self._store)
        rows = values_in_use(self._store, self._year, "lead_person_id, lead_body_id")
        return _in_order(people.get(person) or bodies.get(body, "") for person, body in rows)

    def fields(self) -> list[str]:
        """The fields of work of the year's tasks, in their order; "" last when some have none."""
        names = field_names(self._store)
        used = {names.get(row[0], "") for row in values_in_use(self._store, self._year, "field_id")}
        ordered = list(dict.fromkeys(name for name in names.values() if name in used))
        return [*ordered, *({""} & used - set(ordered))]

    def states(self) -> list[str]:
        """The states in use."""
        return [row[0] for row in values_in_use(self._store, self._year, "state")]


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(set(names), key=lambda name: (bool(name), sort_key(name)))


def _plans_by_unit(office: Office, year: int) -> list[PlanPart]:
    """The year's plans: this office's own first, then by the order of the units."""
    units = office.store.select(Unit)
    names = {unit.unit_id: unit.name for unit in units}
    ranks = {unit.unit_id: rank for rank, unit in enumerate(units)} | {office.unit_id: -1}
    found = []
    for plan, scope in year_plans(office.store, year):
        unit = scope_subject(scope)
        name = names.get(unit) or unit_code(unit)
        found.append((ranks.get(unit, len(ranks)), unit, plan, PlanPart(plan, scope, name, fold(name))))
    return [one[-1] for one in sorted(found, key=lambda one: one[:3])]
