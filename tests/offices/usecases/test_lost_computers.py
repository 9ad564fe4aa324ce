"""A computer is stolen, reinstalled, replaced: its work comes back, and the old one is heard no more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.domain.entities import Person, Plan, Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.store import Store
from desktop.usecases.describe_sending import describe_sending
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.export_bundle import export_bundles, units_without_readers
from desktop.usecases.found_office import renew_keys, replace_keys
from desktop.usecases.office import Office, open_office
from desktop.usecases.parking import list_parked
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.read_devices import Enrolment, enrolment_state, list_devices, office_digits
from desktop.usecases.receive_bundles import Standing, look_at_bundles, take_bundles
from desktop.usecases.recover_office import recover_office
from desktop.usecases.registry import current_registry, pinned_roots
from desktop.usecases.report_lost import report_lost
from desktop.usecases.root_keys import (
    hand_over_spare_key,
    read_spare_file,
    spare_waits,
)
from desktop.usecases.sending import waiting_changes
from desktop.usecases.tend_data import tend_data
from tests.helpers.dumps import shared_state
from tests.helpers.enrolment import HUNG_THANH, PHU_DIEN, Founded
from tests.helpers.offices import no_progress


def cut_off(*_arguments: object, **_named: object) -> None:
    raise KeyboardInterrupt


def work(office: Office, *names: str) -> None:
    plan = add_record(office, Plan(year=2022, title="Kế hoạch năm 2022"))
    person = add_record(office, Person(full_name="Nguyễn Văn Bình"))
    for name in names:
        add_record(office, Task(plan_id=plan.id, title=name, lead_person_id=person.id))


def titles(office: Office) -> set[str]:
    return {task.title for task in office.store.select(Task)}


def bundle_of(stick: Path) -> Path:
    return next((stick / PHU_DIEN.code).glob("*.goi"))


def test_a_lost_computer_is_replaced_and_its_work_goes_on(year: Founded) -> None:
    """The whole story: work, loss, report, a new computer with all of it, work again, the thief shut out."""
    old = year.joined("may1")
    work(old, "Việc 1", "Việc 2")
    first = next(task for task in old.store.select(Task) if task.title == "Việc 1")
    change_fields(old, Task, first.id, {"title": "Việc 1 đã sửa"})
    assert year.take(year.office, year.write(old).path).code is Code.OK
    kept = shared_state(old.store, PHU_DIEN.unit_id)

    report_lost(year.office, old.keys.device)
    new = year.commune("may1")
    assert year.enrol(new).label == "may1"
    assert year.join(new).code is Code.OK
    assert shared_state(new.store, PHU_DIEN.unit_id) == kept
    assert enrolment_state(new).enrolment is Enrolment.ENROLLED

    add_record(new, Task(title="Việc 3"))
    assert year.take(year.office, year.write(new).path).code is Code.OK
    assert titles(year.office) == {"Việc 1 đã sửa", "Việc 2", "Việc 3"}
    writers = [
        set(office.store.connection.execute("SELECT w FROM sync_writer WHERE is_own = 1"))
        for office in (old, new)
    ]
    assert writers[0].isdisjoint(writers[1])

    add_record(old, Task(title="Do kẻ trộm ghi"))
    assert year.take(year.office, year.write(old).path).code is Code.E_REVOKED
    assert titles(year.office) == titles(new) == {"Việc 1 đã sửa", "Việc 2", "Việc 3"}


def test_work_begun_before_joining_is_kept(year: Founded) -> None:
    """A clerk who cannot wait writes first and is enrolled later."""
    old = year.joined("may1")
    work(old, "Việc 1")
    year.take(year.office, year.write(old).path)
    new = year.commune("may2")
    add_record(new, Task(title="Việc trong lúc chờ"))
    year.enrol(new)
    year.join(new)
    assert titles(new) == {"Việc 1", "Việc trong lúc chờ"}
    assert year.take(year.office, year.write(new).path).code is Code.OK
    assert titles(year.office) == titles(new)


def test_a_reinstalled_computer_whose_data_survived_is_enrolled_anew(year: Founded) -> None:
    old = year.joined("may1")
    work(old, "Việc 1", "Việc 2")
    data, profile, device = old.store.folder, old.profile, old.keys.device
    old.close()
    shutil.rmtree(profile)
    with pytest.raises(SoSenError) as locked:
        open_office(data, profile)
    assert locked.value.code is Code.E_PROFILE
    again = renew_keys(data, profile)
    year.opened.append(again)
    assert again.keys.device != device
    assert enrolment_state(again).enrolment is Enrolment.JOINED
    with pytest.raises(SoSenError) as not_yet:
        year.write(again)
    assert not_yet.value.code is Code.E_PROFILE
    report_lost(year.office, device)
    year.enrol(again)
    assert year.take(again, bundle_of(year.send_down())).is_taken
    assert enrolment_state(again).enrolment is Enrolment.ENROLLED
    add_record(again, Task(title="Việc 3"))
    # What the old keys never sent comes too: the data is the same, only the signature is another.
    assert year.take(year.office, year.write(again).path).code is Code.OK
    assert titles(year.office) == {"Việc 1", "Việc 2", "Việc 3"}


def test_a_lost_computer_that_is_found_again_is_enrolled_with_new_keys(year: Founded) -> None:
    lost = year.joined("may1")
    work(lost, "Việc 1")
    device = lost.keys.device
    report_lost(year.office, device)
    add_record(lost, Task(title="Ghi trong lúc bị báo mất"))
    data, profile = lost.store.folder, lost.profile
    lost.close()
    again = renew_keys(data, profile, replace=True)
    year.opened.append(again)
    assert year.enrol(again).id != device
    add_record(again, Task(title="Sau khi có khóa mới"))
    own = again.store.connection.execute("SELECT device FROM sync_writer WHERE is_own = 1").fetchall()
    assert own == [(again.keys.device,)]
    assert year.take(again, bundle_of(year.send_down())).is_taken
    assert year.take(year.office, year.write(again).path).code is Code.OK
    assert titles(year.office) == {"Việc 1", "Ghi trong lúc bị báo mất", "Sau khi có khóa mới"}


def test_bundles_that_open_no_more_tell_a_lost_computer_that_it_may_be_lost(year: Founded) -> None:
    """Nobody seals to it, so nobody can say so: what cannot be opened any more warns the clerk."""
    lost, _other = year.two_joined()
    assert not enrolment_state(lost).may_be_lost
    report_lost(year.office, lost.keys.device)
    sealed_for_others = bundle_of(year.send_down())
    (looked,) = look_at_bundles(lost, [sealed_for_others], no_progress)
    assert looked.error is not None
    assert looked.error.code is Code.E_NOTFORME
    state = enrolment_state(lost)
    assert state.may_be_lost
    assert state.needs_a_look
    assert state.heard_at is not None
    assert state.unopened_at is not None
    assert state.heard_at < state.unopened_at


def test_older_bundles_on_the_stick_are_no_sign_that_a_computer_is_lost(year: Founded) -> None:
    """They were sealed before it was enrolled; that they do not open means nothing."""
    year.joined("may2")
    older = bundle_of(year.send_down())
    commune = year.joined("may1")
    (looked,) = look_at_bundles(commune, [older], no_progress)
    assert looked.error is not None
    assert looked.error.code is Code.E_NOTFORME
    assert not enrolment_state(commune).may_be_lost


def test_an_open_office_takes_new_keys_and_loses_nothing(year: Founded) -> None:
    """Found again, in the window: enrolled as a new computer, it brings what it did meanwhile."""
    lost = year.joined("may1")
    work(lost, "Việc 1")
    device = lost.keys.device
    report_lost(year.office, device)
    replace_keys(lost)
    assert lost.keys.device == lost.store.device != device
    assert enrolment_state(lost).enrolment is Enrolment.JOINED
    year.enrol(lost)
    assert year.take(lost, bundle_of(year.send_down())).is_taken
    assert enrolment_state(lost).enrolment is Enrolment.ENROLLED
    assert year.take(year.office, year.write(lost).path).code is Code.OK
    assert titles(year.office) == {"Việc 1"}


def test_nothing_is_written_for_a_unit_that_nobody_could_open(year: Founded) -> None:
    """The officer is told which unit is to be enrolled first, and carries no bundle there for nothing."""
    assert [part.has_reader for part in describe_sending(year.office)] == [False, False]
    with pytest.raises(SoSenError) as nobody:
        year.send_down()
    assert (nobody.value.code, nobody.value.params["reason"]) == (Code.E_NOTHING, "no_reader")
    commune = year.joined("may1")
    stick = year.send_down()
    assert [path.name for path in stick.iterdir()] == [PHU_DIEN.code]
    assert [one.name for one in units_without_readers(year.office)] == [HUNG_THANH.name]
    registry = current_registry(year.office.store)
    assert waiting_changes(year.office, registry).unwritten == 0, "it would stand in the bottom bar for ever"
    report_lost(year.office, commune.keys.device)
    assert [part.bundles for part in describe_sending(year.office)] == [0, 0]


def test_what_a_found_computer_had_sent_waits_no_more_once_it_came_another_way(year: Founded) -> None:
    """The officer sees one bundle waiting; after the found computer's next one nothing is left to decide."""
    lost = year.joined("may1")
    work(lost, "Việc 1")
    report_lost(year.office, lost.keys.device)
    late = year.write(lost).path
    assert year.take(year.office, late).code is Code.E_REVOKED
    assert [line.code for line in list_parked(year.office)] == [Code.E_REVOKED]
    replace_keys(lost)
    year.enrol(lost)
    assert year.take(lost, bundle_of(year.send_down())).is_taken
    _new, closed = take_bundles(year.office, [year.write(lost).path], no_progress)
    assert (closed.standing, closed.was_parked) == (Standing.KNOWN, True)
    assert list_parked(year.office) == []
    (line,) = [one for one in read_bundle_log(year.office) if one.id == closed.bundle]
    assert line.code is Code.OK_DUP, "the log does not go on saying that it waits"


