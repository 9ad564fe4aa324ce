"""One bundle on its way in: rights, forks and gaps checked, then merged in one transaction.

The steps are those of sync.md 6.4 from 6 on; the steps before (copy, open, verify) are the reader's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.bundle.manifest import Manifest
from desktop.bundle.registry import Registry
from desktop.bundle.verified import VerifiedBundle
from desktop.domain.change import CommitLine, ScopeCut
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_owner
from desktop.store.commit_log import advance, count_rows_after, differing_commit, take_commits
from desktop.store.importing import ScopeMerge
from desktop.store.merge_result import Incoming, MergeResult
from desktop.store.peers import LoggedBundle, hear, log_bundle, logged
from desktop.store.store import Store
from desktop.store.taken import keep_standing, look_before
from desktop.usecases.office import Office
from desktop.usecases.receipts import take_results
from desktop.usecases.registry import take_registry

Progress = Callable[[int, int | None], None]
_LOGGED = (Code.E_OWNER, Code.E_FORK, Code.E_GAP)
"""Refusals of a bundle that was opened and verified; the log tells of them."""


@dataclass
class Taken:
    """What became of a verified bundle. ``rows`` is counted from the database after merging."""

    code: Code
    result: MergeResult
    rows: int = 0


def take_bundle(
    office: Office, bundle: VerifiedBundle, registry: Registry, *, progress: Progress, file_name: str = ""
) -> Taken:
    """Merge a verified bundle in one transaction; ``file_name`` is what the log calls it.

    Raises SoSenError E_OWNER, E_FORK, E_GAP, E_SIG, E_FORMAT, E_LIMIT, E_SPACE, E_BUSY; the records are then
    as they were. The log tells of a refusal, and after E_GAP and E_FORK what the sender has and the
    registry it brought are noted, which is what heals the pair.
    """
    try:
        with office.store.writing():
            return _take(office, bundle, registry, progress, file_name)
    except SoSenError as refusal:
        if refusal.code in _LOGGED:
            _log_refusal(office, bundle, refusal.code, file_name)
        raise


def _log_refusal(office: Office, bundle: VerifiedBundle, code: Code, file_name: str) -> None:
    """In a transaction of its own: a merge that is a part, to be undone alone, writes more slowly."""
    with office.store.writing():
        if code in (Code.E_GAP, Code.E_FORK):
            _note_sender(office, bundle)
        log_bundle(office.store, _log_line(office, bundle, Taken(code, MergeResult()), file_name))


def _take(
    office: Office, bundle: VerifiedBundle, registry: Registry, progress: Progress, file_name: str
) -> Taken:
    store, manifest = office.store, bundle.manifest
    cuts = [entry.cut for entry in manifest.scopes.values()]
    earlier = logged(store, manifest.id)
    if earlier is not None and earlier.code in (Code.OK, Code.OK_DUP):
        return Taken(Code.OK_OWN if earlier.is_outgoing else Code.OK_DUP, MergeResult())
    is_known = _is_known(store, cuts)
    if is_known and manifest.device == office.keys.device:
        return Taken(Code.OK_OWN, MergeResult())
    _check_rights(store, manifest, registry)
    commits = bundle.commits()
    _check_forks(store, manifest, commits)
    _check_gaps(store, cuts)
    before = look_before(store, manifest.device, manifest.scopes)
    _note_sender(office, bundle)
    taken = Taken(Code.OK_DUP if is_known else Code.OK, MergeResult())
    if not is_known:
        _merge(office, bundle, commits, taken, progress)
        keep_standing(store, manifest.id, before)
    log_bundle(store, _log_line(office, bundle, taken, file_name))
    return taken


def _check_rights(store: Store, manifest: Manifest, registry: Registry) -> None:
    """Step 8: the sender may carry these scopes; each writer writes its own scope, from its own unit."""
    registry.check_rights(manifest.unit, list(manifest.scopes))
    for writer in manifest.writers:
        number = store.writers.number(writer.w)
        if number is not None and store.writers.describe(number) != writer:
            raise SoSenError(Code.E_OWNER, f"writer {writer.w} is bound elsewhere", scope=writer.scope)
        device = registry.device(writer.device)
        if device is not None and device.unit != scope_owner(writer.scope):
            raise SoSenError(
                Code.E_OWNER, f"{device.unit} writes {writer.scope}", unit=device.unit, scope=writer.scope
            )


def _check_forks(store: Store, manifest: Manifest, commits: Sequence[CommitLine]) -> None:
    """Step 9: where both know a commit, its hash is the same."""
    claimed: dict[str, dict[int, str]] = {writer.w: {} for writer in manifest.writers}
    for entry in manifest.scopes.values():
        for vector in (entry.cut.base, entry.cut.upto):
            for w, mark in vector.items():
                claimed[w][mark.n] = mark.h
    for line in commits:
        claimed[manifest.writers[line.w].w][line.n] = line.h
    for w, hashes in claimed.items():
        n = differing_commit(store, w, hashes)
        if n is not None:
            raise SoSenError(Code.E_FORK, f"commit {n} of {w}", unit=manifest.unit)


def _check_gaps(store: Store, cuts: Sequence[ScopeCut]) -> None:
    """Step 10: nothing between what is known here and what the bundle builds on is missing."""
    for cut in cuts:
        known = store.writers.vector(cut.scope)
        for w, mark in cut.base.items():
            if w not in known or known[w].n < mark.n:
                raise SoSenError(Code.E_GAP, f"{cut.scope}: builds on {mark.n}", scope=cut.scope)


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


def _note_sender(office: Office, bundle: VerifiedBundle) -> None:
    """What the bundle says besides its rows: what the sender has, and the registry.

    When it knows more of this computer's own writers than this computer does, the database is an old
    copy of itself, and new writer ids are taken (sync.md 2, rule 3).
    """
    manifest, store = bundle.manifest, office.store
    received = bundle.registry_bytes()
    if received is not None:
        take_registry(store, *received)
    if store.writers.is_behind([*manifest.have.values(), *(e.cut.upto for e in manifest.scopes.values())]):
        store.writers.retire_own()
    if manifest.device != office.keys.device:
        hear(store, manifest.device, manifest.unit, dict(manifest.have), store.now(), manifest.n)
    take_results(store, manifest)


def _log_line(office: Office, bundle: VerifiedBundle, taken: Taken, file_name: str) -> LoggedBundle:
    manifest = bundle.manifest
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
        file_name=file_name,
        size=bundle.original_size,
        sha256=bundle.original_sha256,
    )
