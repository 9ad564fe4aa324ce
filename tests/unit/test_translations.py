"""No word of the source escapes the catalogue, and no translation loses a figure or a name."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
import translations

from tests.helpers.source_tree import ROOT

CATALOGUES = ROOT / "resources" / "i18n"


def calls(text: str) -> set[str]:
    """The plain calls made of one line of source."""
    (statement,) = ast.parse(text).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    return translations._plain_call(statement.value)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('QCoreApplication.translate("A", "word")', 'QCoreApplication.translate("A", "word", "")'),
        ('QCoreApplication.translate("A", "one " "two")', 'QCoreApplication.translate("A", "one two", "")'),
        ('QCoreApplication.translate("A", "b", "menu")', 'QCoreApplication.translate("A", "b", "menu")'),
        (
            'QCoreApplication.translate("A", "%n b", "", x.y)',
            'QCoreApplication.translate("A", "%n b", "", 1)',
        ),
        ('QCoreApplication.translate("A", "%n b", n=f(x))', 'QCoreApplication.translate("A", "%n b", "", 1)'),
        ('QT_TRANSLATE_NOOP("A", "“ấp”")', 'QCoreApplication.translate("A", "“ấp”", "")'),
    ],
)
def test_a_call_is_read_however_it_is_written(text: str, plain: str) -> None:
    assert calls(text) == {plain}


def test_a_call_with_a_variable_holds_no_word() -> None:
    assert calls('QCoreApplication.translate("A", words)') == set()


def messages() -> Iterator[tuple[str, str, list[str]]]:
    """(catalogue, source, translated forms) of every finished message."""
    for path in sorted(CATALOGUES.glob("*.ts")):
        for message in ET.parse(path).getroot().iter("message"):
            translation = message.find("translation")
            assert translation is not None
            if translation.get("type") is None:
                forms = [form.text or "" for form in translation.iter("numerusform")]
                yield path.name, message.findtext("source", ""), forms or [translation.text or ""]


def test_placeholders_are_the_same_in_every_translation() -> None:
    wanted = re.compile(r"\{\w*\}|%n|%\d")
    for name, source, forms in messages():
        for form in forms:
            assert sorted(wanted.findall(form)) == sorted(wanted.findall(source)), (name, source)


def test_no_translation_is_empty_and_sentences_stay_sentences() -> None:
    for name, source, forms in messages():
        for form in forms:
            assert form.strip(), (name, source)
            if " " not in source:  # a word, perhaps shortened: "No."
                continue
            assert form.endswith((".", "…", ":", "?")) == source.endswith((".", "…", ":", "?")), (
                name,
                source,
            )


def test_a_bundle_has_one_name_in_english() -> None:
    """Who reads of a bundle in a sentence finds it under the same word in the left bar."""
    sources = [source for name, source, _forms in messages() if name == "vi.ts"]
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "resources" / "help").glob("*.en.md")]
    assert "Bundles" in sources
    assert pages
    others = re.compile(r"data bundle|parcel|sync (file|package|bundle)", re.I)
    assert [text for text in (*sources, *pages) if others.search(text)] == []


def test_vietnamese_is_composed_unicode() -> None:
    text = (CATALOGUES / "vi.ts").read_text(encoding="utf-8")
    assert not re.search("[\u0300-\u0323]", text)


def test_a_word_that_is_missing_or_gone_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    message = "<message><source>gone</source><translation>x</translation></message>"
    context = f"<context><name>Frame</name>{message}</context>"
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="vi">'
    (tmp_path / "vi.ts").write_text(f"{head}{context}</TS>", encoding="utf-8")
    found = translations.check()
    assert any("vanished" in fault and "gone" in fault for fault in found)
    assert any("unfinished" in fault and "'Undo'" in fault for fault in found)


def test_two_that_compile_at_once_both_have_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Test workers and a start of the program do so; the second begins while the first still writes."""
    (tmp_path / "vi.ts").write_text("<TS/>", encoding="utf-8")
    waiting = ["the second"]

    def write(command: list[object]) -> None:
        with Path(str(command[-1])).open("wb") as written:
            if waiting:
                waiting.pop()
                translations.compile_all()
            written.write(b"whole")

    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    monkeypatch.setattr(translations, "must", write)
    translations.compile_all()
    assert not waiting
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "vi.ts": b"<TS/>",
        "vi.qm": b"whole",
    }
