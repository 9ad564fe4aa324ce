"""The steps from an empty file to today's tables: an explicit, numbered list, each step one transaction.

A step never imports today's models and is never changed after a release.  The number of the last
step done is the file's ``user_version``; a file with a higher number was written by a newer program
and is refused as it is.  Before the first step on a file that holds data, a backup is made and proved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import apsw

from desktop.domain.errors import Code, SoSenError
from desktop.store.backup import make_backup
from desktop.store.database import storage_errors
from desktop.store.migration_1 import create_first_tables
from desktop.store.migration_2 import keep_history_in_pages
from desktop.store.migration_3 import add_evidence_and_comments
from desktop.store.schema import schema_of
from desktop.store.transactions import immediate


class Migration(NamedTuple):
    """One step: its number, a name for the log, and what it does inside its transaction."""

    number: int
    name: str
    run: Callable[[apsw.Connection], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "create_first_tables", create_first_tables),
    Migration(2, "keep_history_in_pages", keep_history_in_pages),
    Migration(3, "add_evidence_and_comments", add_evidence_and_comments),
)


def pending(connection: apsw.Connection, steps: tuple[Migration, ...] = MIGRATIONS) -> list[Migration]:
    """The steps still to do. Raises E_DATA_NEWER for a file of a newer program. Writes nothing."""
    done = schema_of(connection)
    if done > steps[-1].number:
        raise SoSenError(Code.E_DATA_NEWER, f"schema {done} > {steps[-1].number}", found=done)
    return [step for step in steps if step.number > done]


def migrate(
    connection: apsw.Connection, backups: Path, steps: tuple[Migration, ...] = MIGRATIONS
) -> list[Migration]:
    """Do the pending steps, after a proved backup when the file already holds data; returns those done.

    Raises SoSenError E_DATA_NEWER, E_BACKUP, E_SPACE, E_BUSY, E_IO, E_DATA_DAMAGED.
    """
    with storage_errors():
        before = schema_of(connection)
        todo = pending(connection, steps)
        if todo and before > 0:
            make_backup(connection, backups, reason=f"schema-{before}")
    if before == 0:
        # A new file is made whole, so that a second start at the same moment never takes it for an old one.
        return _run(connection, todo)
    return [done for step in todo for done in _run(connection, [step])]


def _run(connection: apsw.Connection, steps: Sequence[Migration]) -> list[Migration]:
    """Do steps in one transaction, but those that another process, started at the same moment, has done."""
    with immediate(connection):
        todo = [step for step in steps if step.number > schema_of(connection)]
        for step in todo:
            step.run(connection)
            connection.execute(f"PRAGMA user_version={step.number}")
    return todo
