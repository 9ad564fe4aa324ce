"""The notices that must travel with the program: which libraries are inside, under which licence.

``.venv/bin/python build/notices.py`` writes ``resources/licences/THIRD-PARTY-NOTICES.txt`` from what is
installed; run it after a change of requirements.txt (a test says when it is out of step). Names and versions
come from the lock file, texts from the packages themselves.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from common import ROOT

NOTICES = ROOT / "resources" / "licences" / "THIRD-PARTY-NOTICES.txt"
LOCK = ROOT / "requirements.txt"

LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$|/licen[cs]es/[^/]+$", re.IGNORECASE)

STATED = {
    "apsw-sqlite3mc": "any OSI-approved (apsw), MIT (SQLite3 Multiple Ciphers), public domain (SQLite)",
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "PSF-style licence of matplotlib",
    "peewee": "MIT",
    "pyside6-essentials": "LGPL-3.0 (Qt and PySide6), see LGPL-3.0.txt and GPL-3.0.txt beside this file",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0, see LGPL-3.0.txt and GPL-3.0.txt beside this file",
}
"""Licences of packages whose own metadata does not name theirs shortly, as read in their licence files."""

HEAD = """\
Sổ Sen: notices of third parties

Sổ Sen itself is under the Apache License 2.0 (LICENSE). It is delivered together with the software below,
each part under its own licence.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3, unchanged and as separate
library files: you may replace them by versions of your own, and take the program apart to debug such a
change. The full texts are LGPL-3.0.txt and GPL-3.0.txt beside this file. The source of exactly the
versions delivered is published by the Qt Project and is handed out by whoever gave you this program, on
request.

Fonts and icons carry their licence files in their own folders under resources/.

A packaged program also holds the Python interpreter (Python Software Foundation License) and the start-up
loader of PyInstaller (GPL-2.0 with an exception that permits any use of the built program).

Packaged on Linux it also holds libraries of the system it was packaged on (the C++ runtime, X11, GLib,
GnuTLS, Kerberos and others that Qt and Python load), unchanged and as separate files, under the licences
that the system keeps for them in /usr/share/doc; where that is a version of the LGPL, what is said of Qt
holds as well.
"""


def pins(text: str) -> dict[str, list[str]]:
    """Read a lock file: name → versions, more than one where they differ between versions of Python."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


def licence_of(package: metadata.Distribution, name: str) -> str:
    """Return the licence of a package in a few words."""
    fields = package.metadata
    key = "License-Expression" if "License-Expression" in fields else "License"
    return STATED.get(name) or fields[key].splitlines()[0]


def licence_texts(package: metadata.Distribution) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each licence file that a package carries."""
    for file in sorted(package.files or [], key=str):
        if ".dist-info/" in file.as_posix() and LICENCE_FILE.search(file.as_posix()):
            path = Path(str(file.locate()))
            yield path.name, path.read_text(encoding="utf-8", errors="replace").strip()


def notices() -> str:
    """Put the notices together, one part for each package of the lock file that this system installs."""
    found = pins(LOCK.read_text(encoding="utf-8"))
    parts = [HEAD]
    for name, versions in sorted(found.items()):
        package = metadata.distribution(name)
        title = f"{package.metadata['Name']} {' or '.join(versions)}"
        parts.append(f"{'=' * 100}\n{title}\nLicence: {licence_of(package, name)}\n{'=' * 100}\n")
        parts += [f"--- {file} ---\n\n{text}\n" for file, text in licence_texts(package)]
    lines = "\n".join(parts).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


if __name__ == "__main__":
    NOTICES.write_text(notices(), encoding="utf-8", newline="\n")
    sys.exit(0)
