"""The manifest: who sends what to whom, and what of it is new (FORMAT.md, "Manifest").

These are its parts and how they are written; ``manifest_parser`` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.bundle import canonical
from desktop.bundle.canonical import Json
from desktop.domain.change import ScopeCut, VersionVector, Writer

FORMAT = "bundle/1"


@dataclass(frozen=True, slots=True)
class AppInfo:
    """The program that wrote the bundle; ``schema`` is the version of its tables."""

    name: str
    version: str
    schema: int


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the ZIP: its size (bytes, inflated) and SHA-256 (hexadecimal)."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ScopeEntry:
    """What the bundle carries of one scope: the span of commits, the members with the rows, their count."""

    cut: ScopeCut
    rows: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """The receipt for one bundle the sender imported; ``at`` in UTC milliseconds."""

    id: str
    code: str
    rows: int
    conflicts: int
    at: int


@dataclass(frozen=True, slots=True)
class ForkNote:
    """The office's word on a forked writer: the commit ``n`` with hash ``h`` is the one that stays.

    ``after`` is the hash of the commit before it, which both histories share; "" when it is not said.
    """

    writer: str
    n: int
    h: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parsed manifest. ``made`` is the sender's claim in UTC milliseconds; no decision rests on it."""

    app: AppInfo
    id: str
    n: int
    made: int
    unit: str
    device: str
    to: tuple[str, ...]
    writers: tuple[Writer, ...] = ()
    scopes: Mapping[str, ScopeEntry] = field(default_factory=dict)
    have: Mapping[str, VersionVector] = field(default_factory=dict)
    results: tuple[Result, ...] = ()
    notes: tuple[ForkNote, ...] = ()
    want: tuple[str, ...] = ()
    members: Mapping[str, Member] = field(default_factory=dict)
    need: tuple[str, ...] = ()

    @property
    def sender(self) -> dict[str, object]:
        """The names and numbers by which a refusal tells whose bundle it was."""
        return {"device": self.device, "unit": self.unit, "bundle": self.id, "n": self.n, "made": self.made}

    def to_bytes(self) -> bytes:
        """The canonical bytes, which are signed and stored."""
        number = {writer.w: index for index, writer in enumerate(self.writers)}
        return canonical.dumps(
            {
                "format": FORMAT,
                "need": list(self.need),
                "app": {"name": self.app.name, "version": self.app.version, "schema": self.app.schema},
                "id": self.id,
                "n": self.n,
                "made": self.made,
                "from": {"unit": self.unit, "device": self.device},
                "to": list(self.to),
                "writers": [{"w": one.w, "scope": one.scope, "device": one.device} for one in self.writers],
                "scopes": {name: _scope_json(entry, number) for name, entry in self.scopes.items()},
                "have": {scope: _have_json(vector) for scope, vector in self.have.items()},
                "results": [_result_json(result) for result in self.results],
                "notes": [_note_json(note) for note in self.notes],
                "want": list(self.want),
                "members": {name: {"size": m.size, "sha256": m.sha256} for name, m in self.members.items()},
            }
        )


def _scope_json(entry: ScopeEntry, number: dict[str, int]) -> Json:
    base, upto = (_span_json(vector, number) for vector in (entry.cut.base, entry.cut.upto))
    return {"base": base, "upto": upto, "rows": list(entry.rows), "count": entry.count}


def _span_json(vector: VersionVector, number: dict[str, int]) -> Json:
    return [[index, n, h] for index, n, h in sorted((number[w], *mark) for w, mark in vector.items())]


def _have_json(vector: VersionVector) -> Json:
    return [[writer, mark.n, mark.h] for writer, mark in sorted(vector.items())]


def _note_json(note: ForkNote) -> Json:
    shown: dict[str, Json] = {"fork": [note.writer, note.n, note.h]}
    return shown | {"after": note.after} if note.after else shown


def _result_json(result: Result) -> Json:
    return {
        "id": result.id,
        "code": result.code,
        "rows": result.rows,
        "conflicts": result.conflicts,
        "at": result.at,
    }
