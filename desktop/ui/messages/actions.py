"""How the actions of the undo list are called: "Undo: change of a cell"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain.marks import QT_TRANSLATE_NOOP

ACTIONS: dict[str, str] = {
    "add_record": QT_TRANSLATE_NOOP("Actions", "new row"),
    "add_records": QT_TRANSLATE_NOOP("Actions", "new rows"),
    "edit_record": QT_TRANSLATE_NOOP("Actions", "change of a row"),
    "edit_records": QT_TRANSLATE_NOOP("Actions", "change of several rows"),
    "edit_cell": QT_TRANSLATE_NOOP("Actions", "change of a cell"),
    "paste": QT_TRANSLATE_NOOP("Actions", "paste"),
    "fill_down": QT_TRANSLATE_NOOP("Actions", "fill down"),
    "delete_record": QT_TRANSLATE_NOOP("Actions", "deletion of a row"),
    "delete_records": QT_TRANSLATE_NOOP("Actions", "deletion of several rows"),
    "update_status": QT_TRANSLATE_NOOP("Actions", "change of status"),
    "update_progress": QT_TRANSLATE_NOOP("Actions", "progress update"),
    "extend_deadline": QT_TRANSLATE_NOOP("Actions", "deadline extension"),
    "assign": QT_TRANSLATE_NOOP("Actions", "assignment"),
    "tasks_from_items": QT_TRANSLATE_NOOP("Actions", "tasks from a programme"),
    "set_target_value": QT_TRANSLATE_NOOP("Actions", "value of a target"),
    "comment_line": QT_TRANSLATE_NOOP("Actions", "comment on a line"),
    "settle_comment": QT_TRANSLATE_NOOP("Actions", "settling of a comment"),
    "attach_evidence": QT_TRANSLATE_NOOP("Actions", "attaching of a file"),
    "remove_evidence": QT_TRANSLATE_NOOP("Actions", "removal of a file"),
    "import_bundle": QT_TRANSLATE_NOOP("Actions", "taking of a bundle"),
    "restore_parent": QT_TRANSLATE_NOOP("Actions", "return of a deleted row"),
    "resolve_conflict": QT_TRANSLATE_NOOP("Actions", "choice between two values"),
}
"""Label of an action → English words."""

_GENERAL = QT_TRANSLATE_NOOP("Actions", "last change")


def action_words(label: str) -> str:
    """The words for an action's label; one this version does not know is called "last change"."""
    return QCoreApplication.translate("Actions", ACTIONS.get(label, _GENERAL))
