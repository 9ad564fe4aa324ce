"""Undoing a whole import: every row, stamp, commit and vector as it was before the bundle was taken.

Unlike the undo of an own action this is no commit: what is taken back was never this computer's word, and
its sender still has it.  It stands only while nothing has come after it in the same scopes.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.change import ROW_LIFE
from desktop.domain.errors import Code
from desktop.store.sql import stream
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap
from desktop.store.taken import Standing, new_spans, restore_standing
from desktop.store.taken_pages import TakenPage, pages_of

_Place = tuple[str, str]
"""A table and the id of a record in it."""


def take_back(store: Store, bundle: str, standing: Standing) -> frozenset[str]:
    """Undo one import within a transaction that the caller holds; the tables it had changed.

    The caller has asked that nothing came after it. Its line in the log stays, marked as undone.
    """
    touched = _touched(store, standing)
    there: set[_Place] = set()
    for page in pages_of(store, bundle):
        _restore(store, page)
        there.update((page.table, record_id) for record_id in page.ids)
    _remove(store, touched - there)
    restore_standing(store, bundle, standing)
    store.connection.execute("UPDATE sync_log SET code = ? WHERE bundle = ?", (str(Code.UNDONE), bundle))
    return frozenset(table for table, _record_id in touched | there)


def _touched(store: Store, standing: Standing) -> set[_Place]:
    """The records that the import made or changed: the export index names them."""
    return {
        (table, record_id)
        for span in new_spans(standing).items()
        for table, record_id in stream(
            store.connection, "SELECT tbl, row_id FROM sync_dot WHERE writer = ? AND n > ?", span
        )
    }


def _restore(store: Store, page: TakenPage) -> None:
    table = store.catalogue.tables.get(page.table)
    if table is None:
        store.connection.cursor().executemany(
            "UPDATE other_row SET stamps = ? WHERE tbl = ? AND id = ?",
            [
                (stamps, page.table, record_id)
                for record_id, stamps in zip(page.ids, page.stamps, strict=True)
            ],
        )
        return
    alike: dict[tuple[str, ...], list[tuple[Column, ...]]] = {}
    for at, record_id in enumerate(page.ids):
        columns = page.before(at)
        alike.setdefault(tuple(columns), []).append((page.stamps[at], *columns.values(), record_id))
    for names, rows in alike.items():
        changed = ["alive" if name == ROW_LIFE else name for name in names]
        store.connection.cursor().executemany(table.update_sql(changed), rows)
        if not set(table.searched).isdisjoint(names):
            _restore_keys(store, table, [str(row[-1]) for row in rows])


def _restore_keys(store: Store, table: TableMap, ids: list[str]) -> None:
    """The search keys of rows whose searched fields are those from before again."""
    searched = "".join(f', "{name}"' for name in table.searched)
    marks = ",".join("?" * len(ids))
    rows = list(
        stream(store.connection, f'SELECT id{searched} FROM "{table.table}" WHERE id IN ({marks})', ids)
    )
    keys = table.search_keys(list(zip(*rows, strict=True))[1:])
    store.connection.cursor().executemany(
        f'UPDATE "{table.table}" SET search_key = ? WHERE id = ?',
        [(key, row[0]) for key, row in zip(keys, rows, strict=True)],
    )


def _remove(store: Store, places: Iterable[_Place]) -> None:
    """Take out the records that were not here before."""
    by_table: dict[str, list[str]] = {}
    for table, record_id in places:
        by_table.setdefault(table, []).append(record_id)
    for name, ids in by_table.items():
        known = name in store.catalogue.tables
        sql = (
            f'DELETE FROM "{name}" WHERE id = ?'
            if known
            else "DELETE FROM other_row WHERE id = ? AND tbl = ?"
        )
        store.connection.cursor().executemany(sql, [(one,) if known else (one, name) for one in sorted(ids)])
