"""The columns of the target grid and of the solution grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import Direction
from desktop.domain.entity import Kind
from desktop.ui.forms.labels import choices_of, field_label
from desktop.ui.grid.column import Column, Row
from desktop.ui.plan.references import Names, choices_from
from desktop.usecases.plan_view import Named

Check = Callable[[Row], bool]


def target_columns(names: Names, can_edit: Check) -> list[Column]:
    """What the document says of a target, how it is measured, and where it comes from."""
    direction = Column(
        key="direction",
        header=field_label("target", "direction"),
        kind=Kind.CHOICE,
        width=120,
        editable=can_edit,
        value=lambda line: str(line.target.direction),
        choices=choices_of(Direction),
    )
    return [
        _plain("target", "code", 48, can_edit, muted=True),
        _plain("target", "name", 220, can_edit, stretch=True),
        _plain("target", "wording", 220, can_edit, Kind.LONG_TEXT, hidden=True),
        _plain("target", "planned_value", 96, can_edit, Kind.DECIMAL),
        _plain("target", "measure_unit", 120, can_edit),
        direction,
        _plain("target", "base_value", 96, can_edit, Kind.DECIMAL),
        _plain("target", "is_cumulative", 76, can_edit, Kind.BOOLEAN),
        _reference("target", "field_id", 160, can_edit, lambda: names().fields, _field_name),
        _reference("target", "item_id", 150, can_edit, lambda: names().items, _item_name, hidden=True),
        _plain("target", "source", 140, can_edit, hidden=True),
    ]


def solution_columns(
    names: Names,
    tasks: Callable[[], Sequence[Named]],
    targets: Callable[[], Sequence[Named]],
    can_edit: Check,
) -> list[Column]:
    """Number · content · field · the task or target that a solution serves."""
    number = Column(
        key="number",
        header=QCoreApplication.translate("Plan", "No."),
        kind=Kind.INTEGER,
        width=44,
        muted=True,
        right=False,
    )
    return [
        number,
        _plain("solution", "content", 260, can_edit, Kind.LONG_TEXT, stretch=True),
        _reference("solution", "field_id", 150, can_edit, lambda: names().fields, _field_name),
        _reference("solution", "task_id", 180, can_edit, tasks, lambda line: line.task_name),
        _reference("solution", "target_id", 150, can_edit, targets, lambda line: line.target_name),
    ]


def _field_name(line: Row) -> str:
    return str(line.field_name)


def _item_name(line: Row) -> str:
    return str(line.item_name)


def _plain(
    table: str,
    key: str,
    width: int,
    can_edit: Check,
    kind: Kind = Kind.TEXT,
    *,
    muted: bool = False,
    stretch: bool = False,
    hidden: bool = False,
) -> Column:
    """A field of a line's record as it is; words break into lines."""
    return Column(
        key=key,
        header=field_label(table, key),
        kind=kind,
        width=width,
        muted=muted,
        stretch=stretch,
        wraps=kind in (Kind.TEXT, Kind.LONG_TEXT) and not muted,
        hidden=hidden,
        editable=can_edit,
        value=lambda line: getattr(getattr(line, table), key),
    )


def _reference(
    table: str,
    key: str,
    width: int,
    can_edit: Check,
    choices: Callable[[], Sequence[Named]],
    shown: Callable[[Row], str],
    *,
    hidden: bool = False,
) -> Column:
    """A field that names another record, chosen by its words."""
    find, name_of = choices_from(choices)
    return Column(
        key=key,
        header=field_label(table, key),
        kind=Kind.REFERENCE,
        width=width,
        wraps=True,
        hidden=hidden,
        editable=can_edit,
        value=lambda line: getattr(getattr(line, table), key),
        shown=shown,
        lookup=find,
        name_of=name_of,
    )
