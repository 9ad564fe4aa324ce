"""The office's computer is burnt or stolen: a new one goes on with a backup and the spare root key.

All is made in folders beside the data and the profile, which may lie on two disks.  Only then the keys are
moved into the profile and, as the deciding step, the database into the data folder; so whatever comes between
leaves a computer on which the same can be begun again, with the same key and the same backup.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.bundle.files import listed, refusals
from desktop.bundle.registry import Registry
from desktop.bundle.safe_write import free_name
from desktop.bundle.spare_key import parse_spare
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import is_held, take_name
from desktop.store.backup import Backup, list_backups, sync_folder
from desktop.store.blobs import FILES
from desktop.store.database import storage_errors
from desktop.store.file_names import BACKUPS, DATABASE_NAME
from desktop.store.history import last_saved_at
from desktop.store.private_folder import make_private
from desktop.store.proving import prove_backup
from desktop.store.restoring import bring_in, copy_backup, copy_with_log
from desktop.store.store import Store
from desktop.usecases.back_up import KeptBackup, kept_backup
from desktop.usecases.find_data import DataPlace
from desktop.usecases.found_office import check_no_office, renew_keys
from desktop.usecases.office import USER
from desktop.usecases.read_footer import Moment, backup_moment
from desktop.usecases.recover_office import recover_office
from desktop.usecases.registry import current_registry
from desktop.usecases.root_keys import SPARE_SUFFIX, check_spare_fits
from desktop.usecases.user import set_user

Progress = Callable[[int, int | None], None]
_STAGING = "recovering"


@dataclass(frozen=True, slots=True)
class OfficeComputer:
    """A computer of the office that is not reported lost. ``is_source``: the backup was made on it."""

    device: str
    label: str
    is_source: bool


@dataclass(frozen=True, slots=True)
class LostOffice:
    """What a backup says of the office whose spare key fits it; ``saved`` is its newest entry, if any.

    ``below`` counts the units with an enrolled computer, ``computers`` are those of the office.
    """

    unit: str
    name: str
    user: str
    saved: Moment | None
    below: int
    computers: tuple[OfficeComputer, ...]


@dataclass(frozen=True, slots=True)
class FoundForRecovery:
    """What lies on sticks: files with a spare key, and backups, the newest first."""

    spares: tuple[Path, ...]
    backups: tuple[KeptBackup, ...]


def find_for_recovery(places: Sequence[Path]) -> FoundForRecovery:
    """Look at the top of each place and in its folders for what a recovery needs; what fails is left out."""
    spares: list[Path] = []
    backups: list[Backup] = []
    for place in places:
        try:
            for folder in (place, *sorted(one for one in place.iterdir() if one.is_dir())):
                spares += [path for path in listed(folder) if _is_spare_file(path)]
                backups += _backups_in(folder)
        except OSError:  # pulled out meanwhile, or a place that may not be read: a file can be chosen
            continue
    newest = sorted(map(_dated, backups), key=lambda one: one[0], reverse=True)
    return FoundForRecovery(tuple(spares), tuple(kept for _at, kept in newest))


def _is_spare_file(path: Path) -> bool:
    return path.match(f"*{SPARE_SUFFIX}*.txt")


def _backups_in(folder: Path) -> list[Backup]:
    """The backups at the top of a folder and in its folder of backups; none where they may not be seen."""
    found: list[Backup] = []
    for one in (folder, folder / BACKUPS):
        try:
            found += list_backups(one)
        except PermissionError as error:
            if not is_held(error):
                raise
    return found


def _dated(backup: Backup) -> tuple[float, KeptBackup]:
    return backup.path.stat().st_mtime, kept_backup(backup)


def chosen_backup(path: Path) -> KeptBackup:
    """What is told of a file before it is opened. Raises E_IO when it is not there."""
    with refusals(path):
        return kept_backup(Backup(path, 0, "", path.stat().st_size))


def look_at_lost_office(home: DataPlace, backup: Path, spare: str, progress: Progress) -> LostOffice:
    """Whose backup it is and whether the spare key fits it; a copy is opened, nothing stays of it.

    Raises E_FOUNDED when ``home`` holds an office's data, E_ROOT for a key that is none or does not fit,
    E_BACKUP for a file that is not whole or not of an upper office, E_DATA_NEWER, E_SPACE, E_IO.
    """
    key = parse_spare(spare)
    check_no_office(home.data)
    with _staged(home, backup, progress) as place, closing(Store(place.data)) as store:
        registry = _own_registry(store, backup)
        check_spare_fits(key, registry)
        saved = last_saved_at(store)
        return LostOffice(
            unit=store.office,
            name=next(unit.name for unit in registry.units if unit.id == store.office),
            user=store.meta(USER),
            saved=None if saved is None else backup_moment(saved / 1000),
            below=len({one.unit for one in registry.devices if one.revoked is None} - {store.office}),
            computers=_computers(store, registry),
        )


def _own_registry(store: Store, backup: Path) -> Registry:
    """The registry, when the backup is of the office that makes it."""
    try:
        registry = current_registry(store)
    except SoSenError as error:
        if error.code is not Code.E_PROFILE:
            raise
        raise _not_of_office(backup) from error
    if all(unit.id != store.office or unit.parent is not None for unit in registry.units):
        raise _not_of_office(backup)
    return registry


def _not_of_office(backup: Path) -> SoSenError:
    return SoSenError(Code.E_BACKUP, "not of an upper office", path=str(backup), reason="not_office")


def _computers(store: Store, registry: Registry) -> tuple[OfficeComputer, ...]:
    return tuple(
        OfficeComputer(one.id, one.label, one.id == store.device)
        for one in registry.devices
        if one.unit == store.office and one.revoked is None
    )


def recover_lost_office(
    home: DataPlace,
    backup: Path,
    spare: str,
    progress: Progress,
    *,
    user: str,
    lost: Collection[str],
) -> None:
    """Go on at ``home`` with the office of a backup: new keys, new root keys, ``lost`` computers are out.

    Nothing is changed when it raises, as ``look_at_lost_office`` and ``recover_office`` do, or is stopped.
    """
    key = parse_spare(spare)
    check_no_office(home.data)
    with _staged(home, backup, progress) as place:
        with closing(Store(place.data)) as store:
            check_spare_fits(key, _own_registry(store, backup))
        with closing(renew_keys(place.data, place.profile)) as office:
            set_user(office, user)
            recover_office(office, spare, lost=lost)
        _take_files(backup, home.data, progress)
        _move_keys(place.profile, home.profile)
        bring_in(place.data / DATABASE_NAME, home.data)


@contextmanager
def _staged(home: DataPlace, backup: Path, progress: Progress) -> Iterator[DataPlace]:
    """A proved copy of the backup beside the data, and a place for keys beside the profile.

    A log is taken along where the backup is the data of a lost computer. What a power cut left is removed.
    """
    place = DataPlace(home.data.parent / f"{_STAGING}-data", home.profile.parent / f"{_STAGING}-keys")
    with storage_errors():
        for left in (place.data, place.profile):
            if left.exists():
                shutil.rmtree(left)
        make_private(place.data)
    try:
        _copy_proved(backup, place.data / DATABASE_NAME, progress)
        yield place
    finally:
        for made in (place.data, place.profile):
            shutil.rmtree(made, ignore_errors=True)  # what cannot be removed now, the next time removes


def _copy_proved(backup: Path, database: Path, progress: Progress) -> None:
    try:
        with storage_errors():
            copy_with_log(backup, database, progress)
            prove_backup(database)
    except SoSenError as error:
        if error.code not in {Code.E_BACKUP, Code.E_DATA_NEWER}:
            raise
        # Told of the file that was chosen, not of the copy.
        raise SoSenError(error.code, error.detail, **{**error.params, "path": str(backup)}) from error


def _take_files(backup: Path, data: Path, progress: Progress) -> None:
    """Take the attached files along where the backup lies in a data folder; each is whole or not there."""
    source = next(
        (one / FILES for one in (backup.parent, backup.parent.parent) if (one / FILES).is_dir()), None
    )
    if source is None:
        return
    with storage_errors():
        (data / FILES).mkdir(parents=True, exist_ok=True)
        for path in sorted(one for one in source.iterdir() if one.is_file()):
            target = data / FILES / path.name
            if not target.exists():
                part = target.with_name(target.name + ".part")
                copy_backup(path, part, progress)
                take_name(part, target)


def _move_keys(made: Path, profile: Path) -> None:
    """Move the new keys to where they are used; those of an earlier installation are kept beside them."""
    with refusals(profile):
        make_private(profile)
        for path in sorted(made.iterdir()):
            target = profile / path.name
            if target.exists():
                take_name(target, free_name(profile, f"{path.name}.old"))
            take_name(path, target)
        sync_folder(profile)
