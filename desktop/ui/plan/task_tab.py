"""The first tab of the plan: the tree of tasks as a grid, chips that filter, and the detail panel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entities import DeadlineExtension, Task
from desktop.domain.errors import SoSenError
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import CellEdit
from desktop.ui.plan.chips import Chip, FilterChips
from desktop.ui.plan.data import PlanData
from desktop.ui.plan.extension_dialog import ask_extension, ask_reason
from desktop.ui.plan.task_columns import task_columns
from desktop.ui.plan.task_detail import TaskDetail
from desktop.ui.record_list import ListWords, RecordList
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.detail_split import DetailSplit
from desktop.usecases.extend_deadlines import extend_deadlines, needs_reason
from desktop.usecases.plan_actions import LEAD, RecordEdit, edit_cells
from desktop.usecases.plan_view import TaskLine

OVERDUE, THIS_WEEK, NO_LEAD, COMMENTED = "overdue", "due_this_week", "without_lead", "commented"
_PASSES = {
    OVERDUE: lambda line: line.is_overdue,
    THIS_WEEK: lambda line: line.is_due_this_week,
    NO_LEAD: lambda line: line.lacks_lead,
    COMMENTED: lambda line: line.comments > 0,
}


class TaskTab(QWidget):
    """Tasks. What is edited in a cell or in the panel is written at once, as one action."""

    def __init__(self, data: PlanData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data = data
        self.empty = EmptyState(
            QCoreApplication.translate("Plan", "The plan has no task yet."),
            QCoreApplication.translate("Plan", "Add a key task"),
            icon="clipboard-list",
        )
        self.columns: list[Column] = task_columns(data.names, data.can_edit, data.can_report)
        self.list = RecordList(
            data.context,
            self.columns,
            ListWords(QCoreApplication.translate("Plan", "Tasks of the plan"), "plan/tasks"),
            write=self._write,
            read=self._read,
            group=lambda line: line.is_heading,
            empty=self.empty,
            parent=self,
        )
        self.view = self.list.view
        self.chips = FilterChips(tuple(_PASSES))
        self.chips.chosen.connect(lambda _key: self.list.refresh())
        self.list.panel.tools.addWidget(self.chips)
        self.detail = TaskDetail(data, self._save_field)
        self.split = DetailSplit(self.list.panel, self.detail)
        words = QCoreApplication.translate("Plan", "Open the panel of the task")
        self._open = icon_button("layout-sidebar-right", words, self.open_detail)
        self.list.panel.tools.addWidget(self._open)
        self._open.setVisible(self.split.is_drawer)
        self.split.drawer_changed.connect(self._open.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self.view.row_changed.connect(self.detail.show_line)
        self.list.model.edited.connect(self._edited)
        self.list.model.modelReset.connect(self._show_current)
        self.view.opened.connect(lambda _line: self.open_detail())

    # --- showing ----------------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show the plan as it was read last."""
        self._show_chips()
        self.list.refresh()
        self._show_current()
        if self.list.model.rowCount() and not self.view.currentIndex().isValid():
            self._go_to_first()

    def current(self) -> TaskLine | None:
        """The line of the current cell."""
        line: TaskLine | None = self.view.current_row()
        return line

    def selected(self) -> list[TaskLine]:
        """The selected lines that are records."""
        return [line for line in self.list.selected() if line.is_record]

    def go_to(self, task_id: str) -> None:
        """Make a task current, whatever was filtered."""
        if self.list.model.position(task_id) < 0 and self.chips.key:
            self.chips.press("")
            self.list.refresh()
        self.list.go_to(task_id, "title")

    def edit_title(self, task_id: str) -> None:
        """Begin to edit the words of a task."""
        self.go_to(task_id)
        self.list.edit(task_id, "title")

    def open_detail(self) -> None:
        """Show the panel and put the focus into its first field."""
        self.split.open_detail()
        self.detail.form.focus_first()

    def _go_to_first(self) -> None:
        lines = self.list.rows
        first = next((place for place, line in enumerate(lines) if not line.is_heading), 0)
        self.view.go_to(first, self.list.model.column_index("title"))

    def _show_current(self) -> None:
        self.detail.show_line(self.current())

    def _edited(self, line: TaskLine) -> None:
        if self.detail.line is not None and line.id == self.detail.line.id:
            self.detail.show_line(line)

    def _show_chips(self) -> None:
        counts = self.data.view.counts
        overdue = QCoreApplication.translate("Plan", "Overdue")
        week = QCoreApplication.translate("Plan", "Due in 7 days")
        said = QCoreApplication.translate("Plan", "Commented")
        nobody = QCoreApplication.translate("Plan", "Without a lead")
        self.chips.show_chips(
            [
                Chip(OVERDUE, overdue, counts.overdue, Tone.RED),
                Chip(THIS_WEEK, week, counts.due_this_week, Tone.AMBER),
                Chip(NO_LEAD, nobody, counts.without_lead, Tone.GREY),
                Chip(COMMENTED, said, counts.commented, Tone.LOTUS),
            ]
        )

    def _read(self) -> Sequence[TaskLine]:
        """The lines that pass the pressed chip, each below its headings."""
        passes = _PASSES.get(self.chips.key)
        if passes is None:
            return self.data.view.tasks
        kept: list[TaskLine] = []
        heads: list[TaskLine] = []
        for line in self.data.view.tasks:
            heads = [head for head in heads if head.depth < line.depth]
            if passes(line):
                kept += [*heads, line]
                heads = []
            elif line.is_heading:
                heads.append(line)
        return kept

    # --- writing ----------------------------------------------------------------------------------------

    def _write(self, edits: Sequence[CellEdit]) -> None:
        """Write cells; deadlines that need a reason wait for the answer to a question."""
        plain: list[RecordEdit] = []
        later: dict[str, tuple[Task, date]] = {}
        for edit in edits:
            task = edit.row.task
            if edit.column == "due_on" and needs_reason(self.data.plan, task, edit.value):
                later[task.id] = (task, edit.value)
            else:
                plain.append(RecordEdit(Task, task.id, edit.column, edit.value))
        if plain:
            edit_cells(self.data.context.office, plain)
            self.data.read()
            self._show_chips()
            self.data.tell("task", "progress_update")
        if later:
            QTimer.singleShot(0, self, lambda: self._ask_reason(later))

    def _ask_reason(self, later: dict[str, tuple[Task, date]]) -> None:
        tasks = [task for task, _day in later.values()]
        today = self.data.context.office.today
        days = {task_id: day for task_id, (_task, day) in later.items()}
        if len(tasks) == 1:
            ask_extension(self, tasks, today, self.extend, days[tasks[0].id])
            return
        ask_reason(self, tasks, today, lambda answer: self._extend(days, answer))

    def ask_extension(self) -> None:
        """Ask for a new deadline of the selected tasks that have one."""
        tasks = [line.task for line in self.selected() if line.task.due_on is not None]
        if not tasks or not self.data.can_report():
            return

        def answered(answer: DeadlineExtension) -> None:
            day = answer.new_due_on
            if day is not None:
                self._extend({task.id: day for task in tasks}, answer)

        ask_extension(self, tasks, self.data.context.office.today, answered)

    def extend(self, answer: DeadlineExtension) -> None:
        """Write the extension of one task as it was answered."""
        if answer.new_due_on is not None:
            self._extend({answer.task_id: answer.new_due_on}, answer)

    def _extend(self, days: dict[str, date], answer: DeadlineExtension) -> None:
        try:
            extend_deadlines(self.data.context.office, days, reason=answer.reason, approver=answer.approver)
        except SoSenError as refusal:
            self.data.context.show_error(refusal)
            return
        words = QCoreApplication.translate("Plan", "%n deadline(s) extended", "", len(days))
        self.data.context.notify(words, True)
        self.data.tell("task", "deadline_extension")

    def _save_field(self, task: Task, field: str, value: object) -> Task:
        """Write one field of the panel; the task is returned unchanged when a reason is asked for first."""
        if field == "due_on" and isinstance(value, date) and needs_reason(self.data.plan, task, value):
            QTimer.singleShot(0, self, lambda: self._ask_reason({task.id: (task, value)}))
            return task
        key = LEAD if field == "lead_person_id" and value else field
        edit_cells(self.data.context.office, [RecordEdit(Task, task.id, key, value)], label="edit_record")
        return self.data.context.office.store.get(Task, task.id)
