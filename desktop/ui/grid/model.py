"""The table model: finished rows in pages, edits that ask first, one arrangement at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.entity import Kind
from desktop.domain.errors import SoSenError
from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.pages import Pages
from desktop.ui.grid.source import ROW_ID, Arrangement, PageSource, RowKey
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.widgets.values import InputError, Today, typed_value

Index = QModelIndex | QPersistentModelIndex
Commit = Callable[[Row, str, Any], Row | None]
"""(row, column key, value) → the row as it is now (None: nothing to show anew). May raise SoSenError."""
_ROLE = Qt.ItemDataRole
ROW_ROLE = int(_ROLE.UserRole)
_NOWHERE = QModelIndex()
# Made once: Qt asks for the flags of every cell it paints.
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _SHOWN | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell of a pasted or filled block."""

    row: Row
    column: str
    value: Any


CommitBlock = Callable[[Sequence[CellEdit]], Sequence[Row]]
"""Writes a block in one action; answers the changed rows. May raise SoSenError: then nothing was written."""


class GridModel(QAbstractTableModel):
    """Rows of a source under columns.

    ``refused`` carries (SoSenError or InputError, QPersistentModelIndex) when an edit was not taken;
    ``edited`` carries the new row after a taken one; ``arranged`` tells that filter or order changed.
    """

    refused = Signal(object, object)
    edited = Signal(object)
    arranged = Signal()

    def __init__(
        self,
        columns: Sequence[Column],
        source: PageSource,
        *,
        commit: Commit | None = None,
        commit_block: CommitBlock | None = None,
        group: Callable[[Row], bool] | None = None,
        row_key: RowKey = ROW_ID,
        today: Today | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._whole = source
        self._commit = commit
        self._commit_block = commit_block
        self._group = group
        self.row_key = row_key
        self.today = today
        self._arrangement = Arrangement()
        self._pages = Pages(source, row_key)

    # --- what Qt asks ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._pages.total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return column.header
        if role == _ROLE.ToolTipRole:
            return plain_tip(column.tip or column.header)
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.at_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == _ROLE.DisplayRole:
            return column.text_of(row)
        if role == _ROLE.AccessibleTextRole:
            return f"{column.header}: {column.text_of(row)}"
        if role == _ROLE.EditRole:
            return column.value_of(row)
        if role == _ROLE.CheckStateRole or role != ROW_ROLE:
            return None
        return row

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.can_edit(row, self.columns[index.column()]) else _SHOWN

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        row = self.row(index.row()) if index.isValid() else None
        if row is None or role != _ROLE.EditRole or self._commit is None:
            return False
        column = self.columns[index.column()]
        try:
            typed = self.read(column, value)
            changed = self._commit(row, column.key, typed) if typed != column.value_of(row) else None
        except (SoSenError, InputError) as problem:
            self.refused.emit(problem, QPersistentModelIndex(index))
            return False
        self.take(index.row(), changed)
        return True

    # --- what screens and the view ask ----------------------------------------------------------------

    def row(self, position: int) -> Row | None:
        """The row shown at a position."""
        return self._pages.row(position) if 0 <= position < self._pages.total else None

    def is_group(self, position: int) -> bool:
        row = self.row(position) if self._group is not None else None
        return row is not None and self._group is not None and self._group(row)

    def can_edit(self, row: Row, column: Column) -> bool:
        return self._commit is not None and column.is_editable(row)

    def column_index(self, key: str) -> int:
        """The position of the column with this key, -1 when there is none."""
        return next((i for i, column in enumerate(self.columns) if column.key == key), -1)

    def position(self, key: str) -> int:
        """Where the row with this key is shown, -1 when it is not among the rows held."""
        return self._pages.position(key)

    def read(self, column: Column, value: Any) -> Any:
        """A typed or pasted text as the column's value; other values as they are. Raises InputError."""
        if not isinstance(value, str) or column.kind in (Kind.TEXT, Kind.LONG_TEXT):
            return value
        choices = column.choices
        if column.kind is Kind.REFERENCE:
            if column.lookup is None or value == "":
                return value
            known = column.name_of(value) if column.name_of is not None else ()
            choices = (*known, *column.lookup(value))
        if self.today is None:
            return typed_value(column.kind, value, choices)
        return typed_value(column.kind, value, choices, self.today)

    def take(self, position: int, row: Row | None) -> None:
        """Show a changed row at its position."""
        if row is None:
            return
        self._pages.replace(position, row)
        self.dataChanged.emit(self.index(position, 0), self.index(position, len(self.columns) - 1))
        self.edited.emit(row)

    def write_block(self, edits: Sequence[tuple[int, str, Any]]) -> None:
        """Write cells given as (position, column key, value) in one action. Raises SoSenError."""
        cells = [CellEdit(self.row(position), key, value) for position, key, value in edits]
        if self._commit_block is not None:
            changed = {self.row_key(row): row for row in self._commit_block(cells)}
        else:
            changed = _one_by_one(cells, self._commit, self.row_key)
        for position in sorted({position for position, _key, _value in edits}):
            self.take(position, changed.get(self.row_key(self.row(position))))

    # --- what is shown --------------------------------------------------------------------------------

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    @property
    def source(self) -> PageSource:
        """The whole table, not arranged."""
        return self._whole

    def arrange(self, wish: Arrangement) -> None:
        """Filter and sort."""
        if wish != self._arrangement:
            self._arrangement = wish
            self.refresh()
            self.arranged.emit()

    def refresh(self, source: PageSource | None = None) -> None:
        """Read everything anew, from another source when given; the arrangement stays.

        Where the same rows stand at the same places, only their values are shown anew: what is selected,
        where the table is scrolled to and an open editor stay as they are.
        """
        self._whole = source if source is not None else self._whole
        plain = self._arrangement == Arrangement()
        pages = Pages(self._whole if plain else self._whole.arranged(self._arrangement), self.row_key)
        if pages.total and pages.stands_like(self._pages):
            self._pages = pages
            self.dataChanged.emit(self.index(0, 0), self.index(pages.total - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._pages = pages
        self.endResetModel()

    def grow(self, *, reordered: bool = False) -> None:
        """Show rows that the source has found since; they stand at the end unless all were ``reordered``."""
        if reordered:
            self.beginResetModel()
            self._pages = self._pages.anew()
            self.endResetModel()
            return
        before, now = self._pages.total, self._pages.found()
        if now > before:
            self.beginInsertRows(_NOWHERE, before, now - 1)
            self._pages.grow()
            self.endInsertRows()


def _one_by_one(cells: Sequence[CellEdit], commit: Commit | None, row_key: RowKey) -> dict[str, Row]:
    """Write cells each as an action of its own, where no way is given to write them as one."""
    changed: dict[str, Row] = {}
    for cell in cells:
        key = row_key(cell.row)
        now = commit(changed.get(key, cell.row), cell.column, cell.value) if commit else None
        if now is not None:
            changed[key] = now
    return changed
