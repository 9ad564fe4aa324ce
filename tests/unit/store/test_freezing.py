"""Holding an action against what is frozen costs a look at each row, however many there are."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.entities import Task
from desktop.store.freezing import refuse_frozen
from desktop.store.pending import Pending
from desktop.store.store import CATALOGUE
from tests.helpers.small_office import COMMUNE


class Walked(list[Pending]):
    """Changes that count how often they are gone through."""

    walks = 0

    def __iter__(self) -> Iterator[Pending]:
        self.walks += 1
        return super().__iter__()


def test_a_fill_down_over_many_rows_goes_through_them_twice() -> None:
    table = CATALOGUE.of(Task)
    writes = {"plan_id": "f" * 32, "title": "Việc"}
    changes = Walked(Pending(table, f"{n:032x}", COMMUNE, writes=dict(writes)) for n in range(50))
    changes.walks = 0
    refuse_frozen(changes, CATALOGUE, lambda *_place: "draft")
    assert changes.walks == 2
