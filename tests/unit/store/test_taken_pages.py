"""The history of received changes: kept in pages, read as quickly after a year as on the first day."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from desktop.domain.change import Mark, Writer
from desktop.domain.scopes import make_record_id
from desktop.store.history import record_history
from desktop.store.store import Store
from desktop.store.table_map import Column
from desktop.store.taken_pages import KEEP_SQL, PAGE, Before, Told, page_row

WEEKS = 52
UNITS = 13
RECORDS = 2_000
SOON_SECONDS = 0.050


def unit(number: int) -> str:
    return f"{30000 + number}-19840306"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A district that took a full page from each commune every week of a year."""
    made = Store(tmp_path / "data", create=True)
    with made.writing() as connection:
        for at in range(UNITS):
            scope = unit(at)
            writer = made.writers.add(Writer(f"{at:032x}", scope, "d"))
            ids = [make_record_id(scope, 1_640_000_000_000 + i, i.to_bytes(6, "big")) for i in range(RECORDS)]
            for week in range(1, WEEKS + 1):
                told: list[Told] = [(writer, week, {"title": (f"Tuần {week - 1}", f"Tuần {week}")})]
                stamps = f'[[{writer},{week - 1},5,[".","title"]]]'
                old: dict[str, Column] = {"title": f"Tuần {week - 1}"}
                before = [Before(record_id, stamps, old, told) for record_id in ids]
                for start in range(0, len(before), PAGE):
                    page = page_row(f"{at}-{week}", "task", 0, before[start : start + PAGE])
                    connection.execute(KEEP_SQL, cast(Any, page))
                connection.execute(
                    "INSERT INTO sync_commit (writer, n, t, user, h, via) VALUES (?, ?, ?, 'Lan', ?, 'b')",
                    (writer, week, week, f"{week:032x}"),
                )
            made.writers.set_mark(writer, Mark(WEEKS, "h"))
    yield made
    made.close()


def test_a_year_of_weekly_bundles_is_told_at_once(store: Store) -> None:
    """All 52 changes of one record among 13 × 2,000 records changed every week, within 50 ms."""
    record_id = make_record_id(unit(7), 1_640_000_000_777, (777).to_bytes(6, "big"))
    took = []
    for _round in range(5):
        start = time.perf_counter()
        lines = record_history(store, record_id)
        took.append(time.perf_counter() - start)
        assert [line.changes for line in lines] == [
            {"title": (f"Tuần {week - 1}", f"Tuần {week}")} for week in range(WEEKS, 0, -1)
        ]
        assert {line.user for line in lines} == {"Lan"}
    assert min(took) <= SOON_SECONDS, f"{min(took) * 1000:.0f} ms"
