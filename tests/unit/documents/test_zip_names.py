"""What a Word or Excel file holds is told from its end, whatever it claims, in a moment and little memory."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from desktop.documents.zip_names import MOST_ENTRIES, zip_names

NAMES = ["[Content_Types].xml", "word/document.xml", "word/media/Ảnh 1.png"]
ENTRY = struct.Struct("<4s6H3I5H2I")


def document(names: list[str], comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.comment = comment
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def flood(count: int, *, large: bool) -> bytes:
    """A ZIP that claims ``count`` entries; ``large`` says so before the end record, which is modest."""
    directory = ENTRY.pack(b"PK\1\2", 20, 20, 0, 0, 0, 0x21, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    size = len(directory) * count
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), size, 4, 0)
    if large:
        end64 = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, 4)
        place = struct.pack("<4sIQI", b"PK\6\7", 0, 4 + size, 1)
        end = end64 + place + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, 47, 4, 0)
    return b"PK\3\4" + directory * count + end


def names_of(content: bytes, folder: Path) -> list[str]:
    path = folder / "a.docx"
    path.write_bytes(content)
    return zip_names(path)


@pytest.mark.parametrize("comment", [b"", b"Ke hoach", b"x" * 65_535])
def test_every_name_is_told(comment: bytes, tmp_path: Path) -> None:
    """Of a document of any program, with Vietnamese names and a comment at its end."""
    assert names_of(document(NAMES, comment), tmp_path) == NAMES


def test_what_stands_before_the_zip_changes_nothing(tmp_path: Path) -> None:
    """As with other readers of ZIP files."""
    assert names_of(b"PK\3\4 before" + document(NAMES), tmp_path) == NAMES


@pytest.mark.parametrize(
    "content",
    [
        flood(300_000, large=False),
        flood(300_000, large=True),
        flood(MOST_ENTRIES + 1, large=False),
        flood(MOST_ENTRIES + 1, large=True),
        document([f"{number}/" + "x" * 60_000 for number in range(20)]),
    ],
    ids=["many", "many, hidden", "one too many", "one too many, hidden", "long names"],
)
def test_a_flood_of_entries_is_no_document(content: bytes, tmp_path: Path) -> None:
    """A file made to stop the computer is refused like any that is none of the known kinds; nothing waits."""
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    tracemalloc.start()
    try:
        assert zip_names(path) == []
        assert tracemalloc.get_traced_memory()[1] < 4 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_the_most_that_is_allowed_is_told(tmp_path: Path) -> None:
    """A large workbook is opened."""
    names = [f"xl/worksheets/sheet{number}.xml" for number in range(MOST_ENTRIES)]
    assert names_of(document(names), tmp_path) == names


def test_a_broken_file_has_no_names_or_those_it_had(tmp_path: Path) -> None:
    """Any bytes are answered, without an error."""
    luck, whole = random.Random(1), document(NAMES)
    answers = []
    for _try in range(3_000):
        spoilt = bytearray(whole)
        for _byte in range(luck.choice((1, 1, 2, 3))):
            spoilt[luck.randrange(4, len(spoilt))] = luck.choice((0, 255, 127, luck.randrange(256)))
        answers.append(names_of(bytes(spoilt), tmp_path))
    assert NAMES in answers
    assert [] in answers
    assert all(len(names) <= len(NAMES) for names in answers)
