"""The chain of hashes by which a rewritten past is noticed (sync.md 2, rule 4).

``h(w, n) = SHA-256(h(w, n-1) ‖ canonical commit)[:16]``, shown as 32 hexadecimal digits.  The
*canonical commit* is the UTF-8 text, in RFC 8785 form, of the array

    [writer id, n, t, user, [[table, record id, {register: value, …}], …]]

with the writes in ascending order of (table, record id).  It holds every value that the commit
wrote, so only the writer, at the moment of writing, can compute it: later holders receive the
values that survived.  They carry the hash and compare it; they never compute it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from operator import itemgetter

from desktop.domain.change import Value

FIRST_HASH = "0" * 32
"""The hash before a writer's first commit, h(w, 0)."""

# Registers are ASCII, so that sorting by code point is the order of RFC 8785.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode
_place = itemgetter(0, 1)


def branch_writer(writer: str, h: str) -> str:
    """The writer under which a branch goes on whose first own commit has the hash ``h`` (sync.md 2, rule 5).

    It follows from the branch alone, so that all who hold the branch rename it alike.
    """
    return sha256(b"fork" + bytes.fromhex(writer) + bytes.fromhex(h)).hexdigest()[:32]


def next_hash(
    previous: str,
    writer: str,
    n: int,
    t: int,
    user: str,
    writes: Iterable[tuple[str, str, Mapping[str, Value]]],
) -> str:
    """The hash of a writer's ``n``-th commit, from that of the one before (``FIRST_HASH`` for the first).

    ``t`` is the claimed time in UTC milliseconds; each write is (table, record id, register → value).
    Raises ``ValueError`` when ``previous`` is not hexadecimal or a text holds a lone surrogate.
    """
    ordered = [[table, record, dict(values)] for table, record, values in sorted(writes, key=_place)]
    commit = _encode([writer, n, t, user, ordered]).encode("utf-8")
    return sha256(bytes.fromhex(previous) + commit).hexdigest()[:32]
