"""From the first line to the first painted window: place, lock, look, data, screens."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.app.crash import install_exception_hook
from desktop.app.places import Places
from desktop.app.screens import screen_entries
from desktop.app.single import hold
from desktop.domain.errors import SoSenError
from desktop.store.store import DATABASE_NAME
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import open_main_window
from desktop.ui.messages.dialog import show_error
from desktop.usecases.office import open_office

REFUSED = 3


def open_window(places: Places, *, chosen: bool) -> int:
    """Open the window on an office's data; without data, the welcome page. The exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Sổ Sen")
    places.profile.mkdir(parents=True, exist_ok=True)
    settings = QSettings(str(places.settings), QSettings.Format.IniFormat)
    install_appearance(app, settings)
    install_exception_hook()
    if not chosen and not (places.data / DATABASE_NAME).exists():
        return _welcome(app, settings, places)
    return _work(app, settings, places)


def _work(app: QApplication, settings: QSettings, places: Places) -> int:
    try:
        lock = hold(places.data)
        office = open_office(places.data, places.profile)
    except SoSenError as error:
        show_error(None, error)
        return REFUSED
    window = open_main_window(office, settings, screen_entries(office))
    status = app.exec()
    window.deleteLater()
    office.close()
    lock.unlock()
    return status
