"""The columns of the weekly list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.ui.grid.column import Column
from desktop.ui.theme.tokens import CONFLICT_ICON, Tone
from desktop.ui.weekly.words import (
    deadline_tone,
    deadline_words,
    pill_words,
    status_choices,
    status_of,
    status_pill,
)
from desktop.ui.widgets.pills import column_width
from desktop.usecases.weekly_tasks import WeekTask

STATUS, PERCENT, DONE_ON, RESULT, DIFFICULTY = "status", "percent", "completed_on", "result", "difficulty"
TEXTS = (RESULT, DIFFICULTY)
_NOTE_LINES = 3
"""A long note makes no high row: one goes round twenty tasks, and F2 or the tool tip shows it whole."""


def _lead(task: WeekTask) -> str:
    return task.lead or QCoreApplication.translate("Weekly", "Not assigned")


def _lead_tone(task: WeekTask) -> Tone | None:
    return None if task.lead else Tone.RED


def weekly_columns(can_answer: Callable[[], bool] = lambda: True) -> list[Column]:
    """Code, task, lead, deadline, status, percent, result of this period, difficulty; day done is hidden.

    ``can_answer`` is asked for every cell that an answer goes to.
    """
    return [
        Column(
            key="code",
            header=QCoreApplication.translate("Weekly", "Code"),
            width=66,
            muted=True,
            icon=lambda task: "circle-check" if task.is_reviewed else "circle",
            tip=QCoreApplication.translate("Weekly", "Code; ticked once it was reviewed this week"),
        ),
        Column(
            key="title",
            header=QCoreApplication.translate("Weekly", "Task"),
            width=196,
            stretch=True,
            wraps=True,
            icon=lambda task: CONFLICT_ICON if task.is_disputed else "",
        ),
        Column(
            key="lead",
            header=QCoreApplication.translate("Weekly", "Lead"),
            width=92,
            wraps=True,
            shown=_lead,
            tone=_lead_tone,
        ),
        Column(
            key="due_on",
            header=QCoreApplication.translate("Weekly", "Due"),
            kind=Kind.DATE,
            width=92,
            wraps=True,
            shown=deadline_words,
            sort=lambda task: task.due_on,
            tone=deadline_tone,
        ),
        *_answers(lambda _task: can_answer()),
    ]


def _answers(editable: Callable[[WeekTask], bool]) -> list[Column]:
    return [
        Column(
            key=STATUS,
            header=QCoreApplication.translate("Weekly", "Status"),
            kind=Kind.CHOICE,
            width=column_width(pill_words()),
            editable=editable,
            value=status_of,
            pill=status_pill,
            choices=status_choices(),
        ),
        Column(key=PERCENT, header="%", kind=Kind.INTEGER, width=44, editable=editable),
        Column(
            key=DONE_ON,
            header=QCoreApplication.translate("Weekly", "Done on"),
            kind=Kind.DATE,
            width=104,
            editable=editable,
            hidden=True,
        ),
        Column(
            key=RESULT,
            header=QCoreApplication.translate("Weekly", "Result this period"),
            kind=Kind.LONG_TEXT,
            width=120,
            stretch=True,
            editable=editable,
            wraps=True,
            most_lines=_NOTE_LINES,
        ),
        Column(
            key=DIFFICULTY,
            header=QCoreApplication.translate("Weekly", "Difficulty"),
            kind=Kind.LONG_TEXT,
            width=100,
            stretch=True,
            editable=editable,
            wraps=True,
            most_lines=_NOTE_LINES,
        ),
    ]
