"""What an office has to do before anything can travel to it or from it."""

from __future__ import annotations

from enum import StrEnum

from desktop.bundle.registry import Registry
from desktop.store.peers import registry_bytes
from desktop.usecases.office import Office
from desktop.usecases.registry import kept_registry
from desktop.usecases.root_keys import holds_root


class FirstStep(StrEnum):
    """What stands in the way of every bundle until it is done; the page "Ghép nối" leads through it."""

    JOIN = "join"
    """No registry lists this computer yet: it can neither send nor receive."""
    ENROL = "enrol"
    """This office enrols others, and no computer of a unit below is enrolled yet: nothing can come."""


def first_step(office: Office) -> FirstStep | None:
    """What is to be done first, or None once bundles can travel; cheap enough for every refresh."""
    registry = kept_registry(office.store) if registry_bytes(office.store) else None
    if registry is None or not _lists(registry, office.store.device):
        return FirstStep.JOIN
    if holds_root(office) and not _has_others(registry, office.unit_id):
        return FirstStep.ENROL
    return None


def _lists(registry: Registry, device: str) -> bool:
    return any(one.id == device for one in registry.devices)


def _has_others(registry: Registry, unit: str) -> bool:
    """Whether a computer of another unit is enrolled, or once was: then its office knows the way."""
    return any(one.unit != unit for one in registry.devices)
