"""Forked histories on their way to peace: found in a bundle, noted by an office, heeded by all (sync.md 2).

Who decides is an office above the unit whose scope it is.  It keeps the branch that it met first.  A note
says the fork's first commit and the hash of the one before, so that only a computer that shares the history
up to there renames its branch, and all rename it alike.

An office gives way itself in what it writes: what it sent before is out in the world, so it renames what it
has now as soon as it finds its earlier bundle, or a unit below reports the other branch.  A report cannot be
proved, so one is believed only of a computer that shows that it holds the branch, and each computer a few
times only: a rename loses nothing, but it makes everything of that writer travel again.

Two words may name different branches: two computers of an office, or two offices one above the other, may
each have met another one first.  Then neither branch keeps the name.  Every word goes to all who hold the
scope, a branch gives way to any word that names another, and so all end with the same names, in whatever
order they hear of them (decision 0015).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop.bundle.manifest import ForkNote, Manifest
from desktop.bundle.registry import Registry
from desktop.domain.errors import SoSenError
from desktop.domain.scopes import scope_owner
from desktop.store.forking import (
    KnownFork,
    commit_hash,
    doubt,
    keep_fork,
    known_forks,
    relabel,
    settle,
)
from desktop.store.store import Store
from desktop.usecases.fork_reports import is_believed, says_beginning
from desktop.usecases.found_forks import Fork
from desktop.usecases.office import Office


def settle_agreed(office: Office, manifest: Manifest) -> None:
    """No longer doubt the writers of a bundle without forks; one's own unit may hold the same wrong branch.

    The caller holds the transaction.
    """
    if manifest.unit != office.unit_id:
        settle(office.store, [writer.w for writer in manifest.writers])


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

    Only in an office: of what a commune wrote the office above decides, for its other computers heed nobody
    else. The caller holds the transaction.
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
    """Whether a unit's word on a fork counts: an office above the scope's owner, or an owner that is one."""
    owner = scope_owner(scope)
    if unit != owner:
        return registry.may_carry(unit, scope)
    return registry.parent(owner) is None or registry.has_units_below(owner)


def heed_notes(office: Office, manifest: Manifest, registry: Registry) -> None:
    """Rename the branches that another's word does not keep, or that a unit below reports.

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


def follow_words(office: Office, registry: Registry) -> None:
    """Rename once more what came under a name that a word known here has taken from it.

    Whoever has not heard of the word still sends it so. Units below are told with every bundle; nobody tells
    the office that decides. To be called within the transaction of an import, before anything is merged.
    """
    for one in known_forks(office.store):
        note = ForkNote(one.w, one.n, one.h, one.after)
        if _decides(registry, office.unit_id, one.scope) and _is_other_branch(office.store, note):
            relabel(office.store, one.w, one.n)


def _is_ordered(office: Office, registry: Registry, sender: str, scope: str, note: ForkNote) -> bool:
    """The word of an office above, also what that one was told itself, and of an office on what it wrote.

    A word of a colleague counts like the own one, where this office decides.
    """
    if sender == office.unit_id:
        return _decides(registry, office.unit_id, scope) and says_beginning(note)
    return _decides(registry, sender, scope)


def _is_its_own_judge(office: Office, registry: Registry, scope: str) -> bool:
    return scope_owner(scope) == office.unit_id and _decides(registry, office.unit_id, scope)


def _is_other_branch(store: Store, note: ForkNote) -> bool:
    """Whether this computer holds another commit there, after a history that is the same up to there."""
    h = commit_hash(store, note.writer, note.n)
    if h is None or h == note.h:
        return False
    return not note.after or commit_hash(store, note.writer, note.n - 1) == note.after


def notes_for(store: Store, registry: Registry, scopes: Collection[str], unit: str) -> list[ForkNote]:
    """What a bundle that carries these scopes to a unit says of forks.

    Words about all that the unit may carry, whether or not the bundle carries it: the unit passes them on.
    Reports about what the unit wrote.
    """
    return [
        ForkNote(one.w, one.n, one.h, one.after)
        for one in known_forks(store)
        if one.scope in scopes or registry.may_carry(unit, one.scope)
    ]


def list_forks(office: Office) -> list[KnownFork]:
    """The copied or rolled-back computers that this office knows of: one of each pair must be set up anew."""
    return known_forks(office.store)
