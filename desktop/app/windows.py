"""What is settled with Windows before anything else is done."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import tempfile

_FAIL_QUIETLY = 0x0001
"""SEM_FAILCRITICALERRORS: an empty card reader is an error of the call, not a box that waits for a click."""
_NAMES_TRIED = 100


def settle_windows() -> None:
    """Have errors of drives told to the program, and end searches for a free name; nothing elsewhere."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(kernel.GetErrorMode() | _FAIL_QUIETLY)
        # A folder that may not be written looks like a name in use there, and two thousand million are tried.
        tempfile.TMP_MAX = _NAMES_TRIED  # type: ignore[misc]
