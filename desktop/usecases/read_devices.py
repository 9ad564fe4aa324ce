"""The computers that the registry lists, and how this one stands among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.bundle.digits import device_digits, roots_digits, roots_qr_text
from desktop.bundle.files import refusals
from desktop.bundle.names import numbers_in
from desktop.bundle.registry import Registry, RegistryDevice
from desktop.bundle.small_file import write_small_file
from desktop.domain.errors import Code
from desktop.domain.scopes import unit_code
from desktop.store.peers import Peer, has_written, peer, refused_since, registry_bytes
from desktop.usecases.found_office import FIRST_LABEL, LABEL_META
from desktop.usecases.office import UNIT_NAME, Office
from desktop.usecases.registry import current_registry, kept_registry, registry_age_days
from desktop.usecases.root_keys import holds_root, spare_waits

SIGNERS_FILE = "allowed_signers"


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """An enrolled computer; its newest bundle, number ``last_n``, was taken at ``heard_at`` (UTC ms)."""

    device: str
    unit: str
    unit_name: str
    label: str
    since: int
    lost_in: int | None
    heard_at: int | None
    last_n: int
    is_this: bool
    sign: str
    seal: str

    @property
    def is_lost(self) -> bool:
        return self.lost_in is not None

    @property
    def digits(self) -> str:
        """Its 24 digits; a tenth of a second."""
        return device_digits(self.sign, self.seal)


class Enrolment(StrEnum):
    """How far this computer's enrolment has come."""

    ASKING = "asking"
    """No registry yet: write the request, telephone, then take the first bundle (``join_office``)."""
    JOINED = "joined"
    """The office is known, but its registry does not list this computer: a new request is needed."""
    ENROLLED = "enrolled"
    """Listed: it sends and receives."""
    LOST = "lost"
    """It was reported lost: it needs new keys (``renew_keys``) and a new request."""


@dataclass(frozen=True, slots=True)
class EnrolmentState:
    """All that "Ghép nối" shows at its head.

    ``is_office``: holds the root key, approves others. ``spare_waits``: the spare root key still lies here.
    ``registry_age_days``: for so long nobody confirmed the registry; None for who makes it, or without one.
    ``heard_at``: when the newest bundle of its office was opened. ``unopened_at``: when a later one could not
    be, as if it were sealed for others alone, which is all that a computer reported lost ever sees of it.
    ``is_recovered``: it took the office over with the spare key and has not told the units yet.
    """

    enrolment: Enrolment
    unit: str
    unit_name: str
    label: str
    is_office: bool
    spare_waits: bool
    epoch: int
    registry_age_days: int | None
    office: str
    office_name: str
    heard_at: int | None = None
    unopened_at: int | None = None
    is_recovered: bool = False

    @property
    def may_be_lost(self) -> bool:
        """Whether it seems to have been reported lost: nobody seals to it any more, so nobody can say so."""
        return self.enrolment is Enrolment.ENROLLED and self.unopened_at is not None

    @property
    def needs_a_look(self) -> bool:
        """Whether the clerk is to look at "Ghép nối", where all seemed done."""
        return self.may_be_lost or self.enrolment is Enrolment.LOST


@dataclass(frozen=True, slots=True)
class OfficeDigits:
    """What stands in the office's official letter: its 24 digits, and the text of their QR code."""

    office: str
    office_name: str
    digits: str
    qr_text: str


def list_devices(office: Office) -> list[DeviceLine]:
    """Every computer of the registry, by unit, the lost ones last. Raises E_PROFILE before there is one."""
    registry = kept_registry(office.store)
    names = {unit.id: unit.name for unit in registry.units}
    order = {unit.id: number for number, unit in enumerate(registry.units)}
    lines = [_line(office, one, names) for one in registry.devices]
    return sorted(lines, key=lambda line: (line.is_lost, order[line.unit], line.since, line.label))


