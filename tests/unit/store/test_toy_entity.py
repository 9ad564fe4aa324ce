"""A new entity is kept, remembered, searched, sent, merged and checked without a line of plumbing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import Code, InvalidValueError
from desktop.store.checking import check_store
from desktop.store.history import record_history
from desktop.store.queries.conflicts import conflict_rows
from desktop.store.queries.search import rows_containing
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.undo_action import undo_action
from tests.helpers.dumps import shared_state
from tests.helpers.network import COMMUNE_X, Network, make_network
from tests.helpers.offices import no_progress
from tests.helpers.toy import BOAT, Boat, make_fleet


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    made = make_fleet(tmp_path)
    yield made
    made.close()


def test_it_is_kept_and_remembered(network: Network) -> None:
    """Values of every kind, limits, history, undo, delete, search."""
    office = network["X1"]
    boat = add_record(office, BOAT)
    assert office.store.get(Boat, boat.id) == boat == BOAT.replace(id=boat.id, scope=COMMUNE_X)
    change_fields(office, Boat, boat.id, {"seats": 14})
    assert record_history(office.store, boat.id)[0].changes == {"seats": (12, 14)}
    undo_action(office)
    assert office.store.get(Boat, boat.id) == boat
    with pytest.raises(InvalidValueError):
        change_fields(office, Boat, boat.id, {"seats": 100})
    assert rows_containing(office.store, "boat", ("thap", "nuoc noi")) == [boat]
    delete_record(office, boat)
    assert office.store.select(Boat) == []
    assert check_store(office.store, no_progress) == []


def test_it_travels_and_merges(network: Network) -> None:
    """Through a real bundle to the district and the second computer; disputes are kept like any other."""
    boat = add_record(network["X1"], BOAT)
    network.settle()
    assert network["H"].store.get(Boat, boat.id) == boat
    change_fields(network["X1"], Boat, boat.id, {"name": "Ghe một"})
    change_fields(network["X2"], Boat, boat.id, {"name": "Ghe hai"})
    network.settle()
    states = [shared_state(network[name].store, COMMUNE_X) for name in ("X1", "X2", "H")]
    assert states[0] == states[1] == states[2]
    assert [row.registers for row in conflict_rows(network["H"].store)] == [("name",)]


def test_an_older_program_keeps_it_and_passes_it_on(tmp_path: Path) -> None:
    """A district whose program knows no boats holds them all the same, and restores them to a commune."""
    fleet = make_fleet(tmp_path / "new")
    boat = add_record(fleet["X1"], BOAT)
    sent = fleet.export("X1")
    old = make_network(tmp_path / "old")
    # The same papers on both sides: the old district reads with its own, older program.
    old["H"].store.close()
    old.folder = fleet.folder
    fleet["H"].close()
    old.open("H")
    assert old.deliver(sent, "H")[0].code is Code.OK
    assert check_store(old["H"].store, no_progress) == []
    down = [one for one in old.export("H") if one.unit == COMMUNE_X]
    assert fleet.deliver(down, "X2")[0].code is Code.OK
    assert fleet["X2"].store.get(Boat, boat.id) == boat
    fleet.close()
    old.close()
