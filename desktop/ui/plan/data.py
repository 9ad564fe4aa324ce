"""The plan that a screen shows: read whole, kept until something changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.domain.entities import Plan, Task
from desktop.domain.entity import entity_type
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.plan.references import plan_references
from desktop.usecases.plan_view import PlanNames, PlanView
from desktop.usecases.read_plan import read_plan


class PlanData(QObject):
    """The view of one unit's plan of the year chosen in the window, and what its parts ask of it."""

    def __init__(self, context: ScreenContext, unit_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.unit_id = unit_id
        self.view = PlanView(unit_id=unit_id, unit_name="", is_own=False)
        self.references = plan_references(self.names)

    def read(self) -> PlanView:
        """Read the plan anew. Raises SoSenError."""
        self.view = read_plan(self.context.office, self.unit_id, self.context.year())
        return self.view

    @property
    def plan(self) -> Plan:
        """The plan shown; the parts that need it are shown only with a plan."""
        assert self.view.plan is not None
        return self.view.plan

    def names(self) -> PlanNames:
        return self.view.names

    def can_edit(self, _row: object = None) -> bool:
        """Whether the plan shown may be changed here."""
        return self.view.can_edit and self.view.plan is not None

    def can_report(self) -> bool:
        """Whether the progress of the plan shown is reported here, also when it is frozen."""
        return self.view.can_report

    def open_fields(self) -> frozenset[str]:
        """The fields of a task that change though the plan is frozen."""
        freezing = entity_type(Task).freezing
        return freezing.stays_open if freezing is not None and self.can_report() else frozenset()

    def tell(self, *tables: str) -> None:
        """Tell the window, after the present event, that these tables were written."""
        QTimer.singleShot(0, self, lambda: self.context.changed(frozenset(tables)))
