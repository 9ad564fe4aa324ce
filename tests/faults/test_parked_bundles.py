"""Bundles that cannot be taken yet are kept, listed with the next step, and taken by themselves later."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.bundle.manifest import Manifest
from desktop.bundle.registry import Registry
from desktop.bundle.trust import Revocation
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import hear, peer
from desktop.usecases import parking
from desktop.usecases.edit_records import add_record
from desktop.usecases.import_bundle import import_bundles, take_again
from desktop.usecases.office import Office
from desktop.usecases.parking import NextStep, ParkedLine, drop_parked, list_parked
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.receive_bundles import Standing, look_at_bundles, take_bundles
from desktop.usecases.retry_parked import retry_after_upgrade, retry_parked
from desktop.usecases.tend_data import tend_data
from tests.helpers.dumps import shared_state
from tests.helpers.network import COMMUNE_X, DISTRICT, Network
from tests.helpers.offices import no_progress


def add_task(office: Office, title: str) -> Task:
    return add_record(office, Task(title=title))


def titles(office: Office) -> set[str]:
    return {task.title for task in office.store.select(Task)}


def parked_folder(office: Office) -> list[str]:
    folder = office.store.folder / "inbox" / "parked"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def confirmed(network: Network, name: str) -> None:
    """X1 believes that everybody has what it has, as after a receipt that was given and is true no more."""
    store = network["X1"].store
    have = {COMMUNE_X: store.writers.vector(COMMUNE_X)}
    for reader in ("H", "X2"):
        hear(store, network[reader].keys.device, DISTRICT, have, store.now(), 1)


def gap(network: Network) -> tuple[Path, Path]:
    """Two bundles of X1, of which the second builds on the first."""
    add_task(network["X1"], "Một")
    first = network.export("X1")[0].path
    confirmed(network, "X1")
    add_task(network["X1"], "Hai")
    return first, network.export("X1")[0].path


def only_parked(office: Office) -> ParkedLine:
    (line,) = list_parked(office)
    return line


def without(network: Network, name: str) -> Registry:
    """The registry without one computer."""
    assert network.papers is not None
    held = network.papers.registry
    device = network.papers.keys[name].device
    return replace(held, devices=tuple(one for one in held.devices if one.id != device))


def test_a_bundle_given_up_while_it_is_tried_again_stays_away(network: Network) -> None:
    """The officer's word counts, also when the program was just busy with that bundle."""
    _first, second = gap(network)
    district = network["H"]
    import_bundles(district, [second], no_progress)
    line = only_parked(district)

    def give_up(_done: int, _total: int | None) -> None:
        if list_parked(district):
            drop_parked(district, line.id)

    take_again(district, line.path, line.file_name, give_up)
    assert list_parked(district) == []
    assert parked_folder(district) == []


def test_fault_20_a_base_beyond_what_is_here_is_kept_and_heals(network: Network) -> None:
    """No partial merge; what the district has makes the sender start earlier, and the old bundle goes."""
    _first, second = gap(network)
    district = network["H"]
    before = shared_state(district.store)
    (outcome,) = import_bundles(network["H"], [second], no_progress)
    assert (outcome.code, outcome.is_parked) == (Code.E_GAP, True)
    assert shared_state(district.store) == before
    line = only_parked(district)
    assert (line.code, line.next_step, line.unit, line.n) == (Code.E_GAP, NextStep.WAIT, COMMUNE_X, 2)
    assert line.unit_name == "Phú Điền"
    assert line.file_name == second.name
    assert parked_folder(district) == [f"{line.id}.goi"]
    assert line.path.read_bytes() == second.read_bytes()
    known = peer(district.store, network["X1"].keys.device)
    assert known is not None
    assert known.have[COMMUNE_X] == network["X1"].store.writers.vector(COMMUNE_X)
    network.send("H", "X1")
    third = network.export("X1")[0].path
    taken = take_bundles(district, [third], no_progress)
    assert titles(district) == {"Một", "Hai"}
    assert [one.standing for one in taken] == [Standing.TAKEN, Standing.KNOWN]
    assert (list_parked(district), parked_folder(district)) == ([], [])


