"""Go back to a backup: the way out when the data file is damaged.

What was written after the backup is no longer on this computer.  What was sent by then comes back with the
next bundle of the office above, for this computer takes a new name in the histories (sync.md 2).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Code, SoSenError
from desktop.store.backup import Backup, list_backups
from desktop.store.database import storage_errors
from desktop.store.file_names import BACKUPS, DATABASE_NAME
from desktop.store.restoring import Progress, newest_sound, put_back
from desktop.store.whose import whose_backup, whose_data
from desktop.usecases.back_up import KeptBackup, kept_backup
from desktop.usecases.office import UNIT_NAME
from desktop.usecases.registry import PINNED_ROOTS


@dataclass(frozen=True, slots=True)
class Restored:
    """Which backup stands in the place of the data now, and where the old files lie."""

    backup: KeptBackup
    aside: Path


def backups_of(data: Path) -> list[KeptBackup]:
    """The backups of a data folder, newest first; the data itself need not be readable."""
    return [kept_backup(backup) for backup in list_backups(data / BACKUPS)]


def restore_backup(data: Path, chosen: Path | None, progress: Progress) -> Restored:
    """Put a backup back: ``chosen``, or the newest that proves whole.

    The database must be closed, and the folder held against a second window. Raises SoSenError E_BACKUP
    when there is no sound backup, or the one chosen was altered or is not of this office while the present
    data can tell whose it is, E_DATA_NEWER, E_SPACE, E_IO; then all is as before.
    """
    if chosen is None:
        backup = newest_sound(data / BACKUPS)
    elif chosen.is_file():
        backup = Backup(chosen, 0, "", chosen.stat().st_size)
    else:
        raise SoSenError(Code.E_BACKUP, "no such file", path=str(chosen), reason="unsound")

    def fits(copy: Path) -> None:
        _check_ours(data, copy, backup.path)

    return Restored(kept_backup(backup), put_back(data, backup.path, progress, fits))


@dataclass(frozen=True, slots=True)
class OwnedBackup:
    """A backup, and the unit whose office it is: its id, and its name as far as the backup knows it."""

    backup: KeptBackup
    unit: str
    unit_name: str


def look_at_backup(path: Path) -> OwnedBackup:
    """Whose backup a file is, which a person sees before it takes the place of data that tells nothing.

    Raises SoSenError E_BACKUP for one that is not ours or was altered, E_DATA_NEWER, E_IO.
    """
    with storage_errors():
        kept = kept_backup(Backup(path, 0, "", path.stat().st_size))
    whose = whose_backup(path, UNIT_NAME)
    return OwnedBackup(kept, whose.office, whose.unit_name or whose.noted or whose.office)


def _check_ours(data: Path, copy: Path, chosen: Path) -> None:
    """Refuse the backup of another office, and one of ours that trusts other roots.

    Those that this computer made itself may be older than a change of the roots.
    """
    present = whose_data(data / DATABASE_NAME, PINNED_ROOTS)
    if present is None or not present.office:
        return
    backup = whose_backup(copy, PINNED_ROOTS)
    if backup.office != present.office and not (
        backup.office in present.inherited or present.office in backup.inherited
    ):
        raise _refused(chosen, "other_office", unit_name=backup.unit_name or backup.office)
    held, trusted = (set(json.loads(one.noted or "[]")) for one in (present, backup))
    is_made_here = data.absolute() in chosen.absolute().parents
    if held and trusted and held != trusted and not is_made_here:
        raise _refused(chosen, "other_roots")


def _refused(chosen: Path, reason: str, **named: str) -> SoSenError:
    return SoSenError(Code.E_BACKUP, reason, path=str(chosen), reason=reason, **named)
