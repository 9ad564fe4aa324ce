"""The columns of the lists behind the numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.domain.formats import format_moment
from desktop.domain.status import StatusLabel
from desktop.ui.consolidation.words import achievement_pill, task_pill
from desktop.ui.formats import format_number
from desktop.ui.forms.labels import entity_label, field_label
from desktop.ui.grid.column import Column
from desktop.ui.messages.errors import outcome_sentence
from desktop.ui.theme.tokens import Tone
from desktop.usecases.behind_figure import Figure


def drill_columns(figure: Figure, *, of_all: bool) -> list[Column]:
    """The columns of the list behind a figure; ``of_all`` adds the unit."""
    made: Sequence[Column]
    if figure in (Figure.TARGETS, Figure.TARGETS_REACHED):
        made = _targets()
    elif figure is Figure.SOLUTIONS:
        made = [_title(QCoreApplication.translate("Consolidation", "Solution"))]
    elif figure is Figure.CONFLICTS:
        made = _conflicts()
    elif figure is Figure.BUNDLES:
        made = _bundles()
    else:
        made = _tasks()
    unit = Column(
        key="unit_name", header=QCoreApplication.translate("Consolidation", "Unit"), width=130, wraps=True
    )
    return [unit, *made] if of_all else list(made)


def _code() -> Column:
    return Column(
        key="code", header=QCoreApplication.translate("Consolidation", "Code"), width=60, muted=True
    )


def _title(header: str) -> Column:
    return Column(
        key="title",
        header=header,
        width=260,
        stretch=True,
        wraps=True,
        icon=lambda row: "star-filled" if row.is_key_task else "",
    )


def _tasks() -> list[Column]:
    return [
        _code(),
        _title(QCoreApplication.translate("Consolidation", "Task")),
        Column(
            key="lead",
            header=QCoreApplication.translate("Consolidation", "Lead"),
            width=150,
            wraps=True,
            shown=lambda row: row.lead or QCoreApplication.translate("Consolidation", "Not assigned"),
            tone=lambda row: None if row.lead else Tone.RED,
        ),
        Column(
            key="due_on", header=QCoreApplication.translate("Consolidation", "Due"), kind=Kind.DATE, width=96
        ),
        Column(
            key="label",
            header=QCoreApplication.translate("Consolidation", "Status"),
            width=160,
            pill=task_pill,
            sort=lambda row: (list(StatusLabel).index(row.label), row.days_late),
        ),
        Column(key="percent", header="%", kind=Kind.INTEGER, width=56),
    ]


def _targets() -> list[Column]:
    return [
        _code(),
        _title(QCoreApplication.translate("Consolidation", "Target")),
        Column(
            key="measure_unit",
            header=QCoreApplication.translate("Consolidation", "Unit of measure"),
            width=140,
            muted=True,
            wraps=True,
        ),
        Column(
            key="planned",
            header=QCoreApplication.translate("Consolidation", "Planned"),
            kind=Kind.DECIMAL,
            width=96,
        ),
        Column(
            key="value",
            header=QCoreApplication.translate("Consolidation", "Newest figure"),
            kind=Kind.DECIMAL,
            width=110,
        ),
        Column(
            key="achievement",
            header=QCoreApplication.translate("Consolidation", "Result"),
            width=130,
            pill=achievement_pill,
        ),
    ]


def _conflicts() -> list[Column]:
    return [
        _title(QCoreApplication.translate("Consolidation", "Where")),
        Column(
            key="owner_table",
            header=QCoreApplication.translate("Consolidation", "Kind"),
            width=150,
            shown=lambda row: entity_label(row.owner_table),
        ),
        Column(
            key="register",
            header=QCoreApplication.translate("Consolidation", "Field with two values"),
            width=200,
            shown=lambda row: field_label(row.owner_table, row.register),
        ),
    ]


def _bundles() -> list[Column]:
    return [
        Column(
            key="n",
            header=QCoreApplication.translate("Consolidation", "Number"),
            kind=Kind.INTEGER,
            width=80,
            value=lambda row: row.bundle.n,
        ),
        Column(
            key="at",
            header=QCoreApplication.translate("Consolidation", "Received"),
            width=150,
            value=lambda row: format_moment(row.bundle.at),
            sort=lambda row: row.bundle.at,
        ),
        Column(
            key="outcome",
            header=QCoreApplication.translate("Consolidation", "Result"),
            width=240,
            stretch=True,
            wraps=True,
            value=lambda row: outcome_sentence(row.bundle.code),
        ),
        Column(
            key="rows",
            header=QCoreApplication.translate("Consolidation", "Rows"),
            kind=Kind.INTEGER,
            width=80,
            value=lambda row: row.bundle.rows,
            shown=lambda row: format_number(row.bundle.rows),
        ),
        Column(
            key="conflicts",
            header=QCoreApplication.translate("Consolidation", "Conflicts"),
            kind=Kind.INTEGER,
            width=90,
            value=lambda row: row.bundle.conflicts,
        ),
    ]
