"""One row that a unit of work is about to write: what it showed, what is written, what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.entity import Entity
from desktop.domain.merge import Sibling
from desktop.store.stamps import Dot, ShownRow, dots_of, overwrite, read_registers, show
from desktop.store.table_map import Column, TableMap


@dataclass
class Pending:
    """The registers to write in one row, with the row as it was: ``stamps`` is None for a new one.

    ``held`` are its life and columns. ``read`` is the record as the unit of work handed it out, until
    something is written: what is not changed in it since need not be compared.
    """

    table: TableMap
    record_id: str
    scope: str
    stamps: str | None = None
    held: Mapping[str, Column] = field(default_factory=dict)
    read: Entity | None = None
    writes: dict[str, Value] = field(default_factory=dict)

    def shown_before(self, name: str) -> Value:
        """What a register showed before; None for one that nobody knew."""
        return self.table.shown_value(name, self.held)

    def differs(self, name: str) -> bool:
        """Whether a register that is to be written showed something else before, or nothing."""
        return name not in self.held or self.shown_before(name) != self.writes[name]

    def chooses(self, name: str) -> bool:
        """Whether what is to be written in a register is one of several values that stand there already."""
        siblings = read_registers(self.stamps or "[]", self.table, self.held).get(name, ())
        return len(siblings) > 1 and self.writes[name] in [one.value for one in siblings]

    def shown(self, name: str) -> Value:
        """What a register shows with the writes so far."""
        if name in self.writes:
            return self.writes[name]
        if name in self.held:
            return self.shown_before(name)
        return 0 if name == ROW_LIFE else self.table.blank_value(name)

    @property
    def columns(self) -> dict[str, Column]:
        """What is to be written, as columns; they hold it where ``is_plain``."""
        return {name: self.table.to_column(name, value) for name, value in self.writes.items()}

    def write(self, values: Mapping[str, Value]) -> None:
        """Add to what is to be written."""
        self.writes.update(values)
        self.read = None

    @property
    def is_plain(self) -> bool:
        """Whether every value to be written can stand in its column."""
        fits = self.table.fits
        return all(
            name in fits and fits[name](value) if name != ROW_LIFE else type(value) is int and value in (0, 1)
            for name, value in self.writes.items()
        )


def written_over(pending: Pending, dot: tuple[int, int, int]) -> tuple[ShownRow, set[Dot]] | None:
    """The row in the plain case, that all its values stand in its columns; None in any other.

    With the commits that have no say in the row any more. Comes to the same as ``settled``, quicker.
    """
    table, writes = pending.table, pending.writes
    over = overwrite(pending.stamps or "[]", dot, writes) if pending.is_plain else None
    if over is None:
        return None
    columns = {**(pending.held or table.blanks), **pending.columns}
    return ShownRow(int(writes[ROW_LIFE] == 1), columns, over[0]), over[1]


def settled(
    pending: Pending, dot: tuple[int, int, int], writer_ids: Sequence[str]
) -> tuple[ShownRow, set[Dot]]:
    """The row with all registers laid side by side, and the commits that have no say any more."""
    before = read_registers(pending.stamps or "[]", pending.table, pending.held)
    registers = before | {name: (Sibling(*dot, value),) for name, value in pending.writes.items()}
    return show(registers, pending.table, writer_ids), dots_of(before) - dots_of(registers)


def touched(record: Entity, read: Entity | None, names: Iterable[str]) -> Iterable[str]:
    """The fields that may differ from what was read: all but those that hold the very same object."""
    if read is None:
        return names
    return [name for name in names if getattr(record, name) is not getattr(read, name)]
