"""What the lines of a bundle must fulfil together, for the writer and for the reader alike.

Rows: known names, ascending order (so none stands twice), every dot within the span that the manifest
declares.  Commits: exactly those of the spans, without a hole, ending with the hashes of the manifest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, repeat
from operator import eq, itemgetter, lt

from desktop.bundle.names import REGISTER_PATTERN, TABLE_PATTERN
from desktop.domain.change import CommitLine, Part, RowChange, ScopeCut, Writer
from desktop.domain.errors import Code, SoSenError

_TABLE = re.compile(TABLE_PATTERN)
_REGISTER = re.compile(REGISTER_PATTERN)
_HEX = re.compile("[0-9a-f]*")
_REMEMBERED = 10_000
"""So many names of registers are looked at once; who sends more has the others looked at again and again."""
# Of a row: table, id, both, parts.  Of a part: its dot (as of a commit), its values.
_table, _id, _place, _parts = itemgetter(0), itemgetter(1), itemgetter(0, 1), itemgetter(2)
_dot, _values = itemgetter(0, 1), itemgetter(3)


class RowRules:
    """Checks the rows of one scope, batch after batch."""

    def __init__(self, cut: ScopeCut, writers: Sequence[Writer]) -> None:
        self._scope = cut.scope
        self._upto = {i: cut.upto[one.w].n for i, one in enumerate(writers) if one.w in cut.upto}
        self._last = ("", "")
        self._known: set[str] = set()
        self.count = 0
        """Rows seen so far."""

    def check(self, rows: Sequence[RowChange]) -> None:
        """Raise ``SoSenError`` ``E_FORMAT`` when the next rows break a rule."""
        if not rows:
            return
        self._check_order(rows)
        self._check_names(rows)
        parts = [part for row in rows for part in row.c]
        if not all(map(_parts, rows)) or not all(map(_values, parts)):
            self._refuse(rows[0], "a row without parts or a part without values")
        # Most rows have one part; sorted by dot, the last one of each writer is its highest.
        if len(parts) > len(rows) and not all(_ascending(row.c) for row in rows):
            self._refuse(rows[0], "the parts of a row are not in ascending order")
        highest = dict(sorted(map(_dot, parts)))
        if any(n > self._upto.get(writer, 0) for writer, n in highest.items()):
            self._refuse(rows[0], "a part lies outside the span of its scope")
        self._check_registers(parts)
        self.count += len(rows)

    def _check_order(self, rows: Sequence[RowChange]) -> None:
        places: list[tuple[str, str]] = [self._last, *map(_place, rows)]
        if not all(map(lt, places, places[1:])):
            self._refuse(rows[0], "rows are not in ascending order of table and id")
        self._last = places[-1]

    def _check_names(self, rows: Sequence[RowChange]) -> None:
        if not _all_hex32(list(map(_id, rows))):
            self._refuse(rows[0], "an id is not 32 hexadecimal digits")
        if not all(map(_TABLE.fullmatch, set(map(_table, rows)))):
            self._refuse(rows[0], "a table's name")

    def _check_registers(self, parts: Sequence[Part]) -> None:
        new = set[str]().union(*map(_values, parts)) - self._known
        if not all(map(_REGISTER.fullmatch, new)):
            raise SoSenError(Code.E_FORMAT, f"{self._scope}: the name of a register"[:300])
        if len(self._known) < _REMEMBERED:
            self._known |= new

    def _refuse(self, row: RowChange, what: str) -> None:
        raise SoSenError(Code.E_FORMAT, f"{self._scope}, at or after {row.t} {row.id}: {what}"[:300])


@dataclass(frozen=True, slots=True)
class _Expected:
    """The commits of one writer that a bundle lists: from ``first`` to ``last``, with two hashes known."""

    writer: int
    first: int
    last: int
    hashes: dict[int, str]


class CommitRules:
    """Checks the commits of a bundle, batch after batch, in order of writer and number."""

    def __init__(self, cuts: Sequence[ScopeCut], writers: Sequence[Writer]) -> None:
        self._ahead = _expected(cuts, writers)
        self._now = next(self._ahead, None)
        self._n = self._now.first if self._now else 0

    def check(self, commits: Sequence[CommitLine]) -> None:
        """Raise ``SoSenError`` ``E_FORMAT`` unless these are the next expected commits."""
        if not _all_hex32([commit.h for commit in commits]):
            raise SoSenError(Code.E_FORMAT, "the hash of a commit is not 32 hexadecimal digits")
        start = 0
        while start < len(commits):
            start += self._check_run(commits[start:])

    def _check_run(self, commits: Sequence[CommitLine]) -> int:
        """Check the commits up to the end of the writer that is due; return how many there are of it."""
        now = self._now
        if now is None:
            raise SoSenError(Code.E_FORMAT, "more commits than the spans hold")
        run = commits[: now.last + 1 - self._n]
        if not all(map(eq, map(_dot, run), zip(repeat(now.writer), count(self._n)))):
            raise SoSenError(Code.E_FORMAT, f"commits of writer {now.writer} do not follow one another")
        for n, h in now.hashes.items():
            if 0 <= n - self._n < len(run) and run[n - self._n].h != h:
                raise SoSenError(Code.E_FORMAT, f"hash of commit {now.writer}/{n}")
        self._n += len(run)
        if self._n > now.last:
            self._now = next(self._ahead, None)
            self._n = self._now.first if self._now else 0
        return len(run)

    def finish(self) -> None:
        """Raise ``SoSenError`` ``E_FORMAT`` when commits are missing at the end."""
        if self._now is not None:
            raise SoSenError(Code.E_FORMAT, f"commit {self._now.writer}/{self._n} is missing")


def _expected(cuts: Sequence[ScopeCut], writers: Sequence[Writer]) -> Iterator[_Expected]:
    by_scope = {cut.scope: cut for cut in cuts}
    for index, writer in enumerate(writers):
        cut = by_scope.get(writer.scope)
        upto = cut.upto.get(writer.w) if cut else None
        base = cut.base.get(writer.w) if cut else None
        if upto and upto != base:
            hashes = {mark.n: mark.h for mark in (base, upto) if mark}
            yield _Expected(index, base.n if base else 1, upto.n, hashes)


def _ascending(parts: Sequence[Part]) -> bool:
    dots = list(map(_dot, parts))
    return all(map(lt, dots, dots[1:]))


def _all_hex32(texts: Sequence[str]) -> bool:
    return set(map(len, texts)) <= {32} and _HEX.fullmatch("".join(texts)) is not None
