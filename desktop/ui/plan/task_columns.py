"""The columns of the task grid; the less important ones are hidden until they are asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import TaskState
from desktop.domain.entity import Kind
from desktop.ui.forms.labels import choices_of, field_label
from desktop.ui.grid.column import Column
from desktop.ui.plan.references import Names, choices_from
from desktop.ui.plan.words import line_icon, line_title, status_pill
from desktop.ui.theme.tokens import CONFLICT_ICON, Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.plan_view import TaskLine

Editable = Callable[[TaskLine], bool]


def task_columns(names: Names, can_edit: Callable[[], bool], can_report: Callable[[], bool]) -> list[Column]:
    """Code and content, roots, people, time and status, product.

    ``can_edit`` is asked for every cell, ``can_report`` for those that say how far the task is.
    """

    def record(line: TaskLine) -> bool:
        return can_edit() and line.is_record

    def leaf(line: TaskLine) -> bool:
        return can_report() and line.is_record and not line.is_heading

    return [
        *_identity(record),
        *_roots(names, record),
        *_people(names, record),
        *_time(record, leaf),
        *_product(record),
    ]


def _identity(record: Editable) -> list[Column]:
    return [
        Column(
            key="code",
            header=field_label("task", "code"),
            width=48,
            muted=True,
            editable=record,
            value=lambda line: line.task.code,
            icon=_mark,
            max_length=20,
        ),
        Column(
            key="title",
            header=field_label("task", "title"),
            kind=Kind.LONG_TEXT,
            width=240,
            stretch=True,
            wraps=True,
            editable=record,
            value=lambda line: line.task.title,
            shown=line_title,
            icon=line_icon,
        ),
    ]


def _mark(line: TaskLine) -> str:
    """What wants a look in this line: values in dispute, or what the upper office would have changed."""
    if line.disputed:
        return CONFLICT_ICON
    return "message-report" if line.comments else ""


def _roots(names: Names, record: Editable) -> list[Column]:
    fields, field_name = choices_from(lambda: names().fields)
    items, item_name = choices_from(lambda: names().items)
    return [
        Column(
            key="field_id",
            header=field_label("task", "field_id"),
            kind=Kind.REFERENCE,
            width=150,
            wraps=True,
            hidden=True,
            editable=record,
            value=lambda line: line.task.field_id,
            shown=lambda line: line.field_name,
            lookup=fields,
            name_of=field_name,
        ),
        Column(
            key="item_id",
            header=QCoreApplication.translate("Plan", "Root"),
            kind=Kind.REFERENCE,
            width=150,
            wraps=True,
            hidden=True,
            editable=record,
            value=lambda line: line.task.item_id,
            shown=lambda line: line.item_name,
            lookup=items,
            name_of=item_name,
            tip=QCoreApplication.translate("Plan", "The item of the upper level's programme"),
        ),
    ]


def _lead_words(line: TaskLine) -> str:
    if line.lacks_lead:
        return QCoreApplication.translate("Plan", "Not assigned")
    return line.lead_name


def _people(names: Names, record: Editable) -> list[Column]:
    leads, lead_name = choices_from(lambda: names().leads)
    leaders, leader_name = choices_from(lambda: names().leaders)
    return [
        Column(
            key="lead",
            header=QCoreApplication.translate("Plan", "Lead"),
            kind=Kind.REFERENCE,
            width=116,
            wraps=True,
            editable=record,
            value=lambda line: line.lead_id,
            shown=_lead_words,
            tone=lambda line: Tone.RED if line.lacks_lead else None,
            lookup=leads,
            name_of=lead_name,
        ),
        Column(
            key="coordinating",
            header=QCoreApplication.translate("Plan", "Coordinating"),
            width=150,
            wraps=True,
            hidden=True,
            editable=record,
            value=lambda line: line.task.coordinating,
        ),
        Column(
            key="leader_id",
            header=field_label("task", "leader_id"),
            kind=Kind.REFERENCE,
            width=140,
            wraps=True,
            hidden=True,
            editable=record,
            value=lambda line: line.task.leader_id,
            shown=lambda line: line.leader_name,
            lookup=leaders,
            name_of=leader_name,
        ),
    ]


def _pill(line: TaskLine) -> Pill | None:
    """A heading shows its own status only where it has a deadline of its own."""
    if not line.is_record or (line.is_heading and line.task.due_on is None):
        return None
    return status_pill(line)


def _time(record: Editable, leaf: Editable) -> list[Column]:
    return [
        Column(
            key="start_on",
            header=field_label("task", "start_on"),
            kind=Kind.DATE,
            width=96,
            hidden=True,
            editable=record,
            value=lambda line: line.task.start_on,
        ),
        Column(
            key="due_on",
            header=QCoreApplication.translate("Plan", "Due"),
            kind=Kind.DATE,
            width=92,
            editable=record,
            value=lambda line: line.task.due_on,
        ),
        Column(
            key="state",
            header=field_label("task", "state"),
            kind=Kind.CHOICE,
            width=176,
            editable=leaf,
            value=lambda line: str(line.task.state) if line.is_record else None,
            shown=lambda _line: "",
            sort=_urgency,
            pill=_pill,
            choices=choices_of(TaskState),
        ),
        Column(
            key="percent",
            header="%",
            kind=Kind.INTEGER,
            width=60,
            suffix="%",
            editable=leaf,
            value=lambda line: line.percent,
        ),
    ]


def _urgency(line: TaskLine) -> tuple[int, int]:
    """Overdue work first, the latest of it before the rest; then what is due next; done work last."""
    if line.is_overdue:
        return 0, -(line.days or 0)
    if line.is_open:
        return 1, line.days if line.days is not None else 10_000
    return 2, 0


def _product(record: Editable) -> list[Column]:
    return [
        Column(
            key="expected_product",
            header=QCoreApplication.translate("Plan", "Product"),
            width=160,
            wraps=True,
            hidden=True,
            editable=record,
            value=lambda line: line.task.expected_product,
        ),
        Column(
            key="measure",
            header=field_label("task", "measure"),
            width=140,
            wraps=True,
            hidden=True,
            editable=record,
            value=lambda line: line.task.measure,
        ),
    ]
