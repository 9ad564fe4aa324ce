"""Reading the local history: who changed what, when, old → new, and where the change came from."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desktop.domain.change import Value
from desktop.store.sql import stream, value
from desktop.store.store import Store

_CHANGES = msgspec.json.Decoder(dict[str, tuple[Value, Value]])


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
    """Everything kept about one record, newest first."""
    return _lines(store, "WHERE row_id = ? ORDER BY number DESC", (record_id,))


def recent_history(store: Store, limit: int = 200) -> list[HistoryLine]:
    """The newest changes of all records, newest first."""
    return _lines(store, "ORDER BY number DESC LIMIT ?", (limit,))


def _lines(store: Store, rest: str, values: tuple[object, ...]) -> list[HistoryLine]:
    rows = stream(
        store.connection, f"SELECT at, user, tbl, row_id, source, changes FROM history {rest}", values
    )
    return [
        HistoryLine(at, user, table, record_id, source, _CHANGES.decode(changes))
        for at, user, table, record_id, source, changes in rows
    ]


def last_saved_at(store: Store) -> int | None:
    """When something was last changed by hand here, UTC ms."""
    found: int | None = value(
        store.connection, "SELECT at FROM history WHERE source = 'hand' ORDER BY number DESC LIMIT 1"
    )
    return found
