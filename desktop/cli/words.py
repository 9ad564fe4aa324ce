"""The words that the command line says, as English sources; the program translates them when it prints.

Nothing here needs Qt: ``desktop.app`` hands in how to translate.
"""

from __future__ import annotations

from typing import Protocol

from desktop.domain.errors import SoSenError
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.usecases.check_database import Damage, Remedy


class Speaker(Protocol):
    """How words reach the person: in the language of the program."""

    def translate(self, source: str) -> str:
        """A word of the context ``Cli`` in the language in force."""

    def explain(self, error: SoSenError) -> list[str]:
        """What happened, what is safe, what to do next."""


SAMPLE_MADE = QT_TRANSLATE_NOOP("Cli", "{count} offices of the sample year are in {folder}.")
RESTORED = QT_TRANSLATE_NOOP(
    "Cli", "{path} stands in the place of the data now. The earlier files lie in {folder}."
)
SENT = QT_TRANSLATE_NOOP("Cli", "{path}: for {unit}, number {n}, {rows} rows, {size} bytes, read back.")
TAKEN = QT_TRANSLATE_NOOP("Cli", "{code} {name}: {unit}, number {n}, {new} new, {changed} changed rows.")
REFUSED = QT_TRANSLATE_NOOP("Cli", "{code} {name}: {why}")
TOGETHER = QT_TRANSLATE_NOOP(
    "Cli", "{unit}: the {count} bundles belong together; take all of them along, each holds other files."
)
NO_READER = QT_TRANSLATE_NOOP(
    "Cli",
    "{code} {unit}: no bundle was written, for none of its computers is enrolled and nobody could open it. "
    "Take its request first: the commands “requests” and “approve”, or the page Pairing.",
)
FILES = QT_TRANSLATE_NOOP("Cli", "    {count} attached files came with it.")
ARRIVED = QT_TRANSLATE_NOOP("Cli", "    It is a receipt: {count} bundles sent from here have arrived.")
CLOSED = QT_TRANSLATE_NOOP(
    "Cli", "{code} {unit}, number {n}: had waited; all that it holds is here by now, so it is closed."
)
SCARCE = QT_TRANSLATE_NOOP(
    "Cli",
    "Warning: only {free} left on the disk of the data. What is saved is safe; free some room, or soon "
    "nothing more can be saved, received or backed up.",
)
CONFLICTS = QT_TRANSLATE_NOOP(
    "Cli", "    {count} values differ between two computers; the window lists them."
)
TAKEN_ALL = QT_TRANSLATE_NOOP("Cli", "{taken} bundles taken, {refused} refused.")
PREVIEW_ALL = QT_TRANSLATE_NOOP("Cli", "Only looked at: {taken} could be taken, {refused} refused.")
PARKED = QT_TRANSLATE_NOOP("Cli", "{code} {name}: from {who}, kept aside as {id}. {why}")
NOTHING_PARKED = QT_TRANSLATE_NOOP("Cli", "No bundle is kept aside.")
HEALED = QT_TRANSLATE_NOOP("Cli", "{code} {unit}, number {n}: had waited and was taken now.")
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
UNSOUND = QT_TRANSLATE_NOOP("Cli", "The data has {count} faults. First copy the whole data folder elsewhere.")
FAULT = QT_TRANSLATE_NOOP("Cli", "{damage}: {place} {detail}")
DAMAGES: dict[Damage, str] = {
    Damage.FILE_STRUCTURE: QT_TRANSLATE_NOOP("Cli", "the database file itself is damaged"),
    Damage.UNREADABLE_STAMPS: QT_TRANSLATE_NOOP("Cli", "where a record's values come from cannot be read"),
    Damage.VALUE_WITHOUT_STAMP: QT_TRANSLATE_NOOP("Cli", "a record shows a value that nobody entered"),
    Damage.CHANGED_VALUE: QT_TRANSLATE_NOOP("Cli", "a record shows another value than was entered"),
    Damage.SEARCH_KEY: QT_TRANSLATE_NOOP("Cli", "a record is not found by what it says"),
    Damage.UNKNOWN_COMMIT: QT_TRANSLATE_NOOP("Cli", "a record's value comes from a change that is not here"),
    Damage.NOT_INDEXED: QT_TRANSLATE_NOOP("Cli", "a change would not be sent"),
    Damage.MISSING_ROW: QT_TRANSLATE_NOOP("Cli", "a record is gone"),
    Damage.SURPLUS_INDEX: QT_TRANSLATE_NOOP("Cli", "a change that is not here would be sent"),
    Damage.MISSING_HISTORY: QT_TRANSLATE_NOOP("Cli", "a change has no line in the history"),
    Damage.UNREADABLE_HISTORY: QT_TRANSLATE_NOOP("Cli", "part of the history cannot be read"),
    Damage.BROKEN_CHAIN: QT_TRANSLATE_NOOP("Cli", "changes are missing in between"),
    Damage.VECTOR_TOO_HIGH: QT_TRANSLATE_NOOP("Cli", "changes are counted as received that are not here"),
    Damage.MISSING_FILE: QT_TRANSLATE_NOOP("Cli", "an attached file is missing"),
    Damage.CHANGED_FILE: QT_TRANSLATE_NOOP("Cli", "an attached file is not the one that was attached"),
}
"""What each kind of damage is."""
REMEDIES: dict[Remedy, str] = {
    Remedy.RESTORE: QT_TRANSLATE_NOOP(
        "Cli",
        "→ Restore the newest backup that is sound; what was exchanged since comes back with the next "
        "bundles. Ask for support if there is none.",
    ),
    Remedy.COMPARE: QT_TRANSLATE_NOOP(
        "Cli", "→ Compare the record with its paper and its history, and enter what is right once more."
    ),
    Remedy.TYPE_AGAIN: QT_TRANSLATE_NOOP(
        "Cli", "→ Open the record, change it and change it back: then it is found and sent again."
    ),
    Remedy.WAIT: QT_TRANSLATE_NOOP(
        "Cli", "→ Send and receive as usual: the file is asked for and comes with a next bundle."
    ),
    Remedy.KNOW: QT_TRANSLATE_NOOP(
        "Cli", "→ The data is right; only who changed it when is not known. Nothing needs to be done."
    ),
}
"""What to do about it."""

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
