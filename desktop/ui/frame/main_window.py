"""The main window: bars round a stack of screens that are made when they are first shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.domain.errors import SoSenError
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.appearance import choose_zoom, step_zoom
from desktop.ui.frame.content import Content
from desktop.ui.frame.facts import FactReader, Facts
from desktop.ui.frame.finder import Finder
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.frame.period_words import period_title, period_words
from desktop.ui.frame.screen import ScreenContext, ScreenEntry
from desktop.ui.frame.undo_keys import UndoKeys
from desktop.ui.frame.viewed import Viewed
from desktop.ui.frame.window_keys import add_key, screen_keys
from desktop.ui.i18n import current_language, install_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.messages.dialog import show_error
from desktop.ui.theme.icons import app_icon
from desktop.usecases.office import Office
from desktop.usecases.read_frame import read_frame

SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """One office's window. Its words are made anew when the language changes; the office stays open."""

    def __init__(
        self,
        office: Office,
        entries: Sequence[ScreenEntry],
        settings: QSettings,
        lane: DatabaseLane | None = None,
    ) -> None:
        super().__init__()
        self.office, self.entries, self.settings = office, tuple(entries), settings
        self.lane = lane or DatabaseLane(self, leave=office.close)
        self._frame = read_frame(office)
        self.viewed = Viewed(settings, self._frame, self)
        self.viewed.changed.connect(self._look_elsewhere)
        self._is_painted = False
        self.setWindowIcon(app_icon())
        self.context = ScreenContext(
            office=office,
            lane=self.lane,
            settings=settings,
            navigate=self.navigate,
            changed=self.data_changed,
            show_error=self.show_error,
            year=self.viewed.year,
            period=self.viewed.period_id,
            notify=self.notify,
            speak=self.set_language,
        )
        self.facts = FactReader(office, self.entries, self.lane, self)
        self.facts.read.connect(self._show_facts)
        self.facts.failed.connect(self.show_error)
        self.jobs = JobWindow(self.lane, self)
        self.undo_keys = UndoKeys(office, self.lane, self)
        self.undo_keys.done.connect(self._undone)
        self.undo_keys.refused.connect(self.show_error)
        self.lane.failed.connect(lambda _job, error: self.show_error(error))
        self._build(remembered.read_text(settings, remembered.SCREEN))
        self._add_keys()
        self.resize(*SIZE)
        geometry = settings.value(remembered.GEOMETRY)
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    # -- parts ------------------------------------------------------------------------------------

    def _build(self, screen: str) -> None:
        self.content = Content(self.entries, self.context, self.settings)
        self.setCentralWidget(self.content)
        self._show_frame()
        self.content.top.year_chosen.connect(self.choose_year)
        self.content.top.period_chosen.connect(self.viewed.choose_period)
        self.content.top.back_asked.connect(self.viewed.back)
        self.content.bottom.undo_asked.connect(self.undo_keys.undo)
        homes = {table: entry.key for entry in reversed(self.entries) for table in entry.records}
        self.finder = Finder(self.office, self.entries, homes, self.lane, self.content.top.search)
        keys = self.content.stage.keys
        if keys:
            self.content.navigate(screen if screen in keys else keys[0])

    def _add_keys(self) -> None:
        for keys, call in (
            (("F1",), self.toggle_help),
            (("F5",), self.refresh),
            (("Ctrl+K",), self.start_search),
            (("Ctrl++", "Ctrl+="), partial(step_zoom, self.settings, 1)),
            (("Ctrl+-",), partial(step_zoom, self.settings, -1)),
            (("Ctrl+0",), partial(choose_zoom, self.settings, 1.0)),
            (("Ctrl+Z",), self.undo_keys.undo),
            (("Ctrl+Y",), self.undo_keys.redo),
            (("Alt+PgUp",), partial(self.viewed.step, -1)),
            (("Alt+PgDown",), partial(self.viewed.step, 1)),
            (("Alt+Home",), self.viewed.back),
        ):
            add_key(self, keys, call)
        for screen, own_keys in screen_keys(self.entries).items():
            add_key(self, own_keys, partial(self.navigate, screen))

    # -- what screens ask for ---------------------------------------------------------------------

    def navigate(self, screen: str, table: str = "", record_id: str = "") -> None:
        """Show a screen, at a record when one is named; one that this office has not is passed over."""
        if screen in self.content.stage.keys:
            self.content.navigate(screen, table, record_id)

    def data_changed(self, tables: frozenset[str] = frozenset()) -> None:
        """These tables were written (an empty set: any): refresh screens, counts and bottom bar."""
        if not tables or tables & {"unit", "plan", "programme", "period"}:
            self._frame = read_frame(self.office)
            self.viewed.show_facts(self._frame)
            self._show_frame()
        self.content.stage.data_changed(tables)
        self.facts.ask()

    def refresh(self) -> None:
        """Show everything anew (F5)."""
        self.data_changed(frozenset())

    def toggle_help(self) -> None:
        """Open the help for the screen in front, or close it (F1)."""
        self.content.toggle_help()

    def start_search(self) -> None:
        """Put the caret into the search (Ctrl+K)."""
        self.content.top.search.start()

    def show_error(self, error: SoSenError) -> None:
        """A refusal on a card above the window."""
        show_error(self, error)

    def notify(self, text: str, undoable: bool = False) -> None:
        """A sentence in the bottom bar for some seconds, with "Undo" beside it when asked for."""
        self.content.bottom.notify(text, undoable)

    def choose_year(self, year: int) -> None:
        """Show another year on every screen."""
        self.viewed.choose_year(year)

    def _look_elsewhere(self) -> None:
        """Another year or period was chosen: every screen follows."""
        self._show_viewed()
        self.content.stage.data_changed(frozenset())
        self.facts.ask()

    def set_language(self, language: str) -> None:
        """Speak another language; the window's parts are made anew once the present event is over."""
        self.settings.setValue(remembered.LANGUAGE, language)
        if language != current_language():
            QTimer.singleShot(0, self, lambda: self._speak(language))

    def _speak(self, language: str) -> None:
        app = QApplication.instance()
        if app is not None:
            install_language(app, language)
        self._build(self.content.stage.current_key)
        self.facts.ask()

    # -- what comes back --------------------------------------------------------------------------

    def _show_frame(self) -> None:
        self.setWindowTitle(f"{self._frame.unit} – Sổ Sen" if self._frame.unit else "Sổ Sen")
        self.content.top.show_unit(self._frame.unit)
        self._show_viewed()

    def _show_viewed(self) -> None:
        top, shown = self.content.top, self.viewed.period()
        top.show_years(self._frame.years, self.viewed.year())
        top.show_periods(
            [(one.id, period_title(one)) for one in self.viewed.months()], shown.id if shown else ""
        )
        top.show_period(*period_words(shown))
        top.show_away(not self.viewed.is_present)

    def _show_facts(self, facts: Facts) -> None:
        self.content.side.show_counts(facts.counts)
        self.content.bottom.show_footer(facts.footer)

    def _undone(self, sentence: str) -> None:
        self.data_changed(frozenset())
        self.notify(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What the bars show is read once the window stands there: a worker would slow its painting down."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.facts.ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is saved, work under way is stopped and leaves nothing half done."""
        self.content.setFocus()
        self.settings.setValue(remembered.GEOMETRY, self.saveGeometry())
        self.settings.setValue(remembered.SCREEN, self.content.stage.current_key)
        self.settings.sync()
        self.lane.shut_down()
        self.jobs.hide()
        super().closeEvent(event)


def open_main_window(office: Office, settings: QSettings, entries: Sequence[ScreenEntry]) -> MainWindow:
    """Make and show the window of an office; call ``appearance.install_appearance`` before."""
    window = MainWindow(office, entries, settings)
    window.show()
    return window
