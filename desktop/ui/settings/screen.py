"""S24: how the program looks and speaks, who sits here, backups, and what the program is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.settings.about_card import AboutCard
from desktop.ui.settings.backup_card import BackupCard
from desktop.ui.settings.look_card import LookCard
from desktop.ui.settings.user_card import UserCard
from desktop.ui.theme.tokens import LG, XL
from desktop.ui.widgets.page_header import PageHeader


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
        column.addWidget(self._cards(), 1)

    def _cards(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "clear")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, XL)
        grid.setSpacing(LG)
        places = (
            (self.look_card, 0, 0),
            (self.user_card, 1, 0),
            (self.backup_card, 0, 1),
            (self.about_card, 1, 1),
        )
        for card, row, side in places:
            grid.addWidget(card, row, side)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def refresh(self) -> None:
        self.user_card.refresh()
        self.backup_card.refresh()
        self.about_card.refresh()
