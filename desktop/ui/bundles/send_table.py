"""The columns of what goes to each unit, for an office that sends to many."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.entity import Kind
from desktop.domain.formats import format_moment
from desktop.ui.bundles.change_words import parts_words
from desktop.ui.grid.column import Column
from desktop.ui.theme.tokens import Tone
from desktop.usecases.describe_sending import SendingPart


def send_columns() -> list[Column]:
    """Unit, what it has not confirmed, when it was last written to, when it was last heard of."""
    return [
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Bundles", "Unit"),
            width=150,
            stretch=True,
            wraps=True,
        ),
        Column(
            key="changes",
            header=QCoreApplication.translate("Bundles", "Changes"),
            kind=Kind.INTEGER,
            width=80,
            shown=lambda part: str(part.changes or "–") if part.has_reader else "–",
        ),
        Column(
            key="parts",
            header=QCoreApplication.translate("Bundles", "Not confirmed yet"),
            width=200,
            stretch=True,
            wraps=True,
            value=lambda part: parts_words(part.rows),
            shown=_waiting,
            tone=_waiting_tone,
        ),
        Column(
            key="last_sent_at",
            header=QCoreApplication.translate("Bundles", "Last sent"),
            width=156,
            value=lambda part: (
                f"{part.last_n} · {format_moment(part.last_sent_at)}" if part.last_sent_at else ""
            ),
            sort=lambda part: part.last_sent_at,
        ),
        Column(
            key="heard_at",
            header=QCoreApplication.translate("Bundles", "Last received"),
            width=132,
            value=lambda part: format_moment(part.heard_at) if part.heard_at else "",
            sort=lambda part: part.heard_at,
        ),
    ]


def _waiting(part: SendingPart) -> str:
    if not part.has_reader:
        return QCoreApplication.translate("Bundles", "no bundle: enrol a computer of this unit first")
    nothing = QCoreApplication.translate("Bundles", "nothing; the bundle only confirms what was received")
    return parts_words(part.rows) or nothing


def _waiting_tone(part: SendingPart) -> Tone | None:
    if not part.has_reader:
        return Tone.AMBER
    return None if part.changes else Tone.GREY
