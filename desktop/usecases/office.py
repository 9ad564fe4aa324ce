"""An open office: its data, the keys of this computer, who sits at it, and what day it is there.

Every other use case takes an ``Office`` first.  The window, the command line and the tests open it
the same way, with ``open_office``.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from desktop.bundle import keys as device_keys
from desktop.bundle.keys import DeviceKeys
from desktop.domain.entities import Unit
from desktop.domain.entity import FieldSpec, Kind, normalise
from desktop.domain.errors import Code, SoSenError
from desktop.domain.vietnamese import sort_key
from desktop.store.store import CATALOGUE, Store, utc_milliseconds
from desktop.store.table_map import Catalogue

_LEASE = "lease"
_USER = "user"
_TODAY = "sample_today"
_LEASE_FILE = "lease"
_DAY = 86_400_000
_USER_NAME = FieldSpec(_USER, Kind.TEXT, _USER)


@dataclass
class Office:
    """What a use case works on. ``today`` tells the day that deadlines are measured against.

    ``held_keys`` are this computer's keys, None while they have not been needed.
    """

    store: Store
    held_keys: DeviceKeys | None
    profile: Path
    today: Callable[[], date]

    @property
    def keys(self) -> DeviceKeys:
        """This computer's keys, read when first needed; raises E_PROFILE when they cannot be."""
        if self.held_keys is None:
            self.held_keys = device_keys.load(self.profile)
        return self.held_keys

    @property
    def unit_id(self) -> str:
        """The unit whose office this is."""
        return self.store.office

    @property
    def user(self) -> str:
        """Who is named in the history."""
        return self.store.meta(_USER)

    def unit(self) -> Unit | None:
        """This office's own unit as the registry of units has it, or None before it has arrived."""
        return next((unit for unit in self.store.select(Unit) if unit.unit_id == self.unit_id), None)

    def subordinate_units(self) -> list[Unit]:
        """The units that report to this office, in their order, else by name; empty for a commune."""
        found = [unit for unit in self.store.select(Unit) if unit.parent_unit_id == self.unit_id]
        return sorted(
            found, key=lambda unit: (unit.order is None, unit.order or 0, sort_key(unit.name), unit.code)
        )

    @property
    def is_upper(self) -> bool:
        """Whether this office consolidates others."""
        return bool(self.subordinate_units())

    def close(self) -> None:
        """Close the data of this thread."""
        self.store.close()


def open_office(
    data: Path, profile: Path, *, catalogue: Catalogue = CATALOGUE, keys_later: bool = False
) -> Office:
    """Open an office's data with this computer's keys, and renew the lease.

    ``keys_later`` reads the keys when they are first needed: a window is to be painted before that.
    Raises SoSenError: E_PROFILE when the keys are missing or unreadable, and whatever ``Store`` raises.
    """
    keys = None if keys_later else device_keys.load(profile)
    store = Store(data, catalogue=catalogue)
    sample_day = store.meta(_TODAY)
    if sample_day:
        store.now = sample_clock(date.fromisoformat(sample_day))
    office = Office(store, keys, profile, _today_of(store))
    try:
        renew_lease(office)
    except BaseException:
        store.close()
        raise
    return office


def _today_of(store: Store) -> Callable[[], date]:
    def today() -> date:
        sample_day = store.meta(_TODAY)
        return date.fromisoformat(sample_day) if sample_day else datetime.now().astimezone().date()

    return today


def sample_clock(day: date) -> Callable[[], int]:
    """A clock for a sample year: the sample's own day with the real time of day, as UTC milliseconds."""
    midnight = int(datetime.combine(day, time(), UTC).timestamp() * 1000)
    return lambda: midnight + utc_milliseconds() % _DAY


def set_sample_day(store: Store, day: date) -> None:
    """Give a sample its own today, so that its deadlines live."""
    store.set_meta(_TODAY, day.isoformat())


def set_user(office: Office, name: str) -> None:
    """Name the person at this computer; the history and every commit carry the name."""
    office.store.set_meta(_USER, str(normalise(_USER_NAME, name))[:200])


def renew_lease(office: Office) -> bool:
    """Compare and renew the lease; False when database and profile did not fit together.

    The same fresh random value is kept in the database and beside the keys.  When they differ at the
    next start, one of them was copied or restored, and this computer takes new writer ids, so that no
    two histories grow under one name (sync.md 2).  A power cut between the two writes costs only that.
    """
    path = office.profile / _LEASE_FILE
    store = office.store
    held = store.meta(_LEASE)
    try:
        beside = path.read_text(encoding="ascii").strip() if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error
    fits = held == beside
    fresh = secrets.token_hex(16)
    with store.writing():
        if not fits:
            store.writers.retire_own()
        store.set_meta(_LEASE, fresh)
    try:
        path.write_text(fresh + "\n", encoding="ascii")
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error
    return fits
