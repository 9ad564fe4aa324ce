"""The log of bundles as a list: what was sent and received, when, with which outcome."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.entities import Unit
from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import bundle_log, bundles_confirmed, files_brought, was_parked
from desktop.usecases.office import Office
from desktop.usecases.outbox import bundles_with_copy
from desktop.usecases.receipts import Standing, receipt_to_give, standings
from desktop.usecases.refusals import reason_for
from desktop.usecases.registry import current_registry


@dataclass(frozen=True, slots=True)
class LogLine:
    """One bundle. ``at`` is UTC ms; ``unit_name`` who it went to or came from; ``size`` bytes.

    ``standing`` tells how one written here stands, and ``has_copy`` whether it can be written again;
    ``receipt`` is the code to give for one taken here, "" for others.
    """

    id: str
    is_outgoing: bool
    at: int
    unit: str
    unit_name: str
    n: int
    code: Code
    rows: int
    conflicts: int
    file_name: str
    size: int
    sha256: str
    receipt: str
    standing: Standing | None
    has_copy: bool
    was_parked: bool = False
    """Had been kept aside and was taken by itself."""
    files: int = 0
    """Attached files that a received bundle brought."""
    confirmed: int = 0
    """Bundles written here that a received one said have arrived."""
    reason: str = ""
    """Of the code of one that was refused, as ``reason_for`` tells it."""


def read_bundle_log(office: Office, limit: int = 1000) -> list[LogLine]:
    """The newest bundles, newest first."""
    names = unit_names(office)
    lines = bundle_log(office.store, limit)
    found, kept = standings(lines), bundles_with_copy(office)
    return [
        LogLine(
            id=line.bundle,
            is_outgoing=line.is_outgoing,
            at=line.at,
            unit=line.unit,
            unit_name=names.get(line.unit, line.unit),
            n=line.n,
            code=line.code,
            rows=line.row_count,
            conflicts=line.conflict_count,
            file_name=line.file_name,
            size=line.size,
            sha256=line.sha256,
            receipt=receipt_to_give(line, office.unit_id),
            standing=found.get(line.bundle),
            has_copy=line.bundle in kept,
            was_parked=was_parked(line),
            files=files_brought(line),
            confirmed=bundles_confirmed(line),
            reason=reason_for(office, line.code, line.device),
        )
        for line in lines
    ]


def unit_names(office: Office) -> dict[str, str]:
    """Unit id → name, from the list of units, or for units not there from the registry of computers."""
    try:
        names = {unit.id: unit.name for unit in current_registry(office.store).units}
    except SoSenError as refusal:
        if refusal.code is not Code.E_PROFILE:
            raise
        names = {}
    return names | {unit.unit_id: unit.name for unit in office.store.select(Unit)}
