"""After an upgrade: what an older program kept without knowing it gets its place in tables and columns.

A row of a table that was not known lies in ``other_row``, a register that was not known in its row's stamps
(fault 53).  Both are whole, so nothing has to be asked for again when the program learns the name.
"""

from __future__ import annotations

from hashlib import sha256

from desktop.domain.change import ROW_LIFE
from desktop.domain.merge import Registers
from desktop.store.sql import one, stream
from desktop.store.stamps import read_registers, show
from desktop.store.store import Store
from desktop.store.table_map import TableMap

_KNOWN = "known_names"


def adopt_known(store: Store) -> int:
    """Give a place to what is known now and was not before; how many rows. Looks when names have changed.

    Raises SoSenError E_BUSY, E_SPACE, E_IO.
    """
    names = _names(store)
    if store.meta(_KNOWN) == names:
        return 0
    with store.writing():
        present = {name for (name,) in stream(store.connection, "SELECT name FROM sqlite_schema")}
        tables = [table for name, table in store.catalogue.tables.items() if name in present]
        adopted = sum(_adopt_rows(store, table) + _adopt_registers(store, table) for table in tables)
        store.set_meta(_KNOWN, names)
    return adopted


def _names(store: Store) -> str:
    """A mark of all tables and fields that this program knows."""
    known = (f"{name} {' '.join(table.names)}" for name, table in sorted(store.catalogue.tables.items()))
    return sha256("\n".join(known).encode()).hexdigest()[:32]


def _adopt_rows(store: Store, table: TableMap) -> int:
    """Rows of a table that was not known."""
    sql = "SELECT id, scope, stamps FROM other_row WHERE tbl = ?"
    rows = list(stream(store.connection, sql, (table.table,)))
    for record_id, scope, stamps in rows:
        registers = read_registers(stamps, None, {}) | _registers_here(store, table, record_id)
        shown = show(registers, table, store.writers.ids)
        fields = [shown.columns[name] for name in table.names]
        key = table.search_key(shown.columns)
        store.connection.execute(
            table.upsert_sql, (record_id, scope, shown.alive, shown.stamps, key, *fields)
        )
    store.connection.execute("DELETE FROM other_row WHERE tbl = ?", (table.table,))
    return len(rows)


def _registers_here(store: Store, table: TableMap, record_id: str) -> Registers:
    row = one(store.connection, table.select_sql, (record_id,))
    if row is None:
        return {}
    return read_registers(row[2], table, {ROW_LIFE: row[1], **dict(zip(table.names, row[3:], strict=True))})


def _adopt_registers(store: Store, table: TableMap) -> int:
    """Registers of known rows that were not known: they stand as values in the stamps."""
    columns = "".join(f', "{name}"' for name in table.names)
    rows = list(
        stream(
            store.connection,
            f"SELECT id, scope, alive, stamps{columns} FROM \"{table.table}\" WHERE instr(stamps, '{{') > 0",
        )
    )
    adopted = 0
    for record_id, scope, alive, stamps, *values in rows:
        held = {ROW_LIFE: alive, **dict(zip(table.names, values, strict=True))}
        shown = show(read_registers(stamps, table, held), table, store.writers.ids)
        if shown.stamps != stamps:
            fields = [shown.columns[name] for name in table.names]
            key = table.search_key(shown.columns)
            store.connection.execute(
                table.upsert_sql, (record_id, scope, shown.alive, shown.stamps, key, *fields)
            )
            adopted += 1
    return adopted
