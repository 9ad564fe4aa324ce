"""What the upper office says of a line: read by the unit, written and settled by the office."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.days import format_date
from desktop.domain.errors import SoSenError
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.theme.tokens import SM, XS, Tone, Type
from desktop.ui.widgets.buttons import button, quiet_button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import label, selectable
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.usecases.line_comments import (
    CommentLine,
    comment_line,
    comments_on,
    may_comment,
    settle_comment,
)


class CommentPanel(QWidget):
    """Shows the comments on one record; an office above may add one."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place = ("", "")
        self.lines: Sequence[CommentLine] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SM)
        words = QCoreApplication.translate("Comments", "What should be changed in this line?")
        self.edit = GrowingEdit(lines=2, most=6)
        self.edit.setAccessibleName(words)
        self.edit.setPlaceholderText(words)
        self.send_button = button(
            QCoreApplication.translate("Comments", "Return with this comment"), "message-report", self.send
        )
        self.send_button.setEnabled(False)
        self.edit.textChanged.connect(
            lambda: self.send_button.setEnabled(bool(self.edit.toPlainText().strip()))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addWidget(
            label(QCoreApplication.translate("Comments", "Comments of the upper office"), Type.CAPTION_STRONG)
        )
        column.addLayout(self._rows)
        column.addWidget(self.edit)
        column.addWidget(self.send_button)

    def show_record(self, table: str, record_id: str, scope: str) -> None:
        """Show what is said of a record; "" hides the panel, and so does nothing said to a unit."""
        office = self._context.office
        if (table, record_id) != self._place:
            self.edit.clear()
        self._place = (table, record_id)
        writes = bool(record_id) and may_comment(office, scope)
        lines = comments_on(office, table, record_id) if record_id else []
        if lines != self.lines:
            self.lines = lines
            self._fill()
        for part in (self.edit, self.send_button):
            part.setVisible(writes)
        self.setVisible(bool(lines) or writes)

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in self.lines:
            self._rows.addWidget(self._card(line))

    def _card(self, line: CommentLine) -> Card:
        card = Card()
        card.body.setContentsMargins(SM, SM, SM, SM)
        card.body.setSpacing(XS)
        head = QHBoxLayout()
        head.setSpacing(SM)
        day = line.comment.written_on
        who = f"{line.office_name} · {format_date(day)}" if day else line.office_name
        head.addWidget(label(who, Type.CAPTION, wrap=True), 1)
        if line.comment.is_settled:
            head.addWidget(StatusPill(Pill(QCoreApplication.translate("Comments", "Settled"), Tone.GREEN)))
        card.body.addLayout(head)
        card.body.addWidget(selectable(label(line.comment.text, wrap=True)))
        if line.may_settle:
            words = QCoreApplication.translate("Comments", "It is settled")
            if line.comment.is_settled:
                words = QCoreApplication.translate("Comments", "Open it again")
            card.body.addWidget(quiet_button(words, "check", lambda: self.settle(line)))
        return card

    def send(self) -> None:
        """Return the line with what was written."""
        table, record_id = self._place
        text, office = self.edit.toPlainText(), self._context.office
        if self._write(lambda: comment_line(office, table, record_id, text)):
            self.edit.clear()
            words = QCoreApplication.translate("Comments", "The comment goes down with the next bundle.")
            self._context.notify(words, True)

    def settle(self, line: CommentLine) -> None:
        """Settle a comment, or open it again."""
        office = self._context.office
        self._write(lambda: settle_comment(office, line.comment, settled=not line.comment.is_settled))

    def _write(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except SoSenError as refusal:
            self._context.show_error(refusal)
            return False
        self._context.changed(frozenset({"line_comment"}))
        return True
