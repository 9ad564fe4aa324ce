"""The notice of the first run: this program is not for state secrets. Shown until it was understood."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.frame import settings_keys as remembered
from desktop.ui.theme.tokens import SM, XL, Tone
from desktop.ui.widgets.banner import Banner


class SecretsNotice(QWidget):
    """One sentence and "Understood", which hides it for good."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, SM, XL, 0)
        self.banner = Banner(
            QCoreApplication.translate(
                "Frame", "Do not enter state secrets here. Sổ Sen is for ordinary documents only."
            ),
            Tone.AMBER,
            action=QCoreApplication.translate("Frame", "Understood"),
            clicked=self.understood,
        )
        column.addWidget(self.banner)

    def understood(self) -> None:
        """Remember that it was read, and go."""
        self._settings.setValue(remembered.SECRETS_SEEN, "yes")
        self.hide()
