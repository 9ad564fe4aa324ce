"""What the program says of every code: what happened, what is safe, what to do next.

The rules for these sentences: say what happened in the clerk's words, never blame; say what is
unharmed; end with one thing to do.  ``{name}``s are filled from the error's ``params``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop.domain.errors import Code
from desktop.ui.marks import QT_TRANSLATE_NOOP


class Sentences(NamedTuple):
    """The English sentences of one code."""

    happened: str
    safe: str
    next: str


_UNCHANGED = QT_TRANSLATE_NOOP("Errors", "Your data on this computer is unchanged.")
_NOT_TAKEN = QT_TRANSLATE_NOOP("Errors", "Nothing was taken from the bundle; your data is unchanged.")
_KEPT = QT_TRANSLATE_NOOP("Errors", "What was saved before is safe.")

SENTENCES: Mapping[Code, Sentences] = {
    Code.OK: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle was taken."),
        QT_TRANSLATE_NOOP("Errors", "Everything in it was saved and counted again."),
        QT_TRANSLATE_NOOP("Errors", "Nothing more is needed."),
    ),
    Code.OK_DUP: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle was taken before. It holds nothing new."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Nothing more is needed. Ask the sender whether a newer one was meant."),
    ),
    Code.OK_OWN: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle was written by this very computer."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Carry it to the office it is meant for."),
    ),
    Code.E_IO: Sentences(
        QT_TRANSLATE_NOOP("Errors", "A file could not be read or written."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check that the stick is plugged in and not write-protected, close other programs that have "
            "the file open, and try again.",
        ),
    ),
    Code.E_SPACE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no room left on the disk or stick."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Remove files you no longer need there, or use another stick, and try again."
        ),
    ),
    Code.E_DAMAGED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The file is damaged: parts of it are missing or changed."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Copy the file again, or ask the sender for a new one."),
    ),
    Code.E_FORMAT: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file is not a bundle of Sổ Sen."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Check that you chose the right file, then ask the sender for the bundle again."
        ),
    ),
    Code.E_LIMIT: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle is larger than a bundle may be."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Ask the sender to send it in smaller parts."),
    ),
    Code.E_NOTFORME: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle is meant for another office."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Choose the bundle addressed to your unit, or ask the sender for one."),
    ),
    Code.E_SIG: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The signature of the bundle is not right. Somebody may have changed it."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Call the sender on a number you know and ask for a new bundle."),
    ),
    Code.E_UNKNOWN_SIGNER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle was signed by a computer that is not on the list."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Call the sender. When the computer is theirs, the upper level enrols it."
        ),
    ),
    Code.E_REVOKED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle comes from a computer that was reported lost."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Do not take it. Call the unit it claims to come from."),
    ),
    Code.E_OWNER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle carries data that its sender has no right to change."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Keep the file and call the office that manages the units."),
    ),
    Code.E_NEWER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle was written by a newer version of Sổ Sen."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Update the program on this computer, then open the bundle again."),
    ),
    Code.E_GAP: Sentences(
        QT_TRANSLATE_NOOP("Errors", "An earlier bundle of this sender is missing."),
        QT_TRANSLATE_NOOP("Errors", "The bundle waits and is taken by itself when the missing one has come."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for the missing bundle, or for one with everything."),
    ),
    Code.E_FORK: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "Two computers sent under one name: one was copied or restored from a backup."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Call the sender, so that one of the two computers is enrolled anew."),
    ),
    Code.E_BUSY: Sentences(
        QT_TRANSLATE_NOOP("Errors", "Another window of Sổ Sen has this data open."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Go to the other window, or close it and try again."),
    ),
    Code.E_CANCELLED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The work was stopped as you asked."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Start it again whenever you like."),
    ),
    Code.E_INVALID: Sentences(
        QT_TRANSLATE_NOOP("Errors", "“{field}” was not saved: {reason}."),
        QT_TRANSLATE_NOOP("Errors", "The value saved before is still there."),
        QT_TRANSLATE_NOOP("Errors", "Correct it, or press Esc to leave it as it was."),
    ),
    Code.E_MISSING: Sentences(
        QT_TRANSLATE_NOOP("Errors", "What you asked for is no longer here."),
        _KEPT,
        QT_TRANSLATE_NOOP("Errors", "Press F5 to read the list anew. Deleted lines stand in the history."),
    ),
    Code.E_READONLY: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This belongs to another office and can only be read here."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask the office that owns it to change it and to send a bundle."),
    ),
    Code.E_UNDO: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This can no longer be undone: something newer was written over it."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Change the value by hand; the old one stands in the history."),
    ),
    Code.E_NOTHING: Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is nothing new to send."),
        QT_TRANSLATE_NOOP("Errors", "Everything you wrote has been put into a bundle before."),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing more is needed. A lost bundle can be written again from the log."
        ),
    ),
    Code.E_NO_DATA: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This folder holds no data of Sổ Sen."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was created or changed there."),
        QT_TRANSLATE_NOOP("Errors", "Choose the right folder, or start with a new one."),
    ),
    Code.E_DATA_NEWER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The data was written by a newer version of Sổ Sen."),
        QT_TRANSLATE_NOOP("Errors", "The data was left exactly as it was."),
        QT_TRANSLATE_NOOP("Errors", "Update the program on this computer, then open the data again."),
    ),
    Code.E_DATA_DAMAGED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The data file fails its own checks; the disk may be failing."),
        QT_TRANSLATE_NOOP("Errors", "The file was not changed, and your backups are untouched."),
        QT_TRANSLATE_NOOP(
            "Errors", "Copy the whole data folder to another disk, then restore the last backup."
        ),
    ),
    Code.E_PLACE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The data folder lies on a network drive, where saving is not safe."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written there."),
        QT_TRANSLATE_NOOP("Errors", "Choose a folder on this computer's own disk."),
    ),
    Code.E_ENGINE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "A part of the program is too old to keep your data safely."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Install Sổ Sen again from its own installer."),
    ),
    Code.E_PROFILE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The keys of this computer are missing or cannot be read."),
        QT_TRANSLATE_NOOP(
            "Errors", "Your data is unchanged and can be read; it cannot be signed or opened from bundles."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Restore the keys from your backup, or ask the upper level to enrol this computer."
        ),
    ),
    Code.E_BACKUP: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The backup could not be made or did not pass its test."),
        QT_TRANSLATE_NOOP("Errors", "Your data is unchanged; earlier backups are still there."),
        QT_TRANSLATE_NOOP("Errors", "Choose another place for backups, such as a stick, and try again."),
    ),
    Code.E_INTERNAL: Sentences(
        QT_TRANSLATE_NOOP("Errors", "Something went wrong inside the program."),
        _KEPT,
        QT_TRANSLATE_NOOP(
            "Errors", "Try again. When it happens again, send the details to whoever supports you."
        ),
    ),
}
