"""What another unit holds of what is known here, as its computers said last, and what it holds no more."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.bundle.manifest import Manifest
from desktop.bundle.registry import Registry
from desktop.domain.change import Mark
from desktop.store.forking import commit_hash
from desktop.store.peers import hear, peers_of
from desktop.store.receipts import call_lost
from desktop.store.store import Store

Held = dict[str, Mark]
"""Writer → how far its commits are known."""


def revoked_devices(registry: Registry) -> frozenset[str]:
    """The computers that were reported lost."""
    return frozenset(device.id for device in registry.devices if device.revoked is not None)


def held_by(store: Store, unit: str, revoked: Collection[str]) -> Held:
    """What some computer of the unit said that it has: its newest word, of each the furthest."""
    found: Held = {}
    for known in peers_of(store, unit):
        if known.device not in revoked:
            for vector in known.have.values():
                for w, mark in vector.items():
                    found[w] = max(found.get(w, mark), mark, key=_number)
    return found


def _number(mark: Mark) -> int:
    return mark.n


def confirmed(store: Store, held: Held, upto: Mapping[str, Mark]) -> dict[str, int]:
    """Of ``upto`` what is ``held`` elsewhere of the same history: writer → last commit."""
    return {
        w: min(mark.n, upto[w].n)
        for w, mark in held.items()
        if w in upto and (mark.n > upto[w].n or commit_hash(store, w, mark.n) == mark.h)
    }


def hear_sender(store: Store, manifest: Manifest, before: Held, registry: Registry) -> None:
    """Note what the sender of a bundle has; whoever goes back to a backup says that way what it lost.

    ``before`` is what its unit held until now. What was written for it since then must be written again,
    for it builds on what is gone. The caller holds the transaction.
    """
    hear(store, manifest.device, manifest.unit, dict(manifest.have), store.now(), manifest.n)
    after = held_by(store, manifest.unit, revoked_devices(registry))
    lost = {w: after[w].n if w in after else 0 for w, mark in before.items()}
    fallen = {w: n for w, n in lost.items() if n < before[w].n}
    if fallen:
        call_lost(store, manifest.unit, fallen)
