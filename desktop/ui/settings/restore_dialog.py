"""Going back to a backup: which one, what that means, and doing it once the data is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import SoSenError
from desktop.ui.formats import format_bytes
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.messages.dialog import show_error
from desktop.ui.settings.backup_card import SHOWN, moment_words
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, XS, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.usecases.restore_backup import OwnedBackup, Restored, backups_of, look_at_backup, restore_backup

_WIDTH = 520


class RestoreDialog(QDialog):
    """Lists the newest backups of the folder ``data``, the newest chosen; another file may be looked for.

    While a window has the data open, ``later`` is called with the backup chosen, and the dialog closes:
    whoever opened the data closes it and shows the dialog anew.  Without ``later`` the backup is put back at
    once; then ``restored`` tells what was done, and the dialog is accepted.
    """

    def __init__(
        self,
        data: Path,
        parent: QWidget | None = None,
        *,
        is_damaged: bool = False,
        later: Callable[[Path], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._data, self._later, self._is_damaged = data, later, is_damaged
        self._lane = DatabaseLane(self)
        self._jobs = JobWindow(self._lane, self)
        self.restored: Restored | None = None
        self.backups = backups_of(data)[:SHOWN]
        self._group = QButtonGroup(self)
        self.choices = [
            QRadioButton(f"{moment_words(one)}   ({format_bytes(one.size)})") for one in self.backups
        ]
        self.setWindowTitle(QCoreApplication.translate("Settings", "Take a backup back"))
        self.setMinimumWidth(look().px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(_title(is_damaged=is_damaged), Type.HEADING, wrap=True))
        column.addWidget(label(_meaning(), wrap=True))
        column.addLayout(self._listed())
        column.addStretch(1)
        column.addLayout(self._buttons())
        # Enter takes what is asked for here: the way out of damage, else to stay.
        (self.take_back if is_damaged and self.choices else self.leave).setDefault(True)

    def _listed(self) -> QVBoxLayout:
        self._lines = lines = QVBoxLayout()
        lines.setSpacing(XS)
        for number, choice in enumerate(self.choices):
            choice.setChecked(number == 0)
            self._group.addButton(choice)
            lines.addWidget(choice)
        if not self.choices:
            words = QCoreApplication.translate("Settings", "There is no backup in the data folder.")
            lines.addWidget(label(words, wrap=True))
        return lines

    def _buttons(self) -> QHBoxLayout:
        self.take_back = primary_button(
            QCoreApplication.translate("Settings", "Take this backup back"), "history", self._take_chosen
        )
        self.take_back.setEnabled(bool(self.choices))
        self.other = button(
            QCoreApplication.translate("Settings", "Another file…"), "folder-open", self._look_elsewhere
        )
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.other)
        row.addStretch(1)
        self.leave = button(QCoreApplication.translate("Settings", "Leave it"), "", self.reject)
        row.addWidget(self.leave)
        row.addWidget(self.take_back)
        return row

    def take(self, backup: Path) -> None:
        """Go back to this backup, now or once the data is closed."""
        if self._later is not None:
            self.accept()
            self._later(backup)
            return
        self.setEnabled(False)
        self._lane.run(
            Job(
                lambda progress: restore_backup(self._data, backup, progress),
                self._done,
                self._refused,
                on_cancelled=lambda: self.setEnabled(True),
                label=QCoreApplication.translate("Settings", "Taking the backup back"),
            )
        )

    def done(self, result: int) -> None:
        self._lane.shut_down()
        super().done(result)

    def _take_chosen(self) -> None:
        for backup, choice in zip(self.backups, self.choices, strict=True):
            if choice.isChecked():
                self.take(backup.path)
                return

    def _look_elsewhere(self) -> None:
        title = QCoreApplication.translate("Settings", "Choose a backup")
        kind = QCoreApplication.translate("Settings", "Backups of Sổ Sen")
        path, _kind = QFileDialog.getOpenFileName(self, title, "", f"{kind} (sosen-*.db)")
        if path:
            self.offer(Path(path))

    def offer(self, backup: Path) -> None:
        """Take a file that was chosen; where the damaged data cannot tell whose it is, show that first."""
        if not self._is_damaged:
            self.take(backup)
            return
        self.setEnabled(False)
        self._lane.run(Job(lambda _progress: look_at_backup(backup), self._list_too, self._refused))

    def _list_too(self, found: OwnedBackup) -> None:
        """One more line, chosen, that says whose backup it is: one press puts it back."""
        self.setEnabled(True)
        words = QCoreApplication.translate("Settings", "{file} of {unit}, {when}   ({size})")
        for name, said in (
            ("{file}", found.backup.path.name),
            ("{unit}", found.unit_name),
            ("{when}", moment_words(found.backup)),
            ("{size}", format_bytes(found.backup.size)),
        ):
            words = words.replace(name, said)
        choice = QRadioButton(words)
        self.backups.append(found.backup)
        self.choices.append(choice)
        self._group.addButton(choice)
        self._lines.addWidget(choice)
        choice.setChecked(True)
        self.take_back.setEnabled(True)

    def _done(self, restored: Restored) -> None:
        self.restored = restored
        self.accept()

    def _refused(self, error: SoSenError) -> None:
        self.setEnabled(True)
        show_error(self, error)


def _title(*, is_damaged: bool) -> str:
    if is_damaged:
        return QCoreApplication.translate("Settings", "The data file is damaged. Take a backup back?")
    return QCoreApplication.translate("Settings", "Go back to a backup?")


def _meaning() -> str:
    return QCoreApplication.translate(
        "Settings",
        "What was written after the backup is no longer on this computer. What had been sent comes back with "
        "the next bundle of the office above. The files that are here now are kept in a folder of their own.",
    )


def restored_words(restored: Restored) -> str:
    """What the bottom bar tells afterwards."""
    words = QCoreApplication.translate(
        "Settings", "The data is that of {when} again. The earlier files lie in the folder “{folder}”."
    )
    return words.replace("{when}", moment_words(restored.backup)).replace("{folder}", restored.aside.name)
