"""Two histories under one writer: which forks are known here, and how a branch gets a name of its own.

A copied disk or a rolled-back image makes two computers number different commits alike.  The office keeps one
branch and says so (a *fork note*); whoever holds the other moves its commits, from the first that differs, to
a writer that follows from that branch alone (sync.md 2, rule 5).  Nothing is lost: the same commits stand
there under another name, and every holder of the branch gives it the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from desktop.domain.change import ROW_LIFE, Mark, Writer
from desktop.domain.commit_hash import FIRST_HASH, branch_writer
from desktop.domain.merge import Registers, Sibling
from desktop.store.sql import one, stream, value
from desktop.store.stamps import Dot, read_registers, show
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap
from desktop.store.taken_pages import rename_dots

_FORKS = "forks"
_DOUBTED = "doubted"


class KnownFork(msgspec.Struct, frozen=True):
    """Of the histories of writer ``w`` the one stays whose commit ``n`` has the hash ``h``.

    ``after`` is the hash of the commit before, ``device`` the computer whose writer it is, ``at`` when it was
    noted here (UTC ms). ``is_own_word``: this office decided so; else it heeds an office above, or where
    there is none, the report of the computer ``told_by``.
    """

    w: str
    n: int
    h: str
    after: str
    scope: str
    device: str
    at: int
    is_own_word: bool
    told_by: str = ""


_DECODER = msgspec.json.Decoder(list[KnownFork])
_WRITERS = msgspec.json.Decoder(list[str])


def known_forks(store: Store) -> list[KnownFork]:
    """Every fork noted here, the oldest first."""
    return _DECODER.decode(store.meta(_FORKS, "[]"))


def keep_fork(store: Store, fork: KnownFork) -> bool:
    """Note a fork, once; whether it is new. The caller holds the transaction."""
    known = known_forks(store)
    if any((one.w, one.n, one.h) == (fork.w, fork.n, fork.h) for one in known):
        return False
    store.set_meta(_FORKS, msgspec.json.encode([*known, fork]).decode())
    return True


def doubted_writers(store: Store) -> set[str]:
    """The writers of which somebody showed another history, until it is settled.

    Of them bundles carry everything, so that the reader sees where the histories part.
    """
    return set(_WRITERS.decode(store.meta(_DOUBTED, "[]")))


def doubt(store: Store, writers: Iterable[str]) -> None:
    """Note writers whose history is disputed. The caller holds the transaction."""
    store.set_meta(_DOUBTED, msgspec.json.encode(sorted(doubted_writers(store).union(writers))).decode())


def settle(store: Store, writers: Iterable[str]) -> None:
    """No longer doubt writers: all that was seen of them agrees now. The caller holds the transaction."""
    doubted = doubted_writers(store)
    if left := doubted.intersection(writers):
        store.set_meta(_DOUBTED, msgspec.json.encode(sorted(doubted - left)).decode())


def commit_hash(store: Store, w: str, n: int) -> str | None:
    """The hash of a writer's commit as it is known here; that before the first for n = 0."""
    if n == 0:
        return FIRST_HASH
    found: str | None = value(
        store.connection,
        "SELECT h FROM sync_commit WHERE writer = ? AND n = ?",
        (store.writers.number(w), n),
    )
    return found


def holds_commit(store: Store, scope: str, h: str) -> bool:
    """Whether a commit with this hash is here, under whatever writer of the scope."""
    return (
        one(
            store.connection,
            "SELECT 1 FROM sync_commit c JOIN sync_writer w ON w.number = c.writer "
            "WHERE c.h = ? AND w.scope = ?",
            (h, scope),
        )
        is not None
    )


@dataclass(frozen=True, slots=True)
class _Branch:
    """A branch on its way to another name: commits ``first`` to ``last`` of ``old`` become those of ``new``.

    ``known``: so many commits of ``new`` were here before, from somebody who renamed the branch earlier.
    """

    old: int
    first: int
    last: int
    new: int
    known: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    def dot(self, dot: Dot) -> Dot:
        """A commit under the name it has afterwards."""
        writer, n = dot
        moves = writer == self.old and n >= self.first
        return (self.new, n - self.first + 1) if moves else dot

    def renamed(self, siblings: Sequence[Sibling]) -> tuple[Sibling, ...]:
        """The siblings under the new name.

        A commit known under both names was merged twice; like any commit that two sides know, it has a say
        only where neither has seen it overwritten.
        """
        rest, moved, there = [], {}, {}
        for sibling in siblings:
            if sibling.writer == self.old and sibling.n >= self.first:
                moved[sibling.n - self.first + 1] = sibling
            elif sibling.writer == self.new:
                there[sibling.n] = sibling
            else:
                rest.append(sibling)
        for n in moved.keys() | there.keys():
            if (n in moved and n in there) or not (n <= self.known and n <= self.count):
                found = there.get(n) or moved[n]
                rest.append(found._replace(writer=self.new, n=n))
        return tuple(sorted(rest, key=lambda s: (s.writer, s.n)))


