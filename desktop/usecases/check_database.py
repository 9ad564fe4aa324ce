"""``doctor``: is this data sound, and if not, what should be done? Changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import SoSenError
from desktop.store.checking import Damage, Finding, check_store, count_rows
from desktop.store.database import settings_in_force
from desktop.usecases.free_space import scarce_space
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry

__all__ = ["REMEDIES", "CheckReport", "Damage", "Finding", "Remedy", "check_database"]


class Remedy(StrEnum):
    """What a person can do about a fault; nothing is lost that was sent or is in a backup."""

    RESTORE = "restore"
    """Take the newest sound backup; what was exchanged since comes back with the next bundles."""
    COMPARE = "compare"
    """Compare the record with its paper and its history, and type what is right."""
    TYPE_AGAIN = "type_again"
    """Change the record once more, and back: so it is indexed anew."""
    WAIT = "wait"
    """The file is asked for by every bundle and comes by itself."""
    KNOW = "know"
    """Nothing to do but to know it: the data is right, its history has a hole."""


REMEDIES: dict[Damage, Remedy] = {
    Damage.FILE_STRUCTURE: Remedy.RESTORE,
    Damage.UNREADABLE_STAMPS: Remedy.RESTORE,
    Damage.VALUE_WITHOUT_STAMP: Remedy.COMPARE,
    Damage.CHANGED_VALUE: Remedy.COMPARE,
    Damage.SEARCH_KEY: Remedy.TYPE_AGAIN,
    Damage.UNKNOWN_COMMIT: Remedy.RESTORE,
    Damage.NOT_INDEXED: Remedy.TYPE_AGAIN,
    Damage.MISSING_ROW: Remedy.RESTORE,
    Damage.SURPLUS_INDEX: Remedy.RESTORE,
    Damage.MISSING_HISTORY: Remedy.KNOW,
    Damage.UNREADABLE_HISTORY: Remedy.KNOW,
    Damage.BROKEN_CHAIN: Remedy.RESTORE,
    Damage.VECTOR_TOO_HIGH: Remedy.RESTORE,
    Damage.MISSING_FILE: Remedy.WAIT,
    Damage.CHANGED_FILE: Remedy.WAIT,
}
"""One for every kind of damage; a test walks them all."""


@dataclass(frozen=True)
class CheckReport:
    """What was looked at and found. ``settings`` are SQLite's as they really are in this process."""

    findings: list[Finding]
    rows: dict[str, int]
    settings: dict[str, object]
    is_enrolled: bool
    scarce: int | None = None
    """The bytes left on the disk of the data where they are few: a warning, no fault."""

    @property
    def is_sound(self) -> bool:
        return not self.findings

    def as_json(self) -> dict[str, object]:
        """The report with stable keys."""
        return {
            "sound": self.is_sound,
            "findings": [
                {
                    "damage": str(found.damage),
                    "place": found.place,
                    "detail": found.detail,
                    "remedy": str(REMEDIES[found.damage]),
                }
                for found in self.findings
            ],
            "rows": self.rows,
            "settings": self.settings,
            "enrolled": self.is_enrolled,
            "scarce_space": self.scarce,
        }


def check_database(office: Office, progress: Callable[[int, int | None], None]) -> CheckReport:
    """Check rows against stamps, stamps against commits, history, hash chains and evidence files.

    ``progress`` is told steps done and steps in all, and may raise CancelledError.
    """
    store = office.store
    findings = check_store(store, progress)
    settings = settings_in_force(store.database)
    return CheckReport(findings, count_rows(store), settings, _is_enrolled(office), scarce_space(office))


def _is_enrolled(office: Office) -> bool:
    try:
        registry = current_registry(office.store)
    except SoSenError:
        return False
    device = registry.device(office.keys.device)
    return device is not None and device.unit == office.unit_id
