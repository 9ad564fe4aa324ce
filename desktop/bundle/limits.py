"""How large anything in a bundle may be (FORMAT.md, "Limits"); what is larger is refused with ``E_LIMIT``.

One object holds them all, so that a test can read with small limits what would take gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass

KIB, MIB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of bundle/1; sizes in bytes."""

    file: int = 2**31 - 1
    """The file on the stick; FAT32 cannot hold more than twice this."""
    age_header: int = MIB
    manifest: int = 4 * MIB
    registry: int = 16 * MIB
    first_registry: int = 4 * MIB
    """A registry out of which a reader learns whom to trust: it is parsed before anybody vouches for it.

    3,321 units, each with three computers, make 2.6 MiB.
    """
    signature: int = 4 * KIB
    """``manifest.json.sig`` and ``registry.json.sig``."""
    members: int = 10_000
    """Entries of ``members`` in the manifest."""
    ndjson: int = 512 * MIB
    """All NDJSON members of one bundle together, inflated."""
    ratio: int = 200
    """Inflated size of a member over its compressed size; more is refused with ``E_FORMAT``."""
    line: int = MIB
    """One line of NDJSON with its line end."""
    string: int = 256 * KIB
    """One string in a row or commit, as UTF-8."""
    registers: int = 1000
    """Different registers of one row; no table of this program has a tenth of it."""
    blob: int = 64 * MIB
    json_depth: int = 8
    """Objects and arrays within each other; a scalar alone has depth 0."""
    writers: int = 4096


LIMITS = Limits()

BIGGEST_INTEGER = 2**53 - 1
"""Integers lie between minus this and this: what every JSON reader keeps exactly."""
