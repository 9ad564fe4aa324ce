"""Writing a bundle: rows are packed as they come, then manifest, signature and members are sealed in one go.

Memory stays small whatever the number of rows.  The ZIP within is the same, byte for byte, for the
same content; the seal around it differs each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.bundle import age, sshsig
from desktop.bundle.age_keys import Random
from desktop.bundle.age_stream import sealed_size
from desktop.bundle.files import Progress, Sink, no_progress, refusals
from desktop.bundle.keys import DeviceKeys
from desktop.bundle.limits import LIMITS
from desktop.bundle.line_rules import CommitRules, RowRules
from desktop.bundle.manifest import AppInfo, ForkNote, Manifest, Result, ScopeEntry
from desktop.bundle.manifest_parser import parse
from desktop.bundle.names import BLOB, COMMITS, MANIFEST, MANIFEST_SIG, MIMETYPE, REGISTRY, REGISTRY_SIG, ROWS
from desktop.bundle.packing import Packed, Spool, commit_blocks, pack_bytes, pack_file, row_blocks
from desktop.bundle.registry import BUNDLE_NAMESPACE
from desktop.bundle.safe_write import HashingSink, write_new_file
from desktop.bundle.strict_zip import MIMETYPE_CONTENT, ZipWriter
from desktop.domain.change import CommitLine, RowChange, ScopeCut, VersionVector, Writer
from desktop.domain.errors import Code, SoSenError

_STANZA = 120
_ENTRY = 180
_MEMBER = 180
"""Upper bounds, in bytes: a recipient in the header; an entry's two headers in the ZIP with its name; what
the manifest says of a blob."""


@dataclass(frozen=True, slots=True)
class ScopeContent:
    """A scope to be carried: its span, and its rows in ascending order of (table, id)."""

    cut: ScopeCut
    rows: Iterable[RowChange]


@dataclass(frozen=True, slots=True)
class BundleContent:
    """All that a bundle says. ``id`` is 32 hexadecimal digits, ``n`` counts the sender's bundles from 1.

    ``to`` holds units, and should hold the sender's own: its other devices, and a later look at what
    was sent, depend on it. ``commits`` come in order of writer and number: for every writer with news,
    its base (where there is one) and each commit after it. ``blobs`` maps SHA-256 to the file; as many go
    along as one bundle may hold, at most ``blob_room`` bytes of them (``WrittenBundle.blobs``).
    """

    app: AppInfo
    id: str
    n: int
    made: int
    unit: str
    to: tuple[str, ...]
    writers: Sequence[Writer] = ()
    scopes: Sequence[ScopeContent] = ()
    commits: Iterable[CommitLine] = ()
    have: Mapping[str, VersionVector] = field(default_factory=dict)
    results: Sequence[Result] = ()
    notes: Sequence[ForkNote] = ()
    want: Sequence[str] = ()
    registry: tuple[bytes, bytes] | None = None
    blobs: Mapping[str, Path] = field(default_factory=dict)
    blob_room: int = LIMITS.file
    need: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A bundle that is complete and, when it went to a path, was read back. Size in bytes."""

    manifest: Manifest
    size: int
    sha256: str
    path: Path | None = None

    @property
    def id(self) -> str:
        return self.manifest.id

    @property
    def rows(self) -> int:
        """Rows in all scopes."""
        return sum(entry.count for entry in self.manifest.scopes.values())

    @property
    def blobs(self) -> frozenset[str]:
        """The files that went along."""
        return frozenset(name.removeprefix(BLOB) for name in self.manifest.members if name.startswith(BLOB))


def write_bundle(
    target: Path | Sink,
    content: BundleContent,
    keys: DeviceKeys,
    recipients: Sequence[str],
    progress: Progress = no_progress,
    *,
    spool: Path | None = None,
    random: Random = os.urandom,
) -> WrittenBundle:
    """Write a bundle sealed to ``recipients`` (``age1…``), to a new file or into an open one.

    ``progress`` counts rows, the whole unknown, while they are packed, then bytes of the file; it may
    raise ``CancelledError``. ``spool`` is the folder for what does not fit into memory. Raises
    ``SoSenError``: ``E_SPACE`` and ``E_IO`` from the media, ``E_LIMIT`` and ``E_FORMAT`` for content that
    no reader would take, ``E_DAMAGED`` for a blob that is not what its name says. Nothing but ``*.part``
    can be left beside the target then.
    """
    with refusals(spool), Spool(spool) as packed_rows:
        packing = _Packing(content, packed_rows, progress)
        bare = len(_manifest(content, keys, packing).to_bytes())
        packing.take_blobs(content, bare, LIMITS.file - _upper_bound(bare, packing.members, len(recipients)))
        manifest = _manifest(content, keys, packing)
        packed_rows.finish()
        data = manifest.to_bytes()
        parse(data)  # whatever no reader would take is refused here and now
        needed = _upper_bound(len(data), packing.members, len(recipients))
        if needed > LIMITS.file:
            raise SoSenError(Code.E_LIMIT, f"a bundle of {needed} bytes", size=needed, limit=LIMITS.file)

        def produce(sink: Sink) -> None:
            sealer = age.seal(sink, recipients, random)
            _write_zip(sealer, data, keys, packing)
            sealer.close()

        if isinstance(target, Path):
            file = write_new_file(target, produce, needed, progress)
            return WrittenBundle(manifest, file.size, file.sha256, file.path)
        sink = HashingSink(target, progress, needed)
        produce(sink)
        return WrittenBundle(manifest, sink.size, sink.sha256)


