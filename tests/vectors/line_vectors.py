"""Rows and commits that are hashed and signed rightly and yet wrong."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.helpers.bundle_draft import Draft
from tests.helpers.bundle_kit import COMMUNE, make_content, record_id
from tests.vectors.vector import Family

LINE = Family("line")
ID = record_id(1)


def rows(data: bytes, count: int | None = None) -> Callable[[], bytes]:
    """A bundle of five commits with these rows."""

    def build() -> bytes:
        draft = Draft(make_content(5)).put("rows/0.ndjson", data)
        draft.manifest["scopes"][COMMUNE]["count"] = data.count(b"\n") if count is None else count
        return draft.sealed()

    return build


def row(parts: str, table: str = "task", record: str = ID) -> bytes:
    return f'{{"t":"{table}","id":"{record}","c":[{parts}]}}\n'.encode()


def part(values: str, dot: str = "0,1,1") -> bytes:
    return row(f"[{dot},{{{values}}}]")


GOOD = part('"a":1')

for _name, _about, _data in [
    ("no_end", "the last line has no end", GOOD[:-1]),
    ("crlf", "line ends of Windows", GOOD.replace(b"\n", b"\r\n")),
    ("blank", "an empty line", GOOD + b"\n"),
    ("space", "a space in a line", GOOD.replace(b":1", b": 1")),
    ("two", "two rows in a line", GOOD[:-1] + GOOD),
    ("cut", "half a line", GOOD[:20] + b"\n"),
    ("not_json", "no JSON", b"task;1;2\n"),
    ("array", "an array for an object", b'["task"]\n'),
    ("utf8", "broken UTF-8", part('"a":"?"').replace(b"?", b"\xff")),
    ("surrogate", "a lone surrogate", part('"a":"\\ud800"')),
    ("surrogate_utf8", "a surrogate as UTF-8", part('"a":"?"').replace(b"?", b"\xed\xa0\x80")),
    ("control", "a control sign without an escape", part('"a":"\t"')),
    ("escape", "an escape for a plain letter", part('"a":"\\u0061"')),
    ("key_order", "keys in another order", f'{{"id":"{ID}","t":"task","c":[[0,1,1,{{"a":1}}]]}}\n'.encode()),
    ("key_unknown", "a key too many", GOOD.replace(b'{"t"', b'{"s":1,"t"')),
    ("key_missing", "a key too few", GOOD.replace(b'"t":"task",', b"")),
    ("key_twice", "a register twice in a part", part('"a":1,"a":2')),
    ("register_order", "registers in another order", part('"b":1,"a":1')),
    ("float", "a float", part('"a":1.5')),
    ("float_whole", "an integer written as a float", part('"a":1.0')),
    ("nan", "NaN", part('"a":NaN')),
    ("nested", "an array for a value", part('"a":[1]')),
    ("object", "an object for a value", part('"a":{}')),
    ("integer_2_53", "2^53", part('"a":9007199254740992')),
    ("integer_huge", "an integer of 400 digits", part(f'"a":{"9" * 400}')),
    ("minus_zero", "minus zero", part('"a":-0')),
    ("id_upper", "an id in capitals", row('[0,1,1,{"a":1}]', record="AB" * 16)),
    ("id_short", "an id that is too short", row('[0,1,1,{"a":1}]', record="ab" * 15)),
    ("id_comma", "ids that only together have the right length", row('[0,1,1,{"a":1}]', record="a" * 31)
        + row('[0,1,1,{"a":1}]', record="b" * 33)),
    ("table_upper", "a table in capitals", row('[0,1,1,{"a":1}]', table="Task")),
    ("table_empty", "a table without a name", row('[0,1,1,{"a":1}]', table="")),
    ("register_name", "a register with a space", part('"a b":1')),
    ("register_dots", "a register of two dots", part('"..":1')),
    ("no_parts", "a row without parts", row("")),
    ("no_values", "a part without values", part("")),
    ("part_short", "a part without values at all", row("[0,1,1]")),
    ("part_long", "a part with something more", row('[0,1,1,{"a":1},0]')),
    ("writer_unknown", "a writer that is not listed", part('"a":1', "1,1,1")),
    ("writer_true", "a truth value for a number", part('"a":1', "0,true,1")),
    ("n_zero", "commit number 0", part('"a":1', "0,0,1")),
    ("n_beyond", "a commit beyond the end of the span", part('"a":1', "0,6,1")),
    ("time_text", "a text for a time", part('"a":1', '0,1,"1"')),
    ("part_twice", "a part twice", row('[0,1,1,{"a":1}],[0,1,1,{"b":1}]')),
    ("part_order", "parts out of order", row('[0,2,1,{"a":1}],[0,1,1,{"a":2}]')),
    ("row_twice", "a row twice", GOOD + GOOD),
    ("row_order", "rows out of order", row('[0,1,1,{"a":1}]', record="f" * 32) + GOOD),
    ("table_order", "tables out of order", GOOD + row('[0,1,1,{"a":1}]', table="plan")),
]:  # fmt: skip
    LINE.add("E_FORMAT", _about, rows(_data), f"row_{_name}", 48)

LINE.add("E_FORMAT", "fewer rows than counted", rows(GOOD, 2), "row_count_high")
LINE.add("E_FORMAT", "more rows than counted", rows(GOOD, 0), "row_count_low")


@LINE.vector("E_LIMIT", "a string of 256 KiB and one byte", 47)
def row_string_long() -> bytes:
    text = "".join(random.Random(1).choices("ab", k=256 * 1024 + 1))
    return rows(part(f'"a":"{text}"'))()


@LINE.vector("OK", "a string of exactly 256 KiB")
def row_string_full() -> bytes:
    # Letters of two bytes: the limit counts bytes.
    text = "".join(random.Random(1).choices("Đđ", k=128 * 1024))
    return rows(part(f'"a":"{text}"'))()


def wide(registers: int) -> str:
    """That many registers, in order."""
    return ",".join(f'"a{number:04d}":0' for number in range(registers))


LINE.add("OK", "a row of exactly 1,000 registers", rows(part(wide(1000))), "row_registers_full")
LINE.add("E_LIMIT", "a row of 1,001 registers", rows(part(wide(1001))), "row_registers_many", 47)


@LINE.vector("OK", "a row of 1,000 registers, each of them twice: siblings count once")
def row_registers_siblings() -> bytes:
    return rows(row(f"[0,1,1,{{{wide(1000)}}}],[0,2,1,{{{wide(1000)}}}]"))()


@LINE.vector("E_LIMIT", "a row of 1,001 registers, in two parts", 47)
def row_registers_parts() -> bytes:
    return rows(row(f'[0,1,1,{{{wide(1000)}}}],[0,2,1,{{"b":0}}]'))()


@LINE.vector("E_FORMAT", "a row that stands in both members of its scope")
def row_twice_over_members() -> bytes:
    draft = Draft(make_content(5)).put("rows/0.ndjson", GOOD).put("rows/1.ndjson", GOOD)
    draft.manifest["scopes"][COMMUNE] |= {"rows": ["rows/0.ndjson", "rows/1.ndjson"], "count": 2}
    return draft.sealed()


USER = '"Nguyễn Văn An"'.encode()


def rehashed(line: bytes, digits: bytes = b"0" * 32) -> bytes:
    """The line of a commit with another hash."""
    return line[:-35] + digits + b'"]\n'


def commits(change: Callable[[list[bytes]], list[bytes]], base: int = 0) -> Callable[[], bytes]:
    """A bundle of five commits, their lines changed."""

    def build() -> bytes:
        draft = Draft(make_content(5, base))
        lines = draft.members["commits.ndjson"].splitlines(keepends=True)
        return draft.put("commits.ndjson", b"".join(change(lines))).sealed()

    return build


for _name, _about, _build in [
    ("none", "no commits", commits(lambda _: [])),
    ("first", "the first is missing", commits(lambda c: c[1:])),
    ("gap", "one between is missing", commits(lambda c: c[:2] + c[3:])),
    ("last", "the last is missing", commits(lambda c: c[:-1])),
    ("more", "one too many", commits(lambda c: [*c, c[-1].replace(b"[0,5,", b"[0,6,")])),
    ("twice", "one twice", commits(lambda c: [c[0], *c])),
    ("order", "two exchanged", commits(lambda c: [c[1], c[0], *c[2:]])),
    ("base", "the base is missing", commits(lambda c: c[1:], 3)),
    ("base_hash", "another hash of the base", commits(lambda c: [rehashed(c[0]), *c[1:]], 3)),
    ("hash", "another hash of the last", commits(lambda c: [*c[:-1], rehashed(c[-1])])),
    ("hash_upper", "a hash in capitals", commits(lambda c: [rehashed(c[0], b"A" * 32), *c[1:]])),
    ("hash_short", "a hash that is too short", commits(lambda c: [rehashed(c[0], b"a" * 31), *c[1:]])),
    ("writer", "a writer that is not listed", commits(lambda c: [*c, c[0].replace(b"[0,", b"[1,")])),
    ("space", "a space in a line", commits(lambda c: [c[0].replace(b",", b", ", 1), *c[1:]])),
    ("user", "a number for a user", commits(lambda c: [c[0].replace(USER, b"1"), *c[1:]])),
    ("shape", "a commit without a hash", commits(lambda c: [c[0][:-37] + b"]\n", *c[1:]])),
]:  # fmt: skip
    LINE.add("E_FORMAT", _about, _build, f"commit_{_name}", 48)
