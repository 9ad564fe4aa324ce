"""Words that a spreadsheet would take for a formula, and the apostrophe that keeps them words.

A row of another office may say ``=cmd|' /C calc'!A0``: pasted or opened there unguarded it would run.
"""

from __future__ import annotations

import re

_BEGINNINGS = frozenset("=+-@\t\r\n\0＝＋－＠")
"""The full-width forms count too."""
_FIGURE = re.compile(r"[+-]?\d[\d., \u00a0]*%?")
_GUARD = "'"


def begins_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take words, typed or edited in a cell, for a formula."""
    return text[:1] in _BEGINNINGS and text != ""


def guarded(text: str) -> str:
    """Words as they may go to a spreadsheet; figures stay figures."""
    return _GUARD + text if _needs_guard(text) else text


def unguarded(text: str) -> str:
    """The words again: ``unguarded(guarded(text)) == text``, also where they begin with an apostrophe."""
    is_guarded = text.startswith(_GUARD) and _needs_guard(text[1:])
    return text[1:] if is_guarded else text


def _needs_guard(text: str) -> bool:
    """Apostrophes in front count for nothing: one of them may be the guard."""
    bare = text.lstrip(_GUARD)
    return begins_like_formula(bare) and not _FIGURE.fullmatch(bare)
