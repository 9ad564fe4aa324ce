"""The sample year: fourteen offices with keys, a registry and half a year of work, in one folder.

The district of Tháp Mười in 2022 with its thirteen communes.  Every office is made as a real one would
be: its own keys, its own writers, the district's programme received in a bundle.  Only enrolment is
done for all at once, because here all offices are at hand.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.bundle import keys as device_keys
from desktop.bundle.files import no_progress
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.registry import Registry, RegistryDevice, RegistryUnit
from desktop.bundle.registry_signing import new_root, root_line, sign_registry
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import unit_code, unit_id
from desktop.store.peers import keep_registry
from desktop.store.private_folder import make_private
from desktop.store.store import Store
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office, open_office, sample_clock, set_sample_day
from desktop.usecases.registry import note_registry_seen, pin_roots
from desktop.usecases.resources import resource_path
from desktop.usecases.root_keys import ROOT_FILE, SPARE_FILE
from desktop.usecases.sample_content import Keys, SampleFile, periods_of, read_sample, write_records
from desktop.usecases.user import set_user

SAMPLE = ("sample", "thap_muoi_2022")
DEVICE_LABEL = "may1"
_ORGANISED_ON = date(2022, 1, 10)
_PLANNED_ON = date(2022, 2, 4)

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class SampleOffice:
    """An office of the sample: its unit's id and name, and where its data and keys are."""

    unit: str
    name: str
    data: Path
    profile: Path


def create_sample(into: Path, progress: Progress, *, content: Path | None = None) -> list[SampleOffice]:
    """Make the sample year in ``into``: ``into/872``, ``into/30067``, … each with ``data`` and ``profile``.

    ``progress`` is told offices done and offices in all, and may raise CancelledError. Raises SoSenError
    E_IO when ``into`` holds a sample already or cannot be written, E_SPACE when the disk is full.
    """
    files = _read_all(content or resource_path(*SAMPLE))
    district = next(file for file in files if "unit" in file.records)
    offices = _places(into, district)
    if any(office.data.exists() for office in offices):
        raise SoSenError(Code.E_IO, f"{into} holds a sample already", path=str(into), reason="exists")
    try:
        keys = {office.unit: _make_keys(office) for office in offices}
    except OSError as error:
        raise SoSenError(Code.E_IO, str(error), path=str(into)) from error
    registry = _make_registry(offices, keys, offices[0])
    references: Keys = {}
    by_code = {file.office: file for file in files}
    for done, office in enumerate(offices):
        progress(done, len(offices))
        opened = _found_office(office, registry, by_code[unit_code(office.unit)])
        try:
            if office is offices[0]:
                _fill_district(opened, by_code[unit_code(office.unit)], references)
                _send_down(opened, into)
            else:
                _fill_commune(opened, by_code[unit_code(office.unit)], references, into)
        finally:
            opened.close()
    _clear(into)
    progress(len(offices), len(offices))
    return offices


def _read_all(folder: Path) -> list[SampleFile]:
    return [read_sample(path) for path in sorted(folder.glob("*.json"))]


def _places(into: Path, district: SampleFile) -> list[SampleOffice]:
    """The offices, the district first."""
    offices = []
    for entry in district.records["unit"]:
        valid_from = entry.get("valid_from")
        unit = unit_id(entry["code"], date.fromisoformat(valid_from) if valid_from else None)
        folder = into / entry["code"]
        offices.append(SampleOffice(unit, entry["name"], folder / "data", folder / "profile"))
    return sorted(offices, key=lambda office: unit_code(office.unit) != district.office)


def _make_keys(office: SampleOffice) -> DeviceKeys:
    make_private(office.profile)
    made = device_keys.generate()
    device_keys.save(made, office.profile)
    return made


def _make_registry(
    offices: list[SampleOffice], keys: dict[str, DeviceKeys], district: SampleOffice
) -> tuple[list[str], bytes, bytes]:
    """The pinned roots, the registry's bytes and its signature; the root keys stay with the district."""
    root, spare = (new_root(district.profile / name) for name in (ROOT_FILE, SPARE_FILE))
    roots = [root_line(root), root_line(spare)]
    units = tuple(
        RegistryUnit(office.unit, office.name, None if office is district else district.unit)
        for office in offices
    )
    devices = tuple(
        RegistryDevice(held.device, unit, DEVICE_LABEL, held.sign_line, held.recipient, 1)
        for unit, held in keys.items()
    )
    return roots, *sign_registry(Registry(1, tuple(roots), units, devices), root)


def _found_office(
    office: SampleOffice, registry: tuple[list[str], bytes, bytes], content: SampleFile
) -> Office:
    roots, document, signature = registry
    store = Store(office.data, create=True)
    keys = device_keys.load(office.profile)
    with store.writing():
        store.found(office=office.unit, device=keys.device)
        set_sample_day(store, content.today)
        pin_roots(store, roots)
        keep_registry(store, 1, document, signature)
        note_registry_seen(store)
    store.close()
    opened = open_office(office.data, office.profile)
    set_user(opened, _clerk(content))
    return opened


def _clerk(content: SampleFile) -> str:
    """The name of whoever keeps the office's papers."""
    people = {entry["key"]: entry["full_name"] for entry in content.records["person"]}
    for position in content.records["position"]:
        if "Văn phòng" in position["title"]:
            return str(people[position["person"]])
    return str(next(iter(people.values())))


def _fill_district(office: Office, content: SampleFile, keys: Keys) -> None:
    store = office.store
    year = content.today.year
    write_records(store, content, office.unit_id, keys, user=office.user, start=_ORGANISED_ON)
    with store.work(user=office.user, label="add_records") as work:
        for key, period in periods_of(year, office.unit_id):
            keys[f"period:{key}"] = work.add(period).id
    store.now = sample_clock(content.today)


def _send_down(office: Office, into: Path) -> None:
    """The district's bundles to all communes, as it would send them in January."""
    export_bundles(office, _post(into), no_progress)


def _fill_commune(office: Office, content: SampleFile, keys: Keys, into: Path) -> None:
    received = import_bundles(office, _addressed_to(office, into), no_progress)
    refused = [outcome for outcome in received if outcome.code is not Code.OK]
    if refused:
        raise SoSenError(refused[0].code, "the district's first bundle")
    own = dict(keys)
    write_records(office.store, content, office.unit_id, own, user=office.user, start=_PLANNED_ON)
    office.store.now = sample_clock(content.today)


def _post(into: Path) -> Path:
    return into / ".post"


def _addressed_to(office: Office, into: Path) -> list[Path]:
    """The district's bundle for a commune lies in a folder named after its code."""
    return sorted((_post(into) / unit_code(office.unit_id)).glob("*.goi"))


def _clear(into: Path) -> None:
    shutil.rmtree(_post(into), ignore_errors=True)  # what a scanner holds stays, and is in nobody's way
