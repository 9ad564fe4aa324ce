"""Opening a data folder that is on this computer already."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.errors import Code, SoSenError
from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.theme.tokens import SM, Type
from desktop.ui.welcome.page import WelcomePage
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.usecases.find_data import DataPlace, data_place, find_data, typed_path
from desktop.usecases.found_office import renew_keys


class OpenPage(WelcomePage):
    """``open_place`` is called with the data found; ``go_back`` by the way back.

    Data whose keys are gone (a new Windows, a restored copy) gets new ones: ``founded`` is then called.
    """

    def __init__(
        self,
        open_place: Callable[[DataPlace], object],
        go_back: Callable[[], object],
        founded: Callable[[DataPlace], object],
        lane: DatabaseLane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(go_back, parent)
        self._open_place, self._founded, self._lane = open_place, founded, lane
        self.line = QLineEdit()
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
        self.open_button = primary_button(QCoreApplication.translate("Welcome", "Open"), "check", self.open)
        self.card.body.addWidget(caption)
        self.card.body.addLayout(row)
        self.renew_button = button(
            QCoreApplication.translate("Welcome", "Make new keys and enrol again"), "key", self.renew
        )
        self.renew_button.hide()
        self.card.body.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.close_card(self.open_button)
        self._show_button()

    def begin(self, title: str, words: str) -> None:
        """Show the page for one level."""
        self.title.setText(title)
        self.words.setText(words)
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
            place = find_data(typed_path(self.line.text()))
        except SoSenError as refusal:
            self.show_refusal(refusal)
            return
        self.show_refusal(None)
        self._open_place(place)

    def show_refusal(self, error: SoSenError | None) -> None:
        super().show_refusal(error)
        lost = error is not None and error.code is Code.E_PROFILE
        self.renew_button.setVisible(lost)
        if lost:
            self.renew_button.setFocus()

    def renew(self) -> None:
        """New keys for the data in the folder; its records stay, the computer is enrolled as a new one."""
        place = data_place(typed_path(self.line.text()))
        if place is None:
            return
        self._lane.run(
            Job(
                lambda _progress: renew_keys(place.data, place.profile).close(),
                on_done=lambda _made: self._founded(place),
                on_error=self.show_refusal,
                label=QCoreApplication.translate("Welcome", "Making new keys"),
            )
        )

    def _show_button(self) -> None:
        self.open_button.setEnabled(bool(self.line.text().strip()))
