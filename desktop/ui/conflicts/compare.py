"""The values of one conflict one under the other, and for texts a place to write them together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.conflicts.alternative_card import AlternativeCard
from desktop.ui.conflicts.words import conflict_fields, conflict_title, question
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.buttons import button, link_button, primary_button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import label
from desktop.usecases.conflicts import Alternative, Conflict, both_texts


class Compare(QScrollArea):
    """``choose`` gets the conflict and a value of it, ``write`` the conflict and words of one's own."""

    def __init__(
        self,
        choose: Callable[[Conflict, Alternative], object],
        write: Callable[[Conflict, str], object],
        open_record: Callable[[Conflict], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose, self._write, self._open = choose, write, open_record
        self.conflict: Conflict | None = None
        self.cards: list[AlternativeCard] = []
        self.edit: GrowingEdit | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_conflict(None)

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show another conflict; the one shown already stays as it is, with what is being written."""
        if conflict is not None and conflict == self.conflict:
            return
        self.conflict, self.cards, self.edit = conflict, [], None
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, SM, 0)
        column.setSpacing(MD)
        if conflict is not None:
            self._fill(column, conflict)
        column.addStretch(1)
        self.setWidget(holder)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the values and their buttons: it never scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        inner: QWidget | None = self.widget()
        width = inner.minimumSizeHint().width() if inner is not None else 0
        return QSize(width + bar, super().minimumSizeHint().height())

    def choose_number(self, number: int) -> None:
        """Choose the value with this number, as its digit does; none does nothing."""
        if self.conflict is not None and self.conflict.may_settle and number <= len(self.cards):
            self.cards[number - 1].button.click()

    def _fill(self, column: QVBoxLayout, conflict: Conflict) -> None:
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(label(conflict_fields(conflict), Type.HEADING, wrap=True), 1)
        words = QCoreApplication.translate("Conflicts", "Open the row")
        head.addWidget(link_button(words, lambda: self._open(conflict)), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(label(conflict_title(conflict), Type.STRONG, wrap=True))
        column.addWidget(label(question(conflict), wrap=True))
        for number in range(1, len(conflict.alternatives) + 1):
            card = AlternativeCard(conflict, number, lambda one: self._choose(conflict, one))
            self.cards.append(card)
            column.addWidget(card)
        if conflict.is_text and conflict.may_settle:
            column.addWidget(self._merging(conflict))

    def _merging(self, conflict: Conflict) -> Card:
        """The texts together, to be kept as they are or put into one sentence."""
        card = Card(QCoreApplication.translate("Conflicts", "Or write it yourself"))
        edit = self.edit = GrowingEdit(lines=2, most=8)
        edit.setAccessibleName(QCoreApplication.translate("Conflicts", "The text to keep"))
        edit.setPlaceholderText(QCoreApplication.translate("Conflicts", "The text to keep"))
        card.body.addWidget(edit)
        row = QHBoxLayout()
        row.setSpacing(SM)
        both = QCoreApplication.translate("Conflicts", "Put both in")
        self.both_button = button(both, "copy", lambda: edit.setPlainText(both_texts(conflict)))
        row.addWidget(self.both_button)
        write = self.write_button = primary_button(
            QCoreApplication.translate("Conflicts", "Keep this text"),
            "device-floppy",
            lambda: self._write(conflict, edit.toPlainText()),
        )
        write.setEnabled(False)
        edit.textChanged.connect(lambda: write.setEnabled(bool(edit.toPlainText().strip())))
        row.addWidget(write)
        row.addStretch(1)
        card.body.addLayout(row)
        return card
