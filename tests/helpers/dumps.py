"""The content of a database in comparable form."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import apsw
import msgspec

from desktop.store.store import Store

Dump = dict[str, list[tuple[Any, ...]]]


def whole_dump(store: Store, *, without: Collection[str] = ()) -> Dump:
    """Every row of every table, as it is kept, but of those ``without``."""
    return dump_connection(store.connection, without)


def dump_file(path: Path) -> Dump:
    """The same from a database file, through a connection of its own."""
    connection = apsw.Connection(str(path))
    try:
        return dump_connection(connection, ())
    finally:
        connection.close()


def dump_connection(connection: apsw.Connection, without: Collection[str]) -> Dump:
    """The same from an open connection."""
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    ]
    return {
        name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
        for name in tables
        if name not in without
    }


def shared_state(store: Store, scope: str | None = None) -> Dump:
    """What all computers that hold the same commits must agree on: records, stamps by writer id, commits.

    Local numbers are translated, since each computer counts writers by itself. ``scope``: only that one.
    """
    store.writers.refresh()
    ids = store.writers.ids
    state: Dump = {}
    for name, table in store.catalogue.tables.items():
        columns = "".join(f', "{column}"' for column in table.names)
        rows = store.connection.execute(f'SELECT id, scope, alive, stamps, search_key{columns} FROM "{name}"')
        state[name] = sorted(
            (row[0], row[1], row[2], translated(str(row[3]), ids), *row[4:])
            for row in rows.fetchall()
            if scope in (None, row[1])
        )
    other = store.connection.execute("SELECT tbl, id, scope, stamps FROM other_row").fetchall()
    state["other_row"] = sorted(
        (*row[:3], translated(str(row[3]), ids)) for row in other if scope in (None, row[2])
    )
    for name, columns in (("sync_commit", "c.n, c.t, c.user, c.h"), ("sync_vv", "c.n, c.h")):
        rows = store.connection.execute(
            f"SELECT w.w, w.scope, {columns} FROM {name} c JOIN sync_writer w ON w.number = c.writer"
        )
        state[name] = sorted(row for row in rows.fetchall() if scope in (None, row[1]))
    return state


def translated(stamps: str, ids: list[str]) -> str:
    """A row's stamps with writer ids instead of local numbers, in the order of the ids."""
    lines = [[ids[w], n, t, held] for w, n, t, held in msgspec.json.decode(stamps)]
    return msgspec.json.encode(sorted(lines, key=lambda line: (line[0], line[1], str(line[3])))).decode()
