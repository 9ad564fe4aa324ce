"""Values that came in a kind their field cannot show: kept and passed on, but not what is seen (fault 49)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.change import Value
from desktop.domain.merge import winner
from desktop.store.queries.conflicts import rows_with_hidden_values
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Misfit:
    """A living row with a value of the wrong kind in one of its fields."""

    table: str
    id: str
    scope: str
    field: str
    value: Value


def misfits(store: Store) -> Iterator[Misfit]:
    """Every value that would be shown if its kind allowed it."""
    for table in store.catalogue.tables.values():
        for (record_id, scope), registers in rows_with_hidden_values(store, table):
            for name, siblings in registers.items():
                if name in table.fits:
                    shown = winner(siblings, store.writers.ids).value
                    if not table.fits[name](shown):
                        yield Misfit(table.table, record_id, scope, name, shown)
