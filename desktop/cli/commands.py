"""The commands: each one use case, said in words or as JSON.

The keys of every JSON document are stable; they are listed in README.md beside this file.  Exit status:
0 done, 2 wrong usage, 3 something was refused (its code is printed; what could be taken was taken).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import groupby

from desktop.cli import words
from desktop.cli.console import DONE, REFUSED, Console
from desktop.cli.enrolment import ENROLMENT, FOUNDING
from desktop.cli.parked import healed_json, run_parked, say_healed
from desktop.cli.receipts import confirm, receipts, tell_signs, tell_warnings
from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import format_bytes, shown_name
from desktop.usecases.check_database import REMEDIES, Finding, check_database
from desktop.usecases.create_sample import create_sample
from desktop.usecases.export_bundle import SentBundle, export_bundles, units_without_readers
from desktop.usecases.import_bundle import BundleOutcome, bundle_files, import_bundles, preview_bundles
from desktop.usecases.inspect_bundle import inspect_bundle
from desktop.usecases.log_refused import log_refused
from desktop.usecases.office import Office, open_office
from desktop.usecases.retry_parked import retry_parked
from desktop.usecases.rewrite_bundle import rewrite_bundle
from desktop.usecases.summarise import SummaryRow, sum_of, summarise
from desktop.usecases.undo_import import undo_import


def _quiet(_done: int, _total: int | None) -> None:
    """Commands finish in seconds: no progress is shown."""


def run_command(options: argparse.Namespace, console: Console) -> int:
    """Do one command; the exit status. Refusals are said, never raised."""
    try:
        if options.command == "sample":
            return _sample(options, console)
        if options.command in FOUNDING:
            return FOUNDING[options.command](options, console)
        # Only sending and receiving need the keys: a computer that lost them still counts and checks.
        with closing(open_office(options.data, options.profile, keys_later=True)) as office:
            return _WITH_OFFICE[options.command](office, options, console)
    except SoSenError as error:
        console.refuse(error)
        return REFUSED


def _sample(options: argparse.Namespace, console: Console) -> int:
    offices = create_sample(options.into, _quiet)
    console.say(words.SAMPLE_MADE, count=len(offices), folder=options.into)
    console.document(
        [
            {"unit": made.unit, "name": made.name, "data": str(made.data), "profile": str(made.profile)}
            for made in offices
        ]
    )
    return DONE


def _export(office: Office, options: argparse.Namespace, console: Console) -> int:
    skipped = [] if options.again else units_without_readers(office)
    if options.again:
        sent = [rewrite_bundle(office, options.again, options.to, _quiet, is_stick=options.stick)]
    else:
        tell_warnings(office, console)
        sent = export_bundles(office, options.to, _quiet, is_stick=options.stick)
    for line in sent:
        console.say(words.SENT, path=line.path, unit=line.unit_name, n=line.n, rows=line.rows, size=line.size)
    for unit, count in Counter(line.unit_name for line in sent).items():
        if count > 1:
            console.say(words.TOGETHER, unit=unit, count=count)
    for one in skipped:
        console.say(words.NO_READER, code=Code.E_NOTHING, unit=one.name)
    signs = tell_signs(options.to, console)
    not_written = [{"unit": one.unit, "unit_name": one.name, "code": str(Code.E_NOTHING)} for one in skipped]
    console.document(
        {"bundles": [_sent_json(line) for line in sent], "not_written": not_written, "signs": signs}
    )
    return REFUSED if skipped else DONE


def _sent_json(line: SentBundle) -> dict[str, object]:
    return {
        "path": str(line.path),
        "unit": line.unit,
        "bundle": line.bundle,
        "n": line.n,
        "rows": line.rows,
        "size": line.size,
        "sha256": line.sha256,
    }


def _inspect(office: Office, options: argparse.Namespace, console: Console) -> int:
    found = inspect_bundle(office, options.file)
    console.say(words.FROM_TO, unit=found.unit_name, device=found.device, n=found.n, to=", ".join(found.to))
    for scope, rows in found.scopes.items():
        console.say(words.CARRIES, scope=scope, rows=rows)
    console.say(words.VERIFIED, commits=found.commits, size=found.size)
    console.document(found.as_json())
    return DONE


def _import(office: Office, options: argparse.Namespace, console: Console) -> int:
    paths = bundle_files(office, options.places)
    if not paths:
        raise SoSenError(Code.E_IO, "no bundle found", path=str(options.places[0]), reason="no_bundle")
    work = preview_bundles if options.preview else import_bundles
    outcomes = work(office, paths, _quiet)
    healed = []
    if not options.preview:
        log_refused(office, outcomes)
        healed = retry_parked(office, _quiet)
    for outcome in outcomes:
        _say_outcome(console, outcome)
    taken = sum(outcome.is_taken for outcome in outcomes)
    refused = len(outcomes) - taken
    say_healed(console, healed)
    console.say(words.PREVIEW_ALL if options.preview else words.TAKEN_ALL, taken=taken, refused=refused)
    console.document(
        {
            "preview": options.preview,
            "taken": taken,
            "refused": refused,
            "bundles": [_outcome_json(outcome) for outcome in outcomes],
            "healed": healed_json(healed),
        }
    )
    return REFUSED if refused else DONE


def _say_outcome(console: Console, outcome: BundleOutcome) -> None:
    if outcome.error is not None:
        why = console.why(outcome.error) if not console.as_json else ""
        console.say(words.REFUSED, code=outcome.code, name=shown_name(outcome.path), why=why)
        return
    result = outcome.result
    console.say(
        words.TAKEN,
        code=outcome.code,
        name=shown_name(outcome.path),
        unit=outcome.unit_name,
        n=outcome.n,
        new=result.new.total(),
        changed=result.changed.total(),
    )
    if outcome.files:
        console.say(words.FILES, count=outcome.files)
    if outcome.confirmed:
        console.say(words.ARRIVED, count=outcome.confirmed)
    if result.conflicts:
        console.say(words.CONFLICTS, count=result.conflicts)


def _outcome_json(outcome: BundleOutcome) -> dict[str, object]:
    result = outcome.result
    return {
        "path": str(outcome.path),
        "code": str(outcome.code),
        "detail": outcome.error.detail if outcome.error else "",
        "bundle": outcome.bundle,
        "unit": outcome.unit,
        "unit_name": outcome.unit_name,
        "n": outcome.n,
        "made": outcome.made,
        "rows": outcome.rows,
        "new": dict(result.new),
        "changed": dict(result.changed),
        "unchanged": dict(result.unchanged),
        "conflicts": result.conflicts,
        "files": outcome.files,
        "confirmed": outcome.confirmed,
        "parked": outcome.is_parked,
    }


def _undo_import(office: Office, options: argparse.Namespace, console: Console) -> int:
    undone = undo_import(office, options.bundle)
    console.say(words.UNDONE, unit=undone.unit_name, n=undone.n)
    console.document(
        {"bundle": undone.bundle, "unit": undone.unit, "n": undone.n, "tables": sorted(undone.tables)}
    )
    return DONE


def _summary(office: Office, options: argparse.Namespace, console: Console) -> int:
    rows = summarise(office, options.by)
    console.document([row.as_json() for row in rows])
    if not console.as_json:
        _say_table(console, [*rows, sum_of(rows, console.words(words.SUM))])
    return DONE


def _say_table(console: Console, rows: list[SummaryRow]) -> None:
    table = [[console.words(head) for _key, head in words.SUMMARY_HEADS]]
    for row in rows:
        tasks = row.tasks
        name = console.words(words.STATES[row.key]) if row.key in words.STATES else row.name
        figures = (
            row.plans,
            tasks.total,
            tasks.completed,
            tasks.open_overdue,
            tasks.due_soon,
            row.targets,
            row.solutions,
        )
        table.append([name, *(str(figure) for figure in figures)])
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    for line in table:
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        console.say("{line}", line="  ".join(cells))


def _doctor(office: Office, options: argparse.Namespace, console: Console) -> int:
    report = check_database(office, _quiet)
    if report.is_sound:
        console.say(words.SOUND, rows=sum(report.rows.values()), sqlite=report.settings["sqlite"])
    else:
        console.say(words.UNSOUND, count=len(report.findings))
        _say_findings(console, report.findings)
    if report.scarce is not None:
        console.say(words.SCARCE, free=format_bytes(report.scarce))
    console.document(report.as_json())
    return DONE if report.is_sound else REFUSED


def _say_findings(console: Console, findings: list[Finding]) -> None:
    """What is wrong, where, and once for each remedy what to do."""
    for remedy, found in groupby(
        sorted(findings, key=lambda one: REMEDIES[one.damage]), key=lambda one: REMEDIES[one.damage]
    ):
        for one in found:
            damage = console.words(words.DAMAGES[one.damage])
            console.say(words.FAULT, damage=damage, place=one.place, detail=one.detail)
        console.say(words.REMEDIES[remedy])


_WITH_OFFICE: Mapping[str, Callable[[Office, argparse.Namespace, Console], int]] = {
    "confirm": confirm,
    "receipts": receipts,
    "export": _export,
    "inspect": _inspect,
    "import": _import,
    "parked": run_parked,
    "undo-import": _undo_import,
    "summary": _summary,
    "doctor": _doctor,
    **ENROLMENT,
}
