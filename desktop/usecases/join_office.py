"""The first bundle from the office: the digits of its letter settle whom it comes from, then for ever."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bundle.digits import all_digits_fit
from desktop.bundle.first_contact import carried_registry, self_signed_registry
from desktop.bundle.registry import Registry
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import unit_code
from desktop.store.peers import keep_registry
from desktop.usecases.import_bundle import BundleOutcome, bundle_files, import_bundles
from desktop.usecases.office import Office
from desktop.usecases.read_devices import digits_of
from desktop.usecases.registry import note_inheritance, note_registry_seen, pin_roots, pinned_roots

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class FirstBundle:
    """What a first bundle claims, before anything of it is believed.

    ``place`` is where it was looked for, to be given to ``join_office``. ``digits``: those of the office, to
    be compared with its official letter. ``label``: what it calls this computer.
    """

    place: Path
    path: Path
    unit: str
    unit_name: str
    office: str
    office_name: str
    label: str
    epoch: int
    digits: str
    qr_text: str


@dataclass(frozen=True, slots=True)
class _Carried:
    path: Path
    document: bytes
    signature: bytes
    registry: Registry


def look_at_first_bundle(office: Office, place: Path) -> FirstBundle:
    """What the first bundle, a file or the newest in a folder, says of the office and of this computer.

    Anybody can write one that calls itself the newest: which one is taken, the digits of the letter decide.
    Nothing is kept. Raises E_FOUNDED when an office was joined before, E_IO when there is none, E_NOTFORME
    for another unit's or computer's bundle (``unit_name`` says whose), E_SIG for a forged registry, E_FORMAT
    for a bundle without one, and what opening a bundle raises.
    """
    carried = _newest(_candidates(office, place))
    found = digits_of(carried.registry)
    units = {unit.id: unit.name for unit in carried.registry.units}
    label = next(one.label for one in carried.registry.devices if one.id == office.keys.device)
    return FirstBundle(
        place,
        carried.path,
        office.unit_id,
        units.get(office.unit_id, office.unit_id),
        found.office,
        found.office_name,
        label,
        carried.registry.epoch,
        found.digits,
        found.qr_text,
    )


def join_office(office: Office, place: Path, typed: str, progress: Progress) -> BundleOutcome:
    """Pin the office's root keys and take its first bundle, in one step: both or neither.

    ``typed``: all six groups of the digits in the official letter; of the bundles in a folder the newest
    whose digits they are is taken. Raises E_DIGITS when there is none, CancelledError, and as
    ``look_at_first_bundle`` and taking a bundle; nothing is kept then.
    """
    fitting: list[_Carried] = []
    for one in _candidates(office, place):
        progress(0, None)
        if all_digits_fit(digits_of(one.registry).digits, typed):
            fitting.append(one)
    if not fitting:
        raise SoSenError(Code.E_DIGITS, f"typed {typed[:40]!r}", path=str(place), reason="office")
    carried = _newest(fitting)
    store = office.store
    with store.writing():
        pin_roots(store, carried.registry.roots)
        keep_registry(store, carried.registry.epoch, carried.document, carried.signature)
        note_registry_seen(store)
        note_inheritance(store, carried.registry)
        outcome = import_bundles(office, [carried.path], progress)[0]
        if not outcome.is_taken:
            raise outcome.error or SoSenError(outcome.code)
    return outcome


def _newest(found: Sequence[_Carried]) -> _Carried:
    return max(found, key=lambda one: one.registry.epoch)


def _candidates(office: Office, place: Path) -> list[_Carried]:
    """Every bundle there that could be the first one; raises the reason of the first that cannot."""
    paths: Sequence[Path] = bundle_files(office, [place])
    found, refused = [], []
    for path in paths:
        try:
            found.append(_carried(office, path))
        except SoSenError as error:
            refused.append(error)
    if found:
        return found
    if refused:
        raise refused[0]
    raise SoSenError(Code.E_IO, "no bundle found", path=str(place), reason="no_bundle")


def _carried(office: Office, path: Path) -> _Carried:
    if pinned_roots(office.store):
        raise SoSenError(Code.E_FOUNDED, "an office was joined before", reason="joined")
    try:
        pair = carried_registry(path, [office.keys.sealing])
    except SoSenError as error:
        if error.code is not Code.E_NOTFORME or not _is_others_folder(office, path.parent):
            raise
        # Sealed to others, so only the folder it lies in can hint at whose it is.
        raise SoSenError(error.code, error.detail, reason="other_folder", path=str(path.parent)) from error
    if pair is None:
        raise SoSenError(Code.E_FORMAT, "no registry in the bundle", path=str(path), reason="no_registry")
    registry = self_signed_registry(*pair)
    _check_ours(office, path, registry)
    return _Carried(path, *pair, registry)


def _check_ours(office: Office, path: Path, registry: Registry) -> None:
    """Raise E_NOTFORME with the unit's name unless the registry lists this computer for this unit."""
    device = registry.device(office.keys.device)
    if device is None or device.revoked is not None:
        raise SoSenError(Code.E_NOTFORME, "not enrolled", path=str(path), reason="not_listed")
    if device.unit != office.unit_id:
        name = next(unit.name for unit in registry.units if unit.id == device.unit)
        raise SoSenError(
            Code.E_NOTFORME,
            device.unit,
            path=str(path),
            reason="other_unit",
            unit=device.unit,
            unit_name=name,
        )


def _is_others_folder(office: Office, folder: Path) -> bool:
    """Whether a folder is named after another unit's code, as the office lays out its bundles on a stick."""
    return folder.name.isdigit() and folder.name != unit_code(office.unit_id)
