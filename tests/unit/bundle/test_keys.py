"""The keys of a computer lie in its profile, in standard files, and no accident of writing loses them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desktop.bundle import keys
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import COMMUNE_KEYS, OFFICE_KEYS


def code_of_loading(folder: Path) -> Code:
    with pytest.raises(SoSenError) as caught:
        keys.load(folder)
    return caught.value.code


def test_keys_are_read_as_they_were_saved(tmp_path: Path) -> None:
    made = keys.generate()
    assert not keys.exist(tmp_path)
    keys.save(made, tmp_path)
    assert keys.exist(tmp_path)
    again = keys.load(tmp_path)
    assert (again.device, again.sign_line, again.sealing) == (made.device, made.sign_line, made.sealing)
    assert sorted(path.name for path in tmp_path.iterdir()) == [keys.SEALING_FILE, keys.SIGNING_FILE]


def test_every_computer_is_another() -> None:
    assert len({keys.generate().device for _ in range(20)}) == 20


def test_the_id_follows_from_the_signing_key() -> None:
    assert keys.device_id(bytes(32)) == "d-66687aadf862bd77"
    assert COMMUNE_KEYS.device == keys.device_id(COMMUNE_KEYS.public_key)


def test_keys_are_never_replaced(tmp_path: Path) -> None:
    keys.save(COMMUNE_KEYS, tmp_path)
    with pytest.raises(SoSenError) as caught:
        keys.save(OFFICE_KEYS, tmp_path)
    assert caught.value.code is Code.E_PROFILE
    assert keys.load(tmp_path).device == COMMUNE_KEYS.device


def test_a_start_that_was_cut_short_between_the_two_files_is_made_good(tmp_path: Path) -> None:
    keys.save(COMMUNE_KEYS, tmp_path)
    (tmp_path / keys.SIGNING_FILE).unlink()
    (tmp_path / f"{keys.SIGNING_FILE}.part").write_bytes(b"half")
    keys.save(OFFICE_KEYS, tmp_path)
    again = keys.load(tmp_path)
    assert (again.device, again.sealing) == (OFFICE_KEYS.device, OFFICE_KEYS.sealing)


@pytest.mark.skipif(os.name == "nt", reason="on Windows the profile's access list protects the files")
def test_only_this_user_can_read_them(tmp_path: Path) -> None:
    keys.save(COMMUNE_KEYS, tmp_path)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("name", [keys.SIGNING_FILE, keys.SEALING_FILE])
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"])
def test_a_missing_or_broken_file_is_told(name: str, content: bytes | None, tmp_path: Path) -> None:
    keys.save(COMMUNE_KEYS, tmp_path)
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    assert code_of_loading(tmp_path) is Code.E_PROFILE


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert code_of_loading(tmp_path / "nothing") is Code.E_PROFILE
    with pytest.raises(SoSenError) as caught:
        keys.save(COMMUNE_KEYS, tmp_path / "nothing")
    assert caught.value.code is Code.E_PROFILE


def test_secrets_are_not_shown() -> None:
    assert COMMUNE_KEYS.sealing.text not in repr(COMMUNE_KEYS)
    assert COMMUNE_KEYS.sealing.secret.hex() not in repr(COMMUNE_KEYS)
