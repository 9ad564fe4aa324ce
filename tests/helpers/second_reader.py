"""A second reader of bundle/1, written from FORMAT.md alone: it shares no line with the program's.

It reads everything into memory, knows nothing of speed, and uses other libraries where it can: pyrage for
the seal, ``json`` for every line.  Where the two readers disagree, one of them or the page is wrong.
"""

from __future__ import annotations

import base64
import itertools
import json
import re
import struct
import zlib
from dataclasses import dataclass
from hashlib import sha256, sha512
from typing import Any, NoReturn

import pyrage  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

UNIT = "[0-9A-Z]{1,12}-[0-9]{8}"
SCOPE = f"{UNIT}(/{UNIT})?"
DEVICE, HEX32, HEX64 = "d-[0-9a-f]{16}", "[0-9a-f]{32}", "[0-9a-f]{64}"
TABLE, REGISTER = "[a-z][a-z0-9_]{0,62}", r"\.|[a-z][a-z0-9_]{0,62}"
MEMBER = rf"commits\.ndjson|registry\.json(\.sig)?|rows/[0-9]{{1,4}}\.ndjson|blob/{HEX64}"
HEADS = ["mimetype", "manifest.json", "manifest.json.sig"]
BIG = 2**53
MIB = 1024 * 1024


