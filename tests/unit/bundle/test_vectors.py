"""The vectors say what a reader must do; two readers that share no line agree with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desktop.bundle.age_keys import parse_identity
from desktop.bundle.reader import open_bundle
from desktop.bundle.registry import Registry
from desktop.bundle.registry_signing import newer_registry
from desktop.bundle.verified import VerifiedBundle
from desktop.domain.errors import Code, SoSenError
from tests.helpers import second_reader
from tests.helpers.bundle_kit import REGISTRY
from tests.vectors.make_vectors import FOLDER, differences, zlib_probe

INDEX: dict[str, Any] = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
KEYS: dict[str, Any] = json.loads((FOLDER / "keys.json").read_text(encoding="utf-8"))
VECTORS: list[dict[str, Any]] = INDEX["vectors"]
KNOWN = second_reader.Knowledge(KEYS["identity"], set(KEYS["units"]), KEYS["pinned_roots"], KEYS["registry"])
FAMILIES = sorted({vector["file"].partition("_")[0] for vector in VECTORS})
each_family = pytest.mark.parametrize("family", FAMILIES)


def vectors_of(family: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    return ((FOLDER / one["file"], one) for one in VECTORS if one["file"].startswith(f"{family}_"))


def opened(path: Path, spool: Path, registry: Registry) -> VerifiedBundle:
    return open_bundle(
        path,
        identities=[parse_identity(KEYS["identity"])],
        trust=registry,
        me=frozenset(KEYS["units"]),
        spool=spool,
    )


def first_reader(path: Path, spool: Path) -> tuple[str, Any]:
    """The code, and what was read: rows of every scope, commits, hashes of blobs."""
    try:
        with opened(path, spool, REGISTRY) as bundle:
            REGISTRY.check_rights(bundle.signer.unit, bundle.manifest.scopes)
            rows = {
                scope: [[row.t, row.id, [list(part) for part in row.c]] for batch in batches for row in batch]
                for scope in bundle.manifest.scopes
                for batches in [bundle.row_batches(scope)]
            }
            commits = [list(commit) for commit in bundle.commits()]
            blobs = {one: sha256(b"".join(bundle.blob_pieces(one))).hexdigest() for one in bundle.blobs()}
            pair = bundle.registry_bytes()
            if pair is not None:
                newer_registry(REGISTRY, *pair, KEYS["pinned_roots"])
            return "OK", (rows, commits, blobs)
    except SoSenError as error:
        return error.code.value, None


def other_reader(path: Path) -> tuple[str, Any]:
    try:
        found = second_reader.read(path.read_bytes(), KNOWN)
    except second_reader.RefusedError as error:
        return error.code, None
    rows = {scope: [[row["t"], row["id"], row["c"]] for row in rows] for scope, rows in found.rows.items()}
    blobs = {name: sha256(data).hexdigest() for name, data in found.blobs.items()}
    return "OK", (rows, found.commits, blobs)


@each_family
def test_the_program_gives_the_code_of_every_vector(family: str, tmp_path: Path) -> None:
    found = [(path.name, first_reader(path, tmp_path)[0], one) for path, one in vectors_of(family)]
    assert [(name, code, one["about"]) for name, code, one in found if code != one["expect"]] == []
    assert list(tmp_path.iterdir()) == [], "something was left on the disk"


@each_family
def test_a_reader_written_from_the_specification_alone_agrees(family: str) -> None:
    found = [(path.name, other_reader(path)[0], one) for path, one in vectors_of(family)]
    assert [(name, code, one["about"]) for name, code, one in found if code != one["expect"]] == []


def test_both_readers_read_the_same(tmp_path: Path) -> None:
    good = [FOLDER / vector["file"] for vector in VECTORS if vector["expect"] == "OK"]
    assert len(good) > 20
    assert [path.name for path in good if first_reader(path, tmp_path) != other_reader(path)] == []


def test_the_vectors_are_those_that_the_script_makes() -> None:
    if INDEX["zlib_probe"] != zlib_probe():
        pytest.skip("this zlib compresses otherwise than the one that made the vectors")
    assert differences() == []


def test_every_fault_of_a_single_file_has_a_vector() -> None:
    """The numbers are those of the list of faults, as far as a reader alone can meet them."""
    single = {1, 2, 3, 4, 5, 12, 14, 25, 26, 27, 28, 29, 30, 32, 33}
    content = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 52, 53, 54}
    assert {vector["fault"] for vector in VECTORS} - {None} == single | content


def test_every_code_of_the_reader_has_a_vector() -> None:
    needs_data = {Code.E_GAP, Code.E_FORK, Code.E_BUSY, Code.E_CANCELLED, Code.OK_DUP, Code.OK_OWN}
    media = {Code.E_IO, Code.E_SPACE}
    of_bundles = set(list(Code)[: list(Code).index(Code.E_INVALID)])
    assert {vector["expect"] for vector in VECTORS} == {
        code.value for code in of_bundles - needs_data - media
    }
