"""The refusals of enrolment in the words of a clerk (see ``catalogue``): requests, digits, root keys."""

from __future__ import annotations

from desktop.domain.errors import Code
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.messages.sentences import Sentences

_UNCHANGED = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; your data is as it was before.")
_NOT_TAKEN = QT_TRANSLATE_NOOP("Errors", "Nothing of this bundle was taken; your data is as it was before.")
_NOT_ENROLLED = QT_TRANSLATE_NOOP("Errors", "The computer was not enrolled; nothing was changed.")

ENROLMENT: dict[Code, Sentences] = {
    Code.E_DIGITS: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The digits that were typed are not those of this request."),
        _NOT_ENROLLED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Have them read out once more. If they differ again, do not approve: "
            "ask for a new request, the file may have been exchanged.",
        ),
    ),
    Code.E_ROOT: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This computer does not hold the root key of the office."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Enrol computers and report them lost on the computer that holds the root key."
        ),
    ),
    Code.E_DEVICE: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This cannot be done with that computer."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Look at the list of computers and choose another one."),
    ),
    Code.E_REVOKED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle comes from a computer that was reported lost."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Your data is as it was before. A copy of the bundle is kept here; it is closed by itself once "
            "all that it holds has come another way.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Telephone the unit on a number you know. If it has found the computer, somebody there presses "
            "Enrol again on its page Pairing and the upper level approves it; its next bundle then brings "
            "this work too. If nobody there wrote the bundle, give it up.",
        ),
    ),
    Code.E_FOUNDED: Sentences(
        QT_TRANSLATE_NOOP("Errors", "This folder holds the data of an office already."),
        QT_TRANSLATE_NOOP("Errors", "That data was left exactly as it was."),
        QT_TRANSLATE_NOOP("Errors", "Open it, or choose an empty folder."),
    ),
    Code.E_UNITS: Sentences(
        QT_TRANSLATE_NOOP("Errors", "A line of the list is no unit: it needs a code and a name."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Correct the line: code, name, first day such as 06/03/1984, telephone."),
    ),
}

