"""Code that the next reader takes in at a glance: short files, functions and classes, no error swallowed."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.helpers.source_tree import ROOT, Module, modules

FILE_P90, FILE_MAX = 220, 400
FUNCTION_P90, FUNCTION_P99, FUNCTION_MAX = 20, 40, 60
CLASS_METHODS = 20

OUTER_WALLS = {
    "desktop.app.command",
    "desktop.app.crash",
    "desktop.ui.jobs",
    "desktop.usecases.import_bundle",
}
"""Where every error may be caught because nothing stands outside: start, exception hook, job lane; and one
file of many, so that whatever a stranger put on a stick never stops the others."""

REPORTS = {"exception", "critical", "error"}
"""The methods of a log of which an outer wall must call one."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measured:
    """A place in the code and its measure (lines or methods)."""

    place: str
    measure: int


@cache
def source() -> list[Module]:
    """Return the modules whose shape is judged: the program and the scripts that build it."""
    scripts = [Module(path.stem, path) for path in sorted((ROOT / "build").glob("*.py"))]
    return [*modules(ROOT).values(), *scripts]


def percentile(measures: list[int], share: float) -> int:
    """Return the smallest measure that at least ``share`` of all do not exceed."""
    return sorted(measures)[max(0, math.ceil(share * len(measures)) - 1)]


def functions(module: Module) -> Iterator[Function]:
    yield from (node for node, _inside in module.nodes if isinstance(node, Function))


def function_sizes(found: list[Module]) -> list[Measured]:
    """Measure every function from ``def`` to its last line."""
    return [
        Measured(f"{module.name}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for module in found
        for node in functions(module)
    ]


def file_sizes(found: list[Module]) -> list[Measured]:
    return [Measured(module.name, len(module.lines)) for module in found if module.lines]


def class_sizes(found: list[Module]) -> list[Measured]:
    return [
        Measured(f"{module.name}.{node.name}", sum(isinstance(part, Function) for part in node.body))
        for module in found
        for node, _inside in module.nodes
        if isinstance(node, ast.ClassDef)
    ]


def beyond(measured: list[Measured], limit: int) -> list[Measured]:
    return [one for one in measured if one.measure > limit]


@pytest.mark.parametrize(
    ("measure", "share", "limit"),
    [
        (file_sizes, 0.90, FILE_P90),
        (function_sizes, 0.90, FUNCTION_P90),
        (function_sizes, 0.99, FUNCTION_P99),
    ],
    ids=["files p90", "functions p90", "functions p99"],
)
def test_most_files_and_functions_are_short(
    measure: Callable[[list[Module]], list[Measured]], share: float, limit: int
) -> None:
    assert percentile([one.measure for one in measure(source())], share) <= limit


def test_no_file_function_or_class_is_beyond_its_limit() -> None:
    found = source()
    assert beyond(file_sizes(found), FILE_MAX) == []
    assert beyond(function_sizes(found), FUNCTION_MAX) == []
    assert beyond(class_sizes(found), CLASS_METHODS) == []


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler catches every error and does not raise it again at its end."""
    kind = handler.type
    names = kind.elts if isinstance(kind, ast.Tuple) else [kind]
    broad = kind is None or any(
        isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in names
    )
    return broad and not isinstance(handler.body[-1], ast.Raise)


def reports(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler writes the error into the log."""
    return any(isinstance(node, ast.Attribute) and node.attr in REPORTS for node in ast.walk(handler))


def suppresses_everything(call: ast.Call) -> bool:
    """Tell whether a call is ``contextlib.suppress`` of every error."""
    kinds = {ast.unparse(kind) for kind in call.args}
    return ast.unparse(call.func).endswith("suppress") and bool(kinds & {"Exception", "BaseException"})


def swallowed(module: Module) -> list[str]:
    """Return the places of a module where any error at all is caught and lost, or caught too far inside."""
    found = []
    for node, _inside in module.nodes:
        if isinstance(node, ast.ExceptHandler) and catches_everything(node):
            if module.name not in OUTER_WALLS:
                found.append(f"{module.name}:{node.lineno}: catches everything, and is no outer wall")
            elif not reports(node):
                found.append(f"{module.name}:{node.lineno}: does not write to the log")
        if isinstance(node, ast.Call) and suppresses_everything(node):
            found.append(f"{module.name}:{node.lineno}: suppresses everything")
    return found


def test_no_error_is_swallowed() -> None:
    assert [place for module in source() for place in swallowed(module)] == []


TRY = "try:\n    f()\nexcept {}:\n    {}\n"


@pytest.mark.parametrize(
    ("name", "text", "faults"),
    [
        ("desktop.store.x", TRY.format("Exception", "pass"), 1),
        ("desktop.store.x", TRY.format("(OSError, Exception)", "return_value = 1"), 1),
        ("desktop.store.x", "try:\n    f()\nexcept:\n    g()\n", 1),
        ("desktop.store.x", "with contextlib.suppress(Exception):\n    f()\n", 1),
        ("desktop.store.x", TRY.format("BaseException", "raise"), 0),
        ("desktop.store.x", TRY.format("OSError", "g()"), 0),
        ("desktop.ui.jobs", TRY.format("Exception", "log.exception('x')"), 0),
        ("desktop.ui.jobs", TRY.format("Exception", "pass"), 1),
    ],
)
def test_a_swallowed_error_is_found(tmp_path: Path, name: str, text: str, faults: int) -> None:
    path = tmp_path / "x.py"
    path.write_text(text, encoding="utf-8")
    assert len(swallowed(Module(name, path))) == faults


def test_a_long_function_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text("def f():\n" + "    g()\n" * FUNCTION_MAX, encoding="utf-8")
    assert beyond(function_sizes([Module("x", path)]), FUNCTION_MAX) == [Measured("x.f", FUNCTION_MAX + 1)]


def test_a_percentile_is_the_measure_that_so_many_keep_within() -> None:
    assert percentile(list(range(1, 101)), 0.90) == 90
    assert percentile([7], 0.99) == 7
