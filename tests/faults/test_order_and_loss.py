"""Faults 15 to 23: bundles twice, late, lost, without receipts; restored databases: always the same end."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from desktop.bundle.verified import VerifiedBundle
from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.store.peers import peer
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.inspect_bundle import inspect_bundle
from desktop.usecases.office import Office
from desktop.usecases.sending import SILENT_DAYS
from tests.helpers.dumps import shared_state, whole_dump
from tests.helpers.network import COMMUNE_X, Network
from tests.helpers.offices import no_progress

DAY = 86_400_000


def add_task(office: Office, title: str) -> Task:
    return add_record(office, Task(title=title))


def titles(office: Office) -> set[str]:
    return {task.title for task in office.store.select(Task)}


def code_of(office: Office, path: Path) -> Code:
    return import_bundles(office, [path], no_progress)[0].code


def from_x1(network: Network) -> Path:
    return network.export("X1")[0].path


def rows_in(network: Network, path: Path) -> int:
    return sum(inspect_bundle(network["H"], path).scopes.values())


def test_fault_15_the_same_bundle_again_writes_nothing(network: Network) -> None:
    add_task(network["X1"], "Một")
    path = from_x1(network)
    assert code_of(network["H"], path) is Code.OK
    before = whole_dump(network["H"].store)
    assert code_of(network["H"], path) is Code.OK_DUP
    assert whole_dump(network["H"].store) == before


def test_fault_16_an_older_bundle_after_a_newer_one_changes_no_row(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recognised from the manifest alone: its rows are not even opened."""
    task = add_task(network["X1"], "Một")
    older = from_x1(network)
    change_fields(network["X1"], Task, task.id, {"title": "Một, đã sửa"})
    newer = from_x1(network)
    assert code_of(network["H"], newer) is Code.OK
    before = shared_state(network["H"].store)
    monkeypatch.setattr(VerifiedBundle, "row_batches", lambda *_: pytest.fail("its rows were opened"))
    assert code_of(network["H"], older) is Code.OK_DUP
    assert shared_state(network["H"].store) == before
    assert titles(network["H"]) == {"Một, đã sửa"}


def test_fault_17_a_lost_bundle_is_contained_in_the_next(network: Network) -> None:
    add_task(network["X1"], "Trong gói bị mất")
    from_x1(network).unlink()
    add_task(network["X1"], "Trong gói sau")
    assert code_of(network["H"], from_x1(network)) is Code.OK
    assert titles(network["H"]) == {"Trong gói bị mất", "Trong gói sau"}


def test_fault_18_a_lost_receipt_only_makes_the_next_bundle_larger(network: Network) -> None:
    network.settle()
    add_task(network["X1"], "Một")
    network.send("X1", "H", "X2")
    network.export("H")  # the receipt, lost on its way
    add_task(network["X1"], "Hai")
    path = from_x1(network)
    assert rows_in(network, path) == 2, "what was not confirmed is sent again"
    assert code_of(network["H"], path) is Code.OK
    assert titles(network["H"]) == {"Một", "Hai"}
    assert len(network["H"].store.select(Task)) == 2


def test_fault_19_without_receipts_the_bundle_grows_to_a_snapshot_and_no_further(network: Network) -> None:
    """Months without an answer: every bundle holds everything, each row once, however often it changed."""
    network.settle()
    tasks = [add_task(network["X1"], f"Việc {number}") for number in range(5)]
    for month in range(6):
        for task in tasks:
            change_fields(network["X1"], Task, task.id, {"note": f"tháng {month}"})
        from_x1(network)
    path = from_x1(network)
    assert rows_in(network, path) == 5
    assert code_of(network["H"], path) is Code.OK
    assert {task.note for task in network["H"].store.select(Task)} == {"tháng 5"}


def test_fault_19_a_computer_that_fell_silent_no_longer_holds_the_bundles_back(network: Network) -> None:
    """X2 was put away; after 90 days its receipt does not count, and the district's own does."""
    add_task(network["X1"], "Một")
    network.settle()
    store = network["X1"].store
    later = store.now() + (SILENT_DAYS + 1) * DAY
    store.now = itertools.count(later).__next__
    add_task(network["X1"], "Hai")
    network.send("X1", "H")
    network.send("H", "X1")
    add_task(network["X1"], "Ba")
    assert rows_in(network, from_x1(network)) == 1


def back_up(network: Network, name: str) -> Path:
    return network[name].store.back_up("hand").path


def restore(network: Network, name: str, backup: Path) -> None:
    """The backup takes the place of the database; profile and lease stay as they are."""
    network[name].close()
    data = network.folder / name / "data"
    for suffix in ("", "-wal", "-shm"):
        (data / f"sosen.db{suffix}").unlink(missing_ok=True)
    shutil.copyfile(backup, data / "sosen.db")
    network.open(name)


def test_fault_21_a_restored_hub_is_believed_and_gets_everything_again(network: Network) -> None:
    add_task(network["X1"], "Trước bản sao lưu")
    network.settle()
    backup = back_up(network, "H")
    add_task(network["X1"], "Sau bản sao lưu")
    network.settle()
    restore(network, "H", backup)
    assert titles(network["H"]) == {"Trước bản sao lưu"}
    network.send("H", "X1", "X2")
    known = peer(network["X1"].store, network["H"].keys.device)
    assert known is not None
    assert known.have[COMMUNE_X] == network["H"].store.writers.vector(COMMUNE_X), "the lower have counts"
    network.send("X1", "H")
    assert titles(network["H"]) == {"Trước bản sao lưu", "Sau bản sao lưu"}


def test_fault_22_a_restored_computer_takes_a_new_name_and_gets_its_sent_work_back(network: Network) -> None:
    add_task(network["X1"], "Trước")
    backup = back_up(network, "X1")
    add_task(network["X1"], "Sau, đã gửi")
    network.send("X1", "H", "X2")
    restore(network, "X1", backup)
    add_task(network["X1"], "Sau khi phục hồi")
    network.settle(2)
    states = [shared_state(network[name].store, COMMUNE_X) for name in ("X1", "X2", "H")]
    assert states[0] == states[1] == states[2]
    assert titles(network["X1"]) == {"Trước", "Sau, đã gửi", "Sau khi phục hồi"}
    writers = network["X1"].store.writers.vector(COMMUNE_X)
    assert len(writers) == 2, "what was written after the restore does not stand under the old name"


@pytest.mark.parametrize(
    "route",
    [
        [("X1", "X2"), ("X2", "H"), ("X1", "H")],
        [("X1", "H"), ("X2", "H"), ("X1", "X2")],
        [("X2", "X1"), ("X1", "H"), ("X1", "X2")],
    ],
)
def test_fault_23_whatever_the_route_the_end_is_the_same(
    network: Network, route: list[tuple[str, str]]
) -> None:
    """Two computers of a commune and the district in a triangle, both computers writing in one row."""
    task = add_task(network["X1"], "Chung")
    network.send("X1", "X2")
    change_fields(network["X1"], Task, task.id, {"note": "máy một"})
    change_fields(network["X2"], Task, task.id, {"note": "máy hai", "measure": "chỉ máy hai"})
    for sender, receiver in route:
        network.send(sender, receiver)
    network.settle(2)
    states = [shared_state(network[name].store, COMMUNE_X) for name in ("X1", "X2", "H")]
    assert states[0] == states[1] == states[2]
    (held,) = network["H"].store.select(Task)
    assert held.measure == "chỉ máy hai"
