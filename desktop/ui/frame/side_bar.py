"""The left bar: the program's name, its screens with counts of what wants attention, help and settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.frame.nav_item import BRAND, PAD, BrandMark, NavItem
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, XS, Type
from desktop.ui.widgets.labels import label

WIDTH = 204
NARROW = 1000
"""In a window less wide (pixels at 100 %) the bar shows its icons alone: the work needs the room."""


class SideBar(QFrame):
    """All screens of an office. ``chosen`` carries a screen's key, ``help_asked`` nothing.

    ``fold`` makes it a strip of icons.
    """

    chosen = Signal(str)
    help_asked = Signal()

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAccessibleName(QCoreApplication.translate("Frame", "Screens"))
        self._items: dict[str, NavItem] = {}
        self._is_folded = False
        self._name = label(QCoreApplication.translate("Frame", "Sổ Sen"), Type.TITLE)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._brand())
        for entry in entries:
            if entry.section != "foot":
                self._add(entry, f"Alt+{len(self._items) + 1}" if len(self._items) < 9 else "")
        self._column.addStretch(1)
        self._help = NavItem(QCoreApplication.translate("Frame", "Help"), "help-circle", hint="F1", foot=True)
        self._help.clicked.connect(self.help_asked)
        self._column.addWidget(self._help)
        for entry in entries:
            if entry.section == "foot":
                self._add(entry, entry.shortcut, foot=True)
        look().changed.connect(self._restyle)
        self._restyle()

    def _brand(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(XS // 2, 0, 0, XS)
        line.setSpacing(XS)
        line.addWidget(BrandMark())
        line.addWidget(self._name)
        line.addStretch(1)
        self._brand_line = line
        return row

    def _add(self, entry: ScreenEntry, hint: str, *, foot: bool = False) -> None:
        item = NavItem(entry.title(), entry.icon, hint=hint, foot=foot)
        item.setObjectName(f"nav-{entry.key}")
        item.clicked.connect(lambda _on=False, key=entry.key: self.chosen.emit(key))
        self._items[entry.key] = item
        self._column.addWidget(item)

    def _restyle(self) -> None:
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        margin = look().px(PAD)
        least = 0 if self._is_folded else look().px(WIDTH)
        self.setFixedWidth(max(least, widest + 2 * margin + 1))
        brand = max((widest - look().px(BRAND)) // 2, 0) if self._is_folded else XS // 2
        self._brand_line.setContentsMargins(brand, 0, 0, XS)
        self._column.setContentsMargins(margin, look().px(MD), margin, look().px(SM))
        self._column.setSpacing(2)

    @property
    def is_folded(self) -> bool:
        """Whether the icons stand alone."""
        return self._is_folded

    def fold(self, folded: bool) -> None:
        """Show the icons alone, or icons with words."""
        if folded == self._is_folded:
            return
        self._is_folded = folded
        self._name.setVisible(not folded)
        for item in (*self._items.values(), self._help):
            item.fold(folded)
        self._restyle()

    def show_current(self, key: str) -> None:
        """Mark the screen that is shown."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def show_help(self, shown: bool) -> None:
        """Mark whether the help panel is open."""
        self._help.setChecked(shown)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Screen key → how many things want attention there."""
        for key, item in self._items.items():
            item.show_count(counts.get(key, 0))

    def item(self, key: str) -> NavItem:
        """The line of a screen; KeyError for one that is not in the bar."""
        return self._items[key]