def test_a_thief_cannot_close_its_bundle_with_what_is_here_and_more(year: Founded) -> None:
    """What only the stolen computer wrote is not taken, also when the unit's own work is here."""
    stolen, own = year.two_joined()
    work(own, "Việc 1")
    sent = export_bundles(own, year.new_stick(), no_progress)[0].path
    assert year.take(year.office, sent).code is Code.OK
    report_lost(year.office, stolen.keys.device)
    add_record(stolen, Task(title="Do kẻ trộm ghi"))
    assert year.take(year.office, year.write(stolen).path).code is Code.E_REVOKED
    add_record(own, Task(title="Việc 2"))
    take_bundles(year.office, [year.write(own).path], no_progress)
    assert [line.code for line in list_parked(year.office)] == [Code.E_REVOKED]
    assert titles(year.office) == {"Việc 1", "Việc 2"}


def test_new_keys_whose_making_was_cut_off_are_settled_at_the_next_start(
    year: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The current fails between the two writes: the page must not say enrolled while sending is refused."""
    lost = year.joined("may1")
    old = lost.keys.device
    report_lost(year.office, old)
    monkeypatch.setattr(Store, "found", cut_off)
    with pytest.raises(KeyboardInterrupt):
        replace_keys(lost)
    monkeypatch.undo()
    again = open_office(lost.store.folder, lost.profile)
    year.opened.append(again)
    assert again.store.device == old != again.keys.device
    tend_data(again, no_progress)
    assert again.store.device == again.keys.device
    assert enrolment_state(again).enrolment is Enrolment.JOINED
    tend_data(again, no_progress)  # at every later start there is nothing to settle
    own = again.store.connection.execute("SELECT count(*) FROM sync_writer WHERE is_own = 1").fetchone()
    add_record(again, Person(full_name="Nguyễn Văn Bình"))
    assert own == (0,)
    year.enrol(again)
    assert year.take(again, bundle_of(year.send_down())).is_taken
    assert year.take(year.office, year.write(again).path).code is Code.OK


def test_the_office_that_enrols_others_does_not_lose_its_keys_by_a_button(year: Founded) -> None:
    """It would no longer be listed in the registry that it signs itself."""
    device = year.office.keys.device
    with pytest.raises(SoSenError) as refused:
        replace_keys(year.office)
    assert refused.value.code is Code.E_FOUNDED
    assert year.office.store.device == device


def test_keys_that_are_here_are_not_renewed(year: Founded) -> None:
    commune = year.joined("may1")
    device = commune.keys.device
    with pytest.raises(SoSenError) as needless:
        renew_keys(commune.store.folder, commune.profile)
    assert (needless.value.code, needless.value.params["reason"]) == (Code.E_FOUNDED, "keys")
    assert commune.store.device == device


def test_the_spare_key_goes_to_the_safe_and_leaves_this_computer(year: Founded) -> None:
    stick = year.new_stick()
    assert spare_waits(year.office)
    sheet = hand_over_spare_key(year.office, stick)
    assert not spare_waits(year.office)
    assert sheet.text == read_spare_file(sheet.path)
    secret = sheet.text.encode()
    assert not any(secret in path.read_bytes() for path in year.office.profile.iterdir())
    with pytest.raises(SoSenError) as again:
        hand_over_spare_key(year.office, stick)
    assert (again.value.code, again.value.params["reason"]) == (Code.E_ROOT, "handed_over")


def test_of_a_chosen_file_no_more_is_read_than_a_spare_key_needs(tmp_path: Path) -> None:
    """A film of a terabyte beside the key, chosen by mistake: refused at once."""
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(SoSenError) as refused:
        read_spare_file(film)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_ROOT, "spare_file")


def test_a_spare_key_that_cannot_be_written_stays_here(year: Founded) -> None:
    with pytest.raises(SoSenError) as refused:
        hand_over_spare_key(year.office, year.folder / "no stick")
    assert refused.value.code is Code.E_IO
    assert spare_waits(year.office)


def stolen_office(year: Founded) -> tuple[Office, Office]:
    """The office's computer is stolen; its data is restored from a backup on a new one with the spare key."""
    sheet = hand_over_spare_key(year.office, year.new_stick())
    stolen = year.office
    with stolen.store.snapshot():
        backup = stolen.store.back_up("manual")
    folder = year.folder / "new office"
    (folder / "data").mkdir(parents=True)
    shutil.copyfile(backup.path, folder / "data" / "sosen.db")
    restored = renew_keys(folder / "data", folder / "profile")
    year.opened.append(restored)
    recover_office(restored, sheet.text, lost=[stolen.keys.device])
    return stolen, restored


def test_a_stolen_office_is_recovered_with_the_spare_key_and_every_commune_follows(year: Founded) -> None:
    commune, late = year.joined("may1"), year.joined("may1", HUNG_THANH)
    stolen, restored = stolen_office(year)
    before = pinned_roots(commune.store)
    year.office = restored
    # No clerk compares any digits: the registry proves itself with the spare key that was pinned.
    assert year.take(commune, bundle_of(year.send_down())).is_taken
    assert set(pinned_roots(commune.store)).isdisjoint(before)
    assert enrolment_state(commune).enrolment is Enrolment.ENROLLED
    work(commune, "Việc 1")
    assert year.take(restored, year.write(commune).path).code is Code.OK
    # The thief has the old root key: whatever is signed with it is an alarm now.
    year.office = stolen
    report_lost(stolen, late.keys.device)
    forged = bundle_of(year.send_down())
    assert year.take(commune, forged).code in (Code.E_REVOKED, Code.E_SIG)
    assert pinned_roots(commune.store) == list(current_registry(restored.store).roots)
    # One that missed the change follows later too, through the succession.
    year.office = restored
    year.enrol(year.commune("may2"))
    stick = year.send_down()
    assert year.take(late, next((stick / HUNG_THANH.code).glob("*.goi"))).is_taken
    assert pinned_roots(late.store) == list(current_registry(restored.store).roots)
    assert office_digits(late).digits == office_digits(restored).digits


def test_the_replaced_root_key_enrols_nobody(year: Founded, tmp_path: Path) -> None:
    """The office recovers on the same computer: the old root key is aside, the new one works."""
    sheet = hand_over_spare_key(year.office, year.new_stick())
    recover_office(year.office, sheet.text)
    assert spare_waits(year.office)
    commune = year.joined("may1")
    assert len(list_devices(commune)) == 2
    assert (year.office.profile / "registry_root_key.old").exists()
    with pytest.raises(SoSenError) as spent:
        recover_office(year.office, sheet.text)
    assert (spent.value.code, spent.value.params["reason"]) == (Code.E_ROOT, "other_office")


def test_a_mistyped_spare_key_is_refused_and_nothing_is_changed(year: Founded) -> None:
    text = hand_over_spare_key(year.office, year.new_stick()).text
    registry = current_registry(year.office.store)
    names = sorted(path.name for path in year.office.profile.iterdir())
    for wrong in ("", text[:-1], text.replace(text[-1], "Q" if text[-1] != "Q" else "P"), "SOSEN-GOC-1QQ"):
        with pytest.raises(SoSenError) as refused:
            recover_office(year.office, wrong)
        assert refused.value.code is Code.E_ROOT
    with pytest.raises(SoSenError) as unlisted:
        recover_office(year.office, text, lost=["d-0000000000000000"])
    assert unlisted.value.code is Code.E_DEVICE
    assert current_registry(year.office.store) == registry
    assert sorted(path.name for path in year.office.profile.iterdir() if ".new" not in path.name) == names
    year.enrol(year.commune("may1"))


def test_an_office_restored_from_a_backup_never_gives_an_epoch_twice(year: Founded) -> None:
    """Beside the root key lies the newest list: the computer enrolled after the backup is still enrolled."""
    backup = year.office.store.back_up("manual")
    commune = year.joined("may1")
    data, profile = year.office.store.folder, year.office.profile
    year.office.close()
    for path in data.glob("sosen.db*"):
        path.unlink()
    shutil.copyfile(backup.path, data / "sosen.db")
    year.office = open_office(data, profile)
    year.opened.append(year.office)
    assert current_registry(year.office.store).epoch == 1
    year.enrol(year.commune("may2"))
    registry = current_registry(year.office.store)
    assert registry.epoch == 3
    assert commune.keys.device in {device.id for device in registry.devices}
    assert year.take(commune, bundle_of(year.send_down())).is_taken
    assert current_registry(commune.store).epoch == 3
    work(commune, "Việc 1")
    assert export_bundles(commune, year.new_stick(), no_progress)
