"""What the program is: version, place of the data, licences, and the facts that support asks for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.formats import format_bytes
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.settings.licences import show_licences
from desktop.ui.theme.tokens import SM, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label, selectable
from desktop.usecases.system_facts import read_system_facts


class AboutCard(Card):
    """Two lines to read and two buttons."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "About Sổ Sen"), parent)
        self._context = context
        self.version = selectable(label("", Type.BODY, wrap=True))
        self.place = selectable(label("", Type.CAPTION, wrap=True))
        self.body.addWidget(self.version)
        self.body.addWidget(self.place)
        built_with = QCoreApplication.translate(
            "Settings",
            "Sổ Sen is free software under the Apache License 2.0. It uses Qt and PySide6 under the LGPL-3.",
        )
        self.body.addWidget(label(built_with, Type.CAPTION, wrap=True))
        self.body.addStretch(1)
        self.copy = button(
            QCoreApplication.translate("Settings", "Copy facts for support"), "copy", self.copy_facts
        )
        self.licences = button(
            QCoreApplication.translate("Settings", "Licences"), "certificate", lambda: show_licences(self)
        )
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.copy)
        row.addWidget(self.licences)
        row.addStretch(1)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Read version and place anew."""
        facts = read_system_facts(self._context.office)
        version = QCoreApplication.translate("Settings", "Version {version}")
        self.version.setText(version.replace("{version}", facts.version))
        place = QCoreApplication.translate("Settings", "Data: {folder} ({size})")
        self.place.setText(
            place.replace("{folder}", str(facts.data)).replace("{size}", format_bytes(facts.size))
        )

    def copy_facts(self) -> None:
        """Put the facts on the clipboard; they hold no keys and nothing of the content."""
        QGuiApplication.clipboard().setText(read_system_facts(self._context.office).as_text())
        self._context.notify(
            QCoreApplication.translate("Settings", "Copied. Paste it into a message to support.")
        )
