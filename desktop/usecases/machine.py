"""A mark of the computer that this data was last opened on: a copy on another machine is noticed by it.

Nothing leaves the computer, and nothing is identified: the mark is compared with itself.  It is made of what
stays when a network card or a disk is added, because a mark that changes for nothing costs a writer id each
time (Morango's ids did); what two identical images share is caught by the lease and by the hashes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import winreg

try:  # hashlib loads a large library before the first painting; ``random`` of Python does it like this
    from _sha2 import sha256  # type: ignore[import-not-found]
except ImportError:
    try:  # before Python 3.12
        from _sha256 import sha256  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha256

_MACHINE_ID = Path("/etc/machine-id")
_KEYS = (
    (r"SOFTWARE\Microsoft\Cryptography", "MachineGuid"),
    (r"HARDWARE\DESCRIPTION\System\BIOS", "SystemProductName"),
    (r"HARDWARE\DESCRIPTION\System\CentralProcessor\0", "ProcessorNameString"),
)


def machine_mark() -> str:
    """32 hexadecimal digits; the same as long as it is the same installation on the same machine."""
    return str(sha256("\0".join(_traits()).encode()).hexdigest())[:32]


def _traits() -> list[str]:
    if sys.platform == "win32":
        return [os.environ.get("COMPUTERNAME", ""), *(_from_registry(*place) for place in _KEYS)]
    system = os.uname()
    return [system.nodename, system.machine, _text(_MACHINE_ID)]


def _text(path: Path) -> str:
    """A small file of the system, or "" where there is none."""
    return path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""


if sys.platform == "win32":

    def _from_registry(key: str, name: str) -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
        except FileNotFoundError:  # older Windows lacks some of them: the others still tell
            return ""
