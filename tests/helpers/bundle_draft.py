"""A bundle in parts, each of which a test may spoil before it is signed, zipped or sealed.

Built with its own ZIP writer, because the program's can only write what is right.
"""

from __future__ import annotations

import io
import json
import struct
import zlib
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from desktop.bundle import age, canonical, sshsig
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.strict_zip import MIMETYPE_CONTENT
from desktop.bundle.writer import BundleContent
from tests.helpers.bundle_kit import (
    COMMUNE_KEYS,
    OFFICE_KEYS,
    fixed_random,
    make_content,
    unsealed,
    written,
)


@dataclass
class RawEntry:
    """One entry of a ZIP, every field of which may lie."""

    name: bytes
    data: bytes
    method: int = 0
    packed: bytes | None = None
    crc: int | None = None
    csize: int | None = None
    size: int | None = None
    flags: int = 0
    made_by: int = 0x0314
    needs: int = 20
    time: int = 0
    date: int = 0x21
    extra: bytes = b""
    comment: bytes = b""
    attributes: int = 0o100644 << 16
    offset: int | None = None
    after: bytes = b""
    """Bytes between this entry and the next."""
    local: dict[str, Any] = field(default_factory=dict)
    """Fields that differ in the local header."""

    def content(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method != 8:
            return self.data
        deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
        return deflater.compress(self.data) + deflater.flush()

    def facts(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "needs": self.needs,
            "flags": self.flags,
            "method": self.method,
            "time": self.time,
            "date": self.date,
            "crc": zlib.crc32(self.data) if self.crc is None else self.crc,
            "csize": len(self.content()) if self.csize is None else self.csize,
            "size": len(self.data) if self.size is None else self.size,
            "extra": self.extra,
        }

    def local_header(self) -> bytes:
        f = self.facts() | self.local
        head = struct.pack(
            "<4s5H3I2H", f.get("magic", b"PK\3\4"), f["needs"], f["flags"], f["method"], f["time"], f["date"],
            f["crc"], f["csize"], f["size"], len(f["name"]), len(f["extra"]),
        )  # fmt: skip
        return head + bytes(f["name"]) + bytes(f["extra"])

    def central_header(self, offset: int) -> bytes:
        f = self.facts()
        head = struct.pack(
            "<4s6H3I5H2I", b"PK\1\2", self.made_by, f["needs"], f["flags"], f["method"], f["time"], f["date"],
            f["crc"], f["csize"], f["size"], len(f["name"]), len(f["extra"]), len(self.comment), 0, 0,
            self.attributes, offset if self.offset is None else self.offset,
        )  # fmt: skip
        return head + self.name + self.extra + self.comment


@dataclass
class RawZip:
    """A ZIP, the frame of which may lie too."""

    entries: list[RawEntry]
    prefix: bytes = b""
    comment: bytes = b""
    suffix: bytes = b""
    central: list[RawEntry] | None = None
    count: int | None = None

    def build(self) -> bytes:
        out = io.BytesIO()
        out.write(self.prefix)
        offsets: dict[int, int] = {}
        for entry in self.entries:
            offsets[id(entry)] = out.tell()
            out.write(entry.local_header() + entry.content() + entry.after)
        start = out.tell()
        listed = self.entries if self.central is None else self.central
        for entry in listed:
            out.write(entry.central_header(offsets.get(id(entry), 0)))
        size, count = out.tell() - start, len(listed) if self.count is None else self.count
        out.write(struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, size, start, len(self.comment)))
        return out.getvalue() + self.comment + self.suffix


class Draft:
    """A good bundle, taken apart. Change what you like, then ask for ``sealed``."""

    def __init__(self, content: BundleContent | None = None, keys: DeviceKeys = COMMUNE_KEYS) -> None:
        self.keys = keys
        self.members = self._taken_apart(content or make_content())
        self.manifest: dict[str, Any] = json.loads(self.members.pop("manifest.json"))
        self.manifest_bytes: bytes | None = None
        self.signature: bytes | None = None
        self.recipients = [OFFICE_KEYS.recipient, COMMUNE_KEYS.recipient]
        self.deflated = {name for name in self.members if name.endswith(".ndjson")}
        self.listed = True

    def _taken_apart(self, content: BundleContent) -> dict[str, bytes]:
        import zipfile

        with zipfile.ZipFile(io.BytesIO(unsealed(written(content, self.keys)))) as archive:
            found = {name: archive.read(name) for name in archive.namelist()}
        return {name: data for name, data in found.items() if name not in {"mimetype", "manifest.json.sig"}}

    def put(self, name: str, data: bytes) -> Draft:
        """Replace or add a member."""
        self.members[name] = data
        self.deflated |= {name} if name.endswith(".ndjson") else set()
        return self

    def note_members(self) -> None:
        """Let the manifest say what the members are."""
        self.manifest["members"] = {
            name: {"size": len(data), "sha256": sha256(data).hexdigest()}
            for name, data in self.members.items()
        }

    def entries(self) -> list[RawEntry]:
        """The entries of the ZIP, right but for what was spoilt before."""
        if self.listed:
            self.note_members()
        data = canonical.dumps(self.manifest) if self.manifest_bytes is None else self.manifest_bytes
        signature = sshsig.sign(data, self.keys.signing, "bundle@sosen")
        heads = {
            "mimetype": MIMETYPE_CONTENT,
            "manifest.json": data,
            "manifest.json.sig": signature if self.signature is None else self.signature,
        }
        found = [RawEntry(name.encode(), content) for name, content in heads.items()]
        for name in sorted(self.members):
            found.append(RawEntry(name.encode(), self.members[name], 8 if name in self.deflated else 0))
        return found

    def zipped(self) -> bytes:
        return RawZip(self.entries()).build()

    def sealed(self) -> bytes:
        return seal(self.zipped(), self.recipients)


def seal(plain: bytes, recipients: list[str] | None = None, label: str = "seal") -> bytes:
    """An age file around ``plain``, for the office and the commune unless told otherwise."""
    out = io.BytesIO()
    writer = age.seal(out, recipients or [OFFICE_KEYS.recipient, COMMUNE_KEYS.recipient], fixed_random(label))
    writer.write(plain)
    writer.close()
    return out.getvalue()
