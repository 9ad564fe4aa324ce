"""Make a proved copy of the data now, and list the copies at hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.store.backup import Backup
from desktop.usecases.office import Office
from desktop.usecases.read_footer import Moment, backup_moment

BY_HAND = "hand"
"""The reason in the name of a backup that was asked for; others are made before an upgrade."""
DAILY = "daily"
"""The reason of the backup that is made at the first start of a day."""
_LAST_DAY = "backup_day"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup that was opened and checked when it was made: when, why, how large (bytes), where."""

    made: Moment
    reason: str
    size: int
    path: Path


def back_up(office: Office, reason: str = BY_HAND) -> KeptBackup:
    """Copy the data, prove the copy, keep it. Raises SoSenError E_SPACE, E_BACKUP, E_IO."""
    return kept_backup(office.store.back_up(reason))


def back_up_daily(office: Office) -> KeptBackup | None:
    """The day's first backup; None when today has one already.

    The day is the one deadlines are measured against; a clock that jumps costs one backup more, no data.
    """
    today = office.today().isoformat()
    if office.store.meta(_LAST_DAY) == today and office.store.backups():
        return None
    kept = back_up(office, DAILY)
    office.store.set_meta(_LAST_DAY, today)
    return kept


def list_kept_backups(office: Office) -> list[KeptBackup]:
    """The backups at hand, newest first."""
    return [kept_backup(backup) for backup in office.store.backups()]


def kept_backup(backup: Backup) -> KeptBackup:
    """What a person is told of a backup."""
    return KeptBackup(backup_moment(backup.path.stat().st_mtime), backup.reason, backup.size, backup.path)
