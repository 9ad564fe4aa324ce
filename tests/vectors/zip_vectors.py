"""ZIP files that other readers have fallen for; here each deviation is refused."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from tests.helpers.bundle_draft import Draft, RawEntry, RawZip, seal
from tests.vectors.vector import Family

ZIP = Family("zip")
ROWS = -1
"""Where the entry with the rows stands: last."""


def changed(change: Callable[[list[RawEntry]], object]) -> Callable[[], bytes]:
    """The good bundle with its entries changed."""

    def build() -> bytes:
        entries = Draft().entries()
        change(entries)
        return seal(RawZip(entries).build())

    return build


def named(name: bytes) -> Callable[[], bytes]:
    """The good bundle with one more entry of that name."""
    return changed(lambda entries: entries.append(RawEntry(name, b"x")))


def framed(**fields: bytes) -> Callable[[], bytes]:
    return lambda: seal(replace(RawZip(Draft().entries()), **fields).build())  # type: ignore[arg-type]


def entry(**fields: object) -> Callable[[], bytes]:
    """The good bundle with fields of the rows' entry changed, in both headers."""
    return changed(lambda entries: vars(entries[ROWS]).update(fields))


def local(**fields: object) -> Callable[[], bytes]:
    """Fields that differ in the local header only."""
    return changed(lambda entries: entries[ROWS].local.update(fields))


NAMES = {
    "parent": b"../rows/0.ndjson",
    "absolute": b"/etc/passwd",
    "drive": b"C:x",
    "backslash": b"rows\\1.ndjson",
    "nul": b"rows/1.ndjson\0.exe",
    "device": b"CON",
    "folder": b"rows/",
    "line_end": b"rows/1.ndjson\n",
    "five_digits": b"rows/00001.ndjson",
    "not_ascii": "rows/việc.ndjson".encode(),
    "empty": b"",
    "unknown": b"readme.txt",
    "upper_blob": b"blob/" + b"A" * 64,
}
for _label, _name in NAMES.items():
    ZIP.add("E_FORMAT", f"a name outside the grammar: {_name!r}", named(_name), f"name_{_label}", 42)

ZIP.add("E_FORMAT", "a name twice", named(b"rows/0.ndjson"), "twice", 44)
ZIP.add("E_FORMAT", "names that differ in case only", named(b"ROWS/0.ndjson"), "case_twin", 44)
ZIP.add("E_FORMAT", "bytes before the ZIP", framed(prefix=b"#!/bin/sh\n"), "prefix", 43)
ZIP.add("E_FORMAT", "bytes after the ZIP", framed(suffix=b"\n"), "suffix", 43)
ZIP.add("E_FORMAT", "a comment of the archive", framed(comment=b"Kinh gui"), "comment", 43)
ZIP.add("E_FORMAT", "a comment of an entry", entry(comment=b"x"), "entry_comment", 43)
ZIP.add("E_FORMAT", "a symbolic link", entry(attributes=0o120777 << 16), "symlink", 43)
ZIP.add("E_FORMAT", "a device", entry(attributes=0o060666 << 16), "device", 43)
ZIP.add("E_FORMAT", "no attributes", entry(attributes=0), "attributes")
ZIP.add("E_FORMAT", "marked as encrypted", entry(flags=1), "encrypted", 43)
ZIP.add("E_FORMAT", "marked as with data descriptor", entry(flags=8), "descriptor", 43)
ZIP.add("E_FORMAT", "an extra field", entry(extra=b"\x99\x99\0\0"), "extra", 43)
ZIP.add(
    "E_FORMAT", "an extra field in the local header alone", local(extra=b"\x99\x99\0\0"), "local_extra", 43
)
ZIP.add("E_FORMAT", "another name in the local header", local(name=b"rows/1.ndjson"), "local_name")
ZIP.add("E_FORMAT", "another size in the local header", local(size=1), "local_size")
ZIP.add("E_FORMAT", "another flag in the local header", local(flags=0x800), "local_flags")
ZIP.add("E_FORMAT", "no local header", local(magic=b"PK\3\5"), "local_magic")
ZIP.add("E_FORMAT", "a date of today", entry(date=0x54D2), "date")
ZIP.add("E_FORMAT", "made on another system", entry(made_by=20), "made_by")
ZIP.add("E_FORMAT", "asks for ZIP64", entry(needs=45), "needs")
ZIP.add("E_FORMAT", "another way of compression", entry(method=12, packed=b"BZh9"), "method")
ZIP.add("E_FORMAT", "stored, but of two sizes", entry(method=0, csize=3), "stored_sizes")
ZIP.add("E_DAMAGED", "another CRC in both headers", entry(crc=1), "crc")
ZIP.add("E_DAMAGED", "not deflate data", entry(packed=b"\xff" * 40), "not_deflate")
ZIP.add("E_FORMAT", "a gap between entries", entry(after=b"\0"), "gap", 41)
ZIP.add("E_FORMAT", "mimetype is not first", changed(lambda e: e.insert(2, e.pop(0))), "order_mimetype")
ZIP.add("E_FORMAT", "no signature", changed(lambda e: e.pop(2)), "no_signature")
ZIP.add(
    "E_FORMAT", "another mimetype", changed(lambda e: vars(e[0]).update(data=b"application/zip")), "mimetype"
)
ZIP.add("E_FORMAT", "another CRC of mimetype", changed(lambda e: vars(e[0]).update(crc=1)), "mimetype_crc")
ZIP.add("E_FORMAT", "only the end record", lambda: seal(RawZip([]).build()), "no_entries")
ZIP.add(
    "E_FORMAT", "fewer entries counted", lambda: seal(RawZip(Draft().entries(), count=4).build()), "count"
)
ZIP.add("E_FORMAT", "half of it", lambda: seal(Draft().zipped()[:-300]), "half", 1)


