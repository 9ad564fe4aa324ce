"""The program's own source as the tests of its layers and shape see it: modules and their imports."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Import:
    """One imported name: where it stands, and its full dotted name (``PySide6.QtCore.Qt``)."""

    module: str
    target: str
    line: int
    in_function: bool
    explained: bool
    """A comment stands on the line or on the one above."""


@dataclass(frozen=True)
class Module:
    """One source file below the root; ``name`` is dotted, a package's is that of its folder."""

    name: str
    path: Path

    @cached_property
    def lines(self) -> list[str]:
        return self.path.read_text(encoding="utf-8").splitlines()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @cached_property
    def nodes(self) -> list[tuple[ast.AST, bool]]:
        """Every node with whether it stands inside a function."""
        found: list[tuple[ast.AST, bool]] = []
        waiting: list[tuple[ast.AST, bool]] = [(self.tree, False)]
        while waiting:
            node, inside = waiting.pop()
            found.append((node, inside))
            inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            waiting.extend((child, inside) for child in ast.iter_child_nodes(node))
        return found

    @cached_property
    def imports(self) -> list[Import]:
        """Every import of the file, those inside functions and under TYPE_CHECKING too."""
        found = [
            Import(self.name, target, node.lineno, inside, self._explained(node.lineno))
            for node, inside in self.nodes
            if isinstance(node, ast.Import | ast.ImportFrom)
            for target in self._targets(node)
        ]
        return sorted(found, key=lambda one: one.line)

    def _targets(self, node: ast.Import | ast.ImportFrom) -> list[str]:
        if isinstance(node, ast.Import):
            return [alias.name for alias in node.names]
        base = node.module or ""
        if node.level:
            package = self.name.split(".") if self.path.name == "__init__.py" else self.name.split(".")[:-1]
            base = ".".join([*package[: len(package) - node.level + 1], *([base] if base else [])])
        return [f"{base}.{alias.name}" for alias in node.names]

    def _explained(self, line: int) -> bool:
        above = self.lines[line - 2].strip() if line > 1 else ""
        return "#" in self.lines[line - 1] or above.startswith("#")


@cache
def modules(root: Path, package: str = "desktop") -> Mapping[str, Module]:
    """Return every module of ``package`` below ``root`` by its dotted name; read once in a run."""
    found: dict[str, Module] = {}
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = Module(name, path)
    return found
