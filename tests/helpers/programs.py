"""Foreign programs that tests run as second opinions: ``age``, ``ssh-keygen``, ``unzip``."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def find(program: str) -> str:
    """The path of a program.

    Where it is not installed the test is skipped with that reason, or fails when ``CI`` is ``true``: there a
    missing second opinion must not go unnoticed.
    """
    path = shutil.which(program)
    if path is None:
        reason = f"{program} is not installed on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; CI does without none of its tests")
        pytest.skip(reason)
    return path


def run(program: str, *arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a program (see ``find``) and return what it said and how it ended."""
    return subprocess.run(
        [find(program), *map(str, arguments)], input=stdin, capture_output=True, timeout=60, check=False
    )
