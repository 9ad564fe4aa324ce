"""The words of tasks in short lists: status in one word, deadline with what is left or late."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.domain.entities import TaskState
from desktop.domain.status import DeadlineState
from desktop.ui.forms.labels import choice_label
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.values import Choice
from desktop.usecases.update_status import QuickStatus, quick_status
from desktop.usecases.weekly_tasks import WeekTask

_TONES = {
    QuickStatus.NOT_STARTED: Tone.GREY,
    QuickStatus.IN_PROGRESS: Tone.BLUE,
    QuickStatus.DONE: Tone.GREEN,
    QuickStatus.BLOCKED: Tone.AMBER,
}


def status_word(status: QuickStatus) -> str:
    """One of the four answers in one or two words."""
    return {
        QuickStatus.NOT_STARTED: QCoreApplication.translate("Weekly", "To do"),
        QuickStatus.IN_PROGRESS: QCoreApplication.translate("Weekly", "Doing"),
        QuickStatus.DONE: QCoreApplication.translate("Weekly", "Done"),
        QuickStatus.BLOCKED: QCoreApplication.translate("Weekly", "Blocked"),
    }[status]


def status_choices() -> tuple[Choice, ...]:
    """The four answers with their keys, for the editor of a cell."""
    return tuple(Choice(one.value, status_word(one)) for one in QuickStatus)


def pill_words() -> tuple[str, ...]:
    """All words that a status may be shown by."""
    states = (TaskState.PENDING_CONFIRMATION, TaskState.SUSPENDED, TaskState.CANCELLED)
    return (*map(status_word, QuickStatus), *(choice_label(TaskState, state) for state in states))


def status_of(task: WeekTask) -> QuickStatus | None:
    """The answer that a line shows; None for suspended or cancelled work."""
    return quick_status(task.state, is_blocked=task.is_blocked)


def status_pill(task: WeekTask) -> Pill:
    """The status of a line; what the four answers cannot say is called by its own name."""
    status = status_of(task)
    if task.state == TaskState.PENDING_CONFIRMATION and not task.is_blocked:
        return Pill(choice_label(TaskState, task.state), Tone.BLUE)
    if status is None:
        return Pill(choice_label(TaskState, task.state), Tone.GREY)
    return Pill(status_word(status), _TONES[status])


def deadline_words(task: WeekTask) -> str:
    """The day, and below it how late or how soon, while the task is open."""
    if task.due_on is None:
        return ""
    shown, more = format_date(task.due_on), _distance(task)
    return f"{shown}\n{more}" if more else shown


def _distance(task: WeekTask) -> str:
    if task.days_late:
        if not task.is_open:
            return QCoreApplication.translate("Weekly", "%n day(s) too late", "", task.days_late)
        return QCoreApplication.translate("Weekly", "%n day(s) late", "", task.days_late)
    if not task.is_open or task.days_left is None or task.days_left > 7:
        return ""
    if task.days_left == 0:
        return QCoreApplication.translate("Weekly", "today")
    return QCoreApplication.translate("Weekly", "%n day(s) left", "", task.days_left)


def deadline_tone(task: WeekTask) -> Tone | None:
    """Red for late open work, amber for what is due soon; the words beside say the same."""
    if not task.is_open:
        return None
    return {DeadlineState.OVERDUE: Tone.RED, DeadlineState.DUE_SOON: Tone.AMBER}.get(task.deadline)
