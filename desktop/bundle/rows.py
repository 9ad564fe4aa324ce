"""Rows and commits as lines of JSON (FORMAT.md, "Rows", "Commits"), decoded in blocks of whole lines.

A line is read only in the form in which it would be written: the block is encoded again and compared,
which refuses a register that stands twice, other spaces, other escapes and floats with one look.
What the lines mean together is checked in ``line_rules``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import starmap
from operator import attrgetter
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct

from desktop.bundle.limits import BIGGEST_INTEGER, LIMITS, MIB, Limits
from desktop.domain.change import CommitLine, RowChange
from desktop.domain.errors import Code, SoSenError

BATCH = 2000
"""How many rows are handed on at a time."""
BATCH_TEXT = 8 * MIB
"""About how much text they have at most, so that long rows do not fill the memory."""

_SHORTEST_REGISTER = len('"a":0,')

_Index = Annotated[int, Meta(ge=0, lt=LIMITS.writers)]
_Number = Annotated[int, Meta(ge=1, le=BIGGEST_INTEGER)]
_Integer = Annotated[int, Meta(ge=-BIGGEST_INTEGER, le=BIGGEST_INTEGER)]
_Hash = Annotated[str, Meta(min_length=32, max_length=32)]
_Commit = tuple[_Index, _Number, _Integer, str, _Hash]
_Item = TypeVar("_Item")


class _Row(Struct, forbid_unknown_fields=True, gc=False):
    """A row line; without cycles, so that the garbage collector need not look at it."""

    t: str
    id: str
    c: list[tuple[_Index, _Number, _Integer, dict[str, bool | _Integer | str | None]]]


_encode_lines = msgspec.json.Encoder(order="deterministic").encode_lines
_decode_rows = msgspec.json.Decoder(_Row).decode_lines
_decode_commits = msgspec.json.Decoder(_Commit).decode_lines
# Both run without a step of Python for each line.
_fields = attrgetter("t", "id", "c")
_row_change = partial(tuple.__new__, RowChange)
_commit_line = partial(tuple.__new__, CommitLine)


def encode_rows(rows: Iterable[RowChange]) -> bytes:
    """The lines of ``rows``, registers in ascending order; ``decode_rows`` tells whether they may be sent."""
    return _encode_lines(list(starmap(_Row, rows)))


def encode_commits(commits: Iterable[CommitLine]) -> bytes:
    """The lines of ``commits``."""
    return _encode_lines(commits)


def decode_rows(block: bytes, limits: Limits = LIMITS) -> list[RowChange]:
    """The rows of a block of whole lines.

    Raises ``SoSenError``: ``E_LIMIT`` for a line or string that is too long or a row of too many registers,
    ``E_FORMAT`` for whatever ``encode_rows`` would not have written.
    """
    longest = _longest_line(block, limits)
    try:
        rows = _decode_rows(block)
    except ValueError as error:  # malformed JSON, another shape, broken UTF-8
        raise SoSenError(Code.E_FORMAT, f"a row: {error}") from error
    _check_form(rows, block)
    if longest > limits.registers * _SHORTEST_REGISTER:
        _check_width(rows, limits)
    if longest > limits.string:
        _check_strings((value for row in rows for part in row.c for value in part[3].values()), limits)
    return list(map(_row_change, map(_fields, rows)))


def decode_commits(block: bytes, limits: Limits = LIMITS) -> list[CommitLine]:
    """The commits of a block of whole lines; raises as ``decode_rows`` does."""
    longest = _longest_line(block, limits)
    try:
        commits = _decode_commits(block)
    except ValueError as error:
        raise SoSenError(Code.E_FORMAT, f"a commit: {error}") from error
    _check_form(commits, block)
    if longest > limits.string:
        _check_strings((commit[3] for commit in commits), limits)
    return list(map(_commit_line, commits))


def blocks(pieces: Iterable[bytes], limits: Limits = LIMITS) -> Iterator[bytes]:
    """Group pieces of a member into blocks of whole lines.

    Raises ``SoSenError``: ``E_LIMIT`` for a line that is too long, ``E_FORMAT`` when the last has no end.
    """
    held = b""
    for piece in pieces:
        end = piece.rfind(b"\n") + 1
        if end:
            yield held + piece[:end]
            held = piece[end:]
        else:
            held += piece
        if len(held) > limits.line:
            raise SoSenError(Code.E_LIMIT, "a line is too long")
    if held:
        raise SoSenError(Code.E_FORMAT, "the last line has no end")


def batches(
    lists: Iterable[tuple[list[_Item], int]], size: int = BATCH, text: int = BATCH_TEXT
) -> Iterator[list[_Item]]:
    """Regroup lists into lists of ``size``; the last is shorter, and one that has ``text`` bytes before.

    With each list comes how many bytes of text it was.
    """
    held: list[_Item] = []
    weight = 0
    for items, length in lists:
        held += items
        weight += length
        while len(held) >= size:
            yield held[:size]
            held, weight = held[size:], length
        if weight >= text:
            yield held
            held, weight = [], 0
    if held:
        yield held


def _longest_line(block: bytes, limits: Limits) -> int:
    """The length of the longest line."""
    longest = max(map(len, block.split(b"\n")))
    if longest >= limits.line:
        raise SoSenError(Code.E_LIMIT, "a line is too long")
    return longest


def _check_width(rows: Iterable[_Row], limits: Limits) -> None:
    for row in rows:
        if len(set[str]().union(*(part[3] for part in row.c))) > limits.registers:
            raise SoSenError(Code.E_LIMIT, f"{row.t} {row.id} has too many registers"[:300])


def _check_form(items: Iterable[object], block: bytes) -> None:
    if _encode_lines(items) != block:
        raise SoSenError(Code.E_FORMAT, "lines are not in their one form")


def _check_strings(values: Iterable[object], limits: Limits) -> None:
    if any(isinstance(value, str) and len(value.encode("utf-8")) > limits.string for value in values):
        raise SoSenError(Code.E_LIMIT, "a string is too long")
