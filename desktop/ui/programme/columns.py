"""The columns of the list of items, and of the list of tasks that take an item over."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.ui.forms.labels import field_label
from desktop.ui.grid.column import Column
from desktop.ui.programme.words import cover_pill, cover_words, line_words, taken_pill, unit_and_task
from desktop.ui.widgets.values import Lookup
from desktop.usecases.read_programmes import ItemLine

TICK = "ticked"
Lookups = tuple[Lookup, Lookup]


def item_columns(ticked: Container[str], fields: Lookups, *, is_upper: bool) -> list[Column]:
    """A commune ticks items and reads them; an office edits them."""
    return [
        *([] if is_upper else [_tick(ticked)]),
        _field("code", 56, is_upper, muted=True),
        _content(is_upper),
        _work_field(fields, is_upper),
        _field("indicator", 160, is_upper, wraps=True, hidden=True),
        _field("indicator_value", 90, is_upper, Kind.DECIMAL, hidden=True),
        _field("measure_unit", 100, is_upper, wraps=True, hidden=True),
        _field("due_on", 92, is_upper, Kind.DATE),
        Column(
            key="taken",
            header=QCoreApplication.translate("Programme", "Taken over"),
            width=124 if is_upper else 120,
            value=lambda line: line.covered if is_upper else line.tasks,
            shown=lambda _line: "",
            sort=lambda line: line.covered if is_upper else line.tasks,
            pill=lambda line: taken_pill(line, is_upper=is_upper),
        ),
    ]


def _editable(is_upper: bool) -> Callable[[ItemLine], bool]:
    return lambda line: is_upper and line.item is not None


def _of_item(key: str) -> Callable[[ItemLine], Any]:
    return lambda line: getattr(line.item, key) if line.item is not None else None


def _tick(ticked: Container[str]) -> Column:
    def _box(line: ItemLine) -> str:
        if line.item is None:
            return ""
        return "square-check" if line.id in ticked else "square"

    return Column(
        key=TICK,
        header=QCoreApplication.translate("Programme", "Tick"),
        kind=Kind.BOOLEAN,
        width=50,
        editable=lambda line: line.item is not None,
        value=lambda line: line.id in ticked,
        shown=lambda _line: "",
        icon=_box,
        tip=QCoreApplication.translate("Programme", "Tick items (Space) and make tasks of them (Ctrl+Enter)"),
    )


def _field(
    key: str,
    width: int,
    is_upper: bool,
    kind: Kind = Kind.TEXT,
    *,
    muted: bool = False,
    wraps: bool = False,
    hidden: bool = False,
) -> Column:
    return Column(
        key=key,
        header=field_label("programme_item", key),
        kind=kind,
        width=width,
        muted=muted,
        wraps=wraps,
        hidden=hidden,
        editable=_editable(is_upper),
        value=_of_item(key),
    )


def _content(is_upper: bool) -> Column:
    return Column(
        key="content",
        header=field_label("programme_item", "content"),
        kind=Kind.LONG_TEXT,
        width=156,
        stretch=True,
        wraps=True,
        editable=_editable(is_upper),
        value=_of_item("content"),
        shown=line_words,
        icon=lambda line: "books" if line.item is None else "",
    )


def _work_field(fields: Lookups, is_upper: bool) -> Column:
    return Column(
        key="field_id",
        header=field_label("programme_item", "field_id"),
        kind=Kind.REFERENCE,
        width=150,
        wraps=True,
        hidden=True,
        editable=_editable(is_upper),
        value=_of_item("field_id"),
        shown=lambda line: line.field_name,
        lookup=fields[0],
        name_of=fields[1],
    )


def cover_columns(*, is_upper: bool) -> list[Column]:
    """The task, for an office below the name of its unit, and its status."""
    task = QCoreApplication.translate("Programme", "Task")
    return [
        Column(
            key="title",
            header=QCoreApplication.translate("Programme", "Unit and task") if is_upper else task,
            width=150,
            stretch=True,
            wraps=True,
            shown=unit_and_task if is_upper else cover_words,
        ),
        Column(
            key="label",
            header=QCoreApplication.translate("Programme", "Status"),
            width=132,
            shown=lambda cover: cover_pill(cover).text,
            pill=cover_pill,
        ),
    ]
