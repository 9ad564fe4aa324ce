"""One bundle on its way in: rights, forks and gaps checked, then merged in one transaction.

The steps are those of sync.md 6.4 from 6 on; the steps before (copy, open, verify) are the reader's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.bundle.manifest import Manifest
from desktop.bundle.registry import Registry
from desktop.bundle.verified import VerifiedBundle
from desktop.domain.change import CommitLine, ScopeCut
from desktop.domain.errors import Code, SoSenError
from desktop.store.blobs import blobs_here, file_rows, keep_blob, note_want
from desktop.store.commit_log import advance, count_rows_after, take_commits
from desktop.store.importing import ScopeMerge
from desktop.store.merge_result import Incoming, MergeResult
from desktop.store.peers import LoggedBundle, log_bundle, logged, peer, received_summary, registry_bytes
from desktop.store.store import Store
from desktop.store.taken import keep_standing, look_before
from desktop.usecases.clocks import note_claims
from desktop.usecases.confirmations import Held, hear_sender, held_by, revoked_devices
from desktop.usecases.forks import (
    follow_words,
    give_way,
    heed_notes,
    note_forks,
    settle_agreed,
)
from desktop.usecases.found_forks import find_forks, fork_refusal, is_held_otherwise
from desktop.usecases.office import Office
from desktop.usecases.receipts import take_results
from desktop.usecases.registry import kept_registry, take_registry

Progress = Callable[[int, int | None], None]
_LOGGED = (Code.E_OWNER, Code.E_FORK, Code.E_GAP)
"""Refusals of a bundle that was opened and verified; the log tells of them."""


@dataclass
class Taken:
    """What became of a verified bundle. ``rows`` is counted from the database after merging.

    ``files`` are attached files that were not here; they come also with a bundle whose rows are all known.
    ``is_heard``: what its sender has was noted; ``confirmed`` bundles written here have arrived, it says.
    """

    code: Code
    result: MergeResult
    rows: int = 0
    files: int = 0
    is_heard: bool = False
    confirmed: int = 0


def take_bundle(
    office: Office,
    bundle: VerifiedBundle,
    registry: Registry,
    *,
    progress: Progress,
    file_name: str = "",
    again: bool = False,
) -> Taken:
    """Merge a verified bundle in one transaction; ``file_name`` is what the log calls it.

    ``again``: it was kept aside and is tried once more, so that what its sender has is no news.  Raises
    SoSenError E_OWNER, E_FORK, E_GAP, E_SIG, E_FORMAT, E_LIMIT, E_SPACE, E_BUSY; the records are then as they
    were. The log tells of a refusal, and after E_GAP and E_FORK what the sender has and says
    besides its rows and the registry it brought are noted, which is what heals the pair.
    """
    arrival = _Arrival(office, bundle, registry, file_name, again)
    try:
        with office.store.writing():
            return _take(arrival, progress)
    except SoSenError as refusal:
        if refusal.code in _LOGGED:
            _log_refusal(arrival, refusal)
        raise


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A bundle on its way in, with all that is asked about it."""

    office: Office
    bundle: VerifiedBundle
    registry: Registry
    file_name: str
    again: bool

    @property
    def is_lost(self) -> bool:
        """Whether the sender was reported lost: its old work counts, its word no more (FORMAT.md 10).

        Whoever has its key can wrap old commits in a new bundle: what stands besides them proves no age.
        """
        sender = self.registry.device(self.bundle.manifest.device)
        return sender is not None and sender.revoked is not None


def _log_refusal(arrival: _Arrival, refusal: SoSenError) -> None:
    """In a transaction of its own: a merge that is a part, to be undone alone, writes more slowly."""
    office, manifest = arrival.office, arrival.bundle.manifest
    with office.store.writing():
        if refusal.code is Code.E_FORK and not arrival.is_lost:
            note_forks(office, arrival.registry, refusal)
        if refusal.code in (Code.E_GAP, Code.E_FORK):
            _check_rights(office.store, manifest, arrival.registry)
            _heed_sender(arrival)
            _note_sender(arrival)
        earlier = logged(office.store, manifest.id)
        if not arrival.again or earlier is None or earlier.code is not refusal.code:
            log_bundle(office.store, _log_line(arrival, Taken(refusal.code, MergeResult())))


