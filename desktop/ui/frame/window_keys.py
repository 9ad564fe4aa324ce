"""The keys of the window, and their list for the help panel.

No plain letters, no Ctrl+Shift, no Alt+Z: those belong to the Vietnamese keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.frame.screen import ScreenEntry

Keys = tuple[str, ...]


def add_key(window: QWidget, keys: Keys, call: Callable[[], object]) -> QAction:
    """Let ``window`` do something on any of these keys."""
    action = QAction(window)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.triggered.connect(lambda _on=False: call())
    window.addAction(action)
    return action


def screen_keys(entries: Sequence[ScreenEntry]) -> dict[str, Keys]:
    """Screen → its keys: Alt+1 to Alt+9 in the order of the bar, and the entry's own."""
    upper = [entry.key for entry in entries if entry.section != "foot"][:9]
    numbered = {key: (f"Alt+{number}",) for number, key in enumerate(upper, start=1)}
    return {
        entry.key: numbered.get(entry.key, ()) + ((entry.shortcut,) if entry.shortcut else ())
        for entry in entries
    }


def key_help() -> list[tuple[str, str]]:
    """(key, what it does) of the keys that work on every screen."""
    return [
        ("F1", QCoreApplication.translate("Frame", "help for this screen")),
        ("F2", QCoreApplication.translate("Frame", "edit the cell")),
        ("F5", QCoreApplication.translate("Frame", "show anew")),
        ("Ctrl+K", QCoreApplication.translate("Frame", "find anything")),
        ("Ctrl+Z", QCoreApplication.translate("Frame", "undo the last action")),
        ("Ctrl+Y", QCoreApplication.translate("Frame", "redo it")),
        ("Alt+PgUp  Alt+PgDn", QCoreApplication.translate("Frame", "the reporting period before or after")),
        ("Alt+Home", QCoreApplication.translate("Frame", "back to the present year and period")),
        ("Alt+1 … 9", QCoreApplication.translate("Frame", "go to a screen")),
        ("Ctrl +  Ctrl −", QCoreApplication.translate("Frame", "larger, smaller")),
        ("Ctrl+0", QCoreApplication.translate("Frame", "normal size")),
    ]
