"""Sticks have folders that nobody may look into; they hide nothing of what lies beside them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.domain.errors import Code, SoSenError
from desktop.usecases.approve_requests import read_requests
from desktop.usecases.import_bundle import bundle_files
from desktop.usecases.join_office import look_at_first_bundle
from desktop.usecases.recover_lost_office import find_for_recovery
from desktop.usecases.request_enrolment import write_request
from desktop.usecases.root_keys import hand_over_spare_key
from tests.helpers.enrolment import PHU_DIEN, Founded
from tests.helpers.media import forbid

FORBIDDEN = "System Volume Information"


def test_requests_are_read_from_a_stick_with_such_a_folder(
    year: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = year.new_stick()
    write_request(year.commune("may1"), stick)
    (stick / "Phieu").mkdir()
    write_request(year.commune("may2"), stick / "Phieu")
    (stick / FORBIDDEN).mkdir()
    forbid(monkeypatch, stick / FORBIDDEN)
    assert sorted(one.label for one in read_requests(year.office, [stick])) == ["may1", "may2"]


def test_a_place_that_may_not_be_looked_at_is_refused_itself(
    year: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place was chosen: to say that nothing lies there would be a lie."""
    stick = year.new_stick()
    write_request(year.commune("may1"), stick)
    forbid(monkeypatch, stick)
    for look in (read_requests, bundle_files):
        with pytest.raises(SoSenError) as refused:
            look(year.office, [stick])
        assert (refused.value.code, refused.value.params["path"]) == (Code.E_IO, str(stick))
        assert "reason" not in refused.value.params


def test_bundles_at_the_top_are_found_beside_an_own_folder_that_is_closed(
    year: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    commune = year.commune("may1")
    year.enrol(commune)
    stick = year.send_down()
    own = stick / PHU_DIEN.code
    copied = shutil.copy2(next(own.iterdir()), stick)
    forbid(monkeypatch, own)
    assert look_at_first_bundle(commune, stick).path == Path(copied)


def test_key_and_backup_are_found_beside_such_folders(year: Founded, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = year.new_stick()
    spare = hand_over_spare_key(year.office, stick).path
    backup = year.office.store.back_up("hand").path
    (stick / "tuần 2").mkdir()
    shutil.copy2(backup, stick / "tuần 2")
    for name in (FORBIDDEN, "lost+found"):
        (stick / name).mkdir()
        forbid(monkeypatch, stick / name)
    found = find_for_recovery([stick])
    assert (found.spares, [one.path.name for one in found.backups]) == ((spare,), [backup.name])
