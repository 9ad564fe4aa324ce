"""What there is to look at, in words: what it is, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.formats import format_bytes
from desktop.ui.forms.labels import entity_label, field_label
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.list_concerns import Concern, ConcernKind


def concern_pill(concern: Concern) -> Pill:
    """The kind in a word or two."""
    match concern.kind:
        case ConcernKind.CLOCK | ConcernKind.OTHER_CLOCK:
            return Pill(QCoreApplication.translate("Waiting", "Clock"), Tone.AMBER)
        case ConcernKind.COPY:
            return Pill(QCoreApplication.translate("Waiting", "Copied computer"), Tone.RED)
        case ConcernKind.ORPHAN:
            return Pill(QCoreApplication.translate("Waiting", "Waits for its parent"), Tone.AMBER)
        case ConcernKind.DUPLICATE:
            return Pill(QCoreApplication.translate("Waiting", "Code given twice"), Tone.AMBER)
        case ConcernKind.MISFIT:
            return Pill(QCoreApplication.translate("Waiting", "Value not shown"), Tone.AMBER)
        case ConcernKind.FILE:
            return Pill(QCoreApplication.translate("Waiting", "File not arrived"), Tone.GREY)


def concern_words(concern: Concern) -> str:
    """What it is about, in a sentence."""
    if concern.clock is not None:
        return _clock(concern)
    if concern.fork is not None:
        return QCoreApplication.translate(
            "Waiting", "Two computers of this unit write under one name: one is a copy of the other's disk."
        )
    if concern.orphan is not None:
        return _orphan(concern)
    if concern.duplicate is not None:
        titles = "; ".join(one.title for one in concern.duplicate.records)
        return (
            QCoreApplication.translate("Waiting", "{code}: {titles}")
            .replace("{code}", concern.duplicate.code)
            .replace("{titles}", titles)
        )
    if concern.misfit is not None:
        words = QCoreApplication.translate("Waiting", "{title}: {field} is “{value}”")
        words = words.replace("{title}", concern.subject or entity_label(concern.misfit.table))
        words = words.replace("{field}", field_label(concern.misfit.table, concern.misfit.field))
        return words.replace("{value}", str(concern.misfit.value)[:80])
    assert concern.file is not None
    return f"{concern.file.name} ({format_bytes(concern.file.size)})"


def _clock(concern: Concern) -> str:
    assert concern.clock is not None
    days = abs(concern.clock.days)
    if concern.kind is ConcernKind.OTHER_CLOCK:
        if concern.clock.days < 0:
            return QCoreApplication.translate(
                "Waiting", "A computer of this unit is %n day(s) behind this one.", "", days
            )
        return QCoreApplication.translate(
            "Waiting", "A computer of this unit is %n day(s) ahead of this one.", "", days
        )
    return QCoreApplication.translate(
        "Waiting", "This computer's clock differs by %n day(s) from what others send.", "", days
    )


def _orphan(concern: Concern) -> str:
    assert concern.orphan is not None
    if concern.orphan.is_deleted:
        words = QCoreApplication.translate("Waiting", "{title}: its parent was deleted ({parent})")
    else:
        words = QCoreApplication.translate("Waiting", "{title}: its parent has not arrived")
    title = concern.orphan.title or entity_label(concern.orphan.table)
    parent = concern.orphan.parent_title or entity_label(concern.orphan.parent_table)
    return words.replace("{title}", title).replace("{parent}", parent)


def concern_advice(concern: Concern) -> str:
    """What a person can do about it."""
    match concern.kind:
        case ConcernKind.CLOCK:
            return QCoreApplication.translate(
                "Waiting",
                "Set the date in the corner of the screen. Nothing is lost: the order of work does not "
                "follow the clock, only printed days do.",
            )
        case ConcernKind.OTHER_CLOCK:
            return QCoreApplication.translate(
                "Waiting", "Telephone the unit and have it set its clock; its work is taken all the same."
            )
        case ConcernKind.COPY:
            return QCoreApplication.translate(
                "Waiting",
                "Nothing is lost; both go on under names of their own. Find out which computer was copied, "
                "and have one of them enrolled anew.",
            )
        case ConcernKind.ORPHAN if concern.orphan is not None and concern.orphan.can_restore:
            return QCoreApplication.translate(
                "Waiting", "Bring the parent back, or give the row another one."
            )
        case ConcernKind.ORPHAN if concern.orphan is not None and concern.orphan.is_deleted:
            return QCoreApplication.translate(
                "Waiting",
                "The row is kept. Ask its unit to bring the parent back, or to give the row another one.",
            )
        case ConcernKind.ORPHAN:
            return QCoreApplication.translate(
                "Waiting", "The row is kept. It finds its place when the parent arrives with a bundle."
            )
        case ConcernKind.DUPLICATE:
            return QCoreApplication.translate(
                "Waiting", "Both rows are kept. Give one of them another code, so that reports can be read."
            )
        case ConcernKind.MISFIT:
            return QCoreApplication.translate(
                "Waiting",
                "The value is kept as it came, but this field cannot show it. "
                "Enter the right one in the row.",
            )
        case ConcernKind.FILE:
            return QCoreApplication.translate("Waiting", "Every bundle from here asks for it until it comes.")
