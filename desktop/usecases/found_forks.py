"""Where a bundle and this computer know another commit under one name, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.bundle.manifest import Manifest
from desktop.domain.change import CommitLine
from desktop.domain.errors import Code, SoSenError
from desktop.store.commit_log import differing_commit
from desktop.store.forking import holds_commit
from desktop.store.store import Store


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
