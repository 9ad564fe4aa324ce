"""The history as a witness: does a record still show what the history says its commits wrote?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec

from desktop.domain.change import ROW_LIFE
from desktop.domain.merge import Registers
from desktop.store.history import decode_changes
from desktop.store.sql import one, stream
from desktop.store.stamps import read_registers
from desktop.store.store import Store
from desktop.store.table_map import TableMap
from desktop.store.taken_pages import Told, pages_about

_LINES_BETWEEN_SIGNS = 2_000


def read_row(
    table: TableMap | None, alive: int, stamps: str, columns: Iterable[int | str | None]
) -> Registers | None:
    """What the stamps of a row say, or None where they say nothing that can be read."""
    held = {ROW_LIFE: alive, **dict(zip(table.names, columns, strict=True))} if table else {}
    try:
        return read_registers(stamps, table, held)
    except (msgspec.MsgspecError, KeyError):
        return None


def changed_values(store: Store, table: TableMap, sign: Callable[[], None]) -> Iterator[tuple[str, str]]:
    """Records of a table with a field that shows something else than its commit wrote, each with the field.

    The history is the only witness of a value in its column. Raises msgspec.MsgspecError where the history
    itself cannot be read. ``sign`` is called now and then.
    """
    record, registers = "", None
    for count, (record_id, told) in enumerate(_all_told(store, table)):
        if count % _LINES_BETWEEN_SIGNS == 0:
            sign()
        if record_id != record:
            record, registers = record_id, _registers(store, table, record_id)
        yield from ((record_id, name) for name in _differing(registers or {}, told))


def _all_told(store: Store, table: TableMap) -> Iterator[tuple[str, Told]]:
    """Every line of the history about a table, own and received."""
    own = stream(
        store.connection,
        "SELECT row_id, writer, n, changes FROM history WHERE tbl = ? ORDER BY row_id",
        (table.table,),
    )
    for record_id, writer, n, changes in own:
        yield record_id, (writer, n, decode_changes(changes))
    for taken in pages_about(store, table.table):
        for at, record_id in enumerate(taken.ids):
            for told in taken.told(at, table):
                yield record_id, told


def _registers(store: Store, table: TableMap, record_id: str) -> Registers | None:
    row = one(store.connection, table.select_sql, (record_id,))
    return read_row(table, row[1], row[2], row[3:]) if row else None


def _differing(registers: Registers, told: Told) -> Iterator[str]:
    writer, n, changes = told
    for name, (_old, new) in changes.items():
        for sibling in registers.get(name, ()):
            if (sibling.writer, sibling.n) == (writer, n) and sibling.value != new:
                yield name
