"""The screen words: ``resources/i18n/*.ts`` compiled for Qt, and checked to be complete.

``python build/translations.py update`` takes new words from the source into the .ts files; ``check`` fails
when a word of the source is not in them, is not translated yet, or is no longer in the source; ``release``
compiles them (the set-up of ``build/dev.py`` does it too).
"""

from __future__ import annotations

import ast
import json
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from common import FAILED, PYTHON, ROOT, USAGE, must, tool

CATALOGUES = ROOT / "resources" / "i18n"
OWN_CATALOGUES = ("vi.ts", "en.ts")
"""Written from our source; the others hold Qt's own words, which no source of ours contains."""

PLURALS_ONLY = {"en.ts"}
"""The source is English: these hold the plural forms alone."""

TRANSLATING = {"QCoreApplication.translate", "QT_TRANSLATE_NOOP"}
"""The calls that hold words, as written in the source."""


def compile_all() -> None:
    """Write a .qm beside every .ts that changed since; two that do so at once do not meet.

    Each writes a file of its own and gives it the name at the end: who opens one has a whole one.
    """
    if not PYTHON.exists():
        return
    for source in sorted(CATALOGUES.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with tempfile.TemporaryDirectory(dir=CATALOGUES, prefix=".") as own:
                fresh = Path(own) / compiled.name
                must([tool("pyside6-lrelease"), "-silent", source, "-qm", fresh])
                fresh.replace(compiled)  # a program that has the old one open keeps it whole


def update(catalogue: Path, *, keep_gone: bool = False) -> None:
    """Bring ``catalogue`` in step with the source: new words are added, gone ones dropped, or marked."""
    options = ["-silent", "-locations", "none", "-source-language", "en", "-target-language", catalogue.stem]
    options += ["-pluralonly"] if catalogue.name in PLURALS_ONLY else []
    options += [] if keep_gone else ["-no-obsolete"]
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder) / "words.py"
        words.write_text("\n".join(sorted(_all_words())), encoding="utf-8")
        must([tool("pyside6-lupdate"), *options, words, "-ts", catalogue])


def _all_words() -> set[str]:
    """Every call that translates, or marks a word for it, in the plainest form.

    lupdate itself overlooks calls whose count is an expression, and does not see that a variable is one.
    """
    found: set[str] = set()
    for source in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in TRANSLATING:
                found |= _plain_call(node)
    return found


def _plain_call(call: ast.Call) -> set[str]:
    """The call with literals alone; none where the words are a variable, for those are marked elsewhere."""
    words = [part.value for part in call.args[:3] if isinstance(part, ast.Constant)]
    words = [word for word in words if isinstance(word, str)]
    if len(words) < 2:
        return set()
    counts = len(call.args) > 3 or any(keyword.arg == "n" for keyword in call.keywords)
    literals = ", ".join(json.dumps(word, ensure_ascii=False) for word in [*words, ""][:3])
    return {f"QCoreApplication.translate({literals}{', 1' if counts else ''})"}


def faults(catalogue: Path) -> list[str]:
    """Return one line for each word of ``catalogue`` that has no finished translation or no source."""
    found: list[str] = []
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            state = "unfinished" if translation is None else translation.get("type")
            if state:
                found.append(f"{catalogue.name}: {state}: {name}: {message.findtext('source', '')!r}")
    return found


def check() -> list[str]:
    """Compare copies of the catalogues with the source and return the faults, none when complete."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in OWN_CATALOGUES:
            if (CATALOGUES / name).exists():
                copy = Path(shutil.copy(CATALOGUES / name, folder))
                update(copy, keep_gone=True)
                found += faults(copy)
    return found + [
        fault
        for path in sorted(CATALOGUES.glob("*.ts"))
        if path.name not in OWN_CATALOGUES
        for fault in faults(path)
    ]


def main(arguments: list[str]) -> int:
    """Run ``update``, ``check`` or ``release`` and return the exit status."""
    if arguments == ["update"]:
        for name in OWN_CATALOGUES:
            update(CATALOGUES / name)
        return 0
    if arguments == ["release"]:
        compile_all()
        return 0
    if arguments != ["check"]:
        print(__doc__)
        return USAGE
    found = check()
    print("\n".join(found) if found else "translations: complete")
    return FAILED if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
