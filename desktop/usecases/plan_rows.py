"""New targets and solutions of a plan, and rows taken out; each function is one action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.entities import Plan, Solution, Target
from desktop.usecases.office import Office
from desktop.usecases.plan_actions import check_rules, next_order, typed_values


def add_targets(office: Office, plan: Plan, drafts: Sequence[Mapping[str, object]]) -> list[Target]:
    """New targets at the end of the plan; a draft without a code gets the next number."""
    held = office.store.select(Target, plan_id=plan.id)
    with office.store.work(user=office.user, label=_adding(drafts)) as work:
        for draft in drafts:
            order = next_order(held)
            blank = Target(scope=plan.scope, plan_id=plan.id, order=order, code=str(len(held) + 1))
            target = blank.replace(**typed_values(type(blank), draft))
            check_rules(target)
            new = work.add(target)
            assert isinstance(new, Target)
            held.append(new)
    return held[len(held) - len(drafts) :]


def add_solutions(office: Office, plan: Plan, drafts: Sequence[Mapping[str, object]]) -> list[Solution]:
    """New solutions at the end of the plan."""
    held = office.store.select(Solution, plan_id=plan.id)
    with office.store.work(user=office.user, label=_adding(drafts)) as work:
        for draft in drafts:
            blank = Solution(scope=plan.scope, plan_id=plan.id, order=next_order(held))
            new = work.add(blank.replace(**typed_values(type(blank), draft)))
            assert isinstance(new, Solution)
            held.append(new)
    return held[len(held) - len(drafts) :]


def _adding(drafts: Sequence[object]) -> str:
    return "add_record" if len(drafts) == 1 else "add_records"


def delete_rows(office: Office, records: Sequence[Target | Solution]) -> None:
    """Take targets or solutions out."""
    with office.store.work(user=office.user, label="delete_records") as work:
        for record in records:
            work.delete(record)
