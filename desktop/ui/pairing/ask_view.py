"""Three steps by which this computer is enrolled: write the request, telephone, take the first bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.scopes import unit_code
from desktop.ui.bundles.places import Places
from desktop.ui.bundles.sticks import Stick
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.pairing.digit_paper import DigitSheet, print_sheet
from desktop.ui.pairing.digits import DigitEdit, DigitGroups
from desktop.ui.pairing.step_card import StepCard
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.qr_code import QrCode
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.join_office import FirstBundle, join_office, look_at_first_bundle
from desktop.usecases.read_devices import Enrolment, EnrolmentState
from desktop.usecases.request_enrolment import OwnRequest, WrittenRequest, own_request, write_request

_STEP = 260
"""Pixels at 100 % from which on a step stands beside the others instead of below them."""


class AskView(QScrollArea):
    """``joined`` carries the outcome of the first bundle. What was shown stays when it is told its state."""

    joined = Signal(object)

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state: EnrolmentState | None = None
        self._request: OwnRequest | None = None
        self.first: FirstBundle | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MD)
        self.notice = Banner("", Tone.AMBER)
        self.notice.hide()
        column.addWidget(self.notice)
        self._steps = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._steps.setSpacing(MD)
        for step in (self._make_request(), self._make_call(), self._make_first()):
            self._steps.addWidget(step, 1)
        column.addLayout(self._steps)
        column.addStretch(1)
        self.setWidget(holder)

    # --- the steps ------------------------------------------------------------------------------------

    def _make_request(self) -> StepCard:
        card = self.request_card = StepCard(
            1,
            QCoreApplication.translate("Pairing", "Write the request onto a stick"),
            QCoreApplication.translate(
                "Pairing",
                "Plug in a stick. The request says which unit and which computer asks; no data leaves.",
            ),
        )
        self.places = Places(self._context.settings)
        self.places.chosen.connect(self._show_buttons)
        card.body.addWidget(self.places)
        self.write_button = primary_button(
            QCoreApplication.translate("Pairing", "Write the request"), "usb", self.write
        )
        card.body.addWidget(self.write_button)
        self.written = label("", Type.STRONG, wrap=True)
        self.written.hide()
        card.body.addWidget(self.written)
        card.body.addStretch(1)
        return card

    def _make_call(self) -> StepCard:
        card = self.call_card = StepCard(
            2,
            QCoreApplication.translate("Pairing", "Telephone and read out 24 digits"),
            QCoreApplication.translate(
                "Pairing",
                "The upper office calls you, or you call it, at the number of the official list. Read "
                "the digits "
                "group by group; it approves this computer and writes the first bundle onto the stick.",
            ),
        )
        self.digits = DigitGroups()
        card.body.addWidget(self.digits)
        self.qr = QrCode(QCoreApplication.translate("Pairing", "The same digits as a QR code"))
        card.body.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignLeft)
        self.print_button = button(
            QCoreApplication.translate("Pairing", "Print the digits…"), "printer", self.print_digits
        )
        self.print_button.setEnabled(False)
        card.body.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card

    def _make_first(self) -> StepCard:
        card = self.first_card = StepCard(
            3,
            QCoreApplication.translate("Pairing", "Take the first bundle"),
            QCoreApplication.translate(
                "Pairing",
                "When the stick is back, look at the bundle and type the 24 digits of the official letter of "
                "the upper office. Without the letter, call it and have the digits read out.",
            ),
        )
        self.look_button = button(
            QCoreApplication.translate("Pairing", "Look at the bundle"), "package-import", self.look_at
        )
        card.body.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.office_words = label("", Type.STRONG, wrap=True)
        self.edit = DigitEdit(whole=True)
        self.edit.textChanged.connect(self._show_buttons)
        self.edit.returnPressed.connect(self.join)
        self.join_button = primary_button(
            QCoreApplication.translate("Pairing", "Enrol this computer"), "plug-connected", self.join
        )
        self.compared = (
            self.office_words,
            label(QCoreApplication.translate("Pairing", "The 24 digits of the letter"), Type.CAPTION),
            self.edit,
            self.join_button,
        )
        for part in self.compared:
            card.body.addWidget(part)
            part.hide()
        card.body.addStretch(1)
        return card

    # --- showing --------------------------------------------------------------------------------------

    def show_state(self, state: EnrolmentState) -> None:
        """Show how far it has come; the request is read at the first time."""
        self._state = state
        self.notice.show_text(_notice(state))
        # An office that is known needs no first bundle any more: its bundles are received as all others are.
        self.first_card.setVisible(state.enrolment is Enrolment.ASKING)
        if self._request is None:
            office = self._context.office
            self._run(lambda: own_request(office), self._show_request, quiet=True)
        self._show_buttons()

    def _show_request(self, request: OwnRequest) -> None:
        self._request = request
        self.digits.show_digits(request.digits)
        self.qr.show_text(request.qr_text)
        self.qr.updateGeometry()
        self.print_button.setEnabled(True)

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer the sticks that are there now."""
        self.places.show_sticks([*sticks])
        self._show_buttons()

    def _show_buttons(self) -> None:
        has_place = self.places.folder is not None
        self.write_button.setEnabled(has_place)
        self.look_button.setEnabled(has_place)
        self.join_button.setEnabled(self.first is not None and self.edit.is_complete)

    def focus(self) -> None:
        """Take the focus to the next step's button."""
        if self.first is not None:
            self.edit.setFocus()
        elif self.written.isHidden():
            (self.write_button if self.write_button.isEnabled() else self.places.another).setFocus()
        else:
            self.look_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.viewport().width() >= 3 * look().px(_STEP)
        direction = QBoxLayout.Direction
        self._steps.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def print_digits(self) -> None:
        """The digits on paper, for a telephone that stands elsewhere."""
        if self._request is None:
            return
        title = QCoreApplication.translate("Pairing", "Request of {unit}, computer {label}")
        unit = self._state.unit_name if self._state is not None else ""
        title = title.replace("{unit}", unit or unit_code(self._request.unit))
        words = QCoreApplication.translate(
            "Pairing", "Read these 24 digits to the upper office, group by group, when it telephones."
        )
        sheet = DigitSheet(
            title.replace("{label}", self._request.label),
            words,
            tuple(self._request.digits.split()),
            self._request.qr_text,
        )
        print_sheet(self, sheet)

    # --- doing ----------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the request to the place chosen."""
        folder, office = self.places.folder, self._context.office
        if folder is not None:
            self._run(lambda: write_request(office, folder), self._written)

    def _written(self, written: WrittenRequest) -> None:
        words = QCoreApplication.translate(
            "Pairing",
            "{name} is written and was read back. Take the stick out and bring it to the upper office.",
        )
        self.written.setText(words.replace("{name}", written.path.name))
        self.written.show()
        self.request_card.set_done(done=True)
        self.look_button.setFocus()

    def look_at(self, place: Path | None = None) -> None:
        """Look at the first bundle on the stick, or at ``place``."""
        folder, office = place or self.places.folder, self._context.office
        if folder is not None:
            self._run(lambda: look_at_first_bundle(office, folder), self._show_first)

    def _show_first(self, first: FirstBundle) -> None:
        self.first = first
        words = QCoreApplication.translate(
            "Pairing",
            "{office} enrolled {unit}, computer {label}. Type all six groups of the digits of its official "
            "letter: they prove that the bundle is from it.",
        )
        words = words.replace("{office}", first.office_name).replace("{unit}", first.unit_name)
        self.office_words.setText(words.replace("{label}", first.label))
        for part in self.compared:
            part.show()
        self.call_card.set_done(done=True)
        self.edit.setFocus()
        self.ensureWidgetVisible(self.join_button)
        self._show_buttons()

    def join(self) -> None:
        """Believe the office from now on, and take its bundle."""
        first, typed, office = self.first, self.edit.text(), self._context.office
        if first is None or not self.edit.is_complete:
            return
        self._context.lane.run(
            Job(
                lambda progress: join_office(office, first.place, typed, progress),
                on_done=self._joined,
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Pairing", "Taking the first bundle"),
            )
        )

    def _joined(self, outcome: BundleOutcome) -> None:
        self.first = None
        self.edit.clear()
        self.first_card.set_done(done=True)
        self.joined.emit(outcome)

    def _run(self, work: Callable[[], Any], on_done: Callable[[Any], object], *, quiet: bool = False) -> None:
        self._context.lane.run(
            Job(
                lambda _progress: work(),
                on_done=on_done,
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Pairing", "Reading and writing"),
                quiet=quiet,
            )
        )


def _notice(state: EnrolmentState) -> str:
    """What went before, where this is not the first time."""
    if state.enrolment is not Enrolment.JOINED:
        return ""
    return QCoreApplication.translate(
        "Pairing",
        "The upper office does not list this computer yet. Write a request; afterwards receive "
        "its bundle "
        "as any other.",
    )
