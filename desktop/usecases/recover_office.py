"""The office's computer or its root key is lost: the spare key from the safe gives the office a new one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop.bundle.registry import Registry, RegistryDevice
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.approve_requests import free_label
from desktop.usecases.found_office import FIRST_LABEL, LABEL_META
from desktop.usecases.office import Office
from desktop.usecases.report_lost import revoked, with_device
from desktop.usecases.root_keys import renew_roots


def recover_office(office: Office, spare: str, *, lost: Collection[str] = ()) -> Registry:
    """New root keys on this computer of the office, which is enrolled with them; ``lost`` computers are out.

    For data restored from a backup on a new computer (after ``renew_keys``), or a root key that may be known
    to others. ``spare``: the text of the sheet in the safe (``read_spare_file``). Every computer that takes
    the next bundle follows by itself. The new spare waits to be handed over. Raises E_ROOT when the spare key
    does not fit, E_DEVICE for a lost one that is not listed or this very computer; nothing is changed then.
    """

    def change(registry: Registry) -> Registry:
        for device in lost:
            listed = next((one for one in registry.devices if one.id == device), None)
            if listed is None or device == office.keys.device:
                reason = "own" if listed else "not_listed"
                raise SoSenError(Code.E_DEVICE, f"{device}: {reason}", reason=reason, device=device)
            if listed.revoked is None:
                registry = with_device(registry, revoked(office.store, registry, listed))
        if registry.device(office.keys.device) is None:
            registry = replace(registry, devices=(*registry.devices, _own(office, registry)))
        return registry

    return renew_roots(office, spare, change)


def _own(office: Office, registry: Registry) -> RegistryDevice:
    keys = office.keys
    label = free_label(registry, office.unit_id, office.data.meta(LABEL_META, FIRST_LABEL))
    return RegistryDevice(
        keys.device, office.unit_id, label, keys.sign_line, keys.recipient, registry.epoch + 1
    )
