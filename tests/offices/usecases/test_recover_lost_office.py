"""The office's computer is gone: a backup and the key from the safe make another computer the office."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.entities import Person, Plan, Task
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.usecases import recover_lost_office as module
from desktop.usecases.edit_records import add_record
from desktop.usecases.evidence import attach_evidence, list_evidence
from desktop.usecases.find_data import DataPlace
from desktop.usecases.found_office import found_office
from desktop.usecases.office import open_office
from desktop.usecases.parking import list_parked
from desktop.usecases.read_devices import Enrolment, enrolment_state, list_devices
from desktop.usecases.recover_lost_office import (
    LostOffice,
    find_for_recovery,
    look_at_lost_office,
    recover_lost_office,
)
from desktop.usecases.registry import current_registry
from desktop.usecases.report_lost import report_lost
from desktop.usecases.root_keys import hand_over_spare_key
from desktop.usecases.sending import Waiting, waiting_changes
from desktop.usecases.tend_data import tend_data
from tests.helpers.enrolment import DISTRICT, HUNG_THANH, PHU_DIEN, Founded
from tests.helpers.offices import no_progress


@dataclass
class Loss:
    """An office with a commune; its backup and key lie on a stick, and its computer is gone."""

    founded: Founded
    home: DataPlace
    backup: Path
    spare: str

    @property
    def source(self) -> str:
        return self.founded.office.keys.device

    def look(self) -> LostOffice:
        return look_at_lost_office(self.home, self.backup, self.spare, no_progress)

    def recover(self) -> None:
        recover_lost_office(
            self.home, self.backup, self.spare, no_progress, user="Trần Văn Cấp", lost=[self.source]
        )

    def sit_down(self) -> None:
        """Open the new computer; from now on it is the office."""
        self.founded.office = open_office(self.home.data, self.home.profile)
        self.founded.opened.append(self.founded.office)

    def left(self) -> set[str]:
        """Every file on the new computer."""
        home = self.home.data.parent
        return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


@pytest.fixture
def loss(tmp_path: Path) -> Iterator[Loss]:
    founded = Founded(tmp_path)
    stick = founded.new_stick()
    spare = hand_over_spare_key(founded.office, stick).text
    made = founded.office.store.back_up("hand")
    backup = Path(shutil.copy2(made.path, stick))
    home = tmp_path / "new"
    yield Loss(founded, DataPlace(home / "data", home / "profile"), backup, spare)
    founded.close()


def bundle_for(stick: Path, code: str = PHU_DIEN.code) -> Path:
    return next((stick / code).glob("*.goi"))


def test_a_new_computer_is_the_office_and_the_communes_follow(loss: Loss) -> None:
    """What a chief is told beforehand is what happens, and no commune has to compare anything."""
    seen = loss.look()
    assert (seen.name, seen.user, seen.below) == ("Huyện Tháp Mười", "Trần Văn Cấp", 0)
    assert [(one.label, one.is_source) for one in seen.computers] == [("may1", True)]
    assert loss.left() == set()
    loss.recover()
    loss.sit_down()
    state = enrolment_state(loss.founded.office)
    assert state.is_office
    assert state.enrolment is Enrolment.ENROLLED
    assert state.spare_waits
    assert sorted(path.name for path in loss.home.data.parent.iterdir()) == ["data", "profile"]
    assert [line.device for line in list_devices(loss.founded.office) if line.is_lost] != []


def test_data_and_keys_lie_on_two_disks(loss: Loss, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loss.home = DataPlace(tmp_path / "disk-d" / "data", tmp_path / "disk-c" / "profile")
    rename, replace = Path.rename, Path.replace

    def disk(path: Path) -> str:
        return path.relative_to(tmp_path).parts[0]

    def on_one_disk(way: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def move(path: Path, target: Path) -> Path:
            if disk(path) != disk(target):
                raise OSError(errno.EXDEV, "Invalid cross-device link")
            return way(path, target)

        return move

    monkeypatch.setattr(Path, "rename", on_one_disk(rename))
    monkeypatch.setattr(Path, "replace", on_one_disk(replace))
    loss.recover()
    loss.sit_down()
    assert enrolment_state(loss.founded.office).enrolment is Enrolment.ENROLLED


def test_a_commune_enrolled_before_the_backup_goes_on_without_a_call(loss: Loss) -> None:
    commune = loss.founded.joined("may1")
    loss.backup = loss.founded.office.store.back_up("hand").path
    assert loss.look().below == 1
    # After the backup: another computer is enrolled, so the list that the commune holds is newer than it.
    loss.founded.enrol(loss.founded.commune("may1", HUNG_THANH))
    assert loss.founded.take(commune, bundle_for(loss.founded.send_down())).is_taken
    loss.recover()
    loss.sit_down()
    assert loss.founded.take(commune, bundle_for(loss.founded.send_down())).is_taken
    assert enrolment_state(commune).enrolment is Enrolment.ENROLLED
    plan = add_record(commune, Plan(year=2022, title="Kế hoạch năm 2022"))
    add_record(commune, Task(plan_id=plan.id, title="Việc sau khi khôi phục"))
    assert loss.founded.take(loss.founded.office, loss.founded.write(commune).path).code is Code.OK


def test_what_a_commune_sent_after_the_backup_comes_again_with_its_next_bundle(loss: Loss) -> None:
    """The burnt computer had taken it; the new one has never seen it, and the commune's bar says so."""
    commune = loss.founded.joined("may1")
    loss.backup = loss.founded.office.store.back_up("hand").path
    add_record(commune, Person(full_name="Nguyễn Văn Bình"))
    assert loss.founded.take(loss.founded.office, loss.founded.write(commune).path).code is Code.OK
    loss.founded.take(commune, bundle_for(loss.founded.send_down()))  # with the receipt for it
    assert waiting_changes(commune, current_registry(commune.store)) == Waiting(0, 0)
    loss.recover()
    loss.sit_down()
    assert not list(loss.founded.office.store.select(Person))
    assert loss.founded.take(commune, bundle_for(loss.founded.send_down())).is_taken
    assert waiting_changes(commune, current_registry(commune.store)) == Waiting(1, 1)
    assert loss.founded.take(loss.founded.office, loss.founded.write(commune).path).is_taken
    assert [one.full_name for one in loss.founded.office.store.select(Person)] == ["Nguyễn Văn Bình"]


