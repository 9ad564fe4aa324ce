"""Backups: make one now, and see which there are; each was opened and checked when it was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.domain.days import format_date
from desktop.domain.errors import SoSenError
from desktop.ui.formats import format_bytes
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.theme.tokens import LG, SM, XS, Tone, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.usecases.back_up import KeptBackup, back_up, list_kept_backups

SHOWN = 5
"""How many backups the card lists, the newest first; the folder holds more."""


class BackupCard(Card):
    """``lines`` are the backups shown, as (when, size)."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settings", "Backups"), parent)
        self._context = context
        self._folder: Path | None = None
        self.lines: list[tuple[str, str]] = []
        self._list = QGridLayout()
        self._list.setHorizontalSpacing(LG)
        self._list.setVerticalSpacing(XS)
        self._list.setColumnStretch(0, 1)
        self._none = label(
            QCoreApplication.translate("Settings", "There is no backup yet. Make the first one now."),
            wrap=True,
        )
        self.now = primary_button(
            QCoreApplication.translate("Settings", "Back up now"), "device-floppy", self.back_up_now
        )
        self.show_folder = button(
            QCoreApplication.translate("Settings", "Open the folder"), "folder-open", self._open_folder
        )
        self.take_back = button(
            QCoreApplication.translate("Settings", "Take a backup back…"), "history", context.restore
        )
        self.body.addWidget(self._none)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        advice = QCoreApplication.translate(
            "Settings", "Copy the newest backup to a stick or another computer once a week."
        )
        self.body.addWidget(label(advice, Type.CAPTION, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.now)
        row.addWidget(self.show_folder)
        row.addWidget(self.take_back)
        row.addStretch(1)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """List the backups at hand."""
        backups = list_kept_backups(self._context.office)
        self._folder = backups[0].path.parent if backups else None
        self.show_folder.setEnabled(bool(backups))
        self._none.setVisible(not backups)
        self.lines = [(moment_words(backup), format_bytes(backup.size)) for backup in backups[:SHOWN]]
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        checked = QCoreApplication.translate("Settings", "Checked")
        for row, (when, size) in enumerate(self.lines):
            self._list.addWidget(label(when), row, 0)
            self._list.addWidget(label(size, Type.CAPTION), row, 1)
            self._list.addWidget(StatusPill(Pill(checked, Tone.GREEN)), row, 2)

    def back_up_now(self) -> None:
        """Make a backup, with progress when it takes long."""
        self.now.setEnabled(False)
        words = QCoreApplication.translate("Settings", "Backing up and checking the copy")
        office = self._context.office
        self._context.lane.run(
            Job(
                lambda _progress: back_up(office),
                lambda _made: self._made(),
                on_error=self._refused,
                on_cancelled=lambda: self.now.setEnabled(True),
                label=words,
            )
        )

    def _made(self) -> None:
        self.now.setEnabled(True)
        self.refresh()
        self._context.changed(frozenset({"backup"}))
        self._context.notify(QCoreApplication.translate("Settings", "The backup was made and checked."))

    def _refused(self, error: SoSenError) -> None:
        self.now.setEnabled(True)
        self._context.show_error(error)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def moment_words(backup: KeptBackup) -> str:
    """The moment a backup was made, by the computer's own clock."""
    today = QCoreApplication.translate("Settings", "today")
    day = today if backup.made.day is None else format_date(backup.made.day)
    return f"{backup.made.time} {day}"
