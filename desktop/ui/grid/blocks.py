"""Blocks as spreadsheets exchange them: tab-separated lines, cells with breaks or quotes in quotes.

Words that would be a formula there go with an apostrophe before them, and come back without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.formula_guard import guarded, unguarded

_SPECIAL = ("\t", "\n", "\r", '"')


def to_block(rows: Sequence[Sequence[str]]) -> str:
    """Cells as the text that Excel and Calc put on the clipboard."""
    return "".join("\t".join(_quoted(guarded(cell)) for cell in row) + "\n" for row in rows)


def from_block(text: str) -> list[list[str]]:
    """The cells of a pasted text. A quote that does not begin a cell is an ordinary character."""
    rows: list[list[str]] = [[]]
    place, size = 0, len(text)
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    size = len(clean)
    while place < size:
        cell, place = _cell(clean, place)
        rows[-1].append(unguarded(cell))
        if place >= size:
            break
        if clean[place] == "\n":
            rows.append([])
        elif place + 1 >= size:
            rows[-1].append("")
        place += 1
    if not rows[-1]:
        rows.pop()
    return rows


def _cell(text: str, place: int) -> tuple[str, int]:
    """The cell that begins at ``place`` and where it ends (at a tab, a line end or the text's end)."""
    if text[place] == '"':
        quoted = _quoted_cell(text, place + 1)
        if quoted is not None:
            return quoted
    end = place
    while end < len(text) and text[end] not in "\t\n":
        end += 1
    return text[place:end], end


def _quoted_cell(text: str, place: int) -> tuple[str, int] | None:
    """A cell in quotes, or None when its closing quote is missing or followed by something else."""
    parts = []
    while True:
        quote = text.find('"', place)
        if quote < 0:
            return None
        parts.append(text[place:quote])
        follows = text[quote + 1 : quote + 2]
        if follows == '"':
            parts.append('"')
            place = quote + 2
            continue
        return ("".join(parts), quote + 1) if follows in ("", "\t", "\n") else None


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in _SPECIAL):
        return '"' + cell.replace('"', '""') + '"'
    return cell
