"""The sentences of the receiving page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.formats import format_number
from desktop.ui.theme.tokens import Tone
from desktop.usecases.receive_bundles import ReceivedBundle, Standing


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
    taken = [outcome for outcome in outcomes if outcome.standing is Standing.TAKEN]
    kept = sum(outcome.is_parked for outcome in outcomes)
    refused = [one for one in outcomes if one.standing is Standing.REFUSED and not one.is_parked]
    noted = [outcome for outcome in outcomes if outcome.standing is Standing.KNOWN and outcome.receipt]
    if noted and not taken and not refused and not kept:
        sentence = QCoreApplication.translate(
            "Bundles",
            "%n bundle(s) brought no new record; what the sender has received is noted.",
            "",
            len(noted),
        )
        return sentence, Tone.GREEN
    rows = format_number(sum(outcome.rows for outcome in taken))
    words = QCoreApplication.translate(
        "Bundles", "%n bundle(s) taken, {rows} rows, counted again from the data.", "", len(taken)
    )
    sentence = words.replace("{rows}", rows)
    files = sum(outcome.files for outcome in taken)
    if files:
        more = QCoreApplication.translate("Bundles", "%n attached file(s) arrived.", "", files)
        sentence = f"{sentence} {more}"
    known = sum(outcome.standing is Standing.KNOWN for outcome in outcomes)
    if known:
        more = QCoreApplication.translate("Bundles", "%n held nothing new.", "", known)
        sentence = f"{sentence} {more}"
    if kept:
        more = QCoreApplication.translate("Bundles", "%n kept aside; it is taken by itself later.", "", kept)
        sentence = f"{sentence} {more}"
    if refused:
        more = QCoreApplication.translate("Bundles", "%n refused; choose one to read why.", "", len(refused))
        sentence = f"{sentence} {more}"
    return sentence, Tone.AMBER if refused or kept else Tone.GREEN
