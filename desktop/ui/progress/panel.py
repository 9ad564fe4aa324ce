"""The grid of the list of all tasks: Enter leads to the plan, an export is read and written on the lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.exporting import ask_path
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import Arrangement
from desktop.ui.jobs import Job
from desktop.ui.progress.source import ProgressSource
from desktop.ui.widgets.cards import EmptyState
from desktop.usecases.export_table import Table, export_table
from desktop.usecases.progress_view import ProgressLine
from desktop.usecases.task_pages import TaskPages

SLICE_SECONDS = 0.02
"""How long rows are looked for, or sorted, between two events."""


class ProgressPanel(GridPanel):
    """The list with its filter field. ``followed`` carries the line that Enter or a double click asks for.

    A long list is found and sorted between the window's events: its rows can be read meanwhile, a new wish
    puts an end to it, and ``whole`` tells that all rows stand where they belong.
    """

    followed = Signal(object)
    whole = Signal()

    def __init__(
        self, context: ScreenContext, columns: Sequence[Column], pages: TaskPages, empty: EmptyState
    ) -> None:
        self._context = context
        self.source = ProgressSource(pages)
        super().__init__(
            GridModel(columns, self.source),
            QCoreApplication.translate("Progress", "All tasks"),
            settings=context.settings,
            memory="progress",
            empty=empty,
            export=lambda _columns, _rows: None,
        )
        self.model.setParent(self)
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._find_more)
        self.model.modelReset.connect(self._start_finding)
        self.model.dataChanged.connect(self._start_finding)
        self.view.opened.connect(self._follow)
        self.view.installEventFilter(self)
        self._start_finding()

    def show_pages(self, pages: TaskPages) -> None:
        """Show the data as it is now; filter, order and place stay."""
        self.source = ProgressSource(pages)
        self.model.refresh(self.source)

    # --- the rest of a long list ----------------------------------------------------------------------

    @property
    def is_whole(self) -> bool:
        """Whether all rows have been found and sorted."""
        return self._shown().pages.is_whole

    def _shown(self) -> ProgressSource:
        return self.source if self.model.arrangement == Arrangement() else self.source.shown

    def _start_finding(self) -> None:
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.go_to(0)  # a filter took the current row away, and keys need one
        if self.is_whole:
            self._soon.stop()
            self.whole.emit()
        else:
            self._show_state()
            self._soon.start()

    def _find_more(self) -> None:
        """A slice at a time, so that keys and the mouse are answered meanwhile."""
        pages = self._shown().pages
        was_sorting = pages.is_sorting
        pages.extend(SLICE_SECONDS)
        if was_sorting and pages.is_whole:
            self.model.grow(reordered=True)
            return
        self.model.grow()
        if pages.is_sorting and not was_sorting:
            self._show_state()
        if pages.is_whole:
            self._soon.stop()
            self.whole.emit()

    def _show_state(self) -> None:
        super()._show_state()
        if self._shown().pages.is_sorting:
            self.counted.setText(QCoreApplication.translate("Progress", "Sorting…"))

    # --- where a row leads ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the current row; the search field's own keys stay the panel's."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.view and event.type() == QEvent.Type.KeyPress:
            if isinstance(event, QKeyEvent) and event.key() in enter:
                self.view.open_current()
                return True
            return False
        return super().eventFilter(watched, event)

    def _follow(self, row: object) -> None:
        if isinstance(row, ProgressLine):
            self.followed.emit(row)

    # --- export ---------------------------------------------------------------------------------------

    def export(self) -> None:
        """Write all rows of the list as it is filtered and sorted, with the columns in sight."""
        title = QCoreApplication.translate("Progress", "Progress of {year}")
        title = title.replace("{year}", str(self._context.year()))
        path = ask_path(self._context, self, title)
        if path is None:
            return
        columns = [self.model.columns[index] for index in self.view.shown_columns()]
        pages = self._shown().pages
        saved = QCoreApplication.translate("Export", "Saved as {file}").replace("{file}", path.name)
        self._context.lane.run(
            Job(
                lambda progress: export_table(path, _table(title, columns, pages.again(), progress)),
                on_done=lambda _result: self._context.notify(saved),
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Export", "Writing the Excel file"),
            )
        )


def _table(title: str, columns: Sequence[Column], pages: TaskPages, progress: Callable[..., None]) -> Table:
    """Read on the lane, by a list of its own."""
    rows = []
    for number, line in enumerate(pages.lines()):
        rows.append([column.export_of(line) for column in columns])
        if number % 1000 == 0:
            progress(number, pages.count())
    return Table(
        title=title,
        headers=tuple(column.header for column in columns),
        kinds=tuple(column.kind for column in columns),
        rows=rows,
    )
