"""The mark for words that are translated later: lupdate finds it by this name."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """The text itself; PySide6 has the same function, but its type is lost there."""
    return text
