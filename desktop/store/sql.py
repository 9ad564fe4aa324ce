"""Typed reading through the driver: the only place where a row's types are taken on trust."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import apsw

Row = tuple[Any, ...]


def stream(connection: apsw.Connection, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
    """The rows of a query, one by one."""
    return cast(Iterator[Row], connection.execute(sql, cast(Any, tuple(values))))


def one(connection: apsw.Connection, sql: str, values: Sequence[object] = ()) -> Row | None:
    """The first row of a query, or None."""
    return cast("Row | None", connection.execute(sql, cast(Any, tuple(values))).fetchone())


def value(connection: apsw.Connection, sql: str, values: Sequence[object] = ()) -> Any:
    """The first column of the first row of a query, or None."""
    found = one(connection, sql, values)
    return found[0] if found else None
