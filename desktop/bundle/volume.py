"""Emptying the memory of a whole medium, so that a stick may be pulled out."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from pathlib import Path

log = logging.getLogger(__name__)
_GENERIC_WRITE = 0x40000000
_SHARED = 3
_OPEN_EXISTING = 3
_INVALID = -1
_NOT_ALLOWED = {1, 5, 50}
"""Windows: no such function, access denied, not supported. The file itself was flushed before."""


def flush_volume(folder: Path) -> None:
    """Have everything written to the medium of ``folder`` reach it. Raises ``OSError`` when that fails.

    The file itself was forced before; this empties what the system still holds of the medium's own tables.
    Where the system lets only administrators flush a whole volume, the log says so and nothing is lost by it.
    """
    if sys.platform == "win32":
        _flush_windows(folder)
    elif sys.platform == "linux":
        _flush_linux(folder)
    else:
        os.sync()


def _flush_linux(folder: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    opened = os.open(folder, os.O_RDONLY)
    try:
        if libc.syncfs(opened):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


def _flush_windows(folder: Path) -> None:
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = ctypes.c_void_p
        name = f"\\\\.\\{folder.resolve().drive}"
        volume = kernel.CreateFileW(name, _GENERIC_WRITE, _SHARED, None, _OPEN_EXISTING, 0, None)
        if volume in (None, ctypes.c_void_p(_INVALID).value):
            log.info("volume %s not flushed: %s", name, ctypes.FormatError(ctypes.get_last_error()))
            return
        try:
            if not kernel.FlushFileBuffers(ctypes.c_void_p(volume)):
                code = ctypes.get_last_error()
                if code not in _NOT_ALLOWED:
                    raise ctypes.WinError(code)
                log.info("volume %s not flushed: %s", name, ctypes.FormatError(code))
        finally:
            kernel.CloseHandle(ctypes.c_void_p(volume))
