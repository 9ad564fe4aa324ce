"""Words for a person where no window stands yet, or no longer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication

from desktop.domain.errors import SoSenError


def tell(error: SoSenError) -> None:
    """Show a refusal where there is no window, until it is closed."""
    from desktop.ui.messages.dialog import ErrorDialog  # not needed by a start that goes well

    with going_on():
        ErrorDialog(error).exec()


@contextmanager
def going_on() -> Iterator[None]:
    """A dialog that closes as the last window must not end the program."""
    QGuiApplication.setQuitOnLastWindowClosed(False)
    try:
        yield
    finally:
        QGuiApplication.setQuitOnLastWindowClosed(True)
