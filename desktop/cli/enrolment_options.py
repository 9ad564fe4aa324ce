"""What may be typed to found an office, enrol computers, report them lost and join."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Command = Callable[[str, str], argparse.ArgumentParser]
"""Adds a command of a name, with what it does in words."""

_GROUPS = "the last two groups of four digits, or all six"


def add_enrolment(command: Command) -> None:
    """Add the commands."""
    _add_founding(command)
    _add_asking(command)
    _add_office(command)


def _add_founding(command: Command) -> None:
    found = command(
        "found", "found an upper office (with --units), or a computer that is still to be enrolled"
    )
    found.add_argument("--unit", required=True, metavar="ID", help="unit id, such as 30067-19840306")
    found.add_argument("--user", required=True, metavar="NAME", help="who is named in the history")
    found.add_argument("--label", default="may1", help="what the computer is called: letters and digits")
    found.add_argument("--name", default="", help="the upper office's name")
    found.add_argument(
        "--units", type=Path, metavar="FILE", help="its units: code, name, first day, telephone; a line each"
    )
    renew = command("renew-keys", "new keys for data whose keys are gone; it is to be enrolled again")
    renew.add_argument("--replace", action="store_true", help="also keys that fit: it was reported lost")
    renew.add_argument("--label", default="", help="what the computer is called from now on")


def _add_asking(command: Command) -> None:
    request = command("request", "write this computer's request to be enrolled, and its 24 digits")
    request.add_argument("--to", type=Path, required=True, metavar="DIR")
    join = command("join", "take the office's first bundle; without --digits only look at it")
    join.add_argument("place", type=Path, metavar="FILE|DIR")
    join.add_argument("--digits", default="", help="of the office's letter, all six groups")


def _add_office(command: Command) -> None:
    requests = command("requests", "the requests in files and folders, and how they stand")
    requests.add_argument("places", type=Path, nargs="+", metavar="FILE|DIR")
    approve = command("approve", "enrol the computer of a request, after the telephone call")
    approve.add_argument("file", type=Path, metavar="FILE")
    approve.add_argument("--digits", required=True, help=f"as they were read out: {_GROUPS}")
    approve.add_argument("--label", default="", help="another name for the computer than it asks for")
    command("devices", "the enrolled computers, the lost ones last")
    lost = command("report-lost", "take nothing new from a computer from now on")
    lost.add_argument("device", metavar="DEVICE", help="its id, such as d-8ce15c3bb1f8cd35")
    command("letter", "the office's 24 digits, for its official letter")
    signers = command("signers", "write the enrolled computers as a file for ssh-keygen -Y verify")
    signers.add_argument("--to", type=Path, metavar="DIR", help="instead of the outbox")
    units = command("unit-list", "write the file with which communes pick their unit on the first day")
    units.add_argument("--to", type=Path, required=True, metavar="DIR")
    listed = command("units", "the office's units; with an option the list is changed first")
    one = listed.add_mutually_exclusive_group()
    one.add_argument("--add", type=Path, metavar="FILE", help="code, name, first day, telephone; a line each")
    one.add_argument("--rename", nargs=2, metavar=("UNIT", "NAME"), help="another name for a unit")
    one.add_argument("--successor", nargs=2, metavar=("UNIT", "UNIT"), help="the first goes on as the second")
    spare = command("spare-key", "write the spare root key to a stick for the safe, and remove it here")
    spare.add_argument("--to", type=Path, required=True, metavar="DIR")
    recover = command("recover", "with the spare root key: new root keys on this computer of the office")
    recover.add_argument("--spare", type=Path, required=True, metavar="FILE", help="from the safe")
    recover.add_argument("--lost", nargs="*", default=[], metavar="DEVICE", help="computers that are lost")
