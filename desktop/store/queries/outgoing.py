"""What a bundle would carry, counted by table from the export index alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from desktop.domain.change import ScopeCut
from desktop.store.sql import stream
from desktop.store.store import Store


def rows_by_table(store: Store, cuts: Iterable[ScopeCut]) -> Counter[str]:
    """Table → how many rows the cuts would carry at the most."""
    rows: set[tuple[str, str]] = set()
    for cut in cuts:
        for w, mark in cut.upto.items():
            low = cut.base[w].n if w in cut.base else 0
            if mark.n > low:
                found = stream(
                    store.connection,
                    "SELECT DISTINCT tbl, row_id FROM sync_dot WHERE writer = ? AND n > ? AND n <= ?",
                    (store.writers.number(w), low, mark.n),
                )
                rows.update((table, row_id) for table, row_id in found)
    return Counter(table for table, _row_id in rows)
