"""Folders that only their user may enter: the data of an office, and the keys of a computer."""

from __future__ import annotations

import logging
import os
import stat
import sys
from pathlib import Path

LOGGER = logging.getLogger(__name__)

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_private(folder: Path) -> None:
    """Make the folder, or close one of this user to all others (Linux; on Windows the user's folder is so).

    What lies in it need not be closed itself.  Raises OSError when it cannot be made; a file system without
    rights, as on a stick, leaves it open.
    """
    if sys.platform == "win32":
        folder.mkdir(parents=True, exist_ok=True)  # with a mode a new Windows could not read it any more
    else:
        folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    close_to_others(folder)


def close_to_others(folder: Path) -> None:
    """The same for a folder that is there; one of somebody else, or shared by all as /tmp, stays as it is."""
    if sys.platform == "win32":
        return
    try:
        found = folder.stat()
        is_own = found.st_uid == os.getuid() and not found.st_mode & stat.S_ISVTX
        if is_own and found.st_mode & _OTHERS:
            folder.chmod(stat.S_IRWXU)
    except OSError as error:
        LOGGER.warning("a folder stays open to others: %s", error)
