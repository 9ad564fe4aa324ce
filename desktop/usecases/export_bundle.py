"""Write the bundles this office sends: one to the upper office, or one to each unit below.

Each holds everything its reader has not confirmed, says what this office has (so every bundle is a
receipt), and is recorded as sent only after it was read back from where it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import BinaryIO

from desktop.bundle.files import Progress, need_space, refusals
from desktop.bundle.manifest import AppInfo, Result
from desktop.bundle.names import BUNDLE_SUFFIX, file_name
from desktop.bundle.registry import Registry
from desktop.bundle.safe_write import RESERVE, free_name
from desktop.bundle.writer import BundleContent, ScopeContent, WrittenBundle, write_bundle
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.domain.formats import shown_name
from desktop.domain.scopes import new_record_id, unit_code
from desktop.store.blobs import blobs_here
from desktop.store.database import storage_errors
from desktop.store.exporting import Export, commit_lines, count_changes, row_changes
from desktop.store.peers import (
    LoggedBundle,
    last_sent,
    last_sent_number,
    log_bundle,
    outcomes_of,
    registry_bytes,
    sent_summary,
)
from desktop.store.receipts import take_number
from desktop.store.schema import CURRENT_SCHEMA
from desktop.store.store import Store
from desktop.usecases.office import Office, renew_lease
from desktop.usecases.outbox import new_copy, outbox, tidy_outbox
from desktop.usecases.own_bundles import heed_own_bundles
from desktop.usecases.registry import current_registry
from desktop.usecases.return_bundle import (
    MOST_BLOB_BYTES,
    blobs_for,
    bundles_needed,
    notes_of,
    want_of,
)
from desktop.usecases.return_originals import return_originals
from desktop.usecases.sending import Consignment, addressees, consignments, has_reader, plan_consignment
from desktop.usecases.version import APP_NAME, VERSION
from desktop.usecases.write_out import (
    explained,
    highest_number,
    make_folder,
    own_label,
    part_of,
    tidy_stick,
    write_out,
)

SUFFIX = BUNDLE_SUFFIX
_RECEIPTS = 50
"""How many of the newest bundles of the addressees a bundle confirms by name, and as many refused ones."""

_SEALING = 0.3
"""The share of the work that is done when the sealed copy lies in the outbox."""


@dataclass(frozen=True, slots=True)
class SentBundle:
    """A bundle that was written and read back: for which unit, where, its number, rows, size in bytes."""

    unit: str
    unit_name: str
    path: Path
    bundle: str
    n: int
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where bundles go: a new file or a folder, and whether it is a stick, to be kept tidy."""

    target: Path
    is_stick: bool


@dataclass(frozen=True, slots=True)
class SendingLine:
    """What would go to one unit: how many changed rows, and when it was last written to (UTC ms)."""

    unit: str
    unit_name: str
    changes: int
    last_sent_at: int | None
    last_n: int


def plan_sending(office: Office) -> list[SendingLine]:
    """What ``export_bundles`` would write now. Raises E_PROFILE before enrolment."""
    registry = current_registry(office.store)
    sent = last_sent(office.store)
    lines = []
    for consignment in consignments(office, registry):
        cuts = plan_consignment(office, registry, consignment).cuts
        changes = sum(count_changes(office.store, cut) for cut in cuts)
        at, n = sent.get(consignment.unit, (None, 0))
        lines.append(SendingLine(consignment.unit, consignment.name, changes, at, n))
    return lines


def export_bundles(
    office: Office, target: Path, progress: Progress, *, is_stick: bool = False
) -> list[SentBundle]:
    """Write this office's bundles to ``target``: a new ``.goi`` file, or a folder.

    With several addressees each bundle lies in a folder named after its unit's code. A unit gets several
    bundles where the attached files fit into no single one, and none while no computer of it is enrolled
    (``units_without_readers``). Of a stick, older bundles of ours are removed once the new ones are
    verified. ``progress`` may raise CancelledError; bundles complete by then stay. Raises SoSenError
    E_NOTHING when there is nobody to send to or nobody could open it, E_LIMIT, E_SPACE, E_IO, E_PROFILE; its
    ``written`` says how many bundles were complete and count as sent.

    The lease is renewed first: whatever copy of this database was made before is told apart from now on,
    for it lacks what others are about to learn (decision 0011).
    """
    registry = current_registry(office.store)
    _check_enrolled(office, registry)
    todo = consignments(office, registry)
    if not todo:
        raise SoSenError(Code.E_NOTHING, "no unit above or below", unit=office.unit_id)
    if target.suffix == SUFFIX and len(todo) > 1:
        raise SoSenError(Code.E_IO, "several bundles need a folder", path=str(target), reason="folder")
    in_folders = len(todo) > 1
    todo = [one for one in todo if has_reader(registry, one)]
    if not todo:
        raise SoSenError(Code.E_NOTHING, "no addressee has an enrolled computer", reason="no_reader")
    renew_lease(office)
    heed_own_bundles(office, registry, target)
    office.store.move_log()  # what is about to leave stands in the database file itself (fault 69)
    outlet = Outlet(target, is_stick)
    shipments = [_Shipment(office, registry, one, outlet, in_folders) for one in todo]
    sent = _send_all(shipments, progress)
    tidy_outbox(office)
    with suppress(CancelledError):  # too late: all is written
        progress(len(todo) * 1000, len(todo) * 1000)
    return sent


