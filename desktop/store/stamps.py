"""Which commit wrote which register of a row, in one text column: read, write, show.

The column holds JSON, ``[[w,n,t,["title","due_on"]],[w2,n2,t2,{"state":"in_progress"}]]``: a list of names
means that the value stands in the row's columns, an object holds values that do not: siblings
that are not shown, registers this version does not know, values that do not fit their field
(sync.md 6.4, "Local tables").  ``w`` is the local number of a writer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.merge import Registers, Sibling, life_winner, winner
from desktop.store.table_map import Column, TableMap

Dot = tuple[int, int]
"""A commit: its writer's local number, and which one of that writer's."""

_StampLine = tuple[int, int, int, list[str] | dict[str, Value]]
_DECODER = msgspec.json.Decoder(list[_StampLine])
_NAMES_DECODER = msgspec.json.Decoder(list[tuple[int, int, int, list[str]]])
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row ready to be written: what is shown of its registers, and the stamps of all of them."""

    alive: int
    columns: dict[str, Column]
    stamps: str


def read_registers(stamps: str, table: TableMap | None, columns: Mapping[str, Column]) -> Registers:
    """All registers of a row with all their siblings. ``table`` is None for a table not known here."""
    grouped: dict[str, list[Sibling]] = {}
    for writer, n, time, held in _DECODER.decode(stamps):
        if isinstance(held, dict):
            for name, value in held.items():
                grouped.setdefault(name, []).append(Sibling(writer, n, time, value))
        else:
            for name in held:
                value = _column_value(table, name, columns)
                grouped.setdefault(name, []).append(Sibling(writer, n, time, value))
    return {name: tuple(sorted(found, key=lambda s: (s.writer, s.n))) for name, found in grouped.items()}


def _column_value(table: TableMap | None, name: str, columns: Mapping[str, Column]) -> Value:
    if name == ROW_LIFE:
        return columns[ROW_LIFE]
    assert table is not None, "a row of an unknown table has no columns"
    return table.from_column(name, columns[name])


def show(registers: Registers, table: TableMap | None, writer_ids: Sequence[str]) -> ShownRow:
    """The row as it is kept: winners in the columns, everything else in the stamps."""
    columns: dict[str, Column] = dict(table.blanks) if table else {}
    lines: dict[tuple[int, int, int], tuple[list[str], dict[str, Value]]] = {}
    alive = int(life_winner(registers.get(ROW_LIFE, ()))) if table else 0
    for name, siblings in registers.items():
        in_column = _shown_sibling(name, siblings, table, writer_ids, alive)
        if in_column is not None and name != ROW_LIFE:
            assert table is not None
            columns[name] = table.to_column(name, in_column.value)
        for sibling in siblings:
            names, values = lines.setdefault(sibling[:3], ([], {}))
            if sibling is in_column:
                names.append(name)
            else:
                values[name] = sibling.value
    return ShownRow(alive, columns, _encode(lines))


def _shown_sibling(
    name: str, siblings: Sequence[Sibling], table: TableMap | None, writer_ids: Sequence[str], alive: int
) -> Sibling | None:
    """The sibling whose value the row's columns can hold, or None when they hold none of them."""
    if table is None:
        return None
    if name == ROW_LIFE:
        fitting = [s for s in siblings if s.value == alive and not isinstance(s.value, bool)]
        return winner(fitting, writer_ids) if fitting else None
    if name not in table.fits:
        return None
    best = winner(siblings, writer_ids)
    return best if table.fits[name](best.value) else None


def _encode(lines: Mapping[tuple[int, int, int], tuple[list[str], dict[str, Value]]]) -> str:
    out: list[tuple[int, int, int, list[str] | dict[str, Value]]] = []
    for dot in sorted(lines):
        names, values = lines[dot]
        if names:
            out.append((*dot, sorted(names)))
        if values:
            out.append((*dot, dict(sorted(values.items()))))
    return _ENCODER.encode(out).decode()


def stamp_text(writer: int, n: int, time: int, names: tuple[str, ...]) -> str:
    """The stamps of a row that one commit wrote; ``names`` in ascending order, all shown in its columns."""
    return f"[[{writer},{n},{time},{_names_text(names)}]]"


@lru_cache(maxsize=1024)
def _names_text(names: tuple[str, ...]) -> str:
    return _ENCODER.encode(names).decode()


def follow(stamps: str, dot: tuple[int, int, int], names: tuple[str, ...], upto: Sequence[int]) -> str | None:
    """The stamps after a commit that wrote ``names`` (ascending) and had seen ``upto`` of each writer.

    None when it does not plainly follow: a value written here meanwhile, or any value not in its column.
    """
    lines: list[_StampLine] = []
    for writer, n, time, held in _DECODER.decode(stamps):
        if isinstance(held, dict):
            return None
        left = [name for name in held if name not in names]
        if n > upto[writer] and len(left) < len(held):
            return None
        if left:
            lines.append((writer, n, time, left))
    lines.append((*dot, list(names)))
    return _ENCODER.encode(sorted(lines, key=_dot)).decode()


def overwrite(stamps: str, dot: tuple[int, int, int], names: Collection[str]) -> tuple[str, set[Dot]] | None:
    """The stamps after a commit made here, which saw all there is and wrote ``names`` into their columns.

    With the commits that have no say in the row any more; None when any value is not in its column.
    """
    if not all_in_columns(stamps):
        return None
    lines: list[tuple[int, int, int, list[str]]] = [(*dot, sorted(names))]
    gone: set[Dot] = set()
    for line in stamped_names(stamps):
        left = [name for name in line[3] if name not in names]
        if left:
            lines.append((*line[:3], left))
        else:
            gone.add(line[:2])
    return _ENCODER.encode(sorted(lines)).decode(), gone


def _dot(line: _StampLine) -> tuple[int, int, int]:
    return line[:3]


def all_in_columns(stamps: str) -> bool:
    """Whether every value of the row stands in its columns: only a value that does not needs an object."""
    return "{" not in stamps


def stamped_names(stamps: str) -> list[tuple[int, int, int, list[str]]]:
    """Which commit (writer, n, time) wrote which registers, where ``all_in_columns``."""
    return _NAMES_DECODER.decode(stamps)


def stamped_dots(stamps: str) -> set[Dot]:
    """The same from the text of the stamps alone."""
    return {(writer, n) for writer, n, _time, _held in _DECODER.decode(stamps)}


def dots_of(registers: Registers) -> set[Dot]:
    """The commits that still have a say in the row."""
    return {(sibling.writer, sibling.n) for siblings in registers.values() for sibling in siblings}
