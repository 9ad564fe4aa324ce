"""Bundles that every reader takes."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from desktop.bundle import age_keys
from desktop.bundle.age_stream import CHUNK
from desktop.bundle.rows import encode_rows
from desktop.domain.change import Part, RowChange, Value
from tests.helpers.bundle_draft import Draft, RawZip, seal
from tests.helpers.bundle_kit import (
    LOST_KEYS,
    LOST_WRITER,
    NOON,
    REGISTRY_BYTES,
    REGISTRY_SIG,
    fixed_random,
    make_content,
    record_id,
    written,
)
from tests.vectors.seal_vectors import reheaded
from tests.vectors.vector import Family

GOOD = Family("ok")


def one_row(values: dict[str, Value], table: str = "task") -> bytes:
    """A bundle of one commit that wrote one row."""
    rows = [RowChange(table, record_id(1), [(0, 1, NOON + 1, values)])]
    return Draft(make_content(1)).put("rows/0.ndjson", encode_rows(rows)).sealed()


@GOOD.vector("OK", "a first snapshot: no base")
def snapshot() -> bytes:
    return written(make_content())


@GOOD.vector("OK", "the same under a name with capitals, a copy's number and a foreign suffix", 12)
def renamed() -> bytes:
    return written(make_content())


@GOOD.vector("OK", "a delta: commits after a base, the base itself for comparison")
def delta() -> bytes:
    return written(make_content(5, 3))


@GOOD.vector("OK", "nothing but receipts")
def receipt() -> bytes:
    return written(make_content(writers=(), scopes=(), commits=()))


@GOOD.vector("OK", "siblings: a register in two parts, one of them older than the base")
def siblings() -> bytes:
    parts: list[Part] = [
        (0, 2, NOON + 2, {"status": "in_progress"}),
        (0, 5, NOON + 5, {"status": "completed"}),
    ]
    row = encode_rows([RowChange("task", record_id(1), parts)])
    draft = Draft(make_content(5, 3)).put("rows/0.ndjson", row)
    draft.manifest["scopes"]["30067-19840306"]["count"] = 1
    return draft.sealed()


@GOOD.vector("OK", "every kind of value, at its bounds; every kind of escape")
def values() -> bytes:
    text = "".join(map(chr, range(0x30))) + '"\\/\x7f\u2028\ufeff Đồng Tháp \U0001f33e'
    return one_row(
        {
            ".": 1,
            "a": None,
            "b": True,
            "c": False,
            "d": 2**53 - 1,
            "e": -(2**53) + 1,
            "f": 0,
            "g": "",
            "h": text,
        }
    )


@GOOD.vector("OK", "a table and registers that no program knows yet are kept", 53)
def unknown_table() -> bytes:
    return one_row({".": 1, "colour_of_2031": "xanh"}, "future_thing")


@GOOD.vector("OK", "a value of another type than the register's is kept as it is", 49)
def wrong_type() -> bytes:
    return one_row({".": "1", "title": 12, "due_on": True})


@GOOD.vector("OK", "text that looks like a formula or a script is only text", 50)
def script_text() -> bytes:
    return one_row({".": 1, "title": "=cmd|' /C calc'!A0", "result": "<img src=x onerror=alert(1)>"})


@GOOD.vector("OK", "keys that no program knows yet, in the manifest and within it")
def unknown_keys() -> bytes:
    draft = Draft()
    draft.manifest |= {"mood": "calm", "weather": {"rain": [1, 2]}}
    draft.manifest["app"]["colour"] = None
    draft.manifest["scopes"]["30067-19840306"]["lines"] = 3
    draft.manifest["notes"].append({"greeting": "Xin chào"})
    return draft.sealed()


@GOOD.vector("OK", "registry and its signature")
def registry() -> bytes:
    return written(make_content(registry=(REGISTRY_BYTES, REGISTRY_SIG)))


@GOOD.vector("OK", "an attached file")
def blob() -> bytes:
    data = b"\x89PNG not really"
    return Draft().put(f"blob/{sha256(data).hexdigest()}", data).sealed()


@GOOD.vector("OK", "the ZIP fills one chunk of the seal exactly")
def full_chunk() -> bytes:
    def draft(size: int) -> Draft:
        data = bytes(size)
        return Draft().put(f"blob/{sha256(data).hexdigest()}", data)

    # Once more where the size in the manifest took another digit.
    size = CHUNK - len(draft(50_000).zipped()) + 50_000
    assert len(draft(size).zipped()) == CHUNK
    return draft(size).sealed()


@GOOD.vector("OK", "rows in two members, one after the other")
def two_members() -> bytes:
    draft = Draft()
    lines = draft.members["rows/0.ndjson"].splitlines(keepends=True)
    draft.put("rows/0.ndjson", lines[0]).put("rows/0007.ndjson", b"".join(lines[1:]))
    draft.manifest["scopes"]["30067-19840306"]["rows"] = ["rows/0.ndjson", "rows/0007.ndjson"]
    return draft.sealed()


@GOOD.vector("OK", "rows that are stored, not deflated")
def stored_rows() -> bytes:
    draft = Draft()
    draft.deflated = set()
    return draft.sealed()


@GOOD.vector("OK", "names marked as UTF-8")
def utf8_flag() -> bytes:
    entries = Draft().entries()
    for entry in entries:
        entry.flags = 0x800
    return seal(RawZip(entries).build())


@GOOD.vector("OK", "sealed to fifty devices")
def many_recipients() -> bytes:
    draft = Draft()
    strangers = [age_keys.new_identity(fixed_random(f"stranger {i}")).recipient for i in range(48)]
    draft.recipients = [*strangers, *draft.recipients]
    return draft.sealed()


@GOOD.vector("OK", "a device that was lost later: all it carries lies before the cut", 27)
def revoked_before_cut() -> bytes:
    return written(make_content(2, writer=LOST_WRITER), LOST_KEYS)


@GOOD.vector("OK", "a scope without news: its base is its end")
def nothing_new() -> bytes:
    content = make_content(3, 2)
    cut = content.scopes[0].cut
    still = replace(content.scopes[0], cut=replace(cut, base=cut.upto), rows=())
    return written(replace(content, scopes=(still,), commits=()))


@GOOD.vector("OK", "a stanza of a type that nobody knows")
def grease() -> bytes:
    return reheaded(lambda lines: [lines[0], b"-> grease x Y\nAAAA\n", *lines[1:]])