@ZIP.vector("E_FORMAT", "a manifest that is deflated")
def deflated_manifest() -> bytes:
    entries = Draft().entries()
    entries[1].method = 8
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "a blob that is deflated", 43)
def deflated_blob() -> bytes:
    data = b"x" * 99
    draft = Draft().put(f"blob/{sha256(data).hexdigest()}", data)
    entries = draft.entries()
    next(entry for entry in entries if entry.name.startswith(b"blob/")).method = 8
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "a bomb: a thousand to one", 41)
def bomb_ratio() -> bytes:
    return Draft().put("rows/0.ndjson", b" " * 1_000_000 + b"\n").sealed()


@ZIP.vector("E_FORMAT", "a bomb: inflates beyond the size it declares", 41)
def bomb_lying() -> bytes:
    entries = Draft().entries()
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    entries[ROWS].packed = deflater.compress(entries[ROWS].data + b" " * 100_000) + deflater.flush()
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "inflates to less than it declares")
def inflates_short() -> bytes:
    entries = Draft().entries()
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    entries[ROWS].packed = deflater.compress(entries[ROWS].data[:-1]) + deflater.flush()
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "deflate data without an end")
def inflates_on() -> bytes:
    entries = Draft().entries()
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    entries[ROWS].packed = deflater.compress(entries[ROWS].data) + deflater.flush(zlib.Z_SYNC_FLUSH)
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "bytes after the end of the deflate data")
def inflates_tail() -> bytes:
    entries = Draft().entries()
    entries[ROWS].packed = entries[ROWS].content() + b"tail"
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "two entries share their bytes", 41)
def overlap() -> bytes:
    entries = Draft().entries()
    twin = replace(entries[ROWS], name=b"rows/1.ndjson")
    raw = RawZip(entries, central=[*entries, twin])
    twin.offset = len(b"".join(one.local_header() + one.content() for one in entries[:-1]))
    return seal(raw.build())


@ZIP.vector("E_FORMAT", "an entry quotes the header of the next (the quoted overlap)", 41)
def quoted_overlap() -> bytes:
    entries = Draft().entries()
    inner = RawEntry(b"rows/1.ndjson", b"x" * 40)
    header = inner.local_header()
    outer = entries[ROWS]
    quoted = bytes([0, len(header), 0, ~len(header) & 0xFF, 0xFF]) + header  # a stored block of deflate
    outer.packed = quoted + outer.content()
    inner.offset = len(b"".join(one.local_header() + one.content() for one in entries[:-1])) + 30 + 13 + 5
    return seal(RawZip(entries, central=[*entries, inner]).build())


@ZIP.vector("E_FORMAT", "a member that the manifest does not list", 45)
def not_listed() -> bytes:
    entries = Draft().entries()
    entries.append(RawEntry(b"rows/1.ndjson", b"{}\n"))
    return seal(RawZip(entries).build())


@ZIP.vector("E_DAMAGED", "a member of the manifest is missing", 45)
def missing() -> bytes:
    entries = Draft().entries()
    del entries[ROWS]
    return seal(RawZip(entries).build())


@ZIP.vector("E_FORMAT", "members in another order than the manifest's")
def order_members() -> bytes:
    entries = Draft().entries()
    entries[3], entries[4] = entries[4], entries[3]
    return seal(RawZip(entries).build())


@ZIP.vector("E_DAMAGED", "a member of another size than the manifest says", 4)
def other_size() -> bytes:
    entries = Draft().entries()
    entries[ROWS].data += b"\n"
    return seal(RawZip(entries).build())


@ZIP.vector("E_DAMAGED", "a member of the same size with another byte", 4)
def other_byte() -> bytes:
    entries = Draft().entries()
    entries[ROWS].data = entries[ROWS].data.replace(b"task", b"tusk", 1)
    return seal(RawZip(entries).build())


@ZIP.vector("E_DAMAGED", "a blob that is not what its name says", 52)
def blob_hash() -> bytes:
    draft = Draft().put(f"blob/{sha256(b'right').hexdigest()}", b"right")
    entries = draft.entries()
    next(entry for entry in entries if entry.name.startswith(b"blob/")).data = b"wrong"
    return seal(RawZip(entries).build())


@ZIP.vector("E_DAMAGED", "a blob that is listed but not there", 52)
def blob_missing() -> bytes:
    draft = Draft().put(f"blob/{sha256(b'right').hexdigest()}", b"right")
    entries = [entry for entry in draft.entries() if not entry.name.startswith(b"blob/")]
    return seal(RawZip(entries).build())
