"""S5 Kế hoạch năm: the plan of one unit in four tabs; a commune edits its own, an office reads them all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.domain.scopes import scope_subject
from desktop.ui.exporting import export_list
from desktop.ui.frame.screen import WORK, Screen, ScreenContext
from desktop.ui.plan.data import PlanData
from desktop.ui.plan.head import PlanHead
from desktop.ui.plan.pages import GENERAL, SOLUTIONS, TARGETS, TASKS, PlanPages
from desktop.ui.plan.row_tab import RowTab
from desktop.ui.plan.task_actions import TaskActions
from desktop.ui.plan.words import nothing_sentence, plan_summary
from desktop.ui.theme.tokens import LG, MD, SM, XL
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.plan_actions import add_plan
from desktop.usecases.read_plan import plan_of_record, plan_units

_UNIT = "plan/unit"


class PlanScreen(Screen):
    """Header, tabs, and the tab in front. Empty when the unit has no plan of the year."""

    key = "plan"
    tables = frozenset(
        {
            "plan",
            "task",
            "target",
            "solution",
            "progress_update",
            "deadline_extension",
            "file",
            "line_comment",
            "person",
            "body",
            "position",
            "field",
            "programme",
            "programme_item",
            "unit",
        }
    )

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.units = plan_units(context.office)
        self.data = PlanData(context, self._remembered_unit(), self)
        self.head = PlanHead(self.units, self.data.unit_id, is_upper=context.office.is_upper)
        self.pages = PlanPages(self.data)
        self.tabs, self.tasks = self.pages.tabs, self.pages.tasks
        self.actions_of_tasks = TaskActions(self.data, self.tasks)
        self.nothing = self._make_nothing()
        self._lay_out()
        self._connect()

    def _make_nothing(self) -> EmptyState:
        words = QCoreApplication.translate("Plan", "Begin the plan")
        if self.context.office.is_upper:
            words = QCoreApplication.translate("Plan", "Open the bundles")
        return EmptyState("", words, self._fill_nothing, icon="clipboard-list")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, MD)
        column.setSpacing(SM)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        column.addWidget(self.nothing, 1)

    def _connect(self) -> None:
        self.pages.turned.connect(self.head.show_tab)
        self.head.unit_chosen.connect(self.choose_unit)
        self.head.export_asked.connect(self.export)
        self.head.send_asked.connect(lambda: self.context.navigate("bundles", WORK, ""))
        calls: dict[str, Callable[[], object]] = {
            "add": self.add,
            "key_task": self.actions_of_tasks.add_key_task,
            "breakthrough": self.actions_of_tasks.add_breakthrough,
            "paste": self.actions_of_tasks.paste_document,
            "extend": self.tasks.ask_extension,
            "history": self.show_history,
            "delete": self.delete,
        }
        for name, call in calls.items():
            self.head.actions_by_name[name].triggered.connect(lambda _checked=False, call=call: call())
        self.addActions(list(self.head.actions_by_name.values()))

    # --- the contract -----------------------------------------------------------------------------------

    def activate(self) -> None:
        super().activate()
        self._focus()

    def refresh(self) -> None:
        """Read the plan anew and show it."""
        try:
            view = self.data.read()
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        has_plan = view.plan is not None
        title = QCoreApplication.translate("Plan", "Plan of {year}")
        title = title.replace("{year}", str(self.context.year()))
        self.head.show_plan(
            title,
            plan_summary(view),
            can_edit=self.data.can_edit(),
            can_report=self.data.can_report(),
            has_plan=has_plan,
        )
        self.pages.setVisible(has_plan)
        self.nothing.setVisible(not has_plan)
        self.nothing.show_sentence(nothing_sentence(view, self.context.year()))
        if has_plan:
            self.pages.show_plan()

    def show_record(self, table: str, record_id: str) -> None:
        """Go to a task, target, solution or plan, also of another unit; without an id to the table's tab."""
        tab = {"task": TASKS, "target": TARGETS, "solution": SOLUTIONS}.get(table, GENERAL)
        if not record_id:
            self.tabs.show_key(tab)
            self._focus()
            return
        plan = plan_of_record(self.context.office, table, record_id)
        if plan is None:
            return
        unit_id = scope_subject(plan.scope)
        if unit_id != self.data.unit_id:
            self.head.show_unit(unit_id)
            self.choose_unit(unit_id)
        self.tabs.show_key(tab)
        if self.tabs.key() != GENERAL:
            self.pages.front().go_to(record_id)
        self._focus()

    def shortcut_help(self) -> list[tuple[str, str]]:
        own = [
            (action.shortcut().toString(), action.text())
            for action in self.head.actions_by_name.values()
            if not action.shortcut().isEmpty()
        ]
        return [
            *own,
            ("Ctrl+Enter", QCoreApplication.translate("Plan", "Open the panel of the task")),
            ("Ctrl+D", QCoreApplication.translate("Plan", "The same as the row above")),
            ("Ctrl+;", QCoreApplication.translate("Plan", "Today's date")),
        ]

    # --- what is shown ----------------------------------------------------------------------------------

    def _remembered_unit(self) -> str:
        held = str(self.context.settings.value(_UNIT, "") or "")
        known = [unit.id for unit in self.units]
        return held if held in known else known[0]

    def choose_unit(self, unit_id: str) -> None:
        """Show the plan of another unit."""
        self.data.unit_id = unit_id
        self.context.settings.setValue(_UNIT, unit_id)
        self.tasks.chips.press("")
        self.refresh()

    def _focus(self) -> None:
        """Put the focus where one works, or on the one button there is."""
        if self.data.view.plan is None:
            self.nothing.button.setFocus()
        else:
            self.pages.focus_work()

    # --- what is done -----------------------------------------------------------------------------------

    def _fill_nothing(self) -> None:
        """What the button of the empty screen does: begin the plan, or go where bundles are taken."""
        if not self.data.view.is_own:
            self.context.navigate("bundles", "", "")
            return
        title = QCoreApplication.translate("Plan", "Plan of {year} of {unit}")
        title = title.replace("{year}", str(self.context.year())).replace("{unit}", self.data.view.unit_name)
        try:
            add_plan(self.context.office, self.context.year(), title)
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        self.context.changed(frozenset({"plan"}))
        self._focus()

    def add(self) -> None:
        """A new row of the tab in front."""
        front = self.pages.front()
        front.list.finish_typing()
        if isinstance(front, RowTab):
            front.add()
        else:
            self.tabs.show_key(TASKS)
            self.actions_of_tasks.add()

    def delete(self) -> None:
        """Delete the selected rows of the tab in front."""
        front = self.pages.front()
        front.list.finish_typing()
        if isinstance(front, RowTab):
            front.delete()
        elif self.tabs.key() == TASKS:
            self.actions_of_tasks.delete()

    def show_history(self) -> None:
        """Open the history of the current row of the tab in front."""
        front = self.pages.front()
        if self.tabs.key() == GENERAL:
            self.pages.general.show_history()
        elif isinstance(front, RowTab):
            front.show_history()
        else:
            self.actions_of_tasks.show_history()

    def export(self) -> None:
        """Write the list in front to Excel, as it is shown."""
        columns, rows = self.pages.front().list.shown()
        title = f"{self.data.view.unit_name} - {self.head.title}"
        export_list(
            self.context,
            self,
            title,
            columns,
            rows,
            is_strong=lambda line: getattr(line, "is_heading", False),
        )
