"""How a bundle written here stands, in words: waiting, received, part of a later one, refused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import Code
from desktop.domain.formats import format_moment
from desktop.ui.formats import format_number
from desktop.ui.messages.errors import outcome_sentence
from desktop.ui.theme.tokens import Tone
from desktop.usecases.read_bundle_log import LogLine
from desktop.usecases.receipts import SentState

_TONES = {
    SentState.WAITING: Tone.AMBER,
    SentState.TAKEN: Tone.GREEN,
    SentState.COVERED: Tone.GREEN,
    SentState.REFUSED: Tone.RED,
}


def standing_tone(line: LogLine) -> Tone | None:
    """How urgent it is; None for a bundle that came from elsewhere."""
    return _TONES[line.standing.state] if line.standing is not None else None


def standing_sentence(line: LogLine) -> str:
    """How a bundle written here stands, in a sentence; "" for one that came from elsewhere."""
    standing = line.standing
    if standing is None:
        return ""
    receipt = standing.receipt
    if standing.state is SentState.COVERED:
        words = QCoreApplication.translate("Bundles", "all of it is in bundle {n}, received by {unit}.")
        return words.replace("{n}", str(standing.covered_by)).replace("{unit}", line.unit_name)
    if receipt is None:
        return QCoreApplication.translate("Bundles", "written and verified, waits for its receipt.")
    if standing.state is SentState.REFUSED:
        words = QCoreApplication.translate("Bundles", "{unit} could not take it: {why}")
        return words.replace("{unit}", line.unit_name).replace("{why}", _why(receipt.code))
    if receipt.is_typed:
        words = QCoreApplication.translate("Bundles", "{unit} has received it; code typed {moment}.")
    else:
        words = QCoreApplication.translate("Bundles", "{unit} has received it, {moment}, {rows} rows.")
    words = words.replace("{unit}", line.unit_name).replace("{rows}", format_number(receipt.rows))
    return words.replace("{moment}", format_moment(receipt.at))


def _why(code: str) -> str:
    """The words for a code that came from another computer, perhaps of a newer version."""
    return outcome_sentence(Code(code)) if code in set(Code) else code
