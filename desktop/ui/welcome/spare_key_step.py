"""The spare key: its file from a stick, or typed from the paper with every slip told where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.ui.theme.tokens import SM, Tone, Type
from desktop.ui.welcome.step import Step
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import label, set_tone
from desktop.usecases.typed_spare_key import SPARE_LETTERS, Typed, TypedSpare, look_at_typed, spare_groups

_EXAMPLE = "GNFX UT09 …"


class SpareKeyStep(Step):
    """``changed`` is called after each character; ``chosen`` with a file that is to be read."""

    def __init__(
        self,
        changed: Callable[[], object],
        chosen: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(1, QCoreApplication.translate("Welcome", "The spare key from the safe"), parent)
        self._changed, self._chosen = changed, chosen
        self.file_button = button(
            QCoreApplication.translate("Welcome", "Choose the key file…"), "folder-open", self.ask_file
        )
        self.edit = GrowingEdit(lines=1, most=4, breaks=False)
        self.edit.setPlaceholderText(
            QCoreApplication.translate("Welcome", "Type it from the paper: {example}").replace(
                "{example}", _EXAMPLE
            )
        )
        self.edit.setAccessibleName(QCoreApplication.translate("Welcome", "Spare key"))
        self.edit.textChanged.connect(self._typed)
        self.told = label("", Type.CAPTION, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.edit, 1)
        row.addWidget(self.file_button)
        self.body.addLayout(row)
        self.body.addWidget(self.told)
        self._file = ""
        self._look()

    @property
    def text(self) -> str:
        """What was typed or read."""
        return self.edit.toPlainText()

    def ask_file(self) -> None:
        """Let the chief choose the file."""
        title = QCoreApplication.translate("Welcome", "File with the spare key")
        kinds = QCoreApplication.translate("Welcome", "Spare key (*khoa-du-phong*.txt);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self._chosen(Path(path))

    def take(self, text: str, file: str) -> None:
        """Show the key that was read from a file of this name."""
        self._file = file
        self.edit.setPlainText(spare_groups(text))

    def _typed(self) -> None:
        self._look()
        self._changed()

    def _look(self) -> None:
        found = look_at_typed(self.text)
        self.set_done(done=found.state is Typed.RIGHT)
        if not self.is_done:
            self._file = ""
        words, tone = _told(found, self._file)
        self.told.setText(words)
        set_tone(self.told, tone)


def _told(found: TypedSpare, file: str) -> tuple[str, Tone | None]:
    """What a typed key still lacks, or where it is wrong."""
    sentences = {
        Typed.EMPTY: QCoreApplication.translate(
            "Welcome",
            "A file whose name ends in khoa-du-phong.txt, or the paper in the envelope: {groups} groups of "
            "letters and digits. Capitals and spaces do not matter.",
        ),
        Typed.SHORT: QCoreApplication.translate(
            "Welcome", "No slip so far: {typed} of {letters} characters."
        ),
        Typed.LONG: QCoreApplication.translate(
            "Welcome", "{typed} characters were typed, the key has {letters}: one or more stand twice."
        ),
        Typed.FOREIGN: QCoreApplication.translate(
            "Welcome", "{where}: no key has the digit 1 or the letters B, I, O. Look at the paper once more."
        ),
        Typed.WRONG: QCoreApplication.translate(
            "Welcome", "{where}: something is mistyped here. Compare it with the paper."
        ),
        Typed.RIGHT: QCoreApplication.translate("Welcome", "The key is typed without a mistake."),
    }
    words = sentences[found.state]
    if found.state is Typed.RIGHT and file:
        words = QCoreApplication.translate("Welcome", "Read from {file}; it is whole.").replace(
            "{file}", file
        )
    if found.state is Typed.WRONG and not found.groups:
        words = QCoreApplication.translate(
            "Welcome", "Three characters or more are mistyped. Compare every group with the paper."
        )
    words = words.replace("{where}", _where(found)).replace("{typed}", str(found.letters))
    words = words.replace("{groups}", str(-(-SPARE_LETTERS // 4))).replace("{letters}", str(SPARE_LETTERS))
    tones = {Typed.EMPTY: None, Typed.SHORT: None, Typed.RIGHT: Tone.GREEN}
    return words, tones.get(found.state, Tone.RED)


def _where(found: TypedSpare) -> str:
    group = QCoreApplication.translate("Welcome", "Group {number} (“{letters}”)")
    return ", ".join(
        group.replace("{number}", str(number)).replace("{letters}", letters)
        for number, letters in found.groups
    )