def test_fault_24_a_parked_bundle_is_taken_by_itself_and_told(network: Network) -> None:
    """The missing bundle comes days later: with it the one that waited is taken, and the log says so."""
    first, second = gap(network)
    district = network["H"]
    take_bundles(district, [second], no_progress)
    second.unlink()
    taken = take_bundles(district, [first], no_progress)
    assert [(one.standing, one.was_parked) for one in taken] == [
        (Standing.TAKEN, False),
        (Standing.TAKEN, True),
    ]
    assert titles(district) == {"Một", "Hai"}
    assert list_parked(district) == []
    log = {line.file_name: line for line in read_bundle_log(district)}
    assert log[second.name].code is Code.OK
    assert log[second.name].was_parked
    assert not log[first.name].was_parked
    kept = district.store.folder / "inbox" / "received" / f"{log[second.name].id}.goi"
    assert kept.is_file(), "the sender's signed word is kept as of any other bundle"


def test_fault_24_a_bundle_that_was_only_looked_at_is_kept_too(network: Network) -> None:
    """The stick may be gone by the time the missing one comes."""
    _first, second = gap(network)
    (looked,) = look_at_bundles(network["H"], [second], no_progress)
    assert (looked.standing, looked.is_parked) == (Standing.REFUSED, True)
    assert only_parked(network["H"]).code is Code.E_GAP


def test_fault_26_a_stranger_s_bundle_waits_until_the_computer_is_enrolled(network: Network) -> None:
    """The registry does not list X2 yet: its bundle is kept, and taken when a newer registry does."""
    full = network.papers
    assert full is not None
    network.new_registry(lambda _held: without(network, "X2"), "H")
    add_task(network["X2"], "Máy mới")
    sent = network.export("X2")
    (outcome,) = network.deliver(sent, "H")
    assert (outcome.code, outcome.is_parked) == (Code.E_UNKNOWN_SIGNER, True)
    line = only_parked(network["H"])
    assert (line.next_step, line.unit, line.device) == (NextStep.ENROL, "", network["X2"].keys.device)
    assert retry_parked(network["H"], no_progress) == []
    network.new_registry(lambda held: replace(held, devices=full.registry.devices), "H")
    assert [one.code for one in retry_parked(network["H"], no_progress)] == [Code.OK]
    assert titles(network["H"]) == {"Máy mới"}
    assert list_parked(network["H"]) == []


def revoke(network: Network, name: str, cut: dict[str, int]) -> None:
    """The district was told that a computer is lost; what it sent up to ``cut`` counts."""
    assert network.papers is not None
    device = network.papers.keys[name].device

    def change(held: Registry) -> Registry:
        devices = [
            replace(one, revoked=Revocation(held.epoch + 1, cut)) if one.id == device else one
            for one in held.devices
        ]
        return replace(held, devices=tuple(devices))

    network.new_registry(change, "H")


def test_fault_27_a_lost_computer_s_bundle_counts_up_to_the_cut_and_waits_beyond(network: Network) -> None:
    """What it wrote before is taken; what comes after waits for an officer, who may give it up."""
    add_task(network["X1"], "Trước khi mất")
    network.send("X1", "H")
    cut = {w: mark.n for w, mark in network["H"].store.writers.vector(COMMUNE_X).items()}
    before = network.export("X1")
    add_task(network["X1"], "Sau khi mất")
    after = network.export("X1")
    revoke(network, "X1", cut)
    assert [one.code for one in network.deliver(before, "H")] == [Code.OK_DUP]
    (outcome,) = network.deliver(after, "H")
    assert (outcome.code, outcome.is_parked) == (Code.E_REVOKED, True)
    line = only_parked(network["H"])
    assert (line.next_step, line.unit, line.n) == (NextStep.DECIDE, COMMUNE_X, 3)
    assert titles(network["H"]) == {"Trước khi mất"}
    drop_parked(network["H"], line.id)
    assert (list_parked(network["H"]), parked_folder(network["H"])) == ([], [])
    with pytest.raises(SoSenError) as refusal:
        drop_parked(network["H"], line.id)
    assert refusal.value.code is Code.E_MISSING


