"""What bundles changed in records that were here: pages of many records, each with what stood there before.

A page belongs to one bundle and one table and names its records (``ids``).  ``content`` and ``stamps`` hold
a line for each of them: what was changed, and its stamps before.  The history of a record reads the few
pages that can hold it and of each its own line; the undo of an import reads those of its bundle.  A new
record needs no line: nothing was there.

Where one commit changed each record (``form`` has ``names``), a line of the content is ``[commit, alive
before, alive after, old, new, old, new …]`` in columns, in the order of ``names``; ``form.dots`` says which
commit.  Otherwise it is ``[{name: old column, …}, [[writer, n, {field: [old, new]}], …]]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from desktop.domain.change import Value
from desktop.store.sql import Row, stream
from desktop.store.stamps import Dot
from desktop.store.store import Store
from desktop.store.table_map import Column, TableMap

PAGE = 500
"""Records of a page at the most: of a year of weekly bundles the history of a record reads 52 of them."""
BETWEEN_IDS = " "
BETWEEN_LINES = "\n"

PAGE_COLUMNS = "bundle, tbl, after_line, first_id, last_id, form, ids, content, stamps"
KEEP_SQL = f"INSERT INTO taken_page ({PAGE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

Told = tuple[int, int, dict[str, tuple[Value, Value]]]
"""What one commit changed in a record: writer, n, field → (old, new)."""


class Form(msgspec.Struct, omit_defaults=True):
    """What the lines of a page share."""

    names: tuple[str, ...] = ()
    dots: dict[int, Dot] = {}


_ENCODER = msgspec.json.Encoder()
_FORM = msgspec.json.Decoder(Form)
_PLAIN_LINE = msgspec.json.Decoder(list[Column])
_LINE = msgspec.json.Decoder(tuple[dict[str, Column], list[Told]])


@dataclass(frozen=True, slots=True)
class Before:
    """A record that the general merge changed: stamps and changed columns as they were, and what came."""

    record_id: str
    stamps: str
    columns: Mapping[str, Column]
    told: list[Told]


def page_row(bundle: str, table: str, after_line: int, records: Sequence[Before]) -> tuple[object, ...]:
    """A page of records, as ``KEEP_SQL`` takes it."""
    ids = [record.record_id for record in records]
    lines = (_ENCODER.encode((record.columns, record.told)).decode() for record in records)
    return (
        *(bundle, table, after_line, min(ids), max(ids), "{}", BETWEEN_IDS.join(ids)),
        BETWEEN_LINES.join(lines),
        BETWEEN_LINES.join(record.stamps for record in records),
    )


def plain_page_row(
    bundle: str,
    table: str,
    after_line: int,
    form: Form,
    ids: Sequence[str],
    lines: Sequence[tuple[object, ...]],
    stamps: Sequence[str],
) -> tuple[object, ...]:
    """The same of records that one commit each has changed; ``lines`` as the content holds them."""
    return (
        *(bundle, table, after_line, min(ids), max(ids), _ENCODER.encode(form).decode()),
        BETWEEN_IDS.join(ids),
        _ENCODER.encode_lines(lines).decode().rstrip(BETWEEN_LINES),
        BETWEEN_LINES.join(stamps),
    )


@dataclass(frozen=True, slots=True)
class TakenPage:
    """A page as it is read. ``after_line`` is the newest own line of the history when it was taken."""

    number: int
    bundle: str
    table: str
    after_line: int
    form: Form
    ids: list[str]
    lines: list[str]
    stamps: list[str]

    def told(self, at: int, table: TableMap | None) -> list[Told]:
        """What the commits of the bundle changed in the record at a position: lines with a change."""
        if not self.form.names or table is None:
            return _LINE.decode(self.lines[at])[1]
        came, *columns = _PLAIN_LINE.decode(self.lines[at])
        changes: dict[str, tuple[Value, Value]] = {}
        for name, old, new in zip(self.form.names, columns[::2], columns[1::2], strict=True):
            if old != new:
                changes[name] = (table.from_column(name, old), table.from_column(name, new))
        return [(*self.form.dots[int(came or 0)], changes)] if changes else []

    def before(self, at: int) -> Mapping[str, Column]:
        """The columns before of the record at a position: all that were changed, life among them."""
        if not self.form.names:
            return _LINE.decode(self.lines[at])[0]
        return dict(zip(self.form.names, _PLAIN_LINE.decode(self.lines[at])[1::2], strict=True))


_COLUMNS = "SELECT number, bundle, tbl, after_line, form, ids, content"
"""Without the stamps, which come last: the history does not need them, and a page is large."""


def pages_with(store: Store, record_id: str) -> Iterator[TakenPage]:
    """The pages that hold a record, the newest first; without their stamps."""
    rows = stream(
        store.connection,
        f"{_COLUMNS}, '' FROM taken_page WHERE first_id <= ?1 AND last_id >= ?1 AND instr(ids, ?1) "
        "ORDER BY number DESC",
        (record_id,),
    )
    return map(_page, rows)


def page_numbers(store: Store, bundle: str) -> list[int]:
    """The pages of one bundle, the last first."""
    sql = "SELECT number FROM taken_page WHERE bundle = ? ORDER BY number DESC"
    return [number for (number,) in stream(store.connection, sql, (bundle,))]


def page_of(store: Store, number: int) -> TakenPage:
    """One page by its number, which is there."""
    (row,) = stream(store.connection, f"{_COLUMNS}, stamps FROM taken_page WHERE number = ?", (number,))
    return _page(row)


def pages_about(store: Store, table: str) -> Iterator[TakenPage]:
    """The pages of one table. Raises msgspec.MsgspecError for one that cannot be read."""
    return map(_page, stream(store.connection, f"{_COLUMNS}, stamps FROM taken_page WHERE tbl = ?", (table,)))


def rename_dots(store: Store, rename: Callable[[Dot], Dot]) -> None:
    """Let the pages name other commits: a branch got a writer of its own (sync.md 2, rule 5)."""
    pages = map(_page, list(stream(store.connection, f"{_COLUMNS}, '' FROM taken_page")))
    for page in pages:
        form = Form(page.form.names, {at: rename(dot) for at, dot in page.form.dots.items()})
        lines = page.lines if page.form.names else [_renamed(line, rename) for line in page.lines]
        if (form, lines) != (page.form, page.lines):
            store.connection.execute(
                "UPDATE taken_page SET form = ?, content = ? WHERE number = ?",
                (_ENCODER.encode(form).decode(), BETWEEN_LINES.join(lines), page.number),
            )


def _renamed(line: str, rename: Callable[[Dot], Dot]) -> str:
    columns, told = _LINE.decode(line)
    moved = [(*rename((writer, n)), changes) for writer, n, changes in told]
    return line if moved == told else _ENCODER.encode((columns, moved)).decode()


def _page(row: Row) -> TakenPage:
    number, bundle, table, after_line, form, ids, content, stamps = row
    return TakenPage(
        *(number, bundle, table, after_line, _FORM.decode(form)),
        *(ids.split(BETWEEN_IDS), content.split(BETWEEN_LINES), stamps.split(BETWEEN_LINES)),
    )
