"""``screens``: every screen of an office drawn as a PNG, without a display and without a person."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.places import Places
from desktop.app.screens import screen_entries
from desktop.domain.errors import Code, SoSenError
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.jobs import DatabaseLane
from desktop.usecases.office import Office, open_office

_TICK_MS = 20
_QUIET_TICKS = 6
_LONGEST_MS = 30_000


def draw_screens(options: argparse.Namespace, places: Places) -> list[tuple[str, Path]]:
    """Draw every screen into ``options.into``; (screen key, file) of each.

    ``size`` is what the display has in pixels and ``scale`` its scaling, so at 1.25 a display of 1366×768
    leaves 1093×614 to lay out in, as Windows does. Raises SoSenError as ``open_office`` does, and E_IO.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="sosen-") as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        settings.setValue(remembered.LANGUAGE, options.lang)
        settings.setValue(remembered.THEME, options.theme)
        install_appearance(app, settings)
        office = open_office(places.data, places.profile)
        try:
            return _draw(office, options, settings)
        finally:
            office.close()


def _draw(office: Office, options: argparse.Namespace, settings: QSettings) -> list[tuple[str, Path]]:
    entries = screen_entries(office)
    window = MainWindow(office, entries, settings)
    width, height = options.size
    window.resize(round(width / options.scale), round(height / options.scale))
    window.show()
    drawn = []
    for number, entry in enumerate(entries, start=1):
        window.navigate(entry.key)
        settle(window.lane)
        path = options.into / f"{number:02d}-{entry.key}.png"
        save_picture(window, path)
        drawn.append((entry.key, path))
    window.close()
    return drawn


def save_picture(window: QWidget, path: Path) -> None:
    """Draw a window into a PNG file; raises SoSenError E_IO when it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SoSenError(Code.E_IO, str(error), path=str(path.parent)) from error
    if not window.grab().save(str(path)):
        raise SoSenError(Code.E_IO, "picture not written", path=str(path))


def settle(lane: DatabaseLane) -> None:
    """Let the event loop run until nothing has been under way for a while: jobs, charts, layouts."""
    loop, timer, state = QEventLoop(), QTimer(), {"quiet": 0, "waited": 0}
    app = QApplication.instance()
    assert app is not None

    def look() -> None:
        lanes = (lane, *app.findChildren(DatabaseLane))
        busy = any(one.busy for one in lanes) or QThreadPool.globalInstance().activeThreadCount() > 0
        state["quiet"] = 0 if busy else state["quiet"] + 1
        state["waited"] += _TICK_MS
        if state["quiet"] >= _QUIET_TICKS or state["waited"] > _LONGEST_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_TICK_MS)
    loop.exec()
    timer.stop()
