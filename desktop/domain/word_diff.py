"""Where two texts differ, word by word, so that a person sees at once what to choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_PIECES = re.compile(r"\s+|[^\s]+")
_MOST = 4_000
"""Words compared one by one; beyond that, comparing would keep a clerk waiting for no use."""


class Piece(NamedTuple):
    """A stretch of a text; ``is_common`` when the other text has it too."""

    text: str
    is_common: bool


def compare_words(text: str, other: str) -> list[Piece]:
    """``text`` in stretches that ``other`` has as well, in the same order, and stretches that it has not.

    Joined, the stretches are ``text``. Spaces belong to the word before them.
    """
    words, others = _words(text), _words(other)
    if len(words) + len(others) > _MOST:
        return [Piece(text, text == other)] if text else []
    return list(_joined(words, SequenceMatcher(None, _bare(others), _bare(words), autojunk=False)))


def _joined(words: list[str], matcher: SequenceMatcher[str]) -> Iterator[Piece]:
    for tag, _start, _end, first, last in matcher.get_opcodes():
        if last > first:
            yield Piece("".join(words[first:last]), tag == "equal")


def _words(text: str) -> list[str]:
    found: list[str] = []
    for piece in _PIECES.findall(text):
        if piece.isspace() and found:
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _bare(words: list[str]) -> list[str]:
    return [word.rstrip() for word in words]
