"""A commune's part of the programme screen: tick items, make tasks of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.entities import Plan, PlanState
from desktop.domain.errors import SoSenError
from desktop.ui.programme.data import ProgrammeData
from desktop.ui.record_list import RecordList
from desktop.usecases.plan_actions import add_plan
from desktop.usecases.programme_actions import tasks_from_items
from desktop.usecases.read_plan import latest_plan


class TaskMaker(QObject):
    """Ticks and tasks; what it makes is one action and can be undone."""

    def __init__(self, data: ProgrammeData, items: RecordList) -> None:
        super().__init__(items)
        self._data, self._list = data, items

    def tick(self) -> None:
        """Tick the selected items, or take the ticks away when all have one."""
        ids = {line.id for line in self._list.selected() if line.item is not None}
        if ids <= self._data.ticked:
            self._data.ticked -= ids
        else:
            self._data.ticked |= ids
        self._data.ticks_changed.emit()

    def make_tasks(self) -> None:
        """Make a task of every ticked item, or of the current one, in this unit's plan."""
        current = self._list.view.current_row()
        chosen = [line.id for line in self._data.view.lines if line.id in self._data.ticked]
        if not chosen and current is not None and current.item is not None:
            chosen = [current.id]
        if not chosen or self._data.is_upper:
            return
        try:
            plan = self._plan()
            if plan is None:
                self._data.context.notify(
                    QCoreApplication.translate("Programme", "The plan is frozen; no task can be added.")
                )
                return
            made = tasks_from_items(self._data.context.office, plan, chosen)
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        self._data.ticked.clear()
        words = QCoreApplication.translate("Programme", "%n task(s) added to the plan", "", len(made))
        self._data.context.notify(words, True)
        self._data.tell("task", "plan")

    def _plan(self) -> Plan | None:
        """The unit's plan of the year, begun when there is none; None for a frozen one."""
        office, year = self._data.context.office, self._data.context.year()
        plan = latest_plan(office, office.unit_id, year)
        if plan is not None:
            return None if plan.state is PlanState.FROZEN else plan
        unit = self._data.view.units[0].name if self._data.view.units else ""
        title = QCoreApplication.translate("Plan", "Plan of {year} of {unit}")
        return add_plan(office, year, title.replace("{year}", str(year)).replace("{unit}", unit))
