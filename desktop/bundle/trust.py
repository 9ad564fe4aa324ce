"""What the reader of a bundle asks about its sender; the registry answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.change import ScopeCut


@dataclass(frozen=True, slots=True)
class Revocation:
    """A device was reported lost in ``epoch``; ``cut`` holds the last commit accepted of each writer."""

    epoch: int
    cut: Mapping[str, int]

    def covers(self, cuts: list[ScopeCut]) -> bool:
        """Whether a bundle of the device with these spans still lies before the cut.

        Every writer counts, not only the device's own: its key could sign commits in anybody's name.
        A bundle without a span proves no age, so it is not covered.
        """
        spans = [(writer, mark.n) for cut in cuts for writer, mark in cut.upto.items()]
        return bool(spans) and all(n <= self.cut.get(writer, 0) for writer, n in spans)


@dataclass(frozen=True, slots=True)
class TrustedDevice:
    """An enrolled device: the unit it speaks for and its raw public signing key (32 bytes)."""

    id: str
    unit: str
    key: bytes
    revoked: Revocation | None = None


class Trust(Protocol):
    """Knows the enrolled devices."""

    def device(self, device_id: str, /) -> TrustedDevice | None:
        """The device of that id, or ``None`` when nobody enrolled it."""
