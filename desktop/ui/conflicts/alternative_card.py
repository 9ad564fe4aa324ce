"""One of the values to choose from: what, who, when, where, and the button that chooses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.word_diff import compare_words
from desktop.ui.conflicts.diff_text import DiffText
from desktop.ui.conflicts.words import differing, field_words, life_words, who_words
from desktop.ui.forms.labels import field_label
from desktop.ui.theme.tokens import MD, SM, XS, Tone, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.usecases.conflicts import Alternative, Conflict, FieldValue


class AlternativeCard(Card):
    """``number`` is the digit that chooses it; ``choose`` is called with the alternative."""

    def __init__(
        self,
        conflict: Conflict,
        number: int,
        choose: Callable[[Alternative], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.alternative = conflict.alternatives[number - 1]
        words = QCoreApplication.translate("Conflicts", "Choose this value")
        if conflict.is_about_life:
            words = life_words(self.alternative)
        self.button = button(f"{number}  {words}", "check", lambda: choose(self.alternative))
        self.button.setAccessibleName(f"{words}: {who_words(self.alternative)}")
        self.body.setContentsMargins(MD, SM, SM, MD)
        self.body.addLayout(self._head(may_choose=conflict.may_settle))
        self.body.addWidget(self._value(conflict))

    def _head(self, *, may_choose: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(label(who_words(self.alternative), Type.CAPTION, wrap=True), 1)
        if self.alternative.is_shown:
            pill = StatusPill(Pill(QCoreApplication.translate("Conflicts", "Shown now"), Tone.BLUE))
            row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        if may_choose:
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _value(self, conflict: Conflict) -> QWidget:
        if conflict.is_about_life:
            return self._life(conflict)
        if conflict.is_text:
            return self._text(conflict)
        return self._fields(conflict, self.alternative.values, differing(conflict))

    def _life(self, conflict: Conflict) -> QWidget:
        """What became of the row, and which of its fields were changed to what."""
        sentence = label(self._life_sentence(), wrap=True)
        edited = [value for value in self.alternative.edited if value.spec is not None]
        if not edited:
            return sentence
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(sentence)
        column.addWidget(self._fields(conflict, edited, [value.field for value in edited]))
        return holder

    def _life_sentence(self) -> str:
        if self.alternative.keeps_row:
            if self.alternative.edited:
                return QCoreApplication.translate("Conflicts", "The row stays, with what was changed:")
            return QCoreApplication.translate("Conflicts", "The row was changed and stays.")
        return QCoreApplication.translate("Conflicts", "The row was deleted.")

    def _text(self, conflict: Conflict) -> QWidget:
        """The text with the words marked in which it differs from the nearest other value."""
        text = self.alternative.text
        if not text:
            return label(field_words(self.alternative.values[0]), Type.STRONG)
        others = [one.text for one in conflict.alternatives if one is not self.alternative]
        return DiffText(
            max(
                (compare_words(text, other) for other in others),
                key=lambda pieces: sum(len(piece.text) for piece in pieces if piece.is_common),
            )
        )

    def _fields(self, conflict: Conflict, values: Sequence[FieldValue], strong: Sequence[str]) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MD)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        for place, value in enumerate(values):
            kind = Type.STRONG if value.field in strong else Type.BODY
            grid.addWidget(
                label(field_label(conflict.table, value.field), Type.CAPTION),
                place,
                0,
                Qt.AlignmentFlag.AlignTop,
            )
            grid.addWidget(label(field_words(value), kind, wrap=True), place, 1)
        return holder
