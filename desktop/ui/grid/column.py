"""What a column of a grid is: where its value comes from, how it is shown, sorted, edited.

Rows are finished values (frozen dataclasses); a column never asks the database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desktop.domain.entity import Kind
from desktop.domain.vietnamese import sort_key
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.values import Choice, Lookup, shown_text

Row = Any
"""A frozen value of the screen's own class; the grid only hands it to the column's functions."""

NUMBERS = (Kind.INTEGER, Kind.DECIMAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. Only ``key`` and ``header`` are needed when rows have an attribute named like the key.

    ``width`` is in pixels at 100 %; ``stretch`` columns share the room that is left; ``wraps`` lets the text
    break into lines (the row grows), of which ``most_lines`` count for the height of the row (0: all);
    ``frozen`` columns at the left stay in sight when the others are scrolled sideways.  ``value`` is what is
    edited and exported, ``shown`` the words, ``sort`` what is compared.  ``pill`` paints a word on a tinted
    ground; ``tone`` colours the plain words; ``icon`` names an icon before them.  ``muted`` columns are
    lighter, ``strong`` ones bolder.  ``choices`` are for Kind.CHOICE; ``lookup`` (words → records) and
    ``name_of`` (id → its name) for Kind.REFERENCE.
    """

    key: str
    header: str
    kind: Kind = Kind.TEXT
    width: int = 110
    stretch: bool = False
    wraps: bool = False
    most_lines: int = 0
    frozen: bool = False
    muted: bool = False
    strong: bool = False
    right: bool | None = None
    editable: bool | Callable[[Row], bool] = False
    hidden: bool = False
    suffix: str = ""
    value: Callable[[Row], Any] | None = None
    shown: Callable[[Row], str] | None = None
    sort: Callable[[Row], Any] | None = None
    pill: Callable[[Row], Pill | None] | None = None
    tone: Callable[[Row], Tone | None] | None = None
    icon: Callable[[Row], str] | None = None
    choices: Sequence[Choice] = ()
    lookup: Lookup | None = None
    name_of: Lookup | None = None
    max_length: int = 0
    tip: str = ""

    def value_of(self, row: Row) -> Any:
        """The value to edit and to export."""
        return self.value(row) if self.value is not None else getattr(row, self.key, None)

    def text_of(self, row: Row) -> str:
        """The words shown."""
        if self.pill is not None:
            pill = self.pill(row)
            if pill is not None:
                return pill.text
        if self.shown is not None:
            return self.shown(row)
        text = shown_text(self.kind, self.value_of(row), self.choices)
        return text + self.suffix if text else ""

    def sort_of(self, row: Row) -> Any:
        """What rows are ordered by: nothing last, numbers and days by value, words as in Vietnamese."""
        if self.sort is not None:
            value = self.sort(row)
        elif self.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.REFERENCE):
            value = self.text_of(row)
        else:
            value = self.value_of(row)
        if value is None or value == "":
            return (1, "")
        return (0, sort_key(value) if isinstance(value, str) else value)

    def is_editable(self, row: Row) -> bool:
        return self.editable(row) if callable(self.editable) else self.editable

    @property
    def at_right(self) -> bool:
        return self.kind in NUMBERS if self.right is None else self.right

    def export_of(self, row: Row) -> str | int | Decimal | Any:
        """The value for a spreadsheet: words for choices and references, the value itself otherwise."""
        named = self.kind in (Kind.CHOICE, Kind.REFERENCE) or self.pill is not None
        return self.text_of(row) if named or self.shown is not None else self.value_of(row)
