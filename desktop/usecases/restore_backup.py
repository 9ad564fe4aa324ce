"""Go back to a backup: the way out when the data file is damaged.

What was written after the backup is no longer on this computer.  What was sent by then comes back with the
next bundle of the office above, for this computer takes a new name in the histories (sync.md 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Code, SoSenError
from desktop.store.backup import Backup, list_backups
from desktop.store.file_names import BACKUPS
from desktop.store.restoring import Progress, newest_sound, put_back
from desktop.usecases.back_up import KeptBackup, kept_backup


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
    when there is no sound backup, E_DATA_NEWER, E_SPACE, E_IO; then all is as before.
    """
    if chosen is None:
        backup = newest_sound(data / BACKUPS)
    elif chosen.is_file():
        backup = Backup(chosen, 0, "", chosen.stat().st_size)
    else:
        raise SoSenError(Code.E_BACKUP, "no such file", path=str(chosen), reason="unsound")
    return Restored(kept_backup(backup), put_back(data, backup.path, progress))
