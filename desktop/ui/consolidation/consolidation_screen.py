"""S22: units × figures with their sum, a number opens the rows behind it, and one chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.days import format_date
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.consolidation.chart import done_chart, done_summary
from desktop.ui.consolidation.drill_page import DrillPage
from desktop.ui.consolidation.heat import HeatDelegate
from desktop.ui.consolidation.matrix import MatrixRow, SummedSource, unit_rows
from desktop.ui.consolidation.matrix_columns import matrix_columns, sheet_columns
from desktop.ui.exporting import export_list
from desktop.ui.frame.screen import WORK, Screen, ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.jobs import Job
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card, EmptyState
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.behind_figure import BehindRow, Figure, rows_behind
from desktop.usecases.read_consolidation import Consolidation, read_consolidation

TABLE, CHART = "table", "chart"
KEY = "consolidation"
BUNDLES = "bundles"
_FIGURES = frozenset(Figure)


class ConsolidationScreen(Screen):
    """The district's table. What it shows is read on the database lane and stays until newer is read."""

    key = KEY

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._table: Consolidation | None = None
        self._wanted_unit = ""
        self.drill: DrillPage | None = None
        self.header = PageHeader(QCoreApplication.translate("Consolidation", "Consolidation"))
        receive = QCoreApplication.translate("Consolidation", "Receive bundles")
        self.header.add(button(receive, "package-import", self._receive, key="F9"))
        self._columns = matrix_columns()
        self.panel = self._make_panel()
        self.chart = ChartView(QCoreApplication.translate("Consolidation", "Completed tasks by unit"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._make_overview())
        self.pages.addWidget(self._make_empty(receive))
        column = QVBoxLayout(self)
        column.setContentsMargins(LG + 4, LG, LG + 4, MD)
        column.setSpacing(SM)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)

    # --- parts ----------------------------------------------------------------------------------------

    def _make_panel(self) -> GridPanel:
        model = GridModel(
            self._columns, SummedSource.of((), self._columns), group=lambda row: bool(row.is_sum)
        )
        panel = GridPanel(
            model,
            QCoreApplication.translate("Consolidation", "Figures of the units"),
            settings=self.context.settings,
            memory=KEY,
            export=self._export,
        )
        view = panel.view
        view.setItemDelegate(HeatDelegate(view, view.cells))
        view.clicked.connect(self._clicked)
        view.opened.connect(lambda _row: self.open_current())
        view.installEventFilter(self)
        return panel

    def _make_overview(self) -> QWidget:
        self.tabs = SegmentedTabs(QCoreApplication.translate("Consolidation", "Table or chart"))
        self.tabs.add(TABLE, QCoreApplication.translate("Consolidation", "Table"))
        self.tabs.add(CHART, QCoreApplication.translate("Consolidation", "Chart"))
        card = Card(QCoreApplication.translate("Consolidation", "Completed tasks by unit, in percent"))
        card.body.addWidget(self.chart, 1)
        views = QStackedWidget()
        views.addWidget(self.panel)
        views.addWidget(card)
        self.tabs.currentChanged.connect(views.setCurrentIndex)
        words = QCoreApplication.translate(
            "Consolidation", "Click a number, or press Enter on it, to see the rows behind it."
        )
        hint = label(words, Type.CAPTION)
        self.tabs.currentChanged.connect(lambda _index: hint.setVisible(self.tabs.key() == TABLE))
        line = QHBoxLayout()
        line.addWidget(self.tabs)
        line.addStretch(1)
        line.addWidget(hint)
        overview = QWidget()
        column = QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(line)
        column.addWidget(views, 1)
        return overview

    def _make_empty(self, receive: str) -> EmptyState:
        return EmptyState(
            QCoreApplication.translate("Consolidation", "No bundle of this period has been received yet."),
            receive,
            self._receive,
            icon="package-import",
        )

    # --- reading --------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Load what is stale and put the focus on the table."""
        super().activate()
        if self.pages.currentIndex() == 0:
            self.panel.view.setFocus()

    def refresh(self) -> None:
        """Read the table anew on the lane."""
        office, year, period = self.context.office, self.context.year(), self.context.period()
        self.context.lane.run(
            Job(
                lambda _progress: read_consolidation(office, year, period),
                on_done=self.show_table,
                on_error=self.context.show_error,
                label=QCoreApplication.translate("Consolidation", "Adding up the units"),
                quiet=True,
            )
        )

    def show_table(self, table: Consolidation) -> None:
        """Show figures that were read."""
        self._table = table
        self.header.show_words(self.header.title, _subtitle(table))
        self.panel.model.refresh(SummedSource.of(unit_rows(table), self._columns))
        self.chart.show_chart(done_chart(table), done_summary(table))
        if self.drill is None:
            self.pages.setCurrentIndex(1 if table.is_blank else 0)
        if self.panel.view.current_row() is None and self.panel.model.rowCount():
            self.panel.view.go_to(0)
        if self._wanted_unit:
            self.show_record("unit", self._wanted_unit)

    def _export(self, columns: Sequence[Column], rows: Sequence[MatrixRow]) -> None:
        title = f"{self.header.title} {self.context.year()}"
        export_list(self.context, self, title, sheet_columns(columns), rows, is_strong=lambda row: row.is_sum)

    # --- from a number to its rows --------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.panel.view
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_current()
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(index.row(), index.column())

    def open_current(self) -> None:
        """Show the rows behind the number of the current cell; of a unit's name, all its tasks."""
        index = self.panel.view.currentIndex()
        if index.isValid():
            self._open(index.row(), index.column(), default=Figure.TASKS)

    def _open(self, position: int, column: int, default: Figure | None = None) -> None:
        line = self.panel.model.row(position)
        key = self._columns[column].key
        figure = Figure(key) if key in _FIGURES else default
        if isinstance(line, MatrixRow) and figure is not None and self._table is not None:
            self.open_figure(line, figure)

    def open_figure(self, line: MatrixRow, figure: Figure) -> None:
        """Read the rows behind a figure and show them in place of the table."""
        office, year, unit = self.context.office, self.context.year(), line.id
        self.context.lane.run(
            Job(
                lambda _progress: rows_behind(office, figure, unit, year),
                on_done=lambda rows: self._show_drill(line, figure, rows),
                on_error=self.context.show_error,
                label=QCoreApplication.translate("Consolidation", "Reading the rows"),
            )
        )

    def _show_drill(self, line: MatrixRow, figure: Figure, rows: list[BehindRow]) -> None:
        self._drop_drill()
        self.drill = DrillPage(self.context, figure, line.row.name, rows, self.close_drill)
        self.pages.addWidget(self.drill)
        self.pages.setCurrentWidget(self.drill)
        self.drill.focus()

    def close_drill(self) -> None:
        """Back to the table, at the cell left."""
        self._drop_drill()
        blank = self._table is not None and self._table.is_blank
        self.pages.setCurrentIndex(1 if blank else 0)
        self.panel.view.setFocus()

    def _drop_drill(self) -> None:
        if self.drill is not None:
            self.pages.removeWidget(self.drill)
            self.drill.deleteLater()
            self.drill = None

    # --- the window -----------------------------------------------------------------------------------

    def show_record(self, table: str, record_id: str) -> None:
        """Go to the line of a unit, named by its id."""
        if table != "unit":
            return
        self._wanted_unit = "" if self._table is not None else record_id
        if self._table is not None:
            self.close_drill()
            self.tabs.show_key(TABLE)
            self.panel.view.go_to_key(record_id, Figure.OVERDUE)

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [
            ("Enter", QCoreApplication.translate("Consolidation", "Rows behind the number")),
            ("Esc", QCoreApplication.translate("Consolidation", "Back to the table")),
        ]

    def _receive(self) -> None:
        self.context.navigate(BUNDLES, WORK, "")


def _subtitle(table: Consolidation) -> str:
    """How many units have sent, and in which period."""
    words = QCoreApplication.translate(
        "Consolidation", "{sent} of {awaited} units have sent for month {month} ({first} – {last})"
    )
    last = format_date(table.until) if table.until else "…"
    words = words.replace("{sent}", str(table.sent)).replace("{awaited}", str(table.awaited))
    words = words.replace("{month}", str(table.month)).replace("{first}", format_date(table.since))
    return words.replace("{last}", last)
