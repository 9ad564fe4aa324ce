"""What an upper office says of a unit's lines. It never writes into the unit's own rows (sync.md 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.entity import Entity, day, flag, long_text, table, text


@table("line_comment")
@dataclass(frozen=True, slots=True, kw_only=True)
class LineComment(Entity):
    """A line returned with a comment: which line, what is wanted, whether it is settled.

    ``about_table`` and ``about_id`` name the line; they are no reference, because a line may be of any table.
    """

    about_table: str = text(max_length=62, required=True, group="about")
    about_id: str = text(max_length=32, required=True, group="about")
    text: str = long_text(max_length=4000, required=True, searched=True)
    written_on: date | None = day()
    is_settled: bool = flag()
