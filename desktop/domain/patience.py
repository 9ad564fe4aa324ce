"""Doing a step again while another program, as a virus scanner, holds the file for a moment.

On Windows a scanner opens what was just written, and until it is done nobody can rename or open it.
"""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
Pause = Callable[[float], None]

_TRIES, _PAUSE = 3, 0.3
"""How often something is tried again that another program holds, and after how many seconds each time."""
_WRITE_PROTECT = 19
"""What Windows calls a medium whose switch is on "locked"."""
_HELD = {None, 5, 32, 33}
"""Of what Windows reports as a missing permission: access denied, shared with somebody, locked. A medium that
is not ready or cannot be read comes as a missing permission as well."""


def patiently(step: Callable[[], T], pause: Pause | None = None, tries: int = _TRIES) -> T:
    """Do a step, trying again for a second, or ``tries`` times, while another program holds the file.

    For threads that may wait, never for the window's. Raises the ``OSError`` of the last try.
    """
    for _try in range(tries):
        try:
            return step()
        except PermissionError as error:
            if not is_held(error):
                raise
            (pause or time.sleep)(_PAUSE)
    return step()


def open_patiently(path: Path, pause: Pause | None = None) -> BinaryIO:
    """Open a file for reading, as ``patiently`` does."""
    return patiently(lambda: path.open("rb"), pause)


def take_name(part: Path, target: Path, pause: Pause | None = None, tries: int = _TRIES) -> None:
    """Give a finished file or folder its name, in place of an older file. Raises as ``patiently``."""
    patiently(lambda: part.replace(target), pause, tries)


def is_held(error: OSError) -> bool:
    """Whether the file is held, or closed to this user, and not its medium in trouble."""
    return isinstance(error, PermissionError) and getattr(error, "winerror", None) in _HELD


def is_folder(path: Path) -> bool:
    """Whether a folder can be entered now. ``Path.is_dir`` raises where a medium is locked or damaged."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_protected(error: OSError) -> bool:
    """Whether the medium is locked against writing: waiting would not help."""
    return error.errno == errno.EROFS or getattr(error, "winerror", None) == _WRITE_PROTECT


def discard(path: Path) -> None:
    """Remove a file that nobody needs any more. One that cannot be removed now stays, which the log says."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s stays: %s", path.name, type(error).__name__)
