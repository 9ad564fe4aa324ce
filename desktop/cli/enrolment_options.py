"""What may be typed to found an office, enrol computers, report them lost and join."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop.domain.marks import QT_TRANSLATE_NOOP

Command = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command of a name, with what it does in words."""


def add_enrolment(command: Command) -> None:
    """Add the commands."""
    _add_founding(command)
    _add_asking(command)
    _add_approving(command)
    _add_papers(command)
    _add_units(command)
    _add_root(command)


def _add_founding(command: Command) -> None:
    found = command(
        "found",
        QT_TRANSLATE_NOOP(
            "Cli", "found an upper office (with --units), or a computer that is still to be enrolled"
        ),
    )
    found.add_argument(
        "--unit",
        required=True,
        metavar="ID",
        help=QT_TRANSLATE_NOOP("Cli", "unit id, such as 30067-19840306"),
    )
    found.add_argument(
        "--user", required=True, metavar="NAME", help=QT_TRANSLATE_NOOP("Cli", "who is named in the history")
    )
    found.add_argument(
        "--label",
        default="may1",
        help=QT_TRANSLATE_NOOP("Cli", "what the computer is called: letters and digits"),
    )
    found.add_argument("--name", default="", help=QT_TRANSLATE_NOOP("Cli", "the upper office's name"))
    found.add_argument(
        "--units",
        type=Path,
        metavar="FILE",
        help=QT_TRANSLATE_NOOP("Cli", "its units: code, name, first day, telephone; a line each"),
    )
    renew = command(
        "renew-keys",
        QT_TRANSLATE_NOOP("Cli", "new keys for data whose keys are gone; it is to be enrolled again"),
    )
    renew.add_argument(
        "--replace",
        action="store_true",
        help=QT_TRANSLATE_NOOP("Cli", "also keys that fit: it was reported lost"),
    )
    renew.add_argument(
        "--label", default="", help=QT_TRANSLATE_NOOP("Cli", "what the computer is called from now on")
    )


def _add_asking(command: Command) -> None:
    request = command(
        "request", QT_TRANSLATE_NOOP("Cli", "write this computer's request to be enrolled, and its 24 digits")
    )
    request.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help=QT_TRANSLATE_NOOP("Cli", "a stick or folder")
    )
    join = command(
        "join", QT_TRANSLATE_NOOP("Cli", "take the office's first bundle; without --digits only look at it")
    )
    join.add_argument(
        "place",
        type=Path,
        metavar="FILE|DIR",
        help=QT_TRANSLATE_NOOP("Cli", "the first bundle, or where it lies"),
    )
    join.add_argument(
        "--digits", default="", help=QT_TRANSLATE_NOOP("Cli", "of the office's letter, all six groups")
    )


def _add_approving(command: Command) -> None:
    requests = command(
        "requests", QT_TRANSLATE_NOOP("Cli", "the requests in files and folders, and how they stand")
    )
    requests.add_argument(
        "places",
        type=Path,
        nargs="+",
        metavar="FILE|DIR",
        help=QT_TRANSLATE_NOOP("Cli", "requests, or where they lie"),
    )
    approve = command(
        "approve", QT_TRANSLATE_NOOP("Cli", "enrol the computer of a request, after the telephone call")
    )
    approve.add_argument("file", type=Path, metavar="FILE", help=QT_TRANSLATE_NOOP("Cli", "the request"))
    approve.add_argument(
        "--digits",
        required=True,
        help=QT_TRANSLATE_NOOP(
            "Cli", "as they were read out: the last two groups of four digits, or all six"
        ),
    )
    approve.add_argument(
        "--label", default="", help=QT_TRANSLATE_NOOP("Cli", "another name for the computer than it asks for")
    )
    command("devices", QT_TRANSLATE_NOOP("Cli", "the enrolled computers, the lost ones last"))
    lost = command("report-lost", QT_TRANSLATE_NOOP("Cli", "take nothing new from a computer from now on"))
    lost.add_argument(
        "device", metavar="DEVICE", help=QT_TRANSLATE_NOOP("Cli", "its id, such as d-8ce15c3bb1f8cd35")
    )


def _add_papers(command: Command) -> None:
    command("letter", QT_TRANSLATE_NOOP("Cli", "the office's 24 digits, for its official letter"))
    signers = command(
        "signers", QT_TRANSLATE_NOOP("Cli", "write the enrolled computers as a file for ssh-keygen -Y verify")
    )
    signers.add_argument(
        "--to", type=Path, metavar="DIR", help=QT_TRANSLATE_NOOP("Cli", "instead of the outbox")
    )
    units = command(
        "unit-list",
        QT_TRANSLATE_NOOP("Cli", "write the file with which communes pick their unit on the first day"),
    )
    units.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help=QT_TRANSLATE_NOOP("Cli", "a stick or folder")
    )


def _add_units(command: Command) -> None:
    listed = command(
        "units", QT_TRANSLATE_NOOP("Cli", "the office's units; with an option the list is changed first")
    )
    one = listed.add_mutually_exclusive_group()
    one.add_argument(
        "--add",
        type=Path,
        metavar="FILE",
        help=QT_TRANSLATE_NOOP("Cli", "code, name, first day, telephone; a line each"),
    )
    one.add_argument(
        "--rename",
        nargs=2,
        metavar=("UNIT", "NAME"),
        help=QT_TRANSLATE_NOOP("Cli", "another name for a unit"),
    )
    one.add_argument(
        "--successor",
        nargs=2,
        metavar=("UNIT", "UNIT"),
        help=QT_TRANSLATE_NOOP("Cli", "the first goes on as the second"),
    )


def _add_root(command: Command) -> None:
    spare = command(
        "spare-key",
        QT_TRANSLATE_NOOP("Cli", "write the spare root key to a stick for the safe, and remove it here"),
    )
    spare.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="DIR",
        help=QT_TRANSLATE_NOOP("Cli", "the stick for the safe"),
    )
    recover = command(
        "recover",
        QT_TRANSLATE_NOOP("Cli", "with the spare root key: new root keys on this computer of the office"),
    )
    recover.add_argument(
        "--spare", type=Path, required=True, metavar="FILE", help=QT_TRANSLATE_NOOP("Cli", "from the safe")
    )
    recover.add_argument(
        "--lost",
        nargs="*",
        default=[],
        metavar="DEVICE",
        help=QT_TRANSLATE_NOOP("Cli", "computers that are lost"),
    )
