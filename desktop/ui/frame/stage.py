"""The screens of the window: made when first shown, kept, told when data changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.frame.screen import Screen, ScreenContext, ScreenEntry
from desktop.ui.theme.tokens import LG, XL
from desktop.ui.widgets.page_header import PageHeader

_TALLEST = 400
"""The height, in pixels, that a screen may insist on."""


class _Head(QWidget):
    """What is seen of a screen before its code is loaded: its title, where the screen will have it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, LG)
        column.addWidget(PageHeader(title, " "))
        column.addStretch(1)


class Stage(QStackedWidget):
    """One screen at a time. ``shown`` carries its key."""

    shown = Signal(str)

    def __init__(
        self, entries: Sequence[ScreenEntry], context: ScreenContext, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entries = {entry.key: entry for entry in entries}
        self._context = context
        self._made: dict[str, Screen] = {}
        self._awaited = ""
        self._head: _Head | None = None

    def await_screen(self, key: str) -> None:
        """Show the head of a screen until ``show_screen`` makes it. KeyError for an unknown screen."""
        entry = self._entries[key]
        title = (entry.head or entry.title)().replace("{year}", str(self._context.year()))
        self._awaited, self._head = key, _Head(title)
        self.addWidget(self._head)
        self.shown.emit(key)

    @property
    def awaited(self) -> str:
        """The key of the screen whose head stands there, or ""."""
        return self._awaited

    def show_screen(self, key: str, table: str = "", record_id: str = "") -> Screen:
        """Bring a screen to the front, at a record, or at what holds a table, when one is named.

        KeyError for an unknown screen.
        """
        screen = self._made.get(key)
        if screen is None:
            screen = self._made[key] = self._entries[key].factory(self._context)
            screen.key = screen.key or key
            self.addWidget(screen)
        self.setCurrentWidget(screen)
        self._drop_head()
        self.shown.emit(key)
        screen.activate()
        if table:
            screen.show_record(table, record_id)
        return screen

    def _drop_head(self) -> None:
        if self._head is not None:
            self.removeWidget(self._head)
            self._head.deleteLater()
        self._awaited, self._head = "", None

    def minimumSizeHint(self) -> QSize:
        """A screen that is still filling never makes the window taller: small displays have 614 rows."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), _TALLEST))

    @property
    def current(self) -> Screen | None:
        """The screen in front, None before the first."""
        front = self.currentWidget()
        return front if isinstance(front, Screen) else None

    @property
    def current_key(self) -> str:
        """Its key, or that of the awaited one, or ""."""
        found = (key for key, screen in self._made.items() if screen is self.currentWidget())
        return next(found, self._awaited)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all screens there are, in order."""
        return tuple(self._entries)

    def data_changed(self, tables: frozenset[str]) -> None:
        """Pass on that tables were written; an empty set means all."""
        for screen in list(self._made.values()):
            screen.data_changed(tables)
