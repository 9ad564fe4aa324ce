"""The words of "Ghép nối": how a computer stands, what a request is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.approve_requests import ReceivedRequest, RequestStanding
from desktop.usecases.read_devices import DeviceLine, EnrolmentState


def request_pill(request: ReceivedRequest) -> Pill:
    """What an office can do with a request, in a word."""
    match request.standing:
        case RequestStanding.NEW | RequestStanding.SAME_NAME:
            return Pill(QCoreApplication.translate("Pairing", "Waits for approval"), Tone.AMBER)
        case RequestStanding.ENROLLED:
            return Pill(QCoreApplication.translate("Pairing", "Enrolled"), Tone.GREEN)
        case RequestStanding.LOST:
            return Pill(QCoreApplication.translate("Pairing", "Reported lost"), Tone.RED)
        case RequestStanding.UNKNOWN_UNIT:
            return Pill(QCoreApplication.translate("Pairing", "Unit not in the list"), Tone.RED)
        case _:
            return Pill(QCoreApplication.translate("Pairing", "Cannot be used"), Tone.RED)


def request_sentence(request: ReceivedRequest) -> str:
    """What to do with a request that was chosen."""
    match request.standing:
        case RequestStanding.NEW:
            return QCoreApplication.translate(
                "Pairing",
                "Telephone the unit at the number of the official list. Have the 24 digits read out, "
                "compare the "
                "first four groups, and type the last two as you hear them.",
            )
        case RequestStanding.SAME_NAME:
            words = QCoreApplication.translate(
                "Pairing",
                "The unit has a computer of this name already; this one will be called {label}. If the "
                "old one is "
                "gone, report it lost as well. Telephone as for every request.",
            )
            return words.replace("{label}", request.free_label)
        case RequestStanding.ENROLLED:
            return QCoreApplication.translate(
                "Pairing", "This computer is enrolled. Write its unit a bundle: it brings what it needs."
            )
        case RequestStanding.LOST:
            return QCoreApplication.translate(
                "Pairing", "These keys were reported lost. The computer needs new ones and a new request."
            )
        case RequestStanding.UNKNOWN_UNIT:
            return QCoreApplication.translate(
                "Pairing", "Your list of units does not hold this unit. Check with whoever brought the stick."
            )
        case _:
            return ""


def device_pill(device: DeviceLine) -> Pill:
    """How a computer stands."""
    if device.is_lost:
        return Pill(QCoreApplication.translate("Pairing", "Reported lost"), Tone.RED)
    if device.is_this:
        return Pill(QCoreApplication.translate("Pairing", "This computer"), Tone.BLUE)
    return Pill(QCoreApplication.translate("Pairing", "Enrolled"), Tone.GREEN)


def state_sentence(state: EnrolmentState) -> str:
    """Of an enrolled computer: whose registry it has, and how old that is."""
    if state.is_office:
        words = QCoreApplication.translate("Pairing", "This computer enrols others. Registry number {epoch}.")
        return words.replace("{epoch}", str(state.epoch))
    words = QCoreApplication.translate("Pairing", "Enrolled with {office}. Registry number {epoch}{age}.")
    days = state.registry_age_days
    age = ""
    if days:
        age = ", " + QCoreApplication.translate("Pairing", "%n day(s) old", "", days)
    words = words.replace("{office}", state.office_name).replace("{epoch}", str(state.epoch))
    return words.replace("{age}", age)
