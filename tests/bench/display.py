"""A screen of its own for measurements: the start of a program is measured as a user sees it, with X11."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_WAIT_SECONDS = 60


@contextmanager
def screen(place: Path) -> Iterator[dict[str, str]]:
    """An Xvfb of 1366×768; the environment for programs to be drawn on it.

    Compiled modules are kept, as an installed program has them, in a folder of the measurement.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        ready, _out, _err = select.select([reading], [], [], _WAIT_SECONDS)
        number = os.read(reading, 16).decode().strip() if ready else ""
        if not number:
            raise RuntimeError("Xvfb did not start")
        environment = {**os.environ, "DISPLAY": f":{number}", "PYTHONPYCACHEPREFIX": str(place / "compiled")}
        for name in ("QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        yield environment
    finally:
        os.close(reading)
        server.terminate()
        server.wait()


def first_line(command: Sequence[str | Path], environment: Mapping[str, str]) -> tuple[float, str]:
    """Start a program: the seconds until its first line of output, and that line."""
    start = time.perf_counter()
    program = subprocess.Popen(
        [str(part) for part in command],
        env=dict(environment),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    line = program.stdout.readline()
    took = time.perf_counter() - start
    _rest, complaints = program.communicate(timeout=_WAIT_SECONDS)
    if not line:
        raise RuntimeError(f"{command[0]} said nothing: {complaints[-2000:]}")
    return took, line
