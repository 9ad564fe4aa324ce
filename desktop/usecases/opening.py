"""Who vouches for the sender of a bundle: the registry in force, or a newer one that it brings itself.

An office that lost its only computer signs with a key that nobody lists yet.  Its bundle carries the registry
that lists it, and that is signed with a root key that is pinned here, or follows from one; so the registry
can be believed before the bundle is (decision 10).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.bundle.first_contact import carried_registry
from desktop.bundle.registry_signing import newer_registry
from desktop.bundle.trust import Revocation, TrustedDevice
from desktop.domain.change import ScopeCut
from desktop.store.forking import holds_commit
from desktop.store.store import Store
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry, pinned_roots


@dataclass(frozen=True, slots=True)
class _HarmlessToo(Revocation):
    """Lets a lost computer's bundle through, also, when all its commits came another way: it brings nothing.

    A bundle is a closed cut, so whoever has its last commits, told by their hashes, has everything.
    """

    store: Store

    def covers(self, cuts: list[ScopeCut]) -> bool:
        ends = [(cut.scope, mark.h) for cut in cuts for mark in cut.upto.values()]
        is_here = bool(ends) and all(holds_commit(self.store, scope, h) for scope, h in ends)
        return is_here or Revocation.covers(self, cuts)


class ReceivedTrust:
    """Knows the enrolled computers for the bundle at ``path``; ``registry`` is the one that knew its sender.

    Nothing is kept: taking the bundle takes its registry. Raises E_PROFILE before enrolment.
    """

    def __init__(self, office: Office, path: Path) -> None:
        self._office = office
        self._path = path
        self.registry = current_registry(office.store)

    def device(self, device_id: str, /) -> TrustedDevice | None:
        """The computer of that id, or None. Raises E_SIG when a stranger brings a forged registry."""
        found = self.registry.device(device_id) or self._brought(device_id)
        if found is None or found.revoked is None:
            return found
        lost = found.revoked
        return replace(found, revoked=_HarmlessToo(lost.epoch, lost.cut, self._office.store))

    def _brought(self, device_id: str) -> TrustedDevice | None:
        pair = carried_registry(self._path, [self._office.keys.sealing])
        if pair is None:
            return None
        newer = newer_registry(self.registry, *pair, pinned_roots(self._office.store))
        if newer is None:
            return None
        self.registry = newer
        return newer.device(device_id)