class _Packing:
    """The members of a bundle, packed in the order of their names."""

    def __init__(self, content: BundleContent, spool: Spool, progress: Progress) -> None:
        self.spool = spool
        self.scopes: dict[str, ScopeEntry] = {}
        self._progress = progress
        self._rows = 0
        found = [self._commits(content)]
        found += [self._scope(number, one, content.writers) for number, one in enumerate(content.scopes)]
        if content.registry is not None:
            names = (REGISTRY, REGISTRY_SIG)
            found += [pack_bytes(name, data) for name, data in zip(names, content.registry, strict=True)]
        self.members = sorted(found, key=_name)

    def take_blobs(self, content: BundleContent, manifest: int, room: int) -> None:
        """As many of the files as fit into ``room`` bytes of the bundle, beside a manifest of some bytes."""
        left = content.blob_room
        count = min(LIMITS.members - len(self.members), (LIMITS.manifest - manifest) // _MEMBER)
        for digest, path in content.blobs.items():
            size = path.stat().st_size
            needed = sealed_size(size + _ENTRY + _MEMBER)
            if count > 0 and size <= left and needed <= room:
                self.members.append(_blob(digest, path))
                count, left, room = count - 1, left - size, room - needed
                self._progress(self._rows, None)
        self.members.sort(key=_name)

    def _commits(self, content: BundleContent) -> Packed:
        rules = CommitRules([scope.cut for scope in content.scopes], content.writers)
        return self.spool.pack(COMMITS, commit_blocks(content.commits, rules))

    def _scope(self, number: int, scope: ScopeContent, writers: Sequence[Writer]) -> Packed:
        rules = RowRules(scope.cut, writers)
        packed = self.spool.pack(
            f"{ROWS}{number}.ndjson", self._counted(row_blocks(scope.rows, rules), rules)
        )
        self.scopes[scope.cut.scope] = ScopeEntry(scope.cut, (packed.name,), rules.count)
        self._rows += rules.count
        return packed

    def _counted(self, blocks: Iterable[bytes], rules: RowRules) -> Iterable[bytes]:
        for block in blocks:
            self._progress(self._rows + rules.count, None)
            yield block


def _name(packed: Packed) -> str:
    return packed.name


def _blob(digest: str, path: Path) -> Packed:
    packed = pack_file(BLOB + digest, path)
    if packed.member.sha256 != digest:
        raise SoSenError(Code.E_DAMAGED, f"{path.name} is not what its name says", member=packed.name)
    return packed


def _manifest(content: BundleContent, keys: DeviceKeys, packing: _Packing) -> Manifest:
    return Manifest(
        app=content.app,
        id=content.id,
        n=content.n,
        made=content.made,
        unit=content.unit,
        device=keys.device,
        to=content.to,
        writers=tuple(content.writers),
        scopes=packing.scopes,
        have=content.have,
        results=tuple(content.results),
        notes=tuple(content.notes),
        want=tuple(content.want),
        members={packed.name: packed.member for packed in packing.members},
        need=tuple(content.need),
    )


def _upper_bound(manifest: int, members: Sequence[Packed], recipients: int) -> int:
    """The size of the file, or a little more."""
    entries = sum(packed.csize + _ENTRY for packed in members) + 3 * _ENTRY
    return sealed_size(manifest + LIMITS.signature + entries) + (recipients + 2) * _STANZA


def _write_zip(sink: Sink, manifest: bytes, keys: DeviceKeys, packing: _Packing) -> None:
    archive = ZipWriter(sink)
    archive.store(MIMETYPE, MIMETYPE_CONTENT)
    archive.store(MANIFEST, manifest)
    archive.store(MANIFEST_SIG, sshsig.sign(manifest, keys.signing, BUNDLE_NAMESPACE))
    for packed in packing.members:
        archive.begin(packed.name, packed.method, packed.crc, packed.csize, packed.member.size)
        for piece in packing.spool.pieces(packed):
            sink.write(piece)
    archive.close()
