"""No word of another office is read as markup: what Qt would guess to be HTML goes through one place each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.source_tree import ROOT, Module, modules

TIPS, LABELS, HELP = "desktop.ui.widgets.tips", "desktop.ui.widgets.labels", "desktop.ui.frame.help_panel"

PLACES = {
    "setToolTip": TIPS,
    "QLabel": LABELS,
    "QTextBrowser": HELP,  # shows the program's own pages, and opens no link
    "setMarkdown": HELP,
}
"""What guesses whether words are markup, and the one module that may call it."""

NOWHERE = {
    *("setStatusTip", "setWhatsThis", "setTabToolTip", "setTabWhatsThis", "setItemData"),
    *("setHtml", "appendHtml", "insertHtml", "setTextFormat", "showMessage"),
    *("QMessageBox", "QErrorMessage", "QProgressDialog", "QInputDialog", "QSplashScreen", "QStaticText"),
    *("QTextEdit", "QFormLayout", "QGraphicsTextItem", "QWhatsThis"),
}
"""What guesses too, or makes labels of its own, and is not needed."""


def called(node: ast.AST) -> str:
    """The last name of what a call calls: ``setToolTip`` of ``made.setToolTip("…")``."""
    function = node.func if isinstance(node, ast.Call) else None
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_tip(node: ast.AST | None) -> bool:
    return node is not None and called(node) == "plain_tip"


def names_the_role(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Attribute) and part.attr == "ToolTipRole" for part in ast.walk(node))


def offences(module: Module) -> Iterator[str]:
    """Every place that gives Qt words which Qt may read as markup."""
    answered: set[ast.AST] = set()
    for node, _inside in module.nodes:
        name = called(node)
        if name in NOWHERE or PLACES.get(name, module.name) != module.name:
            yield f"{module.name}: {name}"
        if isinstance(node, ast.Call) and name == "showText" and not is_tip(node.args[1]):
            yield f"{module.name}: showText"
        if isinstance(node, ast.ClassDef):
            bases = {
                part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "")
                for part in node.bases
            }
            yield from (f"{module.name}: {base}" for base in bases & {*NOWHERE, *PLACES})
        if isinstance(node, ast.If) and names_the_role(node.test):
            answer = node.body[0]
            if len(node.body) == 1 and isinstance(answer, ast.Return) and is_tip(answer.value):
                answered.update(ast.walk(node.test))
    for node, _inside in module.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" and node not in answered:
            yield f"{module.name}: ToolTipRole"


def test_words_reach_tool_tips_and_labels_as_they_are() -> None:
    """A file name, a cell, the label of a stick: shown to the letter, and no picture they name is opened."""
    assert [offence for module in modules(ROOT).values() for offence in offences(module)] == []


@pytest.mark.parametrize(
    "line",
    [
        "made.setToolTip(name)",
        "QLabel(name)",
        "QtWidgets.QLabel(name)",
        "QToolTip.showText(place, name, view)",
        "class Name(QLabel): pass",
        "QMessageBox.warning(parent, name, name)\nQMessageBox(parent)",
        "browser.setHtml(name)",
        "if role == _ROLE.ToolTipRole:\n    name",
        "if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):\n    answer = name",
        "answers = {_ROLE.ToolTipRole: name}",
    ],
)
def test_another_way_is_found(line: str, tmp_path: Path) -> None:
    """The test above would see it."""
    path = tmp_path / "planted.py"
    path.write_text(line, encoding="utf-8")
    assert len(list(offences(Module("desktop.ui.planted", path)))) == 1
