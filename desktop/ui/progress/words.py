"""The words of the list of all tasks: status, lead, classes of deadlines."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import TaskState
from desktop.domain.status import DeadlineState
from desktop.ui.forms.labels import choice_label
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.progress_view import DueClass, ProgressLine

_TONES: dict[str, Tone] = {TaskState.IN_PROGRESS: Tone.BLUE, TaskState.PENDING_CONFIRMATION: Tone.BLUE}


def state_word(state: str) -> str:
    """A state as the list and its filter call it; one that only a newer program knows is shown raw."""
    return choice_label(TaskState, state)


def due_word(due: DueClass) -> str:
    """A class of deadlines in the filter."""
    return {
        DueClass.OVERDUE: QCoreApplication.translate("Progress", "Overdue"),
        DueClass.SOON: QCoreApplication.translate("Progress", "Due within 7 days"),
        DueClass.LATER: QCoreApplication.translate("Progress", "Due later"),
        DueClass.NO_DEADLINE: QCoreApplication.translate("Progress", "No deadline"),
        DueClass.DONE_LATE: QCoreApplication.translate("Progress", "Completed late"),
        DueClass.CLOSED: QCoreApplication.translate("Progress", "Completed or stopped"),
    }[due]


def blocked_word() -> str:
    """Work that cannot go on."""
    return QCoreApplication.translate("Plan", "Blocked")


def nobody() -> str:
    """Open work without a lead."""
    return QCoreApplication.translate("Plan", "Not assigned")


def lead_words(line: ProgressLine) -> str:
    """Who leads the task."""
    return nobody() if line.lacks_lead else line.lead


def lead_tone(line: ProgressLine) -> Tone | None:
    """Red where nobody leads open work."""
    return Tone.RED if line.lacks_lead else None


def due_tone(line: ProgressLine) -> Tone | None:
    """Red for late open work, amber for what is due soon; the pill beside says the same in words."""
    return {DueClass.OVERDUE: Tone.RED, DueClass.SOON: Tone.AMBER}.get(line.due)


def mark(line: ProgressLine) -> str:
    """★ for a key task, ⚡ for a breakthrough."""
    if line.is_breakthrough:
        return "bolt-filled"
    return "star-filled" if line.is_key_task else ""


def status_pill(line: ProgressLine) -> Pill:
    """Where a task stands in one word, or how late or how soon it is."""
    if line.due is DueClass.OVERDUE:
        return Pill(QCoreApplication.translate("Plan", "Overdue %n day(s)", "", line.days or 0), Tone.RED)
    if line.is_open and line.deadline is DeadlineState.DUE_SOON:
        return Pill(_soon(line.days or 0), Tone.AMBER)
    if line.due is DueClass.DONE_LATE:
        return Pill(QCoreApplication.translate("Plan", "Completed late"), Tone.AMBER)
    if line.state == TaskState.COMPLETED:
        return Pill(_completed(line), Tone.GREEN)
    if line.is_open and line.is_blocked:
        return Pill(blocked_word(), Tone.AMBER)
    return Pill(state_word(line.state), _TONES.get(line.state, Tone.GREY))


def _soon(days: int) -> str:
    if not days:
        return QCoreApplication.translate("Plan", "Due today")
    return QCoreApplication.translate("Plan", "Due in %n day(s)", "", days)


def _completed(line: ProgressLine) -> str:
    if line.due_on is None:
        return state_word(line.state)
    return QCoreApplication.translate("Plan", "Completed on time")
