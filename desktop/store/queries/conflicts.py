"""Which rows wait for a person's choice between two values written without knowledge of each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from desktop.domain.change import ROW_LIFE
from desktop.domain.merge import is_conflict
from desktop.store.sql import stream
from desktop.store.stamps import read_registers
from desktop.store.store import Store
from desktop.store.table_map import TableMap


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A living row with the registers that hold different values."""

    table: str
    id: str
    scope: str
    registers: tuple[str, ...]


def conflict_rows(store: Store, tables: Collection[str] = ()) -> list[ConflictRow]:
    """The rows in dispute, of all tables or of some; deleted rows are not disputed any more.

    Values that are not shown stand as an object in a row's stamps, so only rows with one are read closer.
    """
    found = []
    for name, table in store.catalogue.tables.items():
        if not tables or name in tables:
            found.extend(_of_table(store, table))
    return found


def _of_table(store: Store, table: TableMap) -> list[ConflictRow]:
    columns = "".join(f', "{name}"' for name in table.names)
    rows = stream(
        store.connection,
        f'SELECT id, scope, alive, stamps{columns} FROM "{table.table}" '
        "WHERE alive = 1 AND instr(stamps, '{') > 0",
    )
    found = []
    for record_id, scope, alive, stamps, *values in rows:
        held = {ROW_LIFE: alive, **dict(zip(table.names, values, strict=True))}
        registers = read_registers(stamps, table, held)
        disputed = tuple(sorted(name for name, siblings in registers.items() if is_conflict(siblings)))
        if disputed:
            found.append(ConflictRow(table.table, record_id, scope, disputed))
    return found
