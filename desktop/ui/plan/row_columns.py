"""The columns of the target grid and of the solution grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import Direction
from desktop.domain.entity import Kind
from desktop.ui.forms.labels import choices_of, field_label
from desktop.ui.grid.column import Column, Row
from desktop.ui.plan.references import Names, choices_from
from desktop.ui.widgets.values import Lookup
from desktop.usecases.plan_view import Named

Check = Callable[[Row], bool]


def target_columns(names: Names, can_edit: Check) -> list[Column]:
    """What the document says of a target, how it is measured, and where it comes from."""
    fields, field_name = choices_from(lambda: names().fields)
    items, item_name = choices_from(lambda: names().items)
    return [
        _target("code", 52, can_edit, muted=True),
        _target("name", 220, can_edit, stretch=True, wraps=True),
        _target("wording", 220, can_edit, Kind.LONG_TEXT, wraps=True, hidden=True),
        _target("planned_value", 96, can_edit, Kind.DECIMAL),
        _target("measure_unit", 120, can_edit, wraps=True),
        Column(
            key="direction",
            header=field_label("target", "direction"),
            kind=Kind.CHOICE,
            width=120,
            editable=can_edit,
            value=lambda line: str(line.target.direction),
            choices=choices_of(Direction),
        ),
        _target("base_value", 96, can_edit, Kind.DECIMAL),
        _target("is_cumulative", 76, can_edit, Kind.BOOLEAN),
        Column(
            key="field_id",
            header=field_label("target", "field_id"),
            kind=Kind.REFERENCE,
            width=160,
            wraps=True,
            editable=can_edit,
            value=lambda line: line.target.field_id,
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
            editable=can_edit,
            value=lambda line: line.target.item_id,
            shown=lambda line: line.item_name,
            lookup=items,
            name_of=item_name,
        ),
        _target("source", 140, can_edit, wraps=True, hidden=True),
    ]


def _target(
    key: str,
    width: int,
    can_edit: Check,
    kind: Kind = Kind.TEXT,
    *,
    muted: bool = False,
    stretch: bool = False,
    wraps: bool = False,
    hidden: bool = False,
) -> Column:
    return Column(
        key=key,
        header=field_label("target", key),
        kind=kind,
        width=width,
        muted=muted,
        stretch=stretch,
        wraps=wraps,
        hidden=hidden,
        editable=can_edit,
        value=lambda line: getattr(line.target, key),
    )


def solution_columns(
    names: Names,
    tasks: Callable[[], Sequence[Named]],
    targets: Callable[[], Sequence[Named]],
    can_edit: Check,
) -> list[Column]:
    """Number · content · field · the task or target that a solution serves."""
    fields, field_name = choices_from(lambda: names().fields)
    find_task, task_name = choices_from(tasks)
    find_target, target_name = choices_from(targets)

    def reference(
        key: str, width: int, shown: Callable[[Row], str], choices: tuple[Lookup, Lookup]
    ) -> Column:
        find, name = choices
        return Column(
            key=key,
            header=field_label("solution", key),
            kind=Kind.REFERENCE,
            width=width,
            wraps=True,
            editable=can_edit,
            value=lambda line: getattr(line.solution, key),
            shown=shown,
            lookup=find,
            name_of=name,
        )

    return [
        Column(
            key="number",
            header=QCoreApplication.translate("Plan", "No."),
            kind=Kind.INTEGER,
            width=44,
            muted=True,
            right=False,
        ),
        Column(
            key="content",
            header=field_label("solution", "content"),
            kind=Kind.LONG_TEXT,
            width=260,
            stretch=True,
            wraps=True,
            editable=can_edit,
            value=lambda line: line.solution.content,
        ),
        reference("field_id", 150, lambda line: line.field_name, (fields, field_name)),
        reference("task_id", 180, lambda line: line.task_name, (find_task, task_name)),
        reference("target_id", 150, lambda line: line.target_name, (find_target, target_name)),
    ]
