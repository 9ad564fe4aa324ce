"""The office's side: requests on a stick, approved after a telephone call; the computers enrolled so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.sticks import Stick
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.jobs import Job
from desktop.ui.pairing.approve_card import ApproveCard
from desktop.ui.pairing.device_list import DeviceList
from desktop.ui.pairing.lost_dialog import LostDialog
from desktop.ui.pairing.office_papers import OfficePapers
from desktop.ui.pairing.words import request_pill, state_sentence
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import column_width
from desktop.ui.widgets.scrolled import bring_into_view
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.approve_requests import Approval, ReceivedRequest, approve_requests, read_requests
from desktop.usecases.read_devices import DeviceLine, EnrolmentState
from desktop.usecases.report_lost import report_lost
from desktop.usecases.units import telephone_of

_PLACES = "bundles/requests"
_REQUESTS, _DEVICES = "requests", "devices"
_LEAST_HEIGHT = 240
"""Pixels at 100 %: of a list or of what stands in for one; lower places are scrolled."""
_SHARE = (6, 5)
"""Of the width: the list of requests, and the card of the one that was chosen."""


class OfficeView(QWidget):
    """``go_send`` leads to the page that writes the units' bundles; ``place_chosen``: requests lie there."""

    place_chosen = Signal(Path)

    def __init__(
        self, context: ScreenContext, go_send: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._go_send = context, go_send
        self.papers = OfficePapers(context, self)
        self._sticks: Sequence[Stick] = ()
        self.start = ""  # the place that was chosen on another page
        self.requests: list[ReceivedRequest] = []
        self._places: list[Path] = []
        self.sentence = label("", Type.STRONG, wrap=True)
        self.spare = Banner(
            QCoreApplication.translate(
                "Pairing",
                "The spare key still lies on this computer. Put it onto a stick of its own and onto paper, "
                "for the safe.",
            ),
            Tone.AMBER,
            action=QCoreApplication.translate("Pairing", "Put it away…"),
            clicked=self.papers.ask_spare,
        )
        self.spare.hide()
        self.recovered = Banner(
            QCoreApplication.translate(
                "Pairing",
                "This computer took the office over. Write the bundles for all units: they follow by "
                "themselves. A computer that cannot open its bundle was enrolled after the backup: enrol it "
                "once more. The digits of the office are new: the old letter counts no more.",
            ),
            Tone.BLUE,
            action=QCoreApplication.translate("Pairing", "Write the bundles"),
            clicked=self._send,
        )
        self.recovered.hide()
        self.done = Banner(
            "",
            Tone.GREEN,
            action=QCoreApplication.translate("Pairing", "Write the bundles"),
            clicked=self._send,
        )
        self.done.hide()
        self.read_button = primary_button("", "usb", self.read_sticks)
        self.devices = DeviceList(context, self.ask_lost)
        self.approve_card = ApproveCard(self.approve)
        self.panel = self._make_requests()
        self._lay_out()

    def _make_requests(self) -> GridPanel:
        self._columns = _columns()
        title = QCoreApplication.translate("Pairing", "Requests")
        panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns, row_key=_key), row_key=_key),
            title,
            settings=self._context.settings,
            memory="bundles/requests",
            empty=EmptyState(
                QCoreApplication.translate(
                    "Pairing", "No request has been read. Plug in the stick that a unit brought."
                ),
                QCoreApplication.translate("Pairing", "Choose a folder…"),
                self.ask_folder,
                icon="plug-connected",
                is_primary=False,
            ),
            export=exporter(self._context, self, lambda: title),
        )
        panel.view.row_changed.connect(self._show_request)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # takes what is left
        return panel

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(self.sentence, 1)
        letter = QCoreApplication.translate("Pairing", "Digits of this office…")
        head.addWidget(button(letter, "file-text", self.papers.show_letter))
        listed = QCoreApplication.translate("Pairing", "List of units…")
        head.addWidget(button(listed, "list-details", self.papers.write_list))
        head.addWidget(self.read_button)
        # No bar of its own for the card: it would stand beside that of the whole page.
        requests = QWidget()
        requests.setProperty("role", "clear")
        beside = QHBoxLayout(requests)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(LG)
        beside.addWidget(self.panel, _SHARE[0])
        beside.addWidget(self.approve_card, _SHARE[1])
        look().changed.connect(self._rescale)
        self._rescale()
        self._stack = QStackedWidget()
        self._stack.addWidget(requests)
        self._stack.addWidget(self.devices)
        self.tabs = SegmentedTabs(QCoreApplication.translate("Pairing", "Requests, computers"))
        self.tabs.add(_REQUESTS, QCoreApplication.translate("Pairing", "Requests"))
        self.tabs.add(_DEVICES, QCoreApplication.translate("Pairing", "Enrolled computers"))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(head)
        column.addWidget(self.spare)
        column.addWidget(self.recovered)
        column.addWidget(self.done)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self.setMinimumHeight(1)  # else the words of a narrower page decide, and a bar stands beside it

    def _rescale(self) -> None:
        for panel in (self.panel, self.devices.panel):
            panel.setMinimumHeight(look().px(_LEAST_HEIGHT))

    # --- showing --------------------------------------------------------------------------------------

    def show_state(self, state: EnrolmentState, devices: Sequence[DeviceLine]) -> None:
        """Show the registry as it is now; requests that were read stay, judged anew."""
        self.sentence.setText(state_sentence(state))
        self.spare.setVisible(state.spare_waits)
        self.recovered.setVisible(state.is_recovered)
        self.devices.show_devices(devices)
        self.tabs.set_count(_DEVICES, sum(not device.is_lost for device in devices))

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer to read the sticks that are there now."""
        self._sticks = self.papers.sticks = sticks
        words = QCoreApplication.translate("Pairing", "Choose a folder…")
        if sticks:
            words = QCoreApplication.translate("Pairing", "Read requests from the stick")
        self.read_button.setText(f" {words}")
        self.read_button.setAccessibleName(words)

    def focus(self) -> None:
        """Take the focus to what comes next."""
        if self.approve_card.request is not None and self.approve_card.request.is_approvable:
            self.approve_card.edit.setFocus()
            bring_into_view(self.approve_card.button)
        elif self.recovered.isVisible() and self.recovered.button is not None:
            self.recovered.button.setFocus()
        else:
            self.read_button.setFocus()
            bring_into_view(self.read_button)  # and with it what was just done

    # --- requests -------------------------------------------------------------------------------------

    def read_sticks(self) -> None:
        """Read the requests on all sticks; without one, ask for a folder."""
        if self._sticks:
            self.read([stick.root for stick in self._sticks])
        else:
            self.ask_folder()

    def ask_folder(self) -> None:
        """Let the officer choose a folder with requests."""
        title = QCoreApplication.translate("Pairing", "Folder with requests")
        held = self.start or str(self._context.settings.value(_PLACES, "") or "")
        chosen = QFileDialog.getExistingDirectory(self, title, held)
        if chosen:
            self._context.settings.setValue(_PLACES, chosen)
            self.start = chosen
            self.place_chosen.emit(Path(chosen))
            self.read([Path(chosen)])

    def read(self, places: Sequence[Path]) -> None:
        """Read the requests in these places; what was done before is no news any more."""
        self.done.show_text("")
        self._read(places)

    def _read(self, places: Sequence[Path]) -> None:
        self._places = [*places]
        office = self._context.office
        self._run(lambda: _read(office, self._places), self._show_requests)

    def _show_requests(self, requests: list[ReceivedRequest]) -> None:
        self.requests = requests
        self.tabs.show_key(_REQUESTS)
        self.tabs.set_count(_REQUESTS, sum(one.is_approvable for one in requests) or None)
        self.panel.model.refresh(ListSource(requests, self._columns, row_key=_key))
        first = next((place for place, one in enumerate(requests) if one.is_approvable), 0)
        if requests:
            self.panel.view.go_to(first)
        self._show_request(self.panel.view.current_row())
        self.focus()

    def _show_request(self, row: object) -> None:
        request = row if isinstance(row, ReceivedRequest) else None
        if request is None:
            self.approve_card.show_request(None)
            return
        # Computed when the request was read, so it is at hand.
        digits = request.digits if request.is_approvable else ""
        self.approve_card.show_request(request, digits, telephone_of(self._context.office, request.unit))

    def approve(self, request: ReceivedRequest, typed: str) -> None:
        """Enrol the computer, if what was heard fits."""
        office = self._context.office
        approval = Approval(request, typed, label=request.free_label)
        self._run(
            lambda: approve_requests(office, [approval]),
            lambda _made: self._approved(request),
            self.approve_card.again,
        )

    def _approved(self, request: ReceivedRequest) -> None:
        words = QCoreApplication.translate(
            "Pairing", "{unit}, computer {label}, is enrolled. Now write its bundle onto the stick."
        )
        words = words.replace("{unit}", request.unit_name).replace("{label}", request.free_label)
        self.done.show_text(words)
        self._context.changed(frozenset())
        self._read(self._places)

    def _send(self) -> None:
        """What is next is begun, so it need not be said any more."""
        self.done.show_text("")
        self._go_send()

    # --- computers, keys ------------------------------------------------------------------------------

    def ask_lost(self, device: DeviceLine) -> None:
        """Ask once more, then report the computer lost."""
        dialog = LostDialog(device, lambda: self._lost(device), self)
        dialog.open()

    def _lost(self, device: DeviceLine) -> None:
        office = self._context.office
        self._run(lambda: report_lost(office, device.device), lambda _made: self._reported(device))

    def _reported(self, device: DeviceLine) -> None:
        words = QCoreApplication.translate(
            "Pairing", "{unit}, computer {label}, is reported lost. The next bundles tell all units."
        )
        self.done.show_text(words.replace("{unit}", device.unit_name).replace("{label}", device.label))
        self._context.changed(frozenset())

    def _run(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], object],
        after_error: Callable[[], object] = lambda: None,
    ) -> None:
        def refused(error: SoSenError) -> None:
            after_error()  # before the card: its window takes the focus, and gives it back where it was
            self._context.show_error(error)

        self._context.lane.run(
            Job(
                lambda _progress: work(),
                on_done=on_done,
                on_error=refused,
                label=QCoreApplication.translate("Pairing", "Reading and writing"),
            )
        )


def _read(office: Any, places: Sequence[Path]) -> list[ReceivedRequest]:
    """The requests with their digits, which take a tenth of a second each, computed here on the lane."""
    found = read_requests(office, places)
    for one in found:
        _ = one.digits
    return found


def _key(request: ReceivedRequest) -> str:
    return str(request.path)


def _columns() -> list[Column]:
    words = ("Waits for approval", "Enrolled", "Unit not in the list", "Cannot be used")
    return [
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Pairing", "Unit"),
            width=130,
            stretch=True,
            wraps=True,
            shown=lambda row: row.unit_name or row.path.name,
        ),
        Column(key="label", header=QCoreApplication.translate("Pairing", "Computer"), width=80),
        Column(
            key="standing",
            header=QCoreApplication.translate("Pairing", "State"),
            width=column_width(QCoreApplication.translate("Pairing", word) for word in words),
            pill=request_pill,
        ),
        Column(
            key="file",
            header=QCoreApplication.translate("Pairing", "File"),
            width=140,
            hidden=True,
            muted=True,
            value=lambda row: row.path.name,
        ),
    ]
