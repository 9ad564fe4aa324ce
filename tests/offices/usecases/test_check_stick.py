"""Signs of the viruses that travel on sticks are named; nothing on the stick is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.errors import Code, SoSenError
from desktop.usecases.check_stick import Sign, check_stick


def signs(folder: Path) -> dict[Sign, tuple[str, ...]]:
    return dict(check_stick(folder).signs)


def test_a_clean_stick_has_no_signs_and_its_room_is_told(tmp_path: Path) -> None:
    (tmp_path / "Kế hoạch").mkdir()
    (tmp_path / "báo cáo.docx").touch()
    (tmp_path / "30067-may1-7.goi").touch()
    found = check_stick(tmp_path)
    assert found.signs == ()
    assert found.free > 0
    assert found.is_writable


def test_each_sign_is_named_with_its_files(tmp_path: Path) -> None:
    (tmp_path / "Ảnh").mkdir()
    for name in ("Ảnh.lnk", "USB Drive.LNK", "autorun.inf", "Kế hoạch.exe", "x.vbs", "y.js", "z.scr"):
        (tmp_path / name).write_bytes(b"do not open")
    assert signs(tmp_path) == {
        Sign.SHORTCUT: ("USB Drive.LNK", "Ảnh.lnk"),
        Sign.AUTORUN: ("autorun.inf",),
        Sign.HIDDEN_TWIN: ("Ảnh",),
        Sign.PROGRAM: ("Kế hoạch.exe", "x.vbs", "y.js", "z.scr"),
    }


def test_nothing_is_opened_or_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Ảnh.lnk").write_bytes(b"x")
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("opened"))
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened"))
    assert Sign.SHORTCUT in signs(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Ảnh.lnk"]


def test_folders_below_the_top_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "Phần mềm").mkdir()
    (tmp_path / "Phần mềm" / "cài đặt.exe").touch()
    assert signs(tmp_path) == {}


def test_a_folder_named_autorun_inf_protects_and_is_no_sign(tmp_path: Path) -> None:
    (tmp_path / "autorun.inf").mkdir()
    assert signs(tmp_path) == {}


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SoSenError) as caught:
        check_stick(tmp_path / "gone")
    assert (caught.value.code, caught.value.params["reason"]) == (Code.E_IO, "pulled")
