"""Transactions on the driver's connection: writing at once with the lock, or reading one moment."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from desktop.store.database import storage_errors


@contextmanager
def immediate(connection: apsw.Connection) -> Iterator[None]:
    """A writing transaction that holds the lock from its start; rolled back by any exception.

    Raises SoSenError E_BUSY when another process keeps the lock, E_SPACE, E_IO.
    """
    with storage_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise


@contextmanager
def within(connection: apsw.Connection) -> Iterator[None]:
    """A part of a running transaction that is undone alone when it raises."""
    with storage_errors():
        connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO part")
                connection.execute("RELEASE part")
            raise
        connection.execute("RELEASE part")


@contextmanager
def reading(connection: apsw.Connection) -> Iterator[None]:
    """A transaction that sees the database as it was at its first read, whatever others write."""
    with storage_errors():
        connection.execute("BEGIN")
        try:
            yield
        finally:
            _roll_back(connection)


def _roll_back(connection: apsw.Connection) -> None:
    """End the transaction; SQLite has already ended it itself after some errors (disk full, I/O)."""
    if connection.in_transaction:
        with contextlib.suppress(apsw.IOError, apsw.FullError):
            # The transaction is void either way: what matters is the error on its way up.
            connection.execute("ROLLBACK")
