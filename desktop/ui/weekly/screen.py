"""S3 Việc tuần này: the round through this week's work, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.grid.model import CellEdit, GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.grid_refresh import CalmRefresh
from desktop.ui.theme.tokens import LG, MD, SM, XL
from desktop.ui.weekly.columns import STATUS, weekly_columns
from desktop.ui.weekly.note_keys import NoteKeys
from desktop.ui.weekly.progress import RoundProgress
from desktop.ui.weekly.week_words import empty_words, week_head
from desktop.ui.weekly.words import status_word
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.update_status import Cell, QuickStatus, report
from desktop.usecases.weekly_tasks import Week, WeekTask, read_week

_WRITES = frozenset({"task", "progress_update"})
_WEEK, _PERIOD = "week", "period"


class WeeklyScreen(Screen):
    """The weekly list. A digit sets the status of the selected rows; nothing needs a mouse."""

    tables = frozenset({"task", "progress_update", "plan", "person", "body", "period"})

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: list[WeekTask] = []
        self._has_begun = False
        self._is_present = True
        self.header = PageHeader(QCoreApplication.translate("Weekly", "This week's work"))
        self.tabs = SegmentedTabs(QCoreApplication.translate("Weekly", "Which days"))
        self.tabs.add(_WEEK, QCoreApplication.translate("Weekly", "This week"))
        self.tabs.add(_PERIOD, QCoreApplication.translate("Weekly", "Until the cut-off"))
        columns = weekly_columns(lambda: self._is_present)
        self._columns = columns
        self.model = GridModel(
            columns,
            ListSource([], columns),
            commit=self._commit,
            commit_block=self._commit_block,
            today=context.office.today,
            parent=self,
        )
        self.empty = self._empty_state()
        self.panel = GridPanel(
            self.model,
            QCoreApplication.translate("Weekly", "This week's work"),
            settings=context.settings,
            memory="weekly",
            digits=True,
            empty=self.empty,
            export=exporter(context, self, lambda: self.header.title),
        )
        self.view = self.panel.view
        self.round = RoundProgress()
        self._lay_out()
        self.refreshing = CalmRefresh(self.view, self._reload)
        self.keys = NoteKeys(self.view, self, context.office.today)
        self.view.digit.connect(self._digit)
        self.view.opened.connect(lambda row: self.context.navigate("plan", "task", row.id))
        self.tabs.currentChanged.connect(lambda _index: self.refreshing.ask())

    def _empty_state(self) -> EmptyState:
        words = QCoreApplication.translate("Weekly", "Go through the month's work")
        return EmptyState("", words, self._leave_empty, icon="circle-check")

    def _leave_empty(self) -> None:
        """From an empty week to the days until the cut-off; from those, to the plan of the year."""
        if self._is_present and self.tabs.key() == _WEEK:
            self.tabs.show_key(_PERIOD)
        else:
            self.context.navigate("plan", "", "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, MD)
        column.setSpacing(SM)
        column.addWidget(self.header)
        self.panel.tools.insertWidget(0, self.tabs)
        column.addWidget(self.panel, 1)
        column.addWidget(self.round)

    # --- the contract ---------------------------------------------------------------------------------

    def activate(self) -> None:
        super().activate()
        if not self._has_begun and self.model.rowCount():
            self._has_begun = True  # Qt may have made the corner cell current when the list got the focus
            self._go_to_first()
        self.panel.focus_work()

    def refresh(self) -> None:
        """Read the week anew, once nobody is typing."""
        self.refreshing.ask()

    def show_record(self, table: str, record_id: str) -> None:
        if table == "task":
            self.view.go_to_key(record_id, STATUS)

    def shortcut_help(self) -> list[tuple[str, str]]:
        answers = [(str(key), status_word(one)) for key, one in enumerate(QuickStatus, 1)]
        return [
            *answers,
            ("Enter", QCoreApplication.translate("Weekly", "Next task")),
            ("F2", QCoreApplication.translate("Weekly", "Write what came of it, or what blocks it")),
            ("Ctrl+D", QCoreApplication.translate("Weekly", "The same as the task above")),
            ("Ctrl+;", QCoreApplication.translate("Weekly", "Today's date")),
            ("Ctrl+Enter", QCoreApplication.translate("Weekly", "Open the task in the plan")),
        ]

    # --- reading --------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[WeekTask]:
        """The lines as read."""
        return self._rows

    def _read(self) -> Week | None:
        try:
            return self._read_now()
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return None

    def _read_now(self) -> Week:
        whole = self.tabs.key() == _PERIOD
        return read_week(self.context.office, whole_period=whole, period_id=self.context.period())

    def _reload(self) -> None:
        week = self._read()
        if week is None:
            return
        turned, self._is_present = week.is_present is not self._is_present, week.is_present
        self._tell(week)
        if turned or list(week.tasks) != self._rows:
            self._rows = list(week.tasks)
            self.model.refresh(ListSource(self._rows, self._columns))

    def _tell(self, week: Week) -> None:
        self.header.show_words(*week_head(week))
        self.tabs.setVisible(week.is_present)
        self.tabs.set_count(self.tabs.key(), week.total)
        whole = self.tabs.key() == _PERIOD
        sentence, action = empty_words(is_present=week.is_present, whole_period=whole)
        self.empty.show_sentence(sentence)
        self.empty.button.setText(action)
        self.empty.button.setAccessibleName(action)
        self.round.show_counts(week.reviewed, week.total if week.is_present else 0)

    def _go_to_first(self) -> None:
        """The first task not reviewed yet, in the column of statuses."""
        rows = [self.model.row(position) for position in range(self.model.rowCount())]
        waiting = [place for place, row in enumerate(rows) if row is not None and not row.is_reviewed]
        self.view.go_to(waiting[0] if waiting else 0, self.model.column_index(STATUS))

    # --- writing --------------------------------------------------------------------------------------

    def _digit(self, number: int) -> None:
        answers = list(QuickStatus)
        rows = self.view.selected_rows() or [self.view.current_row()]
        if not 1 <= number <= len(answers) or rows == [None]:
            return
        if not self._is_present:
            words = QCoreApplication.translate(
                "Weekly", "This period is only looked at. Alt+Home goes back to the present one."
            )
            self.context.notify(words)
            return
        try:
            changed = self._write([Cell(row.id, STATUS, answers[number - 1]) for row in rows])
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        for row in changed:
            self.model.take(self.model.position(row.id), row)

    def _commit(self, row: WeekTask, key: str, value: Any) -> WeekTask | None:
        changed = self._write([Cell(row.id, key, value)])
        return changed[0] if changed else None

    def _commit_block(self, edits: Sequence[CellEdit]) -> Sequence[WeekTask]:
        return self._write([Cell(edit.row.id, edit.column, edit.value) for edit in edits])

    def _write(self, cells: Sequence[Cell]) -> list[WeekTask]:
        """Write answers as one action; the lines they changed. Raises SoSenError."""
        report(self.context.office, cells)
        week = self._read_now()
        self._tell(week)
        changed = self._take({cell.task_id for cell in cells}, week.tasks)
        QTimer.singleShot(0, self, lambda: self.context.changed(_WRITES))
        return changed

    def _take(self, ids: Iterable[str], tasks: Iterable[WeekTask]) -> list[WeekTask]:
        now = {task.id: task for task in tasks}
        places = {row.id: place for place, row in enumerate(self._rows)}
        changed = [now[task_id] for task_id in ids if task_id in now and task_id in places]
        for row in changed:
            self._rows[places[row.id]] = row
        return changed
