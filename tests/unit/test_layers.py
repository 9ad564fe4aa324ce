"""Whoever changes one layer need not read the others: the table of ARCHITECTURE.md is what the code does.

Every import of every module is held against that table, also those inside functions and for type checking.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.helpers.source_tree import ROOT, Import, Module, modules

Table = dict[str, dict[str, str]]

NEWER_PYTHON = {"_sha2"}
"""Of the standard library too, where the Python that runs the tests is older."""
CANVAS = "matplotlib.backends.backend_qtagg"
"""All that a "canvas only" of the table permits."""

SAME_AS = {"shiboken6": "PySide6", "playhouse": "peewee", "mpl_toolkits": "matplotlib", "numpy": "matplotlib"}
"""Library → the column of the table that decides on it."""

LIBRARIES = {
    "cryptography": {"bundle"},
    "msgspec": {"bundle", "store", "app"},
    "apsw": {"store"},
    "xlsxwriter": {"documents"},
    "docx": {"documents"},
    "python_calamine": {"documents"},
    "platformdirs": {"app"},
    "segno": {"ui"},
    "PIL": {"documents"},
}
"""Libraries without a column of their own → the layers they are there for (libraries page of the design)."""

HEAVY = {"matplotlib", "PIL", "mpl_toolkits", "numpy", "docx", "xlsxwriter", "python_calamine"}
"""Libraries that may be imported inside a function, to keep them out of the start-up."""

DOORS = {
    "desktop.app.screens",
    "desktop.usecases.office",
    "desktop.store.data_folder",
    "desktop.ui.frame.main_window",
}
"""Modules that load others of ours inside a function: what a window needs once it is painted (decision 9)."""


FORBIDDEN = re.compile(
    r"""PySide6\.Qt(Charts|DataVisualization|Graphs|VirtualKeyboard|Qml|Quick|WebEngine|WebView|WebSockets|Http|Pdf)
      | PySide6\.QtNetwork\.(?!QLocalServer$|QLocalSocket$)
      | (socket|socketserver|ssl|http|urllib\.request|ftplib|smtplib|poplib|imaplib|xmlrpc|asyncio|pickle)\b
      | importlib\.(import_module|util|machinery)\b""",
    re.VERBOSE,
)
"""GPL-only parts of Qt, everything that reaches for a network, pickles, and imports that no test can see."""


def read_table(page: Path) -> Table:
    """Read the table of layers: layer → column → cell."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    start = next(number for number, row in enumerate(rows) if row[0] == "imports →")
    columns = rows[start][1:]
    return {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows[start + 2 :][: len(columns) - 2]}


def layer_of(name: str) -> str:
    """Return the layer of a dotted name of our own: ``desktop.ui.frame`` → ``ui``."""
    return [*name.split("."), ""][1]


def own_target(target: str, known: Iterable[str]) -> str:
    """Return the module of ours that an imported dotted name lives in."""
    while target not in known and "." in target:
        target = target.rpartition(".")[0]
    return target


def may_import(layer: str, target: str, table: Table) -> bool:
    """Tell whether a module of ``layer`` may import the dotted name ``target``."""
    top = target.partition(".")[0]
    if top == "desktop":
        return layer_of(target) == layer or table[layer].get(layer_of(target)) == "yes"
    if top in LIBRARIES:
        return layer in LIBRARIES[top]
    column = SAME_AS.get(top, top)
    if column in table[layer]:
        cell = table[layer][column]
        return cell == "yes" or (cell == "canvas only" and target.startswith(CANVAS))
    return top in sys.stdlib_module_names | NEWER_PYTHON


def heavy_modules(known: Mapping[str, Module]) -> set[str]:
    """Return our modules that load a heavy library when imported, directly or through others."""
    edges: dict[str, set[str]] = {}
    heavy: set[str] = set()
    for name, module in known.items():
        at_start = [one.target for one in module.imports if not one.in_function]
        edges[name] = {own_target(target, known) for target in at_start if target.startswith("desktop.")}
        if HEAVY & {target.partition(".")[0] for target in at_start}:
            heavy.add(name)
    while True:
        more = {name for name, targets in edges.items() if targets & heavy} - heavy
        if not more:
            return heavy
        heavy |= more


def rightly_late(one: Import, known: Mapping[str, Module], heavy: set[str]) -> bool:
    """Tell whether an import inside a function keeps something heavy out of the start-up, and says so."""
    top = one.target.partition(".")[0]
    loads_heavy = top in HEAVY or (top == "desktop" and own_target(one.target, known) in heavy)
    # The commands need no window and a window no command, so start-up loads what was asked for.
    starts_one = layer_of(one.module) == "app" and (top == "PySide6" or layer_of(one.target) in {"ui", "app"})
    opens = one.module in DOORS and top == "desktop"
    return one.explained and (loads_heavy or starts_one or opens)


