"""The sentences of the sending page, before and after writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.formats import format_moment, shown_name
from desktop.ui.bundles.change_words import parts_words
from desktop.ui.formats import format_bytes, format_number
from desktop.usecases.describe_sending import SendingPart, SendingWarning
from desktop.usecases.export_bundle import SentBundle


def heading(parts: Sequence[SendingPart]) -> str:
    """Whom it goes to."""
    if not parts:
        return QCoreApplication.translate("Bundles", "There is nobody to send to")
    if len(parts) == 1:
        return QCoreApplication.translate("Bundles", "To {unit}").replace("{unit}", parts[0].unit_name)
    count = sum(part.has_reader for part in parts)
    return QCoreApplication.translate("Bundles", "To %n unit(s)", "", count)


def no_reader_words(parts: Sequence[SendingPart]) -> str:
    """For how many units nothing is written, and why; "" for none. The list tells which they are."""
    count = sum(not part.has_reader for part in parts)
    if not count:
        return ""
    return QCoreApplication.translate(
        "Bundles", "%n unit(s) get no bundle: no computer there is enrolled.", "", count
    )


def not_enrolled_sentence() -> str:
    """Why there is nobody to send to on the first day, and what to do."""
    return QCoreApplication.translate(
        "Bundles",
        "This computer is not enrolled yet. The page Pairing leads through it; what is done until then goes "
        "with the first bundle.",
    )


def change_sentence(parts: Sequence[SendingPart]) -> str:
    """What goes, in one sentence."""
    if not parts:
        return QCoreApplication.translate(
            "Bundles", "The list of units names no unit above or below this one."
        )
    if len(parts) > 1:
        return QCoreApplication.translate(
            "Bundles", "Each unit gets its own bundle, in a folder named after the unit's code."
        )
    (part,) = parts
    if not part.changes and part.files:
        return QCoreApplication.translate(
            "Bundles", "No change is waiting; attached files that the receiver lacks go along."
        )
    if not part.changes:
        return QCoreApplication.translate(
            "Bundles", "No change is waiting. The bundle will only confirm what was received."
        )
    if not part.waiting:
        words = QCoreApplication.translate(
            "Bundles",
            "All is received, as the code typed here says. The next bundle carries {parts} once more; "
            "nothing is taken twice.",
        )
        return words.replace("{parts}", parts_words(part.rows))
    words = QCoreApplication.translate(
        "Bundles", "%n change(s) not confirmed yet: {parts}.", "", part.changes
    )
    return words.replace("{parts}", parts_words(part.rows))


def size_words(parts: Sequence[SendingPart]) -> str:
    """About how much it will be."""
    if not any(part.has_reader for part in parts):
        return ""
    parts = [part for part in parts if part.has_reader]
    files = sum(len(part.files) for part in parts)
    words = QCoreApplication.translate("Bundles", "About {size}")
    if files:
        words = QCoreApplication.translate("Bundles", "About {size}, with %n attached file(s).", "", files)
    words = words.replace("{size}", format_bytes(sum(part.size for part in parts)))
    bundles = sum(part.bundles for part in parts)
    if bundles == len(parts):
        return words
    several = QCoreApplication.translate(
        "Bundles",
        "The files fit into no single bundle: %n are written, and all of them go along.",
        "",
        bundles,
    )
    return f"{words} {several}"


def last_sentence(parts: Sequence[SendingPart]) -> str:
    """When something was last sent; "" for several addressees, whose table tells it."""
    if len(parts) != 1:
        return ""
    (part,) = parts
    if part.last_sent_at is None:
        return QCoreApplication.translate("Bundles", "Nothing has been sent yet.")
    words = QCoreApplication.translate("Bundles", "Last bundle: number {n}, {moment}.")
    return words.replace("{n}", str(part.last_n)).replace("{moment}", format_moment(part.last_sent_at))


def warning_words(parts: Sequence[SendingPart]) -> str:
    """What to say where receipts are missing for long, or a bundle has grown large by it; else ""."""
    silent = [part for part in parts if SendingWarning.SILENT in part.warnings]
    if len(silent) == 1:
        words = QCoreApplication.translate(
            "Bundles",
            "{unit} has confirmed nothing for %n day(s). Call and ask for the receipt code or a bundle.",
            "",
            silent[0].silent_days,
        )
        return words.replace("{unit}", silent[0].unit_name)
    if silent:
        return QCoreApplication.translate(
            "Bundles", "%n unit(s) have confirmed nothing for more than 60 days.", "", len(silent)
        )
    if any(SendingWarning.LARGE in part.warnings for part in parts):
        return QCoreApplication.translate(
            "Bundles", "The bundle has grown large. It shrinks once a bundle of the receiver was taken here."
        )
    return ""


def done_title(*, on_stick: bool) -> str:
    """What to say once it is written."""
    if on_stick:
        return QCoreApplication.translate("Bundles", "Written and checked. The stick may be pulled out.")
    return QCoreApplication.translate("Bundles", "Written and checked.")


def done_lines(sent: Sequence[SentBundle], folder: Path) -> list[str]:
    """The facts of what was written, the units first: the files, or how many, and the folder."""
    words = QCoreApplication.translate("Bundles", "{unit}: {file}, number {n}, {rows} rows, {size}")
    together = _together_lines(sent)
    if len(sent) > 3:
        units = ", ".join(dict.fromkeys(one.unit_name for one in sent))
        count = QCoreApplication.translate("Bundles", "{units}: %n bundle(s), {size} together", "", len(sent))
        count = count.replace("{units}", units).replace("{size}", format_bytes(sum(one.size for one in sent)))
        return [count, *together, str(folder)]
    lines = [
        words.replace("{unit}", one.unit_name)
        .replace("{file}", shown_name(one.path))
        .replace("{n}", str(one.n))
        .replace("{rows}", format_number(one.rows))
        .replace("{size}", format_bytes(one.size))
        for one in sent
    ]
    return [*lines, *together, str(folder)]


def _together_lines(sent: Sequence[SentBundle]) -> list[str]:
    """For each unit that gets several bundles: that all of them go along."""
    counts = Counter(one.unit_name for one in sent)
    return [
        QCoreApplication.translate(
            "Bundles",
            "{unit}: the %n bundles belong together and all of them go along; each holds attached files that "
            "no other has.",
            "",
            count,
        ).replace("{unit}", unit)
        for unit, count in counts.items()
        if count > 1
    ]
