"""The first day: an upper office with its registry, or a commune's computer that is still to be enrolled.

Founding can be broken off at any point and begun again: until the database says whose it is, nothing counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.bundle import keys as device_keys
from desktop.bundle.enrolment import LABEL
from desktop.bundle.files import refusals
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.registry import Registry, RegistryDevice, RegistryUnit
from desktop.bundle.registry_signing import RootKey, load_root, new_root, root_line, sign_registry
from desktop.domain.entities import Period, ReportingRegime, Unit, UnitKind
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.periods import build_periods
from desktop.domain.scopes import is_unit_id, unit_id
from desktop.store.data_folder import DataFolder
from desktop.store.file_names import DATABASE_NAME
from desktop.store.peers import keep_registry
from desktop.store.private_folder import make_private
from desktop.store.store import Store
from desktop.store.work import UnitOfWork
from desktop.usecases.office import UNIT_NAME, Office, open_office
from desktop.usecases.registry import note_registry_seen, pin_roots
from desktop.usecases.root_keys import COPY_FILE, ROOT_FILE, SPARE_FILE, keep_copy
from desktop.usecases.user import set_user

FIRST_LABEL = "may1"
LABEL_META = "device_label"


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit as an office lists it. ``valid_from`` is the first day of the unit under this code."""

    code: str
    name: str
    valid_from: date | None = None
    kind: UnitKind = UnitKind.COMMUNE
    phone: str = ""

    @property
    def unit_id(self) -> str:
        """Code and first valid day, ``30067-19840306``."""
        return unit_id(self.code, self.valid_from)

    def record(self, scope: str, parent: str, order: int | None) -> Unit:
        """What lists and reports show of the unit."""
        return Unit(
            scope=scope,
            code=self.code,
            name=self.name,
            kind=self.kind,
            valid_from=self.valid_from,
            parent_unit_id=parent,
            phone=self.phone,
            order=order,
        )


def found_office(
    data: Path,
    profile: Path,
    own: UnitLine,
    units: Sequence[UnitLine],
    *,
    user: str,
    label: str = FIRST_LABEL,
) -> Office:
    """Found an upper office: keys, root keys, the registry with its units, their records, the year's periods.

    The spare root key waits in the profile for ``hand_over_spare_key``. The caller closes the office. Raises
    E_FOUNDED when the folder or the profile belongs to an office, E_INVALID for a unit and E_DEVICE for a
    label that cannot be, E_PROFILE, and whatever opening a data folder raises.
    """
    lines = _checked_units(own, units)
    _check_label(label)
    _check_free(data, profile)
    keys = _fresh_keys(profile)
    root, spare = (_root(profile / name) for name in (ROOT_FILE, SPARE_FILE))
    registry = _first_registry(own, lines, keys, label, (root_line(root), root_line(spare)))
    document, signature = sign_registry(registry, root)
    with _new_data(data, own.unit_id, keys, label, user) as (store, work):
        pin_roots(store, registry.roots)
        keep_registry(store, registry.epoch, document, signature)
        note_registry_seen(store)
        for record in _records(own, lines, datetime.now().astimezone().year):
            work.add(record)
    office = _opened(data, profile, user)
    keep_copy(office, document, signature)
    return office


def found_computer(
    data: Path, profile: Path, unit: str, *, user: str, label: str = FIRST_LABEL, name: str = ""
) -> Office:
    """Found a commune's computer, or a further one of any unit: data folder and keys, no registry yet.

    Work can begin at once; sending begins after enrolment. A reinstalled computer is a new one: keys that
    lie in the profile are set aside. ``name`` is what the list calls the unit. The caller closes the office.
    Raises as ``found_office``.
    """
    if not is_unit_id(unit):
        raise InvalidValueError("unit", "code", "wrong_type", unit)
    _check_label(label)
    _check_free(data, profile)
    keys = _fresh_keys(profile)
    with _new_data(data, unit, keys, label, user) as (store, _work):
        store.set_meta(UNIT_NAME, name)
    return _opened(data, profile, user)


def renew_keys(data: Path, profile: Path, *, label: str = "", replace: bool = False) -> Office:
    """Give data whose keys are gone (new Windows, another user, a restored copy) new keys, as a new computer.

    It is to be enrolled again; no record is lost. An empty ``label`` keeps the old one. ``replace`` is for a
    computer that was reported lost and found again: nobody seals to it any more, so it cannot know. The
    caller closes the office. Raises E_FOUNDED when its keys are here and fit, E_NO_DATA, E_DEVICE, E_PROFILE.
    """
    if label:
        _check_label(label)
    store = Store(data)
    try:
        if not replace and _has_keys(profile, store.device):
            raise SoSenError(Code.E_FOUNDED, "the keys are here", reason="keys", path=str(profile))
        keys = _fresh_keys(profile)
        with store.writing():
            store.writers.retire_own()
            store.found(office=store.office, device=keys.device)
            store.set_meta(LABEL_META, label or store.meta(LABEL_META, FIRST_LABEL))
    finally:
        store.close()
    return open_office(data, profile)


