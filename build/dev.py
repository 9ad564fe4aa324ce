#!/usr/bin/env python3
"""One command for whoever works on Sổ Sen: set up, run, test, check, measure, package, take pictures.

    python3 build/dev.py run                 set up, then open the sample year as Phú Điền
    python3 build/dev.py run --office 872    the same as the district
    python3 build/dev.py test                set up, then run the whole test suite

It needs Python 3.11 or later and nothing else; what is missing it installs into ``.venv``. The work itself is
done by standard tools: venv, pip, pytest, ruff, mypy, PyInstaller.
"""

from __future__ import annotations

import argparse
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older one may well start this script
    sys.exit("Cần Python 3.11 trở lên. (Python 3.11 or later is needed.)")

import checks
import environment
import machine
import main_job
import release
from common import PYTHON, USAGE, Stop, call, say

DEFAULT_OFFICE = "30067"
"""Phú Điền, the commune whose plan of 2022 is kept in full."""


def setup(options: argparse.Namespace) -> int:
    """Make the machine and the virtual environment ready."""
    environment.prepare(dev=options.dev)
    say("Đã sẵn sàng.", "ready")
    return 0


def run(options: argparse.Namespace) -> int:
    """Open the sample year in a window, or do the main job by commands where there is no screen."""
    environment.prepare(dev=False)
    if machine.has_screen():
        return main_job.open_window(options.office)
    return main_job.without_screen()


def test(options: argparse.Namespace) -> int:
    """Run the test suite; words after the verb go to pytest and then only what they name is run."""
    _prepare_for_tests()
    return checks.run_tests(options.rest, long=options.long)


def faults(options: argparse.Namespace) -> int:
    """Try every fault on a bundle's way, and print what was tried, survived and lost."""
    _prepare_for_tests()
    return call([PYTHON, "-m", "tests.faults", *(["--long"] if options.long else []), *options.rest])


def check(_options: argparse.Namespace) -> int:
    """Run lint, types, layers, translations and unused code."""
    environment.prepare(dev=True)
    return checks.run_checks()


def bench(options: argparse.Namespace) -> int:
    """Measure the figures the program has promised; words after the verb go to the benchmark."""
    _prepare_for_tests()
    return call([PYTHON, "-m", "tests.bench", *options.rest])


def package(options: argparse.Namespace) -> int:
    """Build the folder that is handed to users; with ``--smoke`` use it once."""
    machine.need_programs(machine.PACKAGE_PROGRAMS, required=True)
    machine.need_shared_python()
    environment.prepare(dev=True)
    release.build()
    return release.smoke() if options.smoke else 0


def screens(options: argparse.Namespace) -> int:
    """Take pictures of every screen, as commune and as district, or the one of the README."""
    environment.prepare(dev=False)
    if options.readme:
        return main_job.readme_picture()
    return main_job.take_pictures(options.rest)


def _prepare_for_tests() -> None:
    machine.need_programs(machine.TEST_PROGRAMS, required=False)
    environment.prepare(dev=True)


def parser() -> argparse.ArgumentParser:
    """Return the grammar of the command line."""
    whole = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    for work in (setup, run, test, faults, check, bench, package, screens):
        verb = verbs.add_parser(work.__name__, help=(work.__doc__ or "").splitlines()[0])
        verb.set_defaults(work=work)
        if work is setup:
            verb.add_argument("--dev", action="store_true", help="also what tests, checks and packaging need")
        elif work is run:
            verb.add_argument("--office", default=DEFAULT_OFFICE, metavar="CODE", help="872 for the district")
        elif work in (test, faults):
            verb.add_argument("--long", action="store_true", help="the long form, hours instead of minutes")
        elif work is package:
            verb.add_argument("--smoke", action="store_true", help="use the built program once")
        elif work is screens:
            verb.add_argument("--readme", action="store_true", help="renew the picture in the README")
    return whole


def main(arguments: list[str]) -> int:
    """Do what ``arguments`` say and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without Vietnamese letters.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    options, rest = parser().parse_known_args(arguments)
    options.rest = rest
    if rest and options.verb not in {"test", "faults", "bench", "screens"}:
        parser().error(f"not understood: {' '.join(rest)}")
    try:
        return int(options.work(options))
    except Stop as stop:
        say(stop.vietnamese, stop.english)
        return USAGE
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
