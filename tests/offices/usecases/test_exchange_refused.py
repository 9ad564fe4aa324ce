"""Bundles that must not get in, gaps that heal, copied computers: refused with a code, nothing half done."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.bundle import keys as device_keys
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import office_scope
from desktop.store.peers import bundle_log, hear, peer
from desktop.usecases.check_database import check_database
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles, preview_bundles
from desktop.usecases.office import Office
from desktop.usecases.sending import Consignment
from tests.helpers.dumps import shared_state, whole_dump
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, DISTRICT, Network
from tests.helpers.offices import no_progress

LOG_ONLY = ("sync_log",)


def add_task(office: Office, title: str, **fields: object) -> Task:
    return add_record(office, Task(title=title, **fields))  # type: ignore[arg-type]


def forged(monkeypatch: pytest.MonkeyPatch, consignment: Consignment) -> None:
    """From now on every computer writes this consignment, whatever its rights."""
    monkeypatch.setattr(
        "desktop.usecases.export_bundle.consignments", lambda _office, _registry: [consignment]
    )


def refused_without_a_trace(network: Network, name: str, path: Path, code: Code) -> None:
    """The bundle is refused at a computer; only the log tells of it. A preview says the same before."""
    office = network[name]
    before = whole_dump(office.store, without=LOG_ONLY)
    logged = bundle_log(office.store)
    received = office.store.folder / "inbox" / "received"
    kept = sorted(received.glob("*"))
    assert preview_bundles(office, [path], no_progress)[0].code is code
    assert bundle_log(office.store) == logged
    assert import_bundles(office, [path], no_progress)[0].code is code
    assert whole_dump(office.store, without=LOG_ONLY) == before
    assert bundle_log(office.store)[0].code is code
    assert sorted(received.glob("*")) == kept


def test_a_commune_cannot_speak_for_another(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """X carries a scope of Y, which it holds from nowhere good: the whole bundle is refused."""
    add_task(network["Y"], "Việc của Hưng Thạnh")
    add_task(network["X1"], "Việc của Phú Điền")
    # X learns Y's rows as if somebody had shown it the district's disk.
    network.send("Y", "H")
    forged(monkeypatch, Consignment(COMMUNE_X, "", (COMMUNE_X, DISTRICT), (COMMUNE_Y,), True))
    monkeypatch.setattr("desktop.bundle.registry.Registry.may_carry", lambda *_: True)
    network.deliver(network.export("H"), "X1")
    forged(monkeypatch, Consignment(DISTRICT, "", (DISTRICT, COMMUNE_X), (COMMUNE_X, COMMUNE_Y), False))
    sent = network.export("X1")
    monkeypatch.undo()
    refused_without_a_trace(network, "H", sent[0].path, Code.E_OWNER)


def test_a_commune_cannot_write_in_the_office_s_name(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the office says about a commune is the office's alone."""
    network["X1"].store.set_meta("office", DISTRICT)
    add_task(network["X1"], "Huyện đã duyệt", scope=office_scope(DISTRICT, COMMUNE_X))
    network["X1"].store.set_meta("office", COMMUNE_X)
    scopes = (office_scope(DISTRICT, COMMUNE_X),)
    forged(monkeypatch, Consignment(DISTRICT, "", (DISTRICT, COMMUNE_X), scopes, False))
    sent = network.export("X1")
    refused_without_a_trace(network, "H", sent[0].path, Code.E_OWNER)


def test_a_record_cannot_change_its_owner(network: Network) -> None:
    """A commune sends a row under the id of another commune's record: refused, the record stays."""
    task = add_task(network["Y"], "Việc của Hưng Thạnh")
    add_task(network["X1"], "Việc của Phú Điền")
    network.send("Y", "H")
    network["X1"].store.connection.execute("UPDATE task SET id = ?", (task.id,))
    network["X1"].store.connection.execute("UPDATE sync_dot SET row_id = ?", (task.id,))
    # Once as the first bundle of X, and once when other rows of X are here.
    refused_without_a_trace(network, "H", network.export("X1")[0].path, Code.E_OWNER)
    network.send("X2", "H")
    refused_without_a_trace(network, "H", network.export("X1")[0].path, Code.E_OWNER)


def test_a_writer_stays_with_its_scope(network: Network) -> None:
    """A writer id that belongs to Y is not taken from X."""
    add_task(network["Y"], "Việc của Hưng Thạnh")
    network.send("Y", "H")
    add_task(network["X1"], "Việc của Phú Điền")
    writer = network["Y"].store.connection.execute("SELECT w FROM sync_writer WHERE is_own").get
    network["X1"].store.connection.execute("UPDATE sync_writer SET w = ?", (writer,))
    network["X1"].store.writers.forget_unsaved()
    refused_without_a_trace(network, "H", network.export("X1")[0].path, Code.E_OWNER)


