"""The closed grammars of names on the wire; whatever does not match is refused with ``E_FORMAT``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.scopes import SCOPE_PATTERN, UNIT_ID_PATTERN

HEX32 = "[0-9a-f]{32}"
HEX64 = "[0-9a-f]{64}"
DEVICE_PATTERN = "d-[0-9a-f]{16}"
REGISTER_PATTERN = r"\.|[a-z][a-z0-9_]{0,62}"
TABLE_PATTERN = "[a-z][a-z0-9_]{0,62}"

BUNDLE_SUFFIX = ".goi"
MIMETYPE = "mimetype"
MANIFEST = "manifest.json"
MANIFEST_SIG = "manifest.json.sig"
COMMITS = "commits.ndjson"
REGISTRY = "registry.json"
REGISTRY_SIG = "registry.json.sig"
ROWS = "rows/"
BLOB = "blob/"

MEMBER_PATTERN = rf"commits\.ndjson|registry\.json(?:\.sig)?|rows/[0-9]{{1,4}}\.ndjson|blob/{HEX64}"
"""What the manifest may list."""

ENTRY = re.compile(rf"mimetype|manifest\.json(?:\.sig)?|{MEMBER_PATTERN}")
"""What the ZIP may hold."""

_LABEL = re.compile("[0-9A-Za-z]{1,16}")

__all__ = [
    "BLOB",
    "BUNDLE_SUFFIX",
    "COMMITS",
    "DEVICE_PATTERN",
    "ENTRY",
    "HEX32",
    "HEX64",
    "MANIFEST",
    "MANIFEST_SIG",
    "MEMBER_PATTERN",
    "MIMETYPE",
    "REGISTER_PATTERN",
    "REGISTRY",
    "REGISTRY_SIG",
    "ROWS",
    "SCOPE_PATTERN",
    "TABLE_PATTERN",
    "UNIT_ID_PATTERN",
    "file_name",
    "numbers_in",
]


def file_name(unit_code: str, label: str, n: int) -> str:
    """The name of a bundle's file, ``<unit code>-<device label>-<n>.goi``: ASCII, at most 64 characters.

    The name only informs people; a reader goes by the content.  Raises ``ValueError`` for a label that
    is not 1 to 16 ASCII letters and digits, or a code that is no unit code.
    """
    if not _LABEL.fullmatch(label) or not re.fullmatch("[0-9A-Z]{1,12}", unit_code) or n < 0:
        raise ValueError(f"no file name from {unit_code!r}, {label!r}, {n}")
    return f"{unit_code}-{label}-{n}{BUNDLE_SUFFIX}"


def numbers_in(names: Iterable[str], unit_code: str, label: str) -> list[int]:
    """The numbers of all files, finished or not, that have the names of one computer's bundles."""
    own = re.compile(rf"{unit_code}-{label}-([0-9]{{1,6}})(-[0-9]+)?\.goi(\.part)?", re.IGNORECASE)
    return [int(found[1]) for name in names if (found := own.fullmatch(name))]
