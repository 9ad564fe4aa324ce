"""The order of a plan's tasks: headings with what is below them, and what stands alone at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.entities import Task, TaskState
from desktop.domain.vietnamese import sort_key
from desktop.usecases.plan_view import TaskLine

BREAKTHROUGHS = "breakthroughs"
OTHERS = "others"
"""Ids of the two headings that are no records: breakthroughs, and work outside every key task."""


@dataclass(slots=True, eq=False)
class _Node:
    line: TaskLine
    below: list[_Node]


def _place(node: _Node) -> tuple[bool, int, str, str]:
    task = node.line.task
    return (task.order is None, task.order or 0, sort_key(task.code), task.id)


def in_order(lines: Sequence[TaskLine]) -> Iterator[TaskLine]:
    """Headings with what is below them, then breakthroughs and other work that stand alone.

    A task whose parent is missing (not received yet, deleted) stands at the top, so none is ever lost.
    """
    nodes = {line.id: _Node(line, []) for line in lines}
    top: list[_Node] = []
    for node in nodes.values():
        parent = nodes.get(node.line.task.parent_id)
        (parent.below if parent is not None and not _is_below(parent, node, nodes) else top).append(node)
    heads = [node for node in top if node.below or node.line.task.is_key_task]
    alone = [node for node in top if node not in heads]
    yield from _flat(heads, 0)
    if not heads:
        yield from _flat(alone, 0)
        return
    for key, wanted in ((BREAKTHROUGHS, True), (OTHERS, False)):
        chosen = [node for node in alone if node.line.task.is_breakthrough is wanted]
        if chosen:
            yield _made_heading(key, chosen)
            yield from _flat(chosen, 1)


def _is_below(node: _Node, wanted: _Node, nodes: Mapping[str, _Node]) -> bool:
    """Whether ``node`` hangs below ``wanted``: two computers can make a circle of parents."""
    seen: set[str] = set()
    while node.line.id not in seen:
        if node is wanted:
            return True
        seen.add(node.line.id)
        above = nodes.get(node.line.task.parent_id)
        if above is None:
            return False
        node = above
    return True


def _flat(nodes: list[_Node], depth: int) -> Iterator[TaskLine]:
    for node in sorted(nodes, key=_place):
        if not node.below:
            yield replace(node.line, depth=depth)
            continue
        yield replace(node.line, depth=depth, is_heading=True, percent=_mean(node))
        yield from _flat(node.below, depth + 1)


def _mean(node: _Node) -> int | None:
    """The mean percent of the tasks at the lowest level below, without cancelled ones."""
    shares = [_share(leaf) for leaf in _leaves(node) if leaf.task.state is not TaskState.CANCELLED]
    return round(sum(shares) / len(shares)) if shares else None


def _leaves(node: _Node) -> Iterator[TaskLine]:
    if not node.below:
        yield node.line
    for below in node.below:
        yield from _leaves(below)


def _share(leaf: TaskLine) -> int:
    return 100 if leaf.task.state is TaskState.COMPLETED else leaf.percent or 0


def _made_heading(key: str, nodes: Sequence[_Node]) -> TaskLine:
    """A heading that is no record; the screen words it."""
    below = _Node(TaskLine(id=key, task=Task()), list(nodes))
    return TaskLine(id=key, task=Task(), is_heading=True, percent=_mean(below))
