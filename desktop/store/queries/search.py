"""Where folded words occur: the living rows of the searched tables, from the search keys alone."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.entity import Entity
from desktop.store.sql import stream
from desktop.store.store import Store

MOST_ROWS = 1_000
"""Rows of one table at the most: a word that is everywhere is typed further, not leafed through."""


def searched_tables(store: Store) -> tuple[str, ...]:
    """The tables that have a field to be searched."""
    return tuple(name for name, table in store.catalogue.tables.items() if table.searched)


def rows_containing(store: Store, table: str, terms: Sequence[str]) -> list[Entity]:
    """The living records of a table whose search key contains every folded term."""
    mapping = store.catalogue.tables[table]
    columns = ", ".join(f'"{name}"' for name in mapping.names)
    where = "".join(" AND instr(search_key, ?) > 0" for _term in terms)
    rows = stream(
        store.connection,
        f'SELECT id, scope, {columns} FROM "{table}" WHERE alive = 1{where} LIMIT {MOST_ROWS}',
        tuple(terms),
    )
    return [mapping.entity(row[0], row[1], row[2:]) for row in rows]
