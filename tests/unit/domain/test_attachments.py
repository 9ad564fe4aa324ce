"""What an attached file is, its content says; by which name it is saved, no sender decides."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attachments import EXCEL, JPEG, PDF, PNG, WORD, FileKind, kind_of, safe_file_name

CONTENT = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("head", "entries", "kind"),
    [
        (b"%PDF-1.7\n", (), PDF),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", (), JPEG),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (), PNG),
        (b"PK\x03\x04", (CONTENT, "word/document.xml"), WORD),
        (b"PK\x03\x04", (CONTENT, "xl/workbook.xml"), EXCEL),
        (b"PK\x03\x04", (CONTENT, "word/document.xml", "word/vbaProject.bin"), None),
        (b"PK\x03\x04", ("word/document.xml",), None),
        (b"PK\x03\x04", (CONTENT, "setup.exe"), None),
        (b"MZ\x90\0", (), None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (), None),
        (b"#!/bin/sh\n", (), None),
        (b"<html>", (), None),
        (b"", (), None),
    ],
)
def test_the_content_alone_tells_the_kind(
    head: bytes, entries: tuple[str, ...], kind: FileKind | None
) -> None:
    """Photographs, PDF, Word and Excel without macros; nothing else is ever opened from here."""
    assert kind_of(head, entries) == kind


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("Biên bản họp ấp.pdf", PDF, "Biên bản họp ấp.pdf"),
        ("ảnh.JPEG", JPEG, "ảnh.jpeg"),
        ("ảnh.jpg.exe", JPEG, "ảnh.jpg.exe.jpg"),
        ("ảnh.exe", None, "ảnh.exe.bin"),
        ("../../etc/passwd", PDF, "_.._etc_passwd.pdf"),
        ("C:\\Windows\\a.pdf", PDF, "C__Windows_a.pdf"),
        ("CON", PDF, "_CON.pdf"),
        ("nul.tar", PDF, "_nul.tar.pdf"),
        ("lpt1 .pdf", PDF, "_lpt1.pdf"),
        ("ảnh\u202egpj.exe", JPEG, "ảnhgpj.exe.jpg"),
        (" . ", PNG, "tep.png"),
        ("", None, "tep.bin"),
        ("a.png", JPEG, "a.png.jpg"),
    ],
)
def test_a_saved_name_is_harmless(name: str, kind: FileKind | None, safe: str) -> None:
    """No path, no device of Windows, no hidden direction of writing, the ending of what it truly is."""
    assert safe_file_name(name, kind) == safe


@given(st.text(max_size=300), st.sampled_from([None, PDF, JPEG, PNG, WORD, EXCEL]))
def test_any_name_becomes_one_that_every_system_takes(name: str, kind: FileKind | None) -> None:
    """Whatever a sender writes, the copy can be written and stays within its folder."""
    safe = safe_file_name(name, kind)
    assert 0 < len(safe) <= 80
    assert not set(safe) & set('<>:"/\\|?*')
    assert safe == unicodedata.normalize("NFC", safe)
    assert safe.strip(" .") == safe
    assert safe.endswith(kind.suffixes if kind else ".bin")
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in safe)
