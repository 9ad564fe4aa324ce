"""The commits that bundles bring: compared with those known here, kept, counted; the vector moved on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.change import CommitLine, Mark, ScopeCut, VersionVector
from desktop.store.merge_result import Incoming
from desktop.store.sql import stream, value
from desktop.store.store import Store

_OF_SPAN = "FROM sync_dot WHERE writer = ? AND n > ? AND n <= ?"


def differing_commit(store: Store, w: str, claimed: Mapping[int, str]) -> int | None:
    """The first of a writer's ``claimed`` commits (n → hash) that is another one here, or None."""
    number = store.writers.number(w)
    if number is None or not claimed:
        return None
    known = stream(
        store.connection,
        "SELECT n, h FROM sync_commit WHERE writer = ? AND n BETWEEN ? AND ? ORDER BY n",
        (number, min(claimed), max(claimed)),
    )
    return next((n for n, h in known if claimed.get(n, h) != h), None)


def take_commits(store: Store, incoming: Incoming, lines: Iterable[CommitLine]) -> None:
    """Keep the commits of a bundle that are new here: the audit trail, and what later hashes meet."""
    numbers = [store.writers.add(writer) for writer in incoming.writers]
    store.connection.cursor().executemany(
        "INSERT OR IGNORE INTO sync_commit (writer, n, t, user, h, via) VALUES (?, ?, ?, ?, ?, ?)",
        ((numbers[line.w], line.n, line.t, line.user, line.h, incoming.bundle) for line in lines),
    )


def brought_by(store: Store, w: str, after: int) -> set[str]:
    """The bundles that brought the commits of a writer after number ``after``."""
    rows = stream(
        store.connection,
        "SELECT DISTINCT via FROM sync_commit WHERE writer = ? AND n > ? AND via != ''",
        (store.writers.number(w), after),
    )
    return {via for (via,) in rows}


def advance(store: Store, upto: Mapping[str, Mark]) -> None:
    """Move the version vector forward to what the bundle's sender knew; never backward."""
    for w, mark in upto.items():
        number = store.writers.number(w)
        assert number is not None
        if mark.n > store.writers.mark(number).n:
            store.writers.set_mark(number, mark)


def count_rows_after(store: Store, known: Mapping[str, VersionVector], cuts: Sequence[ScopeCut]) -> int:
    """How many rows carry commits of the cuts beyond what was ``known`` (by scope) before, counted anew.

    Only the commits in question are looked up in the export index, whatever else the database holds.
    """
    counted = 0
    for cut in cuts:
        before = known.get(cut.scope, {})
        spans = [
            (store.writers.number(w), before[w].n if w in before else 0, mark.n)
            for w, mark in cut.upto.items()
        ]
        news = [span for span in spans if span[2] > span[1]]
        counted += _count_rows(store, news)
    return counted


def _count_rows(store: Store, spans: Sequence[tuple[int | None, int, int]]) -> int:
    """The rows of the commits after the second and up to the third number of each span, each row once."""
    if len(spans) == 1 and spans[0][2] - spans[0][1] == 1:  # in one commit no row stands twice
        return int(value(store.connection, f"SELECT count(*) {_OF_SPAN}", spans[0]))
    return len(
        {
            place
            for span in spans
            for place in stream(store.connection, f"SELECT tbl, row_id {_OF_SPAN}", span)
        }
    )
