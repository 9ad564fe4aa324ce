"""The names that a plan or a programme refers to: fields, items, bodies, people.  Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.domain.entities import Body, Field, Person, Position, Programme, ProgrammeItem
from desktop.domain.vietnamese import fold, matches, search_rank, search_terms, sort_key
from desktop.usecases.office import Office
from desktop.usecases.plan_view import Named, PlanNames


def read_names(office: Office, unit_id: str, year: int) -> PlanNames:
    """Everything that can be chosen in the plan of ``unit_id``; people and bodies are that unit's own."""
    store = office.store
    positions = store.select(Position, scope=unit_id)
    bodies = [body for body in store.select(Body, scope=unit_id) if body.is_active]
    people = tuple(_people(store.select(Person, scope=unit_id), positions, bodies))
    leaders = {position.person_id for position in positions if position.is_leader}
    programmes = [one for one in store.select(Programme) if one.year in (year, None)]
    return PlanNames(
        fields=read_fields(office),
        items=tuple(_items(office, programmes)),
        bodies=tuple(Named(body.id, body.name) for body in bodies),
        people=people,
        leaders=tuple(sorted(people, key=lambda person: person.id not in leaders)),
        programmes=tuple(Named(one.id, one.title, one.issuer) for one in programmes),
    )


def read_fields(office: Office) -> tuple[Named, ...]:
    """The fields of work in their order, with their codes."""
    fields = [field for field in office.store.select(Field) if field.is_active]
    return tuple(Named(field.id, field.name, field.code) for field in fields)


def _people(
    people: Sequence[Person], positions: Sequence[Position], bodies: Sequence[Body]
) -> Iterator[Named]:
    """People in office by given name, as Vietnamese lists are ordered; the note is the post or the body."""
    posts: dict[str, str] = {}
    for position in positions:
        posts.setdefault(position.person_id, position.title)
    body_names = {body.id: body.name for body in bodies}
    for person in sorted(people, key=lambda one: _given_name_first(one.full_name)):
        if person.is_active:
            note = posts.get(person.id) or body_names.get(person.body_id, "")
            yield Named(person.id, person.full_name, note)


def _given_name_first(full_name: str) -> tuple[str, str]:
    return sort_key(full_name.rpartition(" ")[2]), sort_key(full_name)


def _items(office: Office, programmes: Sequence[Programme]) -> Iterator[Named]:
    """Programme items with "programme, number" as their note, which is how a plan cites its root."""
    cited = {one.id: citation(one) for one in programmes}
    for item in office.store.select(ProgrammeItem):
        if item.programme_id in cited:
            yield Named(item.id, item.content, f"{cited[item.programme_id]}, {item.code}".strip(", "))


def citation(programme: Programme) -> str:
    """How a programme is cited in few words: its number, or who issued it, or its title."""
    return programme.number or _ABBREVIATED.get(programme.kind, "{}").format(
        programme.issuer or programme.title
    )


_ABBREVIATED: Mapping[str, str] = {
    "action_programme": "CTr {}",
    "socio_economic_plan": "KH {}",
    "resolution": "NQ {}",
}
"""The usual abbreviations of the kinds of document (Decree 30/2020/NĐ-CP, annex III)."""


def find_named(named: Sequence[Named], typed: str, limit: int = 20) -> list[Named]:
    """What the typed words may mean, best first; nothing typed asks for the first ones in their order."""
    terms = search_terms(typed)
    if not terms:
        return list(named[:limit])
    found = [one for one in named if matches(fold(f"{one.name} {one.note}"), terms)]
    return sorted(found, key=lambda one: search_rank(one.name, typed))[:limit]
