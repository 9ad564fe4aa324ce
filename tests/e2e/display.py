"""A screen of its own for tests that need a real window: Xvfb, started for one test run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.programs import find


@contextmanager
def virtual_screen(folder: Path) -> Iterator[dict[str, str]]:
    """The environment in which a program's windows appear on a screen of 1366×768."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        [find("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                number = answer.readline().strip()
            yield {
                **os.environ,
                "DISPLAY": f":{number}",
                "QT_QPA_PLATFORM": "xcb",
                "XDG_RUNTIME_DIR": str(folder),
            }
        finally:
            server.terminate()
