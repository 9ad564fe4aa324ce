"""Why the import of a whole bundle cannot be undone any more, for each reason with its next step."""

from __future__ import annotations

from desktop.domain.errors import Code
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.messages.sentences import Sentences

_UNCHANGED = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; your data is as it was before.")

UNDOING: dict[tuple[Code, str], Sentences] = {
    (Code.E_UNDO_IMPORT, "written"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This bundle can no longer be undone: somebody has gone on writing in the same data."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Change what is wrong by hand; the history shows what it was."),
    ),
    (Code.E_UNDO_IMPORT, "received"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This bundle can no longer be undone: a later one was taken for the same data."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Undo the later bundle first."),
    ),
    (Code.E_UNDO_IMPORT, "own"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This bundle cannot be undone: it is this computer's own work."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Change what is wrong by hand; the history shows what it was."),
    ),
    (Code.E_UNDO_IMPORT, "sent"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "This bundle can no longer be undone: a bundle sent since tells that it was taken."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Let the sender correct what is wrong in the next bundle."),
    ),
    (Code.E_UNDO_IMPORT, "fork"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors",
            "This bundle can no longer be undone: its sender's computer has a copy, and this office has "
            "decided that what this bundle brought stays.",
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Let the sender correct what is wrong in the next bundle."),
    ),
}
