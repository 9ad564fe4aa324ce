"""Faults 22, 37 to 40: restored, copied and rolled-back computers go on, and nothing is lost or doubled."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.forking import known_forks
from desktop.store.peers import hear
from desktop.usecases.check_database import check_database
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.forks import list_forks
from desktop.usecases.office import Office
from desktop.usecases.parking import list_parked
from desktop.usecases.retry_parked import retry_parked
from desktop.usecases.undo_import import can_undo_import, undo_import
from tests.helpers.dumps import shared_state
from tests.helpers.network import COMMUNE_X, COMPUTERS, DISTRICT, Network
from tests.helpers.offices import no_progress


def add_task(office: Office, title: str) -> Task:
    return add_record(office, Task(title=title))


def titles(office: Office) -> set[str]:
    return {task.title for task in office.store.select(Task)}


def image_of(network: Network, name: str) -> Path:
    """A disk image of a computer: data, keys and lease together, taken while it is off."""
    network[name].close()
    image = network.folder / f"image of {name}"
    shutil.copytree(network.folder / name, image)
    network.open(name)
    return image


def put_back(network: Network, name: str, image: Path) -> None:
    """The computer's disk is as it was when the image was taken; nothing on it tells."""
    network[name].close()
    shutil.rmtree(network.folder / name)
    shutil.copytree(image, network.folder / name)
    network.open(name)


def second_computer(network: Network, monkeypatch: pytest.MonkeyPatch, image: Path) -> str:
    """Another computer that was set up from the image: same keys, same lease, same data."""
    monkeypatch.setitem(COMPUTERS, "C", COMMUNE_X)
    shutil.copytree(image, network.folder / "C")
    network.open("C")
    return "C"


def exchange(network: Network, *communes: str) -> None:
    """Each computer of X gives its bundle to the others and the district, and takes the answer at once."""
    for name in communes:
        network.send(name, "H")
        network.send("H", *communes)
    for name in communes:
        network.send(name, *(other for other in communes if other != name))


def all_agree(network: Network, *names: str) -> None:
    states = [shared_state(network[name].store, COMMUNE_X) for name in names]
    for name, state in zip(names, states, strict=True):
        assert {key: rows for key, rows in state.items() if rows != states[0][key]} == {}, name
        assert check_database(network[name], no_progress).findings == []


def test_fault_37_a_disk_image_on_two_computers_keeps_the_work_of_both(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The district keeps the branch it met first; the other gets a name of its own, and all have both."""
    task = add_task(network["X1"], "Trước khi chép máy")
    network.settle()
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    add_task(network["X1"], "Máy thứ nhất")
    change_fields(network["X1"], Task, task.id, {"note": "máy thứ nhất"})
    add_task(network[copy], "Máy thứ hai")
    change_fields(network[copy], Task, task.id, {"note": "máy thứ hai"})
    assert network.send("X1", "H") == [Code.OK]
    before = shared_state(network["H"].store)
    assert network.send(copy, "H") == [Code.E_FORK]
    assert shared_state(network["H"].store) == before, "nothing of the other branch was merged"
    assert [fork.scope for fork in list_forks(network["H"])] == [COMMUNE_X]
    for _round in range(3):
        exchange(network, "X1", "X2", copy)
    everything = {"Trước khi chép máy", "Máy thứ nhất", "Máy thứ hai"}
    for name in ("H", "X1", "X2", copy):
        assert titles(network[name]) == everything, name
    all_agree(network, "H", "X1", "X2", copy)
    retry_parked(network["H"], no_progress)
    assert list_parked(network["H"]) == [], "the branch that waited is known to be here"
    assert known_forks(network[copy].store)[0].is_own_word is False


def test_fault_37_what_the_office_s_word_names_is_not_undone(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Undone, the other copy's history would come in its place while the word still says the contrary.

    So the officer is told why it stays, and all copies find together as if nobody had tried.
    """
    task = add_task(network["X1"], "Trước khi chép máy")
    network.settle()
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    for name, words in (("X1", "máy thứ nhất"), (copy, "máy thứ hai")):
        change_fields(network[name], Task, task.id, {"note": words})
    district = network["H"]
    (first,) = [sent for sent in network.export("X1") if sent.unit == DISTRICT]
    network.deliver([first], "H")
    assert can_undo_import(district, first.bundle)
    assert network.send(copy, "H") == [Code.E_FORK]
    with pytest.raises(SoSenError) as refused:
        undo_import(district, first.bundle)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_UNDO_IMPORT, "fork")
    for _round in range(3):
        exchange(network, "X1", "X2", copy)
    all_agree(network, "H", "X1", "X2", copy)
    assert [list_parked(network[name]) for name in ("X1", "X2", copy)] == [[], [], []]


