"""Reading the local history: who changed what, when, old → new, and where the change came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from desktop.domain.change import ROW_LIFE, Value
from desktop.store.sql import one, stream, value
from desktop.store.stamps import stamped_dots
from desktop.store.store import Store

decode_changes = msgspec.json.Decoder(dict[str, tuple[Value, Value]]).decode
"""The column ``changes``: field → (old, new) as stored values."""


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
    lines = _lines(store, "WHERE row_id = ? ORDER BY number DESC", (record_id,))
    if lines and ROW_LIFE in lines[-1].changes and lines[-1].changes[ROW_LIFE][0] is None:
        return lines
    return [*lines, *_arrival(store, record_id)]


def _arrival(store: Store, record_id: str) -> Iterator[HistoryLine]:
    """Who made a record that came in a bundle: the oldest of its commits that still has a say in it."""
    for name in store.catalogue.tables:
        stamps = value(store.connection, f'SELECT stamps FROM "{name}" WHERE id = ?', (record_id,))
        if stamps is None:
            continue
        came = [
            one(store.connection, "SELECT t, user, via FROM sync_commit WHERE writer = ? AND n = ?", dot)
            for dot in stamped_dots(stamps)
        ]
        for at, user, via in sorted(row for row in came if row is not None and row[2])[:1]:
            yield HistoryLine(at, user, name, record_id, via, {ROW_LIFE: (None, 1)})


def recent_history(store: Store, limit: int = 200) -> list[HistoryLine]:
    """The newest changes of all records, newest first."""
    return _lines(store, "ORDER BY number DESC LIMIT ?", (limit,))


def _lines(store: Store, rest: str, values: tuple[object, ...]) -> list[HistoryLine]:
    rows = stream(
        store.connection, f"SELECT at, user, tbl, row_id, source, changes FROM history {rest}", values
    )
    return [
        HistoryLine(at, user, table, record_id, source, decode_changes(changes))
        for at, user, table, record_id, source, changes in rows
    ]


def last_saved_at(store: Store) -> int | None:
    """When something was last changed by hand here, UTC ms."""
    found: int | None = value(
        store.connection, "SELECT at FROM history WHERE source = 'hand' ORDER BY number DESC LIMIT 1"
    )
    return found
