"""Opening a data folder that is on this computer already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.tokens import MD, SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import Card, ErrorCard
from desktop.ui.widgets.labels import label
from desktop.usecases.find_data import DataPlace, find_data


class OpenPage(QWidget):
    """``open_place`` is called with the data found; ``go_back`` by the way back."""

    def __init__(
        self,
        open_place: Callable[[DataPlace], object],
        go_back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_place, self._go_back = open_place, go_back
        self.card = Card()
        self._title = label("", Type.TITLE, wrap=True)
        self._words = label("", wrap=True)
        self.line = QLineEdit()
        self.refusal: ErrorCard | None = None
        self._fill_card()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MD)
        self._column.addWidget(self.card)
        self._column.addStretch(1)

    def _fill_card(self) -> None:
        body = self.card.body
        body.setSpacing(MD)
        honest = QCoreApplication.translate(
            "Welcome", "Registering a new office is not part of this version; it comes with the next one."
        )
        folder = QCoreApplication.translate("Welcome", "Data folder")
        caption = label(folder, Type.CAPTION)
        caption.setBuddy(self.line)
        self.line.setAccessibleName(folder)
        self.line.setPlaceholderText(
            QCoreApplication.translate("Welcome", "The folder that holds the file sosen.db")
        )
        self.line.textChanged.connect(self._show_button)
        self.line.returnPressed.connect(self.open)
        choose = QCoreApplication.translate("Welcome", "Choose a folder…")
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.line, 1)
        row.addWidget(button(choose, "folder-open", self.ask_folder))
        ends = QHBoxLayout()
        ends.setSpacing(SM)
        back = QCoreApplication.translate("Welcome", "Back")
        self.back = button(back, "arrow-left", self._go_back, key="Esc")
        self.open_button = primary_button(QCoreApplication.translate("Welcome", "Open"), "check", self.open)
        ends.addWidget(self.back)
        ends.addStretch(1)
        ends.addWidget(self.open_button)
        body.addWidget(self._title)
        body.addWidget(self._words)
        body.addWidget(Banner(honest, Tone.BLUE))
        body.addWidget(caption)
        body.addLayout(row)
        body.addLayout(ends)
        self._show_button()

    def begin(self, title: str, words: str) -> None:
        """Show the page for one level."""
        self._title.setText(title)
        self._words.setText(words)
        self.show_refusal(None)
        self.line.setFocus()

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        title = QCoreApplication.translate("Welcome", "Data folder")
        chosen = QFileDialog.getExistingDirectory(self, title, self.line.text() or str(Path.home()))
        if chosen:
            self.line.setText(chosen)
            self.open_button.setFocus()

    def open(self) -> None:
        """Open what lies in the folder, or say why that cannot be."""
        if not self.line.text().strip():
            return
        try:
            place = find_data(Path(self.line.text().strip()))
        except SoSenError as refusal:
            self.show_refusal(refusal)
            return
        self.show_refusal(None)
        self._open_place(place)

    def show_refusal(self, error: SoSenError | None) -> None:
        """Show why a folder was not opened; None takes it away."""
        if self.refusal is not None:
            self._column.removeWidget(self.refusal)
            self.refusal.hide()
            self.refusal.deleteLater()
        self.refusal = ErrorCard(error_text(error)) if error is not None else None
        if self.refusal is not None:
            self._column.insertWidget(1, self.refusal)

    def _show_button(self) -> None:
        self.open_button.setEnabled(bool(self.line.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)
