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
from desktop.store.importing import (
    Incoming,
    MergeResult,
    ScopeMerge,
    advance,
    count_rows_of,
    known_hash,
    take_commits,
)
from desktop.store.peers import LoggedBundle, hear, log_bundle, logged
from desktop.store.store import Store
from desktop.usecases.office import Office
from desktop.usecases.registry import take_registry

Progress = Callable[[int, int | None], None]


class RolledBackError(Exception):
    """Ends a preview: everything was merged, looked at, and is undone by the transaction."""


@dataclass
class Taken:
    """What became of a verified bundle. ``rows`` is counted from the database after merging."""

    code: Code
    result: MergeResult
    rows: int = 0


def take_bundle(
    office: Office, bundle: VerifiedBundle, registry: Registry, *, preview: bool, progress: Progress
) -> Taken:
    """Merge a verified bundle, or with ``preview`` only find out what merging would do.

    Raises SoSenError E_OWNER, E_FORK, E_GAP, E_FORMAT, E_LIMIT, E_SPACE, E_BUSY; the data is then as it
    was, and only for E_GAP and E_FORK what the sender has is noted, which is what heals the pair.
    """
    manifest, store = bundle.manifest, office.store
    if manifest.device == office.keys.device:
        return Taken(Code.OK_OWN, MergeResult())
    earlier = logged(store, manifest.id)
    if earlier is not None and earlier.code in (Code.OK, Code.OK_DUP):
        return Taken(Code.OK_DUP, MergeResult())
    _check_rights(store, manifest, registry)
    commits = bundle.commits()
    cuts = [entry.cut for entry in manifest.scopes.values()]
    try:
        _check_forks(store, manifest, commits)
        _check_gaps(store, cuts)
    except SoSenError:
        if not preview:
            _note_sender(office, bundle)
        raise
    taken = Taken(Code.OK_DUP if _is_known(store, cuts) else Code.OK, MergeResult())
    try:
        with store.writing():
            _merge(office, bundle, commits, taken, progress)
            if preview:
                raise RolledBackError
    except RolledBackError:
        return taken
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
    for line in commits:
        known = known_hash(store, manifest.writers[line.w].w, line.n)
        if known is not None and known != line.h:
            raise SoSenError(
                Code.E_FORK, f"commit {line.n} of {manifest.writers[line.w].w}", unit=manifest.unit
            )


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
    manifest, store = bundle.manifest, office.store
    incoming = Incoming(manifest.id, _sender(commits, office), store.now(), manifest.writers)
    total = sum(entry.count for entry in manifest.scopes.values())
    done = 0
    if taken.code is Code.OK:
        for scope, entry in manifest.scopes.items():
            merge = ScopeMerge(store, incoming, scope, entry.cut.upto, taken.result)
            for batch in bundle.row_batches(scope):
                progress(done, total)
                merge.take(batch)
                done += len(batch)
        take_commits(store, incoming, commits)
        for entry in manifest.scopes.values():
            advance(store, entry.cut.upto)
    received = bundle.registry_bytes()
    if received is not None:
        take_registry(store, *received)
    hear(store, manifest.device, manifest.unit, dict(manifest.have), store.now(), manifest.n)
    taken.rows = count_rows_of(store, manifest.id)
    log_bundle(store, _log_line(office, bundle, taken.code, taken))
    progress(total, total)


def _sender(commits: Sequence[CommitLine], office: Office) -> str:
    """Whose name the history shows: who made the newest commit that came."""
    return max(commits, key=lambda line: line.t).user if commits else office.user


def _note_sender(office: Office, bundle: VerifiedBundle) -> None:
    manifest, store = bundle.manifest, office.store
    with store.writing():
        hear(store, manifest.device, manifest.unit, dict(manifest.have), store.now(), manifest.n)


def _log_line(office: Office, bundle: VerifiedBundle, code: Code, taken: Taken) -> LoggedBundle:
    manifest = bundle.manifest
    return LoggedBundle(
        bundle=manifest.id,
        is_outgoing=False,
        at=office.store.now(),
        device=manifest.device,
        unit=manifest.unit,
        n=manifest.n,
        code=code,
        row_count=taken.rows,
        conflict_count=taken.result.conflicts,
        file_name="",
        size=bundle.original_size,
        sha256=bundle.original_sha256,
    )
