"""A district, two communes and their computers, as small and as real as offices can be made in a test.

Every computer has its own keys, data and lease; the registry lists them all.  Commune X has two
computers, which meet only through bundles.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import keys as device_keys
from desktop.bundle import sshsig
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.registry import Registry, RegistryDevice, RegistryUnit
from desktop.bundle.registry_signing import sign_registry
from desktop.domain.errors import Code
from desktop.store.peers import keep_registry
from desktop.store.store import CATALOGUE, Store
from desktop.store.table_map import Catalogue
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.import_bundle import BundleOutcome, import_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.registry import pin_roots, take_registry
from desktop.usecases.restore_backup import Restored, restore_backup
from desktop.usecases.retry_parked import retry_parked
from desktop.usecases.user import set_user
from tests.helpers.offices import no_progress

PROVINCE = "87-19760101"
DISTRICT = "872-19810105"
COMMUNE_X = "30067-19840306"
COMMUNE_Y = "30043-19840306"
COMPUTERS = {"H": DISTRICT, "X1": COMMUNE_X, "X2": COMMUNE_X, "Y": COMMUNE_Y}
_NAMES = {DISTRICT: "Huyện Tháp Mười", COMMUNE_X: "Phú Điền", COMMUNE_Y: "Hưng Thạnh"}
_PROVINCE_NAME = "Tỉnh Đồng Tháp"


@dataclass(frozen=True)
class Papers:
    """What enrolment gives to all computers: the keys, the pinned roots, the signed registry."""

    keys: dict[str, DeviceKeys]
    root: Ed25519PrivateKey
    registry: Registry
    roots: list[str]
    document: bytes
    signature: bytes


def make_papers(computers: Mapping[str, str] = COMPUTERS) -> Papers:
    """Fresh keys for every computer and the registry that lists them; where none is above, nobody is."""
    keys = {name: device_keys.generate() for name in computers}
    root = Ed25519PrivateKey.generate()
    roots = [sshsig.public_line(root.public_key().public_bytes_raw())]
    province = PROVINCE if PROVINCE in computers.values() else None
    units = tuple(
        RegistryUnit(unit, name, province if unit == DISTRICT else DISTRICT) for unit, name in _NAMES.items()
    )
    if province is not None:
        units = (RegistryUnit(province, _PROVINCE_NAME), *units)
    devices = tuple(
        RegistryDevice(keys[name].device, unit, name.lower(), keys[name].sign_line, keys[name].recipient, 1)
        for name, unit in computers.items()
    )
    registry = Registry(1, tuple(roots), units, devices)
    return Papers(keys, root, registry, roots, *sign_registry(registry, root))


def found_computer(folder: Path, name: str, papers: Papers, catalogue: Catalogue = CATALOGUE) -> None:
    """Make one computer's data and profile below ``folder``."""
    device = papers.keys[name].device
    unit = next(one.unit for one in papers.registry.devices if one.id == device)
    (folder / "profile").mkdir(parents=True)
    device_keys.save(papers.keys[name], folder / "profile")
    store = Store(folder / "data", catalogue=catalogue, create=True)
    with store.writing():
        store.found(office=unit, device=device)
        pin_roots(store, papers.roots)
        keep_registry(store, 1, papers.document, papers.signature)
    store.close()


@dataclass
class Network:
    """The open offices by name, and the folder that plays every stick."""

    folder: Path
    offices: dict[str, Office] = field(default_factory=dict)
    catalogue: Catalogue = CATALOGUE
    papers: Papers | None = None
    _sticks: Iterator[int] = field(default_factory=itertools.count)

    def __getitem__(self, name: str) -> Office:
        return self.offices[name]

    def open(self, name: str) -> Office:
        """Start the program at one computer; the clock ticks once at each look, from a fixed day."""
        place = self.folder / name
        office = open_office(place / "data", place / "profile", catalogue=self.catalogue)
        set_user(office, f"clerk {name}")
        office.store.now = itertools.count(1_767_225_600_000 + 1000 * len(self.offices)).__next__
        self.offices[name] = office
        return office

    def go_back(self, name: str, chosen: Path | None = None) -> Restored:
        """Put a computer's newest backup back, or the one ``chosen``, and start the program."""
        self[name].close()
        restored = restore_backup(self.folder / name / "data", chosen, no_progress)
        self.open(name)
        return restored

    def close(self) -> None:
        """Leave all computers."""
        for office in self.offices.values():
            office.close()

    def export(self, name: str) -> list[SentBundle]:
        """Write a computer's bundles to a new stick."""
        return export_bundles(self[name], self.folder / f"stick{next(self._sticks)}", no_progress)

    def deliver(self, bundles: Sequence[SentBundle], name: str) -> list[BundleOutcome]:
        """Take bundles in at a computer."""
        return import_bundles(self[name], [sent.path for sent in bundles], no_progress)

    def send(self, sender: str, *receivers: str) -> list[Code]:
        """Export at one computer, import at others what is addressed to their unit; the codes."""
        sent = self.export(sender)
        codes = []
        for receiver in receivers:
            unit = self[receiver].unit_id
            own = self[sender].unit_id == unit
            fitting = [one for one in sent if own or one.unit == unit]
            codes += [outcome.code for outcome in self.deliver(fitting, receiver)]
        return codes

    def new_registry(self, change: Callable[[Registry], Registry], *names: str) -> None:
        """The district signs a changed registry, one epoch later; these computers take it."""
        assert self.papers is not None
        held = change(self.papers.registry)
        registry = replace(held, epoch=self.papers.registry.epoch + 1)
        document, signature = sign_registry(registry, self.papers.root)
        self.papers = replace(self.papers, registry=registry, document=document, signature=signature)
        for name in names:
            with self[name].store.writing():
                take_registry(self[name].store, document, signature)

    def settle(self, rounds: int = 1) -> None:
        """Everybody sends to everybody who reads it: after one round all have all, unless there was a gap."""
        for _round in range(rounds):
            self.send("X1", "X2", "H")
            self.send("X2", "X1", "H")
            self.send("Y", "H")
            self.send("H", "X1", "X2", "Y")


def everybody_sends(network: Network, rounds: int) -> None:
    """Each computer writes in turn, and everybody who can read it takes it at once."""
    for _round in range(rounds):
        for sender in list(network.offices):
            sent = network.export(sender)
            for name in network.offices:
                own = network[name].unit_id == network[sender].unit_id
                fitting = [one for one in sent if own or one.unit == network[name].unit_id]
                if fitting and name != sender:
                    network.deliver(fitting, name)
        for office in network.offices.values():
            retry_parked(office, no_progress)


def make_network(
    folder: Path, catalogue: Catalogue = CATALOGUE, computers: Mapping[str, str] = COMPUTERS
) -> Network:
    """Found and open all computers."""
    papers = make_papers(computers)
    network = Network(folder, catalogue=catalogue, papers=papers)
    for name in computers:
        found_computer(folder / name, name, papers, catalogue)
        network.open(name)
    return network