def gap_between(network: Network) -> tuple[Path, Path]:
    """Two bundles of X: the second builds on the first, as if the district had confirmed it."""
    add_task(network["X1"], "Một")
    first = network.export("X1")[0].path
    network.send("H", "X1")
    have = {COMMUNE_X: network["X1"].store.writers.vector(COMMUNE_X)}
    for name in ("H", "X2"):
        device = network[name].keys.device
        hear(network["X1"].store, device, DISTRICT, have, network["X1"].store.now(), 1)
    add_task(network["X1"], "Hai")
    return first, network.export("X1")[0].path


def test_a_gap_is_refused_and_heals(network: Network) -> None:
    """Something in between is missing: nothing is merged; the receipt makes the sender start earlier."""
    _first, second = gap_between(network)
    district = network["H"]
    before = shared_state(district.store)
    assert import_bundles(district, [second], no_progress)[0].code is Code.E_GAP
    assert shared_state(district.store) == before
    # What X has was noted nevertheless: the next bundle from above says what is missing.
    known = peer(district.store, network["X1"].keys.device)
    assert known is not None
    assert known.have == {COMMUNE_X: network["X1"].store.writers.vector(COMMUNE_X)}
    network.send("H", "X1")
    assert network.send("X1", "H") == [Code.OK]
    assert shared_state(district.store, COMMUNE_X) == shared_state(network["X1"].store, COMMUNE_X)


def test_a_gap_is_closed_by_a_bundle_of_the_same_stick(network: Network) -> None:
    """The later bundle first in the list: both are taken in one go, and the preview says so."""
    first, second = gap_between(network)
    for taken in (preview_bundles, import_bundles):
        outcomes = taken(network["H"], [second, first], no_progress)
        assert [outcome.code for outcome in outcomes] == [Code.OK, Code.OK]
        assert [outcome.path for outcome in outcomes] == [second, first]
    assert shared_state(network["H"].store, COMMUNE_X) == shared_state(network["X1"].store, COMMUNE_X)


def test_a_rewritten_past_is_a_fork(network: Network) -> None:
    """Two histories under one writer (a disk image on two computers): refused, both stay as they are."""
    add_task(network["X1"], "Trước khi chép máy")
    image = network.folder / "image"
    network["X1"].store.close()
    shutil.copytree(network.folder / "X1", image)
    network.open("X1")
    add_task(network["X1"], "Máy thứ nhất")
    network.send("X1", "H")
    # The copy is started with its own copy of the lease, so nothing tells it that it is one.
    network["X1"].close()
    shutil.rmtree(network.folder / "X1")
    shutil.copytree(image, network.folder / "X1")
    network.open("X1")
    add_task(network["X1"], "Máy thứ hai")
    before = shared_state(network["H"].store)
    assert network.send("X1", "H") == [Code.E_FORK]
    assert shared_state(network["H"].store) == before
    assert bundle_log(network["H"].store)[0].code is Code.E_FORK


def own_writers(office: Office) -> set[str]:
    rows = office.store.connection.execute("SELECT w FROM sync_writer WHERE is_own = 1")
    return {w for (w,) in rows}


def test_a_restored_database_takes_a_new_name(network: Network) -> None:
    """The lease in the profile does not fit the restored copy: new writer ids, and nothing is lost."""
    add_task(network["X1"], "Có trong bản sao lưu")
    backup = network["X1"].store.back_up("hand").path
    add_task(network["X1"], "Sau bản sao lưu, đã gửi")
    network.send("X1", "H")
    old = own_writers(network["X1"])
    network["X1"].close()
    network.open("X1")
    assert own_writers(network["X1"]) == old, "an ordinary start keeps its writer"
    network["X1"].close()
    for name in ("sosen.db-wal", "sosen.db-shm"):
        (network.folder / "X1" / "data" / name).unlink(missing_ok=True)
    shutil.copyfile(backup, network.folder / "X1" / "data" / "sosen.db")
    network.open("X1")
    assert own_writers(network["X1"]) == set()
    add_task(network["X1"], "Sau khi phục hồi")
    assert own_writers(network["X1"]).isdisjoint(old)
    network.settle()
    titles = {task.title for task in network["X1"].store.select(Task)}
    assert titles == {"Có trong bản sao lưu", "Sau bản sao lưu, đã gửi", "Sau khi phục hồi"}
    states = [shared_state(network[name].store, COMMUNE_X) for name in ("X1", "X2", "H")]
    assert states[0] == states[1] == states[2]


def put_back(network: Network, name: str, backup: Path) -> None:
    """As a clerk would by hand: close, put the backup in place of the data file, start."""
    network[name].close()
    data = network.folder / name / "data"
    for left in data.glob("sosen.db*"):
        left.unlink()
    shutil.copyfile(backup, data / "sosen.db")
    network.open(name)


def test_a_backup_of_the_same_day_put_back_still_sends_what_comes_after_it(network: Network) -> None:
    """Between backup and putting it back there was no start, only a bundle: work goes on, nothing forks."""
    add_task(network["X1"], "Có trong bản sao lưu")
    backup = network["X1"].store.back_up("daily").path
    add_task(network["X1"], "Sau bản sao lưu, đã gửi")
    assert network.send("X1", "H") == [Code.OK]
    old = own_writers(network["X1"])
    put_back(network, "X1", backup)
    add_task(network["X1"], "Sau khi phục hồi")
    assert own_writers(network["X1"]).isdisjoint(old)
    assert network.send("X1", "H") == [Code.OK]
    network.settle()
    for name in ("X1", "X2", "H"):
        titles = {task.title for task in network[name].store.select(Task)}
        assert titles == {"Có trong bản sao lưu", "Sau bản sao lưu, đã gửi", "Sau khi phục hồi"}


def test_a_bundle_keeps_the_writers_of_who_sends_it(network: Network) -> None:
    """Sending every week does not make a new writer every week."""
    add_task(network["X1"], "Tuần thứ nhất")
    own = own_writers(network["X1"])
    for _week in range(3):
        network.send("X1", "H")
        add_task(network["X1"], "Tuần sau")
    assert own_writers(network["X1"]) == own


def test_who_is_known_better_by_others_takes_a_new_name(network: Network) -> None:
    """A rolled-back disk image (database and lease together) is noticed by the first bundle from outside."""
    add_task(network["X1"], "Trước ảnh đĩa")
    image = network.folder / "image"
    network["X1"].close()
    shutil.copytree(network.folder / "X1", image)
    network.open("X1")
    add_task(network["X1"], "Sau ảnh đĩa")
    network.send("X1", "H")
    old = own_writers(network["X1"])
    network["X1"].close()
    shutil.rmtree(network.folder / "X1")
    shutil.copytree(image, network.folder / "X1")
    network.open("X1")
    network.send("H", "X1")
    assert own_writers(network["X1"]).isdisjoint(old)
    assert {task.title for task in network["X1"].store.select(Task)} == {"Trước ảnh đĩa", "Sau ảnh đĩa"}


def test_the_own_newer_bundle_brings_back_what_was_lost(network: Network) -> None:
    """After a roll-back the own bundle, found on the stick, restores the work and is evidence enough."""
    add_task(network["X1"], "Trước ảnh đĩa")
    image = network.folder / "image"
    network["X1"].close()
    shutil.copytree(network.folder / "X1", image)
    network.open("X1")
    add_task(network["X1"], "Sau ảnh đĩa")
    sent = network.export("X1")
    old = own_writers(network["X1"])
    network["X1"].close()
    shutil.rmtree(network.folder / "X1")
    shutil.copytree(image, network.folder / "X1")
    network.open("X1")
    assert network.deliver(sent, "X1")[0].code is Code.OK
    assert own_writers(network["X1"]).isdisjoint(old)
    assert len(network["X1"].store.select(Task)) == 2
    assert check_database(network["X1"], no_progress).is_sound


def test_a_peer_that_knows_more_is_not_sent_everything_again(network: Network) -> None:
    """X2 knows more of X1 than the district does: the district's bundle stays small."""
    for number in range(20):
        add_task(network["X1"], f"Việc {number}")
    network.settle()
    change_fields(network["X1"], Task, network["X1"].store.select(Task)[0].id, {"note": "mới"})
    network.send("X1", "X2")
    network.send("X2", "H")  # the district hears what X2 has, and what X1 wrote
    network.send("H", "X1")
    add_task(network["X1"], "Chỉ máy 2 biết")
    network.send("X1", "X2")
    have = {COMMUNE_X: network["X2"].store.writers.vector(COMMUNE_X)}
    for name in ("X1", "X2"):
        hear(network["H"].store, network[name].keys.device, COMMUNE_X, have, network["H"].store.now(), 9)
    sent = [one for one in network.export("H") if one.unit == COMMUNE_X]
    assert sent[0].rows == 0


def test_a_computer_that_nobody_enrolled_does_not_write(network: Network, tmp_path: Path) -> None:
    """Better no bundle than one that every reader refuses."""
    network["X1"].held_keys = device_keys.generate()
    with pytest.raises(SoSenError) as refusal:
        export_bundles(network["X1"], tmp_path / "stick", no_progress)
    assert refusal.value.code is Code.E_PROFILE
    assert not (tmp_path / "stick").exists()
