"""What was sent last and how it stands, and the field for the code that the receiver reads out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain.errors import SoSenError
from desktop.domain.formats import format_moment
from desktop.ui.bundles.standing_words import standing_sentence
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import bring_into_view
from desktop.ui.widgets.tips import describe, set_tip
from desktop.usecases.read_bundle_log import LogLine, unit_names
from desktop.usecases.receipts import confirm_code

SENT_SHOWN = 3
"""So many of the newest bundles are shown: those that can be written again."""
_FIELD_WIDTH = 190
_EXAMPLE = "634-0HV-P1K8"
Act = Callable[[LogLine], object]


class SentRow(QWidget):
    """One bundle that was written: number and time, how it stands, writing again, its slip."""

    def __init__(self, write_again: Act, print_slip: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: LogLine | None = None
        self._words = label("", wrap=True)
        again = QCoreApplication.translate("Bundles", "Write again")
        slip = QCoreApplication.translate("Bundles", "Print the slip")
        self.again = button(again, "refresh", lambda: self._act(write_again))
        set_tip(
            self.again,
            QCoreApplication.translate("Bundles", "The same bundle once more, to the place chosen above"),
        )
        self.slip = button(slip, "printer", lambda: self._act(print_slip))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        row.addWidget(self._words, 1)
        row.addWidget(self.again)
        row.addWidget(self.slip)

    def _act(self, act: Act) -> None:
        if self.line is not None:
            act(self.line)

    def show_line(self, line: LogLine | None, *, can_write: bool) -> None:
        """Show another bundle; None hides the row."""
        self.line = line
        self.setVisible(line is not None)
        if line is not None:
            words = QCoreApplication.translate("Bundles", "Bundle {n}, {moment}: {standing}")
            words = words.replace("{n}", str(line.n)).replace("{moment}", format_moment(line.at))
            self._words.setText(words.replace("{standing}", standing_sentence(line)))
            self.again.setVisible(line.has_copy)
            self.again.setEnabled(can_write)
            for made in (self.again, self.slip):
                describe(made, self._words.text())


class ReceiptCard(Card):
    """``confirmed`` tells that a code closed a bundle. Several addressees have their bundles in the log."""

    confirmed = Signal()

    def __init__(
        self, context: ScreenContext, write_again: Act, print_slip: Act, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._title = label(QCoreApplication.translate("Bundles", "Sent, and receipts"), Type.HEADING)
        self._context = context
        self._lines: Sequence[LogLine] = ()
        self._can_write = False
        self._nothing = label(
            QCoreApplication.translate(
                "Bundles", "Nothing has been written yet. What you write stands here until it is received."
            ),
            Type.CAPTION,
            wrap=True,
        )
        self.rows = [SentRow(write_again, print_slip) for _number in range(SENT_SHOWN)]
        self.warning = Banner("", Tone.AMBER)
        self.answer = Banner("", Tone.GREEN)
        for made in (self._title, self.warning, self._nothing, *self.rows):
            self.body.addWidget(made)
        self.body.addWidget(self.answer)
        self.body.addLayout(self._make_field())
        self.warning.hide()
        self.answer.hide()
        look().changed.connect(self._rescale)
        self._rescale()
        self.show_lines((), can_write=False)

    def _make_field(self) -> QHBoxLayout:
        name = QCoreApplication.translate("Bundles", "Receipt code")
        caption = QCoreApplication.translate("Bundles", "Receipt code that the receiver reads out by phone:")
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(_EXAMPLE)
        set_tip(
            self.field,
            QCoreApplication.translate(
                "Bundles", "Ten characters; small letters and spaces do not matter, O counts as 0"
            ),
        )
        self.field.returnPressed.connect(self.confirm)
        self.confirm_button = button(
            QCoreApplication.translate("Bundles", "Mark as received"), "certificate", self.confirm
        )
        words = label(caption, wrap=True)
        words.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(words, 1)
        row.addWidget(self.field)
        row.addWidget(self.confirm_button)
        return row

    def _rescale(self) -> None:
        self.field.setFixedWidth(look().px(_FIELD_WIDTH))

    def show_field_alone(self, *, alone: bool) -> None:
        """Leave only the field: what goes to many units has the table below and the log."""
        self._title.setVisible(not alone)
        self._nothing.setVisible(not alone and not self._lines)

    def show_lines(self, lines: Sequence[LogLine], *, can_write: bool) -> None:
        """Show the newest bundles written here, newest first; ``can_write``: a place is chosen."""
        self._lines, self._can_write = lines, can_write
        for number, row in enumerate(self.rows):
            row.show_line(lines[number] if number < len(lines) else None, can_write=can_write)
        self._nothing.setVisible(not lines)

    def show_warning(self, words: str) -> None:
        """Say that receipts are missing; "" hides it."""
        self.warning.show_text(words)

    def allow_writing(self, *, can_write: bool) -> None:
        """Writing again needs a place to write to."""
        for row in self.rows:
            row.again.setEnabled(can_write)

    def confirm(self) -> None:
        """Take the code that stands in the field."""
        office, typed = self._context.office, self.field.text()
        self._context.lane.run(
            Job(
                lambda _progress: (confirm_code(office, typed).bundle, unit_names(office)),
                on_done=lambda found: self._closed(found[0].n, found[1].get(found[0].unit, found[0].unit)),
                on_error=self._refused,
                label=QCoreApplication.translate("Bundles", "Looking for the bundle of this code"),
                quiet=True,
            )
        )

    def _closed(self, n: int, unit: str) -> None:
        words = QCoreApplication.translate("Bundles", "{unit} has received bundle {n}.")
        self.answer.show_text(words.replace("{unit}", unit).replace("{n}", str(n)), Tone.GREEN)
        self.field.clear()
        self.confirmed.emit()

    def _refused(self, error: SoSenError) -> None:
        text = error_text(error)
        self.answer.show_text(f"{text.happened} {text.next}", Tone.RED)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        bring_into_view(self.field)  # the answer stands above it and pushed it down
