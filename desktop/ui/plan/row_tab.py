"""The tabs of targets and of solutions: a grid edited in place, with adding, pasting and deleting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entities import Plan, Solution, Target
from desktop.domain.errors import SoSenError
from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.model import CellEdit
from desktop.ui.plan.data import PlanData
from desktop.ui.plan.history_dialog import open_history
from desktop.ui.plan.pasting import drafts_of
from desktop.ui.plan.row_columns import solution_columns, target_columns
from desktop.ui.record_list import ListWords, RecordList
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.office import Office
from desktop.usecases.plan_actions import RecordEdit, edit_cells
from desktop.usecases.plan_rows import add_solutions, add_targets, delete_rows
from desktop.usecases.plan_view import Named
from desktop.usecases.read_record_history import read_record_history

Add = Callable[[Office, Plan, Sequence[Mapping[str, object]]], Sequence[Target | Solution]]


@dataclass(frozen=True, slots=True)
class RowKind:
    """What tells targets and solutions apart."""

    table: str
    cls: type[Target] | type[Solution]
    first: str
    """The column that a new row opens for typing."""
    add: Add
    words: ListWords
    columns: Sequence[Column]
    empty: EmptyState
    rows: Callable[[], Sequence[Row]]


class RowTab(QWidget):
    """One list of the plan besides its tasks."""

    def __init__(self, data: PlanData, kind: RowKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data, self.kind = data, kind
        self.list = RecordList(
            data.context,
            kind.columns,
            kind.words,
            write=self._write,
            read=kind.rows,
            empty=kind.empty,
            parent=self,
        )
        self.view = self.list.view
        self._pasted = (0, 0)
        self.view.blocks.take_beyond = self._take_beyond
        self.view.blocks.tell_beyond = self._tell_added
        kind.empty.button.clicked.connect(lambda _checked=False: self.add())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list.panel)

    def show_plan(self) -> None:
        """Show the plan as it was read last."""
        self.kind.empty.button.setVisible(self.data.can_edit())
        self.list.refresh()
        if self.list.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.go_to(0, self.list.model.column_index(self.kind.first))

    def go_to(self, record_id: str) -> None:
        self.list.go_to(record_id, self.kind.first)

    def add(self) -> None:
        """A new row at the end, opened for typing."""
        if not self.data.can_edit():
            return
        added = self._add([{}])
        if added:
            self.data.read()
            self.show_plan()
            self.list.edit(added[0].id, self.kind.first)
            self.data.tell(self.kind.table)

    def delete(self) -> None:
        """Delete the selected rows; undo brings them back."""
        records = [getattr(line, self.kind.table) for line in self.list.selected()]
        if not records or not self.data.can_edit():
            return
        try:
            delete_rows(self.data.context.office, records)
        except SoSenError as refusal:
            self.data.context.show_error(refusal)
            return
        words = QCoreApplication.translate("Plan", "%n row(s) deleted", "", len(records))
        self.data.context.notify(words, True)
        self.data.tell(self.kind.table)

    def show_history(self) -> None:
        """Open the history of the current row."""
        line = self.view.current_row()
        if line is not None:
            entries = read_record_history(self.data.context.office, self.kind.table, line.id)
            title = str(getattr(getattr(line, self.kind.table), self.kind.first))
            open_history(self, self.data.context, title, self.kind.table, entries)

    def _write(self, edits: Sequence[CellEdit]) -> None:
        changes = [RecordEdit(self.kind.cls, edit.row.id, edit.column, edit.value) for edit in edits]
        edit_cells(self.data.context.office, changes)
        self.data.read()
        self.data.tell(self.kind.table)

    def _add(self, drafts: Sequence[Mapping[str, Any]]) -> Sequence[Target | Solution]:
        try:
            return self.kind.add(self.data.context.office, self.data.plan, drafts)
        except SoSenError as refusal:
            self.data.context.show_error(refusal)
            return ()

    def _take_beyond(self, block: list[list[str]]) -> int:
        if not self.data.can_edit():
            return 0
        drafts, unread = drafts_of(self.view, block)
        added = self.kind.add(self.data.context.office, self.data.plan, drafts)
        self._pasted = (len(added), unread)
        return len(added)

    def _tell_added(self) -> None:
        count, unread = self._pasted
        words = QCoreApplication.translate("Plan", "%n row(s) added", "", count)
        if unread:
            more = QCoreApplication.translate(
                "Plan", "%n cell(s) could not be read and stayed empty", "", unread
            )
            words = f"{words} · {more}"
        self.data.context.notify(words, True)
        self.data.tell(self.kind.table)


def target_tab(data: PlanData) -> RowTab:
    """The tab of targets."""
    empty = EmptyState(
        QCoreApplication.translate("Plan", "The plan has no target yet."),
        QCoreApplication.translate("Plan", "Add a target"),
        icon="target-arrow",
    )
    words = ListWords(QCoreApplication.translate("Plan", "Targets of the plan"), "plan/targets")
    columns = target_columns(data.names, data.can_edit)
    kind = RowKind("target", Target, "name", add_targets, words, columns, empty, lambda: data.view.targets)
    return RowTab(data, kind)


def solution_tab(data: PlanData) -> RowTab:
    """The tab of solutions."""

    def tasks() -> list[Named]:
        records = [line.task for line in data.view.tasks if line.is_record]
        return [Named(task.id, f"{task.code} {task.title}".strip()) for task in records]

    def targets() -> list[Named]:
        return [Named(line.id, line.target.name) for line in data.view.targets]

    empty = EmptyState(
        QCoreApplication.translate("Plan", "The plan has no solution yet."),
        QCoreApplication.translate("Plan", "Add a solution"),
        icon="bulb",
    )
    words = ListWords(QCoreApplication.translate("Plan", "Solutions of the plan"), "plan/solutions")
    columns = solution_columns(data.names, tasks, targets, data.can_edit)
    kind = RowKind(
        "solution", Solution, "content", add_solutions, words, columns, empty, lambda: data.view.solutions
    )
    return RowTab(data, kind)
