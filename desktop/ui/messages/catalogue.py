"""Every code of ``desktop.domain.errors`` in the words of a clerk: what happened, what is safe, what next.

English sources; the Vietnamese stands in ``resources/i18n/vi.ts``.  Sentences name the thing and the next
step; file names, limits and technical detail are added by ``error_text``.
"""

from __future__ import annotations

from desktop.domain.errors import Code
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.messages.backups import BACKUPS_BY_REASON
from desktop.ui.messages.disk import DISK
from desktop.ui.messages.enrolment import ENROLMENT, ENROLMENT_BY_REASON
from desktop.ui.messages.sending import RECEIPT, WRITING
from desktop.ui.messages.sentences import Sentences
from desktop.ui.messages.undoing import UNDOING

_UNCHANGED = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; your data is as it was before.")
_NOT_TAKEN = QT_TRANSLATE_NOOP("Errors", "Nothing of this bundle was taken; your data is as it was before.")
_PARKED = QT_TRANSLATE_NOOP(
    "Errors", "Your data is as it was before. A copy of the bundle is kept here and tried again by itself."
)
_TYPED = QT_TRANSLATE_NOOP("Errors", "What you saved before is safe.")

_TAKEN: dict[Code, Sentences] = {
    Code.OK: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle was taken."),
        QT_TRANSLATE_NOOP("Errors", "Its changes are saved."),
        QT_TRANSLATE_NOOP("Errors", "Nothing more needs to be done."),
    ),
    Code.OK_DUP: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle was taken before; it brings nothing new."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was entered twice."),
        QT_TRANSLATE_NOOP("Errors", "Nothing more needs to be done."),
    ),
    Code.OK_OWN: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle was written by this very computer."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Hand it to the unit it is meant for."),
    ),
    Code.UNDONE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle was taken, and undone later."),
        QT_TRANSLATE_NOOP("Errors", "The data is as it was before the bundle."),
        QT_TRANSLATE_NOOP("Errors", "Take the bundle again if it is wanted after all."),
    ),
}

_BUNDLE: dict[Code, Sentences] = {
    Code.E_DAMAGED: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The bundle is damaged: part of it is missing or was changed on the way."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Copy the file once more, or ask the sender to write the bundle again. "
            "By mail, send it as an attached .zip file; a stick is safer.",
        ),
    ),
    Code.E_FORMAT: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file is not a bundle of Sổ Sen."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose a file whose name ends in .goi. If it does, ask the sender to write the bundle again.",
        ),
    ),
    Code.E_LIMIT: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle is larger than a bundle may be."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Ask the sender to send fewer or smaller attachments, or ask for support."
        ),
    ),
    Code.E_NOTFORME: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle is meant for another unit or another computer."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Give it to the unit it is meant for, or ask the sender for your own bundle. If it is your own, "
            "this computer may have been reported lost: call the upper level, and see the page Pairing.",
        ),
    ),
    Code.E_SIG: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The signature of the bundle is wrong: it may not come from who it names."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Do not use this file. Call the sender on a number you know and ask for a new bundle."
        ),
    ),
    Code.E_UNKNOWN_SIGNER: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The bundle comes from a computer that the list of computers does not name."
        ),
        _PARKED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Take a newer bundle of the upper level with its list; "
            "if the computer is new, let it be enrolled.",
        ),
    ),
    Code.E_OWNER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle carries data that its sender has no right to change."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Call the sender; the unit that owns the data must send it itself."),
    ),
    Code.E_NEWER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle was written by a newer version of Sổ Sen."),
        _PARKED,
        QT_TRANSLATE_NOOP(
            "Errors", "Install the newer version of Sổ Sen; the bundle is then taken by itself."
        ),
    ),
    Code.E_GAP: Sentences(
        QT_TRANSLATE_NOOP("Errors", "An earlier bundle of this sender has not arrived yet."),
        _PARKED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Take the earlier bundle too, or send the sender a bundle: its next one will hold everything.",
        ),
    ),
    Code.E_FORK: Sentences(
        QT_TRANSLATE_NOOP("Errors", "Two computers of the sender work under one name: one is a copy."),
        _PARKED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Send each other one bundle more: the work of both is then kept. "
            "Set one of the computers up anew.",
        ),
    ),
    Code.E_NOTHING: Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is nothing to send."),
        QT_TRANSLATE_NOOP("Errors", "Everything saved here has been confirmed already."),
        QT_TRANSLATE_NOOP("Errors", "Go on working; new changes can be sent at any time."),
    ),
}

