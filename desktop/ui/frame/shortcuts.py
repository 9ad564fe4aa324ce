"""The keys of the window. No plain letters, no Ctrl+Shift, no Alt+Z: those are the Vietnamese keyboard's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.theme.look import look

if TYPE_CHECKING:
    from desktop.ui.frame.main_window import MainWindow


def install_shortcuts(window: MainWindow) -> None:
    """Give the window its keys: screens, search, help, refresh, undo, zoom."""
    plain: tuple[tuple[tuple[str, ...], Callable[[], object]], ...] = (
        (("F1",), window.toggle_help),
        (("F5",), window.refresh),
        (("Ctrl+K",), window.top.search.setFocus),
        (("Ctrl++", "Ctrl+="), lambda: look().zoom_by(1)),
        (("Ctrl+-",), lambda: look().zoom_by(-1)),
        (("Ctrl+0",), lambda: look().apply(zoom=1.0)),
        (("Ctrl+Z",), lambda: window.calls.undo()),
        (("Ctrl+Y",), lambda: window.calls.redo()),
    )
    for keys, call in plain:
        _add(window, keys, call)
    listed = [entry for entry in window.entries.values() if not entry.section]
    for number, entry in enumerate(listed[:9], start=1):
        _add(window, (f"Alt+{number}",), _showing(window, entry.key))
    for entry in window.entries.values():
        if entry.shortcut:
            _add(window, (entry.shortcut,), _showing(window, entry.key))


def _showing(window: MainWindow, key: str) -> Callable[[], object]:
    return lambda: window.show_screen(key)


def _add(window: MainWindow, keys: tuple[str, ...], call: Callable[[], object]) -> None:
    action = QAction(window)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.triggered.connect(lambda _on: call())
    window.addAction(action)
