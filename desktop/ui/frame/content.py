"""Everything inside the window, laid out: left bar, top bar, screens, help, bottom bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import Code, SoSenError
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.bottom_bar import BottomBar
from desktop.ui.frame.screen import ScreenContext, ScreenEntry
from desktop.ui.frame.secrets_notice import SecretsNotice
from desktop.ui.frame.side_bar import NARROW, SideBar
from desktop.ui.frame.stage import Stage
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.theme.early import CLICK_FOCUS
from desktop.ui.theme.look import look

if TYPE_CHECKING:
    from desktop.ui.frame.help_panel import HelpPanel

BUNDLES, SETTINGS = "bundles", "settings"
"""The screens that the bottom bar leads to."""
LEAST_SCREEN = 760
"""Pixels at 100 % that a screen keeps beside the help."""


class Content(QWidget):
    """The parts of the window in one language; made anew when the language changes."""

    def __init__(self, entries: Sequence[ScreenEntry], context: ScreenContext, settings: QSettings) -> None:
        super().__init__()
        self.setProperty("focusPolicy", CLICK_FOCUS)
        self.side = SideBar(entries)
        self.top = TopBar()
        self.stage = Stage(entries, context)
        self.bottom = BottomBar()
        self.help: HelpPanel | None = None
        self.make_help: Callable[[], HelpPanel] | None = None
        self._context = context
        seen = remembered.read_text(settings, remembered.SECRETS_SEEN)
        self.secrets = None if seen else SecretsNotice(settings)
        self._entries = {entry.key: entry for entry in entries}
        self._lay_out()
        self.side.chosen.connect(context.navigate)
        self.side.help_asked.connect(self.toggle_help)
        self.top.search.chosen.connect(context.navigate)
        self.top.search.left.connect(self._back_to_screen)
        self.stage.shown.connect(self.side.show_current)
        self.bottom.send_asked.connect(lambda: self._go_if_here(BUNDLES))
        self.bottom.backup_asked.connect(lambda: self._go_if_here(SETTINGS))
        self.bottom.space_asked.connect(self._tell_of_space)
        self.stage.installEventFilter(self)
        look().changed.connect(self._fold_side)

    def _lay_out(self) -> None:
        self._middle = _tight(QHBoxLayout())
        self._middle.addWidget(self.stage, 1)
        right = _tight(QVBoxLayout())
        right.addWidget(self.top)
        if self.secrets is not None:
            right.addWidget(self.secrets)
        right.addLayout(self._middle, 1)
        right.addWidget(self.bottom)
        outer = _tight(QHBoxLayout(self))
        outer.addWidget(self.side)
        outer.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_side()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.stage and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_help()
        return super().eventFilter(watched, event)

    def _fold_side(self) -> None:
        self.side.fold(self.width() < look().px(NARROW))
        self._place_help()

    def _place_help(self) -> None:
        """Beside the screen where both have room, else over its right side."""
        if self.help is None:
            return
        beside = self.width() - self.side.width() - self.help.width() >= look().px(LEAST_SCREEN)
        if beside and self._middle.indexOf(self.help) < 0:
            self._middle.addWidget(self.help)
        elif not beside:
            self._middle.removeWidget(self.help)
            area = self.stage.geometry()
            area.setLeft(max(self._middle.geometry().right() + 1 - self.help.width(), area.left()))
            self.help.setGeometry(area)
            self.help.raise_()

    def navigate(self, screen: str, table: str = "", record_id: str = "") -> None:
        """Show a screen, at a record when one is named."""
        self.stage.show_screen(screen, table, record_id)
        if self.help is not None and self.help.isVisible():
            self._fill_help()

    def _go_if_here(self, screen: str) -> None:
        if screen in self.stage.keys:
            self._context.navigate(screen, "", "")

    def _tell_of_space(self) -> None:
        """What it means that the disk of the data is nearly full, what is safe, what to do."""
        folder, free = self._context.office.store.folder, self.bottom.scarce
        self._context.show_error(SoSenError(Code.E_SPACE, path=str(folder), reason="scarce", free=free))

    def toggle_help(self) -> None:
        """Open the help for the screen in front, or close it."""
        if self.make_help is None:
            self._context.navigate(self.stage.current_key, "", "")  # the window is furnished by that
        if self.help is None:
            if self.make_help is None:
                return
            self.help = self.make_help()
            self.help.hide()
            self.help.closed.connect(self._help_closed)
            self.help.setParent(self)
        if self.help.isVisible():
            self.help.close_help()
            return
        self._fill_help()
        self._place_help()
        self.help.show()
        self.help.browser.setFocus()
        self.side.show_help(True)

    def _fill_help(self) -> None:
        if self.help is not None:
            screen = self.stage.current
            self.help.show_page(self.stage.current_key, screen.shortcut_help() if screen else [])

    def _help_closed(self) -> None:
        self.side.show_help(False)
        self._back_to_screen()

    def _back_to_screen(self) -> None:
        if self.stage.current is not None:
            self.stage.current.setFocus()
            self.stage.current.activate()


def _tight(layout: QHBoxLayout | QVBoxLayout) -> QHBoxLayout | QVBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
