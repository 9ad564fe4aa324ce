"""The two histories that meet when a bundle's scope is merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.store.merge_result import Incoming


@dataclass(frozen=True, slots=True)
class Span:
    """Both histories of one scope, by local number of a writer.

    ``numbers`` turns the bundle's index of a writer into the local number; ``known[number]`` is the last
    commit known here, ``upto[number]`` the last known to the sender. ``after_line`` is the newest line of
    the own history when the bundle came.
    """

    incoming: Incoming
    scope: str
    numbers: Sequence[int]
    known: Sequence[int]
    upto: Sequence[int]
    after_line: int
