"""The merge: which values of a register survive when two histories meet. Pure functions.

The rule (sync.md 6.4, proof in 6.7): with L the local dots of a register, R those in the bundle,
VV what is known here and ``upto`` what the bundle's sender knew,

    new = {d in L : d in R or d not in upto}  |  {d in R : d in L or d not in VV}

so a value disappears only when some commit that had seen it wrote the same register.  The result
depends only on the union of the two commit sets: order, repetition and route do not matter.

Writers are small whole numbers here (positions in a list the caller keeps), because a merge
touches every row of a bundle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from desktop.domain.change import Part, Value

_EARLIEST_CLAIM = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp() * 1000)
_LATEST_CLAIM = int(datetime(2100, 1, 1, tzinfo=UTC).timestamp() * 1000)


class Sibling(NamedTuple):
    """One surviving value of a register with the dot (writer, n) and claimed time that wrote it."""

    writer: int
    n: int
    time: int
    value: Value


Registers = dict[str, tuple[Sibling, ...]]
"""The state of one row: register name → its surviving values, at least one each."""


def registers_of(parts: Iterable[Part]) -> Registers:
    """The parts of a row as they travel, grouped by register instead of by commit."""
    grouped: dict[str, list[Sibling]] = {}
    for writer, n, time, values in parts:
        for name, value in values.items():
            grouped.setdefault(name, []).append(Sibling(writer, n, time, value))
    return {name: tuple(siblings) for name, siblings in grouped.items()}


def parts_of(registers: Mapping[str, Sequence[Sibling]]) -> list[Part]:
    """The inverse of ``registers_of``: grouped by commit, in the order of their dots."""
    grouped: dict[tuple[int, int, int], dict[str, Value]] = {}
    for name in sorted(registers):
        for writer, n, time, value in registers[name]:
            grouped.setdefault((writer, n, time), {})[name] = value
    return [(*dot, values) for dot, values in sorted(grouped.items())]


def merge_register(
    local: Sequence[Sibling], remote: Sequence[Sibling], known: Sequence[int], upto: Sequence[int]
) -> tuple[Sibling, ...]:
    """The surviving siblings of one register that the bundle carries.

    ``known[w]`` and ``upto[w]`` are the last n of writer ``w`` in the local version vector and in the
    bundle's; 0 where the writer is unknown.
    """
    remote_dots = {(sibling.writer, sibling.n) for sibling in remote}
    local_dots = {(sibling.writer, sibling.n) for sibling in local}
    kept = [s for s in local if (s.writer, s.n) in remote_dots or s.n > upto[s.writer]]
    come = [s for s in remote if (s.writer, s.n) not in local_dots and s.n > known[s.writer]]
    return tuple(sorted(kept + come, key=lambda s: (s.writer, s.n)))


def merge_row(
    local: Mapping[str, tuple[Sibling, ...]],
    remote: Mapping[str, tuple[Sibling, ...]],
    known: Sequence[int],
    upto: Sequence[int],
) -> Registers:
    """The state of a row after a bundle's line for it; registers the line does not name stay as they are."""
    merged: Registers = dict(local)
    for name, siblings in remote.items():
        survivors = merge_register(local.get(name, ()), siblings, known, upto)
        if survivors:
            merged[name] = survivors
        else:
            merged.pop(name, None)
    return merged


def claim_rank(time: int) -> int:
    """A claimed time as far as it may break a tie: 0 outside 2024…2100, where no clock is believed."""
    return time if _EARLIEST_CLAIM <= time < _LATEST_CLAIM else 0


def winner(siblings: Sequence[Sibling], writer_ids: Sequence[str]) -> Sibling:
    """The value shown: the latest believable claim, then writer id, then n; the same on every computer."""
    if len(siblings) == 1:
        return siblings[0]
    return max(siblings, key=lambda s: (claim_rank(s.time), writer_ids[s.writer], s.n))


def life_winner(siblings: Sequence[Sibling]) -> bool:
    """Whether the row is alive: between an edit and a delete that did not see each other, alive wins."""
    return any(sibling.value == 1 for sibling in siblings)


def is_conflict(siblings: Sequence[Sibling]) -> bool:
    """Whether a person has to choose: more than one different value. Equal values are no conflict.

    Yes is not 1: a value of the wrong kind is another value.
    """
    if len(siblings) < 2:
        return False
    first = siblings[0].value
    return any(s.value != first or type(s.value) is not type(first) for s in siblings[1:])
