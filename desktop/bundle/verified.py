"""A verified bundle: what its manifest says, and its rows, commits and blobs as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from desktop.bundle.age_stream import StreamReader
from desktop.bundle.files import PIECE, refusals
from desktop.bundle.limits import Limits
from desktop.bundle.line_rules import CommitRules, RowRules
from desktop.bundle.manifest import Manifest
from desktop.bundle.names import BLOB, COMMITS, REGISTRY, REGISTRY_SIG
from desktop.bundle.rows import batches, blocks, decode_commits, decode_rows
from desktop.bundle.strict_zip import Entry, require
from desktop.bundle.trust import TrustedDevice
from desktop.bundle.zip_content import verified
from desktop.domain.change import CommitLine, RowChange


@dataclass(frozen=True, slots=True)
class Copied:
    """The sealed copy on the local disk: size in bytes and SHA-256 of the original."""

    path: Path
    size: int
    sha256: str


class VerifiedBundle:
    """What ``open_bundle`` returns; close it when done. One thread at a time may read it.

    The lines of rows and commits are decoded as they are asked for, so their faults (``E_FORMAT``,
    ``E_LIMIT``) come up then: ask within the transaction that is rolled back when anything is raised.
    """

    def __init__(
        self,
        manifest: Manifest,
        signer: TrustedDevice,
        copied: Copied,
        plain: StreamReader,
        members: Mapping[str, Entry],
        kept: Mapping[str, bytes],
        limits: Limits,
    ) -> None:
        self.manifest = manifest
        self.signer = signer
        self._copied = copied
        self._plain = plain
        self._members = members
        self._kept = kept
        self._limits = limits
        self._stack = ExitStack()

    def __enter__(self) -> VerifiedBundle:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep_open(self, stack: ExitStack) -> None:
        """Take over what ``close`` has to close and remove."""
        self._stack = stack

    def close(self) -> None:
        """Remove the copy; nothing can be read afterwards."""
        self._stack.close()

    @property
    def original(self) -> Path:
        """The copy of the bundle as it came, sealed: evidence to be kept elsewhere before closing."""
        return self._copied.path

    @property
    def original_size(self) -> int:
        """In bytes."""
        return self._copied.size

    @property
    def original_sha256(self) -> str:
        return self._copied.sha256

    def commits(self) -> list[CommitLine]:
        """All commits of the bundle, complete, in order of writer and number."""
        return [commit for batch in self.commit_batches() for commit in batch]

    def commit_batches(self) -> Iterator[list[CommitLine]]:
        """The same in lists of 2,000 at most, for a bundle that holds very many."""
        rules = CommitRules([entry.cut for entry in self.manifest.scopes.values()], self.manifest.writers)
        yield from batches(self._checked_commits(rules))
        rules.finish()

    def row_batches(self, scope: str) -> Iterator[list[RowChange]]:
        """The rows of a scope of the manifest in lists of 2,000, or fewer long ones, in ascending order of
        (table, id).
        """
        entry = self.manifest.scopes[scope]
        rules = RowRules(entry.cut, self.manifest.writers)
        yield from batches(self._checked_rows(entry.rows, rules))
        require(rules.count == entry.count, f"{scope} holds {rules.count} rows, not {entry.count}")

    def registry_bytes(self) -> tuple[bytes, bytes] | None:
        """``registry.json`` and its signature, still to be verified; ``None`` when there is none."""
        if REGISTRY not in self._members:
            return None
        return b"".join(self._pieces(REGISTRY)), b"".join(self._pieces(REGISTRY_SIG))

    def blobs(self) -> tuple[str, ...]:
        """The SHA-256 of every blob that came along."""
        return tuple(name.removeprefix(BLOB) for name in self._members if name.startswith(BLOB))

    def blob_pieces(self, digest: str) -> Iterator[bytes]:
        """The bytes of a blob."""
        return self._pieces(BLOB + digest)

    def _checked_commits(self, rules: CommitRules) -> Iterator[tuple[list[CommitLine], int]]:
        for block in self._blocks(COMMITS):
            commits = decode_commits(block, self._limits)
            rules.check(commits)
            yield commits, len(block)

    def _checked_rows(self, names: Sequence[str], rules: RowRules) -> Iterator[tuple[list[RowChange], int]]:
        """The rows block by block: what was just decoded is checked while it is still in the cache."""
        for name in names:
            for block in self._blocks(name):
                rows = decode_rows(block, self._limits)
                rules.check(rows)
                yield rows, len(block)

    def _blocks(self, name: str) -> Iterator[bytes]:
        return blocks(self._pieces(name), self._limits)

    def _pieces(self, name: str) -> Iterator[bytes]:
        """The content of a member, hashed once more where it does not come from memory."""
        if name in self._kept:
            data = self._kept[name]
            yield from (data[start : start + PIECE] for start in range(0, len(data), PIECE))
            return
        with refusals(self._copied.path):
            yield from verified(self._plain, self._members[name], self.manifest.members[name].sha256)
