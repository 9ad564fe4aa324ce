"""Attached files: what they are by their content, and by which name they may stand on a disk.

A file is kept under its hash alone; its name is only shown, until somebody saves a copy.  What it is, its
first bytes say, never its name: an executable called ``anh.jpg`` is none of the kinds listed here and is
not opened (faults 51 and 61).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

MOST_BYTES = 64 * 1024 * 1024
"""The largest attachment, as bundle/1 allows."""
HEAD = 16
"""How many of a file's first bytes tell its kind."""
_LONGEST = 80
_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
"""Names of devices on Windows, whatever follows the dot."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is opened from here; ``suffixes`` are those it may have, the usual one first."""

    mime: str
    suffixes: tuple[str, ...]
    is_photo: bool = False


PDF = FileKind("application/pdf", (".pdf",))
JPEG = FileKind("image/jpeg", (".jpg", ".jpeg"), is_photo=True)
PNG = FileKind("image/png", (".png",), is_photo=True)
WORD = FileKind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",))
EXCEL = FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",))
UNKNOWN_MIME = "application/octet-stream"
_BEGINNINGS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_OFFICE = (("word/document.xml", WORD), ("xl/workbook.xml", EXCEL))
ZIP_BEGINNING = b"PK\x03\x04"


def kind_of(head: bytes, entries: Collection[str] = ()) -> FileKind | None:
    """The kind of a file from its first ``HEAD`` bytes; None for one that is not opened from here.

    ``entries`` are the names within a ZIP, which a file of Word or Excel is. One that carries macros is of
    no kind.
    """
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(ZIP_BEGINNING) and "[Content_Types].xml" in entries:
        if any(entry.lower().endswith("vbaproject.bin") for entry in entries):
            return None
        return next((kind for entry, kind in _OFFICE if entry in entries), None)
    return None


def safe_file_name(name: str, kind: FileKind | None) -> str:
    """A name under which a copy may be written on any system: at most 80 characters, no part of a path.

    Its ending is one of the kind's own, so that a system opens it as what it is; of no kind it is ``.bin``.
    """
    clean = "".join(_plain(sign) for sign in unicodedata.normalize("NFC", name))
    path = PurePosixPath(clean.strip(" .") or "tep")
    suffixes = kind.suffixes if kind else (".bin",)
    suffix = path.suffix.lower() if path.suffix.lower() in suffixes else suffixes[0]
    stem = path.stem if path.suffix.lower() == suffix else path.name
    if kind is not None and stem.lower().endswith(kind.suffixes):
        stem = PurePosixPath(stem).stem
    stem = stem[: _LONGEST - len(suffix)].rstrip(" .") or "tep"
    if stem.split(".")[0].strip().lower() in _RESERVED:
        stem = f"_{stem}"
    return stem[: _LONGEST - len(suffix)] + suffix


def _plain(sign: str) -> str:
    """A sign as it may stand in a name: none that steers the text, none that systems refuse."""
    if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return ""
    return "_" if sign in _FORBIDDEN else sign
