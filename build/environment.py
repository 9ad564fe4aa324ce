"""The virtual environment in the checkout: made once, filled from a lock file, then left alone.

A lock file holds versions and hashes for every system; pip refuses anything else. A stamp in the environment
holds the hashes of the lock files that it was filled from, so that a second run costs nothing.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import machine
import translations
from common import PYTHON, ROOT, VENV, Stop, must, say

RUN_LOCK = ROOT / "requirements.txt"
DEV_LOCK = ROOT / "requirements-dev.txt"
STAMP = VENV / "locks-installed.txt"


def prepare(*, dev: bool) -> None:
    """Make the machine and the environment ready to run the program, or with ``dev`` to test and package it.

    Raises:
        Stop: something is missing that only the person at the keyboard can supply.
    """
    machine.need_venv()
    machine.need_qt()
    # The longer list contains the shorter one (a test keeps it so), so it fills the stamp of both.
    locks = [RUN_LOCK, DEV_LOCK] if dev else [RUN_LOCK]
    if not _works() or not _stamped(locks):
        _fill(locks)
    translations.compile_all()


def _works() -> bool:
    """Tell whether the environment's own Python starts: the one it was made from may be gone."""
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-c", "import pip"], check=False, capture_output=True).returncode == 0


def _digest(lock: Path) -> str:
    # Line ends differ between checkouts on Windows and Linux; they mean nothing here.
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _stamped(locks: list[Path]) -> bool:
    known = STAMP.read_text(encoding="ascii").split() if STAMP.exists() else []
    return all(_digest(lock) in known for lock in locks)


def _fill(locks: list[Path]) -> None:
    say(
        "Chuẩn bị môi trường chạy (chỉ lần đầu, cần mạng, khoảng vài phút)…",
        "preparing the environment (first time only, needs the network, a few minutes)…",
    )
    if not _works():
        must([sys.executable, "-m", "venv", "--clear", VENV])
    # Without compiled modules matplotlib takes three times as long to import.
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--quiet",
        "--compile",
    ]
    try:
        must([*pip, "--require-hashes", "--only-binary=:all:", "-r", locks[-1]])
    except Stop as stop:
        raise Stop(
            "Không tải được các gói phần mềm. Xin kiểm tra kết nối mạng rồi chạy lại lệnh này.",
            "the packages could not be installed; check the network and run this command again",
        ) from stop
    STAMP.write_text("".join(f"{_digest(lock)}\n" for lock in locks), encoding="ascii")
