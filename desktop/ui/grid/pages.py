"""The rows a grid holds at a time: a few dozen pages around what is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from desktop.ui.grid.column import Row
from desktop.ui.grid.source import PageSource, RowKey

PAGE = 128
KEPT = 48


class Pages:
    """Row by position over a ``PageSource``; the least recently used pages are forgotten."""

    def __init__(self, source: PageSource, row_key: RowKey) -> None:
        self._source = source
        self._row_key = row_key
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._anchors: Sequence[str] | None = None
        self.total = source.count()

    def row(self, position: int) -> Row | None:
        """The row at a position, or None where the table has become shorter meanwhile."""
        number, offset = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._load(number)
        elif len(self._pages) > 1:
            self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def replace(self, position: int, row: Row) -> None:
        """Put a changed row into its place."""
        number, offset = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is not None and offset < len(page):
            page[offset] = row

    def position(self, key: str) -> int:
        """Where the row with this key stands, -1 when it is neither held nor found by the source."""
        for number, page in self._pages.items():
            for offset, row in enumerate(page):
                if self._row_key(row) == key:
                    return number * PAGE + offset
        return self._source.position(key)

    def stands_like(self, other: Pages) -> bool:
        """Whether this table has as many rows, and the rows the other one holds stand at the same places."""
        if self.total != other.total:
            return False
        return all(
            [self._row_key(row) for row in page] == [self._row_key(row) for row in self._load(number)]
            for number, page in sorted(other._pages.items())
        )

    def anew(self) -> Pages:
        """The same source with nothing read of it yet."""
        return Pages(self._source, self._row_key)

    def found(self) -> int:
        """How many rows the source has by now; ``grow`` takes the new ones over."""
        return self._source.count()

    def grow(self) -> None:
        """Take over rows that the source has found since, at the end."""
        self._pages.pop(self.total // PAGE, None)  # it may have been cut short
        self._anchors = None
        self.total = self.found()

    def held(self) -> int:
        """How many pages are in memory."""
        return len(self._pages)

    def _load(self, number: int) -> list[Row]:
        page = list(self._source.page(self._before(number), PAGE))
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page

    def _before(self, number: int) -> str | None:
        if number == 0:
            return None
        earlier = self._pages.get(number - 1)
        if earlier:
            return self._row_key(earlier[-1])
        if self._anchors is None:
            self._anchors = self._source.anchors(PAGE)
        return self._anchors[number - 1] if number <= len(self._anchors) else None
