"""Where bundles are written: a stick that is plugged in, the folder used last, or another one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QRadioButton, QVBoxLayout, QWidget

from desktop.domain.patience import is_folder
from desktop.ui.bundles.sticks import Stick
from desktop.ui.formats import format_bytes
from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import XS, Type
from desktop.ui.widgets.buttons import link_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tips import set_tip

_FOLDER = "bundles/folder"
_WORDS_WIDTH = 240
"""Pixels at 100 % of the words of a place; the whole of longer ones is in the tool tip."""


def remembered_folder(settings: QSettings) -> Path | None:
    """The folder that was chosen last, if it is still there."""
    held = str(settings.value(_FOLDER, "") or "")
    return Path(held) if held and is_folder(Path(held)) else None


class Places(QWidget):
    """The places to choose from. ``chosen`` tells that another one holds; ``folder`` is it, or None.

    ``picked`` tells which one a person chose, and not that a stick came or went.
    """

    chosen = Signal()
    picked = Signal(Path)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._sticks: Sequence[Stick] = ()
        self._folder = remembered_folder(settings)
        self._wish: Path | None = None
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._picked)
        self._roots: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        self._list = QVBoxLayout()
        self._list.setSpacing(XS)
        self._none = label(
            QCoreApplication.translate("Bundles", "No stick is plugged in. Plug one in, or choose a folder."),
            Type.CAPTION,
            wrap=True,
        )
        another = QCoreApplication.translate("Bundles", "Choose another folder…")
        self.another = link_button(another, self.ask_folder)
        column.addLayout(self._list)
        column.addWidget(self._none)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    @property
    def folder(self) -> Path | None:
        """Where to write, None while nothing can be chosen."""
        number = self._buttons.checkedId()
        return self._roots[number] if 0 <= number < len(self._roots) else None

    @property
    def stick(self) -> Stick | None:
        """The stick that is chosen, None for a folder."""
        folder = self.folder
        return next((stick for stick in self._sticks if stick.root == folder), None)

    @property
    def is_stick(self) -> bool:
        """Whether the place chosen is a stick that can be pulled out."""
        return self.stick is not None

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer the sticks that are there now; one that comes is chosen unless the user chose already."""
        self._sticks = sticks
        self._fill()

    def choose(self, folder: Path) -> None:
        """Take a folder, and remember it for the next time."""
        self._wish = folder
        if folder not in [stick.root for stick in self._sticks]:
            self._folder = folder
            self._settings.setValue(_FOLDER, str(folder))
        self._fill()

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        start = str(self.folder or self._folder or Path.home())
        title = QCoreApplication.translate("Bundles", "Folder to write to")
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if chosen:
            self.choose(Path(chosen))
            self.picked.emit(Path(chosen))

    def _picked(self, number: int) -> None:
        self._wish = self._roots[number]
        self.chosen.emit()
        self.picked.emit(self._roots[number])

    def _fill(self) -> None:
        had_focus = any(old.hasFocus() for old in self._buttons.buttons())
        for old in self._buttons.buttons():
            self._buttons.removeButton(old)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._roots = []
        for stick in self._sticks:
            words = QCoreApplication.translate("Bundles", "Stick {name} – {free} free")
            if not stick.is_writable:
                words = QCoreApplication.translate("Bundles", "Stick {name} – locked against writing")
            words = words.replace("{name}", stick.name).replace("{free}", format_bytes(stick.free))
            self._add(stick.root, words, "usb")
        if self._folder is not None and self._folder not in self._roots:
            self._add(self._folder, str(self._folder), "folder")
        self._none.setVisible(not self._roots)
        wished = self._roots.index(self._wish) if self._wish in self._roots else 0
        made = self._buttons.button(wished)
        if made is not None:
            made.setChecked(True)
            if had_focus:
                made.show()  # now, or it could not take the focus yet
                made.setFocus()
        self.chosen.emit()

    def _add(self, root: Path, words: str, icon: str) -> None:
        made = QRadioButton()
        made.setAccessibleName(words)
        room = look().px(_WORDS_WIDTH)
        made.setText(made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        set_tip(made, f"{words}\n{root}" if words != str(root) else words)
        keep_icon(made, icon, "text2")
        self._buttons.addButton(made, len(self._roots))
        self._list.addWidget(made)
        self._roots.append(root)
