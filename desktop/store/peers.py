"""What is known of other computers, the log of bundles, parked bundles and the registry's bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.domain.change import Mark, ScopeCut, VersionVector
from desktop.domain.errors import Code
from desktop.store.sql import one, stream, value
from desktop.store.store import Store

Have = dict[str, VersionVector]
"""Scope → version vector: what a computer said it holds."""


class _Sent(msgspec.Struct, omit_defaults=True):
    """What the log keeps of a bundle that was written here.

    ``lot`` is the first bundle of those that were written together because their files fit into no single
    one, "" for that first one itself; ``more`` tells that another of them was still to come.
    """

    upto: dict[str, dict[str, int]] = {}
    blobs: list[str] = []
    lot: str = ""
    more: bool = False


class _Received(msgspec.Struct, omit_defaults=True):
    """What the log keeps of a bundle that was taken here; ``upto`` how far it went if it told nothing new."""

    was_parked: bool = False
    files: int = 0
    confirmed: int = 0
    upto: dict[str, int] = {}


_RECEIVED = msgspec.json.Decoder(_Received)
_SENT = msgspec.json.Decoder(_Sent)
_HAVE = msgspec.json.Decoder(dict[str, dict[str, tuple[int, str]]])


@dataclass(frozen=True, slots=True)
class Peer:
    """Another computer as last heard of: ``last_n`` is the number of its newest bundle taken here."""

    device: str
    unit: str
    have: Have
    heard_at: int | None
    last_n: int


@dataclass(frozen=True, slots=True)
class LoggedBundle:
    """A line of the bundle log; times are UTC milliseconds, ``size`` bytes, ``summary`` JSON text."""

    bundle: str
    is_outgoing: bool
    at: int
    device: str
    unit: str
    n: int
    code: Code
    row_count: int = 0
    conflict_count: int = 0
    file_name: str = ""
    size: int = 0
    sha256: str = ""
    summary: str = "{}"


@dataclass(frozen=True, slots=True)
class ParkedBundle:
    """A bundle kept aside: where its file lies, since when and why."""

    bundle: str
    path: str
    at: int
    code: Code
    details: str = "{}"


def peer(store: Store, device: str) -> Peer | None:
    """What is known of one computer, or None when it was never heard of."""
    row = one(
        store.connection,
        "SELECT device, unit, have, heard_at, last_n FROM sync_peer WHERE device = ?",
        (device,),
    )
    return None if row is None else _peer(row)


def peers_of(store: Store, unit: str) -> list[Peer]:
    """What is known of each computer of a unit that was ever heard of."""
    rows = stream(
        store.connection,
        "SELECT device, unit, have, heard_at, last_n FROM sync_peer WHERE unit = ? ORDER BY device",
        (unit,),
    )
    return [_peer(row) for row in rows]


def _peer(row: tuple[Any, ...]) -> Peer:
    have = {
        scope: {w: Mark(*mark) for w, mark in vector.items()}
        for scope, vector in _HAVE.decode(row[2]).items()
    }
    return Peer(row[0], row[1], have, row[3], row[4])


def hear(store: Store, device: str, unit: str, have: Have, at: int, n: int) -> None:
    """Replace what a computer has by what it says now, in order of arrival (sync.md 6.5)."""
    encoded = msgspec.json.encode(have).decode()
    store.connection.execute(
        "INSERT INTO sync_peer (device, unit, have, heard_at, last_n) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (device) DO UPDATE SET unit = excluded.unit, have = excluded.have, "
        "heard_at = excluded.heard_at, last_n = excluded.last_n",
        (device, unit, encoded, at, n),
    )


_LOG_COLUMNS = (
    "bundle, is_outgoing, at, device, unit, n, code, row_count, conflict_count, "
    "file_name, size, sha256, summary"
)


def log_bundle(store: Store, line: LoggedBundle) -> None:
    """Write a line of the log; a bundle that stands there already is replaced by its newer outcome."""
    store.connection.execute(
        f"INSERT OR REPLACE INTO sync_log ({_LOG_COLUMNS}) VALUES ({','.join('?' * 13)})",
        (
            line.bundle,
            int(line.is_outgoing),
            line.at,
            line.device,
            line.unit,
            line.n,
            str(line.code),
            line.row_count,
            line.conflict_count,
            line.file_name,
            line.size,
            line.sha256,
            line.summary,
        ),
    )


def logged(store: Store, bundle: str) -> LoggedBundle | None:
    """The log's line of one bundle, or None."""
    row = one(store.connection, f"SELECT {_LOG_COLUMNS} FROM sync_log WHERE bundle = ?", (bundle,))
    return _line(row) if row else None


