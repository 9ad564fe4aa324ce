"""The columns of the bundles that lie at hand, and of the changes within one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.domain.formats import format_moment, shown_name
from desktop.ui.bundles.change_words import line_title, line_words
from desktop.ui.bundles.kind_words import kind_word
from desktop.ui.grid.column import Column
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill, column_width
from desktop.usecases.describe_preview import ChangeKind, ChangeLine
from desktop.usecases.receive_bundles import ReceivedBundle, Standing

_TONES = {
    Standing.CLEAN: Tone.BLUE,
    Standing.DISPUTED: Tone.AMBER,
    Standing.WAITING: Tone.BLUE,
    Standing.RECEIPTS: Tone.BLUE,
    Standing.FILES: Tone.BLUE,
    Standing.KNOWN: Tone.GREY,
    Standing.REFUSED: Tone.RED,
    Standing.TAKEN: Tone.GREEN,
}
_KIND_TONES = {
    ChangeKind.NEW_TASK: Tone.GREEN,
    ChangeKind.NEW_TARGET: Tone.GREEN,
    ChangeKind.TASK_STATE: Tone.BLUE,
    ChangeKind.PROGRESS: Tone.BLUE,
    ChangeKind.TARGET_VALUE: Tone.BLUE,
    ChangeKind.TASK_DEADLINE: Tone.AMBER,
    ChangeKind.EXTENSION: Tone.AMBER,
    ChangeKind.COMMENT: Tone.AMBER,
    ChangeKind.DELETED: Tone.RED,
}


def _standing_word(standing: Standing) -> str:
    return {
        Standing.CLEAN: QCoreApplication.translate("Bundles", "Ready"),
        Standing.DISPUTED: QCoreApplication.translate("Bundles", "Conflicts"),
        Standing.WAITING: QCoreApplication.translate("Bundles", "After the one before"),
        Standing.RECEIPTS: QCoreApplication.translate("Bundles", "Receipts only"),
        Standing.FILES: QCoreApplication.translate("Bundles", "Files only"),
        Standing.KNOWN: QCoreApplication.translate("Bundles", "Nothing new"),
        Standing.REFUSED: QCoreApplication.translate("Bundles", "Refused"),
        Standing.TAKEN: QCoreApplication.translate("Bundles", "Taken"),
    }[standing]


def _kept_word() -> str:
    return QCoreApplication.translate("Bundles", "Kept aside")


def standing_pill(bundle: ReceivedBundle) -> Pill:
    """How a bundle stands, in a word; one that is kept aside is not lost, so it is not called refused."""
    if bundle.is_parked:
        return Pill(_kept_word(), Tone.AMBER)
    return Pill(_standing_word(bundle.standing), _TONES[bundle.standing])


def changes_of(bundle: ReceivedBundle) -> int:
    """How many rows a bundle makes or changes."""
    return len(bundle.contents.lines) + bundle.contents.not_listed


def bundle_columns() -> list[Column]:
    """Who sent it, its number, when it was made, how many changes, how it stands."""
    return [
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Bundles", "Unit"),
            width=128,
            stretch=True,
            wraps=True,
            value=lambda bundle: bundle.unit_name or shown_name(bundle.path),
        ),
        Column(
            key="n",
            header=QCoreApplication.translate("Bundles", "No."),
            tip=QCoreApplication.translate("Bundles", "Number of the bundle at its sender"),
            kind=Kind.INTEGER,
            width=44,
            shown=lambda bundle: str(bundle.n or ""),
        ),
        Column(
            key="standing",
            header=QCoreApplication.translate("Bundles", "State"),
            width=column_width([*map(_standing_word, Standing), _kept_word()]),
            pill=standing_pill,
            sort=lambda bundle: list(Standing).index(bundle.standing),
        ),
        Column(
            key="changes",
            header=QCoreApplication.translate("Bundles", "Changes"),
            kind=Kind.INTEGER,
            width=70,
            value=changes_of,
            shown=lambda bundle: str(changes_of(bundle) or "–"),
        ),
        Column(
            key="made",
            header=QCoreApplication.translate("Bundles", "Made"),
            width=92,
            hidden=True,
            muted=True,
            value=_made,
            sort=lambda bundle: bundle.made or None,
        ),
        Column(
            key="file",
            header=QCoreApplication.translate("Bundles", "File"),
            width=150,
            hidden=True,
            value=lambda bundle: shown_name(bundle.path),
        ),
    ]


def change_columns() -> list[Column]:
    """What kind of change, of which row, what is different."""
    return [
        Column(
            key="kind",
            header=QCoreApplication.translate("Bundles", "Kind"),
            width=column_width(map(kind_word, ChangeKind)),
            pill=_kind_pill,
            sort=lambda line: list(ChangeKind).index(line.kind),
        ),
        Column(
            key="title",
            header=QCoreApplication.translate("Bundles", "Row"),
            width=130,
            stretch=True,
            wraps=True,
            value=line_title,
        ),
        Column(
            key="change",
            header=QCoreApplication.translate("Bundles", "Change"),
            width=110,
            stretch=True,
            wraps=True,
            value=line_words,
            tone=lambda line: Tone.LOTUS if line.conflicts else None,
            icon=lambda line: "git-branch" if line.conflicts else "",
        ),
    ]


def _made(bundle: ReceivedBundle) -> str:
    """Time and day; the year goes without saying."""
    return format_moment(bundle.made)[: -len("/2022")] if bundle.made else ""


def _kind_pill(line: ChangeLine) -> Pill:
    return Pill(kind_word(line.kind), _KIND_TONES.get(line.kind, Tone.GREY))
