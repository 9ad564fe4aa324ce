"""What the log keeps of a bundle that was written here: its receipt, and the names it has on sticks.

Both stand in the ``summary`` of its line, beside how far it goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import msgspec

from desktop.store.peers import LoggedBundle, last_sent_number, logged
from desktop.store.sql import one, stream
from desktop.store.store import Store

_NUMBER = "bundle_number"


class Receipt(msgspec.Struct, frozen=True):
    """What a receiver said of one of our bundles: with which outcome (a code as text), how many rows, when.

    ``at`` is UTC milliseconds: the receiver's claim, or when the code was typed here. ``is_typed`` tells
    that it came as a code and not in a signed bundle; rows and conflicts are then not known (0).
    """

    code: str
    rows: int
    conflicts: int
    at: int
    is_typed: bool = False

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has what the bundle holds."""
        return self.code.startswith("OK")


class _Summary(msgspec.Struct):
    receipt: Receipt | None = None
    names: tuple[str, ...] = ()
    upto: dict[str, dict[str, int]] = {}
    lot: str = ""
    heard: str = ""


_SUMMARY = msgspec.json.Decoder(_Summary)


@dataclass(frozen=True, slots=True)
class SentLine:
    """A bundle written here, its receipt if any, and every name under which it was written.

    ``lot`` is the same for bundles that were written together and carry each other's files; ``upto`` says
    how far it goes: scope → writer → last commit.
    """

    bundle: LoggedBundle
    receipt: Receipt | None
    names: tuple[str, ...]
    lot: str
    upto: Mapping[str, Mapping[str, int]]


def sent_line(line: LoggedBundle) -> SentLine:
    """A line of the log with what its summary holds."""
    held = _SUMMARY.decode(line.summary)
    return SentLine(line, held.receipt, (line.file_name, *held.names), held.lot or line.bundle, held.upto)


def sent_to(store: Store, unit: str) -> list[SentLine]:
    """Every bundle written for a unit, newest first."""
    ids = stream(
        store.connection,
        "SELECT bundle FROM sync_log WHERE is_outgoing = 1 AND unit = ? ORDER BY n DESC",
        (unit,),
    )
    return [sent_line(line) for (bundle,) in ids if (line := logged(store, bundle)) is not None]


def newest_for_each_unit(store: Store, count: int) -> set[str]:
    """The ``count`` newest bundles written for each unit; those of one lot count as one."""
    rows = stream(
        store.connection,
        "SELECT bundle FROM (SELECT bundle, "
        "dense_rank() OVER (PARTITION BY unit ORDER BY newest DESC) AS place FROM ("
        "SELECT bundle, unit, max(n) OVER "
        "(PARTITION BY unit, coalesce(json_extract(summary, '$.lot'), bundle)) AS newest "
        "FROM sync_log WHERE is_outgoing = 1)) WHERE place <= ?",
        (count,),
    )
    return {row[0] for row in rows}


def own_files(store: Store, device: str) -> set[tuple[str, int]]:
    """The name and size of every file of a computer's bundles that the log knows, under all their names."""
    rows = stream(
        store.connection,
        "SELECT l.file_name, l.size FROM sync_log l WHERE l.device = ? UNION "
        "SELECT n.value, l.size FROM sync_log l, json_each(l.summary, '$.names') n WHERE l.device = ?",
        (device, device),
    )
    return {(name, size) for name, size in rows}


def last_taken(store: Store, unit: str) -> dict[str, dict[str, int]]:
    """How far the newest bundle goes that a unit has confirmed: scope → writer → last commit; {} for none.

    Only while no bundle of the unit came after the receipt: then that one says what the unit has.
    """
    row = one(
        store.connection,
        "SELECT summary FROM sync_log WHERE is_outgoing = 1 AND unit = ? "
        "AND json_extract(summary, '$.receipt.code') LIKE 'OK%' "
        "AND coalesce(json_extract(summary, '$.heard'), '') = ? ORDER BY n DESC LIMIT 1",
        (unit, _heard(store, unit)),
    )
    return _SUMMARY.decode(row[0]).upto if row else {}


def _heard(store: Store, unit: str) -> str:
    """A mark that is another one as soon as a bundle of the unit is taken; "" before the first."""
    rows = stream(
        store.connection,
        "SELECT device, last_n, heard_at FROM sync_peer WHERE unit = ? ORDER BY device",
        (unit,),
    )
    return " ".join(f"{device}:{n}:{at}" for device, n, at in rows)


def call_lost(store: Store, unit: str, left: Mapping[str, int]) -> None:
    """Note of the bundles written for a unit that it no longer has what they hold after ``left``."""
    for line in sent_to(store, unit):
        marks = chain.from_iterable(vector.items() for vector in line.upto.values())
        if any(w in left and n > left[w] for w, n in marks):
            store.connection.execute(
                "UPDATE sync_log SET summary = json_set(summary, '$.lost', json('true')) WHERE bundle = ?",
                (line.bundle.bundle,),
            )


def keep_receipt(store: Store, bundle: str, receipt: Receipt) -> None:
    """Note what the receiver said of one of our bundles, and how much had been heard of its unit by then."""
    line = logged(store, bundle)
    if line is None or not line.is_outgoing:
        return
    held = _SUMMARY.decode(line.summary)
    is_confirmed = held.receipt is not None and held.receipt.is_taken and receipt.is_taken
    store.connection.execute(
        "UPDATE sync_log SET summary = json_set(summary, '$.receipt', json(?), '$.heard', ?) "
        "WHERE bundle = ?",
        (
            msgspec.json.encode(receipt).decode(),
            held.heard if is_confirmed else _heard(store, line.unit),
            bundle,
        ),
    )


def add_name(store: Store, bundle: str, name: str) -> None:
    """Note a further name under which a bundle was written."""
    row = one(
        store.connection, "SELECT summary FROM sync_log WHERE bundle = ? AND is_outgoing = 1", (bundle,)
    )
    if row is None:
        return
    names = [*_SUMMARY.decode(row[0]).names, name]
    store.connection.execute(
        "UPDATE sync_log SET summary = json_set(summary, '$.names', json(?)) WHERE bundle = ?",
        (msgspec.json.encode(names).decode(), bundle),
    )


def take_number(store: Store, seen: int) -> int:
    """The number of the next bundle: above every one used here, tried here, or ``seen`` on the medium.

    It is used up at once, so that a name is never used twice, whatever becomes of the writing.
    """
    with store.writing():
        number = max(int(store.meta(_NUMBER, "0")), last_sent_number(store), seen) + 1
        store.set_meta(_NUMBER, str(number))
    return number
