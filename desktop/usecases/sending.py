"""To whom this office sends, and from where each bundle starts: addressees, scopes, bases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.bundle.registry import Registry, RegistryDevice
from desktop.domain.change import Mark, ScopeCut, VersionVector
from desktop.domain.scopes import office_scope
from desktop.store.exporting import Export, count_changes, plan_export
from desktop.store.peers import last_written, peer
from desktop.store.receipts import last_taken
from desktop.store.store import Store
from desktop.usecases.confirmations import confirmed, held_by, revoked_devices
from desktop.usecases.office import Office

SILENT_DAYS = 90
"""A computer not heard of for so long no longer holds the base back (sync.md 1, "Receipts")."""
_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Consignment:
    """One bundle to write: for which unit, to whom it is sealed, which scopes it carries."""

    unit: str
    name: str
    to: tuple[str, ...]
    scopes: tuple[str, ...]
    is_downward: bool


def consignments(office: Office, registry: Registry) -> list[Consignment]:
    """The bundles this office writes: a commune one to its upper office; an office one to each unit.

    A commune sends its own scope.  An office sends what it wrote for all, what it wrote about the unit,
    and the unit's own scope, which relays one computer's work to another (sync.md 6.5).  With an office
    above it, an office sends up its own scope, what it wrote about its units, and their scopes as well; the
    first two come down again, to its other computers and after a restore. A unit that succeeded others
    (communes merged in 2025) takes part for them too.
    """
    units = {unit.id: unit for unit in registry.units}
    own = office.unit_id
    below = [unit for unit in registry.units if unit.parent == own and unit.successor is None]
    found = [
        Consignment(unit.id, unit.name, (unit.id, own), _downward(registry, own, unit.id), True)
        for unit in below
    ]
    parent = units[own].parent if own in units else None
    if parent is not None and parent in units:
        carried = (*_written(registry, own), *(s for one in below for s in _with_earlier(registry, one.id)))
        found.insert(0, Consignment(parent, units[parent].name, (parent, own), carried, False))
    return found


def _with_earlier(registry: Registry, unit: str) -> tuple[str, ...]:
    """A unit and those it succeeded: what they wrote is the successor's to read and to go on with."""
    return (unit, *registry.predecessors(unit))


def _downward(registry: Registry, office: str, unit: str) -> tuple[str, ...]:
    about = (office_scope(office, one) for one in _with_earlier(registry, unit))
    return (*_with_earlier(registry, office), *about, *_written(registry, unit))


def _written(registry: Registry, unit: str) -> tuple[str, ...]:
    """The scopes in which a unit and those it succeeded write: for all, and about each unit below."""
    units = _with_earlier(registry, unit)
    below = [one.id for one in registry.units if one.parent in units]
    return (*units, *(office_scope(one, about) for one in units for about in below))


def addressees(registry: Registry, to: Collection[str]) -> list[RegistryDevice]:
    """The enrolled computers of the units, without those reported lost."""
    return [device for device in registry.devices if device.unit in to and device.revoked is None]


def has_reader(registry: Registry, consignment: Consignment) -> bool:
    """Whether a computer of the unit is enrolled: else a bundle for it could be opened by nobody there."""
    return bool(addressees(registry, (consignment.unit,)))


def readable_consignments(office: Office, registry: Registry) -> list[Consignment]:
    """The bundles this office can write now: those that somebody can open."""
    return [one for one in consignments(office, registry) if has_reader(registry, one)]


def base_for(store: Store, devices: Iterable[RegistryDevice], scope: str, now: int) -> VersionVector:
    """What every addressee has confirmed of a scope: the pointwise minimum of their latest ``have``.

    A computer never heard of has nothing, so everything is sent; one silent for more than 90 days is
    passed over, unless all are.
    """
    vectors: list[Mapping[str, Mark]] = []
    for device in devices:
        known = peer(store, device.id)
        if known is None:
            return {}
        if known.heard_at is not None and now - known.heard_at > SILENT_DAYS * _DAY:
            continue
        vectors.append(known.have.get(scope, {}))
    if not vectors:
        return {}
    shared = set(vectors[0]).intersection(*vectors[1:])
    return {w: min((vector[w] for vector in vectors), key=lambda mark: mark.n) for w in shared}


def plan_consignment(office: Office, registry: Registry, consignment: Consignment) -> Export:
    """What the bundle carries: each scope known here, from the addressees' base to all that is known."""
    store = office.store
    others = [d for d in addressees(registry, consignment.to) if d.id != store.device]
    known = set(store.writers.scopes())
    now = store.now()
    bases = {scope: base_for(store, others, scope, now) for scope in consignment.scopes if scope in known}
    return plan_export(store, bases)


def unwritten_cuts(office: Office, registry: Registry, consignment: Consignment) -> list[ScopeCut]:
    """What is in no bundle yet: from the addressees' base, or the newest bundle written, whichever is later.

    A bundle still carries everything that is not confirmed; this is what the person has left to do.
    """
    return unwritten_of(office, consignment, plan_consignment(office, registry, consignment).cuts)


def unconfirmed_cuts(
    office: Office, registry: Registry, consignment: Consignment, cuts: Iterable[ScopeCut]
) -> list[ScopeCut]:
    """The cuts without what the unit has confirmed: what one of its computers said last that it has.

    A receipt, by phone too, says as much, but only until the next bundle of the unit tells what it has: a
    backup may have been put back there, or the import undone. What travels follows the bundles alone.
    """
    store, unit = office.store, consignment.unit
    held, taken = held_by(store, unit, revoked_devices(registry)), last_taken(store, unit)
    found = []
    for cut in cuts:
        base = _later(cut.base, confirmed(store, held, cut.upto), cut.upto)
        found.append(replace(cut, base=_later(base, taken.get(cut.scope, {}), cut.upto)))
    return found


def unwritten_of(office: Office, consignment: Consignment, cuts: Iterable[ScopeCut]) -> list[ScopeCut]:
    """The cuts without what the newest bundle that was written to the unit carried."""
    written = last_written(office.store, consignment.unit)
    return [replace(cut, base=_later(cut.base, written.get(cut.scope, {}), cut.upto)) for cut in cuts]


def _later(base: VersionVector, written: Mapping[str, int], upto: VersionVector) -> VersionVector:
    found = dict(base)
    for w, n in written.items():
        if w in upto and n > (base[w].n if w in base else 0):
            found[w] = Mark(n, "")
    return found


@dataclass(frozen=True, slots=True)
class Waiting:
    """Changed rows on their way out: in no bundle yet, and not confirmed by some addressee."""

    unwritten: int
    unconfirmed: int


def waiting_changes(office: Office, registry: Registry) -> Waiting:
    """The figures of the bottom bar. Most scopes wait for both alike and are counted once."""
    store = office.store
    unwritten: dict[str, int] = {}
    unconfirmed: dict[str, int] = {}
    for consignment in readable_consignments(office, registry):
        cuts = plan_consignment(office, registry, consignment).cuts
        written_of = unwritten_of(office, consignment, cuts)
        confirmed_of = unconfirmed_cuts(office, registry, consignment, cuts)
        for cut, open_, left in zip(cuts, confirmed_of, written_of, strict=True):
            count = count_changes(store, open_)
            count_left = count if left.base == open_.base else count_changes(store, left)
            unconfirmed[cut.scope] = max(unconfirmed.get(cut.scope, 0), count)
            unwritten[cut.scope] = max(unwritten.get(cut.scope, 0), count_left)
    return Waiting(sum(unwritten.values()), sum(unconfirmed.values()))
