"""S8 Chỉ tiêu: targets by period, the present one to type in, odd figures asked about, a chart below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.domain.target_figures import Achievement
from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.targets.columns import SheetView
from desktop.ui.targets.detail import TargetDetail
from desktop.ui.targets.empty import empty_state
from desktop.ui.targets.odd_questions import OddQuestions
from desktop.ui.targets.odd_strip import OddStrip
from desktop.ui.targets.sheet_grid import SheetGrid
from desktop.ui.targets.sheet_views import SheetViews
from desktop.ui.targets.unit_choice import UnitChoice
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, SM, XL
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.read_targets import TargetSheet, read_targets, unit_of_target
from desktop.usecases.target_actions import ValueEdit, set_note, set_values

_WRITES = frozenset({"target_value"})
_SHOWN = "targets/chart"
_DETAIL = 208
_SHARE = 0.4
"""Chart and notes take at most this part of the height."""
_LEAST_HEIGHT = 560
"""Below this height of the screen at 100 % the chart starts closed."""


class TargetsScreen(Screen):
    """The sheet of this office's unit, or in an upper office of a unit chosen in the head."""

    tables = frozenset({"target", "target_value", "plan", "period", "field", "unit"})

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sheet: TargetSheet | None = None
        self.header = PageHeader(QCoreApplication.translate("Targets", "Targets"))
        self.units = UnitChoice(context)
        self.units.chosen.connect(self.refresh)
        self.header.add(self.units)
        words = QCoreApplication.translate("Targets", "Chart and notes")
        self._detail_button = button(words, "chart-bar", self.toggle_detail)
        self.header.add(self._detail_button)
        self.tabs = _tabs()
        self.tabs.currentChanged.connect(lambda _index: self._show_view())
        self.views = SheetViews(context, self._write, self.tabs)
        self.views.moved.connect(self._moved)
        self.views.reshaped.connect(self._reshape)
        self.odd = OddQuestions(OddStrip())
        self.odd.explained.connect(self._save_note)
        self.odd.correcting.connect(self.views.edit_cell)
        self.detail = TargetDetail()
        self.detail.noted.connect(self._save_note)
        self._main = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        # Hidden until its room is known: it must not make the window higher.
        self.detail.hide()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._main)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SM)
        inner.addWidget(self.views, 1)
        inner.addWidget(self.odd.strip)
        inner.addWidget(self.detail)
        self._stack.addWidget(self._main)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, LG)
        column.setSpacing(SM)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    # --- the contract ---------------------------------------------------------------------------------

    def activate(self) -> None:
        super().activate()
        self._place_detail()
        if self.grid is not None:
            self.grid.start()
            self.grid.view.setFocus()
            self._moved()
        front = self._stack.currentWidget()
        if isinstance(front, EmptyState):
            front.focus_button()

    def refresh(self) -> None:
        """Read the sheet anew."""
        try:
            self.units.refresh()
            self._show_sheet(self._read())
        except SoSenError as refusal:
            self.context.show_error(refusal)

    def show_record(self, table: str, record_id: str) -> None:
        if table == "unit":
            self.units.choose(record_id)
        elif table == "target":
            self.units.choose(unit_of_target(self.context.office, record_id))
            if self.grid is not None:
                self.grid.view.go_to_key(record_id, self.grid.first_column)

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [
            ("Enter", QCoreApplication.translate("Targets", "Keep the figure, next target")),
            ("F2", QCoreApplication.translate("Targets", "Edit the figure")),
            ("Ctrl+C, Ctrl+V", QCoreApplication.translate("Targets", "Copy and paste cells as in Excel")),
            ("Ctrl+Enter", QCoreApplication.translate("Targets", "Open the target in the plan")),
        ]

    # --- reading --------------------------------------------------------------------------------------

    @property
    def grid(self) -> SheetGrid | None:
        """The grid in front; None while there is nothing to show."""
        return self.views.grid

    def _read(self) -> TargetSheet:
        context = self.context
        return read_targets(context.office, context.year(), self.units.unit, context.period())

    def _show_sheet(self, sheet: TargetSheet) -> None:
        self.sheet = sheet
        self._tell(sheet)
        self.views.show_sheet(sheet)
        has_sheet = bool(sheet.lines and sheet.periods)
        self._detail_button.setVisible(has_sheet)
        if not has_sheet:
            self._show_empty(sheet)
            return
        self._stack.setCurrentWidget(self._main)
        self._show_view()

    def _tell(self, sheet: TargetSheet) -> None:
        title = QCoreApplication.translate("Targets", "Targets of {year}").replace("{year}", str(sheet.year))
        parts = [
            QCoreApplication.translate("Targets", "%n target(s)", "", len(sheet.lines)),
            QCoreApplication.translate("Targets", "%n reached", "", sheet.count(Achievement.REACHED)),
            QCoreApplication.translate("Targets", "%n nearly", "", sheet.count(Achievement.NEARLY)),
            QCoreApplication.translate("Targets", "%n not reached", "", sheet.count(Achievement.NOT_REACHED)),
        ]
        if sheet.is_read_only:
            parts.append(QCoreApplication.translate("Targets", "read only"))
        self.header.show_words(title, " · ".join(parts) if sheet.lines else "")

    def _show_empty(self, sheet: TargetSheet) -> None:
        old = self._stack.widget(1)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(empty_state(self.context, sheet))
        self._stack.setCurrentIndex(1)

    def _show_view(self) -> None:
        if self.sheet is not None and self.sheet.lines and self.sheet.periods:
            self.views.show_view(self.sheet, SheetView(self.tabs.key()))
            self._moved()

    def _reshape(self) -> None:
        """Make the grids anew for another width; the caret stays on the grid when it was there."""
        if self.sheet is not None and self.grid is not None:
            had_focus = self.grid.view.hasFocus()
            self._show_sheet(self.sheet)
            if had_focus:
                self.grid.view.setFocus()

    def _moved(self) -> None:
        """Follow the current cell: its note and chart, and the question about it."""
        if self.grid is None or self.sheet is None:
            return
        line, period = self.grid.current()
        line = self.sheet.line(line.id) if line is not None else None
        if self.detail.isVisibleTo(self):
            self.detail.show_line(self.sheet, line, period)
        self.odd.follow(self.sheet, line, period)

    # --- writing --------------------------------------------------------------------------------------

    def _write(self, edits: Sequence[ValueEdit]) -> TargetSheet:
        set_values(self.context.office, edits)
        sheet = self.sheet = self._read()
        self._tell(sheet)
        self.odd.look_at(sheet, [(edit.target_id, edit.period_id) for edit in edits])
        QTimer.singleShot(0, self, self._written)
        return sheet

    def _written(self) -> None:
        self._moved()
        self.context.changed(_WRITES)

    def _save_note(self, target_id: str, period_id: str, note: str) -> None:
        try:
            set_note(self.context.office, target_id, period_id, note)
            self._show_sheet(self._read())
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        QTimer.singleShot(0, self, lambda: self.context.changed(_WRITES))

    # --- chart ----------------------------------------------------------------------------------------

    def toggle_detail(self) -> None:
        """Open or close chart and notes; remembered."""
        shown = not self.detail.isVisibleTo(self)
        self.context.settings.setValue(_SHOWN, "yes" if shown else "no")
        self._place_detail()
        self._moved()

    def _place_detail(self) -> None:
        wish = str(self.context.settings.value(_SHOWN, ""))
        roomy = self.height() >= look().px(_LEAST_HEIGHT)
        self.detail.setVisible(wish == "yes" or (wish != "no" and roomy))
        self.detail.setFixedHeight(min(look().px(_DETAIL), round(self.height() * _SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_detail()


def _tabs() -> SegmentedTabs:
    tabs = SegmentedTabs(QCoreApplication.translate("Targets", "Periods"))
    tabs.add(SheetView.RECENT, QCoreApplication.translate("Targets", "Recent months"))
    tabs.add(SheetView.MONTHS, QCoreApplication.translate("Targets", "Twelve months"))
    tabs.add(SheetView.QUARTERS, QCoreApplication.translate("Targets", "Quarters"))
    tabs.add(SheetView.LONG, QCoreApplication.translate("Targets", "Half-years and year"))
    return tabs
