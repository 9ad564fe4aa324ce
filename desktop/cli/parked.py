"""The command ``parked``: what is kept aside, tried again or given up."""

from __future__ import annotations

import argparse

from desktop.cli import words
from desktop.cli.console import DONE, Console
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.office import Office
from desktop.usecases.parking import ParkedLine, drop_parked, list_parked
from desktop.usecases.retry_parked import retry_parked


def run_parked(office: Office, options: argparse.Namespace, console: Console) -> int:
    """List the parked bundles, after trying them again or giving one up where that was asked for."""
    if options.drop is not None:
        drop_parked(office, options.drop)
    taken = retry_parked(office, _quiet) if options.retry else []
    waiting = list_parked(office)
    say_healed(console, taken)
    for line in waiting:
        who = line.unit_name or line.device
        why = console.why(SoSenError(line.code, reason=line.reason))
        console.say(words.PARKED, id=line.id, code=line.code, name=line.file_name, who=who, why=why)
    if not waiting:
        console.say(words.NOTHING_PARKED)
    console.document({"taken": healed_json(taken), "parked": [_json(line) for line in waiting]})
    return DONE


def _quiet(_done: int, _total: int | None) -> None:
    """No progress is shown."""


def say_healed(console: Console, taken: list[BundleOutcome]) -> None:
    """Tell of the bundles that had waited and were taken by themselves."""
    for one in taken:
        said = words.HEALED if one.code is Code.OK else words.CLOSED
        console.say(said, code=one.code, unit=one.unit_name, n=one.n)


def healed_json(taken: list[BundleOutcome]) -> list[dict[str, object]]:
    """The same for a program."""
    return [
        {"code": str(one.code), "bundle": one.bundle, "unit": one.unit, "n": one.n, "rows": one.rows}
        for one in taken
    ]


def _json(line: ParkedLine) -> dict[str, object]:
    return {
        "id": line.id,
        "code": str(line.code),
        "next_step": str(line.next_step),
        "unit": line.unit,
        "unit_name": line.unit_name,
        "device": line.device,
        "n": line.n,
        "made": line.made,
        "file_name": line.file_name,
        "size": line.size,
        "since": line.since,
        "tried_at": line.tried_at,
    }
