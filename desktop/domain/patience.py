"""Doing a step again while another program, as a virus scanner, holds the file for a moment.

On Windows a scanner opens what was just written, and until it is done nobody can rename or open it.
"""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
Pause = Callable[[float], None]

_TRIES, _PAUSE = 3, 0.3
"""How often something is tried again that another program holds, and after how many seconds each time."""
_WRITE_PROTECT = 19
"""What Windows calls a medium whose switch is on "locked"."""


def patiently(step: Callable[[], T], pause: Pause | None = None) -> T:
    """Do a step, trying again for a second while another program holds the file.

    For threads that may wait, never for the window's. Raises the ``OSError`` of the last try.
    """
    for _try in range(_TRIES):
        try:
            return step()
        except PermissionError as error:
            if is_protected(error):
                raise
            (pause or time.sleep)(_PAUSE)
    return step()


def take_name(part: Path, target: Path, pause: Pause | None = None) -> None:
    """Give a finished file or folder its name, in place of an older file. Raises as ``patiently``."""
    patiently(lambda: part.replace(target), pause)


def is_protected(error: OSError) -> bool:
    """Whether the medium is locked against writing: waiting would not help."""
    return error.errno == errno.EROFS or getattr(error, "winerror", None) == _WRITE_PROTECT


def discard(path: Path) -> None:
    """Remove a file that nobody needs any more. One that cannot be removed now stays, which the log says."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s stays: %s", path.name, type(error).__name__)
