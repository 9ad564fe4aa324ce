"""What would be sent now and to whom: the words of the sending page before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.errors import Code
from desktop.store.peers import LoggedBundle, bundle_log
from desktop.store.queries.outgoing import rows_by_table
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import Consignment, consignments, plan_consignment

_ENVELOPE = 4_500
_PER_ROW = 52
"""Bytes of a bundle without rows, and of a sealed row: measured on the sample year's bundles."""


@dataclass(frozen=True, slots=True)
class SendingPart:
    """What would go to one unit. ``rows``: table → rows that it has not confirmed; ``size`` is an estimate.

    ``is_upward`` tells that it goes to the upper office. The last bundle written to it, if any: number, when
    (UTC ms).  ``heard_at`` is when a bundle of that unit was last taken here.
    """

    unit: str
    unit_name: str
    is_upward: bool
    rows: Mapping[str, int]
    last_n: int
    last_sent_at: int | None
    heard_at: int | None

    @property
    def changes(self) -> int:
        """Rows in all."""
        return sum(self.rows.values())

    @property
    def size(self) -> int:
        """About how many bytes the bundle will have, without attachments."""
        return _ENVELOPE + _PER_ROW * self.changes


def describe_sending(office: Office) -> list[SendingPart]:
    """What sending would carry to each addressee now. Raises E_PROFILE before enrolment."""
    registry = current_registry(office.store)
    with office.store.snapshot():
        log = bundle_log(office.store, limit=10_000)
        sent = {line.unit: line for line in reversed(log) if line.is_outgoing}
        taken = [line for line in log if not line.is_outgoing and line.code in (Code.OK, Code.OK_DUP)]
        heard = {line.unit: line for line in reversed(taken)}
        found = []
        for consignment in consignments(office, registry):
            cuts = plan_consignment(office, registry, consignment).cuts
            rows = rows_by_table(office.store, cuts)
            found.append(_part(consignment, rows, sent.get(consignment.unit), heard.get(consignment.unit)))
        return found


def _part(
    consignment: Consignment,
    rows: Mapping[str, int],
    sent: LoggedBundle | None,
    heard: LoggedBundle | None,
) -> SendingPart:
    return SendingPart(
        unit=consignment.unit,
        unit_name=consignment.name,
        is_upward=not consignment.is_downward,
        rows=rows,
        last_n=sent.n if sent else 0,
        last_sent_at=sent.at if sent else None,
        heard_at=heard.at if heard else None,
    )
