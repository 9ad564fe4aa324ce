"""An open data folder: whose it is and what it has noted of itself; all that a start needs of the store.

``Store`` adds the records.  They stand apart because a window is painted before the entities, their tables
and what carries them are loaded (decision 9).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import apsw

from desktop.domain.errors import Code, SoSenError
from desktop.store.database import Database, closed_on_failure, move_log, open_database, storage_errors
from desktop.store.file_names import BACKUPS, DATABASE_NAME, TO_BE_DATABASE
from desktop.store.private_folder import close_to_others, make_private
from desktop.store.schema import CURRENT_SCHEMA, schema_of
from desktop.store.sql import one

OFFICE = "office"
DEVICE = "device"
INHERITED = "inherited"
"""The units that this office succeeded (communes merged in 2025), with spaces between."""


def utc_milliseconds() -> int:
    """The computer's clock as UTC milliseconds: a claim, never trusted for order."""
    return time.time_ns() // 1_000_000


class DataFolder:
    """One office's database, proved and brought up to date; each thread has a connection of its own."""

    def __init__(
        self, folder: Path, *, now: Callable[[], int] = utc_milliseconds, create: bool = False
    ) -> None:
        """Open the data folder, bringing an older database up to date after a backup.

        Raises SoSenError: E_NO_DATA when there is nothing and ``create`` is not set, E_DATA_NEWER,
        E_DATA_DAMAGED, E_PLACE, E_ENGINE, E_BUSY, E_SPACE, E_IO.
        """
        self.folder = folder
        self.now = now
        path = folder / DATABASE_NAME
        with storage_errors():
            if create:
                make_private(folder)
            elif path.exists():
                close_to_others(folder)
            else:
                raise SoSenError(Code.E_NO_DATA, str(path), path=str(folder))
        if (folder / TO_BE_DATABASE).exists():
            from desktop.store.restoring import finish_putting_back  # after a power cut in going back

            finish_putting_back(folder)
        self.database: Database = open_database(path, newest_schema=CURRENT_SCHEMA)
        with closed_on_failure(self):
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        with storage_errors():
            is_current = schema_of(self.connection) == CURRENT_SCHEMA
        if not is_current:
            from desktop.store.migrations import migrate  # with backups: most starts need neither

            migrate(self.connection, self.backups_folder)

    # -- places and connections -----------------------------------------------------------------

    @property
    def backups_folder(self) -> Path:
        return self.folder / BACKUPS

    @property
    def connection(self) -> apsw.Connection:
        """This thread's connection."""
        return self.database.raw()

    def close(self) -> None:
        """Close this thread's connection; other threads close their own."""
        self.database.close()

    def move_log(self) -> bool:
        """Have all that is committed in the database file itself, waiting for nobody; whether it is."""
        return move_log(self.connection)

    # -- what this database is ------------------------------------------------------------------

    def meta(self, name: str, default: str = "") -> str:
        """A single fact about this database."""
        row = one(self.connection, "SELECT value FROM meta WHERE name = ?", (name,))
        return str(row[0]) if row else default

    def set_meta(self, name: str, value: str) -> None:
        """Note a single fact; within a transaction, part of it."""
        with storage_errors():
            self.connection.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )

    @property
    def office(self) -> str:
        """The unit id of the office that this data belongs to."""
        return self.meta(OFFICE)

    @property
    def device(self) -> str:
        """This computer's id in the registry."""
        return self.meta(DEVICE)

    def found(self, *, office: str, device: str) -> None:
        """Say whose database this is; done once, when it is made or re-enrolled."""
        self.set_meta(OFFICE, office)
        self.set_meta(DEVICE, device)
