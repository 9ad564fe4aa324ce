"""The words of the plan screen: status with days, deadlines, counts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.domain.entities import PlanState, TaskState
from desktop.domain.status import DeadlineState
from desktop.ui.forms.labels import choice_label
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.order_tasks import BREAKTHROUGHS
from desktop.usecases.plan_view import PlanView, TaskLine

_TONES = {
    TaskState.NOT_STARTED: Tone.GREY,
    TaskState.IN_PROGRESS: Tone.BLUE,
    TaskState.PENDING_CONFIRMATION: Tone.BLUE,
    TaskState.SUSPENDED: Tone.GREY,
    TaskState.CANCELLED: Tone.GREY,
}


def status_pill(line: TaskLine) -> Pill:
    """Where a task stands in one word, or how late or how soon it is."""
    task = line.task
    if line.is_overdue:
        days = QCoreApplication.translate("Plan", "Overdue %n day(s)", "", line.days or 0)
        return Pill(days, Tone.RED)
    if line.is_open and line.deadline is DeadlineState.DUE_SOON:
        return Pill(_soon(line.days or 0), Tone.AMBER)
    if task.state is TaskState.COMPLETED:
        return _completed(line)
    if line.is_open and task.is_blocked:
        return Pill(QCoreApplication.translate("Plan", "Blocked"), Tone.AMBER)
    return Pill(choice_label(TaskState, task.state), _TONES.get(task.state, Tone.GREY))


def _soon(days: int) -> str:
    if not days:
        return QCoreApplication.translate("Plan", "Due today")
    return QCoreApplication.translate("Plan", "Due in %n day(s)", "", days)


def _completed(line: TaskLine) -> Pill:
    if line.deadline is DeadlineState.OVERDUE:
        return Pill(QCoreApplication.translate("Plan", "Completed late"), Tone.AMBER)
    if line.deadline is DeadlineState.NO_DEADLINE:
        return Pill(choice_label(TaskState, TaskState.COMPLETED), Tone.GREEN)
    return Pill(QCoreApplication.translate("Plan", "Completed on time"), Tone.GREEN)


def line_title(line: TaskLine) -> str:
    """The words of a line; the two headings that are no records are named here."""
    if line.is_record:
        return line.task.title
    if line.id == BREAKTHROUGHS:
        return QCoreApplication.translate("Plan", "Breakthroughs")
    return QCoreApplication.translate("Plan", "Other tasks")


def line_icon(line: TaskLine) -> str:
    """★ for a key task, ⚡ for a breakthrough (also for one that is both: the rarer word wins)."""
    if line.task.is_breakthrough or line.id == BREAKTHROUGHS:
        return "bolt-filled"
    return "star-filled" if line.task.is_key_task else ""


def plan_summary(view: PlanView) -> str:
    """The line below the title: what the plan lists, its revision and state."""
    plan, counts = view.plan, view.counts
    if plan is None:
        return ""
    parts = [QCoreApplication.translate("Plan", "%n key task(s)", "", counts.key_tasks)]
    if counts.breakthroughs:
        parts.append(QCoreApplication.translate("Plan", "%n breakthrough(s)", "", counts.breakthroughs))
    parts.append(QCoreApplication.translate("Plan", "%n target(s)", "", counts.targets))
    parts.append(QCoreApplication.translate("Plan", "%n solution(s)", "", counts.solutions))
    words = QCoreApplication.translate("Plan", "revision {number}").replace(
        "{number}", str(plan.revision or 1)
    )
    parts.append(f"{words}, {choice_label(PlanState, plan.state).lower()}")
    return " · ".join(parts)


def deadline_words(line: TaskLine) -> str:
    """The deadline with how often it was put off."""
    if line.task.due_on is None:
        return QCoreApplication.translate("Plan", "No deadline")
    day = format_date(line.task.due_on)
    if not line.extensions:
        return day
    times = QCoreApplication.translate("Plan", "put off %n time(s)", "", line.extensions)
    return f"{day} · {times}"


def nothing_sentence(view: PlanView, year: int) -> str:
    """What an empty screen says: there is no plan, or none has arrived."""
    words = QCoreApplication.translate("Plan", "There is no plan for {year} yet.")
    if not view.is_own:
        words = QCoreApplication.translate("Plan", "No plan of {unit} for {year} has been received yet.")
        words = words.replace("{unit}", view.unit_name)
    return words.replace("{year}", str(year))
