"""Sticks for tests: real small disks where this machine lets a test mount one."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A disk of its own at ``folder``, of ``size`` bytes; skips, saying why, where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    if mounted.returncode:
        assert "permission denied" in mounted.stderr, mounted.stderr
        pytest.skip(f"root may mount no disk here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def grow(disk: Path, size: int) -> None:
    """Make it larger: space was freed."""
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


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
