"""The columns of the list of all tasks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.ui.forms.labels import field_label
from desktop.ui.grid.column import Column
from desktop.ui.progress.words import due_tone, lead_tone, lead_words, mark, status_pill

UNIT, TITLE, FIELD, LEAD, DUE, STATE, BLOCKED = (
    "unit",
    "title",
    "field",
    "lead",
    "due_on",
    "state",
    "is_blocked",
)


def progress_columns(*, of_many_units: bool) -> list[Column]:
    """Unit (an upper office's only), code, task, field, lead, deadline, status, percent, newest words."""
    columns = [*_identity(), *_people_and_time(), *_said(shown=not of_many_units)]
    unit = Column(key=UNIT, header=QCoreApplication.translate("Progress", "Unit"), width=116, wraps=True)
    return [unit, *columns] if of_many_units else columns


def _identity() -> list[Column]:
    return [
        Column(key="code", header=field_label("task", "code"), width=48, muted=True),
        Column(
            key=TITLE,
            header=field_label("task", "title"),
            kind=Kind.LONG_TEXT,
            width=210,
            stretch=True,
            wraps=True,
            icon=mark,
        ),
        Column(key=FIELD, header=field_label("task", "field_id"), width=130, wraps=True, hidden=True),
    ]


def _people_and_time() -> list[Column]:
    return [
        Column(
            key=LEAD,
            header=QCoreApplication.translate("Plan", "Lead"),
            width=112,
            wraps=True,
            shown=lead_words,
            tone=lead_tone,
        ),
        Column(
            key=DUE,
            header=QCoreApplication.translate("Plan", "Due"),
            kind=Kind.DATE,
            width=92,
            tone=due_tone,
        ),
        Column(
            key=STATE,
            header=field_label("task", "state"),
            kind=Kind.CHOICE,
            width=178,
            pill=status_pill,
        ),
        Column(key="percent", header="%", kind=Kind.INTEGER, width=58, suffix="%"),
        Column(
            key=BLOCKED,
            header=QCoreApplication.translate("Plan", "Blocked"),
            kind=Kind.BOOLEAN,
            width=84,
            hidden=True,
        ),
    ]


def _said(*, shown: bool) -> list[Column]:
    return [
        Column(
            key="result",
            header=QCoreApplication.translate("Progress", "Newest result"),
            kind=Kind.LONG_TEXT,
            width=200,
            wraps=True,
            hidden=not shown,
        ),
        Column(
            key="difficulty",
            header=field_label("progress_update", "difficulty"),
            kind=Kind.LONG_TEXT,
            width=172,
            wraps=True,
            hidden=not shown,
        ),
    ]
