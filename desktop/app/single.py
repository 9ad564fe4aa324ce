"""One window for one data folder: the second start is told who holds it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

from desktop.domain.errors import Code, SoSenError

_NAME = "window.lock"


def hold(data: Path) -> QLockFile:
    """Hold the data folder until the returned lock is released; a lock left by a crash is recognised.

    Raises SoSenError E_BUSY, naming the computer and process that hold it.
    """
    lock = QLockFile(str(data / _NAME))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    process, host, program = lock.getLockInfo()
    raise SoSenError(
        Code.E_BUSY,
        f"held by {program} (process {process}) on {host}",
        process=process,
        host=host,
        path=str(data),
    )
