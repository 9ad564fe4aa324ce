"""The words of "Ghép nối": how a computer stands, what a request is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.formats import format_moment
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.approve_requests import ReceivedRequest, RequestStanding
from desktop.usecases.read_devices import DeviceLine, Enrolment, EnrolmentState


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
                "Pairing",
                "This computer is enrolled. Write its unit a bundle: it brings what it needs. When that is "
                "taken, the clerk types the digits of this office's official letter.",
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


def enrolling_steps() -> list[str]:
    """What an office does for a unit, in order."""
    return [
        QCoreApplication.translate("Pairing", "1. Give it the installer and the list of units, above."),
        QCoreApplication.translate("Pairing", "2. Send it the official letter with this office's digits."),
        QCoreApplication.translate(
            "Pairing", "3. When it brings a stick with its request, read it, telephone, and approve."
        ),
        QCoreApplication.translate("Pairing", "4. Write its bundle onto that stick."),
    ]


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


def standing_words(state: EnrolmentState) -> tuple[str, list[str], Tone]:
    """Of a computer that enrols nobody: a title, what it means with what to do, and in which colour."""
    if state.enrolment is Enrolment.LOST:
        title = QCoreApplication.translate("Pairing", "{unit}, computer {label}: reported lost")
        lines, tone = _lost_lines(), Tone.RED
    elif state.may_be_lost:
        title = QCoreApplication.translate(
            "Pairing", "{unit}, computer {label}: it may have been reported lost"
        )
        lines, tone = _doubtful_lines(state), Tone.AMBER
    else:
        title = QCoreApplication.translate("Pairing", "{unit}, computer {label}: enrolled")
        following = QCoreApplication.translate(
            "Pairing", "Nothing more to do here: send with F9, take what comes on the page Receive."
        )
        lines, tone = [state_sentence(state), following], Tone.GREEN
    return _filled(title, state), [_filled(line, state) for line in lines], tone


def _lost_lines() -> list[str]:
    return [
        QCoreApplication.translate(
            "Pairing",
            "{office} lists it as lost in its registry number {epoch}; nobody takes its bundles any more.",
        ),
        _safe_line(),
        QCoreApplication.translate(
            "Pairing",
            "Call {office}, then enrol this computer again: what was not sent goes with its next bundle.",
        ),
    ]


def _doubtful_lines(state: EnrolmentState) -> list[str]:
    happened = QCoreApplication.translate(
        "Pairing", "At {moment} came a bundle of {office} that this computer cannot open."
    )
    lines = [happened.replace("{moment}", format_moment(state.unopened_at or 0))]
    if state.heard_at is not None:
        opened = QCoreApplication.translate("Pairing", "The newest that it could open came at {moment}.")
        lines[0] += " " + opened.replace("{moment}", format_moment(state.heard_at))
    advice = QCoreApplication.translate(
        "Pairing",
        "Call {office}. If this computer was reported lost, enrol it again: what was not sent goes with its "
        "next bundle. If not, ask for a new bundle.",
    )
    return [*lines, _safe_line(), advice]


def _safe_line() -> str:
    return QCoreApplication.translate(
        "Pairing", "All data on this computer is as it was; the upper level keeps what it received."
    )


def _filled(words: str, state: EnrolmentState) -> str:
    """The words with whose they are."""
    for name, value in (
        ("{unit}", state.unit_name),
        ("{label}", state.label),
        ("{office}", state.office_name),
        ("{epoch}", str(state.epoch)),
    ):
        words = words.replace(name, value)
    return words