def enrolment_state(office: Office) -> EnrolmentState:
    """How this computer stands; cheap enough for every refresh of the window."""
    registry = kept_registry(office.store) if registry_bytes(office.store) else None
    own = _own_device(office, registry)
    names = {unit.id: unit.name for unit in registry.units} if registry else {}
    root = _root_unit(registry)
    is_office = registry is not None and holds_root(office)
    listened = _listened_to(office, registry, root)
    return EnrolmentState(
        enrolment=_enrolment(office, registry, own),
        unit=office.unit_id,
        unit_name=names.get(office.unit_id, "") or office.data.meta(UNIT_NAME),
        label=own.label if own else office.data.meta(LABEL_META, FIRST_LABEL),
        is_office=is_office,
        spare_waits=spare_waits(office),
        epoch=registry.epoch if registry else 0,
        registry_age_days=None if is_office else registry_age_days(office.store),
        office=root,
        office_name=names.get(root, ""),
        heard_at=_heard(listened),
        unopened_at=None if is_office else _unopened(office, listened),
        is_recovered=is_office and _is_recovered(office, registry),
    )


def office_digits(office: Office) -> OfficeDigits:
    """The digits of the office whose registry is in force; a tenth of a second. Raises E_PROFILE, E_SIG."""
    return digits_of(current_registry(office.store))


def digits_of(registry: Registry) -> OfficeDigits:
    """The digits of a registry's roots with the office that they belong to."""
    root = _root_unit(registry)
    name = next((unit.name for unit in registry.units if unit.id == root), "")
    digits = roots_digits(registry.roots)
    return OfficeDigits(root, name, digits, roots_qr_text(root, digits))


def allowed_signers(office: Office) -> str:
    """The registry as a file for ``ssh-keygen -Y verify -f``. Raises E_PROFILE, E_SIG."""
    return current_registry(office.store).allowed_signers()


def write_allowed_signers(office: Office, folder: Path | None = None) -> Path:
    """Write it to a folder, else to the outbox, under a new name. Raises E_IO, E_SPACE, E_PROFILE, E_SIG."""
    folder = folder or office.store.folder / "outbox"
    content = allowed_signers(office).encode("utf-8")
    with refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return write_small_file(folder, SIGNERS_FILE, content).path


def _line(office: Office, device: RegistryDevice, names: dict[str, str]) -> DeviceLine:
    known = peer(office.store, device.id)
    return DeviceLine(
        device.id,
        device.unit,
        names.get(device.unit, device.unit),
        device.label,
        device.since,
        device.revoked.epoch if device.revoked else None,
        known.heard_at if known else None,
        known.last_n if known else 0,
        device.id == office.store.device,
        device.sign,
        device.seal,
    )


def _listened_to(
    office: Office, registry: Registry | None, root: str
) -> list[tuple[RegistryDevice, Peer | None]]:
    """The office's computers, each with what is known of it."""
    devices = registry.devices if registry else ()
    return [(one, peer(office.store, one.id)) for one in devices if one.unit == root]


def _heard(listened: Sequence[tuple[RegistryDevice, Peer | None]]) -> int | None:
    """When the newest bundle of the office came that could be opened."""
    times = [known.heard_at for _device, known in listened if known is not None]
    return max((at for at in times if at is not None), default=None)


def _unopened(office: Office, listened: Sequence[tuple[RegistryDevice, Peer | None]]) -> int | None:
    """When the newest file came that no key here opens and whose name makes it a later bundle of the office.

    A name only informs, so this is a guess; bundles older than the newest one opened are sealed to whoever
    was enrolled then, and say nothing.
    """
    refused = refused_since(office.store, Code.E_NOTFORME, _heard(listened) or 0)
    for at, name in refused:
        for device, known in listened:
            numbers = numbers_in([name], unit_code(device.unit), device.label)
            if any(number > (known.last_n if known else 0) for number in numbers):
                return at
    return None


def _is_recovered(office: Office, registry: Registry | None) -> bool:
    succeeds = registry is not None and bool(registry.succession)
    return succeeds and not has_written(office.store, office.store.device)


def _own_device(office: Office, registry: Registry | None) -> RegistryDevice | None:
    devices = registry.devices if registry else ()
    return next((one for one in devices if one.id == office.store.device), None)


def _enrolment(office: Office, registry: Registry | None, own: RegistryDevice | None) -> Enrolment:
    if registry is None:
        return Enrolment.ASKING
    if own is None or own.unit != office.unit_id:
        return Enrolment.JOINED
    return Enrolment.LOST if own.revoked else Enrolment.ENROLLED


def _root_unit(registry: Registry | None) -> str:
    """The unit at the top, which made the registry."""
    units = registry.units if registry else ()
    return next((unit.id for unit in units if unit.parent is None), "")
