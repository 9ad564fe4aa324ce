"""What is in a bundle, without taking it: who sent it, to whom, what of it is new to its reader."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.bundle.reader import open_bundle
from desktop.bundle.registry import Registry
from desktop.usecases.import_bundle import spool_folder
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry


@dataclass(frozen=True, slots=True)
class InspectedBundle:
    """A verified bundle in figures. ``made`` is the sender's claim (UTC ms), ``size`` bytes.

    ``scopes``: scope → rows carried; ``confirms``: how many scopes the sender says it holds.
    """

    path: Path
    bundle: str
    unit: str
    unit_name: str
    device: str
    n: int
    made: int
    to: tuple[str, ...]
    scopes: dict[str, int]
    commits: int
    confirms: int
    size: int
    sha256: str

    def as_json(self) -> dict[str, object]:
        """The figures with stable keys."""
        return {
            "bundle": self.bundle,
            "unit": self.unit,
            "unit_name": self.unit_name,
            "device": self.device,
            "n": self.n,
            "made": self.made,
            "to": list(self.to),
            "scopes": self.scopes,
            "commits": self.commits,
            "confirms": self.confirms,
            "size": self.size,
            "sha256": self.sha256,
        }


def inspect_bundle(office: Office, path: Path) -> InspectedBundle:
    """Verify a bundle sealed to this computer and say what it holds. Raises as ``open_bundle`` does."""
    registry: Registry = current_registry(office.store)
    with open_bundle(
        path,
        identities=[office.keys.sealing],
        trust=registry,
        me=frozenset((office.unit_id,)),
        spool=spool_folder(office),
    ) as bundle:
        manifest = bundle.manifest
        names = {unit.id: unit.name for unit in registry.units}
        return InspectedBundle(
            path=path,
            bundle=manifest.id,
            unit=manifest.unit,
            unit_name=names.get(manifest.unit, manifest.unit),
            device=manifest.device,
            n=manifest.n,
            made=manifest.made,
            to=manifest.to,
            scopes={scope: entry.count for scope, entry in manifest.scopes.items()},
            commits=len(bundle.commits()),
            confirms=len(manifest.have),
            size=bundle.original_size,
            sha256=bundle.original_sha256,
        )
