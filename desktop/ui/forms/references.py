"""What a form asks of its screen about other records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.ui.widgets.values import Choice, Lookup


def _nothing(_target: str, _words: str) -> Sequence[Choice]:
    return ()


def _no_name(_target: str, record_id: str) -> str:
    return record_id


@dataclass(frozen=True, slots=True)
class References:
    """``find`` answers (table, words typed) with records, best first; ``name`` gives (table, id) its name."""

    find: Callable[[str, str], Sequence[Choice]] = _nothing
    name: Callable[[str, str], str] = _no_name

    def lookup(self, target: str) -> Lookup:
        """The search in one table."""
        return lambda words: self.find(target, words)

    def name_of(self, target: str) -> Lookup:
        """The name of an id of one table, as the editor wants it."""
        return lambda record_id: (Choice(record_id, self.name(target, record_id)),)
