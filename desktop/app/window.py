"""From the first line to the first painted window: place, lock, look, data, screens."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSettings, QTimer

from desktop.app.crash import install_exception_hook
from desktop.app.first_paint import mark_first_paint
from desktop.app.places import Places
from desktop.app.qt_messages import log_qt_messages
from desktop.app.screens import screen_entries
from desktop.app.single import hold
from desktop.domain.errors import Code, SoSenError
from desktop.ui import garbage
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import MainWindow, open_main_window
from desktop.ui.theme.early import await_painting, painted
from desktop.ui.theme.look import make_application
from desktop.usecases.office import Office, open_office

if TYPE_CHECKING:
    from desktop.usecases.find_data import (
        DataPlace,  # leads to all of exchange, of which a start needs nothing
    )

REFUSED = 3
SAMPLE_FOLDER = "sample-year"


def open_window(places: Places, *, chosen: bool) -> int:
    """Open the window on an office's data; without data, the welcome page. The exit status.

    ``chosen`` says that the command line named the place: then a place without data is an error.
    """
    garbage.hold()  # nothing is garbage yet
    log_qt_messages()
    app = make_application(sys.argv[0])
    app.setApplicationName("Sổ Sen")
    install_appearance(app, _settings(places))
    install_exception_hook()
    desk = _Desk(places)
    if chosen or places.has_data:
        try:
            desk.sit_down(places)
        except SoSenError as error:
            from desktop.ui.messages.dialog import show_error  # not needed by a start that goes well

            show_error(None, error)
            return REFUSED
    else:
        desk.welcome()
    QTimer.singleShot(0, app, garbage.release)
    status = app.exec()
    desk.leave()
    return status


def _settings(places: Places) -> QSettings:
    places.profile.mkdir(parents=True, exist_ok=True)
    return QSettings(str(places.settings), QSettings.Format.IniFormat)


class _Desk:
    """What is open: the welcome page, or an office with its window, its lock and its data."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lock: QLockFile | None = None
        self._office: Office | None = None
        self._window: MainWindow | None = None
        self._is_starting = False

    def welcome(self) -> None:
        """Ask what to open."""
        from desktop.ui.welcome.welcome_window import WelcomeWindow  # seen once on a computer

        home = self._places.data.parent
        self._welcome = WelcomeWindow(home / SAMPLE_FOLDER, home)
        self._welcome.chosen.connect(self._open_chosen)
        self._welcome.founded.connect(self._open_founded)
        self._welcome.show()

    def _open_chosen(self, place: DataPlace) -> None:
        try:
            self.sit_down(Places(place.data, place.profile))
        except SoSenError as error:
            self._welcome.show_refusal(error)
        else:
            self._welcome.close()

    def _open_founded(self, place: DataPlace) -> None:
        """Open what was just founded where the next step is: pairing."""
        self._open_chosen(place)
        if self._window is not None:
            self._window.navigate("bundles", "pairing", "")

    def sit_down(self, places: Places) -> None:
        """Open an office. Raises SoSenError: E_NO_DATA, E_BUSY, and as ``open_office``."""
        if not places.has_data:
            raise SoSenError(Code.E_NO_DATA, str(places.data), path=str(places.data))
        self._lock = hold(places.data)
        self._office = open_office(places.data, places.profile, keys_later=True)
        entries = screen_entries(self._office)
        self._is_starting = True
        await_painting()
        garbage.hold()  # what is loaded while the window is furnished stays: there is nothing to collect
        self._window = open_main_window(self._office, _settings(places), entries)
        self._window.furnished.connect(partial(self._begin, self._office, self._window))
        mark_first_paint(self._window)

    def _begin(self, office: Office, window: MainWindow) -> None:
        """Keys and backup."""
        from desktop.app.first_work import begin_work  # after the first painting

        self._start_is_over()
        begin_work(office, window)

    def _start_is_over(self) -> None:
        """All is loaded, or the window was closed or refused before."""
        if self._is_starting:
            self._is_starting = False
            painted()
            garbage.release()

    def leave(self) -> None:
        """Close what is open, the data last."""
        self._start_is_over()
        if self._window is not None:
            self._window.deleteLater()
        if self._office is not None:
            self._office.close()
        if self._lock is not None:
            self._lock.unlock()
