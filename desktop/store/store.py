"""The store: one office's database with everything that may be done to it.

A window, a command and a test all hold the same object; each thread that uses it gets a connection
of its own.  Rows never leave this layer: what goes out are domain objects and finished values.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TypeVar

import apsw
import msgspec

from desktop.domain.entities import ENTITY_TYPES
from desktop.domain.entity import Entity
from desktop.domain.errors import Code, SoSenError
from desktop.store.backup import Backup, list_backups, make_backup
from desktop.store.data_folder import DEVICE, INHERITED, OFFICE, DataFolder, utc_milliseconds
from desktop.store.rows import RECORD_ROWS
from desktop.store.sql import one, stream
from desktop.store.stamps import Dot
from desktop.store.table_map import Catalogue
from desktop.store.transactions import immediate, reading, within
from desktop.store.work import UnitOfWork
from desktop.store.writers import Writers

E = TypeVar("E", bound=Entity)

CATALOGUE = Catalogue(zip(ENTITY_TYPES, RECORD_ROWS, strict=True))

_WHOSE = f"SELECT name, value FROM meta WHERE name IN ('{OFFICE}', '{DEVICE}', '{INHERITED}')"


class Store(DataFolder):
    """An open data folder with its records: read, written, undone, backed up."""

    def __init__(
        self,
        folder: Path,
        *,
        catalogue: Catalogue = CATALOGUE,
        now: Callable[[], int] = utc_milliseconds,
        create: bool = False,
    ) -> None:
        """Open the data folder; raises as ``DataFolder``."""
        super().__init__(folder, now=now, create=create)
        self._add_records(catalogue)

    @classmethod
    def of(cls, opened: DataFolder, *, catalogue: Catalogue = CATALOGUE) -> Store:
        """The store of a data folder that is open already; both share its connections."""
        made = cls.__new__(cls)
        made.folder, made.now, made.database = opened.folder, opened.now, opened.database
        made._add_records(catalogue)
        return made

    def _add_records(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._threads = threading.local()

    @property
    def writers(self) -> Writers:
        """The writers as this thread's connection sees them."""
        connection = self.connection
        held = getattr(self._threads, "writers", None)
        if held is None or held[0] is not connection:
            held = (connection, Writers(connection))
            self._threads.writers = held
        writers: Writers = held[1]
        return writers

    # -- transactions ---------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """One writing transaction for what is not a user action (import, log).

        Within another one of this thread it is a part of it: undone alone, kept only with the whole.
        """
        connection = self.connection
        writers = self.writers
        try:
            with within(connection) if connection.in_transaction else immediate(connection):
                writers.refresh()
                yield connection
        except BaseException:
            writers.forget_unsaved()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[apsw.Connection]:
        """One moment of the database for several reads that must fit together.

        Within a writing transaction of this thread that is the moment of that one, with what it has written.
        """
        connection = self.connection
        with nullcontext() if connection.in_transaction else reading(connection):
            self.writers.refresh()
            yield connection

    @contextmanager
    def work(self, *, user: str, label: str) -> Iterator[UnitOfWork]:
        """One user action: everything changed within is one commit in each scope, or nothing.

        ``label`` is the key of the action's name in the undo list. Raises what ``UnitOfWork`` raises.
        """
        with self.writing() as connection:
            unit = self.unit(connection, user)
            yield unit
            dots = sorted(unit.finish().dots.values())
            together: list[Dot] | None = getattr(self._threads, "together", None)
            if together is None:
                self._list_action(connection, label, dots)
            else:
                together += dots

    @contextmanager
    def together(self, *, label: str) -> Iterator[None]:
        """Several user actions of this thread as one step to undo, kept or lost together."""
        with self.writing() as connection:
            dots = self._threads.together = []
            try:
                yield
            finally:
                self._threads.together = None
            self._list_action(connection, label, dots)

    def _list_action(self, connection: apsw.Connection, label: str, dots: Sequence[Dot]) -> None:
        if dots:
            connection.execute("DELETE FROM action WHERE is_undone = 1")
            connection.execute(
                "INSERT INTO action (at, label, commits) VALUES (?, ?, ?)",
                (self.now(), label, encode_dots(dots)),
            )

    def unit(self, connection: apsw.Connection, user: str) -> UnitOfWork:
        """A unit of work inside a transaction that the caller holds (``writing``)."""
        known: dict[str, str] = dict(stream(connection, _WHOSE))
        return UnitOfWork(
            connection,
            self.catalogue,
            self.writers,
            office=known.get(OFFICE, ""),
            device=known.get(DEVICE, ""),
            user=user,
            now=self.now,
            inherited=known.get(INHERITED, "").split(),
        )

    # -- reading --------------------------------------------------------------------------------

    def get(self, cls: type[E], record_id: str) -> E:
        """One record. Raises E_MISSING when it is not here or deleted."""
        table = self.catalogue.of(cls)
        row = one(self.connection, table.select_sql, (record_id,))
        if row is None or not row[1]:
            raise SoSenError(Code.E_MISSING, f"{table.table} {record_id}", table=table.table)
        return table.entity(record_id, row[0], row[3:])  # type: ignore[return-value]

    def select(self, cls: type[E], **equals: object) -> list[E]:
        """The living records whose fields (or ``scope``) equal the values, by ``order`` and id."""
        table = self.catalogue.of(cls)
        for name in equals:
            if name != "scope" and name not in table.specs:
                raise KeyError(name)
        where = "".join(f' AND "{name}" = ?' for name in equals)
        columns = ", ".join(f'"{name}"' for name in table.names)
        order = '"order" IS NULL, "order", id' if "order" in table.specs else "id"
        rows = stream(
            self.connection,
            f'SELECT id, scope, {columns} FROM "{table.table}" WHERE alive = 1{where} ORDER BY {order}',
            tuple(equals.values()),
        )
        return [table.entity(row[0], row[1], row[2:]) for row in rows]  # type: ignore[misc]

    # -- backups --------------------------------------------------------------------------------

    def back_up(self, reason: str) -> Backup:
        """A proved copy of the database in ``backups``. Raises E_SPACE or E_BACKUP."""
        return make_backup(self.connection, self.backups_folder, reason=reason)

    def backups(self) -> list[Backup]:
        """The backups at hand, newest first."""
        return list_backups(self.backups_folder)


def encode_dots(dots: Sequence[Dot]) -> str:
    """The commits of an action, in the order they were made, as the action list keeps them."""
    return msgspec.json.encode(dots).decode()
