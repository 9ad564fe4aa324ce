"""A virus scanner that holds a file for a moment costs nobody a saved file, and nobody an error."""

from __future__ import annotations

import ast
import errno
from pathlib import Path

import pytest

from desktop.domain.patience import discard, is_folder, is_held, patiently, take_name
from tests.helpers.source_tree import ROOT, Module, modules

PATIENT = {"desktop.domain.patience", "desktop.bundle.safe_write"}
"""Where a file is renamed by the call of the system: the latter through to the stick."""


class Scanner:
    """Holds every file for so many tries to rename or remove it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tries: int, code: int = errno.EACCES) -> None:
        self.left, self._code = tries, code
        for name in ("replace", "unlink"):
            self._hold(monkeypatch, name)

    def _hold(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        real = getattr(Path, name)

        def held(path: Path, *arguments: object, **named: object) -> object:
            if self.left:
                self.left -= 1
                raise OSError(self._code, "in use", str(path))
            return real(path, *arguments, **named)

        monkeypatch.setattr(Path, name, held)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    part, target = tmp_path / "a.part", tmp_path / "a"
    part.write_bytes(b"new")
    target.write_bytes(b"old")
    return part, target


def test_a_file_that_is_held_for_a_moment_gets_its_name(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    part, target = files
    Scanner(monkeypatch, 3)
    pauses: list[float] = []
    take_name(part, target, pauses.append)
    assert (target.read_bytes(), part.exists()) == (b"new", False)
    assert pauses == [0.3] * 3


def test_a_file_that_stays_held_is_refused_after_a_second(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    part, target = files
    Scanner(monkeypatch, 99)
    pauses: list[float] = []
    with pytest.raises(PermissionError):
        take_name(part, target, pauses.append)
    assert sum(pauses) <= 1
    assert (target.read_bytes(), part.read_bytes()) == (b"old", b"new")


@pytest.mark.parametrize("code", [errno.EROFS, errno.EIO, errno.ENOSPC])
def test_nobody_waits_for_what_waiting_does_not_mend(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    Scanner(monkeypatch, 1, code)
    pauses: list[float] = []
    with pytest.raises(OSError, match="in use"):
        take_name(*files, pauses.append)
    assert pauses == []


def on_windows(number: int | None) -> PermissionError:
    """What Windows reports as a missing permission, with its own number."""
    error = PermissionError(errno.EACCES, "told by Windows")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize(
    ("number", "waits"),
    [(None, True), (5, True), (32, True), (33, True), (19, False), (21, False), (23, False)],
)
def test_a_medium_in_trouble_is_not_taken_for_a_file_that_is_held(number: int | None, *, waits: bool) -> None:
    """Locked against writing, not ready, unreadable: Windows calls them all a missing permission."""
    pauses: list[float] = []

    def step() -> None:
        raise on_windows(number)

    with pytest.raises(PermissionError):
        patiently(step, pauses.append)
    assert bool(pauses) is waits
    assert is_held(on_windows(number)) is waits


def test_a_folder_of_a_damaged_medium_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no folder to write to, and no reason for a page not to open."""
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / "gone")

    def damaged(_path: Path) -> bool:
        raise OSError(errno.EIO, "cannot be read")

    monkeypatch.setattr(Path, "is_dir", damaged)
    assert not is_folder(tmp_path)


def test_a_file_that_nobody_needs_may_stay(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What was done is done: that a file could not be cleared away is for the log alone."""
    part, _target = files
    Scanner(monkeypatch, 1)
    with caplog.at_level("INFO"):
        discard(part)
    assert part.exists()
    assert "a.part stays" in caplog.text
    discard(part)
    assert not part.exists()
    discard(part)  # nothing is there any more


def hasty(module: Module) -> list[str]:
    """Where a file gets another name without waiting for whoever holds it: ``path.replace(other)``."""
    calls = [node for node, _inside in module.nodes if isinstance(node, ast.Call)]
    return [
        f"{module.name}:{call.lineno}"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"rename", "replace"}
        and (len(call.args) == 1 or ast.unparse(call.func.value) == "os")  # of a text it takes two
        and not call.keywords
    ]


def test_every_file_gets_its_name_patiently() -> None:
    assert [
        place for module in modules(ROOT).values() if module.name not in PATIENT for place in hasty(module)
    ] == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("part.replace(target)", 1),
        ("part.rename(target)", 1),
        ("os.replace(part, target)", 1),
        ("text.replace('a', 'b')", 0),
        ("day.replace(day=1)", 0),
        ("take_name(part, target)", 0),
    ],
)
def test_a_hasty_rename_is_found(tmp_path: Path, text: str, faults: int) -> None:
    path = tmp_path / "x.py"
    path.write_text(text, encoding="utf-8")
    assert len(hasty(Module("x", path))) == faults
