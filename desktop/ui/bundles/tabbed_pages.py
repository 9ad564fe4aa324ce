"""Tabs with a page under each, made when it is first shown, and told from then on what all are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.bundles.sticks import Stick
from desktop.ui.theme.tokens import SM
from desktop.ui.widgets.tabs import SegmentedTabs


class TabbedPages(QWidget):
    """``add`` the pages, then ``show_page`` the first; changing the tab shows its page and focuses it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = SegmentedTabs(name)
        self._stack = QStackedWidget()
        self._makers: dict[str, Callable[[], BundlesPage]] = {}
        self._made: dict[str, BundlesPage] = {}
        self._read: BundlesRead | None = None
        self._sticks: Sequence[Stick] = ()
        self._place: Path | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addWidget(self.tabs)
        column.addSpacing(SM)
        column.addWidget(self._stack, 1)

    def add(self, key: str, words: str, make: Callable[[], BundlesPage]) -> None:
        """A tab at the right end, and what makes the page under it."""
        self._makers[key] = make
        self.tabs.add(key, words)

    def begin(self, key: str) -> None:
        """Show the first page; only from now on pages follow the tabs."""
        self.tabs.show_key(key)
        self._stack.setCurrentWidget(self.current())
        self.tabs.currentChanged.connect(self._changed)

    def has(self, key: str) -> bool:
        """Whether there is a tab with this key."""
        return key in self._makers

    def page(self, key: str) -> BundlesPage:
        """The page under a tab."""
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._makers[key]()
            found.show_sticks(self._sticks)
            if self._place is not None:
                found.show_place(self._place)
            found.place_chosen.connect(partial(self._show_place, found))
            if self._read is not None:
                found.show_read(self._read)
            self._stack.addWidget(found)
        return found

    def current(self) -> BundlesPage:
        """The page in front."""
        return self.page(self.tabs.key())

    def next(self) -> None:
        """Go to the tab to the right, or to the first again."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def show_read(self, read: BundlesRead) -> None:
        """Tell all pages what was read anew."""
        self._read = read
        for page in self._made.values():
            page.show_read(read)

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Tell all pages which sticks there are."""
        self._sticks = sticks
        for page in self._made.values():
            page.show_sticks(sticks)

    def _show_place(self, chosen_on: BundlesPage, place: Path) -> None:
        """A place chosen on one page holds for all, also for those made later."""
        self._place = place
        for page in self._made.values():
            if page is not chosen_on:
                page.show_place(place)

    def _changed(self) -> None:
        self._stack.setCurrentWidget(self.current())
        if not self.tabs.hasFocus():
            self.current().focus()
