"""A district with as many communes as a benchmark wants, each with keys of its own and rows to send."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import keys as device_keys
from desktop.bundle import sshsig
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.registry import Registry, RegistryDevice, RegistryUnit
from desktop.bundle.registry_signing import sign_registry
from desktop.store.peers import keep_registry
from desktop.store.store import Store
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.registry import pin_roots
from desktop.usecases.user import set_user
from tests.bench.offices import change, confirm, fill
from tests.helpers.offices import no_progress

DISTRICT = "872-19810105"


@dataclass(frozen=True)
class County:
    """The district, open, with the bundles that its communes wrote in two rounds, in order of unit."""

    district: Office
    first: list[Path]
    second: list[Path]


def make_county(place: Path, units: int, rows: int) -> County:
    """Found ``units`` communes with ``rows`` tasks each; each writes them, then one field of all of them.

    Of a commune only its two bundles are kept, so that thousands of them find room.
    """
    papers = _Papers.make([DISTRICT, *(f"{30_000 + number}-19840306" for number in range(units))])
    district = papers.found(place / "district", DISTRICT)
    first, second = [], []
    for number, unit in enumerate(papers.units[1:]):
        folder = place / "commune"
        commune = papers.found(folder, unit)
        ids = fill(commune, rows)
        first.append(export_bundles(commune, place / "first" / str(number), no_progress)[0].path)
        _acknowledge(commune, district)
        change(commune, ids, "Nghị quyết chuyên đề")
        second.append(export_bundles(commune, place / "second" / str(number), no_progress)[0].path)
        commune.close()
        shutil.rmtree(folder)
    return County(district, first, second)


def _acknowledge(commune: Office, district: Office) -> None:
    """As if the district had taken all so far and said so: the next bundle holds what comes after."""
    confirm(commune, _Claims(commune, district))  # type: ignore[arg-type]


class _Claims:
    """The district as it will be once it has taken the first bundle."""

    def __init__(self, commune: Office, district: Office) -> None:
        self.store, self.keys, self.unit_id = commune.store, district.keys, district.unit_id


@dataclass(frozen=True)
class _Papers:
    """Keys for one computer of every unit, and the registry that lists them all."""

    units: list[str]
    keys: dict[str, DeviceKeys]
    roots: list[str]
    document: bytes
    signature: bytes

    @classmethod
    def make(cls, units: list[str]) -> _Papers:
        keys = {unit: device_keys.generate() for unit in units}
        root = Ed25519PrivateKey.generate()
        roots = [sshsig.public_line(root.public_key().public_bytes_raw())]
        registry = Registry(1, tuple(roots), tuple(_units(units)), tuple(_devices(keys)))
        return cls(units, keys, roots, *sign_registry(registry, root))

    def found(self, folder: Path, unit: str) -> Office:
        """Make one computer's data and profile, and open it."""
        (folder / "profile").mkdir(parents=True)
        device_keys.save(self.keys[unit], folder / "profile")
        store = Store(folder / "data", create=True)
        with store.writing():
            store.found(office=unit, device=self.keys[unit].device)
            pin_roots(store, self.roots)
            keep_registry(store, 1, self.document, self.signature)
        store.close()
        office = open_office(folder / "data", folder / "profile")
        set_user(office, "Lê Thị Hồng")
        return office


def _units(units: list[str]) -> Iterator[RegistryUnit]:
    for unit in units:
        yield RegistryUnit(unit, unit, None if unit == DISTRICT else DISTRICT)


def _devices(keys: dict[str, DeviceKeys]) -> Iterator[RegistryDevice]:
    for unit, held in keys.items():
        yield RegistryDevice(held.device, unit, "may1", held.sign_line, held.recipient, 1)
