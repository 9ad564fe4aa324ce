"""Signatures, senders, addressees, rights, the registry."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import canonical, sshsig
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.registry_signing import root_line, sign_registry, succeed
from desktop.bundle.writer import ScopeContent
from desktop.domain.change import ScopeCut, Writer
from tests.helpers.bundle_draft import Draft
from tests.helpers.bundle_kit import (
    ABOUT_COMMUNE,
    COMMUNE,
    COMMUNE_KEYS,
    FALSE_ROOT,
    LOST_KEYS,
    LOST_WRITER,
    OFFICE,
    OTHER,
    OTHER_KEYS,
    REGISTRY,
    REGISTRY_BYTES,
    REGISTRY_SIG,
    ROOT,
    STRANGER_KEYS,
    fixed_keys,
    make_commits,
    make_content,
    make_registry,
    make_rows,
    written,
)
from tests.vectors.vector import Family

TRUST = Family("trust")


def signed_with(signature: bytes) -> bytes:
    draft = Draft()
    draft.signature = signature
    return draft.sealed()


def good_signature() -> bytes:
    return Draft().entries()[2].data


def in_scope(scope: str, keys: DeviceKeys = COMMUNE_KEYS, unit: str = COMMUNE) -> bytes:
    """A bundle that carries ``scope``, signed by ``keys``."""
    writer = Writer("9c1e" * 8, scope, keys.device)
    cut = replace(make_content(writer=writer).scopes[0].cut, scope=scope)
    scopes = (ScopeContent(cut, make_rows(3)),)
    return written(make_content(writer=writer, unit=unit, writers=(writer,), scopes=scopes), keys)


@TRUST.vector("E_SIG", "a manifest that was changed after it was signed", 28)
def manifest_changed() -> bytes:
    signature = good_signature()
    draft = Draft()
    draft.manifest["n"] = 43
    draft.signature = signature
    return draft.sealed()


@TRUST.vector("E_SIG", "a bit of the signature", 28)
def signature_changed() -> bytes:
    text = good_signature()
    return signed_with(text.replace(text[200:201], b"A" if text[200:201] != b"A" else b"B", 1))


@TRUST.vector("E_SIG", "signed for another purpose", 28)
def namespace() -> bytes:
    return signed_with(sshsig.sign(Draft().entries()[1].data, COMMUNE_KEYS.signing, "registry@sosen"))


TRUST.add("E_SIG", "no signature at all", lambda: signed_with(b""), "signature_empty", 28)
TRUST.add("E_SIG", "without armour", lambda: signed_with(b"SSHSIG\0\0\0\1"), "signature_raw", 28)
TRUST.add("E_SIG", "no line end", lambda: signed_with(good_signature()[:-1]), "signature_end", 28)
TRUST.add("E_SIG", "a space behind", lambda: signed_with(good_signature() + b" "), "signature_space", 28)
TRUST.add("E_LIMIT", "a signature of 5 kB", lambda: signed_with(b"A" * 5000), "signature_long", 47)


@TRUST.vector("E_SIG", "lines of another length", 28)
def signature_lines() -> bytes:
    begin, *lines, end = good_signature().splitlines()
    text = b"".join(lines)
    rows = [text[i : i + 64] for i in range(0, len(text), 64)]
    return signed_with(b"\n".join([begin, *rows, end, b""]))


@TRUST.vector("E_UNKNOWN_SIGNER", "a device that nobody enrolled", 26)
def stranger() -> bytes:
    return written(make_content(), STRANGER_KEYS)


@TRUST.vector("E_REVOKED", "a device that was lost, after the cut", 27)
def revoked() -> bytes:
    return written(make_content(3, writer=LOST_WRITER), LOST_KEYS)


@TRUST.vector("E_REVOKED", "a lost device that writes in another writer's name", 27)
def revoked_other_writer() -> bytes:
    return written(make_content(2), LOST_KEYS)


@TRUST.vector("E_REVOKED", "a lost device that sends only receipts: nothing proves their age", 27)
def revoked_receipt() -> bytes:
    return written(make_content(writers=(), scopes=(), commits=()), LOST_KEYS)


@TRUST.vector("E_NOTFORME", "sealed to us, but addressed to another unit", 29)
def addressed_elsewhere() -> bytes:
    return written(make_content(to=(OTHER,)))


@TRUST.vector("E_SIG", "the manifest names another device than the one that signed")
def sender_device() -> bytes:
    draft = Draft()
    draft.manifest["from"]["device"] = OTHER_KEYS.device
    return draft.sealed()


@TRUST.vector("E_SIG", "the manifest names another unit than the signer's")
def sender_unit() -> bytes:
    return written(make_content(unit=OTHER))


@TRUST.vector("E_OWNER", "a commune carries another commune's scope", 30)
def foreign_commune() -> bytes:
    return in_scope(OTHER)


@TRUST.vector("E_OWNER", "a commune carries the office's scope about itself", 30)
def foreign_office() -> bytes:
    return in_scope(ABOUT_COMMUNE)


@TRUST.vector("E_OWNER", "a commune carries the office's own scope", 30)
def foreign_programme() -> bytes:
    return in_scope(OFFICE)


@TRUST.vector("E_OWNER", "one scope is the sender's, the other is not", 30)
def half_foreign() -> bytes:
    own = make_content()
    foreign = Writer("5a" * 16, OTHER, COMMUNE_KEYS.device)
    cut = ScopeCut(OTHER, {}, {foreign.w: own.scopes[0].cut.upto["9c1e" * 8]})
    commits = [*own.commits, *make_commits(3, foreign, 1)]
    last = commits[-1]
    cut = replace(cut, upto={foreign.w: type(cut.upto[foreign.w])(3, last.h)})
    content = replace(
        own,
        writers=(*own.writers, foreign),
        scopes=(*own.scopes, ScopeContent(cut, make_rows(3, 1))),
        commits=commits,
    )
    return written(content)


def with_registry(data: bytes, signature: bytes) -> bytes:
    return written(make_content(registry=(data, signature)))


@TRUST.vector("E_SIG", "a registry signed by a key that is not pinned", 33)
def registry_false_root() -> bytes:
    return with_registry(*sign_registry(make_registry(13), FALSE_ROOT))


@TRUST.vector("E_SIG", "a registry that was changed after it was signed", 33)
def registry_changed() -> bytes:
    return with_registry(REGISTRY_BYTES.replace(b'"epoch":12', b'"epoch":13'), REGISTRY_SIG)


@TRUST.vector("OK", "an older registry, rightly signed: no fault, and no change", 32)
def registry_older() -> bytes:
    return with_registry(*sign_registry(replace(REGISTRY, epoch=3, devices=()), ROOT))


def succeeded(old: Ed25519PrivateKey) -> bytes:
    """A registry of new roots, which ``old`` appoints."""
    root = fixed_keys("new root").signing
    roots = (root_line(root),)
    registry = replace(make_registry(13), roots=roots, succession=(succeed(roots, old),))
    return with_registry(*sign_registry(registry, root))


TRUST.add("OK", "new roots, appointed by a pinned one", lambda: succeeded(ROOT), "registry_succession")
TRUST.add(
    "E_SIG",
    "new roots, appointed by a key that is not pinned",
    lambda: succeeded(FALSE_ROOT),
    "registry_false_succession",
    33,
)


def registry_with(**changes: Any) -> bytes:
    """A registry rightly signed whose JSON was changed before."""
    data = canonical.dumps(json.loads(REGISTRY_BYTES) | changes)
    return with_registry(data, sshsig.sign(data, ROOT, "registry@sosen"))


TRUST.add(
    "E_NEWER",
    "a registry of a later format",
    lambda: registry_with(format="registry/2"),
    "registry_newer",
    54,
)
TRUST.add("E_FORMAT", "a registry without roots", lambda: registry_with(roots=[]), "registry_no_roots")
TRUST.add(
    "E_FORMAT", "a registry of something else", lambda: registry_with(format="list/1"), "registry_format"
)
TRUST.add(
    "E_FORMAT",
    "a device of a unit that is not listed",
    lambda: registry_with(units=[]),
    "registry_units",
)


@TRUST.vector("E_FORMAT", "a device whose id is not that of its key")
def registry_device_id() -> bytes:
    devices = json.loads(REGISTRY_BYTES)["devices"]
    devices[0]["id"] = "d-" + "0" * 16
    return registry_with(devices=devices)


@TRUST.vector("E_FORMAT", "a registry without its signature among the members")
def registry_unsigned() -> bytes:
    return Draft().put("registry.json", REGISTRY_BYTES).sealed()
