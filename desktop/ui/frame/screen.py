"""What a screen is, and what the window gives it: the contract between the frame and every feature.

A feature writes a ``Screen`` and is listed as a ``ScreenEntry``; the window makes it when it is first
opened, shows it, and tells it when data changed.  Screens never hold the window itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.jobs import DatabaseLane
from desktop.usecases.office import Office


def _say_nothing(_text: str, _undoable: bool = False) -> None:
    """For screens that stand outside a window, as in tests."""


def _stay(_language: str) -> None:
    """Likewise."""


def _keep() -> None:
    """Likewise."""


class ScreenContext(NamedTuple):
    """What every screen may use.

    ``navigate(screen, table, record_id)`` opens a screen, at a record when table and id are not "".
    ``changed(tables)`` tells the window that these tables were written: it refreshes screens, counts and
    footer, the caller included.  ``year`` is the year chosen in the top bar, ``period`` the id of the
    reporting month chosen there, "" while that is the present one.  ``notify(text, undoable)`` shows a
    sentence in the bottom bar for some seconds, with "Undo" beside it when ``undoable``.
    ``speak(language)`` makes the window anew in another language.  ``restore()`` asks for a backup to
    go back to.
    """

    office: Office
    lane: DatabaseLane
    settings: QSettings
    navigate: Callable[[str, str, str], None]
    changed: Callable[[frozenset[str]], None]
    show_error: Callable[[SoSenError], None]
    year: Callable[[], int]
    period: Callable[[], str] = str
    notify: Callable[..., None] = _say_nothing
    speak: Callable[[str], None] = _stay
    restore: Callable[[], None] = _keep


class Screen(QWidget):
    """One page of the window. ``tables`` are those whose change makes it stale; empty means any."""

    key: str = ""
    tables: frozenset[str] = frozenset()

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self.setProperty("role", "page")

    def activate(self) -> None:
        """Called when the screen is shown: loads what is stale. Extend it to focus the right widget."""
        if self._stale:
            self._stale = False
            self.refresh()

    def refresh(self) -> None:
        """Reload now; a screen without data of its own does nothing."""

    def show_record(self, table: str, record_id: str) -> None:
        """Go to a record of this screen; one it does not know is passed over."""

    def shortcut_help(self) -> list[tuple[str, str]]:
        """(key, what it does) of the keys that only this screen has, for the help panel."""
        return []

    def data_changed(self, tables: frozenset[str]) -> None:
        """Told by the window that tables were written; an empty set means all of them.

        A screen in sight reloads at once, any other when it is next shown.
        """
        if tables and self.tables and not tables & self.tables:
            return
        if self.isVisible():
            self._stale = False
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """A screen is named after its entry, for screen readers and tests."""
        if not self.objectName():
            self.setObjectName(self.key)
        super().showEvent(event)


WORK = "work"
"""Named instead of a table when a screen is opened: not where it was left, but where its work begins."""


class ScreenEntry:
    """A line of the left bar: how a screen is called and made.

    ``title`` gives the words in the language in force.  ``section`` groups lines: "main" stands above,
    "foot" at the bottom of the bar.  ``shortcut`` is a further key ("F9"), which
    leads to its work (``WORK``); Alt+1…9 come from the order and lead to where it was left.
    ``count`` tells what wants attention there, for the badge; it runs on the database lane.
    ``records`` names the tables whose records the screen can show: a search hit of them opens it.
    ``head`` gives the screen's own title where it is not ``title``: it stands there until the screen is made.
    "{year}" in it is the year looked at.
    ``load`` loads the code that ``factory`` needs, so that the window answers between the two.
    """

    def __init__(
        self,
        key: str,
        title: Callable[[], str],
        icon: str,
        section: str,
        factory: Callable[[ScreenContext], Screen],
        *,
        shortcut: str = "",
        count: Callable[[Office], int] | None = None,
        records: frozenset[str] = frozenset(),
        head: Callable[[], str] | None = None,
        load: Callable[[], object] = str,
    ) -> None:
        self.key, self.title, self.icon, self.section = key, title, icon, section
        self.factory, self.shortcut, self.count = factory, shortcut, count
        self.records, self.head, self.load = records, head, load
