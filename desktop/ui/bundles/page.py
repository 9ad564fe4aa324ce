"""What the pages of S17 have in common, and what is read for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Code, SoSenError
from desktop.ui.bundles.sticks import Stick
from desktop.usecases.conflicts import Conflict, list_conflicts
from desktop.usecases.describe_sending import SendingPart, describe_sending
from desktop.usecases.list_concerns import Concern, list_concerns
from desktop.usecases.office import Office
from desktop.usecases.parking import ParkedLine, list_parked
from desktop.usecases.read_bundle_log import LogLine, read_bundle_log
from desktop.usecases.read_devices import DeviceLine, EnrolmentState, enrolment_state, list_devices


@dataclass(frozen=True, slots=True)
class BundlesRead:
    """What would be sent, what waits for a choice, the log, newest first; the computers enrolled, the bundles
    kept aside, what a person should look at.
    """

    parts: Sequence[SendingPart]
    conflicts: Sequence[Conflict]
    log: Sequence[LogLine]
    enrolment: EnrolmentState
    devices: Sequence[DeviceLine]
    parked: Sequence[ParkedLine]
    concerns: Sequence[Concern]


def read_bundles(office: Office) -> BundlesRead:
    """Read all of it; a computer that is not enrolled has nobody to send to."""
    try:
        parts = describe_sending(office)
    except SoSenError as refusal:
        if refusal.code is not Code.E_PROFILE:
            raise
        parts = []
    state = enrolment_state(office)
    devices = list_devices(office) if state.epoch else []
    return BundlesRead(
        parts,
        list_conflicts(office),
        read_bundle_log(office),
        state,
        devices,
        list_parked(office),
        list_concerns(office),
    )


class BundlesPage(QWidget):
    """One page under a tab of S17; it is told what was read and which sticks there are.

    ``place_chosen`` tells the other pages which stick or folder the person chose here.
    """

    place_chosen = Signal(Path)

    def show_read(self, read: BundlesRead) -> None:
        """Show what was read anew; a page that shows none of it does nothing."""

    def show_sticks(self, sticks: Sequence[Stick]) -> None:
        """Offer these sticks; a page that needs none does nothing."""

    def show_place(self, place: Path) -> None:
        """Take over the stick or folder that was chosen on another page; one that needs none does nothing."""

    def focus(self) -> None:
        """Take the focus to what comes next."""
        self.setFocus()
