"""Cards and what stands in for content: the empty state, the error card."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.tokens import LG, MD, SM, XS, Type
from desktop.ui.widgets.buttons import button, primary_button, quiet_button
from desktop.ui.widgets.labels import label, selectable


class Card(QFrame):
    """A white surface with a hairline round it; put content into ``body``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(LG, LG, LG, LG)
        self.body.setSpacing(SM)
        if title:
            self.body.addWidget(label(title, Type.HEADING))


class EmptyState(QWidget):
    """What an empty screen says: one sentence and the one right button.

    ``is_primary`` is off where the page shows its one primary button beside this.
    """

    def __init__(
        self,
        sentence: str,
        action: str = "",
        clicked: Callable[[], object] | None = None,
        *,
        icon: str = "inbox",
        is_primary: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(MD)
        column.addStretch(2)
        picture = label()
        keep_icon(picture, icon, "text2", 40)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sentence = label(sentence, Type.HEADING, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        self._offers = bool(action)
        if action:
            make = primary_button if is_primary else button
            self.button = make(action, "", clicked)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def focus_button(self) -> bool:
        """Put the keyboard on the one button; False when there is none to press."""
        if not self._offers or self.button.isHidden():
            return False
        self.button.setFocus()
        return True

    def show_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)

    @property
    def sentence(self) -> str:
        return self._sentence.text()


class ErrorText(NamedTuple):
    """What a refusal says: what happened, what is safe, what to do next; details are for support."""

    happened: str
    safe: str
    next: str
    details: str = ""


class ErrorCard(Card):
    """A refusal on a card. The details are hidden behind a button and can be copied.

    ``reshaped`` is emitted when they were shown or hidden.
    """

    reshaped = Signal()

    def __init__(self, text: ErrorText, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        head.setSpacing(SM)
        picture = label()
        keep_icon(picture, "alert-circle", "red", 22)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(selectable(label(text.happened, Type.HEADING, wrap=True)), 1)
        self.body.addLayout(head)
        for line in self._lines(text):
            self.body.addLayout(line)
        self._details = QPlainTextEdit(text.details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self._details_word())
        self._details.setVisible(False)
        if text.details:
            toggle = quiet_button(self._details_word(), "list-details", self.toggle_details)
            self.body.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeft)
            self.body.addWidget(self._details)
        self.setAccessibleName(f"{text.happened} {text.safe} {text.next}")

    @staticmethod
    def _details_word() -> str:
        return QCoreApplication.translate("Kit", "Details")

    @staticmethod
    def _lines(text: ErrorText) -> list[QHBoxLayout]:
        safe = QCoreApplication.translate("Kit", "What is safe")
        following = QCoreApplication.translate("Kit", "What to do")
        rows = []
        for icon, caption, sentence in (
            ("shield-check", safe, text.safe),
            ("arrow-right", following, text.next),
        ):
            if not sentence:
                continue
            row = QHBoxLayout()
            row.setSpacing(SM)
            picture = label()
            keep_icon(picture, icon, "text2")
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(XS // 2)
            words.addWidget(label(caption, Type.CAPTION))
            words.addWidget(selectable(label(sentence, wrap=True)))
            row.addLayout(words, 1)
            rows.append(row)
        return rows

    def toggle_details(self) -> None:
        """Show or hide the technical text."""
        self._details.setVisible(not self._details.isVisible())
        self.reshaped.emit()

    def details_shown(self) -> bool:
        """Whether the technical text is in sight."""
        return self._details.isVisible()