class RefusedError(Exception):
    """The bundle is refused with this code."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"{code}: {why}")
        self.code = code


@dataclass
class Knowledge:
    """What a reader knows: its key, its units, the pinned roots, the registry in use."""

    identity: str
    units: set[str]
    roots: list[str]
    registry: dict[str, Any]


@dataclass
class Contents:
    """A bundle that was accepted."""

    manifest: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]]
    commits: list[list[Any]]
    blobs: dict[str, bytes]


def read(data: bytes, known: Knowledge) -> Contents:
    """All steps of section 11 that need no database; raises ``RefusedError``."""
    entries = unzip(unseal(data, known))
    raw, signature = entries["manifest.json"].data, entries["manifest.json.sig"].data
    require(len(raw) <= 4 * MIB and len(signature) <= 4096, "E_LIMIT", "manifest or signature")
    key = verify(raw, signature, b"bundle@sosen")
    device = {one["id"]: one for one in known.registry["devices"]}.get(device_id(key))
    require(device is not None and public_key(device["sign"]) == key, "E_UNKNOWN_SIGNER", "not enrolled")
    assert device is not None
    manifest = read_manifest(raw)
    check_sender(manifest, device, known)
    members = check_members(entries, manifest)
    for scope in manifest["scopes"]:
        require(may_carry(known.registry, device["unit"], scope), "E_OWNER", scope)
    contents = Contents(
        manifest,
        {scope: read_rows(scope, manifest, members) for scope in manifest["scopes"]},
        read_commits(manifest, members["commits.ndjson"]),
        {name[5:]: content for name, content in members.items() if name.startswith("blob/")},
    )
    if "registry.json" in members:
        check_registry(members["registry.json"], members["registry.json.sig"], known)
    return contents


def refuse(code: str, why: str) -> NoReturn:
    raise RefusedError(code, why)


def require(holds: object, code: str, why: str) -> None:
    if not holds:
        refuse(code, why)


# -- section 4 -----------------------------------------------------------------------------------


def unseal(data: bytes, known: Knowledge) -> bytes:
    require(len(data) < 2**31, "E_LIMIT", "file")
    end = data.find(b"\n---")
    require(end < 0 or data.find(b"\n", end + 1) < MIB, "E_LIMIT", "age header")
    require(data.startswith(b"age-encryption.org/v1\n"), "E_DAMAGED", "armoured or no age file")
    try:
        return bytes(pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(known.identity)]))
    except pyrage.DecryptError as error:
        refuse("E_NOTFORME" if "No matching keys" in str(error) else "E_DAMAGED", str(error))


# -- section 5 -----------------------------------------------------------------------------------


@dataclass
class Entry:
    name: str
    method: int
    crc: int
    packed: bytes
    size: int

    @property
    def data(self) -> bytes:
        """The content; its length and CRC are judged here, its hash elsewhere."""
        content = self.packed
        if self.method == 8:
            inflater = zlib.decompressobj(-15)
            try:
                content = inflater.decompress(self.packed, self.size + 1)
            except zlib.error as error:
                refuse("E_DAMAGED", f"{self.name}: {error}")
            if len(content) == self.size and not inflater.eof:
                content += inflater.decompress(inflater.unconsumed_tail, 1)
            clean = inflater.eof and not inflater.unused_data
            require(clean and len(content) == self.size, "E_FORMAT", f"{self.name}: another size")
        require(zlib.crc32(content) == self.crc, "E_DAMAGED", f"{self.name}: CRC")
        return content


def unzip(archive: bytes) -> dict[str, Entry]:
    """The entries in order, every byte of the file accounted for."""
    require(len(archive) >= 22 and archive[-22:-18] == b"PK\5\6", "E_FORMAT", "no end record")
    disk, first_disk, here, count, size, start, comment = struct.unpack("<4H2IH", archive[-18:])
    require(here <= 10_003, "E_LIMIT", "entries")
    require((disk, first_disk, comment) == (0, 0, 0) and here == count, "E_FORMAT", "end record")
    require(start + size == len(archive) - 22, "E_FORMAT", "bytes that belong to nothing")
    found: dict[str, Entry] = {}
    at, central = 0, start
    for _ in range(count):
        entry, at, central = read_entry(archive, at, central, start)
        require(entry.name not in found, "E_FORMAT", "a name twice")
        found[entry.name] = entry
    require(at == start and central == start + size, "E_FORMAT", "bytes that belong to nothing")
    require(list(found)[:3] == HEADS, "E_FORMAT", "the first three")
    first = found["mimetype"]
    require(first.packed == b"application/vnd.sosen.bundle+zip", "E_FORMAT", "mimetype")
    require(first.crc == zlib.crc32(first.packed), "E_FORMAT", "CRC of mimetype")
    return found


def read_entry(archive: bytes, at: int, central: int, start: int) -> tuple[Entry, int, int]:
    """The entry whose local header is at ``at`` and central header at ``central``; where both go on."""
    require(
        archive[central : central + 4] == b"PK\1\2" and central + 46 <= len(archive), "E_FORMAT", "central"
    )
    made_by, *same, name_size, extra, comment, disk, internal, external, offset = struct.unpack(
        "<6H3I5H2I", archive[central + 4 : central + 46]
    )
    needs, flags, method, time, date, crc, packed_size, size = same
    name = archive[central + 46 : central + 46 + name_size]
    plain = (made_by, needs, time, date, extra, comment, disk, internal, external, offset)
    require(plain == (0x0314, 20, 0, 0x21, 0, 0, 0, 0, 0x81A40000, at), "E_FORMAT", "a field")
    require(flags in {0, 0x800} and method in {0, 8}, "E_FORMAT", "flags or method")
    grammar = rf"mimetype|manifest\.json(\.sig)?|{MEMBER}".encode()
    require(re.fullmatch(grammar, name), "E_FORMAT", f"name {name!r}")
    local = b"PK\3\4" + struct.pack("<5H3I2H", *same, name_size, 0) + name
    require(archive[at : at + len(local)] == local, "E_FORMAT", "local header")
    content, end = at + len(local), at + len(local) + packed_size
    require(end <= start, "E_FORMAT", "overlap")
    if method == 8:
        require(name.endswith(b".ndjson") and size <= 200 * packed_size, "E_FORMAT", "deflated")
    else:
        require(size == packed_size, "E_FORMAT", "sizes")
    entry = Entry(name.decode(), method, crc, archive[content:end], size)
    return entry, end, central + 46 + name_size


# -- section 6 -----------------------------------------------------------------------------------


def verify(message: bytes, armoured: bytes, namespace: bytes) -> bytes:
    """The raw key that signed ``message``."""

    def string(data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + data

    # Everything but key and signature is known beforehand, so they stand at known places.
    kind = string(b"ssh-ed25519")
    body = b"".join(armoured.split(b"\n")[1:-2])
    try:
        blob = base64.b64decode(body, validate=True)
    except ValueError as error:
        refuse("E_SIG", str(error))
    key, value = blob[33:65], blob[-64:]
    middle = string(namespace) + string(b"") + string(b"sha512")
    expected = b"SSHSIG" + struct.pack(">I", 1) + string(kind + string(key)) + middle
    expected += string(kind + string(value))
    lines = re.findall(b".{1,70}", base64.b64encode(expected))
    text = [b"-----BEGIN SSH SIGNATURE-----", *lines, b"-----END SSH SIGNATURE-----", b""]
    require(len(key) == 32 and len(value) == 64 and armoured == b"\n".join(text), "E_SIG", "form")
    try:
        public = Ed25519PublicKey.from_public_bytes(key)
        public.verify(value, b"SSHSIG" + middle + string(sha512(message).digest()))
    except InvalidSignature:
        refuse("E_SIG", "does not fit")
    return key


def public_key(line: str) -> bytes:
    return base64.b64decode(line.split(" ")[1])[-32:]


def device_id(key: bytes) -> str:
    return "d-" + sha256(key).hexdigest()[:16]


def canonical(value: Any) -> bytes:
    """Canonical JSON, written out by hand; raises ``UnicodeEncodeError`` for a lone surrogate."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return b"{" + b",".join(canonical(key) + b":" + canonical(value[key]) for key in keys) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if isinstance(value, str):
        return b'"' + "".join(map(escaped, value)).encode() + b'"'
    return {None: b"null", True: b"true", False: b"false"}[value] if not number(value) else b"%d" % value


def escaped(letter: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
    return short.get(letter) or (f"\\u{ord(letter):04x}" if ord(letter) < 0x20 else letter)


def number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def parse(data: bytes) -> Any:
    """Canonical JSON: its own depth count, then ``json``, then written again and compared."""
    depth, inside, skip = 0, False, False
    for byte in data:
        if skip or (inside and byte == 0x5C):
            skip = not skip
        elif byte == 0x22:
            inside = not inside
        elif not inside and byte in b"[]{}":
            depth += 1 if byte in b"[{" else -1
            require(depth <= 8, "E_LIMIT", "depth")

    def integer(text: str) -> int:
        require(len(text) < 18 and abs(int(text)) < BIG, "E_LIMIT", "integer")
        return int(text)

    try:
        value = json.loads(
            data.decode(), parse_int=integer, parse_float=not_integer, parse_constant=not_integer
        )
        require(canonical(value) == data, "E_FORMAT", "not canonical")
    except ValueError as error:
        refuse("E_FORMAT", str(error))
    return value


def not_integer(text: str) -> NoReturn:
    refuse("E_FORMAT", f"number {text}")


# -- section 7 -----------------------------------------------------------------------------------


def is_text(value: object, grammar: str) -> bool:
    return isinstance(value, str) and re.fullmatch(grammar, value) is not None


def is_count(value: object, least: int = 0) -> bool:
    return number(value) and int(str(value)) >= least


def is_mark(value: object, grammar: str) -> bool:
    """``[writer, n, hash]``, the writer an index where ``grammar`` is empty."""
    if not isinstance(value, list) or len(value) != 3:
        return False
    writer = is_text(value[0], grammar) if grammar else is_count(value[0])
    return writer and is_count(value[1], 1) and is_text(value[2], HEX32)


def ascending(keys: list[Any]) -> bool:
    return all(a < b for a, b in itertools.pairwise(keys))


def read_manifest(data: bytes) -> dict[str, Any]:
    manifest = parse(data)
    require(isinstance(manifest, dict), "E_FORMAT", "no object")
    name = manifest.get("format")
    require(is_text(name, r"bundle/[1-9][0-9]{0,5}"), "E_FORMAT", "format")
    require(name == "bundle/1", "E_NEWER", str(name))
    need = manifest.get("need")
    require(isinstance(need, list) and all(isinstance(one, str) for one in need), "E_FORMAT", "need")
    require(not need, "E_NEWER", str(need))
    try:
        shape = list(manifest_shape(manifest))
    except (KeyError, TypeError, AttributeError) as error:
        refuse("E_FORMAT", f"shape: {error!r}")
    require(all(shape), "E_FORMAT", "shape")
    check_sizes(manifest)
    check_relations(manifest)
    return dict(manifest)


def manifest_shape(m: dict[str, Any]) -> Any:
    """Every value against its grammar; a missing key raises ``KeyError``."""
    yield all(isinstance(m["app"][key], str) and len(m["app"][key]) <= 200 for key in ("name", "version"))
    yield is_count(m["app"]["schema"]) and is_text(m["id"], HEX32) and is_count(m["n"], 1)
    yield number(m["made"]) and is_text(m["from"]["unit"], UNIT) and is_text(m["from"]["device"], DEVICE)
    for key, kind in {"to": list, "writers": list, "scopes": dict, "have": dict, "results": list,
                      "notes": list, "want": list, "members": dict}.items():  # fmt: skip
        yield isinstance(m[key], kind)
    yield len(m["to"]) > 0 and all(is_text(one, UNIT) for one in m["to"])
    for one in m["writers"]:
        yield is_text(one["w"], HEX32) and is_text(one["scope"], SCOPE) and is_text(one["device"], DEVICE)
    for scope, entry in m["scopes"].items():
        yield is_text(scope, SCOPE) and is_count(entry["count"])
        yield all(isinstance(entry[key], list) for key in ("base", "upto", "rows"))
        yield all(is_mark(mark, "") for mark in entry["base"] + entry["upto"])
        yield all(is_text(name, r"rows/[0-9]{1,4}\.ndjson") for name in entry["rows"])
    for scope, marks in m["have"].items():
        yield is_text(scope, SCOPE) and isinstance(marks, list) and all(is_mark(one, HEX32) for one in marks)
    for result in m["results"]:
        yield is_text(result["id"], HEX32) and is_text(result["code"], "[A-Z][A-Z_]{1,31}")
        yield is_count(result["rows"]) and is_count(result["conflicts"]) and number(result["at"])
    for note in m["notes"]:
        yield isinstance(note, dict) and (note.get("fork") is None or is_mark(note["fork"], HEX32))
        yield note.get("after") is None or is_text(note["after"], HEX32)
    yield all(is_text(one, HEX64) for one in m["want"])
    for name, member in m["members"].items():
        yield is_text(name, MEMBER) and is_count(member["size"]) and is_text(member["sha256"], HEX64)


def check_sizes(m: dict[str, Any]) -> None:
    most = {"blob": 64 * MIB, "registry.json": 16 * MIB, "registry.json.sig": 4096}
    for name, member in m["members"].items():
        require(member["size"] <= most.get(name.split("/")[0], 512 * MIB), "E_LIMIT", name)
    lines = [member["size"] for name, member in m["members"].items() if name.endswith(".ndjson")]
    require(sum(lines) <= 512 * MIB, "E_LIMIT", "lines")
    require(len(m["members"]) <= 10_000 and len(m["writers"]) <= 4096, "E_LIMIT", "members or writers")


def check_relations(m: dict[str, Any]) -> None:
    writers, members = m["writers"], m["members"]
    require(len({one["w"] for one in writers}) == len(writers), "E_FORMAT", "a writer twice")
    require(len(set(m["to"])) == len(m["to"]), "E_FORMAT", "an addressee twice")
    require(all(ascending([mark[0] for mark in marks]) for marks in m["have"].values()), "E_FORMAT", "have")
    for scope, entry in m["scopes"].items():
        for marks in (entry["base"], entry["upto"]):
            own = all(w < len(writers) and writers[w]["scope"] == scope for w, _, _ in marks)
            require(own and ascending([w for w, _, _ in marks]), "E_FORMAT", "a span")
        upto = {w: (n, h) for w, n, h in entry["upto"]}
        for w, n, h in entry["base"]:
            fits = w in upto and (n < upto[w][0] or (n, h) == upto[w])
            require(fits, "E_FORMAT", "base")
    rows = [name for entry in m["scopes"].values() for name in entry["rows"]]
    require(sorted(rows) == sorted(name for name in members if name.startswith("rows/")), "E_FORMAT", "rows")
    require("commits.ndjson" in members, "E_FORMAT", "commits")
    require(("registry.json" in members) == ("registry.json.sig" in members), "E_FORMAT", "registry")
    named = all(name[5:] == one["sha256"] for name, one in members.items() if name.startswith("blob/"))
    require(named, "E_FORMAT", "blob")


def check_sender(m: dict[str, Any], device: dict[str, Any], known: Knowledge) -> None:
    require(m["from"]["device"] == device["id"] and m["from"]["unit"] == device["unit"], "E_SIG", "sender")
    if "revoked" in device:
        cut = device["revoked"]["cut"]
        ends = [(m["writers"][w]["w"], n) for entry in m["scopes"].values() for w, n, _ in entry["upto"]]
        require(ends and all(n <= cut.get(w, 0) for w, n in ends), "E_REVOKED", device["id"])
    require(known.units & set(m["to"]), "E_NOTFORME", "addressee")


def check_members(entries: dict[str, Entry], m: dict[str, Any]) -> dict[str, bytes]:
    """Steps 6 and 7: the members, each with its bytes."""
    names = [name for name in entries if name not in HEADS]
    require(all(name in m["members"] for name in names), "E_FORMAT", "not listed")
    for name, member in m["members"].items():
        require(name in entries and entries[name].size == member["size"], "E_DAMAGED", f"{name}: not there")
    require(names == list(m["members"]), "E_FORMAT", "order")
    found = {name: entries[name].data for name in names}
    for name, member in m["members"].items():
        require(sha256(found[name]).hexdigest() == member["sha256"], "E_DAMAGED", f"{name}: hash")
    return found


# -- sections 8 and 9 ----------------------------------------------------------------------------


def lines_of(data: bytes) -> list[bytes]:
    require(not data or data.endswith(b"\n"), "E_FORMAT", "the last line has no end")
    lines = data.split(b"\n")[:-1]
    require(all(len(line) < MIB for line in lines), "E_LIMIT", "line")
    return lines


def parse_line(line: bytes) -> Any:
    """JSON without floats; its form is judged by the caller."""
    try:
        return json.loads(line.decode(), parse_float=not_integer, parse_constant=not_integer)
    except ValueError as error:
        refuse("E_FORMAT", str(error))


def same(line: bytes, text: bytes) -> None:
    require(line == text, "E_FORMAT", "not in its one form")


def is_integer(value: object) -> bool:
    return number(value) and abs(int(str(value)[:20])) < BIG


def check_string(value: object) -> None:
    if isinstance(value, str):
        require(len(value.encode("utf-8", "surrogatepass")) <= 256 * 1024, "E_LIMIT", "string")


def read_rows(scope: str, m: dict[str, Any], members: dict[str, bytes]) -> list[dict[str, Any]]:
    entry = m["scopes"][scope]
    upto = {w: n for w, n, _ in entry["upto"]}
    found = []
    for name in entry["rows"]:
        for line in lines_of(members[name]):
            row = parse_line(line)
            require(isinstance(row, dict) and list(row) == ["t", "id", "c"], "E_FORMAT", "row")
            require(is_text(row["t"], TABLE) and is_text(row["id"], HEX32), "E_FORMAT", "table or id")
            require(isinstance(row["c"], list) and row["c"], "E_FORMAT", "no parts")
            parts = [read_part(part, upto) for part in row["c"]]
            require(ascending([part[:2] for part in row["c"]]), "E_FORMAT", "parts")
            registers = {register for part in row["c"] for register in part[3]}
            require(len(registers) <= 1000, "E_LIMIT", "registers of a row")
            text = b'{"t":"%s","id":"%s","c":[%s]}' % (
                row["t"].encode(),
                row["id"].encode(),
                b",".join(parts),
            )
            same(line, text)
            found.append(row)
    require(len(found) == entry["count"], "E_FORMAT", "count")
    require(ascending([(row["t"], row["id"]) for row in found]), "E_FORMAT", "order of rows")
    return found


def read_part(part: Any, upto: dict[int, int]) -> bytes:
    """The part in its one form."""
    require(isinstance(part, list) and len(part) == 4, "E_FORMAT", "part")
    w, n, time, values = part
    require(is_integer(w) and is_integer(n) and n >= 1 and is_integer(time), "E_FORMAT", "dot")
    require(n <= upto.get(w, 0), "E_FORMAT", "outside the span")
    require(isinstance(values, dict) and values, "E_FORMAT", "values")
    for register, value in values.items():
        plain = value is None or isinstance(value, bool | str) or is_integer(value)
        require(is_text(register, REGISTER) and plain, "E_FORMAT", "register")
        check_string(value)
    try:
        return canonical(part)
    except UnicodeEncodeError as error:
        refuse("E_FORMAT", str(error))


def read_commits(m: dict[str, Any], data: bytes) -> list[list[Any]]:
    due: list[tuple[int, int, str | None]] = []
    for index, writer in enumerate(m["writers"]):
        entry = m["scopes"].get(writer["scope"], {"base": [], "upto": []})
        base = {w: (n, h) for w, n, h in entry["base"]}.get(index, (0, None))
        last, end = {w: (n, h) for w, n, h in entry["upto"]}.get(index, (0, None))
        if last > base[0]:
            known = {base[0]: base[1], last: end}
            due += [(index, n, known.get(n)) for n in range(max(1, base[0]), last + 1)]
    found = []
    for line in lines_of(data):
        commit = parse_line(line)
        require(isinstance(commit, list) and len(commit) == 5, "E_FORMAT", "commit")
        w, n, time, user, h = commit
        require(is_integer(w) and is_integer(n) and is_integer(time), "E_FORMAT", "commit")
        require(isinstance(user, str) and is_text(h, HEX32), "E_FORMAT", "commit")
        check_string(user)
        same(line, canonical(commit))
        found.append(commit)
    require([(c[0], c[1]) for c in found] == [(w, n) for w, n, _ in due], "E_FORMAT", "commits of the span")
    hashes = all(h is None or commit[4] == h for commit, (_, _, h) in zip(found, due, strict=True))
    require(hashes, "E_FORMAT", "hash of a commit")
    return found


# -- section 10 ----------------------------------------------------------------------------------


def chain(units: dict[str, Any], unit: str | None, key: str) -> list[str]:
    found: list[str] = []
    while unit is not None and unit not in found:
        found.append(unit)
        unit = units.get(unit, {}).get(key)
    return found


def may_carry(registry: dict[str, Any], signer: str, scope: str) -> bool:
    units = {unit["id"]: unit for unit in registry["units"]}
    heirs = chain(units, scope.partition("/")[0], "successor")
    return any(signer in chain(units, heir, "parent") for heir in heirs)


def succeeding_roots(data: bytes, roots: list[bytes]) -> list[bytes]:
    """Section 10: step by step from the pinned roots."""
    try:
        steps = parse(data).get("succession", [])
    except RefusedError:
        return []
    for step in steps:
        signed = canonical({"format": "roots/1", "roots": step["roots"]})
        if verify(signed, step["signature"].encode(), b"roots@sosen") in roots:
            roots = [public_key(line) for line in step["roots"]]
    return roots


def check_registry(data: bytes, signature: bytes, known: Knowledge) -> None:
    key = verify(data, signature, b"registry@sosen")
    roots = [public_key(line) for line in known.roots]
    if key not in roots:
        roots = succeeding_roots(data, roots)
    require(key in roots, "E_SIG", "not pinned")
    registry = parse(data)
    name = registry.get("format") if isinstance(registry, dict) else None
    require(is_text(name, r"registry/[1-9][0-9]{0,5}"), "E_FORMAT", "registry")
    require(name == "registry/1", "E_NEWER", str(name))
    units = [unit["id"] for unit in registry["units"]]
    devices = [device["id"] for device in registry["devices"]]
    require(len(set(units)) == len(units) and len(set(devices)) == len(devices), "E_FORMAT", "twice")
    require(registry["roots"] and is_count(registry["epoch"]), "E_FORMAT", "roots or epoch")
    for device in registry["devices"]:
        fits = device["unit"] in units and device["id"] == device_id(public_key(device["sign"]))
        require(fits, "E_FORMAT", "device")
