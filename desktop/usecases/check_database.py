"""``doctor``: is this data sound, and if not, what should be done? Changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.errors import SoSenError
from desktop.store.checking import Damage, Finding, check_store, count_rows
from desktop.store.database import settings_in_force
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry

__all__ = ["CheckReport", "Damage", "Finding", "check_database"]


@dataclass(frozen=True)
class CheckReport:
    """What was looked at and found. ``settings`` are SQLite's as they really are in this process."""

    findings: list[Finding]
    rows: dict[str, int]
    settings: dict[str, object]
    is_enrolled: bool

    @property
    def is_sound(self) -> bool:
        return not self.findings

    def as_json(self) -> dict[str, object]:
        """The report with stable keys."""
        return {
            "sound": self.is_sound,
            "findings": [
                {"damage": str(found.damage), "place": found.place, "detail": found.detail}
                for found in self.findings
            ],
            "rows": self.rows,
            "settings": self.settings,
            "enrolled": self.is_enrolled,
        }


def check_database(office: Office, progress: Callable[[int, int | None], None]) -> CheckReport:
    """Check rows against stamps, stamps against commits, history, hash chains and evidence files.

    ``progress`` is told steps done and steps in all, and may raise CancelledError.
    """
    store = office.store
    findings = check_store(store, progress)
    return CheckReport(findings, count_rows(store), settings_in_force(store.database), _is_enrolled(office))


def _is_enrolled(office: Office) -> bool:
    try:
        registry = current_registry(office.store)
    except SoSenError:
        return False
    device = registry.device(office.keys.device)
    return device is not None and device.unit == office.unit_id
