"""The registry of enrolled computers as this office holds it: verified, pinned, looked up."""

from __future__ import annotations

import json

from desktop.bundle.registry import Registry
from desktop.bundle.registry_signing import newer_registry, parse_registry, verify_registry
from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import keep_registry, registry_bytes
from desktop.store.store import Store

_ROOTS = "pinned_roots"


def pin_roots(store: Store, roots: list[str]) -> None:
    """Pin the office's root keys (public key lines), once, at enrolment (sync.md 5)."""
    store.set_meta(_ROOTS, json.dumps(roots))


def pinned_roots(store: Store) -> list[str]:
    """The root keys that may sign a registry for this computer; empty before enrolment."""
    return [str(line) for line in json.loads(store.meta(_ROOTS, "[]"))]


def current_registry(store: Store) -> Registry:
    """The registry in force, verified again. Raises E_PROFILE before enrolment, E_SIG when it was altered."""
    held = registry_bytes(store)
    if held is None:
        raise SoSenError(Code.E_PROFILE, "no registry: this computer is not enrolled")
    return verify_registry(*held, pinned_roots(store))


def kept_registry(store: Store) -> Registry:
    """The registry in force as it was verified when it was taken: to count and to name, never to trust with.

    Raises E_PROFILE before enrolment.
    """
    held = registry_bytes(store)
    if held is None:
        raise SoSenError(Code.E_PROFILE, "no registry: this computer is not enrolled")
    return parse_registry(held[0])


def take_registry(store: Store, document: bytes, signature: bytes) -> bool:
    """Keep a received registry when its epoch is higher; whether it was. Raises E_SIG for a forged one."""
    received = newer_registry(current_registry(store), document, signature, pinned_roots(store))
    if received is None:
        return False
    keep_registry(store, received.epoch, document, signature)
    return True