def test_a_commune_enrolled_after_the_backup_is_enrolled_once_more(loss: Loss) -> None:
    """The new list does not know it: new keys, a request, a call; its work is not lost."""
    commune = loss.founded.joined("may1")
    add_record(commune, Person(full_name="Nguyễn Văn Bình"))
    loss.recover()
    loss.sit_down()
    assert loss.founded.take(loss.founded.office, loss.founded.write(commune).path).code is not Code.OK
    loss.founded.enrol(commune)
    assert loss.founded.take(commune, bundle_for(loss.founded.send_down())).is_taken
    assert loss.founded.take(loss.founded.office, loss.founded.write(commune).path).is_taken
    assert [one.full_name for one in loss.founded.office.store.select(Person)] == ["Nguyễn Văn Bình"]


def test_a_bundle_that_waited_on_the_lost_computer_does_not_stand_in_the_way(loss: Loss) -> None:
    """The backup names it and its file burnt: no refusal at the recovery, no line that nobody can clear."""
    commune = loss.founded.joined("may1")
    report_lost(loss.founded.office, commune.keys.device)
    add_record(commune, Person(full_name="Nguyễn Văn Bình"))
    assert loss.founded.take(loss.founded.office, loss.founded.write(commune).path).code is Code.E_REVOKED
    loss.backup = loss.founded.office.store.back_up("hand").path
    loss.recover()
    loss.sit_down()
    assert tend_data(loss.founded.office, no_progress) == []
    assert list_parked(loss.founded.office) == []


def test_the_disk_of_the_old_computer_is_as_good_as_a_backup(loss: Loss, tmp_path: Path) -> None:
    """The database as it was left, with its log beside it and the attached files: all of it comes along."""
    office = loss.founded.office
    proof = tmp_path / "bien-ban.txt"
    proof.write_text("Biên bản", encoding="utf-8")
    plan = add_record(office, Plan(year=2022, title="Kế hoạch năm 2022"))
    task = add_record(office, Task(plan_id=plan.id, title="Việc 1"))
    attach_evidence(office, task.id, proof, no_progress)
    disk = Path(shutil.copytree(office.store.folder, tmp_path / "old disk"))
    assert (disk / "sosen.db-wal").stat().st_size
    loss.backup = disk / "sosen.db"
    before = {path.name: path.read_bytes() for path in disk.iterdir() if path.is_file()}
    loss.recover()
    loss.sit_down()
    (line,) = list_evidence(loss.founded.office, task.id)
    assert line.is_here
    assert {path.name: path.read_bytes() for path in disk.iterdir() if path.is_file()} == before