def bundle_log(store: Store, limit: int = 500) -> list[LoggedBundle]:
    """The newest lines of the log, newest first."""
    rows = stream(
        store.connection, f"SELECT {_LOG_COLUMNS} FROM sync_log ORDER BY at DESC, n DESC LIMIT ?", (limit,)
    )
    return [_line(row) for row in rows]


def outcomes_of(store: Store, unit: str, limit: int) -> list[LoggedBundle]:
    """The newest bundles of a unit that were taken, and the newest that were refused, ``limit`` of each.

    Refusals crowd nothing out: anybody with a computer of the unit can make any number of them.
    """
    sql = (
        f"SELECT {_LOG_COLUMNS} FROM sync_log WHERE is_outgoing = 0 AND unit = ? "
        "AND code {} ('OK', 'OK_DUP') ORDER BY at DESC, n DESC LIMIT ?"
    )
    found = [stream(store.connection, sql.format(which), (unit, limit)) for which in ("IN", "NOT IN")]
    return [_line(row) for rows in found for row in rows]


def last_sent(store: Store) -> dict[str, tuple[int, int]]:
    """The newest bundle written to each unit: unit → (when, number)."""
    rows = stream(
        store.connection, "SELECT unit, at, max(n) FROM sync_log WHERE is_outgoing = 1 GROUP BY unit"
    )
    return {unit: (at, n) for unit, at, n in rows}


def forget_refused(store: Store, kept: int) -> None:
    """Keep the newest ``kept`` lines of refused files: whoever fills a stick with them does not fill the log.

    What was taken, undone or written here stays, however old. The caller holds the transaction.
    """
    refused = (
        f"is_outgoing = 0 AND code NOT IN ('{Code.OK}', '{Code.OK_DUP}', '{Code.OK_OWN}', '{Code.UNDONE}')"
    )
    store.connection.execute(
        f"DELETE FROM sync_log WHERE {refused} AND bundle NOT IN "
        f"(SELECT bundle FROM sync_log WHERE {refused} ORDER BY at DESC, n DESC, bundle LIMIT ?)",
        (kept,),
    )


def refused_since(store: Store, code: Code, since: int) -> list[tuple[int, str]]:
    """When the files refused with ``code`` after ``since`` came, and how they are called, newest first."""
    rows = stream(
        store.connection,
        "SELECT at, file_name FROM sync_log WHERE is_outgoing = 0 AND code = ? AND at > ? ORDER BY at DESC",
        (str(code), since),
    )
    return [(at, name) for at, name in rows]


def _line(row: tuple[object, ...]) -> LoggedBundle:
    values = list(row)
    values[1] = bool(values[1])
    values[6] = Code(str(values[6]))
    return LoggedBundle(*values)  # type: ignore[arg-type]


def last_written(store: Store, unit: str) -> dict[str, dict[str, int]]:
    """How far the newest bundle written to a unit goes: scope → writer → last commit; {} for none yet.

    One whose attached files are still to follow in other bundles does not count: something is left to do.
    Nor does one that the unit undid, or lost with more when it went back to a backup.
    """
    row = one(
        store.connection,
        "SELECT summary FROM sync_log WHERE is_outgoing = 1 AND unit = ? AND code = ? "
        "AND json_extract(summary, '$.more') IS NULL AND json_extract(summary, '$.lost') IS NULL "
        "AND coalesce(json_extract(summary, '$.receipt.code'), '') <> ? ORDER BY n DESC LIMIT 1",
        (unit, str(Code.OK), str(Code.UNDONE)),
    )
    return _SENT.decode(row[0]).upto if row else {}


def undone_bundles(store: Store) -> list[str]:
    """The bundles whose import was undone and that were not taken again."""
    rows = stream(store.connection, "SELECT bundle FROM sync_log WHERE code = ?", (str(Code.UNDONE),))
    return [bundle for (bundle,) in rows]


def written_since(store: Store, n: int) -> list[tuple[str, frozenset[str]]]:
    """The bundles written here after number ``n``: to which unit, and the scopes each carries."""
    rows = stream(
        store.connection,
        "SELECT unit, summary FROM sync_log WHERE is_outgoing = 1 AND n > ? AND code = ? ORDER BY n",
        (n, str(Code.OK)),
    )
    return [(unit, frozenset(_SENT.decode(summary).upto)) for unit, summary in rows]


def sent_summary(
    cuts: Iterable[ScopeCut], blobs: Iterable[str] = (), *, lot: str = "", more: bool = False
) -> str:
    """The ``summary`` of a bundle that was written: how far it goes, which files it took along.

    ``lot`` is the first of several that belong together, ``more`` whether another of them follows.
    """
    upto = {cut.scope: {w: mark.n for w, mark in cut.upto.items()} for cut in cuts}
    return msgspec.json.encode(_Sent(upto, sorted(blobs), lot, more)).decode()


