"""What goes onto paper: the office's digits for its official letter, the spare key for the safe."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.scopes import unit_code
from desktop.ui.pairing.digit_paper import DigitSheet, print_sheet
from desktop.ui.pairing.digits import DigitGroups
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label, selectable
from desktop.ui.widgets.qr_code import QrCode
from desktop.usecases.read_devices import OfficeDigits
from desktop.usecases.root_keys import SpareSheet

_WIDTH = 520


class LetterDialog(QDialog):
    """A heading, what it is for, the thing itself large, and its QR code."""

    def __init__(self, title: str, words: str, qr_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(_WIDTH))
        self.digits = DigitGroups()
        self.text = selectable(label("", Type.STRONG, wrap=True))
        self.qr = QrCode(title)
        self.qr.show_text(qr_text)
        self.close_button = primary_button(
            QCoreApplication.translate("Pairing", "Done"), "check", self.accept
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(title, Type.HEADING, wrap=True))
        column.addWidget(label(words, wrap=True))
        middle = QHBoxLayout()
        middle.setSpacing(LG)
        middle.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        shown = QVBoxLayout()
        shown.addWidget(self.digits)
        shown.addWidget(self.text)
        shown.addStretch(1)
        middle.addLayout(shown, 1)
        column.addLayout(middle)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SM)
        self.sheet = DigitSheet(title, words, (), qr_text)  # what is on the paper is said by ``show_paper``
        self._foot.addWidget(
            button(QCoreApplication.translate("Pairing", "Print…"), "printer", self.print_it)
        )
        self._foot.addStretch(1)
        self._foot.addWidget(self.close_button)
        column.addLayout(self._foot)

    def show_paper(self, title: str, words: str, groups: tuple[str, ...]) -> None:
        """What stands on the paper, for whoever holds it later; the groups large."""
        self.sheet = replace(self.sheet, title=title, words=words, groups=groups)

    def print_it(self) -> None:
        """Show it ready to print."""
        print_sheet(self, self.sheet)

    @classmethod
    def of_office(cls, digits: OfficeDigits, parent: QWidget | None = None) -> LetterDialog:
        """The digits that every unit compares when it takes its first bundle."""
        title = QCoreApplication.translate("Pairing", "The 24 digits of {office}")
        words = QCoreApplication.translate(
            "Pairing",
            "Put these digits into the official letter to the units, on paper. A clerk types them once, when "
            "the first bundle is taken; after that the program knows this office for ever.",
        )
        title = title.replace("{office}", digits.office_name)
        made = cls(title, words, digits.qr_text, parent)
        made.digits.show_digits(digits.digits)
        paper = QCoreApplication.translate(
            "Pairing",
            "When the first bundle of {office} is taken, type all six groups. If the program says that they "
            "differ, take nothing and call the office.",
        )
        paper = paper.replace("{office}", digits.office_name)
        made.show_paper(title, paper, tuple(digits.digits.split()))
        made.text.hide()
        return made

    @classmethod
    def of_spare(cls, sheet: SpareSheet, parent: QWidget | None = None) -> LetterDialog:
        """The spare key, shown once."""
        title = QCoreApplication.translate("Pairing", "The spare key for the safe")
        words = QCoreApplication.translate(
            "Pairing",
            "It is written as {name} and is now removed from this computer. Print it as well, and put both "
            "into the safe: it cannot be shown again. With it another computer can take over when this one "
            "is lost.",
        )
        made = cls(title, words.replace("{name}", sheet.path.name), sheet.qr_text, parent)
        made.text.setText(sheet.groups)
        name = QCoreApplication.translate("Pairing", "The spare key of {office}")
        paper = QCoreApplication.translate(
            "Pairing",
            "For the safe, in a sealed envelope. When the computer of the office is lost, another takes over "
            "with this key; whoever holds it can enrol computers in the name of the office.",
        )
        name = name.replace("{office}", sheet.name or unit_code(sheet.unit))
        made.show_paper(name, paper, (sheet.groups,))
        made.digits.hide()
        return made
