"""Write the test vectors of bundle/1, or prove that they are still the same.

    python -m tests.vectors.make_vectors            write tests/vectors/bundle/
    python -m tests.vectors.make_vectors --check    compare, exit status 1 when anything differs

Keys are fixed and everything else follows from them, so the files come out the same wherever zlib
compresses alike (``index.json`` says how: ``zlib_probe``).
"""

from __future__ import annotations

import json
import sys
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.helpers.bundle_kit import COMMUNE_KEYS, OFFICE, OFFICE_KEYS, REGISTRY
from tests.vectors.good_vectors import GOOD
from tests.vectors.line_vectors import LINE
from tests.vectors.manifest_vectors import MANIFEST
from tests.vectors.seal_vectors import SEAL
from tests.vectors.trust_vectors import TRUST
from tests.vectors.vector import Vector
from tests.vectors.zip_vectors import ZIP

FOLDER = Path(__file__).parent / "bundle"
FILE_NAMES = {"ok_renamed.goi": "ok_RENAMED (1).GOI.txt"}


def all_vectors() -> list[Vector]:
    """Every vector, in order of its name."""
    found = [vector for family in (GOOD, SEAL, ZIP, TRUST, MANIFEST, LINE) for vector in family.vectors]
    assert len({vector.name for vector in found}) == len(found)
    return sorted(found, key=lambda vector: vector.name)


def zlib_probe() -> str:
    """A hash that differs where zlib compresses otherwise."""
    return sha256(zlib.compress(b"".join(b"%d " % (i * i) for i in range(5000)), 6)).hexdigest()


def keys() -> dict[str, Any]:
    """What the reader of the vectors knows: it is the office."""
    return {
        "identity": OFFICE_KEYS.sealing.text,
        "other_identity": COMMUNE_KEYS.sealing.text,
        "units": [OFFICE],
        "pinned_roots": list(REGISTRY.roots),
        "registry": json.loads(REGISTRY.to_bytes()),
    }


def made() -> dict[str, bytes]:
    """File name → content, of everything in the folder."""
    vectors = all_vectors()
    files = {FILE_NAMES.get(vector.name, vector.name): vector.build() for vector in vectors}
    index = {
        "about": "Vectors of bundle/1; FORMAT.md is the specification, keys.json what the reader knows.",
        "zlib_probe": zlib_probe(),
        "vectors": [
            {
                "file": FILE_NAMES.get(vector.name, vector.name),
                "expect": vector.expect,
                "about": vector.about,
                "fault": vector.fault or None,
                "sha256": sha256(files[FILE_NAMES.get(vector.name, vector.name)]).hexdigest(),
            }
            for vector in vectors
        ],
    }
    return files | {"index.json": _json(index), "keys.json": _json(keys())}


def differences() -> list[str]:
    """Names of files that are missing, too many or other than they would be made now."""
    want = made()
    have = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    return sorted(name for name in want.keys() | have.keys() if want.get(name) != have.get(name))


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; return the exit status."""
    if arguments == ["--check"]:
        found = differences()
        print("\n".join(found) or "all vectors are the same")
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        path.unlink()
    for name, content in made().items():
        (FOLDER / name).write_bytes(content)
    print(f"{len(all_vectors())} vectors written")
    return 0


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