def refused(loss: Loss) -> SoSenError:
    """What looking says; doing says the same, and leaves nothing."""
    with pytest.raises(SoSenError) as looking:
        loss.look()
    with pytest.raises(SoSenError) as doing:
        loss.recover()
    assert looking.value.code is doing.value.code
    assert loss.left() == set()
    return looking.value


def test_what_cannot_be_is_refused_and_leaves_nothing(loss: Loss, tmp_path: Path) -> None:
    right, backup = loss.spare, loss.backup
    loss.spare = right[:-1] + ("Q" if right[-1] != "Q" else "P")
    assert refused(loss).params["reason"] == "spare"
    other = found_office(tmp_path / "b" / "data", tmp_path / "b" / "profile", DISTRICT, [], user="Lê Văn An")
    loss.spare = hand_over_spare_key(other, loss.founded.new_stick()).text
    other.close()
    assert refused(loss).params["reason"] == "other_office"
    loss.spare = right
    loss.backup = loss.founded.joined("may1").store.back_up("hand").path
    assert refused(loss).params["reason"] == "not_office"
    loss.backup = loss.founded.commune("may2").store.back_up("hand").path
    assert refused(loss).params["reason"] == "not_office"
    loss.backup = tmp_path / "sosen-000001-hand.db"
    loss.backup.write_bytes(backup.read_bytes()[:5000])
    damaged = refused(loss)
    assert (damaged.code, damaged.params["path"]) == (Code.E_BACKUP, str(loss.backup))
    loss.backup = tmp_path / "pulled out" / "sosen-000001-hand.db"
    assert refused(loss).code is Code.E_IO
    loss.backup = backup
    loss.recover()


def test_a_full_disk_is_refused_and_leaves_nothing(loss: Loss, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(1, 1, 0))
    assert refused(loss).code is Code.E_SPACE


def test_data_that_is_here_is_never_replaced(loss: Loss) -> None:
    loss.recover()
    before = loss.left()
    for act in (loss.look, loss.recover):
        with pytest.raises(SoSenError) as taken:
            act()
        assert taken.value.code is Code.E_FOUNDED
    assert loss.left() == before


def test_it_can_be_stopped(loss: Loss) -> None:
    def stop(_done: int, _total: int | None) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        recover_lost_office(loss.home, loss.backup, loss.spare, stop, user="", lost=[])
    assert loss.left() == set()


@pytest.mark.parametrize("step", ["recover_office", "_take_files", "_move_keys", "bring_in", "sync_folder"])
def test_cut_off_at_any_step_it_is_done_again(loss: Loss, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes: no office stands half made on the new computer, and the same key does it once more."""

    def cut(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, step, cut)
    monkeypatch.setattr(shutil, "rmtree", lambda *_given, **_named: None)  # nobody clears up
    with pytest.raises(KeyboardInterrupt):
        loss.recover()
    monkeypatch.undo()
    assert not (loss.home.data / "sosen.db").exists()
    commune = loss.founded.joined("may2")
    loss.backup = loss.founded.office.store.back_up("hand").path
    loss.recover()
    loss.sit_down()
    assert enrolment_state(loss.founded.office).is_office
    assert loss.founded.take(commune, bundle_for(loss.founded.send_down())).is_taken


def test_sticks_are_looked_through_for_key_and_backups(loss: Loss, tmp_path: Path) -> None:
    """Copied to the top, into a folder, or with the folder of backups; the newest is offered first."""
    stick = tmp_path / "safe"
    (stick / "So Sen" / "backups").mkdir(parents=True)
    shutil.copy2(loss.backup, stick / "So Sen" / "backups" / "sosen-000007-daily.db")
    newest = loss.founded.office.store.back_up("hand").path
    shutil.copy2(newest, stick)
    shutil.copy2(next(loss.backup.parent.glob("*.txt")), stick / "So Sen")
    (stick / "sosen-notes.db").write_bytes(b"")
    found = find_for_recovery([tmp_path / "pulled out", stick])
    assert [one.path.name for one in found.backups] == [newest.name, "sosen-000007-daily.db"]
    assert [path.name for path in found.spares] == ["872-khoa-du-phong.txt"]
