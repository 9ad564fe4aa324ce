"""The last tab: the plan itself as a form, and what it says of itself beside what it lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.entities import Plan
from desktop.domain.entity import Entity, entity_type
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.plan.data import PlanData
from desktop.ui.plan.history_dialog import open_history
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Tone, Type
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.usecases.edit_records import change_fields
from desktop.usecases.plan_view import PlanView
from desktop.usecases.read_record_history import read_record_history

FIELDS = (
    "title",
    "number",
    "issued_on",
    "state",
    "revision",
    "programme_id",
    "socio_economic_plan_id",
    "basis",
    "declared_key_tasks",
    "declared_breakthroughs",
    "declared_targets",
    "declared_solutions",
)
_FORM = 640
_TWO_COLUMNS = 760
"""From this width on (pixels at 100 %) the numbers stand beside the form."""


class GeneralTab(QWidget):
    """The plan's own fields; each is saved when it is left."""

    def __init__(self, data: PlanData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self.form = RecordForm(
            entity_type(Plan),
            save=self._save,
            fields=FIELDS,
            references=data.references,
            today=data.context.office.today,
        )
        self.form.saved.connect(lambda _plan: data.tell("plan"))
        self.comparison = Comparison()
        self._form_card = Card()
        self._form_card.body.addWidget(self.form)
        holder = QWidget()
        holder.setProperty("role", "clear")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MD)
        self._row.addWidget(self._form_card, 3, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.comparison, 2, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(0)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        look().changed.connect(self._resize)
        self._resize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    def _resize(self) -> None:
        """Side by side where there is room, else the numbers below the form."""
        way = QBoxLayout.Direction
        beside = self.width() >= look().px(_TWO_COLUMNS)
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        for place, stretch in enumerate((3, 2, 0) if beside else (0, 0, 1)):
            self._row.setStretch(place, stretch)
        self._form_card.setMaximumWidth(look().px(_FORM))

    def show_plan(self) -> None:
        """Show the plan as it was read last."""
        self.form.show_record(self._data.view.plan, read_only=not self._data.can_edit())
        self.comparison.show_view(self._data.view)

    def show_history(self) -> None:
        """Open the history of the plan's own fields."""
        plan = self._data.view.plan
        if plan is not None:
            entries = read_record_history(self._data.context.office, "plan", plan.id)
            open_history(self, self._data.context, plan.title, "plan", entries)

    def _save(self, record: Entity, field: str, value: object) -> Entity:
        return change_fields(self._data.context.office, Plan, record.id, {field: value}, label="edit_record")


class Comparison(Card):
    """Declared and listed numbers side by side: the first thing an inspection counts."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("Plan", "Declared and listed"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(LG)
        self._grid.setVerticalSpacing(SM)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        heads = (
            "",
            QCoreApplication.translate("Plan", "Declared"),
            QCoreApplication.translate("Plan", "Listed"),
        )
        for place, words in enumerate(heads):
            self._grid.addWidget(label(words, Type.CAPTION_STRONG), 0, place, Qt.AlignmentFlag.AlignRight)
        self._cells = [self._add_row(number, words) for number, words in enumerate(self._names(), 1)]

    @staticmethod
    def _names() -> tuple[str, ...]:
        return (
            QCoreApplication.translate("Plan", "Key tasks"),
            QCoreApplication.translate("Plan", "Breakthroughs"),
            QCoreApplication.translate("Plan", "Targets"),
            QCoreApplication.translate("Plan", "Solutions"),
        )

    def _add_row(self, number: int, words: str) -> tuple[QLabel, QLabel, StatusPill]:
        declared, listed, verdict = label(), label(), StatusPill()
        self._grid.addWidget(label(words), number, 0)
        self._grid.addWidget(declared, number, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(listed, number, 2, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(verdict, number, 3)
        return declared, listed, verdict

    def show_view(self, view: PlanView) -> None:
        """Show the plan's numbers; those that differ are marked with a word."""
        plan, counts = view.plan, view.counts
        if plan is None:
            return
        pairs = (
            (plan.declared_key_tasks, counts.key_tasks),
            (plan.declared_breakthroughs, counts.breakthroughs),
            (plan.declared_targets, counts.targets),
            (plan.declared_solutions, counts.solutions),
        )
        for (declared, listed), (left, right, pill) in zip(pairs, self._cells, strict=True):
            left.setText("–" if declared is None else str(declared))
            right.setText(str(listed))
            pill.show_pill(_verdict(declared, listed))


def _verdict(declared: int | None, listed: int) -> Pill:
    if declared is None:
        return Pill("")
    if declared == listed:
        return Pill(QCoreApplication.translate("Plan", "Agrees"), Tone.GREEN)
    return Pill(QCoreApplication.translate("Plan", "Differs"), Tone.AMBER)
