"""Foreign programs that tests run as second opinions: ``age``, ``ssh-keygen``, ``unzip``."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def run(program: str, *arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a program and return what it said and how it ended.

    Where the program is not installed the test is skipped with that reason, or fails when ``CI`` is ``true``:
    there a missing second opinion must not go unnoticed.
    """
    path = shutil.which(program)
    if path is None:
        reason = f"{program} is not installed on this machine"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; the tests of the bundle's format need it in CI")
        pytest.skip(reason)
    return subprocess.run(
        [path, *map(str, arguments)], input=stdin, capture_output=True, timeout=60, check=False
    )
