"""Is a stick fit to carry a bundle: is it there, may it be written, has it room, are there signs of a virus.

The viruses that travel on sticks hide the folders and put shortcuts or programs of the same names in their
place.  Their signs are named; no such file is opened or removed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.errors import Code, SoSenError

_SHORTCUT = ".lnk"
_PROGRAMS = frozenset((".exe", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".scr", ".pif", ".com", ".bat", ".cmd"))
_AUTORUN = "autorun.inf"
_READ_ONLY_VOLUME = 0x80000


class Sign(StrEnum):
    """What a virus leaves at the top of a stick."""

    SHORTCUT = "shortcut"
    AUTORUN = "autorun"
    HIDDEN_TWIN = "hidden_twin"
    """A folder beside a shortcut or program of the same name."""
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class StickHealth:
    """What was found. ``free`` in bytes; ``signs``: each kind with the names of the files, in order."""

    root: Path
    free: int
    is_writable: bool
    signs: tuple[tuple[Sign, tuple[str, ...]], ...]


def check_stick(root: Path) -> StickHealth:
    """Look at a stick, or a folder that plays one. Raises SoSenError E_IO when it is not there."""
    try:
        with os.scandir(root) as entries:
            signs = find_signs(entries)
        return StickHealth(root, shutil.disk_usage(root).free, is_writable(root), signs)
    except OSError as error:
        raise SoSenError(Code.E_IO, str(error), path=str(root), reason="pulled") from error


def is_writable(folder: Path) -> bool:
    """Whether the medium lets this user write, as far as can be known without writing. Raises OSError."""
    if sys.platform == "win32":
        flags = ctypes.c_uint32()
        root = f"{folder.resolve().drive}\\"
        if ctypes.windll.kernel32.GetVolumeInformationW(
            root, None, 0, None, None, ctypes.byref(flags), None, 0
        ):
            return not flags.value & _READ_ONLY_VOLUME
        return True
    return not os.statvfs(folder).f_flag & os.ST_RDONLY and os.access(folder, os.W_OK)


def find_signs(entries: Iterable[os.DirEntry[str]]) -> tuple[tuple[Sign, tuple[str, ...]], ...]:
    """The signs among the entries of a folder."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for entry in entries:
        is_folder = entry.is_dir(follow_symlinks=False)
        if not is_folder:
            files[entry.name.lower()] = entry.name
        elif _may_be_hidden(entry):
            folders[entry.name.lower()] = entry.name
    lures = [name for name in files if Path(name).suffix in {_SHORTCUT, *_PROGRAMS}]
    found = {
        Sign.SHORTCUT: [files[name] for name in lures if name.endswith(_SHORTCUT)],
        Sign.AUTORUN: [files[name] for name in files if name == _AUTORUN],
        Sign.HIDDEN_TWIN: [folders[stem] for name in lures if (stem := Path(name).stem) in folders],
        Sign.PROGRAM: [files[name] for name in lures if not name.endswith(_SHORTCUT)],
    }
    return tuple((sign, tuple(sorted(set(names)))) for sign, names in found.items() if names)


def _may_be_hidden(entry: os.DirEntry[str]) -> bool:
    """Only Windows can tell; elsewhere every folder may be one that Windows hides."""
    if sys.platform == "win32":
        attributes: int = entry.stat(follow_symlinks=False).st_file_attributes
        return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)
    return True
