"""This computer's own bundles that its data does not know: proof that its disk was rolled back, or restored.

A "frozen" disk forgets each day's work and its numbers with it; the stick remembers (sync.md 2, rule 3).
Nobody below may send back what an office wrote; after a restore its own sealed copies in the outbox hold it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.bundle.files import no_progress, refusals
from desktop.bundle.names import BUNDLE_SUFFIX, numbers_in
from desktop.bundle.registry import Registry
from desktop.domain.errors import Code
from desktop.domain.scopes import unit_code
from desktop.store.peers import LoggedBundle, log_bundle, logged
from desktop.store.receipts import own_files
from desktop.usecases.import_bundle import BundleOutcome, import_bundles
from desktop.usecases.office import Office
from desktop.usecases.outbox import remove_quietly, unknown_copies

_MOST = 3
"""So many of the newest in a folder are opened; each holds everything that was not confirmed."""

_TORN = frozenset({Code.E_DAMAGED, Code.E_FORMAT})


def heed_own_bundles(office: Office, registry: Registry, target: Path) -> list[BundleOutcome]:
    """Take own bundles that this data does not know, in the outbox and where it is about to write.

    Lost work returns, and the old name is left. File names and sizes only say which to open; what counts is
    what is signed. An unreadable file is left alone. Raises SoSenError E_IO when the place is gone meanwhile.
    """
    taken = take_unknown_copies(office)
    device = next((one for one in registry.devices if one.id == office.keys.device), None)
    folder = target.parent if target.suffix == BUNDLE_SUFFIX else target
    if device is None or not folder.is_dir():
        return taken
    with refusals(folder):
        paths = _unknown_files(office, folder, device.label)
    outcomes = _take(office, paths)
    _note_known(office, outcomes)
    return taken + outcomes


def take_unknown_copies(office: Office) -> list[BundleOutcome]:
    """Take the copies in the outbox of which the log knows nothing, the oldest first.

    A restored database does not know them, nor does it know one that was sealed when the power went. A copy
    goes once its content is here or kept aside, or when its writing was interrupted.
    """
    outcomes = _take(office, unknown_copies(office))
    for outcome in outcomes:
        if outcome.is_taken or outcome.is_parked or outcome.code in _TORN:
            remove_quietly(outcome.path)
    return outcomes


def _take(office: Office, paths: Sequence[Path]) -> list[BundleOutcome]:
    return import_bundles(office, paths, no_progress) if paths else []


def _unknown_files(office: Office, folder: Path, label: str) -> list[Path]:
    """The newest own bundles in a folder, and in each folder within, that are not in the log."""
    named: dict[Path, list[tuple[int, Path]]] = {}
    for path in (*folder.glob(f"*{BUNDLE_SUFFIX}"), *folder.glob(f"*/*{BUNDLE_SUFFIX}")):
        for number in numbers_in([path.name], unit_code(office.unit_id), label):
            named.setdefault(path.parent, []).append((number, path))
    known = own_files(office.store, office.keys.device) if named else set()
    return [
        path
        for found in named.values()
        for _number, path in sorted(found)[-_MOST:]
        if (path.name, path.stat().st_size) not in known
    ]


def _note_known(office: Office, outcomes: Sequence[BundleOutcome]) -> None:
    """Write those that told nothing new into the log, so that they are not opened each time."""
    for one in outcomes:
        if one.code is Code.OK_OWN and logged(office.store, one.bundle) is None:
            line = LoggedBundle(
                bundle=one.bundle,
                is_outgoing=False,
                at=office.store.now(),
                device=one.device,
                unit=one.unit,
                n=one.n,
                code=one.code,
                file_name=one.path.name,
                size=one.size,
            )
            with office.store.writing():
                log_bundle(office.store, line)
