"""A commune's computer is enrolled by a file, a telephone call and a bundle, and nothing else gets in."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.entities import Period, Unit
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.usecases.approve_requests import Approval, RequestStanding, approve_requests, read_requests
from desktop.usecases.found_office import UnitLine, found_computer, found_office
from desktop.usecases.join_office import look_at_first_bundle
from desktop.usecases.office import open_office
from desktop.usecases.read_devices import (
    Enrolment,
    allowed_signers,
    enrolment_state,
    list_devices,
    office_digits,
    write_allowed_signers,
)
from desktop.usecases.registry import current_registry
from desktop.usecases.report_lost import report_lost
from desktop.usecases.request_enrolment import own_request, write_request
from tests.helpers.dumps import whole_dump
from tests.helpers.enrolment import DISTRICT, HUNG_THANH, PHU_DIEN, Founded, last_groups


def test_a_founded_office_enrols_a_computer_and_hears_from_it(year: Founded) -> None:
    commune = year.commune("may1")
    assert enrolment_state(commune).enrolment is Enrolment.ASKING
    year.enrol(commune)
    assert year.join(commune).code is Code.OK
    state = enrolment_state(commune)
    assert state.enrolment is Enrolment.ENROLLED
    assert (state.unit_name, state.office_name) == (PHU_DIEN.name, DISTRICT.name)
    assert (state.epoch, state.registry_age_days, state.is_office) == (2, 0, False)
    # What the office founded has come along: the units by name, the year's periods.
    assert {unit.name for unit in commune.store.select(Unit)} >= {PHU_DIEN.name, HUNG_THANH.name}
    assert len(commune.store.select(Period)) == len(year.office.store.select(Period)) == 38
    assert year.take(year.office, year.write(commune).path).is_taken


def test_the_office_enrols_its_own_computer_first_and_knows_its_power(year: Founded) -> None:
    state = enrolment_state(year.office)
    assert (state.enrolment, state.is_office, state.epoch) == (Enrolment.ENROLLED, True, 1)
    assert state.registry_age_days is None
    [line] = list_devices(year.office)
    assert line.is_this


def test_founding_cannot_be_undone_by_mistake(year: Founded) -> None:
    actions = year.office.store.connection.execute("SELECT count(*) FROM action").fetchall()
    assert actions == [(0,)]


def test_an_office_is_never_founded_over_another(year: Founded, tmp_path: Path) -> None:
    before = whole_dump(year.office.store)
    data, profile = year.office.store.folder, year.office.profile
    with pytest.raises(SoSenError) as there:
        found_office(data, tmp_path / "new", DISTRICT, [PHU_DIEN], user="x")
    with pytest.raises(SoSenError) as root:
        found_computer(tmp_path / "new", profile, PHU_DIEN.unit_id, user="x")
    assert (there.value.code, there.value.params["reason"]) == (Code.E_FOUNDED, "data")
    assert (root.value.code, root.value.params["reason"]) == (Code.E_FOUNDED, "root")
    assert whole_dump(year.office.store) == before


@pytest.mark.parametrize(
    "units",
    [
        [UnitLine("30067", "")],
        [UnitLine("30067 ", "Phú Điền")],
        [PHU_DIEN, PHU_DIEN],
        [DISTRICT],
    ],
)
def test_a_list_with_a_wrong_unit_founds_nothing(units: list[UnitLine], tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError):
        found_office(tmp_path / "data", tmp_path / "profile", DISTRICT, units, user="x")
    assert not list(tmp_path.iterdir())


def test_a_label_with_accents_or_spaces_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(SoSenError) as refused:
        found_computer(tmp_path / "data", tmp_path / "profile", PHU_DIEN.unit_id, user="x", label="máy 1")
    assert refused.value.params["reason"] == "label"
    assert not list(tmp_path.iterdir())


def test_a_founding_broken_off_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power fails after the keys, before the data: the same page simply works the second time."""

    def power_cut(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.usecases.found_office.keep_registry", power_cut)
    with pytest.raises(KeyboardInterrupt):
        found_office(tmp_path / "data", tmp_path / "profile", DISTRICT, [PHU_DIEN], user="x")
    monkeypatch.undo()
    office = found_office(tmp_path / "data", tmp_path / "profile", DISTRICT, [PHU_DIEN], user="x")
    assert enrolment_state(office).enrolment is Enrolment.ENROLLED
    assert len(office.store.select(Unit)) == 2
    office.close()


def test_secret_keys_lie_in_files_that_only_this_user_reads(year: Founded) -> None:
    names = {path.name: stat.S_IMODE(path.stat().st_mode) for path in year.office.profile.iterdir()}
    for name in ("registry_root_key", "registry_spare_root_key", "signing_key", "sealing_key.txt"):
        assert names[name] == 0o600


def test_several_requests_are_approved_in_one_epoch_or_none(year: Founded) -> None:
    stick = year.new_stick()
    for commune in (year.commune("may1"), year.commune("may1", HUNG_THANH)):
        write_request(commune, stick)
    requests = read_requests(year.office, [stick])
    assert [one.standing for one in requests] == [RequestStanding.NEW] * 2
    right = [Approval(one, last_groups(one.digits)) for one in requests]
    with pytest.raises(SoSenError) as wrong:
        approve_requests(year.office, [right[0], Approval(requests[1], right[0].typed)])
    assert wrong.value.code is Code.E_DIGITS
    assert current_registry(year.office.store).epoch == 1
    approve_requests(year.office, right)
    assert current_registry(year.office.store).epoch == 2
    assert len(list_devices(year.office)) == 3


def test_requests_say_how_they_stand(year: Founded) -> None:
    known = year.commune("may1")
    year.enrol(known)
    same_name, stranger = year.commune("may1"), year.commune("may1", UnitLine("99999", "Xã lạ"))
    stick = year.new_stick()
    for office in (known, same_name, stranger):
        write_request(office, stick)
    (stick / "30067-may7.phieu").write_bytes(b"\x00" * 400)
    (stick / "copy").mkdir()
    write_request(known, stick / "copy")
    found = {one.path.name: one for one in read_requests(year.office, [stick])}
    assert {name: one.standing for name, one in found.items()} == {
        "30067-may1.phieu": RequestStanding.ENROLLED,
        "30067-may1-2.phieu": RequestStanding.SAME_NAME,
        "99999-may1.phieu": RequestStanding.UNKNOWN_UNIT,
        "30067-may7.phieu": RequestStanding.DAMAGED,
    }
    assert [one.path.name for one in found.values() if one.is_approvable] == ["30067-may1-2.phieu"]
    for name in ("30067-may1.phieu", "99999-may1.phieu"):
        with pytest.raises(SoSenError) as refused:
            approve_requests(year.office, [Approval(found[name], found[name].digits)])
        assert (refused.value.code, refused.value.params["reason"]) == (Code.E_DEVICE, found[name].standing)


def test_a_second_computer_of_one_name_is_enrolled_under_another(year: Founded) -> None:
    year.enrol(year.commune("may1"))
    second = year.commune("may1")
    request = year.ask(second)
    assert request.free_label == "may2"
    [device] = approve_requests(
        year.office, [Approval(request, last_groups(request.digits), request.free_label)]
    )
    assert device.label == "may2"
    year.join(second)
    assert enrolment_state(second).label == "may2"
    assert year.write(second).path.name == "30067-may2-1.goi"


def test_a_stick_without_requests_says_so(year: Founded) -> None:
    with pytest.raises(SoSenError) as nothing:
        read_requests(year.office, [year.new_stick()])
    assert (nothing.value.code, nothing.value.params["reason"]) == (Code.E_IO, "no_request")


def test_only_the_computer_with_the_root_key_enrols_and_reports(year: Founded) -> None:
    commune = year.joined("may1")
    request = year.ask(year.commune("may2"))
    with pytest.raises(SoSenError) as approving:
        approve_requests(commune, [Approval(request, request.digits)])
    with pytest.raises(SoSenError) as reporting:
        report_lost(commune, year.office.keys.device)
    assert approving.value.code is reporting.value.code is Code.E_ROOT


def test_reporting_a_wrong_computer_lost_changes_nothing(year: Founded) -> None:
    commune = year.joined("may1")
    report_lost(year.office, commune.keys.device)
    registry = current_registry(year.office.store)
    for device, reason in (
        ("d-0000000000000000", "not_listed"),
        (year.office.keys.device, "own"),
        (commune.keys.device, "lost_before"),
    ):
        with pytest.raises(SoSenError) as refused:
            report_lost(year.office, device)
        assert (refused.value.code, refused.value.params["reason"]) == (Code.E_DEVICE, reason)
    assert current_registry(year.office.store) == registry


def test_a_first_bundle_says_which_unit_and_office_it_is_for(year: Founded) -> None:
    commune = year.commune("may1")
    year.enrol(commune)
    before = whole_dump(commune.store)
    found = look_at_first_bundle(commune, year.send_down())
    assert (found.unit_name, found.office_name, found.label) == (PHU_DIEN.name, DISTRICT.name, "may1")
    assert found.digits == office_digits(year.office).digits
    assert whole_dump(commune.store) == before


def test_a_bundle_for_another_unit_says_whose_it_is(year: Founded, tmp_path: Path) -> None:
    wrong = year.commune("may1", HUNG_THANH)
    year.enrol(wrong)
    stick = year.send_down()
    # The clerk picked the wrong unit, and sits in the other office's data with these keys.
    wrong.store.found(office=PHU_DIEN.unit_id, device=wrong.keys.device)
    with pytest.raises(SoSenError) as refused:
        look_at_first_bundle(wrong, next((stick / HUNG_THANH.code).iterdir()))
    assert (refused.value.code, refused.value.params["unit_name"]) == (Code.E_NOTFORME, HUNG_THANH.name)
    with pytest.raises(SoSenError) as sealed:
        look_at_first_bundle(year.commune("may2"), next((stick / HUNG_THANH.code).iterdir()))
    assert (sealed.value.code, sealed.value.params["reason"]) == (Code.E_NOTFORME, "other_folder")


def test_a_first_bundle_before_approval_and_a_second_joining_are_refused_with_their_reason(
    year: Founded,
) -> None:
    year.joined("may2")
    commune = year.commune("may1")
    with pytest.raises(SoSenError) as early:
        look_at_first_bundle(commune, year.send_down())
    assert early.value.code in (Code.E_NOTFORME, Code.E_IO)
    year.enrol(commune)
    year.join(commune)
    with pytest.raises(SoSenError) as again:
        look_at_first_bundle(commune, year.send_down())
    assert (again.value.code, again.value.params["reason"]) == (Code.E_FOUNDED, "joined")


def test_the_list_grows_old_until_the_office_is_heard(year: Founded) -> None:
    commune = year.joined("may1")
    real = commune.store.now
    commune.store.now = lambda: real() + 40 * 86_400_000
    assert enrolment_state(commune).registry_age_days == 40
    stick = year.send_down()
    assert year.take(commune, next((stick / PHU_DIEN.code).iterdir())).is_taken
    assert enrolment_state(commune).registry_age_days == 0


def test_openssh_verifies_a_bundle_with_the_list_as_it_is_written(year: Founded, tmp_path: Path) -> None:
    commune = year.joined("may1")
    path = write_allowed_signers(year.office)
    assert path.read_text(encoding="utf-8") == allowed_signers(year.office)
    assert path.parent == year.office.store.folder / "outbox"
    request = write_request(commune, year.new_stick()).path.read_bytes()
    line, _end, signature = request.partition(b"\n")
    signed, sig = tmp_path / "request", tmp_path / "request.sig"
    signed.write_bytes(line + b"\n")
    sig.write_bytes(signature)
    signers = tmp_path / "signers"
    signers.write_text(path.read_text(encoding="utf-8").replace("bundle@sosen", "request@sosen"))
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", commune.keys.device]
    command += ["-n", "request@sosen", "-s", str(sig)]
    checked = subprocess.run(command, input=signed.read_bytes(), capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr
    report_lost(year.office, commune.keys.device)
    assert own_request(commune).device not in allowed_signers(year.office)


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the user's own folder is closed to others")
def test_nobody_else_on_the_computer_reads_the_data_or_the_keys(tmp_path: Path) -> None:
    """Also where the folders were made by hand, or by an earlier version, open to all."""
    earlier = os.umask(0o022)
    try:
        (tmp_path / "office" / "profile").mkdir(parents=True)
        made = Founded(tmp_path)
        commune = made.joined("may1")
        made.close()
        places = [one for office in (made.office, commune) for one in (office.store.folder, office.profile)]
        assert {stat.S_IMODE(place.stat().st_mode) for place in places} == {0o700}
        for place in places:
            place.chmod(0o755)
        for office in (made.office, commune):
            open_office(office.store.folder, office.profile).close()
        assert {stat.S_IMODE(place.stat().st_mode) for place in places} == {0o700}
    finally:
        os.umask(earlier)
