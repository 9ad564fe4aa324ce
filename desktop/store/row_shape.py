"""Lines of a bundle that write the same registers: what can be said of all of them before looking at any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.entity import FITS, FieldSpec, Kind
from desktop.store.table_map import TableMap

Columns = Mapping[str, Sequence[Value]]
"""The values of lines of one shape, by register."""


class Lines(NamedTuple):
    """Plain lines in columns: record ids, local numbers of the writers, n, claimed times, values."""

    ids: Sequence[str]
    writers: Sequence[int]
    ns: Sequence[int]
    times: Sequence[int]
    values: Sequence[dict[str, Value]]

    @property
    def dots(self) -> Iterator[tuple[int, int, int]]:
        """Writer, n and claimed time of each line's commit."""
        return zip(self.writers, self.ns, self.times, strict=True)

    def picked(self, at: Sequence[int]) -> Lines:
        """Only the lines at some positions, which must not be none."""
        take = itemgetter(*at) if len(at) > 1 else itemgetter(slice(at[0], at[0] + 1))
        return Lines(*map(take, self))


class RowShape:
    """A table, and the registers that some of its lines write."""

    def __init__(self, table: TableMap, names: tuple[str, ...]) -> None:
        self.table = table
        self.names = tuple(name for name in names if name != ROW_LIFE)
        self.stamped = tuple(sorted(names))
        self.is_whole = ROW_LIFE in names and all(name in table.specs for name in self.names)
        """Every commit that touches a row writes its life; a register of a newer program is not plain."""
        self.is_searched = any(name in table.searched for name in self.names)
        self.read = tuple(dict.fromkeys((*self.names, *(table.searched if self.is_searched else ()))))
        """The columns of which it must be known what they held; the shape's own come first."""

    def fits(self, columns: Columns) -> bool:
        """Whether every value is of its field's kind, and life is 0 or 1."""
        life = columns[ROW_LIFE]
        if set(map(type, life)) != {int} or not set(life) <= {0, 1}:
            return False
        return all(_column_fits(self.table.specs[name], columns[name]) for name in self.names)


def columns_of(lines: Lines) -> Columns:
    """The values of lines of one shape, turned by a quarter."""
    return dict(zip(lines.values[0], zip(*map(_values, lines.values), strict=True), strict=True))


_values = dict[str, Value].values


def _column_fits(spec: FieldSpec, values: Sequence[Value]) -> bool:
    """``FITS`` for many values at once; a day or a decimal is looked at once for each different value."""
    kinds = set(map(type, values))
    if spec.kind in (Kind.DATE, Kind.DECIMAL):
        return kinds <= {str, type(None)} and all(map(FITS[spec.kind], set(values)))
    return kinds <= _TYPES[spec.kind]


_TYPES: Mapping[Kind, set[type]] = {
    Kind.TEXT: {str},
    Kind.LONG_TEXT: {str},
    Kind.REFERENCE: {str},
    Kind.CHOICE: {str},
    Kind.BOOLEAN: {bool},
    # That it is small enough for every reader was checked when the line was decoded.
    Kind.INTEGER: {int, type(None)},
}