def relabel(store: Store, w: str, n: int) -> str:
    """Move the commits of writer ``w`` from ``n`` on to the branch's own writer; its id.

    The caller holds the transaction and knows that commit ``n`` is here. If it was this computer's own
    writer, the next change takes a fresh one.
    """
    writers = store.writers
    old = writers.number(w)
    h = commit_hash(store, w, n)
    assert old is not None
    assert h is not None
    described = writers.describe(old)
    new = writers.add(Writer(branch_writer(w, h), described.scope, described.device))
    branch = _Branch(old, n, writers.mark(old).n, new, writers.mark(new).n)
    for table_name, row_id in list(_touched(store, branch)):
        _rename_row(store, branch, table_name, row_id)
    _move_marks(store, branch)
    _move_commits(store, branch)
    settle(store, [w])
    return writers.ids[new]


def _touched(store: Store, branch: _Branch) -> Iterator[tuple[str, str]]:
    """The rows in which the branch has a say, under either name."""
    return stream(
        store.connection,
        "SELECT tbl, row_id FROM sync_dot WHERE writer = ? AND n >= ? "
        "UNION SELECT tbl, row_id FROM sync_dot WHERE writer = ? AND n <= ?",
        (branch.old, branch.first, branch.new, branch.count),
    )


def _rename_row(store: Store, branch: _Branch, table_name: str, row_id: str) -> None:
    table = store.catalogue.tables.get(table_name)
    held = _held(store, table, table_name, row_id)
    if held is None:
        return
    before = read_registers(held[0], table, held[1])
    after: Registers = {name: branch.renamed(siblings) for name, siblings in before.items()}
    rewrite_row(store, table, (table_name, row_id), {name: found for name, found in after.items() if found})


def _held(
    store: Store, table: TableMap | None, table_name: str, row_id: str
) -> tuple[str, Mapping[str, Column]] | None:
    """The stamps of a row with its life and columns, or None when it is not here."""
    if table is None:
        sql = "SELECT stamps FROM other_row WHERE tbl = ? AND id = ?"
        row = one(store.connection, sql, (table_name, row_id))
        return None if row is None else (row[0], {})
    row = one(store.connection, table.select_sql, (row_id,))
    if row is None:
        return None
    return row[2], {ROW_LIFE: row[1], **dict(zip(table.names, row[3:], strict=True))}


def rewrite_row(store: Store, table: TableMap | None, place: tuple[str, str], registers: Registers) -> None:
    """Write a row anew from its registers; ``place`` is its table's name and its id."""
    shown = show(registers, table, store.writers.ids)
    if table is None:
        store.connection.execute(
            "UPDATE other_row SET stamps = ? WHERE tbl = ? AND id = ?", (shown.stamps, *place)
        )
        return
    names = ("alive", "search_key", *table.names)
    columns = [shown.columns[name] for name in table.names]
    store.connection.execute(
        table.update_sql(names),
        (shown.stamps, shown.alive, table.search_key(shown.columns), *columns, place[1]),
    )


def _move_marks(store: Store, branch: _Branch) -> None:
    """The version vector: the old writer ends before the branch, the new one reaches as far as known."""
    connection, writers = store.connection, store.writers
    last = writers.mark(branch.old)
    before = value(
        connection,
        "SELECT h FROM sync_commit WHERE writer = ? AND n = ?",
        (branch.old, branch.first - 1),
    )
    if before is None:
        connection.execute("DELETE FROM sync_vv WHERE writer = ?", (branch.old,))
    else:
        writers.set_mark(branch.old, Mark(branch.first - 1, before))
    if branch.count > branch.known:
        writers.set_mark(branch.new, Mark(branch.count, last.h))
    connection.execute("UPDATE sync_writer SET is_own = 0 WHERE number = ?", (branch.old,))


_MOVED = "UPDATE OR IGNORE {0} SET writer = ?, n = n - ? WHERE writer = ? AND n >= ?"
_LEFT = "DELETE FROM {0} WHERE writer = ? AND n >= ?"


def _move_commits(store: Store, branch: _Branch) -> None:
    """Commits, export index, history and undo list; what stands under the new name already is not doubled.

    The stamps from before that the pages of the history hold stay as they are: an import of a scope in which
    a branch was renamed since can be undone no more, because its vector is another one.
    """
    old = (branch.old, branch.first)
    # What stands here under the old name knows more of own commits: their lines of the history.
    store.connection.execute(
        "DELETE FROM sync_commit WHERE writer = ? AND n <= ?", (branch.new, branch.count)
    )
    for table in ("sync_commit", "sync_dot", "history"):
        store.connection.execute(_MOVED.format(table), (branch.new, branch.first - 1, *old))
        store.connection.execute(_LEFT.format(table), old)
    rename_dots(store, branch.dot)
    for number, commits in list(stream(store.connection, "SELECT number, commits FROM action")):
        dots = msgspec.json.decode(commits, type=list[tuple[int, int]])
        moved = [branch.dot(dot) for dot in dots]
        if moved != dots:
            encoded = msgspec.json.encode(moved).decode()
            store.connection.execute("UPDATE action SET commits = ? WHERE number = ?", (encoded, number))
