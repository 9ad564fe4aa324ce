"""A grid over records that a screen reads whole: edits are written, then shown in place, without a jump."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.model import CellEdit, GridModel
from desktop.ui.grid.pages import PAGE
from desktop.ui.grid.panel import Export, GridPanel
from desktop.ui.grid.source import Arrangement, ListSource
from desktop.ui.grid_refresh import CalmRefresh
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.edit_records import one_action


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list is called: ``name`` for screen readers, ``memory`` in the settings."""

    name: str
    memory: str


class RecordList(QObject):
    """Keeps the rows of one ``GridPanel`` in step with what was read.

    ``write`` writes cells as one action (raises SoSenError); ``read`` then answers all rows as they are now.
    Rows are frozen values with an ``id``.  When the same records come back, only changed lines are shown
    anew, so that neither the selection nor an open editor is lost.
    """

    def __init__(
        self,
        context: ScreenContext,
        columns: Sequence[Column],
        words: ListWords,
        *,
        write: Callable[[Sequence[CellEdit]], None],
        read: Callable[[], Sequence[Row]],
        group: Callable[[Row], bool] | None = None,
        empty: EmptyState | None = None,
        export: Export | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._group = columns, group
        self._write, self._read = write, read
        self.rows: list[Row] = []
        self.model = GridModel(
            columns,
            self._source(),
            commit=self._commit,
            commit_block=self._commit_block,
            group=group,
            today=context.office.today,
            parent=self,
        )
        self.panel = GridPanel(
            self.model,
            words.name,
            settings=context.settings,
            memory=words.memory,
            empty=empty,
            export=export,
        )
        self.view = self.panel.view
        self.view.blocks.as_one = partial(one_action, context.office, "paste")
        self._calm = CalmRefresh(self.view, self._reload)

    def refresh(self) -> None:
        """Show the rows as they are now, once nobody is typing."""
        self._calm.ask()

    def go_to(self, record_id: str, column: str = "") -> bool:
        """Make a record's row current, taking filters away when they hide it."""
        if self.model.position(record_id) < 0 and self.model.arrangement.is_filtered:
            self.panel.show_all()
        return self.view.go_to_key(record_id, column)

    def edit(self, record_id: str, column: str) -> None:
        """Go to a cell and begin to edit it."""
        if self.go_to(record_id, column):
            self.view.setFocus()
            self.view.scrollTo(self.view.currentIndex())  # again: the rows in sight have their heights now
            self.view.edit(self.view.currentIndex())

    def finish_typing(self) -> None:
        """Write what is being typed and close the editor: leaving a cell saves it."""
        self.view.setFocus()

    def shown(self) -> tuple[list[Column], list[Row]]:
        """Columns and rows as they are shown, for an export."""
        rows = [self.model.row(place) for place in range(self.model.rowCount())]
        return [self.model.columns[index] for index in self.view.shown_columns()], rows

    def selected(self) -> list[Row]:
        """The rows of the selected cells, or the current one."""
        current = self.view.current_row()
        return self.view.selected_rows() or ([current] if current is not None else [])

    def _source(self) -> ListSource:
        return ListSource(self.rows, self._columns, group=self._group)

    def _reload(self) -> None:
        rows = self._read()
        if not self._take_in_place(rows):
            self._reset(rows)

    def _take_in_place(self, rows: Sequence[Row]) -> bool:
        """Show changed lines of the same records; False when records came or went."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        sorted_pages = len(rows) > PAGE and self.model.arrangement != Arrangement()
        if not same or sorted_pages:
            return False
        for place, row in enumerate(rows):
            if row != self.rows[place]:
                self.rows[place] = row
                shown_at = self.model.position(row.id)
                if shown_at >= 0:
                    self.model.take(shown_at, row)
        return True

    def _reset(self, rows: Sequence[Row]) -> None:
        here = self.view.currentIndex()
        place, column = here.row(), here.column()
        self.rows[:] = rows
        self.model.refresh(self._source())
        count = self.model.rowCount()
        if count and place >= 0 and not self.view.currentIndex().isValid():
            self.view.go_to(min(place, count - 1), column)

    def _commit(self, row: Row, key: str, value: Any) -> Row | None:
        changed = self._commit_block([CellEdit(row, key, value)])
        return changed[0] if changed else None

    def _commit_block(self, edits: Sequence[CellEdit]) -> Sequence[Row]:
        self._write(edits)
        rows = self._read()
        self._take_in_place(rows)
        wanted = {edit.row.id for edit in edits}
        return [row for row in rows if row.id in wanted]
