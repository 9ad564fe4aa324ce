"""Below the sheet: the chart of the current target, its wording, and the note of the current cell."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.entities import Direction, PeriodKind
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.formats import format_number
from desktop.ui.targets.words import period_head, plan_words, value_words
from desktop.ui.theme.tokens import LG, MD, SM, XS, Type
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import label
from desktop.usecases.draw_chart import Chart, Mark, Series
from desktop.usecases.read_targets import PeriodLine, TargetLine, TargetSheet


class NoteEdit(GrowingEdit):
    """The note of one cell, kept when the caret leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TargetDetail(QFrame):
    """``noted`` carries target id, period id and the note typed."""

    noted = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.chart = ChartView(QCoreApplication.translate("Targets", "Chart of the target"))
        self._name = label("", Type.STRONG, wrap=True)
        self._wording = label("", Type.CAPTION, wrap=True)
        self._note_head = label("", Type.CAPTION_STRONG)
        self.note = NoteEdit(lines=2, most=3)
        self.note.left.connect(self._keep)
        self._note_head.setBuddy(self.note)
        self._others = label("", Type.CAPTION, wrap=True)
        self._place = ("", "")
        self._kept = ""
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MD, SM, LG, SM)
        row.setSpacing(LG)
        row.addWidget(self.chart, 3)
        words = QVBoxLayout()
        words.setSpacing(XS)
        for part in (self._name, self._wording, self._note_head, self.note, self._others):
            words.addWidget(part)
        words.addStretch(1)
        row.addLayout(words, 2)

    def show_line(self, sheet: TargetSheet, line: TargetLine | None, period: PeriodLine | None) -> None:
        """Show a target and the note of its cell in ``period``; a note being typed is kept first."""
        self._keep()
        if line is None:
            self.chart.show_chart(None, QCoreApplication.translate("Targets", "Choose a target."))
            return
        self._show_words(line)
        chart, summary = chart_of(sheet, line)
        self.chart.show_chart(chart, summary)
        self._show_note(sheet, line, period or sheet.current_period)

    def _show_words(self, line: TargetLine) -> None:
        self._name.setText(line.target.name)
        source = QCoreApplication.translate("Targets", "Source: {source}")
        parts = [line.target.wording]
        if line.target.source:
            parts.append(source.replace("{source}", line.target.source))
        self._wording.setText(" · ".join(part for part in parts if part))

    def _show_note(self, sheet: TargetSheet, line: TargetLine, period: PeriodLine | None) -> None:
        self._place = (line.id, period.id) if period is not None else ("", "")
        self._kept = line.cell(period.id).note if period is not None else ""
        self.note.set_value(self._kept)
        self.note.setReadOnly(sheet.is_read_only or period is None)
        head = QCoreApplication.translate("Targets", "Note on {period}")
        words = head.replace("{period}", period_head(period)) if period is not None else ""
        self._note_head.setText(words)
        self.note.setAccessibleName(words)
        others = [
            f"{period_head(one)}: {line.cell(one.id).note}"
            for one in reversed(sheet.periods)
            if line.cell(one.id).note and (period is None or one.id != period.id)
        ]
        self._others.setText("\n".join(others[:3]))

    def _keep(self) -> None:
        typed = self.note.toPlainText().strip()
        if self._place[0] and typed != self._kept and not self.note.isReadOnly():
            self._kept = typed
            self.noted.emit(*self._place, typed)


def chart_of(sheet: TargetSheet, line: TargetLine) -> tuple[Chart | None, str]:
    """The chart of a target over the months of its year, and the same in words."""
    target = line.target
    if target.direction == Direction.BOOL:
        return None, QCoreApplication.translate("Targets", "A yes-or-no target has no chart.")
    months = sheet.of_kind(PeriodKind.MONTH)
    values = [line.cell(month.id).value for month in months]
    if not any(value is not None for value in values):
        return None, QCoreApplication.translate("Targets", "No figure has been entered yet.")
    numbers = tuple(None if value is None else float(value) for value in values)
    series = [Series(QCoreApplication.translate("Targets", "Reached so far"), Mark.LINE, numbers, "primary")]
    if target.planned_value is not None:
        plan = QCoreApplication.translate("Targets", "Plan")
        series.append(Series(plan, Mark.GUIDE, (float(target.planned_value),), "lotus"))
    if target.base_value is not None:
        base = QCoreApplication.translate("Targets", "Last year")
        series.append(Series(base, Mark.GUIDE, (float(target.base_value),), "text2"))
    heads = tuple(period_head(month) for month in months)
    told = [
        f"{head} {format_number(value)}"
        for head, value in zip(heads, values, strict=True)
        if value is not None
    ]
    summary = f"{target.name}: {', '.join(told)}; {plan_words(line)} {target.measure_unit}"
    return Chart(heads, tuple(series)), summary


def odd_sentence(line: TargetLine, period: PeriodLine) -> str:
    """What is odd about a value, as a question to a person."""
    words = QCoreApplication.translate(
        "Targets", "{target}, {period}: {value}, before it {before}. Is this figure right?"
    )
    before = line.odd.get(period.id)
    filled = words.replace("{target}", line.target.name).replace("{period}", period_head(period))
    filled = filled.replace("{value}", value_words(line, line.cell(period.id).value))
    return filled.replace("{before}", "" if before is None else format_number(before))
