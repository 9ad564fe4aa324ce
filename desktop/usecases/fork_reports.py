"""Reports of forks from units below: which of them the topmost office believes.

A report cannot be proved (decision 15), so what can be asked is asked, and no computer is believed often.
"""

from __future__ import annotations

from desktop.bundle.manifest import ForkNote, Manifest
from desktop.bundle.registry import Registry
from desktop.domain.commit_hash import branch_writer
from desktop.domain.scopes import scope_subject
from desktop.store.forking import commit_hash, known_forks
from desktop.store.store import Store
from desktop.usecases.office import Office

MOST_REPORTS = 3
"""So many reports of one computer below are believed."""


def is_believed(office: Office, registry: Registry, manifest: Manifest, scope: str, note: ForkNote) -> bool:
    """Whether a unit below is believed that it holds another branch of this topmost office's history.

    The bundle shows that its computer holds it. Nobody reports a fork of a branch that was renamed: only this
    office had it. A computer that tells of another end of the same commit than before is not believed.
    """
    reads = scope_subject(scope) == office.unit_id or registry.may_write(manifest.unit, scope_subject(scope))
    if not says_beginning(note) or not reads or not registry.may_carry(office.unit_id, manifest.unit):
        return False
    return (
        _holds_other(office.store, manifest, scope, note)
        and _is_believable(office.store, manifest.device, note)
        and not _was_renamed(office.store, note.writer)
    )


def says_beginning(note: ForkNote) -> bool:
    """Whether a note tells which history it shares with its reader."""
    return bool(note.after) or note.n == 1


def _holds_other(store: Store, manifest: Manifest, scope: str, note: ForkNote) -> bool:
    """Whether what the sender says it has goes at least as far as the branch that it reports, and is it."""
    mark = manifest.have.get(scope, {}).get(note.writer)
    if mark is None or mark.n < note.n:
        return False
    return mark.h == note.h if mark.n == note.n else commit_hash(store, note.writer, mark.n) != mark.h


def _is_believable(store: Store, device: str, note: ForkNote) -> bool:
    known = known_forks(store)
    if any((one.w, one.n) == (note.writer, note.n) and one.h != note.h for one in known):
        return False
    return sum(one.told_by == device for one in known) < MOST_REPORTS


def _was_renamed(store: Store, w: str) -> bool:
    """Whether a writer is a branch that was renamed: its id follows from another's and its first commit."""
    first = commit_hash(store, w, 1)
    return first is not None and any(branch_writer(one, first) == w for one in store.writers.ids if one)
