"""Strangers, lost computers and forged lists on the way of a bundle: who is not enrolled changes nothing.

Real offices, founded and enrolled over folders that play sticks; the numbers are those of the list of faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.bundle import age, keys
from desktop.bundle.registry import Registry
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import bundle_log, registry_bytes
from desktop.usecases.approve_requests import Approval, RequestStanding, approve_requests, read_requests
from desktop.usecases.edit_records import add_record
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.join_office import join_office, look_at_first_bundle
from desktop.usecases.office import Office
from desktop.usecases.read_devices import list_devices, office_digits
from desktop.usecases.registry import current_registry, pinned_roots, take_registry
from desktop.usecases.report_lost import report_lost
from desktop.usecases.request_enrolment import own_request, write_request
from desktop.usecases.root_keys import change_registry
from tests.helpers.dumps import whole_dump
from tests.helpers.enrolment import HUNG_THANH, PHU_DIEN, Founded, last_groups
from tests.helpers.offices import no_progress

NOTED = ("sync_log", "sync_parked")
"""Where a refusal is told of; everything else stays as it was."""


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Founded]:
    made = Founded(tmp_path)
    yield made
    made.close()


def work(office: Office, title: str) -> Task:
    return add_record(office, Task(title=title))


def titles(office: Office) -> set[str]:
    return {task.title for task in office.store.select(Task)}


def refused(office: Office, path: Path) -> SoSenError:
    """The bundle is refused, and nothing but its line in the log or list of parked ones is new."""
    before = whole_dump(office.store, without=NOTED)
    error = import_bundles(office, [path], no_progress)[0].error
    assert error is not None
    assert whole_dump(office.store, without=NOTED) == before
    return error


def bundle_for(stick: Path, unit_code: str) -> Path:
    return next((stick / unit_code).glob("*.goi"))


def test_fault_25_a_bundle_of_another_district_is_not_taken(year: Founded, tmp_path: Path) -> None:
    ours, neighbours = year.joined("may1"), Founded(tmp_path / "neighbour")
    neighbours.enrol(neighbours.commune("may9"))
    stick = neighbours.send_down()
    neighbours.close()
    assert refused(ours, bundle_for(stick, PHU_DIEN.code)).code is Code.E_NOTFORME
    assert refused(year.office, bundle_for(stick, PHU_DIEN.code)).code is Code.E_NOTFORME


def test_fault_26_work_of_an_unknown_computer_waits_until_it_is_enrolled(year: Founded) -> None:
    commune = year.joined("may1")
    request = write_request(commune, year.stick()).path
    work(commune, "Ký hợp đồng tiêu thụ lúa")
    sent = year.write(commune)
    change_registry(year.office, lambda one: replace(one, devices=one.devices[:1]))
    assert refused(year.office, sent.path).code is Code.E_UNKNOWN_SIGNER
    found = read_requests(year.office, [request])[0]
    assert found.standing is RequestStanding.NEW
    assert titles(year.office) == set()
    approve_requests(year.office, [Approval(found, last_groups(own_request(commune).digits))])
    assert titles(year.office) == {"Ký hợp đồng tiêu thụ lúa"}, "the bundle that waited was taken by itself"
    assert year.take(year.office, sent.path).code is Code.OK_DUP


def test_fault_27_a_lost_computer_is_heard_up_to_its_cut(year: Founded) -> None:
    lost, other = year.two_joined()
    work(lost, "Trước khi mất")
    before = year.write(lost)
    assert year.take(year.office, before.path).code is Code.OK
    report_lost(year.office, lost.keys.device)
    work(lost, "Sau khi mất")
    after = year.write(lost)
    assert refused(year.office, after.path).code is Code.E_REVOKED
    # The other computer of the commune knows of the loss, but not yet of the work: both come by hand.
    with other.store.writing():
        take_registry(other.store, *(registry_bytes(year.office.store) or (b"", b"")))
    assert refused(other, after.path).code is Code.E_REVOKED
    assert year.take(other, before.path).code is Code.OK
    assert titles(year.office) == titles(other) == {"Trước khi mất"}


def test_fault_32_an_older_list_never_brings_a_lost_computer_back(year: Founded) -> None:
    lost, other = year.two_joined()
    older = bundle_for(year.send_down(), PHU_DIEN.code)
    report_lost(year.office, lost.keys.device)
    newer = bundle_for(year.send_down(), PHU_DIEN.code)
    assert year.take(other, newer).is_taken
    epoch = current_registry(other.store).epoch
    year.take(other, older)
    held = current_registry(other.store)
    assert held.epoch == epoch
    assert next(line.is_lost for line in list_devices(other) if line.device == lost.keys.device)
    work(lost, "Sau khi mất")
    assert refused(other, year.write(lost).path).code is Code.E_REVOKED


def forged_bundle(year: Founded, commune: Office, tmp_path: Path) -> tuple[Path, Founded]:
    """What somebody writes who founded an office of the same name and copied the request from the stick."""
    forger = Founded(tmp_path / "forger")
    stick = year.new_stick()
    write_request(commune, stick)
    [request] = read_requests(forger.office, [stick])
    approve_requests(forger.office, [Approval(request, request.digits)])
    for _epoch in range(20):
        change_registry(forger.office, lambda one: one)
    return bundle_for(forger.send_down(), PHU_DIEN.code), forger


def test_fault_33_a_list_that_the_office_did_not_sign_is_an_alarm(year: Founded, tmp_path: Path) -> None:
    commune = year.joined("may1")
    path, forger = forged_bundle(year, commune, tmp_path)
    forger.close()
    pinned = pinned_roots(commune.store)
    error = refused(commune, path)
    assert error.code is Code.E_SIG
    assert error.params["reason"] == "registry"
    assert pinned_roots(commune.store) == pinned


def test_fault_33_a_forged_first_bundle_shows_other_digits_than_the_letter(
    year: Founded, tmp_path: Path
) -> None:
    commune = year.commune("may1")
    path, forger = forged_bundle(year, commune, tmp_path)
    forger.close()
    letter = office_digits(year.office).digits
    assert look_at_first_bundle(commune, path).digits != letter
    before = whole_dump(commune.store)
    for typed in (letter, last_groups(letter), ""):
        with pytest.raises(SoSenError) as wrong:
            join_office(commune, path, typed, no_progress)
        assert wrong.value.code is Code.E_DIGITS
        assert wrong.value.params["reason"] == "office"
    assert whole_dump(commune.store) == before
    year.enrol(commune)
    assert year.join(commune).code is Code.OK


def test_fault_33_eight_digits_of_the_letter_pin_nobody(year: Founded) -> None:
    """A forger who tries keys finds some that share eight digits; twenty-four are out of reach."""
    commune = year.commune("may1")
    year.enrol(commune)
    stick = year.send_down()
    letter = office_digits(year.office).digits
    for typed in (last_groups(letter), letter[:9], letter[:-1]):
        with pytest.raises(SoSenError) as short:
            join_office(commune, stick, typed, no_progress)
        assert short.value.code is Code.E_DIGITS
    assert not pinned_roots(commune.store)
    assert join_office(commune, stick, letter.replace(" ", ""), no_progress).code is Code.OK


def test_fault_33_a_forged_first_bundle_beside_the_true_one_hides_it_from_nobody(
    year: Founded, tmp_path: Path
) -> None:
    """It calls itself the newest by far; the digits of the letter find the right file all the same."""
    commune = year.commune("may1")
    path, forger = forged_bundle(year, commune, tmp_path)
    forger.close()
    year.enrol(commune)
    stick = year.send_down()
    beside = stick / PHU_DIEN.code / "872-may1-99.goi"
    beside.write_bytes(path.read_bytes())
    assert look_at_first_bundle(commune, stick).path == beside
    letter = office_digits(year.office).digits
    assert join_office(commune, stick, letter, no_progress).code is Code.OK
    assert set(pinned_roots(commune.store)) == set(current_registry(year.office.store).roots)


def test_fault_34_a_stick_that_is_found_tells_no_more_than_name_size_and_how_many_may_read(
    year: Founded, tmp_path: Path
) -> None:
    commune = year.joined("may1")
    work(commune, "Hỗ trợ hộ nghèo Nguyễn Văn Bình")
    path = year.write(commune).path
    data = path.read_bytes()
    with path.open("rb") as file, pytest.raises(SoSenError) as stranger:
        age.unseal(file, len(data), [keys.generate().sealing])
    assert stranger.value.code is Code.E_NOTFORME
    for word in ("Nguyễn", "Phú Điền", PHU_DIEN.unit_id, commune.keys.device, "manifest", "PK\x03\x04"):
        assert word.encode() not in data
    assert data.count(b"-> X25519 ") == len(list_devices(year.office)) == 2
    assert path.name == "30067-may1-1.goi"


def test_fault_35_a_stolen_computer_speaks_for_itself_alone_and_then_no_more(year: Founded) -> None:
    stolen, neighbour = year.joined("may1"), year.joined("may1", HUNG_THANH)
    work(stolen, "Do kẻ trộm ghi")
    year.take(year.office, year.write(stolen).path)
    taken = bundle_log(year.office.store)[0]
    assert (taken.device, taken.unit) == (stolen.keys.device, PHU_DIEN.unit_id)
    report_lost(year.office, stolen.keys.device)
    work(stolen, "Lại do kẻ trộm ghi")
    assert refused(year.office, year.write(stolen).path).code is Code.E_REVOKED
    # It cannot read on, nor come back with the keys that it has.
    for sent in export_bundles(year.office, year.new_stick(), no_progress):
        assert refused(stolen, sent.path).code is Code.E_NOTFORME
    request = year.ask(stolen)
    assert request.standing is RequestStanding.LOST
    with pytest.raises(SoSenError) as again:
        approve_requests(year.office, [Approval(request, request.digits)])
    assert again.value.code is Code.E_DEVICE
    work(neighbour, "Việc của Hưng Thạnh")
    assert year.take(year.office, year.write(neighbour).path).code is Code.OK


def test_fault_36_a_request_that_was_exchanged_on_the_stick_is_not_approved(year: Founded) -> None:
    commune, thief = year.commune("may1"), year.commune("may1")
    stick = year.new_stick()
    path = write_request(commune, stick).path
    path.write_bytes(write_request(thief, year.new_stick()).path.read_bytes())
    [request] = read_requests(year.office, [stick])
    assert request.standing is RequestStanding.NEW
    read_out = own_request(commune).digits
    registry: Registry = current_registry(year.office.store)
    for typed in (last_groups(read_out), read_out, "", request.digits[:9]):
        with pytest.raises(SoSenError) as wrong:
            approve_requests(year.office, [Approval(request, typed)])
        assert wrong.value.code is Code.E_DIGITS
    assert current_registry(year.office.store) == registry


def test_fault_36_a_request_with_any_byte_changed_is_refused(year: Founded) -> None:
    stick = year.new_stick()
    path = write_request(year.commune("may1"), stick).path
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        [request] = read_requests(year.office, [path])
        assert request.standing is RequestStanding.DAMAGED, at
        assert request.error is not None
        assert request.error.params["reason"] == "request"
