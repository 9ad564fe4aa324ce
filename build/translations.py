"""The screen words: ``resources/i18n/*.ts`` compiled for Qt, and checked to be complete.

``python build/translations.py update`` takes new words from the source into the .ts files; ``check`` fails
when a word of the source is not in them, is not translated yet, or is no longer in the source; ``release``
compiles them (the set-up of ``build/dev.py`` does it too).
"""

from __future__ import annotations

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


def compile_all() -> None:
    """Write a .qm beside every .ts that changed since."""
    if not PYTHON.exists():
        return
    for source in sorted(CATALOGUES.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            must([tool("pyside6-lrelease"), "-silent", source, "-qm", compiled])


def update(catalogue: Path, *, plurals_only: bool) -> None:
    """Bring ``catalogue`` in step with the source: new words are added, gone ones marked."""
    sources = sorted((ROOT / "desktop").rglob("*.py"))
    options = ["-silent", "-locations", "none", *(["-pluralonly"] if plurals_only else [])]
    must([tool("pyside6-lupdate"), *options, *sources, "-ts", catalogue])


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
                update(copy, plurals_only=name in PLURALS_ONLY)
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
            update(CATALOGUES / name, plurals_only=name in PLURALS_ONLY)
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
