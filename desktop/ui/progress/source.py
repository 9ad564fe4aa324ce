"""The long list of tasks as a source of the grid: what is wished in words becomes what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.domain.entities import TaskState
from desktop.domain.vietnamese import fold, matches, search_terms
from desktop.ui.grid.source import Arrangement, ColumnFilter
from desktop.ui.progress.columns import BLOCKED, DUE, FIELD, LEAD, STATE, UNIT
from desktop.ui.progress.words import blocked_word, due_word, nobody, state_word
from desktop.usecases.progress_view import UNLED, DueClass, ProgressLine, TaskWish
from desktop.usecases.task_pages import TaskPages

_OPEN_COLUMNS = ("code", "title", "percent", "result", "difficulty")
"""Columns filtered by the texts they show; the others by a closed list of words."""


class ProgressSource:
    """The tasks of a year. ``shown`` is the arrangement asked for last; its rows may still be looked for."""

    def __init__(self, pages: TaskPages) -> None:
        self.pages = pages
        self.shown = self
        self._known: dict[str, dict[str, str]] = {}

    def count(self) -> int:
        return self.pages.count()

    def page(self, after: str | None, limit: int) -> Sequence[ProgressLine]:
        return self.pages.page(after, limit)

    def anchors(self, limit: int) -> Sequence[str]:
        return self.pages.anchors(limit)

    def position(self, key: str) -> int:
        return self.pages.position(key)

    def words(self, column: str, limit: int) -> Sequence[str]:
        """The words that a column is filtered by; none for a column of free text."""
        return list(self._meanings(column))[:limit]

    def arranged(self, wish: Arrangement) -> ProgressSource:
        self.shown = ProgressSource(self.pages.arranged(self._wish(wish)))
        return self.shown

    # --- words and what they mean ---------------------------------------------------------------------

    def _meanings(self, column: str) -> Mapping[str, str]:
        """The words of a column with the values they stand for, read when they are first asked for."""
        if column not in self._known:
            read: dict[str, Callable[[], dict[str, str]]] = {
                UNIT: lambda: _same(self.pages.units),
                FIELD: lambda: _same(self.pages.fields()),
                LEAD: self._leads,
                STATE: self._states,
                DUE: lambda: {due_word(due): due.value for due in DueClass},
                BLOCKED: lambda: {blocked_word(): "1", "": ""},
            }
            self._known[column] = read[column]() if column in read else {}
        return self._known[column]

    def _leads(self) -> dict[str, str]:
        names = self.pages.leads()
        return ({nobody(): UNLED} if "" in names else {}) | _same(names)

    def _states(self) -> dict[str, str]:
        order = list(TaskState)
        known = self.pages.states()
        ranked = sorted(
            known, key=lambda state: order.index(TaskState(state)) if state in order else len(order)
        )
        return {state_word(state): state for state in ranked}

    def _wish(self, wish: Arrangement) -> TaskWish:
        chosen = {
            key: self._chosen(key, one) for key, one in wish.filters.items() if key not in _OPEN_COLUMNS
        }
        dues = chosen.get(DUE)
        blocked = chosen.get(BLOCKED)
        texts = {key: one.text for key, one in wish.filters.items() if one.text and key in _OPEN_COLUMNS}
        due_text = wish.filters.get(DUE, ColumnFilter()).text
        return TaskWish(
            text=wish.text,
            units=chosen.get(UNIT),
            states=chosen.get(STATE),
            dues=frozenset(map(DueClass, dues)) if dues is not None else None,
            leads=chosen.get(LEAD),
            fields=chosen.get(FIELD),
            blocked="1" in blocked if blocked is not None and len(blocked) == 1 else None,
            texts=texts | ({DUE: due_text} if due_text else {}),
            words={
                key: one.words
                for key, one in wish.filters.items()
                if one.words is not None and key in _OPEN_COLUMNS
            },
            sort="" if wish.sort == BLOCKED else wish.sort,
            descending=wish.descending,
        )

    def _chosen(self, column: str, one: ColumnFilter) -> frozenset[str] | None:
        """The values whose words are ticked and hold the typed text; a deadline's text is that of its day."""
        typed = () if column == DUE else search_terms(one.text)
        if one.words is None and not typed:
            return None
        return frozenset(
            value
            for word, value in self._meanings(column).items()
            if (one.words is None or word in one.words) and matches(fold(word), typed)
        )


def _same(words: Sequence[str]) -> dict[str, str]:
    return {word: word for word in words}
