"""What is said of the disk where the data lies, before anything is refused."""

from __future__ import annotations

from desktop.domain.errors import Code
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.messages.sentences import Sentences

DISK: dict[tuple[Code, str], Sentences] = {
    (Code.E_SPACE, "scarce"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "The disk of your data is nearly full: {free} left."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Everything entered so far is saved and stays saved. When the disk is full, nothing more can be "
            "saved, received or backed up; what is being saved then is refused whole, never half.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Free some room: empty the recycle bin, move photographs and films to another disk. Leave the "
            "files of Sổ Sen alone. The warning goes by itself.",
        ),
    ),
}
"""A warning has its sentences like a refusal: it stands on the same card."""