def _take(arrival: _Arrival, progress: Progress) -> Taken:
    office, bundle, manifest = arrival.office, arrival.bundle, arrival.bundle.manifest
    store = office.store
    cuts = [entry.cut for entry in manifest.scopes.values()]
    earlier = logged(store, manifest.id)
    if earlier is not None and earlier.is_outgoing and earlier.code is Code.OK:
        return Taken(Code.OK_OWN, MergeResult())
    if earlier is not None and earlier.code in (Code.OK, Code.OK_DUP) and _is_here(store, manifest, cuts):
        return Taken(Code.OK_DUP, MergeResult())
    _check_rights(store, manifest, arrival.registry)
    if _is_beyond_cut(arrival):
        return _close_lost(arrival)
    commits = bundle.commits()
    follow_words(office, arrival.registry)
    _heed_sender(arrival)
    taken = Taken(_standing(arrival, commits), MergeResult())
    if taken.code is Code.OK_OWN:
        # After a roll-back the disk may lack files that this computer's own bundles took along.
        taken.files = len(_keep_blobs(arrival, progress))
        return taken
    _check_gaps(store, cuts)
    before = look_before(store, manifest.device, manifest.scopes)
    taken.confirmed = _note_sender(arrival)
    taken.is_heard = not (arrival.again or arrival.is_lost)
    came = [] if arrival.is_lost else _keep_blobs(arrival, progress)
    if taken.code is Code.OK:
        _merge(office, bundle, commits, taken, progress)
    if arrival.is_lost:  # its rows are here now, and tell which files are wanted
        came = _keep_blobs(arrival, progress)
    taken.files = len(came)
    if taken.code is Code.OK:
        keep_standing(store, manifest.id, before, came)
    log_bundle(store, _log_line(arrival, taken))
    return taken


def _standing(arrival: _Arrival, commits: Sequence[CommitLine]) -> Code:
    """Step 9: where both know a commit, its hash is the same (else E_FORK); then whether there is news."""
    store, manifest = arrival.office.store, arrival.bundle.manifest
    forks = find_forks(store, manifest, commits)
    if forks and not give_way(arrival.office, arrival.registry, manifest, forks):
        if not is_held_otherwise(store, manifest):
            raise fork_refusal(manifest, forks)
        return Code.OK_DUP
    if not arrival.is_lost:
        settle_agreed(arrival.office, manifest)
    is_known = _is_known(store, [entry.cut for entry in manifest.scopes.values()])
    if is_known and manifest.device == arrival.office.keys.device:
        return Code.OK_OWN
    return Code.OK_DUP if is_known else Code.OK


def _is_beyond_cut(arrival: _Arrival) -> bool:
    """Whether the sender was reported lost before it wrote this."""
    manifest = arrival.bundle.manifest
    device = arrival.registry.device(manifest.device)
    cuts = [entry.cut for entry in manifest.scopes.values()]
    return device is not None and device.revoked is not None and not device.revoked.covers(cuts)


def _close_lost(arrival: _Arrival) -> Taken:
    """All rows of a lost computer's bundle came another way: it is done with; what it says is not believed.

    Raises E_REVOKED where it has attached files that are not here: it is then kept for an officer.
    """
    store, manifest = arrival.office.store, arrival.bundle.manifest
    if not set(arrival.bundle.blobs()) <= blobs_here(store):
        raise SoSenError(Code.E_REVOKED, f"{manifest.device} was reported lost")
    taken = Taken(Code.OK_DUP, MergeResult())
    log_bundle(store, _log_line(arrival, taken))
    return taken


def _check_rights(store: Store, manifest: Manifest, registry: Registry) -> None:
    """Step 8: the sender may carry these scopes; each writer writes its own unit's scope, or inherited it."""
    registry.check_rights(manifest.unit, list(manifest.scopes))
    for writer in manifest.writers:
        number = store.writers.number(writer.w)
        if number is not None and store.writers.describe(number) != writer:
            raise SoSenError(Code.E_OWNER, f"writer {writer.w} is bound elsewhere", scope=writer.scope)
        device = registry.device(writer.device)
        if device is not None and not registry.may_write(device.unit, writer.scope):
            raise SoSenError(
                Code.E_OWNER, f"{device.unit} writes {writer.scope}", unit=device.unit, scope=writer.scope
            )


def _check_gaps(store: Store, cuts: Sequence[ScopeCut]) -> None:
    """Step 10: nothing between what is known here and what the bundle builds on is missing."""
    for cut in cuts:
        known = store.writers.vector(cut.scope)
        for w, mark in cut.base.items():
            if w not in known or known[w].n < mark.n:
                raise SoSenError(Code.E_GAP, f"{cut.scope}: builds on {mark.n}", scope=cut.scope)


def _is_here(store: Store, manifest: Manifest, cuts: Sequence[ScopeCut]) -> bool:
    """Whether what was taken once is here still: an undone import may have taken it along."""
    return _is_known(store, cuts) or is_held_otherwise(store, manifest)


def _is_known(store: Store, cuts: Sequence[ScopeCut]) -> bool:
    """Whether everything that the bundle carries is known here already."""
    for cut in cuts:
        known = store.writers.vector(cut.scope)
        if any(w not in known or known[w].n < mark.n for w, mark in cut.upto.items()):
            return False
    return True


