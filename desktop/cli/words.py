"""The words that the command line says, as English sources; the program translates them when it prints.

Nothing here needs Qt: ``desktop.app`` hands in how to translate.
"""

from __future__ import annotations

from typing import Protocol

from desktop.domain.errors import SoSenError


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a literal for translation and hand it back as it is."""
    return text


class Speaker(Protocol):
    """How words reach the person: in the language of the program."""

    def translate(self, source: str) -> str:
        """A word of the context ``Cli`` in the language in force."""

    def explain(self, error: SoSenError) -> list[str]:
        """What happened, what is safe, what to do next."""


SAMPLE_MADE = QT_TRANSLATE_NOOP("Cli", "{count} offices of the sample year are in {folder}.")
SENT = QT_TRANSLATE_NOOP("Cli", "{path}: for {unit}, number {n}, {rows} rows, {size} bytes, read back.")
TAKEN = QT_TRANSLATE_NOOP("Cli", "{code} {name}: {unit}, number {n}, {new} new, {changed} changed rows.")
REFUSED = QT_TRANSLATE_NOOP("Cli", "{code} {name}: {why}")
CONFLICTS = QT_TRANSLATE_NOOP(
    "Cli", "    {count} values differ between two computers; the window lists them."
)
TAKEN_ALL = QT_TRANSLATE_NOOP("Cli", "{taken} bundles taken, {refused} refused.")
PREVIEW_ALL = QT_TRANSLATE_NOOP("Cli", "Only looked at: {taken} could be taken, {refused} refused.")
UNDONE = QT_TRANSLATE_NOOP("Cli", "Undone: {unit}, number {n}. The bundle can be taken again.")
NO_BUNDLES = QT_TRANSLATE_NOOP("Cli", "There is no bundle in {folder}.")
WARN_LARGE = QT_TRANSLATE_NOOP(
    "Cli",
    "{unit}: the bundle has become large because nothing is confirmed; take a bundle of that unit first.",
)
WARN_SILENT = QT_TRANSLATE_NOOP(
    "Cli", "{unit} has confirmed nothing for {days} days; call and ask for the code."
)
SIGN = QT_TRANSLATE_NOOP("Cli", "Sign of a virus on the stick ({sign}), not touched: {names}")
RECEIPT = QT_TRANSLATE_NOOP("Cli", "{receipt}  {unit}, number {n}, {moment}, {rows} rows")
NO_RECEIPTS = QT_TRANSLATE_NOOP("Cli", "No bundle has been taken here yet.")
CONFIRMED = QT_TRANSLATE_NOOP("Cli", "{unit} has received bundle number {n}.")
FROM_TO = QT_TRANSLATE_NOOP("Cli", "From {unit}, computer {device}, number {n}; for {to}.")
CARRIES = QT_TRANSLATE_NOOP("Cli", "{scope}: {rows} rows")
VERIFIED = QT_TRANSLATE_NOOP("Cli", "Signature and content are whole: {commits} actions, {size} bytes.")
SOUND = QT_TRANSLATE_NOOP("Cli", "The data is sound: {rows} records, SQLite {sqlite}.")
UNSOUND = QT_TRANSLATE_NOOP("Cli", "The data has {count} faults; restore the newest backup, or ask for help:")
FAULT = QT_TRANSLATE_NOOP("Cli", "{damage}: {place} {detail}")

SUMMARY_HEADS = (
    ("name", QT_TRANSLATE_NOOP("Cli", "Name")),
    ("plans", QT_TRANSLATE_NOOP("Cli", "Plans")),
    ("tasks", QT_TRANSLATE_NOOP("Cli", "Tasks")),
    ("completed", QT_TRANSLATE_NOOP("Cli", "Done")),
    ("overdue", QT_TRANSLATE_NOOP("Cli", "Overdue")),
    ("due_soon", QT_TRANSLATE_NOOP("Cli", "Due soon")),
    ("targets", QT_TRANSLATE_NOOP("Cli", "Targets")),
    ("solutions", QT_TRANSLATE_NOOP("Cli", "Solutions")),
)
SUM = QT_TRANSLATE_NOOP("Cli", "Sum")

STATES = {
    "not_started": QT_TRANSLATE_NOOP("Cli", "Not started"),
    "in_progress": QT_TRANSLATE_NOOP("Cli", "In progress"),
    "pending_confirmation": QT_TRANSLATE_NOOP("Cli", "Pending confirmation"),
    "completed": QT_TRANSLATE_NOOP("Cli", "Completed"),
    "suspended": QT_TRANSLATE_NOOP("Cli", "Suspended"),
    "cancelled": QT_TRANSLATE_NOOP("Cli", "Cancelled"),
}
"""How the states of a task are called; the JSON keeps their names."""

NOT_UNDERSTOOD = QT_TRANSLATE_NOOP(
    "Cli", "The command was not understood. “{program} --help” says what can be typed."
)
