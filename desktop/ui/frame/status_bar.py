"""The bottom bar: saved when, last verified backup, changes not yet sent, and the warning on secrets."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, SM, XL, Tone, Type
from desktop.ui.widgets.labels import label, set_tone

HEIGHT = 28
_ICON = 16


class Fact(QWidget):
    """An icon and a few words in one colour."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._tone: Tone | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._icon = label()
        self._words = label("", Type.CAPTION)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        look().changed.connect(self._restyle)
        self.hide()

    def show_words(self, text: str, tone: Tone | None = None) -> None:
        """Show these words; none hides the fact."""
        self._tone = tone
        self._words.setText(text)
        self._restyle()
        self.setVisible(bool(text))

    @property
    def words(self) -> str:
        return self._words.text()

    def _restyle(self) -> None:
        colour = look().tone(self._tone)[0] if self._tone is not None else look().colour("text2")
        self._icon.setPixmap(icon_pixmap(self._icon_name, colour.name(), _ICON))
        set_tone(self._words, self._tone)


class StatusBar(QWidget):
    """Three facts and one warning. ``unsent_clicked`` asks for the screen that sends."""

    unsent_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(LG)
        self.saved = Fact("circle-check")
        self.backup = Fact("database")
        self.unsent = QPushButton()
        self.unsent.setProperty("role", "status")
        self.unsent.setCursor(Qt.CursorShape.PointingHandCursor)
        self.unsent.hide()
        self.unsent.clicked.connect(lambda _on: self.unsent_clicked.emit())
        secrets = QCoreApplication.translate("Frame", "Do not enter state secrets")
        self.secrets = label(secrets, Type.CAPTION)
        for widget in (self.saved, self.backup, self.unsent):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.secrets)
        row.addSpacing(SM)
        look().changed.connect(self._resize)
        self._resize()

    def show_saved(self, text: str) -> None:
        """When something was last saved, such as "Saved 09:14"."""
        self.saved.show_words(text, Tone.GREEN)

    def show_backup(self, text: str, *, old: bool = False) -> None:
        """The last verified backup; ``old`` makes it a warning."""
        self.backup.show_words(text, Tone.AMBER if old else None)

    def show_unsent(self, count: int) -> None:
        """How many changes no bundle has carried yet; zero shows nothing."""
        self.unsent.setText(QCoreApplication.translate("Frame", "%n change(s) not sent", "", count))
        self.unsent.setVisible(count > 0)

    def _resize(self) -> None:
        self.setFixedHeight(look().px(HEIGHT))
        self.unsent.setIcon(icon_pixmap("usb", look().tone(Tone.AMBER)[0].name(), _ICON))