_SURROUNDINGS: dict[Code, Sentences] = {
    Code.E_IO: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "Reading or writing failed: the stick was pulled out, or the file is in use."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Check that the stick or folder is there and may be written, then try again."
        ),
    ),
    Code.E_SPACE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no room left on the disk or the stick."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Free some room or choose another place, then try again."),
    ),
    Code.E_BUSY: Sentences(
        QT_TRANSLATE_NOOP("Errors", "Another window of Sổ Sen is writing to this data."),
        _TYPED,
        QT_TRANSLATE_NOOP("Errors", "Wait a moment and try again, or close the other window."),
    ),
    Code.E_CANCELLED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The work was stopped."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "You can start it again at any time."),
    ),
    Code.E_RECEIPT: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This is not the receipt code of a bundle that was sent from here."),
        QT_TRANSLATE_NOOP("Errors", "No bundle was marked as received; your data is as it was."),
        QT_TRANSLATE_NOOP("Errors", "Ask the receiver for the code of this very bundle."),
    ),
    Code.E_NO_DATA: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This folder holds no data of Sổ Sen."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose the folder that holds the file sosen.db."),
    ),
    Code.E_DATA_NEWER: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This data was written by a newer version of Sổ Sen."),
        QT_TRANSLATE_NOOP("Errors", "The data was left exactly as it was."),
        QT_TRANSLATE_NOOP(
            "Errors", "Install the newer version of Sổ Sen on this computer, then open it again."
        ),
    ),
    Code.E_DATA_DAMAGED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The data file is damaged."),
        QT_TRANSLATE_NOOP("Errors", "The file was left as it was; your backups are in the folder “backups”."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Take the newest backup back: Sổ Sen offers it. What had been sent by then comes back with the "
            "next bundle of the office above.",
        ),
    ),
    Code.E_PLACE: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The data folder lies on a network drive or in a cloud folder, where data may be lost."
        ),
        QT_TRANSLATE_NOOP("Errors", "The data was left exactly as it was."),
        QT_TRANSLATE_NOOP("Errors", "Move the folder to a disk of this computer and open it there."),
    ),
    Code.E_SCREEN: Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no screen here on which a window could open."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened; the data is as it was."),
        QT_TRANSLATE_NOOP(
            "Errors", "Start Sổ Sen on a desktop, or type a command: “main.py --help” lists them."
        ),
    ),
    Code.E_ENGINE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The database engine on this computer is too old or set up wrongly."),
        QT_TRANSLATE_NOOP("Errors", "The data was not opened and is as it was."),
        QT_TRANSLATE_NOOP("Errors", "Install Sổ Sen again from its own installer."),
    ),
    Code.E_PROFILE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The keys of this computer are missing or cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "The data itself is safe; only sending and receiving need the keys."),
        QT_TRANSLATE_NOOP(
            "Errors", "Open Sổ Sen as the user who set it up, or ask for this computer's new keys."
        ),
    ),
    Code.E_BACKUP: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The backup could not be made, or did not stand its check."),
        QT_TRANSLATE_NOOP("Errors", "Your data and the earlier backups are as they were."),
        QT_TRANSLATE_NOOP("Errors", "Check the disk and its free room, then make the backup again."),
    ),
    Code.E_INTERNAL: Sentences(
        QT_TRANSLATE_NOOP("Errors", "Sổ Sen met a fault of its own."),
        _TYPED,
        QT_TRANSLATE_NOOP(
            "Errors", "Try again. If it comes back, copy the details below and send them to support."
        ),
    ),
}