ENROLMENT_BY_REASON: dict[tuple[Code, str], Sentences] = {
    (Code.E_UNITS, "known"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This unit is in the list already."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Leave the line out, or rename the unit."),
    ),
    (Code.E_UNITS, "unlisted"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The list does not name this unit."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose a unit of the list, or add it first."),
    ),
    (Code.E_UNITS, "circle"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "A unit cannot go on as one that goes on as itself."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose the unit that exists today."),
    ),
    (Code.E_PROFILE, "not_enrolled"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This computer is not enrolled yet."),
        QT_TRANSLATE_NOOP(
            "Errors", "Everything you enter is kept and is sent once the computer is enrolled."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Write this computer's request under “Pairing” and hand it to the upper level."
        ),
    ),
    (Code.E_PROFILE, "lost"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This computer was reported lost, so nobody takes its bundles."),
        QT_TRANSLATE_NOOP("Errors", "The data on it is as it was."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Call the upper level. If the computer is found, enrol it again on its page Pairing.",
        ),
    ),
    (Code.E_UNITS, "day"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The first day in a line of the list is no day."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Type it as 06/03/1984, or leave it out."),
    ),
    (Code.E_UNITS, "encoding"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The letters of this file cannot be read: it is no text in UTF-8."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "In Excel choose “Save as” and the type “CSV UTF-8”."),
    ),
    (Code.E_UNITS, "empty"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The list holds no unit."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Paste the units, a line each: code, name, first day, telephone."),
    ),
    (Code.E_IO, "no_units"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no list of units here."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Choose the stick with the file whose name ends in .donvi, or type your unit."
        ),
    ),
    (Code.E_FORMAT, "units"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file is not a list of units."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose a file whose name ends in .donvi, or type your unit."),
    ),
    (Code.E_NEWER, "units"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The list of units was written by a newer version of Sổ Sen."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Install the newer version of Sổ Sen, or type your unit."),
    ),
    (Code.E_LIMIT, "units"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file is much larger than a list of units."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another file whose name ends in .donvi, or type your unit."),
    ),
    (Code.E_DIGITS, "office"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The digits that were typed are not those of the office that this bundle comes from."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Compare with the official letter once more. If they differ, do not take the bundle; "
            "call the upper level on a number you know.",
        ),
    ),
    (Code.E_ROOT, "replaced"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The root key on this computer was replaced by a newer one."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Use the computer that holds the new root key."),
    ),
    (Code.E_ROOT, "spare"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This is not the spare root key of this office, or a letter of it is wrong."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Compare it with the sheet from the safe, letter by letter, or scan its QR code."
        ),
    ),
    (Code.E_ROOT, "spare_file"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no spare key in this file, or the file is damaged."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose the file whose name ends in khoa-du-phong.txt, or type the key from the paper in the "
            "safe.",
        ),
    ),
    (Code.E_ROOT, "other_office"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This spare key is not that of the office in the backup, or a newer one took its place."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Look at the name on the paper. Choose a backup of that office, or look in the safe for the key "
            "that was put away last.",
        ),
    ),
    (Code.E_BACKUP, "not_office"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This is not a backup of an upper office: its computer did not enrol others."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose a backup that was made at the office. A commune that lost its computer needs no spare "
            "key: begin on the new one and enrol it.",
        ),
    ),
    (Code.E_ROOT, "handed_over"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The spare root key is no longer on this computer."),
        QT_TRANSLATE_NOOP("Errors", "It was handed over before; the office works on as it did."),
        QT_TRANSLATE_NOOP("Errors", "Look for the envelope in the safe."),
    ),
    (Code.E_DEVICE, "same_name"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The unit has a computer of this name already."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Approve it under another name, or report the old computer lost first."),
    ),
    (Code.E_DEVICE, "enrolled"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This computer is enrolled already."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Nothing needs to be done: send the unit its next bundle."),
    ),
    (Code.E_DEVICE, "lost"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The keys of this computer were reported lost."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Let the computer be set up anew; it then writes another request."),
    ),
    (Code.E_DEVICE, "unknown_unit"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The list of units does not name the unit of this request."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask which unit the computer is for; let its request be written anew for a unit of the list.",
        ),
    ),
    (Code.E_DEVICE, "not_listed"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The list of computers does not name this one."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose a computer of the list."),
    ),
    (Code.E_DEVICE, "lost_before"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This computer was reported lost before."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Nothing more needs to be done here; send the units their next bundles."),
    ),
    (Code.E_DEVICE, "own"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This is the very computer you sit at."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "If it is to be given away, enrol another computer first and report this one lost there.",
        ),
    ),
    (Code.E_DEVICE, "label"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "A computer's name has 1 to 16 letters without accents and digits, such as may1."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Type another name, without spaces."),
    ),
    (Code.E_FOUNDED, "keys"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The keys of this computer are here and fit its data."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Nothing needs to be renewed; go on working."),
    ),
    (Code.E_FOUNDED, "root"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The root key of an office that was founded before lies on this computer."
        ),
        QT_TRANSLATE_NOOP("Errors", "The key was left exactly as it was."),
        QT_TRANSLATE_NOOP(
            "Errors", "Restore that office's data from its newest backup, or work as another Windows user."
        ),
    ),
    (Code.E_FOUNDED, "joined"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This computer has joined its office before."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Take the bundle as every other one, under “Receive”."),
    ),
    (Code.E_IO, "no_request"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no request of a computer here."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose the stick or folder with the files whose names end in .phieu."),
    ),
    (Code.E_FORMAT, "request"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file is not the request of a computer."),
        _NOT_ENROLLED,
        QT_TRANSLATE_NOOP(
            "Errors", "Choose a file whose name ends in .phieu. If it does, ask for a new one: it is damaged."
        ),
    ),
    (Code.E_LIMIT, "request"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This file is much larger than the request of a computer."),
        _NOT_ENROLLED,
        QT_TRANSLATE_NOOP("Errors", "Choose another file whose name ends in .phieu."),
    ),
    (Code.E_SIG, "request"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The request was damaged or changed after it was written."),
        _NOT_ENROLLED,
        QT_TRANSLATE_NOOP("Errors", "Do not use this file. Let the commune write its request once more."),
    ),
    (Code.E_NEWER, "request"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The request was written by a newer version of Sổ Sen."),
        _NOT_ENROLLED,
        QT_TRANSLATE_NOOP("Errors", "Install the newer version of Sổ Sen, then read the request again."),
    ),
    (Code.E_FORMAT, "no_registry"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "This bundle does not say which computers belong to the office, so nobody can join with it.",
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Ask the upper level for the bundle that it wrote for your unit."),
    ),
    (Code.E_SIG, "registry"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "Warning: the list of computers in this bundle is forged; your office did not sign it."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Do not use this file and tell the upper level at once, on a number you know."
        ),
    ),
    (Code.E_NOTFORME, "other_unit"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This computer is enrolled for another unit than the one it was set up for."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Set the computer up anew for its right unit and send a new request, or tell the upper level.",
        ),
    ),
    (Code.E_NOTFORME, "other_folder"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This bundle lies in the folder of another unit and is not sealed to this computer."
        ),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP("Errors", "Choose the folder with your own unit's code, or the whole stick."),
    ),
    (Code.E_NOTFORME, "not_listed"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The list in this bundle does not name this computer."),
        _NOT_TAKEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Ask the upper level to approve this computer's request and to write a new bundle."
        ),
    ),
}
"""Where one code has several causes that need another next step: (code, the refusal's ``reason``)."""
