"""Forked histories on their way to peace: found in a bundle, noted by the office, heeded below (sync.md 2).

Who decides is the office above the unit whose scope it is.  It keeps the branch that it met first.  A note
says the fork's first commit and the hash of the one before, so that only a computer that shares the history
up to there renames its branch, and all rename it alike.

Where nobody stands above, the unit itself gives way: what it sent before is out in the world, so it renames
what it has now as soon as it finds its earlier bundle, or a unit below reports the other branch.  A report
cannot be proved, so one is believed only of a computer that shows that it holds the branch, and each computer
a few times only: a rename loses nothing, but it makes everything of that writer travel again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.bundle.manifest import ForkNote, Manifest
from desktop.bundle.registry import Registry
from desktop.domain.change import CommitLine
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_owner
from desktop.store.commit_log import differing_commit
from desktop.store.forking import (
    KnownFork,
    commit_hash,
    doubt,
    holds_commit,
    keep_fork,
    known_forks,
    relabel,
    settle,
)
from desktop.store.store import Store
from desktop.usecases.fork_reports import is_believed, says_beginning
from desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class Fork:
    """Commit ``n`` of writer ``w`` is another one here; the bundle says ``h``.

    ``is_first``: the one before it is the same.
    """

    w: str
    n: int
    h: str
    is_first: bool


def find_forks(store: Store, manifest: Manifest, commits: Sequence[CommitLine]) -> list[Fork]:
    """The writers of a bundle whose commits differ from those known here."""
    claimed: dict[str, dict[int, str]] = {writer.w: {} for writer in manifest.writers}
    for entry in manifest.scopes.values():
        for vector in (entry.cut.base, entry.cut.upto):
            for w, mark in vector.items():
                claimed[w][mark.n] = mark.h
    for line in commits:
        claimed[manifest.writers[line.w].w][line.n] = line.h
    found = []
    for w, hashes in claimed.items():
        n = differing_commit(store, w, hashes)
        if n is not None:
            found.append(Fork(w, n, hashes[n], n == 1 or n - 1 in hashes))
    return found


def settle_agreed(office: Office, manifest: Manifest) -> None:
    """No longer doubt the writers of a bundle without forks; one's own unit may hold the same wrong branch.

    The caller holds the transaction.
    """
    if manifest.unit != office.unit_id:
        settle(office.store, [writer.w for writer in manifest.writers])


def is_held_otherwise(store: Store, manifest: Manifest) -> bool:
    """Whether all that a forked bundle carries is here under other writers: its branch was renamed meanwhile.

    A bundle is a closed cut, so whoever has its last commits has everything.
    """
    return all(
        holds_commit(store, scope, mark.h)
        for scope, entry in manifest.scopes.items()
        for mark in entry.cut.upto.values()
    )


def fork_refusal(manifest: Manifest, forks: Sequence[Fork]) -> SoSenError:
    """E_FORK, with what ``note_forks`` needs."""
    places = ", ".join(f"commit {fork.n} of {fork.w}" for fork in forks)
    return SoSenError(Code.E_FORK, places, unit=manifest.unit, forks=tuple(forks))


def note_forks(office: Office, registry: Registry, refusal: SoSenError) -> None:
    """Note the branch that is held here: as this office's word, or as a report to the unit whose scope it is.

    A fork whose beginning the bundle does not show waits for the next one: of a writer in doubt a sender
    sends everything, and it doubts its own as soon as it sees what others have.
    """
    forks = refusal.params.get("forks", ())
    assert isinstance(forks, tuple)
    doubt(office.store, [fork.w for fork in forks])
    for fork in forks:
        h = commit_hash(office.store, fork.w, fork.n)
        scope = _scope_of(office.store, fork.w)
        is_own_word = _decides(registry, office.unit_id, scope)
        if fork.is_first and h is not None and (is_own_word or scope_owner(scope) != office.unit_id):
            _keep(office, fork.w, fork.n, h, is_own_word=is_own_word)


def give_way(office: Office, registry: Registry, manifest: Manifest, forks: Sequence[Fork]) -> bool:
    """Rename this computer's branch where the other was found in its own earlier bundle; whether all was.

    Only where nobody stands above: else the office above may have met this branch first. The caller holds
    the transaction.
    """
    if manifest.device != office.keys.device:
        return False
    for fork in forks:
        if not fork.is_first or not _decides(registry, office.unit_id, _scope_of(office.store, fork.w)):
            return False
    for fork in forks:
        _rename(office, ForkNote(fork.w, fork.n, fork.h))
    return True


def _rename(office: Office, note: ForkNote, told_by: str = "") -> None:
    """Move the branch that is here out of the way of the one that stays, and pass the word on."""
    _keep(office, note.writer, note.n, note.h, is_own_word=False, told_by=told_by)
    relabel(office.store, note.writer, note.n)


def _keep(office: Office, w: str, n: int, h: str, *, is_own_word: bool, told_by: str = "") -> None:
    writer = office.store.writers.describe(office.store.writers.number(w) or 0)
    after, at = commit_hash(office.store, w, n - 1) or "", office.store.now()
    keep_fork(office.store, KnownFork(w, n, h, after, writer.scope, writer.device, at, is_own_word, told_by))


def _scope_of(store: Store, w: str) -> str:
    """The scope of a writer, "" for one that was never met."""
    number = store.writers.number(w)
    return "" if number is None else store.writers.scope(number)


def _decides(registry: Registry, unit: str, scope: str) -> bool:
    """Whether a unit's word on a fork in a scope counts for the scope's owner."""
    owner = scope_owner(scope)
    return registry.may_carry(unit, scope) and (unit != owner or registry.parent(owner) is None)


def heed_notes(office: Office, manifest: Manifest, registry: Registry) -> None:
    """Rename the branches that an office above does not keep, or that a unit below reports to the topmost.

    The sender was not reported lost. The caller holds the transaction.
    """
    for note in sorted(manifest.notes, key=lambda note: (note.writer, note.n)):
        scope = _scope_of(office.store, note.writer)
        if not scope or not _is_other_branch(office.store, note):
            continue
        if _is_ordered(office, registry, manifest.unit, scope, note):
            _rename(office, note)
        elif _is_its_own_judge(office, registry, scope) and is_believed(
            office, registry, manifest, scope, note
        ):
            _rename(office, note, told_by=manifest.device)


def _is_ordered(office: Office, registry: Registry, sender: str, scope: str, note: ForkNote) -> bool:
    """The word of whoever stands above, also what that one was told itself.

    From its own unit, too, a computer takes one only where nobody stands above.
    """
    if sender == office.unit_id:
        return _is_its_own_judge(office, registry, scope) and says_beginning(note)
    return registry.may_carry(sender, scope)


def _is_its_own_judge(office: Office, registry: Registry, scope: str) -> bool:
    return scope_owner(scope) == office.unit_id and _decides(registry, office.unit_id, scope)


def _is_other_branch(store: Store, note: ForkNote) -> bool:
    """Whether this computer holds another commit there, after a history that is the same up to there."""
    h = commit_hash(store, note.writer, note.n)
    if h is None or h == note.h:
        return False
    return not note.after or commit_hash(store, note.writer, note.n - 1) == note.after


def notes_for(store: Store, scopes: Collection[str], owner: str = "") -> list[ForkNote]:
    """What a bundle that carries these scopes says of forks, and reports of those of the unit it goes to."""
    return [
        ForkNote(one.w, one.n, one.h, one.after)
        for one in known_forks(store)
        if one.scope in scopes or scope_owner(one.scope) == owner
    ]


def list_forks(office: Office) -> list[KnownFork]:
    """The copied or rolled-back computers that this office knows of: one of each pair must be set up anew."""
    return known_forks(office.store)