_EDITING: dict[Code, Sentences] = {
    Code.E_INVALID: Sentences(
        QT_TRANSLATE_NOOP("Errors", "“{field}” was not saved: {reason}"),
        QT_TRANSLATE_NOOP("Errors", "The value from before is kept."),
        QT_TRANSLATE_NOOP("Errors", "Correct it, or press Esc to leave it as it was."),
    ),
    Code.E_MISSING: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This row is no longer here: it was deleted or has not arrived yet."),
        QT_TRANSLATE_NOOP("Errors", "Everything else is as it was; a deleted row stays in the history."),
        QT_TRANSLATE_NOOP("Errors", "Press F5 to show the list anew."),
    ),
    Code.E_READONLY: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This row belongs to another unit; here it can only be read."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask the unit it belongs to for the change."),
    ),
    Code.E_FROZEN: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The plan is frozen, so this can no longer be changed."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was changed; progress and results can still be entered."),
        QT_TRANSLATE_NOOP(
            "Errors", "For a later deadline use “Extend” with its reason; for more, ask for an adjustment."
        ),
    ),
    Code.E_FILE: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "This file is not opened from here: it is no photograph, PDF, Word or Excel file without macros.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing was started; the file is kept as it came."),
        QT_TRANSLATE_NOOP(
            "Errors", "Ask whoever attached it what it is. It can be saved to a folder and checked there."
        ),
    ),
    Code.E_NOT_HERE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file has not arrived yet; only its name is here."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "The next bundle asks for it; it comes with the bundle after that from whoever has it."
        ),
    ),
    Code.E_CHANGED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The choice was not written: these values have changed meanwhile."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Look at the values as they are now and choose again."),
    ),
    Code.E_UNDO: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This can no longer be undone: something newer was written over it."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Change the value by hand; the history shows what it was."),
    ),
    Code.E_UNDO_IMPORT: Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "This bundle cannot be undone: it brought nothing new, was undone already, or was taken before "
            "the program was updated.",
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask the sender to correct what is wrong and to send it again."),
    ),
}

CATALOGUE: dict[Code, Sentences] = {**_TAKEN, **_BUNDLE, **_SURROUNDINGS, **_EDITING, **ENROLMENT}
"""One entry for every code; a test walks them all."""

BY_REASON: dict[tuple[Code, str], Sentences] = {
    (Code.E_IO, "exists"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The sample year is in this folder already."),
        QT_TRANSLATE_NOOP("Errors", "It was left exactly as it was."),
        QT_TRANSLATE_NOOP("Errors", "Open it there, or name another folder."),
    ),
    (Code.E_FILE, "photo"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This photograph cannot be read."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Open it on the telephone or camera and copy it once more, or take it again."
        ),
    ),
    (Code.E_LIMIT, "attachment"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The file is larger than 64 MB and cannot be attached."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Attach the pages or photographs that matter; keep the whole on a disk of your own."
        ),
    ),
    (Code.E_DAMAGED, "evidence"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The attached file was changed or damaged on this computer's disk."),
        QT_TRANSLATE_NOOP("Errors", "It was not opened. The task and its other files are as they were."),
        QT_TRANSLATE_NOOP(
            "Errors", "Attach it again, or ask the other office, which may have it, to send it once more."
        ),
    ),
    (Code.E_IO, "no_bundle"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no bundle for this unit here."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose the folder or stick with the files whose names end in .goi."),
    ),
    (Code.E_IO, "read_only"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The data folder can be read but not written."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Ask for the right to write in this folder, or copy it where you may write."
        ),
    ),
    (Code.E_IO, "folder"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "Several bundles are to be written, but one file was named."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose a folder; each unit's bundle gets its own folder in it."),
    ),
    (Code.E_GAP, "own"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "This computer wrote the bundle before its data went back to an older copy; "
            "work of others is still missing.",
        ),
        _PARKED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Write your bundles, then take those that come back: they bring what is missing, and this one "
            "is then taken by itself.",
        ),
    ),
    **ENROLMENT_BY_REASON,
    **BACKUPS_BY_REASON,
    **DISK,
    **WRITING,
    **RECEIPT,
    **UNDOING,
}
"""Where one code has several causes that need another next step: (code, the refusal's ``reason``)."""


def sentences_of(code: Code, reason: str = "") -> Sentences:
    """The sentences for a refusal; a reason without its own gets those of the code."""
    return BY_REASON.get((code, reason), CATALOGUE[code])
