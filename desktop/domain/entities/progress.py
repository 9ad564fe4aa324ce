"""What becomes of the work: updates for a period, and deadlines put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.entities.plan import TaskState
from desktop.domain.entity import (
    Entity,
    choice,
    day,
    flag,
    integer,
    long_text,
    reference,
    table,
    text,
)


@table("progress_update")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressUpdate(Entity):
    """One statement about a task at one day within a period, in the words of who does it."""

    task_id: str = reference("task", required=True)
    period_id: str = reference("period")
    reported_on: date | None = day(group="status")
    state: TaskState = choice(TaskState, group="status")
    percent: int | None = integer(minimum=0, maximum=100, group="status")
    is_blocked: bool = flag(group="status")
    result: str = long_text(max_length=8000, searched=True)
    difficulty: str = long_text(max_length=4000)
    proposal: str = long_text(max_length=4000)


@table("file")
@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Entity):
    """A file that proves what was done for a task. Its bytes are kept and carried by their hash alone.

    ``name`` is what the file was called, ``mime`` what its content says it is, ``size`` its bytes.
    """

    task_id: str = reference("task", required=True)
    name: str = text(max_length=255, required=True, group="content")
    mime: str = text(max_length=100, group="content")
    size: int | None = integer(minimum=0, group="content")
    sha256: str = text(max_length=64, group="content")
    note: str = text(max_length=1000)


@table("deadline_extension")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineExtension(Entity):
    """A deadline put off. The old day stays readable: extending never erases history (domain.md 2.2)."""

    task_id: str = reference("task", required=True)
    old_due_on: date | None = day(group="deadline")
    new_due_on: date | None = day(group="deadline")
    reason: str = text(max_length=1000, required=True)
    approver: str = text(max_length=200)
    approved_on: date | None = day()

    def problems(self) -> list[tuple[str, str]]:
        if self.old_due_on and self.new_due_on and self.new_due_on <= self.old_due_on:
            return [("new_due_on", "not_later")]
        return []
