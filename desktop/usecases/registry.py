"""The registry of enrolled computers as this office holds it: verified, pinned, looked up."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop.bundle.registry import Registry
from desktop.bundle.registry_signing import newer_registry, roots_to_pin, verify_registry
from desktop.bundle.registry_wire import parse_registry
from desktop.domain.errors import Code, SoSenError
from desktop.store.data_folder import INHERITED
from desktop.store.peers import keep_registry, registry_bytes
from desktop.store.store import Store

PINNED_ROOTS = "pinned_roots"
_SEEN = "registry_seen"
_DAY = 86_400_000


def pin_roots(store: Store, roots: Sequence[str]) -> None:
    """Pin the office's root keys (public key lines): at enrolment, and when a root follows another."""
    store.set_meta(PINNED_ROOTS, json.dumps(list(roots)))


def pinned_roots(store: Store) -> list[str]:
    """The root keys that may sign a registry for this computer; empty before enrolment."""
    return [str(line) for line in json.loads(store.meta(PINNED_ROOTS, "[]"))]


def current_registry(store: Store) -> Registry:
    """The registry in force, verified again. Raises E_PROFILE before enrolment, E_SIG when it was altered."""
    held = registry_bytes(store)
    if held is None:
        raise SoSenError(Code.E_PROFILE, "no registry: this computer is not enrolled", reason="not_enrolled")
    return verify_registry(*held, pinned_roots(store))


def kept_registry(store: Store) -> Registry:
    """The registry in force as it was verified when it was taken: to count and to name, never to trust with.

    Raises E_PROFILE before enrolment.
    """
    held = registry_bytes(store)
    if held is None:
        raise SoSenError(Code.E_PROFILE, "no registry: this computer is not enrolled", reason="not_enrolled")
    return parse_registry(held[0])


def take_registry(store: Store, document: bytes, signature: bytes) -> bool:
    """Keep a received registry when its epoch is higher; whether it was. Raises E_SIG for a forged one.

    The pins follow the roots that it names (decision 10). One that is as new as ours confirms ours.
    """
    current, pinned = current_registry(store), pinned_roots(store)
    received = newer_registry(current, document, signature, pinned)
    if received is None:
        held = registry_bytes(store)
        if held is not None and held[0] == document:
            note_registry_seen(store)
        return False
    keep_registry(store, received.epoch, document, signature)
    pin_roots(store, roots_to_pin(received, document, signature, pinned))
    note_registry_seen(store)
    note_inheritance(store, received)
    return True


def note_registry_seen(store: Store) -> None:
    """Note that the registry in force was, just now, the newest that the office handed out."""
    store.set_meta(_SEEN, str(store.now()))


def registry_age_days(store: Store) -> int | None:
    """For how many whole days nobody has confirmed the registry ("danh bạ cũ N ngày"); None when unknown.

    It is told, never judged by: clocks lie, so a registry has no expiry (sync.md 4).
    """
    seen = store.meta(_SEEN)
    return max(0, store.now() - int(seen)) // _DAY if seen else None


def note_inheritance(store: Store, registry: Registry) -> None:
    """Note whose records this office goes on with; also after it was founded anew for a merged unit."""
    store.set_meta(INHERITED, " ".join(registry.predecessors(store.office)))
