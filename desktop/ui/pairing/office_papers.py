"""What an office hands out or locks away: the digits of its letter, the list of units, the spare key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.bundles.sticks import Stick
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.pairing.letter_dialog import LetterDialog
from desktop.usecases.read_devices import OfficeDigits, office_digits
from desktop.usecases.root_keys import SpareSheet, hand_over_spare_key
from desktop.usecases.unit_list import write_unit_list


class OfficePapers(QObject):
    """The actions of the buttons at the head of the office's page; ``sticks`` are those to offer first."""

    def __init__(self, context: ScreenContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._above = context, parent
        self.sticks: Sequence[Stick] = ()

    def show_letter(self) -> None:
        """The digits for the official letter."""
        office = self._context.office
        self._run(lambda: office_digits(office), self._show_letter)

    def _show_letter(self, digits: OfficeDigits) -> None:
        LetterDialog.of_office(digits, self._above).open()

    def write_list(self) -> None:
        """Write the list of units, with which a commune's clerk picks the unit on the first day."""
        chosen = self._ask_folder(QCoreApplication.translate("Pairing", "Where to write the list of units"))
        if chosen is not None:
            office = self._context.office
            self._run(lambda: write_unit_list(office, chosen), self._list_written)

    def _list_written(self, path: Path) -> None:
        words = QCoreApplication.translate(
            "Pairing", "{name} is written. Give it to every unit with the installer."
        )
        self._context.notify(words.replace("{name}", path.name))

    def ask_spare(self) -> None:
        """Write the spare key to a place of the officer's choice, and show it once for the paper."""
        chosen = self._ask_folder(QCoreApplication.translate("Pairing", "Where to write the spare key"))
        if chosen is not None:
            office = self._context.office
            self._run(lambda: hand_over_spare_key(office, chosen), self._show_spare)

    def _show_spare(self, sheet: SpareSheet) -> None:
        self._context.changed(frozenset({"sync_registry"}))
        LetterDialog.of_spare(sheet, self._above).open()

    def _ask_folder(self, title: str) -> Path | None:
        held = str(self.sticks[0].root) if self.sticks else ""
        chosen = QFileDialog.getExistingDirectory(self._above, title, held)
        return Path(chosen) if chosen else None

    def _run(self, work: Callable[[], Any], on_done: Callable[[Any], object]) -> None:
        self._context.lane.run(
            Job(
                lambda _progress: work(),
                on_done=on_done,
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Pairing", "Reading and writing"),
            )
        )
