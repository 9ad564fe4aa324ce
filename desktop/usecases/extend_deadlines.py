"""Put deadlines of tasks off: the old day, the new day and the reason stay with the task for good."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.domain.entities import DeadlineExtension, Plan, PlanState, Task
from desktop.domain.errors import InvalidValueError
from desktop.usecases.office import Office
from desktop.usecases.plan_actions import check_rules


def needs_reason(plan: Plan, task: Task, due_on: date | None) -> bool:
    """Whether a new deadline is an extension: later than the old one, in a plan that was sent or approved."""
    draft = plan.state in (PlanState.DRAFT, PlanState.RETURNED)
    return not draft and task.due_on is not None and due_on is not None and due_on > task.due_on


def extend_deadlines(
    office: Office, deadlines: Mapping[str, date], *, reason: str, approver: str = ""
) -> None:
    """Put deadlines off (task id → new day) and keep old day, new day and reason with each task."""
    if not reason.strip():
        raise InvalidValueError("deadline_extension", "reason", "required", reason)
    today = office.today()
    with office.store.work(user=office.user, label="extend_deadline") as work:
        for task_id, due_on in deadlines.items():
            task = office.store.get(Task, task_id)
            extension = DeadlineExtension(
                scope=task.scope,
                task_id=task.id,
                old_due_on=task.due_on,
                new_due_on=due_on,
                reason=reason,
                approver=approver,
                approved_on=today if approver else None,
            )
            problems = extension.problems()
            if problems:
                raise InvalidValueError("deadline_extension", *problems[0], due_on)
            work.add(extension)
            changed = task.replace(due_on=due_on)
            check_rules(changed)
            work.save(changed)
