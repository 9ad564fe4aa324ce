"""The shape in which changes travel between store and bundle: names and values, no entity class.

The vocabulary is that of sync.md: a *commit* is one user action in one scope, its *dot* is
(writer, n); a *register* is a named value of a row; concurrent values of one register are
*siblings*.  A version vector maps a writer to the last commit of it that is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Value = bool | int | str | None
"""What a register may hold: no float, nothing nested; decimals and dates are strings."""

ROW_LIFE = "."
"""The register that says whether a row is alive (1) or deleted (0)."""

Part = tuple[int, int, int, dict[str, Value]]
"""The surviving registers of one commit in one row: writer index, n, claimed time (UTC ms), values."""


class RowChange(NamedTuple):
    """One row of a bundle; the writer indexes of ``c`` point into the bundle's list of writers.

    The field names are the wire names: ``t`` table, ``id`` record id (32 hex digits), ``c`` parts.
    A tuple, because a bundle holds a million of them.
    """

    t: str
    id: str
    c: list[Part]


class CommitLine(NamedTuple):
    """One commit as it stands in ``commits.ndjson``; ``w`` is an index into the writers."""

    w: int
    n: int
    t: int
    user: str
    h: str


class Mark(NamedTuple):
    """How far one writer is known: number and hash (32 hex digits) of its last known commit."""

    n: int
    h: str


VersionVector = dict[str, Mark]
"""Writer (32 hex digits) → the last commit known of it. A missing writer means n = 0."""


@dataclass(frozen=True, slots=True)
class Writer:
    """One incarnation of one device in one scope; its id is 128 random bits as 32 hex digits."""

    w: str
    scope: str
    device: str


@dataclass(frozen=True, slots=True)
class ScopeCut:
    """What a bundle says of one scope: everything after ``base`` up to and including ``upto``."""

    scope: str
    base: VersionVector = field(default_factory=dict)
    upto: VersionVector = field(default_factory=dict)
