"""Writers and version vectors: who may write here, and how far everybody is known.

A writer is one incarnation of one device in one scope (sync.md 2); locally it is a small number.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping

import apsw

from desktop.domain.change import Mark, VersionVector, Writer
from desktop.domain.commit_hash import FIRST_HASH
from desktop.store.sql import one, stream

_GONE = "writers_gone"
_GONE_NUMBER = 0
_NEW_WRITERS = f"""
SELECT {_GONE_NUMBER}, value, '' FROM meta WHERE name = '{_GONE}'
UNION ALL SELECT number, w, scope FROM sync_writer WHERE number >= ?
"""
"""The writers from a number on; before them how often some were removed, if ever."""


class Writers:
    """The writers table, kept in memory by number because every stamp names one."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self.ids: list[str] = [""]
        self._numbers: dict[str, int] = {}
        self._scopes: list[str] = [""]
        self._gone = ""
        self._load()

    def _load(self) -> None:
        rows = sorted(stream(self._connection, _NEW_WRITERS, (len(self.ids),)))
        if rows and rows[0][0] == _GONE_NUMBER:
            gone = rows.pop(0)[1]
            if gone != self._gone:
                self._gone, self.ids, self._numbers, self._scopes = gone, [""], {}, [""]
                self._load()
                return
        for number, w, scope in rows:
            while len(self.ids) < number:
                self.ids.append("")
                self._scopes.append("")
            self.ids.append(w)
            self._scopes.append(scope)
            self._numbers[w] = number

    def refresh(self) -> None:
        """See writers that another connection added; numbers never change."""
        self._load()

    def forget_unsaved(self) -> None:
        """After a rollback: forget numbers given inside the transaction that is gone."""
        self.ids, self._numbers, self._scopes = [""], {}, [""]
        self._load()

    def remove(self, numbers: Collection[int]) -> None:
        """Forget writers that only an import brought which is undone; their numbers are never given again.

        Every other connection is told by a count that it reads with the writers.
        """
        if numbers:
            marks = [(number,) for number in numbers]
            self._connection.cursor().executemany("DELETE FROM sync_writer WHERE number = ?", marks)
            self._connection.execute(
                "INSERT INTO meta (name, value) VALUES (?, '1') "
                "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1",
                (_GONE,),
            )
            self._load()

    def number(self, w: str) -> int | None:
        """The local number of a writer, or None when it was never met."""
        if w not in self._numbers:
            self._load()
        return self._numbers.get(w)

    def scope(self, number: int) -> str:
        """The scope a writer writes."""
        return self._scopes[number]

    def add(self, writer: Writer, *, is_own: bool = False) -> int:
        """The number of a writer, met now for the first time or known already."""
        known = self.number(writer.w)
        if known is not None:
            return known
        self._connection.execute(
            "INSERT INTO sync_writer (w, scope, device, is_own) VALUES (?, ?, ?, ?)",
            (writer.w, writer.scope, writer.device, int(is_own)),
        )
        self._load()
        return self._numbers[writer.w]

    def own(self, scope: str, device: str) -> int:
        """This incarnation's writer for a scope, made at the first write in it."""
        return self.own_mark(scope, device)[0]

    def own_mark(self, scope: str, device: str) -> tuple[int, Mark]:
        """The same with how far it has written, in one look: every save asks for both."""
        row = one(
            self._connection,
            "SELECT w.number, v.n, v.h FROM sync_writer w LEFT JOIN sync_vv v ON v.writer = w.number "
            "WHERE w.scope = ? AND w.is_own = 1",
            (scope,),
        )
        if row is None:
            return self.add(Writer(secrets.token_hex(16), scope, device), is_own=True), Mark(0, FIRST_HASH)
        if row[0] >= len(self.ids):
            self._load()
        return row[0], Mark(0, FIRST_HASH) if row[1] is None else Mark(row[1], row[2])

    def retire_own(self) -> None:
        """Take fresh writer ids from now on: this database was copied or restored (sync.md 2)."""
        self._connection.execute("UPDATE sync_writer SET is_own = 0 WHERE is_own = 1")

    def is_behind(self, vectors: Iterable[Mapping[str, Mark]]) -> bool:
        """Whether somebody knows commits of this computer's own writers that are not here, or other ones."""
        rows = stream(self._connection, "SELECT w, number FROM sync_writer WHERE is_own = 1")
        own: dict[str, int] = dict(rows)
        return any(
            w in own and self._hash(own[w], mark.n) != mark.h
            for vector in vectors
            for w, mark in vector.items()
        )

    def _hash(self, number: int, n: int) -> str | None:
        row = one(self._connection, "SELECT h FROM sync_commit WHERE writer = ? AND n = ?", (number, n))
        return row[0] if row else None

    # -- version vectors ------------------------------------------------------------------------

    def mark(self, number: int) -> Mark:
        """How far one writer is known here."""
        row = one(self._connection, "SELECT n, h FROM sync_vv WHERE writer = ?", (number,))
        return Mark(row[0], row[1]) if row else Mark(0, FIRST_HASH)

    def set_mark(self, number: int, mark: Mark) -> None:
        """Note that a writer is known up to ``mark``."""
        self._connection.execute(
            "INSERT INTO sync_vv (writer, n, h) VALUES (?, ?, ?) "
            "ON CONFLICT (writer) DO UPDATE SET n = excluded.n, h = excluded.h",
            (number, *mark),
        )

    def vector(self, scope: str) -> VersionVector:
        """The version vector of one scope, by writer id."""
        rows = stream(
            self._connection,
            "SELECT w.w, v.n, v.h FROM sync_vv v JOIN sync_writer w ON w.number = v.writer "
            "WHERE w.scope = ? ORDER BY w.number",
            (scope,),
        )
        return {w: Mark(n, h) for w, n, h in rows}

    def scopes(self) -> list[str]:
        """Every scope of which anything is known here, in order of name."""
        rows = stream(
            self._connection,
            "SELECT DISTINCT w.scope FROM sync_vv v JOIN sync_writer w ON w.number = v.writer "
            "ORDER BY w.scope",
        )
        return [scope for (scope,) in rows]

    def describe(self, number: int) -> Writer:
        """A writer as it stands in a bundle."""
        rows = stream(
            self._connection, "SELECT w, scope, device FROM sync_writer WHERE number = ?", (number,)
        )
        return Writer(*next(rows))
