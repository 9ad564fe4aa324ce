"""A computer was lost or stolen: from now on nothing new is taken from it (sync.md 5)."""

from __future__ import annotations

from dataclasses import replace

from desktop.bundle.registry import Registry, RegistryDevice
from desktop.bundle.trust import Revocation
from desktop.domain.errors import Code, SoSenError
from desktop.store.store import Store
from desktop.usecases.office import Office
from desktop.usecases.root_keys import change_registry


def report_lost(office: Office, device: str) -> RegistryDevice:
    """List a computer as lost, in a new epoch of the registry; what was taken from it stays.

    The cut is the last commit known here of every writer whose work it could carry: its bundles up to there
    are still taken, wherever they turn up; later ones are parked (E_REVOKED). Raises E_DEVICE when the
    registry does not list it, it is lost already, or it is this very computer; E_ROOT; nothing is changed.
    """
    found: list[RegistryDevice] = []

    def change(registry: Registry) -> Registry:
        lost = revoked(office.store, registry, _listed(office, registry, device))
        found.append(lost)
        return with_device(registry, lost)

    change_registry(office, change)
    return found[-1]


def _listed(office: Office, registry: Registry, device: str) -> RegistryDevice:
    listed = next((one for one in registry.devices if one.id == device), None)
    reason = ""
    if listed is None:
        reason = "not_listed"
    elif listed.revoked is not None:
        reason = "lost_before"
    elif device == office.keys.device:
        reason = "own"
    if listed is None or reason:
        raise SoSenError(Code.E_DEVICE, f"{device}: {reason}", reason=reason, device=device)
    return listed


def revoked(store: Store, registry: Registry, device: RegistryDevice) -> RegistryDevice:
    """The device as the next epoch lists it when it is lost, cut off at what is known here."""
    return replace(device, revoked=Revocation(registry.epoch + 1, _cut(store, registry, device.unit)))


def with_device(registry: Registry, device: RegistryDevice) -> Registry:
    """The registry with a device changed in its place."""
    devices = tuple(device if one.id == device.id else one for one in registry.devices)
    return replace(registry, devices=devices)


def _cut(store: Store, registry: Registry, unit: str) -> dict[str, int]:
    scopes = [scope for scope in store.writers.scopes() if registry.may_carry(unit, scope)]
    return {w: mark.n for scope in scopes for w, mark in store.writers.vector(scope).items()}
