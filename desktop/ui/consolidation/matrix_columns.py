"""The columns of the consolidation table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.days import format_date
from desktop.domain.entity import Kind
from desktop.domain.formats import local_day
from desktop.domain.status import SOON_DAYS
from desktop.ui.consolidation.matrix import MatrixRow
from desktop.ui.formats import format_percent
from desktop.ui.grid.column import Column
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.behind_figure import Figure


def matrix_columns() -> list[Column]:
    """The columns; those whose key is a Figure have rows behind their numbers."""
    return [
        _unit(),
        _sent(),
        _number(Figure.TASKS, QCoreApplication.translate("Consolidation", "Tasks"), _of("tasks", "total")),
        _done(),
        _number(
            Figure.OVERDUE,
            QCoreApplication.translate("Consolidation", "Overdue"),
            _of("tasks", "open_overdue"),
        ),
        replace(
            _number(
                Figure.DUE_SOON,
                QCoreApplication.translate("Consolidation", "Due soon"),
                _of("tasks", "due_soon"),
            ),
            tip=QCoreApplication.translate("Consolidation", "Due within %n day(s)", "", SOON_DAYS),
        ),
        _targets(),
        _number(Figure.CONFLICTS, QCoreApplication.translate("Consolidation", "Conflicts"), _of("conflicts")),
        _bundle(),
        _number(Figure.SOLUTIONS, QCoreApplication.translate("Consolidation", "Solutions"), _of("solutions")),
    ]


def sheet_columns(columns: Sequence[Column]) -> list[Column]:
    """The columns for a spreadsheet: numbers as numbers, targets reached and all targets apart."""
    found = []
    for column in columns:
        numbers = column.kind in (Kind.INTEGER, Kind.DECIMAL)
        found.append(replace(column, shown=None) if numbers else column)
        if column.key == Figure.TARGETS:
            found.append(
                Column(
                    key="all_targets",
                    header=QCoreApplication.translate("Consolidation", "Targets"),
                    kind=Kind.INTEGER,
                    value=_of("targets"),
                )
            )
    return found


def _unit() -> Column:
    return Column(
        key="name",
        header=QCoreApplication.translate("Consolidation", "Unit"),
        width=130,
        stretch=True,
        value=lambda line: line.row.name,
        tone=lambda line: Tone.GREY if line.is_old else None,
    )


def _sent() -> Column:
    return Column(
        key="sent",
        header=QCoreApplication.translate("Consolidation", "This period"),
        width=104,
        value=lambda line: line.sent,
        shown=lambda line: f"{line.sent}/{line.awaited}" if line.is_sum else "",
        pill=_sent_pill,
    )


def _done() -> Column:
    return Column(
        key=Figure.COMPLETED,
        header=QCoreApplication.translate("Consolidation", "Done"),
        tip=QCoreApplication.translate(
            "Consolidation", "Completed tasks in percent of all that were not cancelled"
        ),
        kind=Kind.DECIMAL,
        width=76,
        value=lambda line: line.row.tasks.percent_done,
        shown=_percent,
        sort=lambda line: line.row.tasks.percent_done,
    )


def _targets() -> Column:
    return Column(
        key=Figure.TARGETS,
        header=QCoreApplication.translate("Consolidation", "Targets reached"),
        tip=QCoreApplication.translate(
            "Consolidation", "Targets that their newest figure reaches, of all targets"
        ),
        kind=Kind.INTEGER,
        width=92,
        value=lambda line: line.row.targets_reached,
        shown=_reached,
        sort=lambda line: line.row.targets_reached,
    )


def _bundle() -> Column:
    return Column(
        key=Figure.BUNDLES,
        header=QCoreApplication.translate("Consolidation", "Newest bundle"),
        kind=Kind.DATE,
        width=112,
        value=lambda line: local_day(line.newest_at) if line.newest_at else None,
        shown=_bundle_words,
        sort=lambda line: line.newest_at,
        tone=lambda line: Tone.GREY if line.is_old else None,
    )


def _of(*names: str) -> Callable[[MatrixRow], int]:
    def read(line: MatrixRow) -> int:
        found: Any = line.row
        for name in names:
            found = getattr(found, name)
        return int(found)

    return read


def _number(figure: Figure, header: str, value: Callable[[MatrixRow], int]) -> Column:
    """A count; nothing is shown as a dash, so that what is there stands out."""
    return Column(
        key=figure,
        header=header,
        kind=Kind.INTEGER,
        width=58,
        value=value,
        shown=lambda line: str(value(line) or "–"),
        sort=value,
    )


def _sent_pill(line: MatrixRow) -> Pill | None:
    if line.unit is None or line.unit.is_own:
        return None
    if line.unit.has_sent:
        return Pill(QCoreApplication.translate("Consolidation", "Sent"), Tone.GREEN)
    return Pill(QCoreApplication.translate("Consolidation", "Not sent"), Tone.AMBER)


def _percent(line: MatrixRow) -> str:
    percent = line.row.tasks.percent_done
    return "–" if percent is None else format_percent(percent, 0)


def _reached(line: MatrixRow) -> str:
    return f"{line.row.targets_reached}/{line.row.targets}" if line.row.targets else "–"


def _bundle_words(line: MatrixRow) -> str:
    """Number and day; of the sum the day alone."""
    if line.newest_at is None:
        own = line.unit is not None and line.unit.is_own
        return "" if own else QCoreApplication.translate("Consolidation", "none yet")
    day = format_date(local_day(line.newest_at))
    if line.unit is None or line.unit.bundle is None:
        return day
    words = QCoreApplication.translate("Consolidation", "{n} · {day}")
    return words.replace("{n}", str(line.unit.bundle.n)).replace("{day}", day)
