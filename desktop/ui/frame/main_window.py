"""The main window: bars round a stack of screens that are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QSettings, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.domain.vietnamese import fold, matches, search_terms
from desktop.ui.frame.help_panel import HelpPanel
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.frame.screen import Screen, ScreenEntry
from desktop.ui.frame.shortcuts import install_shortcuts
from desktop.ui.frame.side_bar import SideBar
from desktop.ui.frame.status_bar import StatusBar
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.messages.dialog import show_error
from desktop.ui.theme.icons import app_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.values import Choice


def _nothing() -> None:
    """For callbacks that were not given."""


def _no_hits(_text: str) -> Sequence[Choice]:
    return ()


@dataclass(slots=True, kw_only=True)
class FrameCalls:
    """What the window asks of the program.

    ``search`` answers words with choices whose ``value`` is "screen key:record id"; ``undo`` and ``redo``
    take back or repeat the last action; ``closing`` is called before the window closes.
    """

    search: Callable[[str], Sequence[Choice]] = _no_hits
    undo: Callable[[], object] = _nothing
    redo: Callable[[], object] = _nothing
    closing: Callable[[], object] = _nothing


@dataclass(slots=True)
class _Made:
    screens: dict[str, Screen] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)


class MainWindow(QMainWindow):
    """The frame. ``year_chosen`` and ``period_chosen`` carry values of the top bar's menus."""

    year_chosen = Signal(str)
    period_chosen = Signal(str)
    screen_shown = Signal(str)

    def __init__(
        self,
        entries: Sequence[ScreenEntry],
        *,
        lane: DatabaseLane,
        settings: QSettings,
        calls: FrameCalls | None = None,
        language: str = "vi",
    ) -> None:
        super().__init__()
        self.entries = {entry.key: entry for entry in entries}
        self.lane = lane
        self.calls = calls or FrameCalls()
        self._settings = settings
        self._language = language
        self._made = _Made()
        self._help: HelpPanel | None = None
        self._progress: JobWindow | None = None
        self.setWindowTitle("Sổ Sen")
        self.setWindowIcon(app_icon())
        self._make_parts()
        self._lay_out()
        self._connect()
        install_shortcuts(self)
        self.resize(1366, 768)
        geometry = settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _make_parts(self) -> None:
        self.side = SideBar(tuple(self.entries.values()))
        self.top = TopBar(self._find)
        self.status = StatusBar()
        self.notice = Banner("", Tone.BLUE)
        self.notice.hide()
        self.stack = QStackedWidget()

    def _lay_out(self) -> None:
        centre = QWidget()
        outer = QHBoxLayout(centre)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self._middle.addLayout(column, 1)
        right.addWidget(self.top)
        right.addLayout(self._middle, 1)
        right.addWidget(self.status)
        outer.addWidget(self.side)
        outer.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self.side.chosen.connect(self.show_screen)
        self.side.help_wanted.connect(self.toggle_help)
        self.top.year.chosen.connect(self.year_chosen)
        self.top.period.chosen.connect(self.period_chosen)
        self.top.search.hit.connect(self._go_to_hit)
        self.lane.failed.connect(self._show_failure)
        self.lane.started.connect(self._watch_job)

    # --- screens --------------------------------------------------------------------------------------

    def screen(self, key: str) -> Screen:
        """The screen with this key, made now if it was never shown. Raises KeyError for an unknown key."""
        made = self._made.screens.get(key)
        if made is None:
            made = self._made.screens[key] = self.entries[key].factory()
            made.go.connect(self.show_screen)
            made.noticed.connect(self.show_notice)
            made.counted.connect(lambda count: self.side.show_count(key, count))
            made.addActions(list(made.actions_for_menu()))
            self.stack.addWidget(made)
        return made

    def show_screen(self, key: str, record_id: str = "") -> Screen:
        """Bring a screen to the front."""
        screen = self.screen(key)
        self.notice.hide()
        self.stack.setCurrentWidget(screen)
        self.side.show_current(key)
        if key in self._made.stale:
            self._made.stale.discard(key)
            screen.refresh(frozenset())
        screen.activate(record_id)
        screen.focus_first()
        if self._help is not None and self._help.isVisible():
            self._help.show_page(key)
        self.screen_shown.emit(key)
        return screen

    @property
    def current_key(self) -> str:
        """The key of the screen in front, "" before the first."""
        front = self.stack.currentWidget()
        return next((key for key, screen in self._made.screens.items() if screen is front), "")

    def refresh(self, changed: frozenset[str] = frozenset()) -> None:
        """Read anew what shows the changed tables: the screen in front now, the others when next shown."""
        for key, screen in self._made.screens.items():
            if changed and screen.shows and not changed & screen.shows:
                continue
            if screen is self.stack.currentWidget():
                screen.refresh(changed)
            else:
                self._made.stale.add(key)

    # --- words, help, jobs ----------------------------------------------------------------------------

    def show_notice(self, text: str, tone: Tone = Tone.BLUE) -> None:
        """One sentence above the screen, until the next screen; "" takes it away."""
        self.notice.show_text(text, tone)

    def toggle_help(self) -> None:
        """Open the help for the screen in front, or close it (F1)."""
        if self._help is None:
            self._help = HelpPanel(self._language)
            self._help.hide()
            self._help.closed.connect(lambda: self.stack.currentWidget().setFocus())
            self._middle.addWidget(self._help)
        if self._help.isVisible():
            self._help.close_help()
            return
        self._help.show_page(self.current_key)
        self._help.show()
        self._help.browser.setFocus()

    def run(self, job: Job) -> Job:
        """Put a job on the database lane; its window and its errors are shown here."""
        return self.lane.run(job)

    def _watch_job(self, job: Job) -> None:
        if self._progress is None and not job.quiet:
            self._progress = JobWindow(self.lane, self)
            self._progress.begin(job)

    def _show_failure(self, _job: Job, error: SoSenError) -> None:
        show_error(self, error)

    def _find(self, text: str) -> Sequence[Choice]:
        return (*self.matching_screens(text), *self.calls.search(text))

    def matching_screens(self, text: str) -> list[Choice]:
        """The screens whose title holds the words, as search hits."""
        terms = search_terms(text)
        note = QCoreApplication.translate("Frame", "Go to this screen")
        found = [entry for entry in self.entries.values() if matches(fold(entry.title), terms)]
        return [Choice(f"{entry.key}:", entry.title, note) for entry in found]

    def _go_to_hit(self, hit: Choice) -> None:
        key, _, record_id = hit.value.partition(":")
        self.show_screen(key, record_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.setFocus()  # leaves the cell being typed, which saves it
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("look/zoom", look().zoom)
        self._settings.setValue("look/theme", look().wish.value)
        self.calls.closing()
        super().closeEvent(event)
