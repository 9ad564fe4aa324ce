"""What the bar at the bottom of the window says: saved when, backed up when, how much is not sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import local_time
from desktop.store.history import last_saved_at
from desktop.usecases.free_space import scarce_space
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import Waiting, waiting_changes


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in words of one day: ``time`` as 09:14, ``day`` None when it is today."""

    time: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Footer:
    """``saved`` and ``backup`` are None when there was none; ``waiting`` is None before enrolment.

    Every backup kept was proved. ``scarce`` is how many bytes are left on the disk of the data, where that is
    too little; None while there is enough.
    """

    saved: Moment | None
    backup: Moment | None
    waiting: Waiting | None
    scarce: int | None = None


def read_footer(office: Office) -> Footer:
    """The facts of the bottom bar. A computer that is not enrolled has nothing to send to."""
    free = scarce_space(office)
    saved_at = last_saved_at(office.store)
    backups = office.store.backups()
    return Footer(
        saved=None if saved_at is None else _moment(saved_at / 1000, office.today()),
        backup=backup_moment(backups[0].path.stat().st_mtime) if backups else None,
        waiting=_waiting(office),
        scarce=free,
    )


def backup_moment(seconds: float) -> Moment:
    """When a backup was made; by the computer's own clock, also in a sample year."""
    return _moment(seconds, datetime.now().astimezone().date())


def _moment(seconds: float, today: date) -> Moment:
    local = local_time(round(seconds * 1000))
    return Moment(f"{local:%H:%M}", None if local.date() == today else local.date())


def _waiting(office: Office) -> Waiting | None:
    try:
        return waiting_changes(office, current_registry(office.store))
    except SoSenError as refusal:
        if refusal.code is Code.E_PROFILE:
            return None
        raise
