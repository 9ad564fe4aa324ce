"""The two histories that meet when a bundle's scope is merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.store.merge_result import Incoming


@dataclass(frozen=True, slots=True)
class Span:
    """Both histories of one scope, by local number of a writer.

    ``numbers`` turns the bundle's index of a writer into the local number and ``indexes`` back;
    ``known[number]`` is the last commit known here, ``upto[number]`` the last known to the sender.
    """

    incoming: Incoming
    scope: str
    numbers: Sequence[int]
    known: Sequence[int]
    upto: Sequence[int]
    indexes: Mapping[int, int]

    def user(self, number: int, n: int) -> str:
        """Who made a commit, as the bundle says."""
        return self.incoming.users.get((self.indexes[number], n), self.incoming.user)
