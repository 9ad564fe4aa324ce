"""Enter presses the button that has the focus, as Space does; Qt gives it to a dialog's default button."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton


def pressed_by(made: QAbstractButton, event: QKeyEvent) -> bool:
    """To be asked first in a button's ``keyPressEvent``: whether the key was Enter, and has pressed it."""
    key, modifier = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
    if event.key() not in (key.Key_Return, key.Key_Enter):
        return False
    if event.modifiers() & ~modifier.KeypadModifier:
        return False
    if not event.isAutoRepeat():  # a key that is held down presses once
        press(made)
    event.accept()
    return True


def press(made: QAbstractButton) -> None:
    """What a click does: a button that only opens a menu opens it."""
    if isinstance(made, QToolButton) and made.menu() is not None:
        made.showMenu()
    else:
        made.click()
