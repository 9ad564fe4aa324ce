"""Copying, pasting, filling down and clearing blocks of cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QGuiApplication

from desktop.domain.entity import Kind
from desktop.domain.errors import SoSenError
from desktop.ui.grid.base import GridBase
from desktop.ui.grid.blocks import from_block, to_block
from desktop.ui.widgets.values import InputError


@dataclass(frozen=True, slots=True)
class PasteReport:
    """What became of a pasted block: cells written, cells refused with (row, column header, reason)."""

    written: int
    refused: tuple[tuple[int, str, str], ...] = ()
    beyond: int = 0
    """Lines below the last row that nobody took."""


class BlockActions(QObject):
    """What Ctrl+C, Ctrl+V, Ctrl+D and Delete do. ``pasted`` carries a PasteReport.

    ``take_beyond`` is given the lines of a paste that go past the last row; it answers how many became rows,
    or raises SoSenError.  ``as_one`` makes what it and the cells write one step to undo, all or nothing;
    ``tell_beyond`` is called once it is kept.
    """

    pasted = Signal(object)

    def __init__(self, view: GridBase) -> None:
        super().__init__(view)
        self._view = view
        self.take_beyond: Callable[[list[list[str]]], int] | None = None
        self.tell_beyond: Callable[[], object] | None = None
        self.as_one: Callable[[], AbstractContextManager[None]] = nullcontext

    def copy(self) -> None:
        """Put the selected block on the clipboard; gaps in the selection become empty cells."""
        rows, columns = self._selected()
        model, picked = self._view.grid_model, self._view.selectionModel()
        block = [
            [
                str(model.index(row, column).data() or "")
                if picked.isSelected(model.index(row, column))
                else ""
                for column in columns
            ]
            for row in rows
        ]
        if block:
            QGuiApplication.clipboard().setText(to_block(block))

    def paste(self) -> None:
        """Write the clipboard's block from the selection's first cell on; one value fills the selection."""
        block = from_block(QGuiApplication.clipboard().text())
        rows, columns = self._selected()
        if not block or not rows:
            return
        if len(block) == 1 and len(block[0]) == 1:
            cells = [(row, column, block[0][0]) for row in rows for column in columns]
            self._write(cells, 0)
            return
        places = self._rows_from(rows[0], len(block))
        order = self._view.shown_columns()
        wanted = order[order.index(columns[0]) :]
        cells = [
            (row, column, text)
            for row, line in zip(places, block, strict=False)
            for column, text in zip(wanted, line, strict=False)
        ]
        beyond = block[len(places) :]
        if beyond and self.take_beyond is not None:
            self._write_beyond(cells, beyond, self.take_beyond)
        else:
            self._write(cells, len(beyond))

    def _write_beyond(
        self,
        cells: Sequence[tuple[int, int, Any]],
        beyond: list[list[str]],
        take_beyond: Callable[[list[list[str]]], int],
    ) -> None:
        """Write cells and new rows together: all of it, or nothing and the reason."""
        try:
            with self.as_one():
                taken = take_beyond(beyond)
                report = self._put(cells, len(beyond) - taken)
        except SoSenError as problem:
            self._refuse(problem)
            return
        self.pasted.emit(report)
        if taken and self.tell_beyond is not None:
            self.tell_beyond()

    def fill_down(self) -> None:
        """Copy the top cells of the selection into those below; of one cell alone, the cell above into it."""
        rows, columns = self._selected()
        if len(rows) == 1:
            above = next((r for r in range(rows[0] - 1, -1, -1) if not self._view.grid_model.is_group(r)), -1)
            rows = [above, *rows] if above >= 0 else rows
        if len(rows) < 2:
            return
        model = self._view.grid_model
        top = model.row(rows[0])
        values = [(column, model.columns[column].value_of(top)) for column in columns]
        self._write([(row, column, value) for row in rows[1:] for column, value in values], 0)

    def clear(self) -> None:
        """Empty the selected cells that can be empty."""
        rows, columns = self._selected()
        empties = [(c, self._empty(self._view.grid_model.columns[c].kind)) for c in columns]
        kept = [(column, value) for column, value in empties if value is not NotImplemented]
        self._write([(row, column, value) for row in rows for column, value in kept], 0)

    @staticmethod
    def _empty(kind: Kind) -> Any:
        if kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE):
            return ""
        return {Kind.CHOICE: NotImplemented, Kind.BOOLEAN: False}.get(kind)

    def _write(self, cells: Sequence[tuple[int, int, Any]], beyond: int) -> None:
        try:
            report = self._put(cells, beyond)
        except SoSenError as problem:
            self._refuse(problem)
            return
        self.pasted.emit(report)

    def _put(self, cells: Sequence[tuple[int, int, Any]], beyond: int) -> PasteReport:
        """Write what can be written, as one action. Raises SoSenError: then nothing was."""
        model = self._view.grid_model
        edits: list[tuple[int, str, Any]] = []
        refused: list[tuple[int, str, str]] = []
        for position, index, given in cells:
            row, column = model.row(position), model.columns[index]
            if row is None or not model.can_edit(row, column):
                refused.append((position, column.header, "read_only"))
                continue
            try:
                value = model.read(column, given)
            except InputError as problem:
                refused.append((position, column.header, problem.reason))
                continue
            if value != column.value_of(row):
                edits.append((position, column.key, value))
        model.write_block(edits)
        return PasteReport(len(cells) - len(refused), tuple(refused), beyond)

    def _refuse(self, problem: SoSenError) -> None:
        self._view.grid_model.refused.emit(problem, QPersistentModelIndex(self._view.currentIndex()))

    def _selected(self) -> tuple[list[int], list[int]]:
        """Positions of the selected rows without group rows, and the selected columns as they stand."""
        chosen = self._view.selectionModel().selectedIndexes() or [self._view.currentIndex()]
        cells = [index for index in chosen if index.isValid()]
        rows = sorted({index.row() for index in cells if not self._view.grid_model.is_group(index.row())})
        columns = {index.column() for index in cells}
        return rows, [column for column in self._view.shown_columns() if column in columns]

    def _rows_from(self, first: int, count: int) -> list[int]:
        """Up to ``count`` positions from ``first`` on that are no group rows."""
        model = self._view.grid_model
        found: list[int] = []
        for position in range(first, model.rowCount()):
            if len(found) == count:
                break
            if not model.is_group(position):
                found.append(position)
        return found
