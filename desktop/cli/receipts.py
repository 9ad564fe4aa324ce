"""The commands around receipts, and what is said beside writing: warnings and signs of a virus."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli import words
from desktop.cli.console import DONE, Console
from desktop.domain.formats import format_moment
from desktop.domain.receipt_code import format_receipt
from desktop.usecases.check_stick import check_stick
from desktop.usecases.describe_sending import SendingWarning, describe_sending
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names
from desktop.usecases.receipts import confirm_code, given_receipts


def receipts(office: Office, options: argparse.Namespace, console: Console) -> int:
    """List the codes to tell the senders."""
    found = given_receipts(office, unit_names(office), options.unit)
    for line in found:
        console.say(
            words.RECEIPT,
            receipt=format_receipt(line.receipt),
            unit=line.unit_name,
            n=line.n,
            moment=format_moment(line.at),
            rows=line.rows,
        )
    if not found:
        console.say(words.NO_RECEIPTS)
    console.document([line.as_json() for line in found])
    return DONE


def confirm(office: Office, options: argparse.Namespace, console: Console) -> int:
    """Take a code that the receiver read out."""
    sent = confirm_code(office, " ".join(options.receipt))
    line, receipt = sent.bundle, sent.receipt
    unit = unit_names(office).get(line.unit, line.unit)
    console.say(words.CONFIRMED, unit=unit, n=line.n)
    at = receipt.at if receipt is not None else 0
    console.document({"bundle": line.bundle, "unit": line.unit, "unit_name": unit, "n": line.n, "at": at})
    return DONE


def tell_warnings(office: Office, console: Console) -> None:
    """Say where receipts are missing: the bundles grow until one comes."""
    if console.as_json:
        return
    for part in describe_sending(office):
        if SendingWarning.LARGE in part.warnings:
            console.say(words.WARN_LARGE, unit=part.unit_name)
        if SendingWarning.SILENT in part.warnings:
            console.say(words.WARN_SILENT, unit=part.unit_name, days=part.silent_days)


def tell_signs(target: Path, console: Console) -> list[dict[str, object]]:
    """Say which signs of a virus lie where the bundle was written."""
    if not target.is_dir():
        return []
    signs = check_stick(target).signs
    for sign, names in signs:
        console.say(words.SIGN, sign=sign, names=", ".join(names))
    return [{"sign": str(sign), "names": list(names)} for sign, names in signs]
