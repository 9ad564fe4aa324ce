"""Where a grid's rows come from: pages read by key, so that 100,000 rows open as fast as 100.

``ListSource`` holds small tables in memory and filters and sorts them by the columns; a screen with a
large table gives a ``PageSource`` of its own whose use case does the same in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Protocol

from desktop.domain.vietnamese import fold, matches, search_terms
from desktop.ui.grid.column import Column, Row

RowKey = Callable[[Row], str]
ROW_ID: RowKey = attrgetter("id")


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """Keep rows whose shown word is one of ``words`` (None: any) and holds the folded ``text``."""

    words: frozenset[str] | None = None
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return self.words is None and not self.text


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is shown of a table and in which order; ``sort`` is a column key or "" for the table's own."""

    text: str = ""
    filters: Mapping[str, ColumnFilter] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False

    def with_filter(self, key: str, wish: ColumnFilter) -> Arrangement:
        """The same with another filter of one column."""
        kept = {name: value for name, value in self.filters.items() if name != key}
        return replace(self, filters=kept if wish.is_empty else {**kept, key: wish})

    @property
    def is_filtered(self) -> bool:
        return bool(self.text.strip() or self.filters)


class PageSource(Protocol):
    """A table read in pages. All calls come from the GUI thread and must take milliseconds."""

    def count(self) -> int:
        """How many rows there are."""
        ...

    def page(self, after: str | None, limit: int) -> Sequence[Row]:
        """Up to ``limit`` rows after the one whose key is ``after`` (None: the first)."""
        ...

    def anchors(self, limit: int) -> Sequence[str]:
        """The key of every ``limit``-th row (the last of each full page), to jump into the middle."""
        ...

    def position(self, key: str) -> int:
        """Where the row with this key stands; -1 when it is not there or finding it would take long."""
        ...

    def arranged(self, wish: Arrangement) -> PageSource:
        """The same table filtered and sorted."""
        ...

    def words(self, column: str, limit: int) -> Sequence[str]:
        """The different words of a column in the whole table, for its filter menu; at most ``limit``."""
        ...


class ListSource:
    """A small table in memory. Group rows stay with what is shown below them and go when it is sorted."""

    def __init__(
        self,
        rows: Sequence[Row],
        columns: Sequence[Column],
        *,
        group: Callable[[Row], bool] | None = None,
        row_key: RowKey = ROW_ID,
        whole: Sequence[Row] | None = None,
    ) -> None:
        self._rows = rows
        self._whole = rows if whole is None else whole
        self._columns = columns
        self._group = group
        self._row_key = row_key
        self._places: dict[str, int] | None = None

    def count(self) -> int:
        return len(self._rows)

    def page(self, after: str | None, limit: int) -> Sequence[Row]:
        if after is None:
            return self._rows[:limit]
        first = self.position(after) + 1
        return self._rows[first : first + limit] if first else ()

    def position(self, key: str) -> int:
        if self._places is None:
            self._places = {self._row_key(row): place for place, row in enumerate(self._rows)}
        return self._places.get(key, -1)

    def anchors(self, limit: int) -> Sequence[str]:
        return [self._row_key(row) for row in self._rows[limit - 1 :: limit]]

    def words(self, column: str, limit: int) -> Sequence[str]:
        chosen = next(one for one in self._columns if one.key == column)
        plain = [row for row in self._whole if not self._is_group(row)]
        ordered = sorted(plain, key=chosen.sort_of)
        return list(dict.fromkeys(chosen.text_of(row) for row in ordered))[:limit]

    def arranged(self, wish: Arrangement) -> ListSource:
        rows = self._filtered(wish) if wish.is_filtered else list(self._whole)
        by = next((column for column in self._columns if column.key == wish.sort), None)
        if by is not None:
            rows = _sorted([row for row in rows if not self._is_group(row)], by, descending=wish.descending)
        return ListSource(rows, self._columns, group=self._group, row_key=self._row_key, whole=self._whole)

    def _is_group(self, row: Row) -> bool:
        return self._group is not None and self._group(row)

    def _filtered(self, wish: Arrangement) -> list[Row]:
        """A group row is kept with what is kept below it; one that has the text keeps all below it."""
        terms = search_terms(wish.text)
        kept: list[Row] = []
        head: Row | None = None
        head_has_text = False
        for row in self._whole:
            if self._is_group(row):
                head_has_text = bool(terms) and self._has_text(row, terms)
                head = None if head_has_text and not wish.filters else row
                if head is None:
                    kept.append(row)
            elif (head_has_text or self._has_text(row, terms)) and self._passes(row, wish.filters):
                if head is not None:
                    kept.append(head)
                    head = None
                kept.append(row)
        return kept

    def _has_text(self, row: Row, terms: Sequence[str]) -> bool:
        return not terms or matches(fold(" ".join(one.text_of(row) for one in self._columns)), terms)

    def _passes(self, row: Row, filters: Mapping[str, ColumnFilter]) -> bool:
        return all(_passes(one.text_of(row), filters[one.key]) for one in self._columns if one.key in filters)


def _passes(text: str, one: ColumnFilter) -> bool:
    if one.words is not None and text not in one.words:
        return False
    return not one.text or matches(fold(text), search_terms(one.text))


def _sorted(rows: Sequence[Row], by: Column, *, descending: bool) -> list[Row]:
    """Sorted and stable, with empty cells last in both directions."""
    keyed = [(by.sort_of(row), row) for row in rows]
    filled = [pair for pair in keyed if pair[0][0] == 0]
    filled.sort(key=_first, reverse=descending)
    return [row for _key, row in filled] + [row for key, row in keyed if key[0] != 0]


def _first(pair: tuple[Any, Row]) -> Any:
    return pair[0]
