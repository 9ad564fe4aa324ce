"""What can be chosen in a plan's cells and forms, from the names that were read with the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.ui.forms.references import References
from desktop.ui.widgets.values import Choice, Lookup
from desktop.usecases.plan_view import Named, PlanNames
from desktop.usecases.read_names import find_named

Names = Callable[[], PlanNames]


def choices_from(names: Callable[[], Sequence[Named]]) -> tuple[Lookup, Lookup]:
    """(search by words, name by id) over what ``names`` answers now."""

    def find(words: str) -> list[Choice]:
        return [Choice(one.id, one.name, one.note) for one in find_named(names(), words)]

    def name_of(record_id: str) -> list[Choice]:
        return [Choice(one.id, one.name) for one in names() if one.id == record_id]

    return find, name_of


def plan_references(names: Names) -> References:
    """The references of a plan's forms."""

    def find(target: str, words: str) -> list[Choice]:
        return [Choice(one.id, one.name, one.note) for one in find_named(_of(target, names()), words)]

    def name(target: str, record_id: str) -> str:
        return next((one.name for one in _of(target, names()) if one.id == record_id), "")

    return References(find, name)


def _of(target: str, names: PlanNames) -> Sequence[Named]:
    return {
        "field": names.fields,
        "programme_item": names.items,
        "programme": names.programmes,
        "body": names.bodies,
        "person": names.people,
    }.get(target, ())
