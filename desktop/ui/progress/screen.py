"""S9 Tiến độ: the tasks of all units in one list, narrowed down by unit, status, deadline, lead and field."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.grid.source import Arrangement, ColumnFilter
from desktop.ui.jobs import Job
from desktop.ui.plan.chips import Chip, FilterChips
from desktop.ui.progress.columns import BLOCKED, DUE, LEAD, UNIT, progress_columns
from desktop.ui.progress.filters import ProgressFilters
from desktop.ui.progress.filters_place import FiltersPlace
from desktop.ui.progress.panel import ProgressPanel
from desktop.ui.progress.words import blocked_word, due_word, nobody
from desktop.ui.theme.tokens import LG, MD, XL, Tone
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.page_header import PageHeader
from desktop.usecases.progress_view import DueClass, ProgressLine, TaskNumbers
from desktop.usecases.task_pages import TaskPages, read_numbers

_OVERDUE, _SOON, _STUCK, _UNLED = "overdue", "soon", "blocked", "unled"


class ProgressScreen(Screen):
    """Changes nothing itself: Enter leads to the task in its plan."""

    key = "progress"
    tables = frozenset({"task", "plan", "unit", "person", "body", "field", "progress_update"})

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        upper = context.office.is_upper
        self.header = PageHeader(self._title())
        self.panel = ProgressPanel(
            context, progress_columns(of_many_units=upper), self._read(), self._empty(upper)
        )
        self.filters = ProgressFilters(self.panel.model, of_many_units=upper)
        self.chips = FilterChips([_OVERDUE, _SOON, _STUCK, _UNLED])
        self.header.add(self.chips)
        if not upper:
            week = QCoreApplication.translate("Today", "Update this week")
            self.header.add(button(week, "list-check", lambda: context.navigate("weekly", "", "")))
        self.panel.followed.connect(self._open)
        self.panel.model.arranged.connect(self._follow_chips)
        self.panel.whole.connect(self._go_to_wanted)
        self.chips.chosen.connect(self._press)
        self._lay_out()
        self._stale = False
        self._subtitle = ""
        self._wanted = ""
        """A task to go to when the list is whole."""
        self._ask_numbers()
        self._follow_chips()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, LG)
        column.setSpacing(MD)
        column.addWidget(self.header)
        column.addWidget(self.panel, 1)
        self._place = FiltersPlace(self.filters, self.panel, column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.fit(self.width() - 2 * XL, self.window().height())

    def _title(self) -> str:
        words = QCoreApplication.translate("Progress", "Progress of {year}")
        return words.replace("{year}", str(self.context.year()))

    def _empty(self, upper: bool) -> EmptyState:
        if upper:
            sentence = QCoreApplication.translate("Progress", "No unit's plan has arrived for this year.")
            words, screen = QCoreApplication.translate("Today", "Receive bundles"), "bundles"
        else:
            sentence = QCoreApplication.translate("Progress", "This year's plan has no task yet.")
            words, screen = QCoreApplication.translate("Progress", "Open the plan"), "plan"
        return EmptyState(
            sentence, words, lambda: self.context.navigate(screen, "", ""), icon="progress-check"
        )

    # --- the contract ---------------------------------------------------------------------------------

    def activate(self) -> None:
        super().activate()
        self.panel.focus_work()
        if not self.panel.view.currentIndex().isValid() and self.panel.model.rowCount():
            self.panel.view.go_to(0)

    def refresh(self) -> None:
        """Read the list anew; filters, order and place stay."""
        try:
            self.panel.show_pages(self._read())
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        self.filters.forget()
        self.header.show_words(self._title(), self._subtitle)
        self._ask_numbers()

    def show_record(self, table: str, record_id: str) -> None:
        """Go to a task, or show one unit's tasks when a unit is named."""
        if table == "task":
            self._go_to_task(record_id)
        elif table == "unit":
            name = self.panel.source.pages.unit_name(record_id)
            if name and UNIT in self.filters.choices:
                self.panel.show_all()
                self.filters.choose(UNIT, frozenset({name}))

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [
            ("Enter", QCoreApplication.translate("Progress", "Open the task in its plan")),
            ("Alt+↓", QCoreApplication.translate("Progress", "Filter and sort by this column")),
        ]

    def _go_to_task(self, task_id: str) -> None:
        """At once, or as soon as all rows have been found and sorted: it may stand at the end."""
        self._wanted = task_id
        if self.panel.is_whole:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if not wanted or self.panel.view.go_to_key(wanted) or not self.panel.model.arrangement.is_filtered:
            return
        self._wanted = wanted
        self.panel.show_all()

    def _open(self, line: ProgressLine) -> None:
        self.context.navigate("plan", "task", line.id)

    # --- reading --------------------------------------------------------------------------------------

    def _read(self) -> TaskPages:
        return TaskPages(self.context.office, self.context.year())

    def _ask_numbers(self) -> None:
        """Counted on the lane: with 100,000 tasks it takes longer than showing them."""
        office, year = self.context.office, self.context.year()
        self.context.lane.run(
            Job(lambda _progress: read_numbers(office, year), self._show_numbers, quiet=True)
        )

    def _show_numbers(self, numbers: TaskNumbers) -> None:
        units = len(self.panel.source.pages.units)
        parts = [QCoreApplication.translate("Progress", "%n task(s)", "", numbers.total)]
        if self.context.office.is_upper:
            parts.append(QCoreApplication.translate("Progress", "%n unit(s)", "", units))
        self._subtitle = " · ".join(parts) if numbers.total else ""
        self.header.show_words(self._title(), self._subtitle)
        self.chips.show_chips(
            [
                Chip(_OVERDUE, due_word(DueClass.OVERDUE), numbers.overdue, Tone.RED),
                Chip(_SOON, due_word(DueClass.SOON), numbers.soon, Tone.AMBER),
                Chip(_STUCK, blocked_word(), numbers.blocked, Tone.AMBER),
                Chip(_UNLED, nobody(), numbers.unassigned, Tone.GREY),
            ]
        )

    # --- chips ----------------------------------------------------------------------------------------

    def _press(self, key: str) -> None:
        """A chip asks for its rows alone; pressed again, for all. Unit, text and order stay."""
        wish = self.panel.model.arrangement
        for column, _words in _chip_filters().values():
            wish = wish.with_filter(column, ColumnFilter())
        if key:
            column, words = _chip_filters()[key]
            wish = wish.with_filter(column, ColumnFilter(words=words))
        self.panel.model.arrange(wish)

    def _follow_chips(self) -> None:
        self.chips.press(_pressed(self.panel.model.arrangement))


def _chip_filters() -> dict[str, tuple[str, frozenset[str]]]:
    """Chip → the column it filters and the words kept."""
    return {
        _OVERDUE: (DUE, frozenset({due_word(DueClass.OVERDUE)})),
        _SOON: (DUE, frozenset({due_word(DueClass.SOON)})),
        _STUCK: (BLOCKED, frozenset({blocked_word()})),
        _UNLED: (LEAD, frozenset({nobody()})),
    }


def _pressed(wish: Arrangement) -> str:
    """The chip whose filter is the only one of its kind in force."""
    for key, (column, words) in _chip_filters().items():
        if wish.filters.get(column) == ColumnFilter(words=words):
            return key
    return ""
