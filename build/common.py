"""What every script in this folder shares: where things lie, how to start a program, how to say something.

Standard library only: these scripts run before anything is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out"
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
MAIN = ROOT / "main.py"

FAILED = 1
USAGE = 2


class Stop(Exception):  # noqa: N818 - it ends the run, as SystemExit does
    """Ends the run with a sentence for the person at the keyboard.

    Args:
        vietnamese: what is wrong and the one thing to do about it.
        english: the same in English.
    """

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(english)
        self.vietnamese = vietnamese
        self.english = english


def say(vietnamese: str, english: str) -> None:
    """Print one message in both languages, at once even where output is collected."""
    print(f"» {vietnamese}\n  ({english})", flush=True)


def tool(name: str) -> Path:
    """Return the path of a program that the virtual environment carries, such as ``pyside6-lrelease``."""
    return SCRIPTS / (f"{name}.exe" if WINDOWS else name)


def call(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run ``command`` in the checkout with its output on this screen and return its exit status."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env={**os.environ, **(env or {})}, check=False).returncode


def must(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
    """Run ``command`` as `call` does.

    Raises:
        Stop: it ended with another status than 0.
    """
    status = call(command, env)
    if status:
        line = " ".join(str(word) for word in command)
        raise Stop(
            f"Lệnh sau không thành công (mã {status}): {line}", f"this command failed with {status}: {line}"
        )