def test_fault_54_a_bundle_of_a_newer_program_waits_for_the_upgrade(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It needs what this version does not know: kept, and taken at the first start of the next version."""
    add_task(network["X1"], "Từ bản mới")
    honest = Manifest.to_bytes
    with monkeypatch.context() as newer:
        newer.setattr("desktop.bundle.manifest_parser.KNOWN_FEATURES", frozenset({"boats"}))
        newer.setattr(Manifest, "to_bytes", lambda self: honest(replace(self, need=("boats",))))
        sent = network.export("X1")
    (outcome,) = network.deliver(sent, "H")
    assert (outcome.code, outcome.is_parked) == (Code.E_NEWER, True)
    line = only_parked(network["H"])
    assert (line.next_step, line.unit) == (NextStep.UPGRADE, COMMUNE_X)
    network["H"].store.set_meta("parked_tried_with", "an older version")
    monkeypatch.setattr("desktop.bundle.manifest_parser.KNOWN_FEATURES", frozenset({"boats"}))
    assert [one.code for one in retry_after_upgrade(network["H"], no_progress)] == [Code.OK]
    assert titles(network["H"]) == {"Từ bản mới"}
    assert retry_after_upgrade(network["H"], no_progress) == [], "once for each version"


def test_what_is_parked_is_bounded_and_strangers_go_first(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick full of strangers' files fills no disk and drives nobody's bundle out."""
    monkeypatch.setattr(parking, "MOST_PARKED", 2)
    _first, second = gap(network)
    network.new_registry(lambda _held: without(network, "X2"), "H")
    for number in range(3):
        add_task(network["X2"], f"Lạ {number}")
        network.deliver(network.export("X2"), "H")
    assert [line.code for line in list_parked(network["H"])] == [Code.E_UNKNOWN_SIGNER] * 2
    import_bundles(network["H"], [second], no_progress)
    assert [line.code for line in list_parked(network["H"])] == [Code.E_UNKNOWN_SIGNER, Code.E_GAP]
    assert len(parked_folder(network["H"])) == 2


def test_the_same_file_is_kept_once_and_a_lost_file_is_forgotten(network: Network) -> None:
    """Looking again and again fills nothing; a row without its file (a restored backup) goes at the start."""
    _first, second = gap(network)
    twin = second.with_name("ban-sao.goi")
    shutil.copyfile(second, twin)
    import_bundles(network["H"], [second, twin], no_progress)
    line = only_parked(network["H"])
    line.path.unlink()
    (line.path.parent / "stray.goi").write_bytes(b"left by a crash")
    retry_after_upgrade(network["H"], no_progress)
    assert (list_parked(network["H"]), parked_folder(network["H"])) == ([], [])


def test_what_waited_does_not_speak_for_its_sender_of_today(network: Network) -> None:
    """The old bundle's receipt is not believed again when it is tried again later."""
    first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    add_task(network["X1"], "Ba")
    network.send("X1", "H")
    now = peer(network["H"].store, network["X1"].keys.device)
    import_bundles(network["H"], [first], no_progress)
    device = network["X1"].keys.device
    hear(network["H"].store, device, COMMUNE_X, now.have if now else {}, network["H"].store.now(), 9)
    retry_parked(network["H"], no_progress)
    assert peer(network["H"].store, device).have == (now.have if now else {})  # type: ignore[union-attr]


def went_back(network: Network, name: str) -> Office:
    """A computer goes back to its newest backup and starts."""
    network.go_back(name)
    tend_data(network[name], no_progress)
    return network[name]


def test_what_was_parked_after_a_backup_waits_still_when_the_office_went_back_to_it(network: Network) -> None:
    """The last bundle of a stolen computer: nobody else has it, so the officer finds it in the list again."""
    add_task(network["X1"], "Đã nhận")
    network.send("X1", "H")
    cut = {w: mark.n for w, mark in network["H"].store.writers.vector(COMMUNE_X).items()}
    revoke(network, "X1", cut)
    network["H"].store.back_up("day")
    add_task(network["X1"], "Chỉ có trong gói này")
    sent = network.export("X1")[0]
    assert network.deliver([sent], "H")[0].code is Code.E_REVOKED
    before = only_parked(network["H"])
    sent.path.unlink()
    after = only_parked(went_back(network, "H"))
    assert after.path.exists()
    assert (after.id, after.code, after.unit, after.n) == (before.id, before.code, before.unit, before.n)
    assert after.next_step is NextStep.DECIDE


def test_what_waits_again_after_a_backup_is_taken_as_soon_as_it_can_be(network: Network) -> None:
    """It is listed with its true reason, and the missing part brings it in by itself."""
    first, second = gap(network)
    network["H"].store.back_up("day")
    import_bundles(network["H"], [second], no_progress)
    district = went_back(network, "H")
    assert only_parked(district).code is Code.E_GAP
    take_bundles(district, [first], no_progress)
    assert titles(district) == {"Một", "Hai"}
    assert (list_parked(district), parked_folder(district)) == ([], [])


def test_what_was_given_up_does_not_come_back_at_the_start(network: Network) -> None:
    _first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    drop_parked(network["H"], only_parked(network["H"]).id)
    retry_after_upgrade(network["H"], no_progress)
    assert (list_parked(network["H"]), parked_folder(network["H"])) == ([], [])
