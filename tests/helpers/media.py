"""Sticks for tests: real small disks where this machine lets a test mount one."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own at ``folder``, of a size; the test is skipped where it may not mount."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    is_root = hasattr(os, "geteuid") and not os.geteuid()
    if not is_root or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk, and not everywhere")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def lock(disk: Path) -> None:
    """Push the switch: from now on the disk is read-only."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def forbid(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nobody list a folder, as Windows does with "System Volume Information"; root could otherwise."""
    for name in ("listdir", "scandir"):
        real = getattr(os, name)

        def asked(path: Any = ".", *, real: Any = real) -> Any:
            if Path(os.fsdecode(path)) == folder:
                raise PermissionError(errno.EACCES, "Permission denied", str(folder))
            return real(path)

        monkeypatch.setattr(os, name, asked)
