"""The rows and columns of the consolidation table: a line for each unit under a line with their sum."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.source import Arrangement, ListSource, PageSource
from desktop.usecases.behind_figure import Figure
from desktop.usecases.read_consolidation import Consolidation, UnitFigures
from desktop.usecases.summarise import SummaryRow, sum_of

SUM_ID = ""
"""The key of the sum line; a unit's line has the unit's id."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One line. ``sent`` of ``awaited`` units are counted in the sum; a unit's own line stands for itself.

    ``heat``: column key → how strongly its number is marked, 0…1.  ``newest_at``: when the newest bundle was
    taken (UTC ms).
    """

    id: str
    row: SummaryRow
    unit: UnitFigures | None
    heat: Mapping[str, float]
    sent: int = 0
    awaited: int = 0
    newest_at: int | None = None

    @property
    def is_sum(self) -> bool:
        return self.unit is None

    @property
    def is_old(self) -> bool:
        """Whether the figures are of an earlier period, or there are none."""
        return self.unit is not None and self.unit.is_old


def unit_rows(table: Consolidation) -> list[MatrixRow]:
    """The lines of the units."""
    measures: Mapping[str, Callable[[SummaryRow], int]] = {
        Figure.OVERDUE: lambda row: row.tasks.open_overdue,
        Figure.DUE_SOON: lambda row: row.tasks.due_soon,
        Figure.CONFLICTS: lambda row: row.conflicts,
    }
    most = max((count(one.row) for one in table.units for count in measures.values()), default=0)
    return [
        MatrixRow(
            id=one.id,
            row=one.row,
            unit=one,
            heat={key: count(one.row) / most for key, count in measures.items() if count(one.row)},
            sent=int(one.has_sent),
            awaited=int(not one.is_own),
            newest_at=one.bundle.at if one.bundle else None,
        )
        for one in table.units
    ]


def sum_row(rows: Sequence[MatrixRow]) -> MatrixRow:
    """The line that adds up the lines shown."""
    words = QCoreApplication.translate("Consolidation", "Total of %n unit(s)", "", len(rows))
    whole = sum_of((row.row for row in rows), words)
    sent, awaited = sum(row.sent for row in rows), sum(row.awaited for row in rows)
    newest = max((row.newest_at for row in rows if row.newest_at is not None), default=None)
    return MatrixRow(SUM_ID, whole, None, {}, sent, awaited, newest)


class SummedSource:
    """The units' lines below their sum; filtered and sorted, the sum is that of the lines shown."""

    def __init__(self, units: ListSource, columns: Sequence[Column], rows: Sequence[MatrixRow]) -> None:
        self._units, self._columns = units, columns
        shown = [sum_row(rows), *rows] if rows else []
        self._shown = ListSource(shown, columns)

    @classmethod
    def of(cls, rows: Sequence[MatrixRow], columns: Sequence[Column]) -> SummedSource:
        """The whole table."""
        return cls(ListSource(rows, columns), columns, rows)

    def count(self) -> int:
        return self._shown.count()

    def page(self, after: str | None, limit: int) -> Sequence[Row]:
        return self._shown.page(after, limit)

    def anchors(self, limit: int) -> Sequence[str]:
        return self._shown.anchors(limit)

    def position(self, key: str) -> int:
        return self._shown.position(key)

    def words(self, column: str, limit: int) -> Sequence[str]:
        return self._units.words(column, limit)

    def arranged(self, wish: Arrangement) -> PageSource:
        units = self._units.arranged(wish)
        return SummedSource(units, self._columns, units.page(None, units.count()))
