"""The words of the programme screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.domain.entities import ProgrammeItem
from desktop.domain.status import StatusLabel
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.programme_actions import measure_of
from desktop.usecases.read_programmes import Cover, ItemLine, ProgrammeView

_TONES = {
    StatusLabel.NOT_STARTED: Tone.GREY,
    StatusLabel.IN_PROGRESS_IN_TIME: Tone.BLUE,
    StatusLabel.IN_PROGRESS_OVERDUE: Tone.RED,
    StatusLabel.IN_PROGRESS_NO_DEADLINE: Tone.BLUE,
    StatusLabel.COMPLETED_IN_TIME: Tone.GREEN,
    StatusLabel.COMPLETED_LATE: Tone.AMBER,
    StatusLabel.COMPLETED_NO_DEADLINE: Tone.GREEN,
    StatusLabel.SUSPENDED: Tone.GREY,
    StatusLabel.CANCELLED: Tone.GREY,
}


def _label_words(label: StatusLabel) -> str:
    return {
        StatusLabel.NOT_STARTED: QCoreApplication.translate("Programme", "Not started"),
        StatusLabel.IN_PROGRESS_IN_TIME: QCoreApplication.translate("Programme", "In progress"),
        StatusLabel.IN_PROGRESS_OVERDUE: QCoreApplication.translate("Programme", "Overdue"),
        StatusLabel.IN_PROGRESS_NO_DEADLINE: QCoreApplication.translate("Programme", "In progress"),
        StatusLabel.COMPLETED_IN_TIME: QCoreApplication.translate("Programme", "Completed"),
        StatusLabel.COMPLETED_LATE: QCoreApplication.translate("Programme", "Completed late"),
        StatusLabel.COMPLETED_NO_DEADLINE: QCoreApplication.translate("Programme", "Completed"),
        StatusLabel.SUSPENDED: QCoreApplication.translate("Programme", "Suspended"),
        StatusLabel.CANCELLED: QCoreApplication.translate("Programme", "Cancelled"),
    }[label]


def cover_pill(cover: Cover) -> Pill:
    """How far a task is that takes an item over; "no task" where a unit has none."""
    if not cover.task_id:
        return Pill(QCoreApplication.translate("Programme", "No task"), Tone.AMBER)
    return Pill(_label_words(cover.label), _TONES[cover.label])


def cover_words(cover: Cover) -> str:
    """Code and title of the task."""
    return f"{cover.code} {cover.title}".strip()


def unit_and_task(cover: Cover) -> str:
    """The unit, and below it the task if there is one."""
    return f"{cover.unit_name}\n{cover_words(cover)}".strip()


def line_words(line: ItemLine) -> str:
    """An item's words, indented by its depth; a programme's title."""
    if line.item is None:
        return line.programme.title
    return "    " * line.depth + line.item.content


def taken_pill(line: ItemLine, *, is_upper: bool) -> Pill | None:
    """For a commune how many tasks it has for an item, for an office how many units have one."""
    if line.item is None:
        return None
    if is_upper:
        words = QCoreApplication.translate("Programme", "{covered} of {units} units")
        words = words.replace("{covered}", str(line.covered)).replace("{units}", str(line.units))
        tone = Tone.GREEN if line.covered == line.units else Tone.AMBER if line.covered else Tone.GREY
        return Pill(words, tone)
    if not line.tasks:
        return Pill(QCoreApplication.translate("Programme", "No task"), Tone.AMBER)
    return Pill(QCoreApplication.translate("Programme", "%n task(s)", "", line.tasks), Tone.GREEN)


def item_facts(line: ItemLine) -> list[tuple[str, str]]:
    """(caption, value) of what is known of an item, for reading."""
    item: ProgrammeItem | None = line.item
    if item is None:
        return []
    due = format_date(item.due_on) if item.due_on else QCoreApplication.translate("Programme", "No deadline")
    facts = [
        (QCoreApplication.translate("Programme", "Document"), line.programme.title),
        (QCoreApplication.translate("Programme", "Indicator"), measure_of(item)),
        (QCoreApplication.translate("Programme", "Due"), due),
        (QCoreApplication.translate("Programme", "Field of work"), line.field_name),
    ]
    return [(caption, value) for caption, value in facts if value]


def programme_summary(view: ProgrammeView) -> str:
    """The line below the title."""
    if not view.lines:
        return ""
    documents = sum(line.is_heading for line in view.lines)
    parts = [
        QCoreApplication.translate("Programme", "%n document(s)", "", documents),
        QCoreApplication.translate("Programme", "%n item(s)", "", view.items),
    ]
    if view.untouched:
        parts.append(QCoreApplication.translate("Programme", "%n without a task", "", view.untouched))
    return " · ".join(parts)
