"""From the first line to the first painted window: place, lock, look, data, screens."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSettings, QTimer

from desktop.app.crash import install_exception_hook, start_refusal
from desktop.app.first_paint import mark_first_paint
from desktop.app.places import Places
from desktop.app.qt_messages import log_qt_messages
from desktop.app.screens import screen_entries
from desktop.app.single import hold
from desktop.app.telling import going_on, tell
from desktop.domain.errors import Code, SoSenError
from desktop.store.database import opening
from desktop.store.private_folder import make_private
from desktop.ui import garbage
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import MainWindow, open_main_window
from desktop.ui.theme.early import await_painting, painted
from desktop.ui.theme.look import make_application
from desktop.usecases.office import Office, open_office
from desktop.usecases.opened_copies import remove_opened_copies

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
    install_exception_hook()
    desk = _Desk(places)
    refused = start_refusal(lambda: install_appearance(app, _settings(places)))
    if refused is not None:
        install_appearance(app, _remembered(places))  # nothing is remembered: the usual language and look
        tell(refused)
        return REFUSED
    if not (_is_seated(desk, places) if chosen or places.has_data else _is_welcomed(desk)):
        return REFUSED
    QTimer.singleShot(0, app, garbage.release)
    status = app.exec()
    desk.leave()
    while desk.wanted is not None:
        place, backup = desk.wanted
        desk = _Desk(place)
        if not (_took_back(desk, place, backup) and _is_seated(desk, place)):
            return REFUSED
        status = app.exec()
        desk.leave()
    return status


def _is_welcomed(desk: _Desk) -> bool:
    """Show the welcome page; False when even that failed, which was told."""
    refused = start_refusal(desk.welcome)
    if refused is not None:
        tell(refused)
    return refused is None


def _is_seated(desk: _Desk, places: Places) -> bool:
    """Open an office; where its data is damaged a backup may take its place. False when it stays refused."""
    while True:
        error = start_refusal(lambda: desk.sit_down(places))
        if error is None:
            return True
        desk.leave()
        if error.code is not Code.E_DATA_DAMAGED:
            tell(error)
            return False
        if not _took_back(desk, places, None):
            return False


def _took_back(desk: _Desk, places: Places, backup: Path | None) -> bool:
    """Let a backup take the place of the data, which is closed; without one the user chooses it."""
    from desktop.ui.settings.restore_dialog import RestoreDialog, restored_words  # seldom

    try:
        lock = hold(places.data)
    except SoSenError as error:
        tell(error)
        return False
    dialog = RestoreDialog(places.data, is_damaged=backup is None)
    if backup is not None:
        QTimer.singleShot(0, dialog, lambda: dialog.take(backup))
    try:
        with going_on():
            dialog.exec()
    finally:
        lock.unlock()
    if dialog.restored is not None:
        desk.news = restored_words(dialog.restored)
    return dialog.restored is not None


def _settings(places: Places) -> QSettings:
    """What the window remembers. Raises E_PROFILE when its folder cannot be made."""
    try:
        make_private(places.profile)
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(places.profile)) from error
    return _remembered(places)


def _remembered(places: Places) -> QSettings:
    return QSettings(str(places.settings), QSettings.Format.IniFormat)


class _Desk:
    """What is open: the welcome page, or an office with its window, its lock and its data."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._lock: QLockFile | None = None
        self._office: Office | None = None
        self._window: MainWindow | None = None
        self._is_starting = False
        self.wanted: tuple[Places, Path] | None = None
        """Where which backup is to take the place of the data once all is closed."""
        self.news = ""
        """A sentence for the bottom bar of the window that opens next."""

    def welcome(self) -> None:
        """Ask what to open."""
        from desktop.ui.welcome.welcome_window import WelcomeWindow  # seen once on a computer

        home = self._places.data.parent
        self._welcome = WelcomeWindow(home / SAMPLE_FOLDER, home)
        self._welcome.chosen.connect(self._open_chosen)
        self._welcome.founded.connect(self._open_founded)
        self._welcome.show()

    def _open_chosen(self, place: DataPlace) -> None:
        refused = start_refusal(lambda: self.sit_down(Places(place.data, place.profile)))
        if refused is None:
            self._welcome.close()
        else:
            self.leave()
            self._welcome.show_refusal(refused)

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
        with opening():
            self._office = open_office(places.data, places.profile, keys_later=True)
            entries = screen_entries(self._office)
            self._is_starting = True
            await_painting()
            garbage.hold()  # what is loaded while the window is furnished stays: there is nothing to collect
            self._window = open_main_window(self._office, _settings(places), entries)
        self._window.furnished.connect(partial(self._begin, self._office, self._window))
        self._window.restore_asked.connect(partial(self._ask_back, places, self._window))
        mark_first_paint(self._window)

    def _begin(self, office: Office, window: MainWindow) -> None:
        """Keys and backup."""
        from desktop.app.first_work import begin_work  # after the first painting

        self._start_is_over()
        begin_work(office, window)
        if self.news:
            window.notify(self.news)

    def _ask_back(self, places: Places, window: MainWindow) -> None:
        """Let the user choose a backup; then the window closes, and opens anew on it."""
        from desktop.ui.settings.restore_dialog import RestoreDialog  # seldom

        def later(backup: Path) -> None:
            self.wanted = (places, backup)
            window.close()

        RestoreDialog(places.data, window, later=later).open()

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
            remove_opened_copies(self._office.data.folder)
        if self._lock is not None:
            self._lock.unlock()
        self._window = self._office = self._lock = None