def complaints(root: Path) -> list[str]:
    """Return one line for every import below ``root`` that the table does not permit."""
    table, known = read_table(root / "desktop" / "ARCHITECTURE.md"), modules(root)
    heavy = heavy_modules(known)
    found: list[str] = []
    for module in known.values():
        for one in module.imports:
            place = f"{module.path.relative_to(root).as_posix()}:{one.line}: {one.target}"
            if FORBIDDEN.match(one.target):
                found.append(f"{place}: must not be used")
            elif layer_of(one.module) not in table:
                found.append(f"{place}: stands in no layer")
            elif not may_import(layer_of(one.module), one.target, table):
                found.append(f"{place}: not for {layer_of(one.module)}")
            if one.in_function and not rightly_late(one, known, heavy):
                found.append(f"{place}: inside a function")
    return found + cycles(known)


def cycles(known: Mapping[str, Module]) -> list[str]:
    """Return the first circle of imports among our modules, if there is one."""
    graph = {
        name: {own_target(one.target, known) for one in module.imports if one.target.startswith("desktop")}
        - {name}
        for name, module in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [f"circle: {' → '.join(error.args[1])}"]
    return []


def test_every_import_is_one_that_the_table_permits() -> None:
    assert complaints(ROOT) == []


def test_windows_write_no_number_past_their_language() -> None:
    """1.5 GB in English, 1,5 GB in Vietnamese: whatever a window shows asks the one module that knows."""
    names = ("format_number", "format_percent", "format_bytes", "parse_number")
    numbers = {f"desktop.domain.formats.{name}" for name in names}
    past = [one for module in modules(ROOT).values() for one in module.imports if one.target in numbers]
    assert [one.module for one in past if layer_of(one.module) == "ui"] == []


def test_the_table_names_every_layer_there_is() -> None:
    folders = {path.parent.name for path in (ROOT / "desktop").glob("*/__init__.py")}
    assert set(read_table(ROOT / "desktop" / "ARCHITECTURE.md")) == folders


PLANTED = [
    ("domain/x.py", "import peewee", "not for domain"),
    ("domain/x.py", "import cryptography.hazmat", "not for domain"),
    ("domain/x.py", "from desktop.store import rows", "not for domain"),
    ("domain/x.py", "import requests", "not for domain"),
    ("bundle/x.py", "from ..store import rows", "not for bundle"),
    ("store/x.py", "from PySide6.QtCore import QObject", "not for store"),
    ("cli/x.py", "import desktop.ui", "not for cli"),
    ("ui/x.py", "from playhouse import apsw_ext", "not for ui"),
    ("ui/x.py", "from desktop.store import rows", "not for ui"),
    ("ui/x.py", "import matplotlib.pyplot", "not for ui"),
    ("ui/x.py", "from PySide6.QtNetwork import QTcpSocket", "must not be used"),
    ("ui/x.py", "from PySide6 import QtCharts", "must not be used"),
    ("usecases/x.py", "import urllib.request", "must not be used"),
    ("usecases/x.py", "from importlib import import_module", "must not be used"),
    ("usecases/x.py", "def f():\n    from desktop.store import rows  # later", "inside a function"),
    ("documents/x.py", "def f():\n    import matplotlib", "inside a function"),
    ("bundle/x.py", "def f():\n    import cryptography  # heavy", "inside a function"),
    ("app/x.py", "def f():\n    from desktop.cli import commands  # later", "inside a function"),
    ("domain/x.py", "from desktop.domain import y", "circle"),
    ("x.py", "import os", "stands in no layer"),
]


def plant(root: Path, files: dict[str, str]) -> Path:
    """Write a small house below ``root`` that keeps the rules, and ``files`` into it."""
    house = {f"{layer}/__init__.py": "" for layer in read_table(ROOT / "desktop" / "ARCHITECTURE.md")}
    house |= {
        "domain/y.py": "from desktop.domain import x",
        "domain/x.py": "",
        "store/rows.py": "import peewee",
        "documents/chart.py": "def f():\n    # heavy: not at start-up\n    import matplotlib.figure",
        "documents/sheet.py": "import xlsxwriter",
        "usecases/write.py": "def f():\n    from desktop.documents import sheet  # heavy: not at start-up",
        "ui/one.py": f"from PySide6.QtNetwork import QLocalServer\nimport {CANVAS}",
        "ARCHITECTURE.md": (ROOT / "desktop" / "ARCHITECTURE.md").read_text(encoding="utf-8"),
    }
    for name, text in (house | files).items():
        path = root / "desktop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_a_house_that_keeps_the_rules_draws_no_complaint(tmp_path: Path) -> None:
    assert complaints(plant(tmp_path, {})) == []


@pytest.mark.parametrize(("name", "text", "complaint"), PLANTED)
def test_a_planted_import_is_found(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    found = complaints(plant(tmp_path, {name: text}))
    assert len(found) == 1
    assert complaint in found[0]
