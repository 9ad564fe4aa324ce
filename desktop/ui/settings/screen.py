"""S24: how the program looks and speaks, who sits here, backups, and what the program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.settings.about_card import AboutCard
from desktop.ui.settings.backup_card import BackupCard
from desktop.ui.settings.look_card import LookCard
from desktop.ui.settings.user_card import UserCard
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, XL
from desktop.ui.widgets.page_header import PageHeader

TWO_COLUMNS = 860
"""From this width on (pixels at 100 %) the cards stand side by side."""


class SettingsScreen(Screen):
    """Four cards; each saves by itself, at once."""

    key = "settings"
    tables = frozenset({"unit"})

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.look_card = LookCard(context)
        self.user_card = UserCard(context)
        self.backup_card = BackupCard(context)
        self.about_card = AboutCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, 0)
        column.setSpacing(LG)
        column.addWidget(PageHeader(QCoreApplication.translate("Settings", "Settings and backups")))
        self._grid = QGridLayout()
        self._columns = 0
        column.addWidget(self._scrolled(), 1)
        self._arrange(2)

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "clear")
        holder.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, XL)
        self._grid.setSpacing(LG)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _arrange(self, columns: int) -> None:
        """Side by side where there is room, else one below the other."""
        if columns == self._columns:
            return
        self._columns = columns
        cards = (self.look_card, self.backup_card, self.user_card, self.about_card)
        for number, card in enumerate(cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(5):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(4, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= look().px(TWO_COLUMNS) else 1)

    def refresh(self) -> None:
        self.user_card.refresh()
        self.backup_card.refresh()
        self.about_card.refresh()
