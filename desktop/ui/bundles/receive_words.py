"""The sentences of the receiving page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.ui.formats import format_number
from desktop.ui.theme.tokens import Tone
from desktop.usecases.receive_bundles import ReceivedBundle, Standing

_MOST_NAMES = 3
"""So many units are named; of more it is told how many they are."""


def looked_sentence(bundles: Sequence[ReceivedBundle]) -> str:
    """How many bundles there are and how they stand."""
    counts = Counter(bundle.standing for bundle in bundles)
    ready = sum(bundle.is_clean for bundle in bundles)
    kept = sum(bundle.is_parked for bundle in bundles)
    whole = QCoreApplication.translate("Bundles", "%n bundle(s)", "", len(bundles))
    parts = [
        QCoreApplication.translate("Bundles", "%n ready", "", ready),
        QCoreApplication.translate("Bundles", "%n with conflicts", "", counts[Standing.DISPUTED]),
        QCoreApplication.translate("Bundles", "%n without news", "", counts[Standing.KNOWN]),
        QCoreApplication.translate("Bundles", "%n kept aside", "", kept),
        QCoreApplication.translate("Bundles", "%n refused", "", counts[Standing.REFUSED] - kept),
        QCoreApplication.translate("Bundles", "%n taken", "", counts[Standing.TAKEN]),
    ]
    numbers = [
        ready,
        counts[Standing.DISPUTED],
        counts[Standing.KNOWN],
        kept,
        counts[Standing.REFUSED] - kept,
        counts[Standing.TAKEN],
    ]
    told = [part for part, number in zip(parts, numbers, strict=True) if number]
    return f"{whole}: {', '.join(told)}" if told else whole


def taken_sentence(outcomes: Sequence[ReceivedBundle]) -> tuple[str, Tone]:
    """What was taken, counted from the database, and what was not."""
    taken = [one for one in outcomes if one.standing is Standing.TAKEN and not one.is_receipts_only]
    noted = [one for one in outcomes if one.is_receipts_only]
    known = sum(one.standing is Standing.KNOWN for one in outcomes)
    kept = sum(one.is_parked for one in outcomes)
    refused = sum(one.standing is Standing.REFUSED for one in outcomes) - kept
    files = sum(one.files for one in taken)
    told = [
        (len(taken) or not noted, _rows_words(taken)),
        (files, QCoreApplication.translate("Bundles", "%n attached file(s) arrived.", "", files)),
        (noted or arrived_words(outcomes), arrived_words(outcomes) or _noted_words(len(noted))),
        (known, QCoreApplication.translate("Bundles", "%n held nothing new.", "", known)),
        (
            kept,
            QCoreApplication.translate("Bundles", "%n kept aside; it is taken by itself later.", "", kept),
        ),
        (refused, QCoreApplication.translate("Bundles", "%n refused; choose one to read why.", "", refused)),
    ]
    sentence = " ".join(words for matters, words in told if matters)
    return sentence, Tone.AMBER if refused or kept else Tone.GREEN


def arrived_words(bundles: Sequence[ReceivedBundle]) -> str:
    """Whose receipts came, and of how many bundles sent from here; "" where there are none."""
    arrived = [bundle for bundle in bundles if bundle.confirmed]
    if not arrived:
        return ""
    count = sum(bundle.confirmed for bundle in arrived)
    words = QCoreApplication.translate(
        "Bundles", "Receipts of {units}: %n bundle(s) sent from here have arrived.", "", count
    )
    names = list(dict.fromkeys(bundle.unit_name for bundle in arrived))
    units = ", ".join(names)
    if len(names) > _MOST_NAMES:
        units = QCoreApplication.translate("Bundles", "%n unit(s)", "", len(names))
    return words.replace("{units}", units)


def _rows_words(taken: Sequence[ReceivedBundle]) -> str:
    rows = format_number(sum(outcome.rows for outcome in taken))
    words = QCoreApplication.translate(
        "Bundles", "%n bundle(s) taken, {rows} rows, counted again from the data.", "", len(taken)
    )
    return words.replace("{rows}", rows)


def _noted_words(count: int) -> str:
    return QCoreApplication.translate(
        "Bundles", "%n bundle(s) brought no new record; what the sender has received is noted.", "", count
    )
