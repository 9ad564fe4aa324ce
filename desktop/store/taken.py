"""How things stood before a bundle was taken, so that the whole import can be undone.

The rows it changed stand in pages (``taken_pages``); here is the rest: version vectors, the writers it
brought, what its sender had said before.  The registry is not among it, nor are own writer ids that were
retired: neither ever goes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from desktop.store.blobs import forget_unnamed
from desktop.store.peers import last_sent_number, undo_repeats
from desktop.store.schema import schema_of
from desktop.store.sql import one, stream, value
from desktop.store.store import Store

Marks = dict[int, tuple[int, str]]
"""A version vector by local number of a writer: n and hash."""

_PEER = "SELECT device, unit, label, have, heard_at, last_n FROM sync_peer WHERE device = ?"


class Standing(msgspec.Struct):
    """What stood here before an import, and of it what tells whether anything came after.

    ``peer`` is the sender's line before (none when it was never heard of) and ``heard`` when and with which
    number it was heard in this bundle; ``met`` are the writers the bundle brought, ``blobs`` the files;
    ``last_sent`` is the number of the newest bundle written here then, ``schema`` the version of the tables.
    """

    device: str
    peer: tuple[str, str, str, str, int | None, int] | None
    before: dict[str, Marks]
    last_writer: int
    last_sent: int
    schema: int
    after: dict[str, Marks] = {}
    heard: tuple[int | None, int] | None = None
    met: list[int] = []
    blobs: list[str] = []


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Standing)


def look_before(store: Store, device: str, scopes: Iterable[str]) -> Standing:
    """How things stand before a bundle of ``device`` is taken; asked within the import's transaction."""
    return Standing(
        device,
        one(store.connection, _PEER, (device,)),
        {scope: marks_of(store, scope) for scope in scopes},
        value(store.connection, "SELECT coalesce(max(number), 0) FROM sync_writer"),
        last_sent_number(store),
        schema_of(store.connection),
    )


def keep_standing(store: Store, bundle: str, standing: Standing, blobs: Iterable[str] = ()) -> None:
    """Keep it with what the import made of it, when all of the bundle is merged; ``blobs`` came with it."""
    standing.blobs = list(blobs)
    standing.after = {scope: marks_of(store, scope) for scope in standing.before}
    standing.heard = _heard(store, standing.device)
    new = stream(store.connection, "SELECT number FROM sync_writer WHERE number > ?", (standing.last_writer,))
    standing.met = [number for (number,) in new]
    store.connection.execute(
        "INSERT INTO taken (bundle, before) VALUES (?, ?)", (bundle, _ENCODER.encode(standing).decode())
    )


def standing_before(store: Store, bundle: str) -> Standing | None:
    """What was kept of an import that is still in force; none when it brought nothing or is too old."""
    held = value(store.connection, "SELECT before FROM taken WHERE bundle = ?", (bundle,))
    return None if held is None else _DECODER.decode(held)


def marks_of(store: Store, scope: str) -> Marks:
    """How far each writer of a scope is known here."""
    rows = stream(
        store.connection,
        "SELECT v.writer, v.n, v.h FROM sync_vv v JOIN sync_writer w ON w.number = v.writer "
        "WHERE w.scope = ?",
        (scope,),
    )
    return {number: (n, h) for number, n, h in rows}


def later_commit(store: Store, standing: Standing) -> tuple[str, str] | None:
    """Who made the newest commit of the same scopes since the import, and the bundle that brought it.

    The bundle is "" for what was written here. None when nothing came after.
    """
    for scope, after in standing.after.items():
        now = marks_of(store, scope)
        for number in now.keys() | after.keys():
            if now.get(number) != after.get(number):
                n, _h = now.get(number, (0, ""))
                row = one(
                    store.connection,
                    "SELECT user, via FROM sync_commit WHERE writer = ? AND n = ?",
                    (number, n),
                )
                return (row[0], row[1]) if row else ("", "")
    return None


def restore_standing(store: Store, bundle: str, standing: Standing) -> None:
    """Put back vectors, commits, export index, writers and the sender's line; forget the import.

    A bundle that told nothing new because of it is not here any more either.
    """
    run = store.connection.execute
    spans = new_spans(standing)
    undo_repeats(store, {store.writers.describe(number).w: n for number, n in spans.items()})
    for number, n in spans.items():
        run("DELETE FROM sync_dot WHERE writer = ? AND n > ?", (number, n))
        run("DELETE FROM sync_commit WHERE writer = ? AND n > ?", (number, n))
        run("DELETE FROM sync_vv WHERE writer = ?", (number,))
    for marks in standing.before.values():
        for number, (n, h) in marks.items():
            run("INSERT OR REPLACE INTO sync_vv (writer, n, h) VALUES (?, ?, ?)", (number, n, h))
    store.writers.remove(standing.met)
    if _heard(store, standing.device) == standing.heard:
        # Heard of again since, it said something newer, which stays true.
        run("DELETE FROM sync_peer WHERE device = ?", (standing.device,))
        if standing.peer is not None:
            run(
                "INSERT INTO sync_peer (device, unit, label, have, heard_at, last_n) VALUES (?,?,?,?,?,?)",
                standing.peer,
            )
    forget_unnamed(store, standing.blobs)
    run("DELETE FROM taken_page WHERE bundle = ?", (bundle,))
    run("DELETE FROM taken WHERE bundle = ?", (bundle,))


def new_spans(standing: Standing) -> Mapping[int, int]:
    """The writers of which the import brought commits, each with the last commit known before."""
    before = {number: n for marks in standing.before.values() for number, (n, _h) in marks.items()}
    after = {number: n for marks in standing.after.values() for number, (n, _h) in marks.items()}
    return {number: before.get(number, 0) for number, n in after.items() if n > before.get(number, 0)}


def _heard(store: Store, device: str) -> tuple[int | None, int] | None:
    row = one(store.connection, "SELECT heard_at, last_n FROM sync_peer WHERE device = ?", (device,))
    return None if row is None else (row[0], row[1])
