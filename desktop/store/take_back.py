"""Undoing a whole import: every row, stamp, commit and vector as it was before the bundle was taken.

Unlike the undo of an own action this is no commit: what is taken back was never this computer's word, and
its sender still has it.  It stands only while nothing has come after it in the same scopes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from itertools import islice

from desktop.domain.change import ROW_LIFE
from desktop.domain.errors import Code
from desktop.store.sql import one, stream, value
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap
from desktop.store.taken import Standing, new_spans, restore_standing
from desktop.store.taken_pages import TakenPage, page_numbers, page_of

Progress = Callable[[int, int | None], None]
_Place = tuple[str, str]
"""A table and the id of a record in it."""
_AT_ONCE = 1_000
"""So many rows are taken back between two signs of progress."""


class _Steps:
    """Signs of progress: as many steps as there are rows to take back and lines of the export index."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.done = 0
        self.total: int | None = None

    def sign(self, count: int = 0) -> None:
        """So many more are done. Raises what the progress raises."""
        self.done += count
        self._progress(self.done, self.total)


def take_back(store: Store, bundle: str, standing: Standing, progress: Progress) -> frozenset[str]:
    """Undo one import within a transaction that the caller holds; the tables it had changed.

    The caller has asked that nothing came after it. Its line in the log stays, marked as undone. ``progress``
    may raise CancelledError.
    """
    steps = _Steps(progress)
    spans = new_spans(standing)
    dots = 0
    touched: set[_Place] = set()
    with closing(_touched(store, standing)) as found:
        for places in found:
            dots += len(places)
            touched.update(places)
            steps.sign()
    steps.total = len(touched) + dots
    there: set[_Place] = set()
    for number in page_numbers(store, bundle):
        page = page_of(store, number)
        _restore(store, page)
        there.update((page.table, record_id) for record_id in page.ids)
        store.connection.execute("DELETE FROM taken_page WHERE number = ?", (number,))
        steps.sign(len(page.ids))
    _remove(store, touched - there, steps)
    for writer, n in spans.items():
        _forget_commits(store, writer, n, steps)
    restore_standing(store, bundle, standing)
    store.connection.execute("UPDATE sync_log SET code = ? WHERE bundle = ?", (str(Code.UNDONE), bundle))
    steps.sign()
    return frozenset(table for table, _record_id in touched | there)


def _touched(store: Store, standing: Standing) -> Generator[list[_Place], None, None]:
    """The records that the import made or changed: the export index names them."""
    for span in new_spans(standing).items():
        sql = "SELECT tbl, row_id FROM sync_dot WHERE writer = ? AND n > ?"
        with closing(store.connection.execute(sql, span)) as rows:
            while batch := [(str(table), str(record_id)) for table, record_id in islice(rows, _AT_ONCE)]:
                yield batch


def _forget_commits(store: Store, writer: int, n: int, steps: _Steps) -> None:
    """Take the commits of a writer after one out of the export index and the list of commits."""
    run = store.connection.execute
    after = "FROM sync_dot WHERE writer = ? AND n > ?"
    while True:
        edge = one(
            store.connection,
            f"SELECT n, tbl, row_id {after} ORDER BY n, tbl, row_id LIMIT 1 OFFSET {_AT_ONCE}",
            (writer, n),
        )
        if edge is None:
            break
        run(f"DELETE {after} AND (n, tbl, row_id) < (?, ?, ?)", (writer, n, *edge))
        steps.sign(_AT_ONCE)
    run(f"DELETE {after}", (writer, n))
    last = value(store.connection, "SELECT max(n) FROM sync_commit WHERE writer = ?", (writer,)) or n
    for low in range(n, last, _AT_ONCE):
        span = (writer, low, low + _AT_ONCE)
        run("DELETE FROM sync_commit WHERE writer = ? AND n > ? AND n <= ?", span)
        steps.sign()


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


def _remove(store: Store, places: Iterable[_Place], steps: _Steps) -> None:
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
        ids.sort()
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            store.connection.cursor().executemany(sql, [(id_,) if known else (id_, name) for id_ in some])
            steps.sign(len(some))
