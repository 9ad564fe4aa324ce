"""An open office: its data, the keys of this computer, who sits at it, and what day it is there.

Every other use case takes an ``Office`` first.  The window, the command line and the tests open it
the same way, with ``open_office``.  What a window's first painting needs of it is light: the records with
all that carries them, and the keys, are loaded when they are first asked for (decision 9).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import patiently, take_name
from desktop.store.data_folder import INHERITED, DataFolder, utc_milliseconds
from desktop.store.database import closed_on_failure, opening
from desktop.store.private_folder import close_to_others
from desktop.store.queries.frame import has_units_below
from desktop.store.transactions import immediate
from desktop.usecases.machine import machine_mark

if TYPE_CHECKING:
    from desktop.bundle.keys import DeviceKeys
    from desktop.store.store import Store
    from desktop.store.table_map import Catalogue

_LEASE = "lease"
USER = "user"
UNIT_NAME = "unit_name"
"""What the list of units called this unit, until its own record comes with the first bundle."""
_TODAY = "sample_today"
_LEASE_FILE = "lease"
_MACHINE = "machine"
_DAY = 86_400_000


class Office:
    """What a use case works on. ``today`` tells the day that deadlines are measured against.

    ``data`` may be a ``Store``; else one over it is made when records are first asked for.  ``held_keys``
    are this computer's keys, None while they have not been needed.
    """

    def __init__(
        self,
        data: DataFolder,
        held_keys: DeviceKeys | None,
        profile: Path,
        today: Callable[[], date],
        catalogue: Catalogue | None = None,
    ) -> None:
        self.data = data
        self.held_keys = held_keys
        self.profile = profile
        self.today = today
        self._catalogue = catalogue

    @cached_property
    def store(self) -> Store:
        """The records of this office; the first time after an upgrade, with what this version knows anew."""
        from desktop.store.adopting import adopt_known  # leads to the records

        # Heavy, with Peewee and msgspec: a window is painted before it holds a record.
        from desktop.store.store import CATALOGUE, Store

        if isinstance(self.data, Store):
            return self.data
        store = Store.of(self.data, catalogue=self._catalogue or CATALOGUE)
        adopt_known(store)
        return store

    @property
    def keys(self) -> DeviceKeys:
        """This computer's keys, read when first needed; raises E_PROFILE when they cannot be."""
        if self.held_keys is None:
            from desktop.bundle import keys  # heavy, with cryptography: a window is painted before

            self.held_keys = keys.load(self.profile)
        return self.held_keys

    @property
    def unit_id(self) -> str:
        """The unit whose office this is."""
        return self.data.office

    @property
    def own_units(self) -> frozenset[str]:
        """This unit and those it succeeded: what they wrote is this office's to go on with (decision 15)."""
        return frozenset((self.unit_id, *self.data.meta(INHERITED).split()))

    @property
    def user(self) -> str:
        """Who is named in the history."""
        return self.data.meta(USER)

    @property
    def is_sample(self) -> bool:
        """Whether it lives on a day of its own, as the sample year does."""
        return bool(self.data.meta(_TODAY))

    @property
    def is_upper(self) -> bool:
        """Whether this office consolidates others."""
        return has_units_below(self.data.connection, self.unit_id)

    def close(self) -> None:
        """Close the data of this thread."""
        self.data.close()


def open_office(
    data: Path, profile: Path, *, catalogue: Catalogue | None = None, keys_later: bool = False
) -> Office:
    """Open an office's data with this computer's keys, and renew the lease.

    ``keys_later`` reads the keys when they are first needed: a window is to be painted before that.
    Raises SoSenError: E_PROFILE when the keys are missing or unreadable, E_DATA_DAMAGED also when a table or
    a fact that every database has is missing, and whatever ``DataFolder`` raises.
    """
    with opening():
        folder = DataFolder(data)
        with closed_on_failure(folder):
            office = Office(folder, None, profile, _today_of(folder), catalogue)
            if not keys_later:
                office.held_keys = office.keys
            close_to_others(profile)
            sample_day = _sample_day(folder)
            if sample_day is not None:
                folder.now = sample_clock(sample_day)
            renew_lease(office)
    return office


def _sample_day(folder: DataFolder) -> date | None:
    """The day that a sample lives on. Raises E_DATA_DAMAGED for a text that is no day."""
    told = folder.meta(_TODAY)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise SoSenError(Code.E_DATA_DAMAGED, f"{_TODAY}: {error}") from error


def _today_of(folder: DataFolder) -> Callable[[], date]:
    def today() -> date:
        return _sample_day(folder) or datetime.now().astimezone().date()

    return today


def sample_clock(day: date) -> Callable[[], int]:
    """A clock for a sample year: the sample's own day with the real time of day, as UTC milliseconds."""
    midnight = int(datetime.combine(day, time(), UTC).timestamp() * 1000)
    return lambda: midnight + utc_milliseconds() % _DAY


def set_sample_day(store: DataFolder, day: date) -> None:
    """Give a sample its own today, so that its deadlines live."""
    store.set_meta(_TODAY, day.isoformat())


def renew_lease(office: Office) -> bool:
    """Compare and renew the lease; False when database, profile and machine did not fit together.

    The same fresh random value is kept in the database and beside the keys, from every start and every
    export on.  When they differ at the next of these, one of them was copied or restored, and this computer
    takes new writer ids, so that no two histories grow under one name (sync.md 2, decision 0011); likewise
    on a machine with another mark.  A power cut between the two writes costs only that.
    """
    path = office.profile / _LEASE_FILE
    data = office.data
    held = data.meta(_LEASE)
    try:
        beside = patiently(lambda: path.read_text(encoding="ascii").strip() if path.exists() else "")
    except (OSError, UnicodeDecodeError) as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error
    mark = machine_mark()
    fits = held == beside and data.meta(_MACHINE, mark) == mark
    fresh = os.urandom(16).hex()
    with immediate(data.connection):
        if not fits:
            office.store.writers.retire_own()
        data.set_meta(_LEASE, fresh)
        data.set_meta(_MACHINE, mark)
    try:
        part = path.with_name(path.name + ".part")
        patiently(lambda: part.write_text(fresh + "\n", encoding="ascii"))
        take_name(part, path)
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error
    return fits
