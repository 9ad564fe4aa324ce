"""The log is written whatever Windows holds, and a program without an error stream starts all the same."""

from __future__ import annotations

import errno
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app import log_file
from desktop.app.log_file import open_log_file
from tests.helpers.source_tree import ROOT

WINDOWED = """
import faulthandler, sys
from pathlib import Path
sys.stdout = sys.stderr = None
from desktop.app.log import start_log
from desktop.app.main import run
from desktop.app.places import Places
home = Path(sys.argv[1])
start_log(Places(home / "data", home / "profile"))
assert faulthandler.is_enabled()
try:
    run(["--version"])
except SystemExit as end:
    assert end.code == 0
faulthandler._sigsegv()
"""


def test_a_program_with_a_window_has_no_error_stream_on_windows(tmp_path: Path) -> None:
    """It starts, what it prints goes nowhere, and a crash of a library is written beside the log."""
    done = subprocess.run(
        [sys.executable, "-c", WINDOWED, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Error" not in done.stderr
    assert "Segmentation fault" in (tmp_path / "data" / "logs" / "crash.log").read_text(encoding="utf-8")


def test_a_log_that_another_program_holds_goes_on_in_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows renames no open file; no line is lost by it, and the next one that can begins a new file."""
    monkeypatch.setattr(log_file, "_SIZE", 200)
    handler = open_log_file(tmp_path / "sosen.log")

    def held(_handler: object, source: str, _target: str) -> None:
        raise PermissionError(errno.EACCES, "in use", source)

    def write(number: int) -> None:
        handler.handle(logging.LogRecord("x", logging.INFO, "", 0, f"line {number} {'x' * 60}", None, None))

    with monkeypatch.context() as patched:
        patched.setattr(type(handler), "rotate", held)
        for number in range(6):
            write(number)
    told = (tmp_path / "sosen.log").read_text(encoding="utf-8")
    assert [f"line {number}" in told for number in range(6)] == [True] * 6
    write(6)
    handler.close()
    assert "line 6" in (tmp_path / "sosen.log").read_text(encoding="utf-8")
    assert (tmp_path / "sosen.log.1").exists()