def test_fault_37_an_old_stick_does_not_bring_back_the_name_a_branch_gave_up(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken before the office's word, and again when it is here but not yet the other branch."""
    add_task(network["X1"], "Trước khi chép máy")
    network.settle()
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    add_task(network["X1"], "Máy thứ nhất")
    add_task(network[copy], "Máy thứ hai")
    old_stick = network.export(copy)
    assert {outcome.code for outcome in network.deliver(old_stick, "X2")} == {Code.OK}
    assert network.send("X1", "H") == [Code.OK]
    assert network.send("X2", "H") == [Code.E_FORK]
    network.send("X1", "H")  # agrees, so the writer is no longer in doubt
    district = network["H"].store
    have = {COMMUNE_X: district.writers.vector(COMMUNE_X)}
    for name in ("X1", "X2"):  # as if X2 had confirmed that branch, so it is left out
        hear(district, network[name].keys.device, COMMUNE_X, have, district.now(), 1)
    assert network.send("H", "X2") == [Code.E_GAP]
    before = shared_state(network["X2"].store)
    assert {outcome.code for outcome in network.deliver(old_stick, "X2")} == {Code.OK_DUP}
    assert shared_state(network["X2"].store) == before
    for _round in range(3):
        exchange(network, "X1", "X2", copy)
    all_agree(network, "H", "X1", "X2", copy)


def test_fault_37_without_the_office_s_word_they_stay_split(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: without arbitration the second branch never arrives anywhere."""
    monkeypatch.setattr("desktop.usecases.receiving.note_forks", lambda *_: None)
    add_task(network["X1"], "Trước khi chép máy")
    network.settle()
    copy = second_computer(network, monkeypatch, image_of(network, "X1"))
    add_task(network["X1"], "Máy thứ nhất")
    add_task(network[copy], "Máy thứ hai")
    for _round in range(3):
        exchange(network, "X1", "X2", copy)
    assert "Máy thứ hai" not in titles(network["H"])


def own_writers(office: Office) -> set[str]:
    rows = office.store.connection.execute("SELECT w FROM sync_writer WHERE is_own = 1")
    return {w for (w,) in rows}


def test_fault_38_a_frozen_disk_is_noticed_and_its_day_s_work_comes_back(network: Network) -> None:
    """ "Đóng băng ổ cứng": every start finds yesterday's disk; what was sent returns, what is new stays."""
    add_task(network["X1"], "Trước khi đóng băng")
    network.settle()
    image = image_of(network, "X1")
    add_task(network["X1"], "Hôm qua, đã gửi")
    network.send("X1", "H")
    put_back(network, "X1", image)
    old = own_writers(network["X1"])
    add_task(network["X1"], "Hôm nay")
    assert network.send("X1", "H") == [Code.E_FORK]
    network.send("H", "X1")
    assert own_writers(network["X1"]).isdisjoint(old)
    for _round in range(2):
        exchange(network, "X1", "X2")
    for name in ("H", "X1", "X2"):
        assert titles(network[name]) == {"Trước khi đóng băng", "Hôm qua, đã gửi", "Hôm nay"}, name
    all_agree(network, "H", "X1", "X2")


def test_fault_39_the_own_bundle_on_the_own_computer_is_only_evidence(network: Network) -> None:
    """Nothing is entered twice; found after a roll-back it brings the work back and warns in time."""
    add_task(network["X1"], "Một")
    image = image_of(network, "X1")
    add_task(network["X1"], "Hai")
    sent = network.export("X1")
    assert [outcome.code for outcome in network.deliver(sent, "X1")] == [Code.OK_OWN]
    old = own_writers(network["X1"])
    put_back(network, "X1", image)
    assert [outcome.code for outcome in network.deliver(sent, "X1")] == [Code.OK]
    assert titles(network["X1"]) == {"Một", "Hai"}
    assert own_writers(network["X1"]).isdisjoint(old)


def test_fault_38_the_stick_remembers_what_the_frozen_disk_forgot(network: Network) -> None:
    """Before it writes, the program finds its own newer bundle there: the work is back before it goes out."""
    add_task(network["X1"], "Trước khi đóng băng")
    network.send("X1", "H")
    image = image_of(network, "X1")
    add_task(network["X1"], "Hôm qua, trên USB")
    stick = network.export("X1")[0].path.parent
    old = own_writers(network["X1"])
    put_back(network, "X1", image)
    (sent,) = export_bundles(network["X1"], stick, no_progress)
    assert titles(network["X1"]) == {"Trước khi đóng băng", "Hôm qua, trên USB"}
    assert own_writers(network["X1"]).isdisjoint(old)
    add_task(network["X1"], "Hôm nay")
    assert [one.code for one in network.deliver([sent], "H")] == [Code.OK]
    assert network.send("X1", "H") == [Code.OK]
    assert titles(network["H"]) == {"Trước khi đóng băng", "Hôm qua, trên USB", "Hôm nay"}


def test_data_on_another_machine_takes_new_writers(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder was copied onto a new computer with its profile: the lease fits, the machine does not."""
    add_task(network["X1"], "Máy cũ")
    old = own_writers(network["X1"])
    network["X1"].close()
    network.open("X1")
    assert own_writers(network["X1"]) == old, "the same machine goes on"
    network["X1"].close()
    monkeypatch.setattr("desktop.usecases.office.machine_mark", lambda: "another machine")
    network.open("X1")
    assert own_writers(network["X1"]) == set()


def test_fault_39_an_own_bundle_of_another_history_is_evidence_too(network: Network) -> None:
    """After a roll-back the same number was given to other work: no further commit takes the old name."""
    add_task(network["X1"], "Một")
    image = image_of(network, "X1")
    add_task(network["X1"], "Hai, trước")
    sent = network.export("X1")
    put_back(network, "X1", image)
    add_task(network["X1"], "Hai, sau")
    old = own_writers(network["X1"])
    assert [outcome.code for outcome in network.deliver(sent, "X1")] == [Code.E_FORK]
    assert own_writers(network["X1"]).isdisjoint(old)
    add_task(network["X1"], "Ba")
    network.send("X1", "H")
    assert {"Một", "Hai, sau", "Ba"} <= titles(network["H"])


def test_fault_40_a_past_rewritten_after_reporting_is_refused(network: Network) -> None:
    """What the district received stays as it was received, whatever is done to the sender's database."""
    task = add_task(network["X1"], "Đã báo cáo")
    network.send("X1", "H")
    store = network["X1"].store
    store.connection.execute("UPDATE task SET title = 'Sửa lén' WHERE id = ?", (task.id,))
    store.connection.execute("UPDATE sync_commit SET h = ?", ("ab" * 16,))
    store.connection.execute("UPDATE sync_vv SET h = ?", ("ab" * 16,))
    assert network.send("X1", "H") == [Code.E_FORK]
    assert titles(network["H"]) == {"Đã báo cáo"}
