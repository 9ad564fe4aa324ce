"""Finding USB sticks without touching any other drive: a network drive that hangs must not be asked anything.

Linux tells from its list of mounts what the desktop mounted for its user; Windows knows which drive letters
have a removable medium.  Looking is done by a thread of its own, because a slow stick takes its time.
"""

from __future__ import annotations

import ctypes
import logging
import re
import string
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import SoSenError
from desktop.usecases.check_stick import Sign, check_stick

log = logging.getLogger(__name__)
EVERY_MS = 3000
POLL_MS = 100
BUNDLE_SUFFIX = ".goi"
_MOUNTS = Path("/proc/self/mounts")
_MOUNTED_BELOW = ("/media/", "/run/media/")
_ESCAPE = re.compile(r"\\([0-7]{3})")
_TOLD: dict[Path, str] = {}
"""What the log says already of places that cannot be read."""
_REMOVABLE = 2
"""GetDriveTypeW: a drive whose medium can be taken out."""


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick: where it is mounted, what it is called, free bytes, how many bundles lie at its top.

    ``is_writable`` is False for one locked by its switch; ``signs`` are those of a virus, with file names.
    """

    root: Path
    name: str
    free: int
    bundles: int
    is_writable: bool = True
    signs: tuple[tuple[Sign, tuple[str, ...]], ...] = ()


def find_sticks() -> list[Stick]:
    """The sticks that are plugged in, in order of place; those locked against writing too."""
    places = _windows_drives() if sys.platform == "win32" else _linux_mounts()
    found = (_look_at(root, name) for root, name in sorted(places))
    return [stick for stick in found if stick is not None]


def mounted_sticks(mounts: str, *, locked: bool = False) -> list[Path]:
    """The mount points of ``/proc/self/mounts`` that a desktop made for its user.

    Those that can be written, or with ``locked`` those that cannot.
    """
    found = []
    for line in mounts.splitlines():
        _device, place, _file_system, options, *_rest = [*line.split(" "), "", "", "", ""]
        root = _ESCAPE.sub(lambda escape: chr(int(escape[1], 8)), place)
        if root.startswith(_MOUNTED_BELOW) and ("ro" in options.split(",")) == locked:
            found.append(Path(root))
    return found


def _linux_mounts() -> list[tuple[Path, str]]:
    if not _MOUNTS.exists():
        return []
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    roots = [*mounted_sticks(mounts), *mounted_sticks(mounts, locked=True)]
    return [(root, root.name) for root in roots]


def _windows_drives() -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        present = kernel.GetLogicalDrives()
        for place, letter in enumerate(string.ascii_uppercase):
            root = f"{letter}:\\"
            if present & (1 << place) and kernel.GetDriveTypeW(root) == _REMOVABLE:
                label = ctypes.create_unicode_buffer(261)
                kernel.GetVolumeInformationW(root, label, 261, None, None, None, None, 0)
                found.append((Path(root), f"{label.value} ({letter}:)" if label.value else f"{letter}:"))
    return found


def _look_at(root: Path, name: str) -> Stick | None:
    """What is on a stick; None when it was pulled out meanwhile, or has no medium."""
    try:
        health = check_stick(root)
        bundles = sum(1 for path in root.iterdir() if path.suffix.lower() == BUNDLE_SUFFIX)
    except (OSError, SoSenError) as error:
        if str(error) != _TOLD.get(root):  # an empty card reader answers the same every three seconds
            log.info("stick %s: %s", root, error)
            _TOLD[root] = str(error)
        return None
    _TOLD.pop(root, None)
    return Stick(root, name, health.free, bundles, health.is_writable, health.signs)


class StickWatch(QObject):
    """Looks for sticks every three seconds between ``start`` and ``stop``; ``changed`` carries the new list.

    The thread that looks touches nothing of Qt: its answer is fetched.
    """

    changed = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, search: Callable[[], list[Stick]] = find_sticks
    ) -> None:
        super().__init__(parent)
        self.sticks: list[Stick] = []
        self._search = search
        self._answers: list[list[Stick]] = []
        self._thread: threading.Thread | None = None
        self._again = QTimer(self)
        self._again.setInterval(EVERY_MS)
        self._again.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._fetch)

    def start(self) -> None:
        """Look now and then again and again."""
        self._again.start()
        self.look()

    def stop(self) -> None:
        """Stop looking."""
        self._again.stop()
        self._poll.stop()

    def look(self) -> None:
        """Look once, unless a look is still under way."""
        if self._thread is None or not self._thread.is_alive():
            search, answers = self._search, self._answers
            self._thread = threading.Thread(
                target=lambda: answers.append(search()), name="sticks", daemon=True
            )
            self._thread.start()
        self._poll.start()

    def _fetch(self) -> None:
        if not self._answers:
            return
        self._poll.stop()
        sticks = self._answers.pop()
        self._answers.clear()
        if sticks != self.sticks:
            self.sticks = sticks
            self.changed.emit(sticks)
