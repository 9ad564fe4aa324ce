"""Power cuts, as SQLite meets them: everything it writes is recorded, and the disk of any moment rebuilt.

A virtual file system (VFS) stands between SQLite and the real one and notes each write, truncation, deletion
and sync; ``Recorder.mark`` notes what the program has told its user as saved.  Afterwards the disk is rebuilt
as it would be when the power had gone at any of these points (reliability.md 2.2):

* ``prefix``: all that was written so far reached the disk;
* ``dropped``: of what was not yet synced, each write is there, lost, or torn at 512 bytes;
* ``reordered``: of what was not yet synced, an arbitrary set of 512-byte sectors is there.

A deletion or a new name is durable at the next sync of any file.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import apsw

SECTOR = 512
MODELS = ("prefix", "dropped", "reordered")
_LOST, _TORN = 0.4, 0.6
_VFS = "power-cut"
_NOT_ON_DISK = "-shm"
"""The index of the write-ahead log is memory shared between processes; a power cut always takes it."""

Files = dict[str, bytes]


class Op(NamedTuple):
    """One step: ``create write truncate sync delete rename mark``; ``at`` is an offset, a size or a mark."""

    kind: str
    path: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class Recording:
    """The files before, and what was done to them, in order."""

    base: Files
    ops: list[Op] = field(default_factory=list)

    def marks_before(self, k: int) -> int:
        """How many times the program had said "saved" before step ``k``."""
        return sum(op.kind == "mark" for op in self.ops[:k])

    def durable_from(self) -> list[int]:
        """For each step the first later one that makes it durable."""
        never, of_any, of_file = len(self.ops) + 1, len(self.ops) + 1, dict[str, int]()
        found = [never] * len(self.ops)
        for i in range(len(self.ops) - 1, -1, -1):
            op = self.ops[i]
            if op.kind == "sync":
                of_any = of_file[op.path] = i
            found[i] = of_any if op.kind in {"delete", "rename"} else of_file.get(op.path, never)
        return found


class Recorder:
    """Records what happens below ``folder`` while its block lasts; used by one thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.recording = Recording({})

    def mark(self) -> None:
        """The program has just told its user that all is saved."""
        self.note("mark", None)

    def note(self, kind: str, path: Path | str | None, at: int = 0, data: bytes = b"") -> None:
        """One step; a path outside the folder is not recorded."""
        name = "" if path is None else self._name(path)
        if name is not None and not name.endswith(_NOT_ON_DISK):
            self.recording.ops.append(Op(kind, name, at, data))

    def _name(self, path: Path | str) -> str | None:
        try:
            return Path(path).relative_to(self.folder).as_posix()
        except ValueError:
            return None

    @contextmanager
    def running(self) -> Iterator[Recorder]:
        """Make SQLite, renames and ``os.fsync`` of this process pass by here."""
        self.recording = Recording(read_files(self.folder))
        vfs = _Vfs(self)
        replace, rename, fsync = Path.replace, Path.rename, os.fsync

        def noted(change: Any) -> Any:
            def move(path: Path, target: Path) -> Path:
                moved: Path = change(path, target)
                self.note("rename", path, data=str(self._name(target)).encode())
                return moved

            return move

        def synced(number: int) -> None:
            fsync(number)
            link = Path(f"/proc/self/fd/{number}")
            if link.exists():
                self.note("sync", link.readlink())

        try:
            with (
                patch.object(Path, "replace", noted(replace)),
                patch.object(Path, "rename", noted(rename)),
                patch.object(os, "fsync", synced),
            ):
                yield self
        finally:
            vfs.unregister()


class _Vfs(apsw.VFS):
    """The default while a recorder runs; everything else is the real one's."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._real = apsw.vfs_names()[0]
        super().__init__(_VFS, base=self._real, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        path = _plain(name)
        if path is not None and not Path(path).exists():
            self._recorder.note("create", path)
        return _File(self._recorder, self._real, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self._recorder.note("delete", filename)


def _plain(name: Any) -> str | None:
    found: str | None = name.filename() if isinstance(name, apsw.URIFilename) else name
    return found


class _File(apsw.VFSFile):
    def __init__(self, recorder: Recorder, real: str, name: Any, flags: list[int]) -> None:
        self._recorder = recorder
        self._path = _plain(name) or "/"
        super().__init__(real, name, flags)

    def xLock(self, level: int) -> None:
        """SQLite tries to lock a file that it reads only, and goes on without; apsw would raise that."""
        try:
            super().xLock(level)
        except apsw.IOError as error:
            raise apsw.BusyError(str(error)) from error

    def xWrite(self, data: Any, offset: int) -> None:
        super().xWrite(data, offset)
        self._recorder.note("write", self._path, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._recorder.note("truncate", self._path, newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._recorder.note("sync", self._path)


def read_files(folder: Path) -> Files:
    """Every file below a folder, by its path there; without what is only memory."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(_NOT_ON_DISK)
    }


def write_files(files: Files, folder: Path) -> None:
    """The reverse, into a new folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def points(recording: Recording, count: int) -> list[tuple[int, str]]:
    """``count`` cuts, spread evenly over all steps, their models in turn; all of a short recording if it
    takes fewer."""
    last = len(recording.ops)
    spread = [round(i * last / max(1, count - 1)) for i in range(count)]
    return [(k, MODELS[i % len(MODELS)]) for i, k in enumerate(spread)]


def image(recording: Recording, durable: Sequence[int], k: int, model: str, chance: random.Random) -> Files:
    """The disk when the power goes before step ``k``; ``durable`` is ``recording.durable_from()``."""
    disk = {name: bytearray(content) for name, content in recording.base.items()}
    share = chance.random()
    for i, op in enumerate(recording.ops[:k]):
        if op.kind in {"mark", "sync"}:
            continue
        if model == "prefix" or durable[i] < k:
            _apply(disk, op)
        elif model == "dropped":
            _apply_perhaps(disk, op, chance)
        elif op.kind == "write":
            _apply_sectors(disk, op, share, chance)
        elif chance.random() < share:
            _apply(disk, op)
    return {name: bytes(content) for name, content in disk.items()}


def _apply(disk: dict[str, bytearray], op: Op) -> None:
    if op.kind == "delete":
        disk.pop(op.path, None)
    elif op.kind == "rename":
        if op.path in disk:
            disk[op.data.decode()] = disk.pop(op.path)
    else:
        file = disk.setdefault(op.path, bytearray())
        if op.kind == "truncate":
            del file[op.at :]
        elif op.kind == "write":
            file.extend(bytes(max(0, op.at - len(file))))
            file[op.at : op.at + len(op.data)] = op.data


def _apply_perhaps(disk: dict[str, bytearray], op: Op, chance: random.Random) -> None:
    """Lost, torn at a sector, or there."""
    luck = chance.random()
    if luck < _LOST:
        return
    if luck < _TORN and op.kind == "write":
        op = op._replace(data=op.data[: chance.randrange(len(op.data) // SECTOR + 1) * SECTOR])
    _apply(disk, op)


def _apply_sectors(disk: dict[str, bytearray], op: Op, share: float, chance: random.Random) -> None:
    for start in range(0, len(op.data), SECTOR):
        if chance.random() < share:
            _apply(disk, op._replace(at=op.at + start, data=op.data[start : start + SECTOR]))
