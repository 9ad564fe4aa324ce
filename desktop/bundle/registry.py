"""The registry: which units there are, which devices speak for them, and who was reported lost.

The office's root keys sign it; a device pins them at enrolment.  How it is signed, read and replaced is
in ``registry_signing``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from desktop.bundle import canonical, sshsig
from desktop.bundle.canonical import Json
from desktop.bundle.trust import Revocation, TrustedDevice
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_owner

FORMAT = "registry/1"
NAMESPACE = "registry@sosen"
BUNDLE_NAMESPACE = "bundle@sosen"


@dataclass(frozen=True, slots=True)
class RegistryUnit:
    """A unit as the registry lists it; ``successor`` inherits its rights."""

    id: str
    name: str
    parent: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class RegistryDevice:
    """An enrolled device: ``sign`` is ``ssh-ed25519 …``, ``seal`` is ``age1…``, ``since`` an epoch."""

    id: str
    unit: str
    label: str
    sign: str
    seal: str
    since: int
    revoked: Revocation | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """The roots were replaced by ``roots``; ``signature`` is that of one of the roots before them."""

    roots: tuple[str, ...]
    signature: str


@dataclass(frozen=True)
class Registry:
    """One epoch of the registry. ``roots`` are the public key lines of the office's root keys.

    ``succession`` tells, oldest first, how the roots became what they are, so that a computer that missed a
    change can follow from those that it pinned.
    """

    epoch: int
    roots: tuple[str, ...]
    units: tuple[RegistryUnit, ...] = ()
    devices: tuple[RegistryDevice, ...] = ()
    succession: tuple[Succession, ...] = ()

    def to_bytes(self) -> bytes:
        """The canonical bytes, which are signed."""
        shown: dict[str, Json] = {
            "format": FORMAT,
            "epoch": self.epoch,
            "roots": list(self.roots),
            "units": [_unit_json(unit) for unit in self.units],
            "devices": [_device_json(device) for device in self.devices],
        }
        if self.succession:
            shown["succession"] = [
                {"roots": list(one.roots), "signature": one.signature} for one in self.succession
            ]
        return canonical.dumps(shown)

    def device(self, device_id: str) -> TrustedDevice | None:
        """Who a device is, as the reader of a bundle asks it (``Trust``)."""
        found = self._devices.get(device_id)
        if found is None:
            return None
        return TrustedDevice(found.id, found.unit, sshsig.parse_public_line(found.sign), found.revoked)

    def recipients(self, units: Collection[str]) -> list[str]:
        """The sealing keys of all devices of ``units`` that are not revoked, in the registry's order."""
        return [one.seal for one in self.devices if one.unit in units and one.revoked is None]

    def may_carry(self, signer_unit: str, scope: str) -> bool:
        """Whether ``signer_unit`` owns ``scope``, succeeds its owner, or stands above one of them."""
        return any(signer_unit in self._upwards(unit) for unit in self._heirs(scope_owner(scope)))

    def parent(self, unit: str) -> str | None:
        """The unit above, or None for the topmost and for one that is not listed."""
        found = self._units.get(unit)
        return found.parent if found else None

    def has_units_below(self, unit: str) -> bool:
        """Whether the unit is an office that others stand below."""
        return any(one.parent == unit for one in self.units)

    def check_rights(self, signer_unit: str, scopes: Collection[str]) -> None:
        """Raise ``SoSenError`` ``E_OWNER`` when ``signer_unit`` carries a scope that it may not carry."""
        for scope in scopes:
            if not self.may_carry(signer_unit, scope):
                raise SoSenError(
                    Code.E_OWNER, f"{signer_unit} carries {scope}", unit=signer_unit, scope=scope
                )

    def allowed_signers(self) -> str:
        """The devices that are not revoked, as a file for ``ssh-keygen -Y verify -f``."""
        lines = [
            sshsig.allowed_signers_line(one.id, sshsig.parse_public_line(one.sign), BUNDLE_NAMESPACE)
            for one in self.devices
            if one.revoked is None
        ]
        return "".join(f"{line}\n" for line in lines)

    @cached_property
    def _devices(self) -> Mapping[str, RegistryDevice]:
        return {device.id: device for device in self.devices}

    @cached_property
    def _units(self) -> Mapping[str, RegistryUnit]:
        return {unit.id: unit for unit in self.units}

    def _heirs(self, unit: str) -> Iterator[str]:
        """The unit and its successors, one after another."""
        yield from self._chain(unit, lambda one: one.successor)

    def predecessors(self, unit: str) -> tuple[str, ...]:
        """The units that this one succeeded, directly or by steps, in the order of the registry."""
        return tuple(one.id for one in self.units if one.id != unit and unit in self._heirs(one.id))

    def may_write(self, unit: str, scope: str) -> bool:
        """Whether a unit owns a scope, or succeeded its owner."""
        return unit in self._heirs(scope_owner(scope))

    def _upwards(self, unit: str) -> Iterator[str]:
        """The unit and all above it."""
        yield from self._chain(unit, lambda one: one.parent)

    def _chain(self, unit: str, step: Callable[[RegistryUnit], str | None]) -> Iterator[str]:
        seen: set[str] = set()
        following: str | None = unit
        while following is not None and following not in seen:
            seen.add(following)
            yield following
            found = self._units.get(following)
            following = step(found) if found else None


def _unit_json(unit: RegistryUnit) -> Json:
    shown: dict[str, Json] = {"id": unit.id, "name": unit.name, "parent": unit.parent}
    return shown if unit.successor is None else shown | {"successor": unit.successor}


def _device_json(device: RegistryDevice) -> Json:
    shown: dict[str, Json] = {
        "id": device.id,
        "unit": device.unit,
        "label": device.label,
        "sign": device.sign,
        "seal": device.seal,
        "since": device.since,
    }
    if device.revoked is not None:
        shown["revoked"] = {"epoch": device.revoked.epoch, "cut": dict(device.revoked.cut)}
    return shown
