"""The health of the stick that is chosen, in one sentence: fit, or what to know before writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.ui.bundles.sticks import Stick
from desktop.ui.formats import format_bytes
from desktop.ui.theme.tokens import Tone
from desktop.usecases.check_stick import Sign

_RESERVE = 3
_MOST_SPARE = 64_000_000
"""A bundle is asked to fit so many times, or once with so many bytes besides: what is left on a nearly full
stick is soon gone."""
_MOST_NAMES = 3


def sign_words(sign: Sign, names: tuple[str, ...]) -> str:
    """A sign of a virus with the files that show it."""
    words = {
        Sign.SHORTCUT: QCoreApplication.translate("Bundles", "shortcuts ({names})"),
        Sign.AUTORUN: QCoreApplication.translate("Bundles", "a file that starts by itself ({names})"),
        Sign.HIDDEN_TWIN: QCoreApplication.translate("Bundles", "folders with a false twin ({names})"),
        Sign.PROGRAM: QCoreApplication.translate("Bundles", "programs ({names})"),
    }[sign]
    told = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
    return words.replace("{names}", told)


def stick_health(stick: Stick, size: int) -> tuple[str, Tone]:
    """What to say of a stick onto which ``size`` bytes are to be written, and how urgent it is."""
    if not stick.is_writable:
        words = QCoreApplication.translate(
            "Bundles", "This stick is locked against writing. Push the switch at its side, or take another."
        )
        return words, Tone.RED
    if stick.free < size + min((_RESERVE - 1) * size, _MOST_SPARE):
        words = QCoreApplication.translate("Bundles", "The stick is nearly full: {free} left, {size} needed.")
        words = words.replace("{free}", format_bytes(stick.free)).replace("{size}", format_bytes(size))
        return words, Tone.RED
    if stick.signs:
        words = QCoreApplication.translate(
            "Bundles",
            "Signs of a virus on the stick: {signs}. Do not open them; have the stick scanned. "
            "The bundle itself is sealed and may be written.",
        )
        told = "; ".join(sign_words(sign, names) for sign, names in stick.signs)
        return words.replace("{signs}", told), Tone.AMBER
    return QCoreApplication.translate(
        "Bundles", "The stick is fit: room enough, no sign of a virus."
    ), Tone.GREEN


def signs_warning(sticks: Sequence[Stick]) -> str:
    """What to know before bundles are read from sticks with signs of a virus; "" where there are none."""
    told = "; ".join(sign_words(sign, names) for stick in sticks for sign, names in stick.signs)
    if not told:
        return ""
    words = QCoreApplication.translate(
        "Bundles",
        "Signs of a virus on the stick: {signs}. Take the bundles with the button here; "
        "open no file on the stick, and have it scanned.",
    )
    return words.replace("{signs}", told)
