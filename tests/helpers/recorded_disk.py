"""A disk that remembers in which order it was written and flushed (reliability.md, appendix A); Linux, root.

``python -m tests.helpers.recorded_disk IMAGE LOG MOUNT`` shows two files in ``MOUNT`` by FUSE: ``disk``, the
image, and ``mark``, into which a program writes what it has told its user.  A loop device and a real file
system sit on ``disk``; everything goes into ``LOG``, from which the disk of any moment is rebuilt.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import stat
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.helpers.power_cut import SECTOR

ROOT = Path(__file__).parents[2]
_HEAD = struct.Struct("<cQI")
_LOST, _TORN = 0.4, 0.6
MEGABYTE = 1 << 20


class Step(NamedTuple):
    """``W`` a write at an offset, ``F`` a flush, ``M`` a mark."""

    kind: str
    at: int
    data: bytes


def serve(image: str, log: str, mount: str) -> None:  # noqa: C901 - the operations of one small file system
    """Show the two files until they are unmounted."""
    import mfusepy  # type: ignore[import-untyped]  # finds the system's libfuse when it is loaded

    class Disk(mfusepy.Operations):  # type: ignore[misc]
        use_ns = True

        def __init__(self) -> None:
            self.image = os.open(image, os.O_RDWR)
            self.log = open(log, "wb", buffering=0)  # noqa: PTH123, SIM115 - as long as the process
            self.marked = 0

        def note(self, kind: bytes, at: int = 0, data: bytes = b"") -> None:
            self.log.write(_HEAD.pack(kind, at, len(data)) + data)

        def init(self, _path: str) -> None:
            print("ready", flush=True)

        def getattr(self, path: str, _fh: Any = None) -> dict[str, Any]:
            if path == "/":
                return {"st_mode": stat.S_IFDIR | 0o755, "st_nlink": 2}
            if path not in {"/disk", "/mark"}:
                raise mfusepy.FuseOSError(errno.ENOENT)
            size = os.fstat(self.image).st_size if path == "/disk" else self.marked
            return {"st_mode": stat.S_IFREG | 0o600, "st_nlink": 1, "st_size": size}

        def readdir(self, _path: str, _fh: Any) -> list[str]:
            return [".", "..", "disk", "mark"]

        def read(self, _path: str, size: int, offset: int, _fh: Any) -> bytes:
            return os.pread(self.image, size, offset)

        def write(self, path: str, data: bytes, offset: int, _fh: Any) -> int:
            if path == "/mark":
                self.marked += len(data)
                self.note(b"M", 0, bytes(data))
            else:
                os.pwrite(self.image, data, offset)
                self.note(b"W", offset, bytes(data))
            return len(data)

        def truncate(self, _path: str, _length: int, _fh: Any = None) -> int:
            return 0

        def fsync(self, _path: str, _datasync: Any, _fh: Any) -> int:
            self.note(b"F")
            return 0

    mfusepy.FUSE(Disk(), mount, foreground=True, nothreads=True, direct_io=True)


def steps(log: Path) -> list[Step]:
    """What a log tells, in order."""
    data, found, at = log.read_bytes(), list[Step](), 0
    while at < len(data):
        kind, offset, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        found.append(Step(kind.decode(), offset, data[at : at + size]))
        at += size
    return found


def rebuild(base: Path, out: Path, done: list[Step], model: str, chance: random.Random) -> None:
    """The disk when the power goes after these steps; ``prefix`` or ``dropped``."""
    shutil.copyfile(base, out)
    last = max((i for i, step in enumerate(done) if step.kind == "F"), default=-1)
    with out.open("r+b") as file:
        for i, step in enumerate(done):
            data = step.data
            if step.kind != "W":
                continue
            if model == "dropped" and i > last:
                luck = chance.random()
                if luck < _LOST:
                    continue
                if luck < _TORN:
                    data = data[: chance.randrange(len(data) // SECTOR + 1) * SECTOR]
            file.seek(step.at)
            file.write(data)


def need_disks() -> None:
    """Skip, saying why, where FUSE, loop devices or the right to mount are missing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount file systems")
    missing = [place for place in ("/dev/fuse", "/dev/loop-control") if not Path(place).exists()]
    missing += [name for name in ("losetup", "mkfs.ext4", "fusermount3") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"this machine has no {', '.join(missing)}")


def make_image(path: Path, megabytes: int = 24) -> None:
    """A freshly made ext4 in a file, with nothing left to be done later."""
    with path.open("wb") as file:
        file.truncate(megabytes * MEGABYTE)
    options = ["-q", "-F", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0"]
    subprocess.run(["mkfs.ext4", *options, str(path)], check=True, capture_output=True)


class NotMountableError(Exception):
    """There is no file system that can be read."""


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    """The file system of an image, through a loop device.

    Raises NotMountableError: one disk in some hundred is left so by ext4 itself (reliability.md 2.3).
    """
    place.mkdir(exist_ok=True)
    found = subprocess.run(["losetup", "--find", "--show", image], capture_output=True, text=True, check=True)
    device = found.stdout.strip()
    try:
        done = subprocess.run(["mount", "-t", "ext4", device, place], check=False, capture_output=True)
        if done.returncode:
            raise NotMountableError(done.stderr.decode())
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)
    finally:
        subprocess.run(["losetup", "--detach", device], check=True)


@contextmanager
def recorded(image: Path, log: Path, place: Path) -> Iterator[Path]:
    """The folder with ``disk`` and ``mark``, while everything is recorded."""
    place.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.helpers.recorded_disk", str(image), str(log), str(place)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)


if __name__ == "__main__":
    serve(*sys.argv[1:4])
