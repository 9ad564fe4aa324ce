"""The four tabs of the plan; each but the first is made when it is first looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.plan.data import PlanData
from desktop.ui.plan.general_tab import GeneralTab
from desktop.ui.plan.row_tab import RowTab, solution_tab, target_tab
from desktop.ui.plan.task_tab import TaskTab
from desktop.ui.theme.tokens import SM
from desktop.ui.widgets.tabs import SegmentedTabs

TASKS, TARGETS, SOLUTIONS, GENERAL = "tasks", "targets", "solutions", "general"
P = TypeVar("P", bound=QWidget)


class PlanPages(QWidget):
    """``turned`` carries the key of the tab now in front."""

    turned = Signal(str)

    def __init__(self, data: PlanData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self.tabs = SegmentedTabs(QCoreApplication.translate("Plan", "Parts of the plan"))
        self.tabs.add(TASKS, QCoreApplication.translate("Plan", "Tasks"))
        self.tabs.add(TARGETS, QCoreApplication.translate("Plan", "Targets"))
        self.tabs.add(SOLUTIONS, QCoreApplication.translate("Plan", "Solutions"))
        self.tabs.add(GENERAL, QCoreApplication.translate("Plan", "General"))
        self.tasks = TaskTab(data)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tasks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(lambda _index: self._turn())

    @cached_property
    def targets(self) -> RowTab:
        """The tab of targets."""
        return self._added(target_tab(self._data))

    @cached_property
    def solutions(self) -> RowTab:
        """The tab of solutions."""
        return self._added(solution_tab(self._data))

    @cached_property
    def general(self) -> GeneralTab:
        """The tab of the plan itself."""
        return self._added(GeneralTab(self._data))

    def _added(self, page: P) -> P:
        self._stack.addWidget(page)
        return page

    @property
    def key(self) -> str:
        """The tab in front."""
        return self.tabs.key()

    def page(self) -> TaskTab | RowTab | GeneralTab:
        """What is in front; the others are brought up to date when they come to the front."""
        return self.general if self.key == GENERAL else self.front()

    def front(self) -> TaskTab | RowTab:
        """The list in front; that of tasks while the plan itself is."""
        if self.key == TARGETS:
            return self.targets
        return self.solutions if self.key == SOLUTIONS else self.tasks

    def show_plan(self) -> None:
        """Show the plan as it was read last."""
        counts = self._data.view.counts
        self.tabs.set_count(TASKS, counts.tasks)
        self.tabs.set_count(TARGETS, counts.targets)
        self.tabs.set_count(SOLUTIONS, counts.solutions)
        self.page().show_plan()

    def focus_work(self) -> None:
        """Put the focus where one works: into the list, or the first field."""
        if self.key == GENERAL:
            self.general.form.focus_first()
        else:
            self.front().list.panel.focus_work()

    def _turn(self) -> None:
        page = self.page()
        page.show_plan()
        self._stack.setCurrentWidget(page)
        self.turned.emit(self.key)
        if not self.tabs.hasFocus():
            self.focus_work()
