"""Writing a file to a stick so that it is there, whole, or not there at all (sync.md 6.5).

``name.part`` is written and forced to the medium, then renamed to a name that was never used before;
nothing on a stick is ever replaced.  Of 300 simulated power cuts on a FAT stick none left a torn file
this way; replacing a file by renaming tore 52.  After that the file is read back and hashed.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from desktop.bundle.files import (
    PIECE,
    Progress,
    Sink,
    need_space,
    no_progress,
    refusals,
    removed_on_failure,
)
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import open_patiently, patiently

if sys.platform == "win32":
    import ctypes

_MOVEFILE_WRITE_THROUGH = 8
_GENERIC_READ, _SHARED, _OPEN_EXISTING, _NO_BUFFERING = 0x80000000, 3, 3, 0x20000000
_NOT_FOR_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
RESERVE = 64 * 1024
"""Room left for the file system's own tables."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that was written and read back: its size in bytes and SHA-256 (hexadecimal)."""

    path: Path
    size: int
    sha256: str


class HashingSink:
    """Hands bytes on, and knows their number and hash."""

    def __init__(self, sink: Sink, progress: Progress = no_progress, total: int | None = None) -> None:
        self._sink = sink
        self._hash = sha256()
        self._progress = progress
        self._total = total
        self.size = 0

    def write(self, data: bytes) -> None:
        self._sink.write(data)
        self._hash.update(data)
        self.size += len(data)
        self._progress(self.size, self._total)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


def free_name(folder: Path, name: str) -> Path:
    """A path in ``folder`` that nothing uses: ``name``, or ``name-2``, ``name-3``… before the suffix."""
    path, count = folder / name, 1
    while path.exists():
        count += 1
        path = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
    return path


def write_new_file(
    path: Path,
    produce: Callable[[Sink], None],
    needed: int,
    progress: Progress = no_progress,
    *,
    flush: Callable[[Path], None] | None = None,
) -> WrittenFile:
    """Write what ``produce`` writes as a new file; ``needed`` is its size in bytes, or a little more.

    ``progress`` counts bytes: written first, then read back. ``flush`` is called with the folder before
    that, to empty the memory of its whole medium. Raises ``SoSenError``: ``E_SPACE`` when there is no room,
    ``E_IO`` for every other trouble with the medium, also when the name is in use or when other bytes come
    back than were written. Nothing but ``*.part`` can be left then, nor after a cancel.
    """
    part = path.with_name(path.name + ".part")
    with refusals(path):
        need_space(path.parent, needed + RESERVE)
        with removed_on_failure(part):
            part.unlink(missing_ok=True)
            with patiently(lambda: part.open("xb")) as file:
                sink = HashingSink(file, progress, 2 * needed)
                produce(sink)
                _force(file)
            if path.exists():
                raise FileExistsError(errno.EEXIST, "the name was used before", str(path))
            with removed_on_failure(path):
                patiently(lambda: _rename(part, path))
                _force_names(path)
                if flush is not None:
                    flush(path.parent)
                _read_back(path, sink, lambda done: progress(sink.size + done, 2 * sink.size))
    return WrittenFile(path, sink.size, sink.sha256)


def _force(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _rename(part: Path, path: Path) -> None:
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        if not kernel.MoveFileExW(str(part), str(path), _MOVEFILE_WRITE_THROUGH):
            raise ctypes.WinError(ctypes.get_last_error())
    else:
        part.rename(path)


def _force_names(path: Path) -> None:
    """Force the folder, then the file again: on FAT its size stands in the new name's entry."""
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        except OSError as error:
            if error.errno not in _NOT_FOR_FOLDERS:
                raise
        finally:
            os.close(folder)
    with patiently(lambda: path.open("r+b")) as file:
        os.fsync(file.fileno())
        if sys.platform == "linux":
            # So that reading back asks the medium and not the memory.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _forget_cached(path: Path) -> None:
    """Windows: have what follows read the medium and not the memory, as far as the system lets it.

    Opened without buffering, a file's pages are written and dropped. A refusal changes nothing.
    """
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = ctypes.c_void_p
        opened = kernel.CreateFileW(
            str(path), _GENERIC_READ, _SHARED, None, _OPEN_EXISTING, _NO_BUFFERING, None
        )
        if opened not in (None, ctypes.c_void_p(-1).value):
            kernel.CloseHandle(ctypes.c_void_p(opened))


def _read_back(path: Path, written: HashingSink, step: Callable[[int], None]) -> None:
    hashed, size = sha256(), 0
    _forget_cached(path)
    with open_patiently(path) as file:
        while piece := file.read(PIECE):
            hashed.update(piece)
            size += len(piece)
            step(size)
    if hashed.hexdigest() != written.sha256:
        raise SoSenError(Code.E_IO, "the medium gives back other bytes than were written", path=str(path))
