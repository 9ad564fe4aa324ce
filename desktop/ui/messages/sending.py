"""What a refusal says when a bundle is written to a stick, or a receipt code typed: by its ``reason``."""

from __future__ import annotations

from desktop.domain.errors import Code
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.messages.sentences import Sentences

_NOT_SENT = QT_TRANSLATE_NOOP(
    "Errors", "Nothing counts as sent, and your data is as it was: the next bundle will hold everything."
)
_NONE_CLOSED = QT_TRANSLATE_NOOP("Errors", "No bundle was marked as received; your data is as it was.")

WRITING: dict[tuple[Code, str], Sentences] = {
    (Code.E_IO, "pulled"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The stick or folder is not there: it was pulled out."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Errors", "Plug the stick in again and press “Write the bundle” once more."),
    ),
    (Code.E_IO, "read_only"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The stick is locked against writing."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP(
            "Errors", "Push the switch at its side to the other end, or take another stick, and write again."
        ),
    ),
    (Code.E_IO, "held"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Another program holds the file, most often the virus scanner; three tries did not help.",
        ),
        _NOT_SENT,
        QT_TRANSLATE_NOOP(
            "Errors", "Wait until the virus scanner is done with the stick, or choose another folder."
        ),
    ),
    (Code.E_IO, "removed"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The file was gone right after it was written: a virus scanner may have removed it."
        ),
        _NOT_SENT,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask whoever looks after the virus scanner to allow files ending in .goi, or take another stick.",
        ),
    ),
    (Code.E_IO, "unlike"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The stick gives back something else than was written: it is worn out or false."
        ),
        _NOT_SENT,
        QT_TRANSLATE_NOOP("Errors", "Take another stick and write the bundle again; use this one no longer."),
    ),
    (Code.E_LIMIT, "sending"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The bundle would be larger than one file may be (2 GB)."),
        _NOT_SENT,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Take a bundle of the receiver first: what it confirms need not go again. Or ask for support.",
        ),
    ),
    (Code.E_NOTHING, "no_reader"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "No bundle was written: no computer of the receivers is enrolled, so nobody could open it.",
        ),
        _NOT_SENT,
        QT_TRANSLATE_NOOP(
            "Errors", "Enrol a computer of the unit first, on the page Pairing; then write the bundle."
        ),
    ),
    (Code.E_MISSING, "no_copy"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "There is no copy of this bundle here any more; only the newest three are kept."
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing is lost: a new bundle holds everything that is not confirmed."),
        QT_TRANSLATE_NOOP("Errors", "Write a new bundle instead."),
    ),
}
"""Refusals of a medium while a bundle is written."""

_AGAIN = QT_TRANSLATE_NOOP(
    "Errors", "Have the code read out again, group by group, and compare each character."
)
RECEIPT: dict[tuple[Code, str], Sentences] = {
    (Code.E_RECEIPT, "empty"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "No code was typed."),
        _NONE_CLOSED,
        QT_TRANSLATE_NOOP("Errors", "Type the ten characters that the receiver reads out."),
    ),
    (Code.E_RECEIPT, "length"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "A receipt code has ten characters, in groups of three, three and four."),
        _NONE_CLOSED,
        _AGAIN,
    ),
    (Code.E_RECEIPT, "character"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "A receipt code has only digits and the letters F H K M P R T V X."),
        _NONE_CLOSED,
        _AGAIN,
    ),
    (Code.E_RECEIPT, "check"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "One character of the code is wrong, or two are swapped."),
        _NONE_CLOSED,
        _AGAIN,
    ),
    (Code.E_RECEIPT, "unknown"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "The code is well formed, but it is for no bundle that was sent from here."
        ),
        _NONE_CLOSED,
        QT_TRANSLATE_NOOP(
            "Errors", "Ask for which unit and which bundle number it was given, and have it read out again."
        ),
    ),
}
"""Why a text is not taken as a receipt code."""
