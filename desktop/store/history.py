"""Reading the local history: who changed what, when, old → new, and where the change came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from desktop.domain.change import ROW_LIFE, Value
from desktop.store.sql import one, stream, value
from desktop.store.stamps import Dot, stamped_dots
from desktop.store.store import Store
from desktop.store.taken_pages import pages_with
from desktop.store.work import HAND

decode_changes = msgspec.json.Decoder(dict[str, tuple[Value, Value]]).decode
"""The column ``changes``: field → (old, new) as stored values."""

_OWN = (
    "SELECT h.number, c.t, c.user, h.tbl, h.row_id, h.changes FROM history h "
    "JOIN sync_commit c ON c.writer = h.writer AND c.n = h.n"
)

_Place = tuple[int, int]
"""When a line came to this computer, by counting and not by clocks: after which own line, which page."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One record touched by one action. ``changes``: field → (old, new) as stored values;
    ``source`` is "hand" or the id of the bundle that brought the change.
    """

    at: int
    user: str
    table: str
    record_id: str
    source: str
    changes: dict[str, tuple[Value, Value]]


def record_history(store: Store, record_id: str) -> list[HistoryLine]:
    """Everything kept about one record, newest first.

    For a record that came whole in a bundle nothing is written down; its first line is told by its stamps.
    """
    own = _own(store, "WHERE h.row_id = ? ORDER BY h.number DESC", (record_id,))
    placed = sorted([*own, *_received(store, record_id)], key=lambda found: found[0], reverse=True)
    lines = [line for _place, line in placed]
    if lines and ROW_LIFE in lines[-1].changes and lines[-1].changes[ROW_LIFE][0] is None:
        return lines
    return [*lines, *_arrival(store, record_id)]


def _own(store: Store, rest: str, values: tuple[object, ...]) -> Iterator[tuple[_Place, HistoryLine]]:
    for number, at, user, table, record_id, changes in stream(store.connection, f"{_OWN} {rest}", values):
        yield (number, 0), HistoryLine(at, user, table, record_id, HAND, decode_changes(changes))


def _received(store: Store, record_id: str) -> Iterator[tuple[_Place, HistoryLine]]:
    """The lines that bundles brought; of one bundle those of the last commit first."""
    for taken in pages_with(store, record_id):
        told = taken.told(taken.ids.index(record_id), store.catalogue.tables.get(taken.table))
        for writer, n, changes in reversed(told):
            at, user, _via = _commit(store, (writer, n)) or (0, "", "")
            line = HistoryLine(at, user, taken.table, record_id, taken.bundle, changes)
            yield (taken.after_line, taken.number), line


def _commit(store: Store, dot: Dot) -> tuple[int, str, str] | None:
    """When a commit was made, by whom, and the bundle that brought it."""
    found = one(store.connection, "SELECT t, user, via FROM sync_commit WHERE writer = ? AND n = ?", dot)
    return None if found is None else (found[0], found[1], found[2])


def _arrival(store: Store, record_id: str) -> Iterator[HistoryLine]:
    """Who made a record that came in a bundle: the oldest of its commits that still has a say in it."""
    for name in store.catalogue.tables:
        stamps = value(store.connection, f'SELECT stamps FROM "{name}" WHERE id = ?', (record_id,))
        if stamps is None:
            continue
        came = [_commit(store, dot) for dot in stamped_dots(stamps)]
        for at, user, via in sorted(row for row in came if row is not None and row[2])[:1]:
            yield HistoryLine(at, user, name, record_id, via, {ROW_LIFE: (None, 1)})


def recent_history(store: Store, limit: int = 200) -> list[HistoryLine]:
    """The newest changes made on this computer, of all records, newest first."""
    return [line for _place, line in _own(store, "ORDER BY h.number DESC LIMIT ?", (limit,))]


def last_saved_at(store: Store) -> int | None:
    """When something was last changed by hand here, UTC ms."""
    newest = next(iter(recent_history(store, 1)), None)
    return newest.at if newest else None