def _merge(
    office: Office,
    bundle: VerifiedBundle,
    commits: Sequence[CommitLine],
    taken: Taken,
    progress: Progress,
) -> None:
    """Step 11: rows, commits and version vectors; then how many rows are here that were not before."""
    manifest, store = bundle.manifest, office.store
    cuts = [entry.cut for entry in manifest.scopes.values()]
    known = {cut.scope: store.writers.vector(cut.scope) for cut in cuts}
    incoming = Incoming(manifest.id, manifest.writers)
    total = sum(entry.count for entry in manifest.scopes.values())
    done = 0
    for scope, entry in manifest.scopes.items():
        merge = ScopeMerge(store, incoming, scope, entry.cut.upto, taken.result)
        for batch in bundle.row_batches(scope):
            progress(done, total)
            merge.take(batch)
            done += len(batch)
    progress(done, total)
    take_commits(store, incoming, commits)
    for cut in cuts:
        advance(store, cut.upto)
    taken.rows = count_rows_after(store, known, cuts)
    progress(total, total)


def _heed_sender(arrival: _Arrival) -> None:
    """Fork notes."""
    if not arrival.is_lost:
        heed_notes(arrival.office, arrival.bundle.manifest, arrival.registry)


def _note_sender(arrival: _Arrival) -> int:
    """What the bundle says besides its rows: what the sender has, and the registry, which proves itself.

    How many bundles written here it says have arrived, as far as that is news.

    When it knows more of this computer's own writers than this computer does, or another history of them,
    the database is an old copy of itself, and new writer ids are taken (sync.md 2, rule 3).
    """
    office, manifest, store = arrival.office, arrival.bundle.manifest, arrival.office.store
    received = arrival.bundle.registry_bytes()
    before = _held_before(arrival, brings_registry=received is not None)
    if received is not None:
        take_registry(store, *received)
    if arrival.is_lost:
        return 0
    if store.writers.is_behind([*manifest.have.values(), *(e.cut.upto for e in manifest.scopes.values())]):
        store.writers.retire_own()
    if manifest.device != office.keys.device and not _heard_before(arrival):
        hear_sender(store, manifest, before, arrival.registry)
        note_want(store, manifest.device, manifest.want)
        note_claims(store, manifest)
    return take_results(store, manifest)


def _held_before(arrival: _Arrival, *, brings_registry: bool) -> Held:
    """What the sender's unit held until now, as far as its computers were not lost by then."""
    store = arrival.office.store
    registry = kept_registry(store) if brings_registry and registry_bytes(store) else arrival.registry
    return held_by(store, arrival.bundle.manifest.unit, revoked_devices(registry))


def _keep_blobs(arrival: _Arrival, progress: Progress) -> list[str]:
    """Keep the attached files that are not here; should the transaction fail, they are bytes nobody names.

    Of a sender that was reported lost only those that a row names. ``progress`` is told at every piece,
    without a number: how far the rows are comes after.
    """
    store, bundle = arrival.office.store, arrival.bundle
    here = blobs_here(store) if bundle.blobs() else set()
    new = [digest for digest in bundle.blobs() if digest not in here]
    if new and arrival.is_lost:
        named = {row.sha256 for row in file_rows(store)}
        new = [digest for digest in new if digest in named]
    for digest in new:
        keep_blob(store, digest, _signed(bundle.blob_pieces(digest), progress))
    return new


def _signed(pieces: Iterable[bytes], progress: Progress) -> Iterator[bytes]:
    for piece in pieces:
        progress(0, None)
        yield piece


def _heard_before(arrival: _Arrival) -> bool:
    """Whether a bundle that waited is older than what its sender said since."""
    known = peer(arrival.office.store, arrival.bundle.manifest.device) if arrival.again else None
    return known is not None and known.last_n >= arrival.bundle.manifest.n


def _log_line(arrival: _Arrival, taken: Taken) -> LoggedBundle:
    office, bundle, manifest = arrival.office, arrival.bundle, arrival.bundle.manifest
    return LoggedBundle(
        bundle=manifest.id,
        is_outgoing=False,
        at=office.store.now(),
        device=manifest.device,
        unit=manifest.unit,
        n=manifest.n,
        code=taken.code,
        row_count=taken.rows,
        conflict_count=taken.result.conflicts,
        file_name=arrival.file_name,
        size=bundle.original_size,
        sha256=bundle.original_sha256,
        summary=received_summary(
            was_parked=arrival.again,
            files=taken.files,
            confirmed=taken.confirmed,
            known=[entry.cut for entry in manifest.scopes.values()] if taken.code is Code.OK_DUP else (),
        ),
    )
