"""Sending: what will go to whom in words, where to, one button; then a card that says it is done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.bundle_detail import LEAST_HEIGHT
from desktop.ui.bundles.button_words import say_on
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.bundles.places import Places
from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.bundles.send_table import send_columns
from desktop.ui.bundles.send_words import (
    change_sentence,
    done_lines,
    done_title,
    heading,
    last_sentence,
    size_words,
)
from desktop.ui.bundles.sticks import Stick
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.jobs import Job
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Type
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.cards import Card, ErrorCard
from desktop.ui.widgets.labels import label
from desktop.usecases.describe_sending import SendingPart
from desktop.usecases.export_bundle import SentBundle, export_bundles

_PLACES_WIDTH = 330


class SendPage(BundlesPage):
    """``show_parts`` shows what would go; ``write`` writes it to the chosen place on the database lane."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._parts: Sequence[SendingPart] = ()
        self.places = Places(context.settings)
        self.places.chosen.connect(self._show_button)
        self.result: ResultCard | ErrorCard | None = None
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
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MD)
        self._column.addLayout(row)
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
        lines = (self._heading, self._changes, self._size, self._last)
        for made in (*lines, label(why, Type.CAPTION, wrap=True)):
            card.body.addWidget(made)
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

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        self.places.show_sticks([*sticks])

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
        self._show_button()
        if self.places.another.hasFocus():
            self.focus()

    def _show_button(self) -> None:
        self.button.setEnabled(bool(self._parts) and self.places.folder is not None)
        several = len(self._parts) > 1
        words = QCoreApplication.translate("Bundles", "Write %n bundle(s)", "", len(self._parts))
        one = QCoreApplication.translate("Bundles", "Write the bundle")
        say_on(self.button, words if several else one)

    def focus(self) -> None:
        """Take the focus to the button that writes, or to the choice of a place."""
        (self.button if self.button.isEnabled() else self.places.another).setFocus()

    # --- writing --------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the bundles to the place chosen."""
        folder = self.places.folder
        if folder is None or not self._parts:
            return
        self._drop_result()
        self.button.setEnabled(False)
        office, on_stick = self._context.office, self.places.is_stick
        self._context.lane.run(
            Job(
                lambda progress: export_bundles(office, folder, progress),
                on_done=lambda sent: self._written(sent, folder, on_stick=on_stick),
                on_error=self._refused,
                on_cancelled=self._cancelled,
                label=QCoreApplication.translate("Bundles", "Writing the bundle and reading it back"),
            )
        )

    def _written(self, sent: Sequence[SentBundle], folder: Path, *, on_stick: bool) -> None:
        open_folder = QCoreApplication.translate("Bundles", "Open the folder")
        self._show_result(
            ResultCard(
                done_title(on_stick=on_stick),
                done_lines(sent, folder),
                open_folder,
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
            )
        )
        self._context.changed(frozenset({"sync_log"}))

    def _refused(self, error: SoSenError) -> None:
        self._show_result(ErrorCard(error_text(error)))
        self._show_button()

    def _cancelled(self) -> None:
        """Bundles written before the stop are there and logged."""
        self._show_button()
        self._context.changed(frozenset({"sync_log"}))

    def _show_result(self, card: ResultCard | ErrorCard) -> None:
        self._drop_result()
        self.result = card
        self._column.insertWidget(1, card)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setFocus()
        self._show_button()

    def _drop_result(self) -> None:
        if self.result is not None:
            self._column.removeWidget(self.result)
            self.result.hide()
            self.result.deleteLater()
            self.result = None


def _unit(part: SendingPart) -> str:
    return part.unit
