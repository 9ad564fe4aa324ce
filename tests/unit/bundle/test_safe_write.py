"""A stick holds the whole file or none, and nothing that was there before is ever touched."""

from __future__ import annotations

import errno
import os
import shutil
from collections import namedtuple
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desktop.bundle import safe_write
from desktop.bundle.files import Sink
from desktop.bundle.safe_write import free_name, write_new_file
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.domain.patience import open_patiently

DATA = bytes(range(256)) * 4000


def produce(sink: Sink) -> None:
    for start in range(0, len(DATA), 65_536):
        sink.write(DATA[start : start + 65_536])


def refused(path: Path, work: Callable[[Sink], None] = produce) -> SoSenError:
    with pytest.raises(SoSenError) as caught:
        write_new_file(path, work, len(DATA))
    return caught.value


def test_a_file_is_written_read_back_and_described(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    written = write_new_file(tmp_path / "a.goi", produce, len(DATA), lambda *step: seen.append(step))
    assert (tmp_path / "a.goi").read_bytes() == DATA
    assert (written.size, written.sha256) == (len(DATA), sha256(DATA).hexdigest())
    assert [path.name for path in tmp_path.iterdir()] == ["a.goi"]
    assert seen == sorted(seen)
    assert seen[-1] == (2 * len(DATA), 2 * len(DATA))


def test_everything_is_forced_to_the_medium_before_the_new_name_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that kept 300 of 300 simulated sticks whole."""
    steps: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def spy_fsync(number: int) -> None:
        kind = "folder" if os.path.isdir(f"/proc/self/fd/{number}") else "file"  # noqa: PTH112
        steps.append(f"fsync {kind}")
        fsync(number)

    def spy_rename(self: Path, target: Path) -> Path:
        steps.append(f"rename {self.name} {Path(target).name}")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", spy_fsync)
    monkeypatch.setattr(Path, "rename", spy_rename)
    write_new_file(tmp_path / "a.goi", produce, len(DATA))
    if os.name == "nt":
        pytest.skip("Windows has no fsync of folders and renames by its own call")
    assert steps == ["fsync file", "rename a.goi.part a.goi", "fsync folder", "fsync file"]


def test_a_name_in_use_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.goi").write_bytes(b"sent before")
    assert refused(tmp_path / "a.goi").code is Code.E_IO
    assert (tmp_path / "a.goi").read_bytes() == b"sent before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.goi"]


def test_a_part_of_an_earlier_try_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.goi.part").write_bytes(b"half")
    write_new_file(tmp_path / "a.goi", produce, len(DATA))
    assert [path.name for path in tmp_path.iterdir()] == ["a.goi"]


def test_a_free_name_counts_up(tmp_path: Path) -> None:
    assert free_name(tmp_path, "30067-may1-42.goi").name == "30067-may1-42.goi"
    (tmp_path / "30067-may1-42.goi").touch()
    assert free_name(tmp_path, "30067-may1-42.goi").name == "30067-may1-42-2.goi"
    (tmp_path / "30067-may1-42-2.goi").touch()
    assert free_name(tmp_path, "30067-may1-42.goi").name == "30067-may1-42-3.goi"


@pytest.mark.parametrize("after", range(0, 2 * len(DATA), 200_000))
def test_a_cancel_at_any_moment_leaves_nothing(after: int, tmp_path: Path) -> None:
    def progress(done: int, _total: int | None) -> None:
        if done > after:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_new_file(tmp_path / "a.goi", produce, len(DATA), progress)
    assert list(tmp_path.iterdir()) == []


FAULTS = [
    (errno.ENOSPC, Code.E_SPACE),
    (errno.EDQUOT, Code.E_SPACE),
    (errno.EIO, Code.E_IO),
    (errno.EROFS, Code.E_IO),
    (errno.ENODEV, Code.E_IO),
]


@pytest.mark.parametrize(("number", "code"), FAULTS)
def test_a_medium_that_fails_while_writing_is_told(number: int, code: Code, tmp_path: Path) -> None:
    def failing(sink: Sink) -> None:
        sink.write(DATA[:1000])
        raise OSError(number, os.strerror(number))

    assert refused(tmp_path / "a.goi", failing).code is code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "code"), FAULTS)
@pytest.mark.parametrize("call", [1, 2, 3])
def test_a_medium_that_fails_at_a_flush_is_told(
    call: int, number: int, code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    fsync = os.fsync

    def failing(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    assert refused(tmp_path / "a.goi").code is code
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_flushed_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems know no flush of a folder."""
    calls = 0
    fsync = os.fsync

    def failing(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 2 and os.name != "nt":
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    assert write_new_file(tmp_path / "a.goi", produce, len(DATA)).path.exists()


def test_a_medium_that_gives_back_other_bytes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick of false capacity takes everything and keeps little."""
    force = safe_write._force_names

    def lose(path: Path) -> None:
        force(path)
        with path.open("r+b") as file:
            file.seek(500_000)
            file.write(b"\xff")

    monkeypatch.setattr(safe_write, "_force_names", lose)
    assert refused(tmp_path / "a.goi").code is Code.E_IO
    assert list(tmp_path.iterdir()) == []


def test_a_full_stick_is_noticed_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, len(DATA)))
    error = refused(tmp_path / "a.goi", lambda _sink: pytest.fail("nothing may be written"))
    assert error.code is Code.E_SPACE
    assert error.params["free"] == len(DATA)


def test_a_stick_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone" / "a.goi").code is Code.E_IO


def test_a_file_that_a_virus_scanner_holds_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.goi"
    path.write_bytes(b"x")
    tries, pauses = [0], list[float]()
    opened = Path.open

    def locked(self: Path, *arguments: Any) -> Any:
        tries[0] += 1
        if tries[0] < 4:
            raise PermissionError(errno.EACCES, "in use")
        return opened(self, *arguments)

    monkeypatch.setattr(Path, "open", locked)
    with open_patiently(path, pauses.append) as file:
        assert file.read() == b"x"
    assert len(pauses) == 3
    tries[0] = -9
    with pytest.raises(PermissionError):
        open_patiently(path, pauses.append)
