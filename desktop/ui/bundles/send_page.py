"""Sending: what will go to whom in words, where to, one button; then a card that says it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.bundle_detail import LEAST_HEIGHT
from desktop.ui.bundles.button_words import say_on
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.bundles.places import Places
from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.bundles.send_health import stick_health
from desktop.ui.bundles.send_outcome import SendOutcome
from desktop.ui.bundles.send_printing import print_slip
from desktop.ui.bundles.send_receipts import SENT_SHOWN, ReceiptCard
from desktop.ui.bundles.send_table import send_columns
from desktop.ui.bundles.send_words import (
    change_sentence,
    done_lines,
    done_title,
    heading,
    last_sentence,
    no_reader_words,
    not_enrolled_sentence,
    size_words,
    warning_words,
)
from desktop.ui.bundles.sticks import Stick
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.jobs import Job, Progress
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.cards import Card, ErrorCard
from desktop.ui.widgets.labels import label
from desktop.usecases.describe_sending import SendingPart
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.read_bundle_log import LogLine
from desktop.usecases.read_devices import Enrolment
from desktop.usecases.rewrite_bundle import rewrite_bundle

_PLACES_WIDTH = 330


class SendPage(BundlesPage):
    """``show_parts`` shows what would go; ``write`` writes it to the chosen place on the database lane.

    ``write_again`` does so with a bundle of the log, from its copy.
    """

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parts: Sequence[SendingPart] = ()
        self.places = Places(context.settings)
        self.places.chosen.connect(self._show_button)
        self.places.picked.connect(self.place_chosen)
        self.outcome = SendOutcome()
        self._columns = send_columns()
        self.table = GridPanel(
            GridModel(self._columns, ListSource((), self._columns, row_key=_unit), row_key=_unit),
            QCoreApplication.translate("Bundles", "What goes to each unit"),
            settings=context.settings,
            memory="bundles/send",
            export=exporter(
                context, self, lambda: QCoreApplication.translate("Bundles", "What goes to each unit")
            ),
        )
        self.table.setMinimumHeight(LEAST_HEIGHT)
        row = QHBoxLayout()
        row.setSpacing(MD)
        row.addWidget(self._make_contents(), 1)
        row.addWidget(self._make_places())
        look().changed.connect(self._rescale)
        self._rescale()
        self.health = Banner("", Tone.GREEN)
        self.health.hide()
        self.receipts = ReceiptCard(context, self.write_again, self.print_slip)
        self.receipts.confirmed.connect(lambda: context.changed(frozenset({"sync_log"})))
        self._column = scrolled_column(self)
        self._column.addLayout(row)
        self._column.addWidget(self.outcome)
        self._column.addWidget(self.receipts)
        self._column.addWidget(self.table, 1)
        self._column.addStretch(0)

    def _make_contents(self) -> Card:
        card = Card()
        self._heading = label("", Type.HEADING, wrap=True)
        self._changes = label("", wrap=True)
        self._size = label("", Type.CAPTION, wrap=True)
        self._last = label("", Type.CAPTION, wrap=True)
        why = QCoreApplication.translate(
            "Bundles",
            "Each bundle holds all that its receiver has not confirmed yet, so a lost bundle loses nothing.",
        )
        self._why = label(why, Type.CAPTION, wrap=True)
        pairing = QCoreApplication.translate("Bundles", "Go to pairing")
        navigate = self._context.navigate

        def go_pairing() -> None:
            navigate("bundles", "pairing", "")

        self.unread = Banner("", Tone.AMBER, action=pairing, clicked=go_pairing)
        self.unread.hide()
        for made in (self._heading, self._changes, self._size, self._last, self._why, self.unread):
            card.body.addWidget(made)
        self.pairing_button = primary_button(pairing, "plug-connected", go_pairing)
        self.pairing_button.hide()
        card.body.addWidget(self.pairing_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card

    def _make_places(self) -> Card:
        card = Card(QCoreApplication.translate("Bundles", "Write to"))
        self._places_card = card
        card.body.addWidget(self.places)
        card.body.addStretch(1)
        self.button = primary_button(
            QCoreApplication.translate("Bundles", "Write the bundle"), "package-export", self.write
        )
        card.body.addWidget(self.button)
        return card

    def _rescale(self) -> None:
        self._places_card.setFixedWidth(look().px(_PLACES_WIDTH))

    # --- what would go --------------------------------------------------------------------------------

    def show_read(self, read: BundlesRead) -> None:
        self.show_parts(read.parts)
        is_stranger = not read.parts and read.enrolment.enrolment is not Enrolment.ENROLLED
        self.pairing_button.setVisible(is_stranger)
        if is_stranger:
            self._changes.setText(not_enrolled_sentence())
        self.show_sent(read.log)

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        self.places.show_sticks([*sticks])
        if self.places.another.hasFocus():
            self.focus()

    def show_place(self, place: Path) -> None:
        self.places.choose(place)

    def show_parts(self, parts: Sequence[SendingPart]) -> None:
        """Show what would go to each addressee."""
        self._parts = parts
        several = len(parts) > 1
        self.table.setVisible(several)
        self._column.setStretch(self._column.count() - 1, 0 if several else 1)
        self.table.model.refresh(ListSource(list(parts), self._columns, row_key=_unit))
        self._heading.setText(heading(parts))
        self._changes.setText(change_sentence(parts))
        self._size.setText(size_words(parts))
        self._last.setText(last_sentence(parts))
        self._last.setVisible(bool(self._last.text()))
        self.receipts.show_warning(warning_words(parts))
        self.unread.show_text(no_reader_words(parts))
        self._why.setVisible(self.unread.isHidden())  # one remark at a time: low windows have no room
        lost_focus = self.outcome.step_back(sum(part.unwritten for part in parts if part.has_reader))
        self._show_button()
        if lost_focus or self.places.another.hasFocus():
            self.focus()

    def show_sent(self, lines: Sequence[LogLine]) -> None:
        """Show what was written last, for one addressee; for several the log tells it."""
        sent = [line for line in lines if line.is_outgoing] if len(self._parts) < 2 else []
        self.receipts.show_lines(sent[:SENT_SHOWN], can_write=self._can_write)
        self.receipts.show_field_alone(alone=len(self._parts) > 1)

    @property
    def _can_write(self) -> bool:
        stick = self.places.stick
        return self.places.folder is not None and (stick is None or stick.is_writable)

    def _show_button(self) -> None:
        stick = self.places.stick
        size = sum(part.size for part in self._parts)
        words, tone = stick_health(stick, size) if stick is not None else ("", Tone.GREEN)
        is_short = len(self._parts) < 2 and tone is Tone.GREEN  # a warning needs the width of the page
        card = self._places_card.body
        if is_short:
            put_behind(self.health, card, card.indexOf(self.places))
        else:
            put_behind(self.health, self._column, 0)
        self.health.show_text(words, tone)
        self.receipts.allow_writing(can_write=self._can_write)
        count = sum(part.bundles for part in self._parts)
        self.button.setEnabled(count > 0 and self._can_write)
        words = QCoreApplication.translate("Bundles", "Write %n bundle(s)", "", count)
        one = QCoreApplication.translate("Bundles", "Write the bundle")
        say_on(self.button, words if count > 1 else one)

    def focus(self) -> None:
        """Take the focus to the button that writes, or to the choice of a place."""
        (self.button if self.button.isEnabled() else self.places.another).setFocus()

    # --- writing --------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the bundles to the place chosen."""
        folder = self.places.folder
        if folder is None or not self._parts:
            return
        office, on_stick = self._context.office, self.places.is_stick
        self._run(lambda progress: export_bundles(office, folder, progress, is_stick=on_stick), folder)

    def write_again(self, line: LogLine) -> None:
        """Write a bundle of the log once more, to the place chosen."""
        folder, bundle = self.places.folder, line.id
        if folder is None or not self._can_write:
            self.focus()
            return
        office, on_stick = self._context.office, self.places.is_stick
        self._run(
            lambda progress: [rewrite_bundle(office, bundle, folder, progress, is_stick=on_stick)], folder
        )

    def print_slip(self, line: LogLine) -> None:
        """Show the slip of a bundle, ready to print."""
        print_slip(self._context, self, line.id)

    def _run(self, work: Callable[[Progress], list[SentBundle]], folder: Path) -> None:
        self.outcome.clear()
        self.button.setEnabled(False)
        self.receipts.allow_writing(can_write=False)
        on_stick = self.places.is_stick
        self._context.lane.run(
            Job(
                work,
                on_done=lambda sent: self._written(sent, folder, on_stick=on_stick),
                on_error=self._refused,
                on_cancelled=self._cancelled,
                label=QCoreApplication.translate("Bundles", "Writing the bundle and reading it back"),
            )
        )

    def _written(self, sent: Sequence[SentBundle], folder: Path, *, on_stick: bool) -> None:
        open_folder = QCoreApplication.translate("Bundles", "Open the folder")
        self.outcome.show_card(
            ResultCard(
                done_title(on_stick=on_stick),
                done_lines(sent, folder),
                open_folder,
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
                more=slip_button(self._context, self, sent),
            )
        )
        self._show_button()
        self._context.changed(frozenset({"sync_log"}))

    def _refused(self, error: SoSenError) -> None:
        self.outcome.show_card(ErrorCard(error_text(error)))
        self._show_button()
        if error.params.get("written"):
            self._context.changed(frozenset({"sync_log"}))

    def _cancelled(self) -> None:
        """Bundles written before the stop are there and logged."""
        self._show_button()
        self._context.changed(frozenset({"sync_log"}))


def slip_button(
    context: ScreenContext, page: QWidget, sent: Sequence[SentBundle]
) -> list[tuple[str, str, Callable[[], object]]]:
    """The button for the slip of one bundle; those of many are printed from the log."""
    if len(sent) != 1:
        return []
    bundle, words = sent[0].bundle, QCoreApplication.translate("Bundles", "Print the slip")
    return [(words, "printer", lambda: print_slip(context, page, bundle))]


def put_behind(widget: QWidget, layout: QBoxLayout, place: int) -> None:
    """Lay a widget out behind the part of a layout that has this place, unless it is there already."""
    if layout.indexOf(widget) < 0:
        layout.insertWidget(place + 1, widget)


def scrolled_column(page: QWidget) -> QVBoxLayout:
    """The column of a page, which scrolls where the window is too low for it."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    holder.setMinimumHeight(1)  # else the words of a narrower page decide, and emptiness can be scrolled
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(MD)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
    return column


def _unit(part: SendingPart) -> str:
    return part.unit
