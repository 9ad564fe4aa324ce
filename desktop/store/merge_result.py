"""What merging a bundle did: counted, and told row by row for the preview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.change import Value, Writer

KEPT_CHANGES = 5_000
"""Rows that are told one by one; beyond that they are only counted."""


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row that a bundle made or changed: its fields as old and new stored values (old None when new).

    ``conflicts`` names the fields that somebody has to decide about since this bundle.
    """

    table: str
    id: str
    is_new: bool
    fields: Mapping[str, tuple[Value, Value]]
    conflicts: tuple[str, ...] = ()


@dataclass
class MergeResult:
    """What merging did, for the preview and the log. ``changes`` holds the first 5,000 rows."""

    new: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    conflicts: int = 0
    changes: list[ChangedRow] = field(default_factory=list)

    @property
    def room(self) -> int:
        """How many rows more will be told one by one."""
        return KEPT_CHANGES - len(self.changes)

    @property
    def is_full(self) -> bool:
        """Whether further rows are only counted."""
        return not self.room

    def note(self, row: ChangedRow) -> None:
        """Count a row, and keep it while there is room."""
        counter = self.new if row.is_new else self.changed
        counter[row.table] += 1
        self.conflicts += len(row.conflicts)
        if not self.is_full:
            self.changes.append(row)


@dataclass(frozen=True, slots=True)
class Incoming:
    """The parts of a verified bundle that merging needs: its id, and the writers its lines point into."""

    bundle: str
    writers: Sequence[Writer]
