"""Whose a database is that is not open here: a backup, or the data that it would take the place of."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import apsw

from desktop.store.data_folder import INHERITED, OFFICE
from desktop.store.proving import open_for_reading, opened_backup
from desktop.store.queries.frame import unit_name

_NOTED = "SELECT value FROM meta WHERE name = ?"


class Whose(NamedTuple):
    """Whose a database is: the unit, its name in its own records, the units that it succeeded; and what its
    ``meta`` says of one thing more.
    """

    office: str
    unit_name: str
    inherited: tuple[str, ...]
    noted: str


def whose_backup(path: Path, noted: str) -> Whose:
    """Whose a backup is, and what it notes under ``noted``. Raises as ``prove_backup``."""
    return opened_backup(path, lambda connection: _whose(connection, noted))


def whose_data(path: Path, noted: str) -> Whose | None:
    """Whose the present database is; None when it is not there or cannot be read. Leaves no file behind."""
    if not path.is_file():
        return None
    try:
        with closing(open_for_reading(path)) as connection:
            return _whose(connection, noted)
    except apsw.Error:
        return None


def _whose(connection: apsw.Connection, noted: str) -> Whose:
    office, inherited = _noted(connection, OFFICE), tuple(_noted(connection, INHERITED).split())
    return Whose(office, unit_name(connection, office), inherited, _noted(connection, noted))


def _noted(connection: apsw.Connection, name: str) -> str:
    return str(connection.execute(_NOTED, (name,)).get or "")
