"""What a bundle brings, in words: "39 new tasks, 6 tasks with another status"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.usecases.describe_preview import BundleContents, ChangeKind

Worded = Mapping[ChangeKind, Callable[[int], str]]

_TASKS: Worded = {
    ChangeKind.NEW_TASK: lambda n: QCoreApplication.translate("Bundles", "%n new task(s)", "", n),
    ChangeKind.TASK_STATE: lambda n: QCoreApplication.translate(
        "Bundles", "%n task(s) with another status", "", n
    ),
    ChangeKind.TASK_DEADLINE: lambda n: QCoreApplication.translate(
        "Bundles", "%n task(s) with another deadline", "", n
    ),
    ChangeKind.TASK_LEAD: lambda n: QCoreApplication.translate(
        "Bundles", "%n task(s) led by somebody else", "", n
    ),
    ChangeKind.TASK_EDIT: lambda n: QCoreApplication.translate("Bundles", "%n task(s) edited", "", n),
    ChangeKind.PROGRESS: lambda n: QCoreApplication.translate("Bundles", "%n progress update(s)", "", n),
    ChangeKind.EXTENSION: lambda n: QCoreApplication.translate("Bundles", "%n deadline extension(s)", "", n),
    ChangeKind.ASSIGNMENT: lambda n: QCoreApplication.translate("Bundles", "%n assignment(s)", "", n),
}
_OTHERS: Worded = {
    ChangeKind.TARGET_VALUE: lambda n: QCoreApplication.translate(
        "Bundles", "%n figure(s) of targets", "", n
    ),
    ChangeKind.NEW_TARGET: lambda n: QCoreApplication.translate("Bundles", "%n new target(s)", "", n),
    ChangeKind.TARGET_EDIT: lambda n: QCoreApplication.translate("Bundles", "%n target(s) edited", "", n),
    ChangeKind.SOLUTION: lambda n: QCoreApplication.translate("Bundles", "%n solution(s)", "", n),
    ChangeKind.PLAN: lambda n: QCoreApplication.translate("Bundles", "%n plan(s)", "", n),
    ChangeKind.PROGRAMME: lambda n: QCoreApplication.translate(
        "Bundles", "%n programme item(s) of the upper level", "", n
    ),
    ChangeKind.COMMENT: lambda n: QCoreApplication.translate("Bundles", "%n comment(s)", "", n),
    ChangeKind.EVIDENCE: lambda n: QCoreApplication.translate("Bundles", "%n file(s) of evidence", "", n),
    ChangeKind.LIST: lambda n: QCoreApplication.translate("Bundles", "%n entries of lists", "", n),
    ChangeKind.DELETED: lambda n: QCoreApplication.translate("Bundles", "%n row(s) deleted", "", n),
    ChangeKind.RESTORED: lambda n: QCoreApplication.translate("Bundles", "%n row(s) brought back", "", n),
    ChangeKind.OTHER: lambda n: QCoreApplication.translate(
        "Bundles", "%n row(s) of a newer version of the program", "", n
    ),
}
_COUNTED: Worded = {**_TASKS, **_OTHERS}


def kind_count(kind: ChangeKind, count: int) -> str:
    """A number of changes of one kind."""
    return _COUNTED[kind](count)


def contents_words(contents: BundleContents) -> str:
    """All that a bundle brings, as a list in one sentence; "" when it brings nothing."""
    words = [kind_count(kind, count) for kind, count in contents.counts]
    if contents.not_listed:
        words.append(QCoreApplication.translate("Bundles", "%n more row(s)", "", contents.not_listed))
    return ", ".join(words)


def kind_word(kind: ChangeKind) -> str:
    """The kind of one change, for a column."""
    return {
        ChangeKind.NEW_TASK: QCoreApplication.translate("Bundles", "New task"),
        ChangeKind.TASK_STATE: QCoreApplication.translate("Bundles", "Status"),
        ChangeKind.TASK_DEADLINE: QCoreApplication.translate("Bundles", "Deadline"),
        ChangeKind.TASK_LEAD: QCoreApplication.translate("Bundles", "Lead"),
        ChangeKind.TASK_EDIT: QCoreApplication.translate("Bundles", "Task edited"),
        ChangeKind.PROGRESS: QCoreApplication.translate("Bundles", "Progress"),
        ChangeKind.TARGET_VALUE: QCoreApplication.translate("Bundles", "Figure"),
        ChangeKind.NEW_TARGET: QCoreApplication.translate("Bundles", "New target"),
        ChangeKind.TARGET_EDIT: QCoreApplication.translate("Bundles", "Target edited"),
        ChangeKind.SOLUTION: QCoreApplication.translate("Bundles", "Solution"),
        ChangeKind.EXTENSION: QCoreApplication.translate("Bundles", "Extension"),
        ChangeKind.ASSIGNMENT: QCoreApplication.translate("Bundles", "Assignment"),
        ChangeKind.PLAN: QCoreApplication.translate("Bundles", "Plan"),
        ChangeKind.PROGRAMME: QCoreApplication.translate("Bundles", "Programme"),
        ChangeKind.COMMENT: QCoreApplication.translate("Bundles", "Comment"),
        ChangeKind.EVIDENCE: QCoreApplication.translate("Bundles", "Evidence"),
        ChangeKind.LIST: QCoreApplication.translate("Bundles", "List entry"),
        ChangeKind.DELETED: QCoreApplication.translate("Bundles", "Deleted"),
        ChangeKind.RESTORED: QCoreApplication.translate("Bundles", "Brought back"),
        ChangeKind.OTHER: QCoreApplication.translate("Bundles", "Newer version"),
    }[kind]
