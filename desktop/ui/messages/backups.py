"""What a refusal says of a backup that is to take the place of the data: by its ``reason``."""

from __future__ import annotations

from desktop.domain.errors import Code
from desktop.domain.marks import QT_TRANSLATE_NOOP
from desktop.ui.messages.sentences import Sentences

_UNCHANGED = QT_TRANSLATE_NOOP("Errors", "Nothing was changed; your data is as it was before.")

BACKUPS_BY_REASON: dict[tuple[Code, str], Sentences] = {
    (Code.E_BACKUP, "unsound"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This backup is not whole, or is none of Sổ Sen's."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another backup."),
    ),
    (Code.E_BACKUP, "altered"): Sentences(
        QT_TRANSLATE_NOOP(
            "Errors", "Something was put into this backup, or taken out of it, that Sổ Sen never does."
        ),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Choose another backup, and ask whoever gave you this one where it comes from."
        ),
    ),
    (Code.E_BACKUP, "other_office"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This is the backup of another office."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose a backup of this computer. What another office has comes in bundles; its data is opened "
            "from the welcome page.",
        ),
    ),
    (Code.E_BACKUP, "other_roots"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "This backup trusts other office keys than this computer does."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose one of the backups in this computer's data folder. Whoever gave you this one may want "
            "false bundles to be believed: ask the office above.",
        ),
    ),
    (Code.E_BACKUP, "none"): Sentences(
        QT_TRANSLATE_NOOP("Errors", "There is no backup here that is whole."),
        _UNCHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose a backup that was copied to a stick or another computer. Without one, start with an "
            "empty data folder and enrol this computer anew: all that was ever sent comes back from the "
            "office above.",
        ),
    ),
}
