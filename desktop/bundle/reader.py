"""Reading a bundle: verify first, then read.  The rules, in the order of the code (sync.md 6.4, 1 to 7):

1. The file is copied to the local disk while it is hashed, so that a stick may be pulled out at any time.
   ``E_IO`` ``E_SPACE`` ``E_LIMIT``
2. It is an intact age file, sealed to a key of this computer.  ``E_NOTFORME`` ``E_DAMAGED`` ``E_LIMIT``
3. Within is a ZIP of the strict profile.  ``E_FORMAT`` ``E_LIMIT``
4. The bytes of the manifest, not yet parsed, are signed by an enrolled device.
   ``E_SIG`` ``E_UNKNOWN_SIGNER``
5. The manifest is well formed; it names the signer as sender; the signer was not reported lost before;
   one of the addressees is me.  ``E_NEWER`` ``E_FORMAT`` ``E_LIMIT`` ``E_SIG`` ``E_REVOKED`` ``E_NOTFORME``
6. The members are exactly those that the manifest lists.  ``E_FORMAT`` ``E_DAMAGED``
7. The hash of every member fits.  ``E_DAMAGED`` ``E_FORMAT``

Nothing decrypted is written to a disk: the copy stays sealed and is opened in memory, chunk by chunk.
Whether the sender may carry these scopes, and how they join what is here, is for the caller.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from desktop.bundle import age, sshsig
from desktop.bundle.age_keys import Identity
from desktop.bundle.age_stream import StreamReader
from desktop.bundle.files import PIECE, Progress, need_space, no_progress, refusals
from desktop.bundle.keys import device_id
from desktop.bundle.limits import LIMITS, Limits
from desktop.bundle.manifest import Manifest
from desktop.bundle.manifest_parser import parse
from desktop.bundle.names import MANIFEST, MANIFEST_SIG
from desktop.bundle.registry import BUNDLE_NAMESPACE
from desktop.bundle.strict_zip import Entry, check, require
from desktop.bundle.trust import Trust, TrustedDevice
from desktop.bundle.verified import Copied, VerifiedBundle
from desktop.bundle.zip_content import content, verified
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import open_patiently

SPOOL_PREFIX = "goi-"
"""What the folders of unfinished reading begin with; the number of the process that reads follows."""

_READ_AGAIN = {Code.E_DAMAGED, Code.E_FORMAT, Code.E_SIG}
_SPACE_FACTOR = 3
_KEPT = 32 * 1024 * 1024
"""Rows and commits up to this size stay in memory between hashing and decoding."""

Refused = Callable[[Path, SoSenError], None]
"""Told of a refusal while the sealed copy of the file lies there, if there is one yet."""


def _nobody(_copy: Path, _refusal: SoSenError) -> None:
    """For callers that keep no refused file."""


def open_bundle(
    source: Path,
    *,
    identities: Sequence[Identity],
    trust: Trust,
    me: frozenset[str],
    spool: Path,
    progress: Progress = no_progress,
    limits: Limits = LIMITS,
    refused: Refused = _nobody,
) -> VerifiedBundle:
    """Verify the bundle in ``source``; the result must be closed (it is a context manager).

    ``me`` are the units this computer speaks for, ``spool`` a folder on the local disk in which the copy
    lies until then. ``progress`` counts bytes, copied first, then verified; it may raise
    ``CancelledError``. Raises ``SoSenError`` with the codes of the rules above; nothing is left then,
    but ``refused`` may have kept the copy. A refusal names the sender (``device``, ``unit``, ``bundle``,
    ``n``, ``made``) as far as it was verified; of a stranger only the ``device`` that its key makes.
    """
    with ExitStack() as stack, refusals():
        folder = Path(tempfile.mkdtemp(prefix=f"{SPOOL_PREFIX}{os.getpid()}-", dir=spool))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        copy = folder / "original.goi"
        question = _Question(source, copy, identities, trust, me, progress, limits)
        try:
            bundle = _patient_answer(question, stack)
        except SoSenError as error:
            refused(copy, error)
            raise
        bundle.keep_open(stack.pop_all())
        return bundle


def verify_in_place(
    source: Path,
    *,
    identities: Sequence[Identity],
    trust: Trust,
    me: frozenset[str],
    limits: Limits = LIMITS,
) -> Copied:
    """Go through a bundle just written, where it lies: seal, signature, manifest, the hash of every member.

    Says size and hash of the file. Raises ``SoSenError`` with the codes of rules 2 to 7, and ``E_IO``.
    """
    question = _Question(source, source, identities, trust, me, no_progress, limits)
    with refusals(source), ExitStack() as opened:
        copied = question.measured()
        question.go_through(opened, copied)
        return copied


def _patient_answer(question: _Question, stack: ExitStack) -> VerifiedBundle:
    """A bit may have flipped on the way: the medium is asked once more before it is blamed."""
    try:
        return _answer(question, stack)
    except SoSenError as error:
        if error.code not in _READ_AGAIN:
            raise
    return _answer(question, stack)


def remove_leftovers(spool: Path) -> None:
    """Remove what interrupted readings left in a spool folder, but not what another process reads now."""
    for left in spool.glob(f"{SPOOL_PREFIX}*"):
        if not _reads_now(left.name.removeprefix(SPOOL_PREFIX).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)


def _reads_now(process: str) -> bool:
    """Whether another process of this number is running. Windows never removes a file that is open."""
    if sys.platform == "win32" or not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # it runs, as somebody else's
    return True


def _answer(question: _Question, stack: ExitStack) -> VerifiedBundle:
    """One try; what it opened is closed when it fails, else handed to ``stack``."""
    with ExitStack() as opened:
        bundle = question.answer(opened)
        stack.push(opened.pop_all())
        return bundle


class _Question:
    """One reading of one file, step by step."""

    def __init__(
        self,
        source: Path,
        copy: Path,
        identities: Sequence[Identity],
        trust: Trust,
        me: frozenset[str],
        progress: Progress,
        limits: Limits,
    ) -> None:
        self._source = source
        self._copy = copy
        self._identities = identities
        self._trust = trust
        self._me = me
        self._progress = progress
        self._limits = limits

    def answer(self, opened: ExitStack) -> VerifiedBundle:
        """Take all steps. Raises ``SoSenError`` and ``OSError``."""
        return self.go_through(opened, self._copied())

    def measured(self) -> Copied:
        """The source itself, hashed where it lies."""
        hashed, size = sha256(), 0
        with open_patiently(self._source) as source:
            while piece := source.read(PIECE):
                hashed.update(piece)
                size += len(piece)
        return Copied(self._source, size, hashed.hexdigest())

    def go_through(self, opened: ExitStack, copied: Copied) -> VerifiedBundle:
        """Steps 2 to 7 on a file that holds still. Raises ``SoSenError`` and ``OSError``."""
        file = opened.enter_context(open_patiently(copied.path))
        plain = age.unseal(file, copied.size, self._identities, self._limits.age_header)
        entries = check(plain, self._limits)
        data, signer = self._signed(plain, entries)
        manifest = self._addressed(self._parsed(data, signer), signer)
        members = _members(entries, manifest)
        kept = self._hashed(plain, members, manifest, copied.size)
        return VerifiedBundle(manifest, signer, copied, plain, members, kept, self._limits)

    def _copied(self) -> Copied:
        """Step 1."""
        facts = self._source.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise SoSenError(Code.E_FORMAT, "not a file", path=str(self._source))
        if facts.st_size > self._limits.file:
            raise SoSenError(Code.E_LIMIT, f"a file of {facts.st_size} bytes", size=facts.st_size)
        need_space(self._copy.parent, _SPACE_FACTOR * facts.st_size)
        hashed, size = sha256(), 0
        with open_patiently(self._source) as source, self._copy.open("wb") as copy:
            while piece := source.read(PIECE):
                copy.write(piece)
                hashed.update(piece)
                size += len(piece)
                self._progress(size, 2 * max(size, facts.st_size))
            copy.flush()
            os.fsync(copy.fileno())
        return Copied(self._copy, size, hashed.hexdigest())

    def _signed(self, plain: StreamReader, entries: Sequence[Entry]) -> tuple[bytes, TrustedDevice]:
        """Step 4: the bytes of the manifest and the device that signed them."""
        found = {entry.name: entry for entry in entries[:3]}
        for name, limit in ((MANIFEST, self._limits.manifest), (MANIFEST_SIG, self._limits.signature)):
            if found[name].size > limit:
                raise SoSenError(
                    Code.E_LIMIT, f"{name} of {found[name].size} bytes", member=name, limit=limit
                )
        data, signature = (b"".join(content(plain, found[name])) for name in (MANIFEST, MANIFEST_SIG))
        key = sshsig.verify(data, signature, BUNDLE_NAMESPACE)
        signer = self._trust.device(device_id(key))
        if signer is None or signer.key != key:
            raise SoSenError(Code.E_UNKNOWN_SIGNER, f"signed by {device_id(key)}", device=device_id(key))
        return data, signer

    def _parsed(self, data: bytes, signer: TrustedDevice) -> Manifest:
        try:
            return parse(data, self._limits)
        except SoSenError as error:
            error.params |= {"device": signer.id, "unit": signer.unit}
            raise

    def _addressed(self, manifest: Manifest, signer: TrustedDevice) -> Manifest:
        """Step 5, after parsing."""
        if (manifest.device, manifest.unit) != (signer.id, signer.unit):
            raise SoSenError(Code.E_SIG, "the manifest names another sender than its signer")
        cuts = [entry.cut for entry in manifest.scopes.values()]
        if signer.revoked is not None and not signer.revoked.covers(cuts):
            raise SoSenError(Code.E_REVOKED, f"{signer.id} was reported lost", **manifest.sender)
        if self._me.isdisjoint(manifest.to):
            raise SoSenError(Code.E_NOTFORME, f"addressed to {', '.join(manifest.to)[:200]}")
        return manifest

    def _hashed(
        self, plain: StreamReader, members: dict[str, Entry], manifest: Manifest, size: int
    ) -> dict[str, bytes]:
        """Step 7; small rows and commits are handed on, so that they are inflated only once."""
        done = size

        def step(read: int) -> None:
            nonlocal done
            done += read
            self._progress(done, 2 * size)

        lines = [name for name in members if name.endswith(".ndjson")]
        keep = sum(members[name].size for name in lines) <= _KEPT
        kept: dict[str, bytes] = {}
        for name, entry in members.items():
            pieces = verified(plain, entry, manifest.members[name].sha256, step)
            if keep and name in lines:
                kept[name] = b"".join(pieces)
            else:
                _run(pieces)
        self._progress(2 * size, 2 * size)
        return kept


def _members(entries: Sequence[Entry], manifest: Manifest) -> dict[str, Entry]:
    """Step 6."""
    found = {entry.name: entry for entry in entries[3:]}
    require(set(found) <= set(manifest.members), "a member that the manifest does not list")
    for name, member in manifest.members.items():
        if name not in found or found[name].size != member.size:
            raise SoSenError(Code.E_DAMAGED, f"{name} is missing or of another size", member=name)
    require(list(found) == list(manifest.members), "members are not in the order of the manifest")
    return found


def _run(pieces: Iterator[bytes]) -> None:
    """Read to the end."""
    for _piece in pieces:
        pass
