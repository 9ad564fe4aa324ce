"""``screens``: every screen of an office drawn as a PNG, without a display and without a person."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.places import Places
from desktop.app.qt_messages import log_qt_messages
from desktop.app.screens import screen_entries
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import discard, take_name
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.jobs import DatabaseLane
from desktop.ui.welcome.welcome_window import WelcomeWindow
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.office import Office, open_office

_TICK_MS = 20
_QUIET_TICKS = 6
_LONGEST_MS = 30_000


def draw_screens(options: argparse.Namespace, places: Places) -> list[tuple[str, Path]]:
    """Draw every screen, with each of its tabs, into ``options.into``; (what is shown, file) of each.

    What is shown is the key of the screen, or of screen and tab as in ``plan-targets``. ``size`` is what
    the display has in pixels and ``scale`` its scaling, so at 1.25 a display of 1366×768 leaves 1093×614
    to lay out in, as Windows does. Raises SoSenError as ``open_office`` does, and E_IO.
    """
    log_qt_messages()
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
    width, height = (round(side / options.scale) for side in options.size)
    drawn = [("welcome", _draw_welcome(options.into / "00-welcome.png", width, height))]
    entries = screen_entries(office)
    window = MainWindow(office, entries, settings)
    window.resize(width, height)
    window.show()
    for number, entry in enumerate(entries, start=1):
        window.navigate(entry.key)
        settle(window.lane)
        drawn += _draw_screen(window, entry, options.into / f"{number:02d}-{entry.key}.png")
    window.close()
    return drawn


def _draw_welcome(path: Path, width: int, height: int) -> Path:
    with tempfile.TemporaryDirectory(prefix="sosen-") as folder:
        welcome = WelcomeWindow(Path(folder), Path(folder))
        welcome.resize(width, height)
        welcome.show()
        settle(welcome.lane)
        save_picture(welcome, path)
        welcome.close()
    return path


def _draw_screen(window: MainWindow, entry: ScreenEntry, path: Path) -> list[tuple[str, Path]]:
    """The screen as it opens, then each of its tabs that is not before the eyes already."""
    save_picture(window, path)
    drawn = [(entry.key, path)]
    screen = window.content.stage.current
    bars = [bar for bar in screen.findChildren(SegmentedTabs) if bar.isVisible()] if screen else []
    for bar in bars:
        opened = bar.key()
        for key in [str(bar.tabData(index)) for index in range(bar.count())]:
            if key == opened or not bar.isVisible():
                continue
            bar.show_key(key)
            settle(window.lane)
            of_tab = path.with_stem(f"{path.stem}-{key}")
            save_picture(window, of_tab)
            drawn.append((f"{entry.key}-{key}", of_tab))
        bar.show_key(opened)
        settle(window.lane)
    return drawn


def save_picture(window: QWidget, path: Path) -> None:
    """Draw a window into a PNG file, whole or not at all; raises SoSenError E_IO when that fails."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            if not window.grab().save(str(part), "PNG"):
                raise SoSenError(Code.E_IO, "picture not written", path=str(path))
            take_name(part, path)
        finally:
            discard(part)
    except OSError as error:
        raise SoSenError(Code.E_IO, str(error), path=str(path)) from error


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
