"""Which tools judge the project, in which order, and with what verdict."""

from __future__ import annotations

import time
from pathlib import Path

from common import FAILED, MAIN, PYTHON, ROOT, call, tool

SUITES: tuple[tuple[list[str], list[str]], ...] = (
    (["tests/unit"], ["-n", "2"]),
    (["tests/offices"], ["-n", "2"]),
    (["tests/ui"], ["-n", "2", "-m", "not alone"]),
    (["tests/ui"], ["-m", "alone"]),
    (["tests/e2e"], []),
    (["tests/faults"], ["-n", "2"]),
)
"""The test suite in the order it runs, quick parts first: folders, and options of pytest for them."""


def run_tests(words: list[str], *, long: bool) -> int:
    """Run the whole suite, or what the ``words`` for pytest name; return the first failing exit status."""
    options = ["--long", "--timeout=0"] if long else []
    if any((ROOT / word.partition("::")[0]).exists() for word in words if not word.startswith("-")):
        return call([PYTHON, "-m", "pytest", *options, *words])
    verdict = 0
    for folders, extra in SUITES:
        present = [folder for folder in folders if any((ROOT / folder).rglob("test_*.py"))]
        if present:
            status = call([PYTHON, "-m", "pytest", *extra, *options, *words, *present])
            verdict = verdict or status
    return verdict


def run_checks() -> int:
    """Run every check to its end, print the verdicts, and return 1 when one failed."""
    verdicts: list[tuple[str, float, bool]] = []
    for name, command in _checks():
        print(f"── {name}", flush=True)
        start = time.monotonic()
        passed = call(command) == 0
        verdicts.append((name, time.monotonic() - start, passed))
    print()
    for name, seconds, passed in verdicts:
        print(f"{'passed' if passed else 'FAILED':7} {name:24} {seconds:5.1f} s")
    return 0 if all(passed for _name, _seconds, passed in verdicts) else FAILED


_ON_WINDOWS = ("--platform", "win32", "--no-warn-unreachable", "--cache-dir", ".mypy_cache/windows")
"""Where the program is used: a call that only Linux has is found although nothing runs there. What follows an
``if sys.platform == "win32"`` with a return cannot be reached there, which is meant."""


def _checks() -> list[tuple[str, list[str | Path]]]:
    scripts = sorted((ROOT / "build").glob("*.py"))
    pytest: list[str | Path] = [PYTHON, "-m", "pytest", "-q"]
    return [
        ("lint", [tool("ruff"), "check", "."]),
        ("format", [tool("ruff"), "format", "--check", "."]),
        ("types", [PYTHON, "-m", "mypy", "desktop", "tests", *([MAIN] if MAIN.exists() else []), *scripts]),
        ("types on Windows", [PYTHON, "-m", "mypy", *_ON_WINDOWS, "desktop"]),
        ("dependencies", [tool("deptry"), "desktop"]),
        ("unused code", [PYTHON, "-m", "vulture"]),
        ("layers and shape", [*pytest, "tests/unit/test_layers.py", "tests/unit/test_shape.py"]),
        ("translations", [PYTHON, ROOT / "build" / "translations.py", "check"]),
    ]
