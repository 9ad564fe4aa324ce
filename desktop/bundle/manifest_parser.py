"""Reading a manifest: shape and inner consistency (FORMAT.md, "Manifest").

That the bytes were signed by somebody known is the reader's business and comes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from desktop.bundle import canonical
from desktop.bundle.canonical import Json
from desktop.bundle.limits import LIMITS, Limits
from desktop.bundle.manifest import FORMAT, AppInfo, ForkNote, Manifest, Member, Result, ScopeEntry
from desktop.bundle.manifest_wire import Span, WireManifest
from desktop.bundle.names import BLOB, COMMITS, REGISTRY, REGISTRY_SIG, ROWS
from desktop.domain.change import Mark, ScopeCut, VersionVector, Writer
from desktop.domain.errors import Code, SoSenError

KNOWN_FEATURES: frozenset[str] = frozenset()
"""Entries of ``need`` that this program understands."""

_Key = TypeVar("_Key", int, str)
_ANY_FORMAT = re.compile(r"bundle/[1-9][0-9]{0,5}")


def parse(data: bytes, limits: Limits = LIMITS) -> Manifest:
    """The manifest of which ``data`` are the bytes.

    Keys it does not know are left out. Raises ``SoSenError``: ``E_NEWER`` for another major format or an
    unknown entry in ``need``, ``E_LIMIT`` for too many or too large, ``E_FORMAT`` for every other fault.
    """
    if len(data) > limits.manifest:
        raise SoSenError(Code.E_LIMIT, f"a manifest of {len(data)} bytes")
    value = canonical.loads(data, depth=limits.json_depth)
    _check_newer(value)
    try:
        wire = msgspec.convert(value, WireManifest)
    except msgspec.ValidationError as error:
        raise SoSenError(Code.E_FORMAT, f"manifest: {error}") from error
    manifest = _from_wire(wire)
    _check_limits(manifest, limits)
    _check_members(manifest)
    return manifest


def _check_newer(value: Json) -> None:
    """Before the shape: a newer manifest may have another one."""
    name = value.get("format") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(name, str) or not _ANY_FORMAT.fullmatch(name):
        raise SoSenError(Code.E_FORMAT, "not the manifest of a bundle")
    if name != FORMAT:
        raise SoSenError(Code.E_NEWER, f"format {name}", needs=name)
    need = value.get("need")
    if not isinstance(need, list) or not all(isinstance(entry, str) for entry in need):
        raise SoSenError(Code.E_FORMAT, "need is no list of names")
    if unknown := sorted(set(need) - KNOWN_FEATURES):
        raise SoSenError(Code.E_NEWER, f"needs {unknown[:5]}", needs=", ".join(unknown[:5]))


def _from_wire(wire: WireManifest) -> Manifest:
    writers = tuple(Writer(one.w, one.scope, one.device) for one in wire.writers)
    _unique("a writer", (one.w for one in writers))
    _unique("an addressee", wire.to)
    scopes: dict[str, ScopeEntry] = {}
    for name, scope in wire.scopes.items():
        cut = ScopeCut(name, _vector(name, scope.base, writers), _vector(name, scope.upto, writers))
        _check_cut(cut)
        scopes[name] = ScopeEntry(cut, tuple(scope.rows), scope.count)
    return Manifest(
        app=AppInfo(wire.app.name, wire.app.version, wire.app.schema),
        id=wire.id,
        n=wire.n,
        made=wire.made,
        unit=wire.sender.unit,
        device=wire.sender.device,
        to=tuple(wire.to),
        writers=writers,
        scopes=scopes,
        have={name: _have(entries) for name, entries in wire.have.items()},
        results=tuple(Result(r.id, r.code, r.rows, r.conflicts, r.at) for r in wire.results),
        notes=tuple(ForkNote(*note.fork, note.after or "") for note in wire.notes if note.fork is not None),
        want=tuple(wire.want),
        members={name: Member(member.size, member.sha256) for name, member in wire.members.items()},
        need=tuple(wire.need),
    )


def _vector(scope: str, spans: list[Span], writers: tuple[Writer, ...]) -> VersionVector:
    _ascending("a span", [index for index, _, _ in spans])
    for index, _, _ in spans:
        if index >= len(writers) or writers[index].scope != scope:
            raise SoSenError(Code.E_FORMAT, f"{scope} names a writer that is not its own")
    return {writers[index].w: Mark(n, h) for index, n, h in spans}


def _have(entries: list[tuple[str, int, str]]) -> VersionVector:
    _ascending("have", [writer for writer, _, _ in entries])
    return {writer: Mark(n, h) for writer, n, h in entries}


def _check_cut(cut: ScopeCut) -> None:
    for writer, base in cut.base.items():
        upto = cut.upto.get(writer)
        if upto is None or base.n > upto.n or (base.n == upto.n and base.h != upto.h):
            raise SoSenError(Code.E_FORMAT, f"{cut.scope} ends before it begins")


def _check_limits(manifest: Manifest, limits: Limits) -> None:
    sizes = {name: member.size for name, member in manifest.members.items()}
    for name, size in sizes.items():
        most = limits.blob if name.startswith(BLOB) else limits.ndjson
        most = {REGISTRY: limits.registry, REGISTRY_SIG: limits.signature}.get(name, most)
        if size > most:
            raise SoSenError(Code.E_LIMIT, f"{name} of {size} bytes", member=name, size=size, limit=most)
    if sum(size for name, size in sizes.items() if name.endswith(".ndjson")) > limits.ndjson:
        raise SoSenError(Code.E_LIMIT, "rows and commits are too large")
    if len(sizes) > limits.members or len(manifest.writers) > limits.writers:
        raise SoSenError(Code.E_LIMIT, f"{len(sizes)} members, {len(manifest.writers)} writers")


def _check_members(manifest: Manifest) -> None:
    """Every member has its one use."""
    members = manifest.members
    rows = [name for entry in manifest.scopes.values() for name in entry.rows]
    _unique("a member with rows", rows)
    if set(rows) != {name for name in members if name.startswith(ROWS)} or COMMITS not in members:
        raise SoSenError(Code.E_FORMAT, "scopes and members do not fit together")
    if (REGISTRY in members) != (REGISTRY_SIG in members):
        raise SoSenError(Code.E_FORMAT, "registry without signature, or the other way round")
    for name, member in members.items():
        if name.startswith(BLOB) and name != BLOB + member.sha256:
            raise SoSenError(Code.E_FORMAT, "a blob is not named after its hash")


def _unique(what: str, names: Iterable[str]) -> None:
    found = list(names)
    if len(set(found)) != len(found):
        raise SoSenError(Code.E_FORMAT, f"{what} stands twice")


def _ascending(what: str, keys: list[_Key]) -> None:
    if keys != sorted(set(keys)):
        raise SoSenError(Code.E_FORMAT, f"{what} is not in ascending order")
