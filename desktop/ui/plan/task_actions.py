"""What can be done with tasks besides editing cells: add, paste, delete, look at the history."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.errors import SoSenError
from desktop.ui.plan.data import PlanData
from desktop.ui.plan.history_dialog import open_history
from desktop.ui.plan.pasting import drafts_of
from desktop.ui.plan.task_tab import TaskTab
from desktop.usecases.numbered_lines import numbered_lines
from desktop.usecases.order_tasks import BREAKTHROUGHS
from desktop.usecases.plan_actions import add_numbered_tasks, add_task, add_tasks, delete_tasks
from desktop.usecases.plan_view import TaskLine
from desktop.usecases.read_record_history import read_record_history


class TaskActions(QObject):
    """The actions of the task tab; each tells the window what it wrote and can be undone."""

    def __init__(self, data: PlanData, tab: TaskTab) -> None:
        super().__init__(tab)
        self._data, self._tab = data, tab
        self._pasted = (0, 0)
        tab.view.blocks.take_beyond = self.take_beyond
        tab.view.blocks.tell_beyond = lambda: self._tell_added(*self._pasted)
        tab.detail.extend_asked.connect(tab.ask_extension)
        tab.detail.history_asked.connect(self.show_history)
        tab.empty.button.clicked.connect(lambda _checked=False: self.add_key_task())

    # --- adding -----------------------------------------------------------------------------------------

    def add(self) -> None:
        """A new task in the group of the current line, opened for typing."""
        parent_id, is_breakthrough = self._group(self._tab.current())
        self._add(parent_id, is_breakthrough=is_breakthrough)

    def add_key_task(self) -> None:
        """A new key task at the end."""
        self._add("", is_key_task=True)

    def add_breakthrough(self) -> None:
        """A new breakthrough at the end."""
        self._add("", is_breakthrough=True)

    def _add(self, parent_id: str, *, is_key_task: bool = False, is_breakthrough: bool = False) -> None:
        if not self._data.can_edit():
            return
        try:
            task = add_task(
                self._data.context.office,
                self._data.plan,
                parent_id=parent_id,
                is_key_task=is_key_task,
                is_breakthrough=is_breakthrough,
            )
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        self._show_anew()
        self._tab.edit_title(task.id)

    @staticmethod
    def _group(line: TaskLine | None) -> tuple[str, bool]:
        """(parent of a new task beside or below a line, whether it is a breakthrough)."""
        if line is None:
            return "", False
        if line.id == BREAKTHROUGHS:
            return "", True
        if line.is_heading:
            return line.task.id, False
        if line.task.is_key_task and not line.task.parent_id:
            return line.task.id, False
        return line.task.parent_id, line.task.is_breakthrough and not line.task.parent_id

    def take_beyond(self, block: list[list[str]]) -> int:
        """New tasks from the lines of a paste that go past the last row; they join its group.

        Raises SoSenError.
        """
        if not self._data.can_edit():
            return 0
        drafts, unread = drafts_of(self._tab.view, block)
        parent_id, is_breakthrough = self._group(self._tab.list.rows[-1] if self._tab.list.rows else None)
        drafts = [{"is_breakthrough": is_breakthrough, **draft} for draft in drafts]
        add_tasks(self._data.context.office, self._data.plan, drafts, parent_id=parent_id, label="paste")
        self._pasted = (len(drafts), unread)
        return len(drafts)

    def paste_document(self) -> None:
        """Tasks from the numbered lines on the clipboard, as copied from a Word plan."""
        lines = numbered_lines(QGuiApplication.clipboard().text())
        if not lines:
            words = QCoreApplication.translate(
                "Plan", "The clipboard holds no text. Copy the plan in Word first."
            )
            self._data.context.notify(words)
            return
        try:
            added = add_numbered_tasks(self._data.context.office, self._data.plan, lines)
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        self._tell_added(len(added), 0)

    def _tell_added(self, count: int, unread: int) -> None:
        words = QCoreApplication.translate("Plan", "%n task(s) added", "", count)
        if unread:
            more = QCoreApplication.translate(
                "Plan", "%n cell(s) could not be read and stayed empty", "", unread
            )
            words = f"{words} · {more}"
        self._data.context.notify(words, True)
        self._data.tell("task")

    # --- taking out, looking back -----------------------------------------------------------------------

    def delete(self) -> None:
        """Delete the selected tasks with all below them; undo brings them back."""
        lines = self._tab.selected()
        if not lines or not self._data.can_edit():
            return
        try:
            gone = delete_tasks(self._data.context.office, [line.task.id for line in lines])
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        words = QCoreApplication.translate("Plan", "%n task(s) deleted", "", gone)
        self._data.context.notify(words, True)
        self._data.tell("task")

    def show_history(self) -> None:
        """Open the history of the current task."""
        line = self._tab.current()
        if line is None or not line.is_record:
            return
        entries = read_record_history(self._data.context.office, "task", line.task.id)
        title = f"{line.task.code} {line.task.title}".strip()
        open_history(self._tab, self._data.context, title, "task", entries)

    def _show_anew(self) -> None:
        """Show what was just written before the window is told, so that it can be edited at once."""
        self._data.read()
        self._tab.show_plan()
        self._data.tell("task")