def units_without_readers(office: Office) -> list[Consignment]:
    """To which units nothing can be written, for no computer of theirs is enrolled. Raises E_PROFILE."""
    registry = current_registry(office.store)
    return [one for one in consignments(office, registry) if not has_reader(registry, one)]


def _check_enrolled(office: Office, registry: Registry) -> None:
    """Refuse with E_PROFILE when the registry does not list this computer: nobody would take its bundle."""
    device = registry.device(office.keys.device)
    lost = device is not None and device.revoked is not None
    if device is None or device.unit != office.unit_id or lost:
        raise SoSenError(
            Code.E_PROFILE,
            "not enrolled",
            device=office.keys.device,
            reason="lost" if lost else "not_enrolled",
        )


@dataclass(frozen=True, slots=True)
class _Shipment:
    """All that goes to one unit: from whom, what, to where; ``in_folders``: other units get theirs too."""

    office: Office
    registry: Registry
    consignment: Consignment
    outlet: Outlet
    in_folders: bool

    @property
    def label(self) -> str:
        """What this computer is called in the names of files."""
        return own_label(self.office, self.registry)


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A bundle in the outbox, and the sizes of the attached files that found no room in it."""

    content: BundleContent
    written: WrittenBundle
    left: Sequence[int]


def _send_all(shipments: Sequence[_Shipment], progress: Progress) -> list[SentBundle]:
    sent: list[SentBundle] = []
    try:
        for done, shipment in enumerate(shipments):
            for one in _send(shipment, part_of(progress, done / len(shipments), (done + 1) / len(shipments))):
                sent.append(one)
    except SoSenError as error:
        if sent:
            error.params["written"] = len(sent)
        raise
    return sent


def _send(shipment: _Shipment, progress: Progress) -> Iterator[SentBundle]:
    """Everything for one unit: one bundle, and as many more as its attached files need.

    Each is a whole bundle, with the same rows (decision 0018), sent as soon as it was read back.
    """
    office, outlet = shipment.office, shipment.outlet
    count = _bundles_expected(shipment)
    sent: list[SentBundle] = []
    boarded: set[str] = set()
    more = True
    while more:
        done = min(len(sent), count - 1)
        step = part_of(progress, done / count, (done + 1) / count)
        one, more = _export(shipment, sent[0].bundle if sent else "", boarded, step)
        sent.append(one)
        yield one
    if not shipment.consignment.is_downward and outlet.target.suffix != SUFFIX:
        return_originals(office, shipment.registry, shipment.consignment, sent[0].path.parent)
    if outlet.is_stick:
        tidy_stick(office, sent[0].path.parent, shipment.consignment.unit, shipment.label)


def _bundles_expected(shipment: _Shipment) -> int:
    office, registry, consignment = shipment.office, shipment.registry, shipment.consignment
    with office.store.snapshot(), storage_errors():
        here = blobs_here(office.store)
        if not here:
            return 1
        files = blobs_for(
            office.store, registry, consignment, plan_consignment(office, registry, consignment)
        )
        return bundles_needed(path.stat().st_size for path in files.values())


def _export(shipment: _Shipment, lot: str, boarded: set[str], progress: Progress) -> tuple[SentBundle, bool]:
    """One bundle: sealed in the outbox, brought out from there, only then logged; and whether more follow.

    ``lot`` is the first of those written together ("" for itself), ``boarded`` what went along with them.
    """
    office, store = shipment.office, shipment.office.store
    path, n = _reserve(shipment, is_first=not lot)
    bundle = new_record_id(office.unit_id, store.now)
    with new_copy(office, bundle) as (copy, file):
        sealed = _seal(shipment, (bundle, n), boarded, file, part_of(progress, 0, _SEALING))
        written = sealed.written
        file.close()
        if sealed.left and not lot:
            _need_room(path.parent, sealed)
        bring = part_of(progress, _SEALING, 1)
        out = write_out(office, shipment.registry, copy, path, written.sha256, bring)
    unit = shipment.consignment
    sent = SentBundle(unit.unit, unit.name, path, bundle, n, written.rows, out.size, out.sha256)
    with store.writing():
        log_bundle(store, _log_line(office, sent, sealed, lot))
    boarded |= written.blobs
    return sent, bool(sealed.left)


def _seal(
    shipment: _Shipment, name: tuple[str, int], boarded: set[str], file: BinaryIO, progress: Progress
) -> _Sealed:
    """Seal a bundle with an id and a number into a file; raises E_LIMIT when it is too large in any way."""
    office, registry, consignment = shipment.office, shipment.registry, shipment.consignment
    recipients = [device.seal for device in addressees(registry, consignment.to)]
    with office.store.snapshot(), storage_errors(), _limits_of_sending():
        export = plan_consignment(office, registry, consignment)
        found = blobs_for(office.store, registry, consignment, export)
        files = {digest: path for digest, path in found.items() if digest not in boarded}
        content = replace(
            _content(office, registry, consignment, export),
            id=name[0],
            n=name[1],
            blobs=files,
            blob_room=MOST_BLOB_BYTES,
        )
        written = write_bundle(file, content, office.keys, recipients, progress, spool=outbox(office))
        left = [path.stat().st_size for digest, path in files.items() if digest not in written.blobs]
        if left and not written.blobs:
            raise SoSenError(Code.E_LIMIT, f"no file of {min(left)} bytes fits beside the rows")
    return _Sealed(content, written, left)


def _need_room(folder: Path, sealed: _Sealed) -> None:
    """Refuse with E_SPACE, before a byte is written, where the further bundles would find no room."""
    taken = sum(sealed.content.blobs[digest].stat().st_size for digest in sealed.written.blobs)
    rows = sealed.written.size - taken
    follow = max(bundles_needed(sealed.left), ceil(sum(sealed.left) / max(taken, 1)))
    with explained(folder), refusals(folder):
        need_space(folder, sealed.written.size + sum(sealed.left) + follow * rows + RESERVE)


@contextmanager
def _limits_of_sending() -> Iterator[None]:
    """A bundle beyond the limits is told as such to who sends it, before a byte reaches the stick."""
    try:
        yield
    except SoSenError as error:
        if error.code is Code.E_LIMIT:
            error.params["reason"] = "sending"
        raise


def _content(office: Office, registry: Registry, consignment: Consignment, export: Export) -> BundleContent:
    store = office.store
    return BundleContent(
        app=AppInfo(APP_NAME, VERSION, CURRENT_SCHEMA),
        id=new_record_id(office.unit_id, store.now),
        n=last_sent_number(store) + 1,
        made=store.now(),
        unit=office.unit_id,
        to=consignment.to,
        writers=export.writers,
        scopes=[ScopeContent(cut, row_changes(store, export, cut)) for cut in export.cuts],
        commits=commit_lines(store, export),
        have={scope: store.writers.vector(scope) for scope in store.writers.scopes()},
        results=_receipts(store, consignment.unit),
        notes=notes_of(store, registry, consignment),
        want=want_of(store),
        # Only who stands above knows the registry better than its reader.
        registry=registry_bytes(store) if consignment.is_downward else None,
    )


def _receipts(store: Store, unit: str) -> list[Result]:
    """What became of the newest bundles of the addressee."""
    return [
        Result(line.bundle, str(line.code), line.row_count, line.conflict_count, line.at)
        for line in outcomes_of(store, unit, _RECEIPTS)
    ]


def _reserve(shipment: _Shipment, *, is_first: bool) -> tuple[Path, int]:
    """The file to write and the number of the bundle: one that no file there has or had.

    Of a file that was named the further ones take the name with a number behind it.
    """
    office, target = shipment.office, shipment.outlet.target
    if target.suffix == SUFFIX:
        path = target if is_first else free_name(target.parent, target.name)
        return path, take_number(office.store, 0)
    folder = target / unit_code(shipment.consignment.unit) if shipment.in_folders else target
    make_folder(folder)
    n = take_number(office.store, highest_number(folder, office, shipment.label))
    return free_name(folder, file_name(unit_code(office.unit_id), shipment.label, n)), n


def _log_line(office: Office, sent: SentBundle, sealed: _Sealed, lot: str) -> LoggedBundle:
    content = sealed.content
    cuts = [scope.cut for scope in content.scopes]
    return LoggedBundle(
        bundle=sent.bundle,
        is_outgoing=True,
        at=content.made,
        device=office.keys.device,
        unit=sent.unit,
        n=sent.n,
        code=Code.OK,
        row_count=sent.rows,
        file_name=shown_name(sent.path),
        size=sent.size,
        sha256=sent.sha256,
        summary=sent_summary(cuts, sealed.written.blobs, lot=lot, more=bool(sealed.left)),
    )
