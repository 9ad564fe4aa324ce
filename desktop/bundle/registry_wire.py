"""A registry as it is written in JSON, and how its bytes are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.bundle import canonical, sshsig
from desktop.bundle.age_keys import parse_recipient
from desktop.bundle.keys import device_id
from desktop.bundle.limits import LIMITS, Limits
from desktop.bundle.manifest_wire import Count, Device, Hex32, ShortText, UnitId
from desktop.bundle.registry import FORMAT, Registry, RegistryDevice, RegistryUnit, Succession
from desktop.bundle.trust import Revocation
from desktop.domain.errors import Code, SoSenError

_ANY_FORMAT = re.compile(r"registry/[1-9][0-9]{0,5}")


class _Unit(Struct):
    id: UnitId
    name: ShortText
    parent: UnitId | None
    successor: UnitId | None = None


class _Revoked(Struct):
    epoch: Count
    cut: dict[Hex32, Count]


class _Device(Struct):
    id: Device
    unit: UnitId
    label: ShortText
    sign: str
    seal: str
    since: Count
    revoked: _Revoked | None = None


class _Succession(Struct):
    roots: Annotated[list[str], Meta(min_length=1)]
    signature: str


class _Registry(Struct):
    epoch: Count
    roots: Annotated[list[str], Meta(min_length=1)]
    units: list[_Unit]
    devices: list[_Device]
    succession: list[_Succession] = []


def parse_registry(data: bytes, limits: Limits = LIMITS) -> Registry:
    """Parse bytes whose signature was verified.

    Raises ``SoSenError``: ``E_NEWER`` for another major format, ``E_LIMIT`` when it is too large,
    ``E_FORMAT`` for every other fault.
    """
    if len(data) > limits.registry:
        raise SoSenError(Code.E_LIMIT, f"a registry of {len(data)} bytes")
    value = canonical.loads(data, depth=limits.json_depth)
    name = value.get("format") if isinstance(value, Mapping) else None
    if not isinstance(name, str) or not _ANY_FORMAT.fullmatch(name):
        raise SoSenError(Code.E_FORMAT, "not a registry")
    if name != FORMAT:
        raise SoSenError(Code.E_NEWER, f"format {name}", needs=name)
    try:
        wire = msgspec.convert(value, _Registry)
        registry = _from_wire(wire)
    except ValueError as error:  # another shape, a malformed key
        raise SoSenError(Code.E_FORMAT, f"registry: {error}") from error
    _check(registry)
    return registry


def _from_wire(wire: _Registry) -> Registry:
    units = tuple(RegistryUnit(one.id, one.name, one.parent, one.successor) for one in wire.units)
    devices = tuple(_device(one) for one in wire.devices)
    succession = tuple(Succession(tuple(one.roots), one.signature) for one in wire.succession)
    for root in (*wire.roots, *(root for one in succession for root in one.roots)):
        sshsig.parse_public_line(root)
    return Registry(wire.epoch, tuple(wire.roots), units, devices, succession)


def _device(wire: _Device) -> RegistryDevice:
    """One device; raises ``ValueError`` for a malformed key or an id that is not that of its key."""
    parse_recipient(wire.seal)
    if device_id(sshsig.parse_public_line(wire.sign)) != wire.id:
        raise ValueError(f"{wire.id} is not the id of its key")
    revoked = Revocation(wire.revoked.epoch, wire.revoked.cut) if wire.revoked else None
    return RegistryDevice(wire.id, wire.unit, wire.label, wire.sign, wire.seal, wire.since, revoked)


def _check(registry: Registry) -> None:
    units = [unit.id for unit in registry.units]
    devices = [device.id for device in registry.devices]
    if len(set(units)) != len(units) or len(set(devices)) != len(devices):
        raise SoSenError(Code.E_FORMAT, "a unit or device stands twice in the registry")
    if not {device.unit for device in registry.devices} <= set(units):
        raise SoSenError(Code.E_FORMAT, "a device of a unit that the registry does not list")
