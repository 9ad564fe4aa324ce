"""Offices with fixed keys and a small bundle between them, for every test that needs one.

Keys and "random" bytes follow from labels, so that vectors come out the same on every machine.
They protect nothing.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import age, sshsig
from desktop.bundle.age_keys import Identity
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.manifest import AppInfo, ForkNote, Result
from desktop.bundle.reader import open_bundle
from desktop.bundle.registry import Registry, RegistryDevice, RegistryUnit
from desktop.bundle.registry_signing import sign_registry
from desktop.bundle.trust import Revocation
from desktop.bundle.verified import VerifiedBundle
from desktop.bundle.writer import BundleContent, ScopeContent, write_bundle
from desktop.domain.change import CommitLine, Mark, RowChange, ScopeCut, Value, Writer
from desktop.domain.commit_hash import FIRST_HASH, next_hash

OFFICE, COMMUNE, OTHER = "872-19810105", "30067-19840306", "30043-19810105"
ABOUT_COMMUNE = f"{OFFICE}/{COMMUNE}"
NOON = 1655528400000
"""18 June 2022, 12:00 in Vietnam, in ms UTC."""


def fixed_random(label: str) -> Callable[[int], bytes]:
    """A source of bytes that follows from a label alone."""
    stream = io.BytesIO(b"".join(sha256(f"{label}/{i}".encode()).digest() for i in range(256)))
    return stream.read


def fixed_keys(label: str) -> DeviceKeys:
    random = fixed_random(f"keys of {label}")
    return DeviceKeys(Ed25519PrivateKey.from_private_bytes(random(32)), Identity(random(32)))


OFFICE_KEYS, COMMUNE_KEYS, OTHER_KEYS = fixed_keys("office"), fixed_keys("commune"), fixed_keys("other")
LOST_KEYS, STRANGER_KEYS = fixed_keys("lost"), fixed_keys("stranger")
ROOT, FALSE_ROOT = fixed_keys("root").signing, fixed_keys("false root").signing
WRITER = Writer("9c1e" * 8, COMMUNE, COMMUNE_KEYS.device)
LOST_WRITER = Writer("10" * 16, COMMUNE, LOST_KEYS.device)


def record_id(number: int) -> str:
    """The id of a record of the commune."""
    return f"f2b37c10{NOON + number:012x}{sha256(b'%d' % number).hexdigest()[:12]}"


def enrolled(keys: DeviceKeys, unit: str, label: str, revoked: Revocation | None = None) -> RegistryDevice:
    return RegistryDevice(keys.device, unit, label, keys.sign_line, keys.recipient, 1, revoked)


def make_registry(epoch: int = 12) -> Registry:
    """One office, two communes with a device each, and a device of the first that was lost."""
    lost = Revocation(11, {LOST_WRITER.w: 2})
    return Registry(
        epoch=epoch,
        roots=(sshsig.public_line(ROOT.public_key().public_bytes_raw()),),
        units=(
            RegistryUnit(OFFICE, "Huyện Tháp Mười"),
            RegistryUnit(COMMUNE, "Xã Phú Điền", OFFICE),
            RegistryUnit(OTHER, "Xã Hưng Thạnh", OFFICE),
        ),
        devices=(
            enrolled(OFFICE_KEYS, OFFICE, "may1"),
            enrolled(COMMUNE_KEYS, COMMUNE, "may1"),
            enrolled(LOST_KEYS, COMMUNE, "may2", lost),
            enrolled(OTHER_KEYS, OTHER, "may1"),
        ),
    )


REGISTRY = make_registry()
REGISTRY_BYTES, REGISTRY_SIG = sign_registry(REGISTRY, ROOT)


def make_commits(count: int, writer: Writer = WRITER, index: int = 0) -> list[CommitLine]:
    """The first commits of a writer, each of one write."""
    lines, h = [], FIRST_HASH
    for n in range(1, count + 1):
        values: dict[str, Value] = {".": 1, "title": f"Việc {n}"}
        writes = [("task", record_id(n), values)]
        h = next_hash(h, writer.w, n, NOON + n, "Nguyễn Văn An", writes)
        lines.append(CommitLine(index, n, NOON + n, "Nguyễn Văn An", h))
    return lines


def make_rows(count: int, index: int = 0) -> list[RowChange]:
    """The rows that those commits wrote."""
    return [
        RowChange("task", record_id(n), [(index, n, NOON + n, {".": 1, "title": f"Việc {n}"})])
        for n in range(1, count + 1)
    ]


def make_content(count: int = 3, base: int = 0, writer: Writer = WRITER, **changes: Any) -> BundleContent:
    """What the commune sends the office: commits ``base`` + 1 to ``count``, a row each."""
    commits = make_commits(count, writer)
    marks = {commit.n: Mark(commit.n, commit.h) for commit in commits}
    cut = ScopeCut(COMMUNE, {writer.w: marks[base]} if base else {}, {writer.w: marks[count]})
    content = BundleContent(
        app=AppInfo("sosen", "1.0.0", 1),
        id="0190f0c2b5e87d3a9c41f2a8d07b6e13",
        n=42,
        made=NOON,
        unit=COMMUNE,
        to=(OFFICE, COMMUNE),
        writers=(writer,),
        scopes=(ScopeContent(cut, make_rows(count)[base:]),),
        commits=commits[max(0, base - 1) :],
        have={COMMUNE: cut.upto, OFFICE: {"e07a" * 8: Mark(12, "77d0" * 8)}},
        results=(Result("0190f0c2" * 4, "OK", 120, 2, NOON),),
        notes=(ForkNote("9c1e" * 8, 31, "be02" * 8),),
        want=("ab" * 32,),
    )
    return replace(content, **changes)


def written(content: BundleContent, keys: DeviceKeys = COMMUNE_KEYS, label: str = "bundle") -> bytes:
    """The bytes of a bundle sealed to the office and the commune."""
    file = io.BytesIO()
    recipients = [OFFICE_KEYS.recipient, COMMUNE_KEYS.recipient]
    write_bundle(file, content, keys, recipients, random=fixed_random(label))
    return file.getvalue()


def unsealed(data: bytes, identity: Identity = OFFICE_KEYS.sealing) -> bytes:
    """The ZIP within a bundle."""
    plain = age.unseal(io.BytesIO(data), len(data), [identity])
    return plain.read_at(0, plain.size)


def open_as_office(path: Path, spool: Path, **changes: Any) -> VerifiedBundle:
    """Verify a file as the office does."""
    settings: dict[str, Any] = {
        "identities": [OFFICE_KEYS.sealing],
        "trust": REGISTRY,
        "me": frozenset({OFFICE}),
        "spool": spool,
    }
    return open_bundle(path, **(settings | changes))
