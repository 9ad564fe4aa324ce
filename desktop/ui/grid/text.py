"""Measuring and shortening words in cells; measured once for each text and width."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from desktop.ui.theme.early import WORD_WRAP
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Type

MOST_LINES = 8
"""A row grows up to this many lines; what is longer is shortened and shown whole in the tool tip."""


@lru_cache(maxsize=16)
def _metrics(role: Type, zoom: float) -> QFontMetrics:
    return look().metrics(role)


def metrics(role: Type) -> QFontMetrics:
    """The metrics of a role at the present zoom."""
    return _metrics(role, look().zoom)


@lru_cache(maxsize=20_000)
def _wrapped_height(text: str, width: int, role: Type, zoom: float) -> int:
    measured = _metrics(role, zoom)
    if "\n" not in text and measured.horizontalAdvance(text) <= width:
        return measured.lineSpacing()
    return measured.boundingRect(QRect(0, 0, width, 100_000), WORD_WRAP, text).height()


@lru_cache(maxsize=20_000)
def settled(text: str) -> str:
    """The text with a short last word bound to the one before it: no "V" on a line of its own."""
    head, space, last = text.rpartition(" ")
    return f"{head}\u00a0{last}" if space and len(last) <= 4 else text


def wrapped_height(text: str, width: int, role: Type, lines: int = MOST_LINES) -> int:
    """How high a text is when broken into lines of ``width`` pixels, at most so many ``lines``."""
    most = lines * metrics(role).lineSpacing()
    return min(_wrapped_height(settled(text), max(width, 1), role, look().zoom), most)


def fitting(text: str, width: int, height: int, role: Type) -> str:
    """The text, or as much of it with "…" as fits into the space given."""
    measured = metrics(role)
    if _wrapped_height(text, max(width, 1), role, look().zoom) <= height + 2:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        shortened = f"{text[:middle].rstrip()}…"
        fits = measured.boundingRect(QRect(0, 0, width, 100_000), WORD_WRAP, shortened).height() <= height + 2
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{text[:low].rstrip()}…"