def received_summary(
    *, was_parked: bool, files: int = 0, confirmed: int = 0, known: Iterable[ScopeCut] = ()
) -> str:
    """The ``summary`` of a received bundle: whether it had waited, and what it brought besides its rows.

    ``files`` are attached files, ``confirmed`` the bundles written here that it says have arrived; ``known``
    are the cuts of one of which every commit was here already.
    """
    upto = {w: mark.n for cut in known for w, mark in cut.upto.items()}
    return msgspec.json.encode(_Received(was_parked, files, confirmed, upto)).decode()


def undo_repeats(store: Store, spans: Mapping[str, int]) -> None:
    """Call undone what was taken as known, where it holds a commit of a writer after the one in ``spans``."""
    rows = stream(
        store.connection,
        "SELECT bundle, summary FROM sync_log WHERE is_outgoing = 0 AND code = ?",
        (str(Code.OK_DUP),),
    )
    gone = [
        bundle
        for bundle, summary in rows
        if any(w in spans and n > spans[w] for w, n in _RECEIVED.decode(summary).upto.items())
    ]
    store.connection.cursor().executemany(
        "UPDATE sync_log SET code = ? WHERE bundle = ?", [(str(Code.UNDONE), bundle) for bundle in gone]
    )


def was_parked(line: LoggedBundle) -> bool:
    """Whether a received bundle had been kept aside before it was taken."""
    return not line.is_outgoing and _RECEIVED.decode(line.summary).was_parked


def files_brought(line: LoggedBundle) -> int:
    """How many attached files a received bundle brought that were not here."""
    return 0 if line.is_outgoing else _RECEIVED.decode(line.summary).files


def bundles_confirmed(line: LoggedBundle) -> int:
    """Of how many bundles written here a received one said for the first time that they have arrived."""
    return 0 if line.is_outgoing else _RECEIVED.decode(line.summary).confirmed


def sent_blobs(store: Store, unit: str, after: int = 0) -> set[str]:
    """The hashes of the files that bundles written to a unit took along, those after number ``after``."""
    rows = stream(
        store.connection,
        "SELECT summary FROM sync_log WHERE is_outgoing = 1 AND unit = ? AND code = ? AND n > ?",
        (unit, str(Code.OK), after),
    )
    return {digest for (summary,) in rows for digest in _SENT.decode(summary).blobs}


def last_sent_number(store: Store) -> int:
    """The number of the newest bundle written here; the next one is higher."""
    found: int = value(store.connection, "SELECT coalesce(max(n), 0) FROM sync_log WHERE is_outgoing = 1")
    return found


def has_written(store: Store, device: str) -> bool:
    """Whether a computer has written a bundle here."""
    found = one(store.connection, "SELECT 1 FROM sync_log WHERE is_outgoing = 1 AND device = ?", (device,))
    return found is not None


def park(store: Store, parked: ParkedBundle) -> None:
    """Keep a bundle aside."""
    store.connection.execute(
        "INSERT OR REPLACE INTO sync_parked (bundle, path, at, code, details) VALUES (?, ?, ?, ?, ?)",
        (parked.bundle, parked.path, parked.at, str(parked.code), parked.details),
    )


def parked_bundles(store: Store) -> list[ParkedBundle]:
    """The bundles kept aside, oldest first."""
    rows = stream(
        store.connection, "SELECT bundle, path, at, code, details FROM sync_parked ORDER BY at, bundle"
    )
    return [ParkedBundle(row[0], row[1], row[2], Code(row[3]), row[4]) for row in rows]


def unpark(store: Store, bundle: str) -> None:
    """Forget a parked bundle that was taken or given up."""
    store.connection.execute("DELETE FROM sync_parked WHERE bundle = ?", (bundle,))


def registry_bytes(store: Store) -> tuple[bytes, bytes] | None:
    """The registry in force and its signature, as signed; None before enrolment."""
    row = one(store.connection, "SELECT document, signature FROM sync_registry ORDER BY epoch DESC LIMIT 1")
    return (bytes(row[0]), bytes(row[1])) if row else None


def keep_registry(store: Store, epoch: int, document: bytes, signature: bytes) -> None:
    """Keep a verified registry; an older epoch than the one in force is never kept (sync.md 4)."""
    newest = value(store.connection, "SELECT coalesce(max(epoch), 0) FROM sync_registry")
    if epoch > newest:
        store.connection.execute(
            "INSERT INTO sync_registry (epoch, document, signature) VALUES (?, ?, ?)",
            (epoch, document, signature),
        )


def incoming_times(store: Store) -> dict[str, int]:
    """When each bundle that was received came: its id → UTC ms."""
    return dict(stream(store.connection, "SELECT bundle, at FROM sync_log WHERE is_outgoing = 0"))
