"""The folder that is handed to users: built by PyInstaller from ``so_sen.spec``, measured, and used once.

One folder and not one file: it starts seven times faster, leaves the Qt libraries exchangeable as their
licence asks, and worries virus scanners less.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import main_job
from common import FAILED, MAIN, OUT, PYTHON, ROOT, WINDOWS, Stop, must, say

SPEC = ROOT / "build" / "so_sen.spec"
WORK = OUT / "package-work"
DIST = OUT / "package"
FOLDER = DIST / "so-sen"
PROGRAM = FOLDER / ("so-sen-cmd.exe" if WINDOWS else "so-sen")
WINDOW = FOLDER / ("so-sen.exe" if WINDOWS else "so-sen")
"""What a clerk starts: on Windows another program than the one for commands, without a console."""

SIZE_LIMIT_MB = 170 if WINDOWS else 330
"""Promised size of the folder, in millions of bytes; on Windows of its binaries."""


def build() -> None:
    """Build the folder anew and print its size beside the limit.

    Raises:
        Stop: the program's own code is missing, or PyInstaller failed.
    """
    if not MAIN.exists():
        raise Stop("Chưa có main.py.", "there is no main.py yet")
    must([PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
          "--workpath", WORK, "--distpath", DIST, SPEC])  # fmt: skip
    size = folder_size(FOLDER) / 1e6
    verdict = "met" if size <= SIZE_LIMIT_MB else "MISSED"
    print(f"P13 packaged folder: {size:.0f} MB, limit {SIZE_LIMIT_MB} MB, {verdict}", flush=True)
    say(f"Thư mục chương trình: {FOLDER}", f"the program's folder is {FOLDER}")


def folder_size(folder: Path) -> int:
    """Return the bytes of all files below ``folder``, a linked file counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def smoke() -> int:
    """Do the main job with the built program, open its window, draw its screens, read its settings back.

    The program is copied away from the checkout first, so that it cannot live on files that only stand there.
    """
    place = OUT / "smoke"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(FOLDER, place / "program", symlinks=True)
    program: list[str | Path] = [place / "program" / PROGRAM.name]
    main_job.do_main_job(program, place)
    sample = place / "sample"
    for code in (main_job.COMMUNE, main_job.DISTRICT):
        home = sample / code
        start = [*program, "--data", home / "data", "--profile", home / "profile"]
        main_job.show([*start, "doctor"])
        main_job.show([*start, "screens", "--into", place / "screens" / code])
        until_painted = {"SOSEN_MARK_FIRST_PAINT": "1", "QT_QPA_PLATFORM": "offscreen"}
        must([place / "program" / WINDOW.name, *start[1:]], until_painted)
    return judge(program, sample, place / "screens")


def judge(program: list[str | Path], sample: Path, pictures: Path) -> int:
    """Hold what the built program counts at the district against what it counts in each commune.

    Returns:
        0 when each commune's own line of the summary stands at the district too, and there are pictures.
    """
    communes = sorted(path for path in sample.iterdir() if path.is_dir() and path.name != main_job.DISTRICT)
    held = [row for home in communes for row in _summary(program, home) if row["unit"].startswith(home.name)]
    counted = _summary(program, sample / main_job.DISTRICT)
    missing = [row for row in held if row not in counted]
    drawn = sum(1 for _picture in pictures.rglob("*.png"))
    print(
        f"smoke: {len(held)} lines of {len(communes)} communes, {len(missing)} not so at the district",
        flush=True,
    )
    print(f"smoke: {drawn} pictures in {pictures}", flush=True)
    return 0 if len(held) >= len(communes) > 0 and drawn and not missing else FAILED


def _summary(program: list[str | Path], home: Path) -> list[dict[str, Any]]:
    words = [*program, "--data", home / "data", "--profile", home / "profile", "summary", "--json"]
    done = subprocess.run([str(word) for word in words], check=True, capture_output=True)
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows
