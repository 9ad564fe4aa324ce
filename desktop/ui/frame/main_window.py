"""The main window: bars round a stack of screens that are made when they are first shown.

It is painted with its bars and the head of the first screen; then ``furnish`` adds what works in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.domain.errors import SoSenError
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.appearance import choose_zoom, step_zoom
from desktop.ui.frame.content import Content
from desktop.ui.frame.present_period import month_title, month_words
from desktop.ui.frame.screen import WORK, ScreenContext, ScreenEntry
from desktop.ui.frame.viewed import Viewed
from desktop.ui.i18n import current_language, install_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.steps import in_steps, leave_out_steps
from desktop.ui.theme.early import later, painted
from desktop.ui.theme.icons import app_icon
from desktop.usecases.office import Office
from desktop.usecases.read_frame import read_frame

if TYPE_CHECKING:
    from desktop.ui.frame.facts import Facts
    from desktop.ui.frame.furniture import Furniture

SIZE = (1366, 768)
FRAME = 24
"""Pixels that a window system may put around a window, each side, title included."""


class MainWindow(QMainWindow):
    """One office's window. Its words are made anew when the language changes; the office stays open.

    ``furnished`` tells, once, that everything works in it.
    """

    furnished = Signal()
    restore_asked = Signal()
    """Somebody wants to go back to a backup: whoever opened the data has to close it first."""

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
        self._is_painted = self._is_furnished = False
        later(self, lambda: self.setWindowIcon(app_icon()))
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
            restore=self.restore_asked.emit,
        )
        self.lane.failed.connect(lambda _job, error: self.show_error(error))
        self._build(remembered.read_text(settings, remembered.SCREEN))
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
        keys = self.content.stage.keys
        if keys:
            self.content.stage.await_screen(screen if screen in keys else keys[0])

    # -- what works in it -------------------------------------------------------------------------

    @cached_property
    def furniture(self) -> Furniture:
        """The working parts, loaded when one is needed, at the latest after the first painting."""
        # Heavy: leads to the records, to Peewee and to all that is sent.
        from desktop.ui.frame.furniture import Furniture

        made = Furniture(self, self.office, self.entries, self.lane, self.restore_asked.emit)
        made.facts.read.connect(lambda facts: _show_facts(self.content, facts))
        made.facts.failed.connect(self.show_error)
        made.undo_keys.done.connect(self._undone)
        made.undo_keys.refused.connect(self.show_error)
        return made

    def furnish(self) -> None:
        """Make the painted window work: search, help and undo in its parts, keys, the awaited screen."""
        stage = self.content.stage
        if not stage.awaited:
            return
        painted()
        _add_keys(self)
        self.furniture.place(self.content)
        self.content.navigate(stage.awaited)
        self.furniture.facts.ask()
        if not self._is_furnished:
            self._is_furnished = True
            self.furnished.emit()

    # -- what screens ask for ---------------------------------------------------------------------

    def navigate(self, screen: str, table: str = "", record_id: str = "") -> None:
        """Show a screen, at a record when one is named; one that this office has not is passed over."""
        if screen in self.content.stage.keys:
            self.furnish()
            self.content.navigate(screen, table, record_id)

    def data_changed(self, tables: frozenset[str] = frozenset()) -> None:
        """These tables were written (an empty set: any): refresh screens, counts and bottom bar."""
        if not tables or tables & {"unit", "plan", "programme", "period"}:
            self._frame = read_frame(self.office)
            self.viewed.show_facts(self._frame)
            self._show_frame()
        self.content.stage.data_changed(tables)
        self.furniture.facts.ask()

    def refresh(self) -> None:
        """Show everything anew (F5)."""
        self.data_changed(frozenset())

    def toggle_help(self) -> None:
        """Open the help for the screen in front, or close it (F1)."""
        self.content.toggle_help()

    def start_search(self) -> None:
        """Put the caret into the search (Ctrl+K)."""
        self.furnish()
        self.content.top.search.start()

    def show_error(self, error: SoSenError) -> None:
        """A refusal on a card above the window."""
        self.furniture.show_error(error)

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
        self.furniture.facts.ask()

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
        self.furnish()

    # -- what comes back --------------------------------------------------------------------------

    def _show_frame(self) -> None:
        self.setWindowTitle(f"{self._frame.unit} – Sổ Sen" if self._frame.unit else "Sổ Sen")
        self.content.top.show_unit(self._frame.unit)
        self._show_viewed()

    def _show_viewed(self) -> None:
        top, shown = self.content.top, self.viewed.period()
        top.show_years(self._frame.years, self.viewed.year())
        top.show_periods(
            [(one.id, month_title(one)) for one in self.viewed.months()], shown.id if shown else ""
        )
        top.show_period(*month_words(shown))
        top.show_away(not self.viewed.is_present)

    def _undone(self, sentence: str) -> None:
        self.data_changed(frozenset())
        self.notify(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What works in the window is loaded once it stands there: it would hold its painting up."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            in_steps(self, _steps(self))

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being typed is saved, work under way is stopped and leaves nothing half done."""
        leave_out_steps(self)  # closed while it was still loading
        self.content.setFocus()
        self.settings.setValue(remembered.GEOMETRY, self.saveGeometry())
        self.settings.setValue(remembered.SCREEN, self.content.stage.current_key)
        self.settings.sync()
        self.lane.shut_down()
        if self._is_furnished:
            self.furniture.jobs.hide()
        super().closeEvent(event)


def _steps(window: MainWindow) -> Iterator[Callable[[], object]]:
    """``furnish``, cut so that the window never keeps silent for long; what comes before it is loading."""
    yield painted
    yield partial(_add_keys, window)
    yield _load_entities
    yield lambda: window.office.store
    yield _load_facts
    yield lambda: window.furniture
    yield from (entry.load for entry in window.entries if entry.key == window.content.stage.awaited)
    yield window.furnish


def _add_keys(window: MainWindow) -> None:
    if window.actions():
        return
    from desktop.ui.frame.window_keys import add_key, screen_keys  # keys come after the painting

    def undo() -> None:
        window.furniture.undo_keys.undo()

    def redo() -> None:
        window.furniture.undo_keys.redo()

    for keys, call in (
        (("F1",), window.toggle_help),
        (("F5",), window.refresh),
        (("Ctrl+K",), window.start_search),
        (("Ctrl++", "Ctrl+="), partial(step_zoom, window.settings, 1)),
        (("Ctrl+-",), partial(step_zoom, window.settings, -1)),
        (("Ctrl+0",), partial(choose_zoom, window.settings, 1.0)),
        (("Ctrl+Z",), undo),
        (("Ctrl+Y",), redo),
        (("Alt+PgUp",), partial(window.viewed.step, -1)),
        (("Alt+PgDown",), partial(window.viewed.step, 1)),
        (("Alt+Home",), window.viewed.back),
    ):
        add_key(window, keys, call)
    keys_of = screen_keys(window.entries)
    for entry in window.entries:
        numbered = tuple(key for key in keys_of[entry.key] if key != entry.shortcut)
        add_key(window, numbered, partial(window.navigate, entry.key))
        if entry.shortcut:
            add_key(window, (entry.shortcut,), partial(window.navigate, entry.key, WORK))


def _load_entities() -> object:
    from desktop.domain.entities import ENTITY_TYPES  # heavy: all records come after the painting

    return ENTITY_TYPES


def _load_facts() -> object:
    from desktop.ui.frame.facts import FactReader  # leads to all that is sent

    return FactReader


def _show_facts(content: Content, facts: Facts) -> None:
    content.side.show_counts(facts.counts)
    content.bottom.show_footer(facts.footer, facts.scarce)


def open_main_window(office: Office, settings: QSettings, entries: Sequence[ScreenEntry]) -> MainWindow:
    """Make and show the window of an office; call ``appearance.install_appearance`` before.

    The first time on a small display it takes all of it: a frame and a task bar leave no room for ``SIZE``.
    """
    window = MainWindow(office, entries, settings)
    room = window.screen().availableSize() - QSize(2 * FRAME, 2 * FRAME)
    has_room = room.width() >= SIZE[0] and room.height() >= SIZE[1]
    if has_room or settings.contains(remembered.GEOMETRY):
        window.show()
    else:
        window.showMaximized()
    return window
