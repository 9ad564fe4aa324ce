"""The backup that an office goes on with: those on sticks to choose from, or a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from desktop.ui.formats import format_bytes
from desktop.ui.settings.backup_card import moment_words
from desktop.ui.theme.tokens import SM, Type
from desktop.ui.welcome.step import Step
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.usecases.back_up import KeptBackup


class BackupStep(Step):
    """``changed`` is called when another backup is chosen, ``picked`` with a file that is to be looked at."""

    def __init__(
        self,
        changed: Callable[[], object],
        picked: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(2, QCoreApplication.translate("Welcome", "The backup of the office's data"), parent)
        self._changed, self._picked = changed, picked
        self.list = QComboBox()
        self.list.setAccessibleName(QCoreApplication.translate("Welcome", "Backup"))
        self.list.setPlaceholderText(QCoreApplication.translate("Welcome", "No backup has been chosen"))
        self.list.currentIndexChanged.connect(self._chosen)
        self.file_button = button(
            QCoreApplication.translate("Welcome", "Choose a backup…"), "folder-open", self.ask_file
        )
        self._told = label("", Type.CAPTION, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.list, 1)
        row.addWidget(self.file_button)
        self.body.addLayout(row)
        self.body.addWidget(self._told)
        self._look()

    @property
    def path(self) -> Path | None:
        """The backup chosen."""
        held = self.list.currentData()
        return Path(held) if held else None

    def offer(self, backups: Sequence[KeptBackup]) -> None:
        """Show what lies on sticks, the newest chosen."""
        self.list.clear()
        for one in backups:
            self._add(one, one.path.name)
        self.list.setCurrentIndex(0 if backups else -1)

    def ask_file(self) -> None:
        """Let the chief choose a file."""
        title = QCoreApplication.translate("Welcome", "Choose a backup")
        kind = QCoreApplication.translate("Welcome", "Backups and data of Sổ Sen (sosen*.db);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, title, "", kind)
        if path:
            self._picked(Path(path))

    def take(self, backup: KeptBackup) -> None:
        """Choose this file."""
        at = self.list.findData(str(backup.path))
        if at < 0:
            at = self._add(backup, str(backup.path))
        self.list.setCurrentIndex(at)

    def _add(self, backup: KeptBackup, called: str) -> int:
        words = f"{moment_words(backup)}   ({format_bytes(backup.size)}, {called})"
        self.list.addItem(words, str(backup.path))
        return self.list.count() - 1

    def _chosen(self) -> None:
        self._look()
        self._changed()

    def _look(self) -> None:
        self.set_done(done=self.path is not None)
        self.list.setEnabled(self.list.count() > 0)
        words = QCoreApplication.translate(
            "Welcome", "What was written after this moment is not in the backup."
        )
        if self.path is None:
            words = QCoreApplication.translate(
                "Welcome",
                "A file sosen-….db on a stick or another computer, or the file sosen.db on the disk of the "
                "old one. The key alone brings no data back: without any backup, begin an upper office anew.",
            )
        self._told.setText(words)
