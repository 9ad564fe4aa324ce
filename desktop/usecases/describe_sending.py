"""What would be sent now and to whom: the words of the sending page before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop.bundle.registry import Registry
from desktop.domain.change import ScopeCut
from desktop.domain.errors import Code
from desktop.store.blobs import blobs_here
from desktop.store.database import storage_errors
from desktop.store.peers import LoggedBundle, bundle_log
from desktop.store.queries.outgoing import rows_by_table
from desktop.usecases.office import Office
from desktop.usecases.receipts import silent_units
from desktop.usecases.registry import current_registry
from desktop.usecases.return_bundle import blobs_for, bundles_needed
from desktop.usecases.sending import (
    Consignment,
    consignments,
    has_reader,
    plan_consignment,
    unconfirmed_cuts,
    unwritten_of,
)

_LARGE = 20_000_000
_SILENT_DAYS = 60
_DAY = 86_400_000
_ENVELOPE = 4_500
_PER_ROW = 52
"""Bytes of a bundle without rows, and of a sealed row: measured on the sample year's bundles."""


class SendingWarning(StrEnum):
    """Why a bundle has become an odd one: without receipts it tends to hold everything."""

    LARGE = "large"
    """20 MB of rows or more."""
    SILENT = "silent"
    """Nothing written for the unit has been confirmed for more than 60 days."""


@dataclass(frozen=True, slots=True)
class SendingPart:
    """What would go to one unit. ``rows``: table → rows that it has not confirmed; ``size`` is an estimate.

    ``is_upward`` tells that it goes to the upper office. The last bundle written to it, if any: number, when
    (UTC ms).  ``heard_at`` is when a bundle of that unit was last taken here, ``silent_since`` since when it
    has confirmed none of the bundles written for it (None: there is no such bundle).
    """

    unit: str
    unit_name: str
    is_upward: bool
    rows: Mapping[str, int]
    last_n: int
    last_sent_at: int | None
    heard_at: int | None
    silent_since: int | None
    now: int
    waiting: int
    """Rows that no receipt confirms, be it one in a bundle or a code typed here, which moves no base."""
    files: tuple[int, ...] = ()
    """The sizes of the attached files that go along."""
    has_reader: bool = True
    """Whether a computer of the unit is enrolled; else no bundle is written for it."""
    unwritten: int = 0
    """Rows that stand in no bundle written for the unit yet."""

    @property
    def changes(self) -> int:
        """Rows in all."""
        return sum(self.rows.values())

    @property
    def bundles(self) -> int:
        """How many bundles will be written: more than one where the files fit into no single one."""
        return bundles_needed(self.files) if self.has_reader else 0

    @property
    def size(self) -> int:
        """About how many bytes will be written."""
        return self.bundles * self._rows_size + sum(self.files) if self.has_reader else 0

    @property
    def _rows_size(self) -> int:
        return _ENVELOPE + _PER_ROW * self.changes

    @property
    def warnings(self) -> tuple[SendingWarning, ...]:
        """What should be told before sending (fault 19)."""
        is_silent = self.silent_since is not None and self.now - self.silent_since > _SILENT_DAYS * _DAY
        found = ((SendingWarning.LARGE, self._rows_size >= _LARGE), (SendingWarning.SILENT, is_silent))
        return tuple(warning for warning, holds in found if holds)

    @property
    def silent_days(self) -> int:
        """For how many days the unit has confirmed nothing."""
        return (self.now - self.silent_since) // _DAY if self.silent_since is not None else 0


def describe_sending(office: Office) -> list[SendingPart]:
    """What sending would carry to each addressee now. Raises E_PROFILE before enrolment."""
    registry = current_registry(office.store)
    now = office.store.now()
    with office.store.snapshot():
        here = blobs_here(office.store)
        log = bundle_log(office.store, limit=10_000)
        silences = silent_units(log)
        sent = {line.unit: line for line in reversed(log) if line.is_outgoing}
        taken = [line for line in log if not line.is_outgoing and line.code in (Code.OK, Code.OK_DUP)]
        heard = {line.unit: line for line in reversed(taken)}
        found = []
        for consignment in consignments(office, registry):
            export = plan_consignment(office, registry, consignment)
            cuts = export.cuts
            rows = rows_by_table(office.store, cuts)
            waiting = _waiting(office, registry, consignment, cuts, sum(rows.values()))
            unwritten = _count(office, cuts, unwritten_of(office, consignment, cuts), sum(rows.values()))
            silent = silences.get(consignment.unit)
            sent_last, heard_last = sent.get(consignment.unit), heard.get(consignment.unit)
            part = _part(consignment, rows, sent_last, heard_last, (silent, now), waiting)
            found.append(
                replace(
                    part,
                    files=_sizes(blobs_for(office.store, registry, consignment, export, here)),
                    has_reader=has_reader(registry, consignment),
                    unwritten=unwritten,
                )
            )
        return found


def _sizes(files: Mapping[str, Path]) -> tuple[int, ...]:
    with storage_errors():
        return tuple(path.stat().st_size for path in files.values())


def _waiting(
    office: Office, registry: Registry, consignment: Consignment, cuts: Sequence[ScopeCut], rows: int
) -> int:
    """Of ``rows`` that travel, those that no receipt confirms; counted only where there are some."""
    left = unconfirmed_cuts(office, registry, consignment, cuts) if rows else cuts
    return _count(office, cuts, left, rows)


def _count(office: Office, cuts: Sequence[ScopeCut], left: Sequence[ScopeCut], rows: int) -> int:
    """The rows in what is ``left`` of the cuts, which hold ``rows`` in all."""
    return rows if [*left] == [*cuts] else sum(rows_by_table(office.store, left).values())


def _part(
    consignment: Consignment,
    rows: Mapping[str, int],
    sent: LoggedBundle | None,
    heard: LoggedBundle | None,
    silence: tuple[int | None, int],
    waiting: int,
) -> SendingPart:
    return SendingPart(
        unit=consignment.unit,
        unit_name=consignment.name,
        is_upward=not consignment.is_downward,
        rows=rows,
        last_n=sent.n if sent else 0,
        last_sent_at=sent.at if sent else None,
        heard_at=heard.at if heard else None,
        silent_since=silence[0],
        now=silence[1],
        waiting=waiting,
    )
