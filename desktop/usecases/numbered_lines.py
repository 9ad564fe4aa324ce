"""Lines pasted from a Word document, split into numbered items and what stands below them.

Knows the numberings of Vietnamese office documents: I. · 1. · 1.1. · a) · - · +.  A line without a number
continues the item before it; when no line at all has a number, every line is an item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from desktop.domain.formula_guard import unguarded

_ROMAN = re.compile(r"(?P<code>[IVX]{1,6})\s*[.)/\-:]\s*(?P<rest>.+)")
_NUMBER = re.compile(r"(?P<code>\d{1,3})(?:\s*[.)/:](?:\s+|(?=\D))|\t)\s*(?P<rest>.+)")
_DOTTED = re.compile(r"(?P<code>\d{1,2}(?:\.\d{1,2})+)(?:\s*[.)/:]\s*|\s+)(?P<rest>.+)")
"""A lone number needs a sign or a tab behind it: "350 ha lúa" and "1.350 hộ" are words, not numberings."""
_LETTER = re.compile(r"(?P<code>[a-zđ])\s*[.)]\s+(?P<rest>.+)")
_DASH = re.compile(r"(?P<code>[-+*•–])\s*(?P<rest>.+)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """One item: its number as written ("" for a dash or none), its depth from 0, its words."""

    code: str
    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class _Marked:
    """A line with the rank of its kind of numbering; a low rank stands above a high one."""

    code: str
    rank: int
    text: str


def numbered_lines(text: str) -> list[NumberedLine]:
    """The items of a pasted text, in order, with depths that never jump by more than one."""
    lines = [unguarded(line.strip()) for line in text.splitlines() if line.strip()]
    marked = [_marked(line) for line in lines]
    if not any(line.rank for line in marked):
        return [NumberedLine("", 0, line.text) for line in marked]
    return _with_depths(_joined(marked))


def _marked(line: str) -> _Marked:
    for rank, pattern, keep in _KINDS:
        found = pattern.fullmatch(line)
        if found is not None:
            code = keep(found["code"])
            return _Marked(code, rank + code.count("."), _one_line(found["rest"]))
    return _Marked("", 0, _one_line(line))


def _one_line(words: str) -> str:
    return _SPACES.sub(" ", words).strip()


def _same(code: str) -> str:
    return code


def _none(_code: str) -> str:
    return ""


_KINDS: tuple[tuple[int, re.Pattern[str], Callable[[str], str]], ...] = (
    (1, _ROMAN, _same),
    (2, _DOTTED, _same),
    (2, _NUMBER, _same),
    (10, _LETTER, _same),
    (20, _DASH, _none),
)


def _joined(marked: Iterable[_Marked]) -> list[_Marked]:
    """Lines without a number join the item before; those before the first item (a title) are left out."""
    found: list[_Marked] = []
    for line in marked:
        if line.rank:
            found.append(line)
        elif found:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
    return found


def _with_depths(marked: Iterable[_Marked]) -> list[NumberedLine]:
    found: list[NumberedLine] = []
    open_ranks: list[int] = []
    for line in marked:
        while open_ranks and open_ranks[-1] >= line.rank:
            open_ranks.pop()
        found.append(NumberedLine(line.code, len(open_ranks), line.text))
        open_ranks.append(line.rank)
    return found
