"""Before an office is open: find the data in a folder, and have the sample year ready."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import take_name
from desktop.store.file_names import DATABASE_NAME
from desktop.usecases.create_sample import create_sample

Progress = Callable[[int, int | None], None]
SAMPLE_DISTRICT = "872"
SAMPLE_COMMUNE = "30067"
"""Tháp Mười, and Phú Điền in it: the two offices of the sample year that the program opens."""

_PATIENCE = 30
"""How often the sample year is given its name: a scanner has its fourteen databases to look through first."""


@dataclass(frozen=True, slots=True)
class DataPlace:
    """An office's data folder, and the profile folder with this computer's keys."""

    data: Path
    profile: Path


def find_data(folder: Path) -> DataPlace:
    """The data in a folder that a person chose: the data folder itself, or the one that holds it.

    The keys are looked for in ``profile`` beside the data folder. Raises E_NO_DATA when there is no
    database, E_PROFILE when there is no folder of keys.
    """
    place = data_place(folder)
    if place is None:
        raise SoSenError(Code.E_NO_DATA, f"no {DATABASE_NAME} in {folder}", path=str(folder))
    if not place.profile.is_dir():
        raise SoSenError(Code.E_PROFILE, f"no folder {place.profile}", path=str(place.profile))
    return place


def typed_path(text: str) -> Path:
    """A path as people type or paste it: Windows copies it in quotation marks, and ``D:`` means its top."""
    plain = text.strip().strip('"')
    return Path(f"{plain}\\" if len(plain) == 2 and plain[1] == ":" else plain)


def data_place(folder: Path) -> DataPlace | None:
    """Where the data in a folder lies and its keys would lie; None when there is no database."""
    data = next((one for one in (folder, folder / "data") if (one / DATABASE_NAME).is_file()), None)
    return None if data is None else DataPlace(data, data.parent / "profile")


def sample_place(folder: Path, code: str) -> DataPlace:
    """Where an office of the sample year lies."""
    return DataPlace(folder / code / "data", folder / code / "profile")


def prepare_sample(folder: Path, progress: Progress) -> None:
    """Make the sample year in ``folder``, unless it is there already.

    It is made beside the folder and moved into place when complete, so a stop in between leaves nothing half
    done. Raises E_SPACE, E_IO, CancelledError through ``progress``.
    """
    if folder.exists():
        return
    unfinished = folder.with_name(folder.name + ".part")
    try:
        if unfinished.exists():
            shutil.rmtree(unfinished)
        create_sample(unfinished, progress)
        take_name(unfinished, folder, tries=_PATIENCE)
    except OSError as error:
        raise SoSenError(Code.E_IO, str(error), path=str(folder)) from error
