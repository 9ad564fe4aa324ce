"""Who sits at this computer: the name that the history keeps beside every change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.settings.rows import add_row, settings_grid
from desktop.ui.theme.tokens import Type
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.editors.line_edit import TextEdit
from desktop.ui.widgets.labels import label
from desktop.usecases.user import set_user

LONGEST_NAME = 120


class UserCard(Card):
    """One line, saved when it is left."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "User"), parent)
        self._context = context
        self.name = TextEdit(max_length=LONGEST_NAME)
        self.name.editingFinished.connect(self.save)
        grid = settings_grid()
        add_row(grid, QCoreApplication.translate("Settings", "Your full name"), self.name)
        self.body.addLayout(grid)
        why = QCoreApplication.translate("Settings", "The history and the bundles say who made each change.")
        self.body.addWidget(label(why, Type.CAPTION, wrap=True))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the name in force."""
        if not self.name.hasFocus():
            self.name.set_value(self._context.office.user)

    def save(self) -> None:
        """Keep the name, when it is another one."""
        if self.name.text().strip() == self._context.office.user:
            return
        try:
            set_user(self._context.office, self.name.text())
        except SoSenError as refusal:
            self._context.show_error(refusal)
            return
        self._context.notify(QCoreApplication.translate("Settings", "The name was saved."))
