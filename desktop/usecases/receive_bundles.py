"""Receiving with a look first: each file with its outcome, what it brings, how it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.store.peers import logged
from desktop.usecases.describe_preview import BundleContents, describe_preview
from desktop.usecases.import_bundle import (
    BundleOutcome,
    bundle_files,
    import_bundles,
    keep_refused,
    preview_bundles,
)
from desktop.usecases.log_refused import log_refused
from desktop.usecases.office import Office
from desktop.usecases.parking import PARKED
from desktop.usecases.receipts import receipt_to_give
from desktop.usecases.retry_parked import retry_parked

Progress = Callable[[int, int | None], None]


class Standing(StrEnum):
    """How a bundle stands: before it is taken, and after."""

    CLEAN = "clean"
    """Can be taken; nothing in it disagrees with what is here."""
    DISPUTED = "disputed"
    """Can be taken; some values disagree, and both will be kept until somebody chooses."""
    WAITING = "waiting"
    """Builds on a bundle of the same unit that is in the list too, and is taken after it."""
    RECEIPTS = "receipts"
    """Brings no record that is not here, but what its sender has received; it can be taken for that."""
    FILES = "files"
    """Brings no record that is not here, but attached files of records that are."""
    KNOWN = "known"
    """Brings nothing new."""
    REFUSED = "refused"
    """Cannot be taken; ``error`` tells why."""
    TAKEN = "taken"
    """Was taken just now."""


@dataclass(frozen=True, slots=True)
class ReceivedBundle:
    """One file. ``made`` is the sender's claim (UTC ms); ``rows`` counted from the database once taken.

    ``receipt`` is the code to tell the sender once the bundle is here, "" before.

    Of a file that could not be opened only ``path`` and ``error`` are known.
    """

    path: Path
    bundle: str
    standing: Standing
    unit: str
    unit_name: str
    n: int
    made: int
    size: int
    rows: int
    contents: BundleContents
    receipt: str
    error: SoSenError | None
    is_parked: bool = False
    """Refused, but kept aside and tried again by itself."""
    was_parked: bool = False
    """Was kept aside before, and taken by itself just now."""
    files: int = 0
    """Attached files that it brings, or brought, and that were not here."""
    confirmed: int = 0
    """Bundles written here that have arrived, as it says for the first time."""

    @property
    def id(self) -> str:
        """What tells it from the others in the list."""
        return str(self.path)

    @property
    def is_receipts_only(self) -> bool:
        """Whether all that was taken with it is what its sender has received."""
        return self.standing is Standing.TAKEN and self.contents.is_empty and not self.files

    @property
    def is_takeable(self) -> bool:
        return self.is_clean or self.standing is Standing.DISPUTED

    @property
    def is_clean(self) -> bool:
        """Whether it may be taken together with others, without looking closer."""
        return self.standing in (Standing.CLEAN, Standing.WAITING, Standing.RECEIPTS, Standing.FILES)


def look_at_bundles(office: Office, places: Sequence[Path], progress: Progress) -> list[ReceivedBundle]:
    """What the bundles in these files and folders would bring; only a refusal is kept.

    The log tells of it, and a bundle that can be taken later is kept aside as after taking.  Raises E_IO
    when a place cannot be read or holds no bundle, CancelledError through ``progress``.
    """
    paths = bundle_files(office, places)
    if not paths:
        raise SoSenError(Code.E_IO, "no bundle found", path=str(places[0]), reason="no_bundle")
    outcomes = preview_bundles(office, paths, progress)
    kept = keep_refused(office, [outcome.path for outcome in outcomes if outcome.code in PARKED], progress)
    outcomes = [kept.get(outcome.path, outcome) for outcome in outcomes]
    log_refused(office, outcomes)
    units = {outcome.unit for outcome in outcomes if outcome.code is Code.OK}
    return [_received(office, outcome, _standing(office, outcome, units)) for outcome in outcomes]


def take_bundles(office: Office, paths: Sequence[Path], progress: Progress) -> list[ReceivedBundle]:
    """Take the bundles in these files, each whole or not at all. May raise CancelledError.

    After those in ``paths`` come the bundles that had been kept aside and could be taken now.
    """
    outcomes = import_bundles(office, paths, progress)
    log_refused(office, outcomes)
    taken = [_received(office, outcome, _result(outcome)) for outcome in outcomes]
    # What was asked for is done: stopping now only leaves the others where they are.
    with suppress(CancelledError):
        healed = retry_parked(office, progress)
        taken += [replace(_received(office, one, _result(one)), was_parked=True) for one in healed]
    return taken


def _standing(office: Office, outcome: BundleOutcome, units: set[str]) -> Standing:
    if outcome.code is Code.OK:
        return Standing.DISPUTED if outcome.result.conflicts else Standing.CLEAN
    if outcome.is_taken:
        if outcome.files:
            return Standing.FILES
        return Standing.RECEIPTS if outcome.is_heard else Standing.KNOWN
    waits = outcome.code is Code.E_GAP and outcome.unit in units
    return Standing.WAITING if waits else Standing.REFUSED


def _result(outcome: BundleOutcome) -> Standing:
    if outcome.code is Code.OK or outcome.files or outcome.confirmed or outcome.is_heard:
        return Standing.TAKEN
    return Standing.KNOWN if outcome.is_taken else Standing.REFUSED


def _received(office: Office, outcome: BundleOutcome, standing: Standing) -> ReceivedBundle:
    line = logged(office.store, outcome.bundle) if outcome.is_taken else None
    return ReceivedBundle(
        path=outcome.path,
        bundle=outcome.bundle,
        standing=standing,
        unit=outcome.unit,
        unit_name=outcome.unit_name,
        n=outcome.n,
        made=outcome.made,
        size=outcome.size,
        rows=outcome.rows,
        contents=describe_preview(office, outcome.result),
        receipt=receipt_to_give(line, office.unit_id) if line is not None else "",
        error=outcome.error,
        is_parked=outcome.is_parked,
        files=outcome.files,
        confirmed=outcome.confirmed,
    )
