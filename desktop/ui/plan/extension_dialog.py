"""Asking why a deadline is put off: new day, reason, who approved it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.entities import DeadlineExtension, Task
from desktop.ui.forms.record_dialog import RecordDialog
from desktop.ui.widgets.values import Today

Answer = Callable[[DeadlineExtension], object]


def ask_extension(
    parent: QWidget, tasks: Sequence[Task], today: Today, answered: Answer, new_due_on: date | None = None
) -> RecordDialog:
    """Ask for one task (old day, new day, reason, approver), or one reason for several tasks.

    ``answered`` gets the extension as typed. For several tasks without ``new_due_on`` they share one new day.
    """
    alone = tasks[0] if len(tasks) == 1 else None
    blank = DeadlineExtension(
        task_id=alone.id if alone else "",
        old_due_on=alone.due_on if alone else None,
        new_due_on=new_due_on,
    )
    fields = (
        ["old_due_on", "new_due_on", "reason", "approver"] if alone else ["new_due_on", "reason", "approver"]
    )
    dialog = RecordDialog(blank, _title(tasks), parent, fields=fields, today=today)
    if alone:
        dialog.form.rows["old_due_on"].set_read_only(read_only=True)
    first = "reason" if new_due_on is not None else "new_due_on"
    dialog.form.rows[first].editor.setFocus()
    dialog.answered.connect(answered)
    dialog.open()
    return dialog


def ask_reason(parent: QWidget, tasks: Sequence[Task], today: Today, answered: Answer) -> RecordDialog:
    """Ask for one reason for several tasks whose new days are known already."""
    dialog = RecordDialog(
        DeadlineExtension(), _title(tasks), parent, fields=["reason", "approver"], today=today
    )
    dialog.answered.connect(answered)
    dialog.open()
    return dialog


def _title(tasks: Sequence[Task]) -> str:
    if len(tasks) == 1:
        words = QCoreApplication.translate("Plan", "Extend the deadline of task {code}")
        return words.replace("{code}", tasks[0].code)
    return QCoreApplication.translate("Plan", "Extend the deadlines of %n task(s)", "", len(tasks))