def replace_keys(office: Office) -> None:
    """``renew_keys`` for an office that is open: it was reported lost, and here it is.

    What it has not sent goes with the new keys. Raises E_FOUNDED where the root key lies, E_PROFILE, E_IO.
    """
    if (office.profile / ROOT_FILE).exists():
        raise SoSenError(Code.E_FOUNDED, "it enrols others", reason="keys", path=str(office.profile))
    office.held_keys = _fresh_keys(office.profile)
    settle_keys(office)


def settle_keys(office: Office) -> bool:
    """Let the database name the computer whose keys lie here; False when it did already.

    It does not after new keys whose making was cut off, nor when a backup from before them was restored.
    """
    device = office.keys.device
    if office.store.device == device:
        return False
    with office.store.writing():
        office.store.writers.retire_own()
        office.store.found(office=office.unit_id, device=device)
    return True


def _has_keys(profile: Path, device: str) -> bool:
    return device_keys.exist(profile) and device_keys.load(profile).device == device


@contextmanager
def _new_data(
    data: Path, unit: str, keys: DeviceKeys, label: str, user: str
) -> Iterator[tuple[Store, UnitOfWork]]:
    """The new database in one transaction that says whose it is."""
    store = Store(data, create=True)
    try:
        with store.writing() as connection:
            store.found(office=unit, device=keys.device)
            store.set_meta(LABEL_META, label)
            work = store.unit(connection, user)
            yield store, work
            work.finish()
    finally:
        store.close()


def _opened(data: Path, profile: Path, user: str) -> Office:
    office = open_office(data, profile)
    set_user(office, user)
    return office


def _first_registry(
    own: UnitLine, lines: Sequence[UnitLine], keys: DeviceKeys, label: str, roots: tuple[str, ...]
) -> Registry:
    units = tuple(RegistryUnit(one.unit_id, one.name, None if one is own else own.unit_id) for one in lines)
    device = RegistryDevice(keys.device, own.unit_id, label, keys.sign_line, keys.recipient, 1)
    return Registry(1, roots, units, (device,))


def _records(own: UnitLine, lines: Sequence[UnitLine], year: int) -> Iterator[Unit | Period]:
    """What every unit needs from its office before any programme: the units, and the year's periods."""
    for order, one in enumerate(lines):
        yield one.record(own.unit_id, "" if one is own else own.unit_id, order)
    for regime in ReportingRegime:
        for fields in build_periods(year, regime):
            yield Period(scope=own.unit_id, **fields)


def _checked_units(own: UnitLine, units: Sequence[UnitLine]) -> list[UnitLine]:
    """The office's own unit first. Raises E_INVALID for one without name or code, or named twice."""
    lines = [own, *units]
    for one in lines:
        if not is_unit_id(one.unit_id):
            raise InvalidValueError("unit", "code", "wrong_type", one.code)
        if not one.name.strip():
            raise InvalidValueError("unit", "name", "required", one.name)
    ids = [one.unit_id for one in lines]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise InvalidValueError("unit", "code", "twice", twice)
    return lines


def _check_label(label: str) -> None:
    """Raise E_DEVICE unless the label can stand in a file's name: 1 to 16 ASCII letters and digits."""
    if not LABEL.fullmatch(label):
        raise SoSenError(Code.E_DEVICE, f"label {label[:40]!r}", reason="label")


def _check_free(data: Path, profile: Path) -> None:
    """Raise E_FOUNDED when the folder holds an office's data, or the profile its registry."""
    check_no_office(data)
    if (profile / COPY_FILE).exists():
        raise SoSenError(Code.E_FOUNDED, "a registry was issued here", path=str(profile), reason="root")


def check_no_office(data: Path) -> None:
    """Raise E_FOUNDED when the folder holds an office's data."""
    if (data / DATABASE_NAME).exists():
        held = DataFolder(data)
        try:
            if held.office:
                raise SoSenError(Code.E_FOUNDED, held.office, path=str(data), reason="data")
        finally:
            held.close()


def _fresh_keys(profile: Path) -> DeviceKeys:
    with refusals(profile):
        make_private(profile)
    device_keys.set_aside(profile)
    keys = device_keys.generate()
    device_keys.save(keys, profile)
    return keys


def _root(path: Path) -> RootKey:
    """The root key in the file, left there by a founding that was broken off, or a fresh one."""
    return load_root(path) or new_root(path)
