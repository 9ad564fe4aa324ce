"""How new the tables of a file are; what it takes to renew them stands in ``migrations``, seldom needed."""

from __future__ import annotations

import apsw

from desktop.store.sql import value

CURRENT_SCHEMA = 3
"""The number of the last step of ``migrations.MIGRATIONS``."""


def schema_of(connection: apsw.Connection) -> int:
    """The number of the last step done on this file; 0 for an empty one. Writes nothing."""
    return int(value(connection, "PRAGMA user_version"))
