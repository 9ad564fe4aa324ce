"""A new computer for an office that lost its own: the spare key, a backup, what that means, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.jobs import DatabaseLane, Job, Work
from desktop.ui.welcome.backup_step import BackupStep
from desktop.ui.welcome.page import WelcomePage
from desktop.ui.welcome.recover_plan import RecoverPlan, plan_title, saved_words
from desktop.ui.welcome.spare_key_step import SpareKeyStep
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.scrolled import bring_into_view
from desktop.usecases.back_up import KeptBackup
from desktop.usecases.find_data import DataPlace
from desktop.usecases.recover_lost_office import (
    FoundForRecovery,
    LostOffice,
    chosen_backup,
    find_for_recovery,
    look_at_lost_office,
    recover_lost_office,
)
from desktop.usecases.root_keys import read_spare_file


class RecoverPage(WelcomePage):
    """``founded`` is called with the place of the recovered data, which lies at ``home``."""

    def __init__(
        self,
        home: DataPlace,
        founded: Callable[[DataPlace], object],
        go_back: Callable[[], object],
        sticks: Callable[[], Sequence[Path]],
        lane: DatabaseLane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._step_back, parent)
        self._home, self._founded, self._leave = home, founded, go_back
        self._sticks, self._lane = sticks, lane
        self._office: LostOffice | None = None
        self.key = SpareKeyStep(self._changed, self.read_key)
        self.backup = BackupStep(self._changed, self.read_backup)
        self.plan = RecoverPlan(self._show_button, self.go_on)
        for part in (self.key, self.backup, self.plan):
            self.card.body.addWidget(part)
        self.go_button = primary_button("", "arrow-right", self.go_on)
        self.close_card(self.go_button)
        self._show_step(None)

    def begin(self) -> None:
        """Show the page; what lies on a stick that is plugged in is offered at once."""
        self.show_refusal(None)
        self._show_step(None)
        self.key.edit.setFocus()
        self._run(
            lambda _progress: find_for_recovery(self._sticks()),
            self._offer,
            QCoreApplication.translate("Welcome", "Looking at the sticks"),
        )

    def _offer(self, found: FoundForRecovery) -> None:
        if found.backups:
            self.backup.offer(found.backups)
        if len(found.spares) == 1 and not self.key.text.strip():
            self.read_key(found.spares[0])

    def read_key(self, path: Path) -> None:
        """Read the spare key in a file."""
        self._run(
            lambda _progress: read_spare_file(path),
            lambda text: self._take_key(text, path.name),
            QCoreApplication.translate("Welcome", "Reading and writing"),
        )

    def _take_key(self, text: str, name: str) -> None:
        self.key.take(text, name)
        (self.go_button if self.backup.is_done else self.backup.file_button).setFocus()

    def read_backup(self, path: Path) -> None:
        """Choose a file as the backup."""
        self._run(
            lambda _progress: chosen_backup(path),
            self._take_backup,
            QCoreApplication.translate("Welcome", "Reading and writing"),
        )

    def _take_backup(self, backup: KeptBackup) -> None:
        self.backup.take(backup)
        (self.go_button if self.key.is_done else self.key.edit).setFocus()

    # --- the two steps and the question ---------------------------------------------------------------

    def go_on(self) -> None:
        """From the two steps to the question, from there to the deed."""
        path, home, spare = self.backup.path, self._home, self.key.text
        if not self._is_complete or path is None:
            return
        self.show_refusal(None)
        if self._office is None:
            self._run(
                lambda progress: look_at_lost_office(home, path, spare, progress),
                self._show_step,
                QCoreApplication.translate("Welcome", "Reading and checking the backup"),
            )
            return
        user, lost = self.plan.user.text().strip(), self.plan.lost
        self._run(
            lambda progress: recover_lost_office(home, path, spare, progress, user=user, lost=lost),
            lambda _made: self._founded(home),
            QCoreApplication.translate("Welcome", "Making the office's data and keys"),
        )

    def _show_step(self, office: LostOffice | None) -> None:
        """The two steps, or with an office the question what is to happen to it."""
        self._office = office
        for part in (self.key, self.backup):
            part.setVisible(office is None)
        self.plan.setVisible(office is not None)
        if office is not None:
            self.plan.show_office(office)
            self.title.setText(plan_title(office))
            self.words.setText(saved_words(office))
            words = QCoreApplication.translate("Welcome", "Recover the office")
        else:
            self.title.setText(QCoreApplication.translate("Welcome", "Recover an office with its spare key"))
            self.words.setText(
                QCoreApplication.translate(
                    "Welcome",
                    "The computer that enrols others was stolen, burnt or broke down. With the spare key and "
                    "a backup this computer takes its place.",
                )
            )
            words = QCoreApplication.translate("Welcome", "Continue")
        self.go_button.setText(f" {words}")
        self.go_button.setAccessibleName(words)
        self._show_button()
        if office is not None:
            (self.go_button if self._is_complete else self.plan.user).setFocus()
            bring_into_view(self.go_button)

    def _step_back(self) -> None:
        self.show_refusal(None)
        if self._office is None:
            self._leave()
        else:
            self._show_step(None)
            self.go_button.setFocus()

    def _changed(self) -> None:
        """Another key or backup: what was refused before is past."""
        self.show_refusal(None)

    @property
    def _is_complete(self) -> bool:
        if self._office is not None:
            return bool(self.plan.user.text().strip())
        return self.key.is_done and self.backup.is_done

    def _show_button(self) -> None:
        self.go_button.setEnabled(self._is_complete)

    # --- work -----------------------------------------------------------------------------------------

    def _run(self, work: Work, on_done: Callable[..., object], words: str) -> None:
        self.go_button.setEnabled(False)

        def done(result: object) -> None:
            self._show_button()
            on_done(result)

        self._lane.run(
            Job(work, on_done=done, on_error=self.show_refusal, on_cancelled=self._show_button, label=words)
        )

    def show_refusal(self, error: SoSenError | None) -> None:
        super().show_refusal(error)
        self._show_button()
        if self.refusal is not None:
            bring_into_view(self.refusal)
