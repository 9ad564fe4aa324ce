"""Search everything at once: what Ctrl+K does.

Folded search over all living records of the searched entities; exact hits first (``search_rank``).  A
progress update is found under its task, because that is what a clerk opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.entities import (
    Body,
    Field,
    Person,
    Plan,
    Programme,
    ProgrammeItem,
    ProgressUpdate,
    Solution,
    Target,
    Task,
    Unit,
)
from desktop.domain.entity import Entity
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_subject
from desktop.domain.vietnamese import search_rank, search_terms, sort_key
from desktop.store.queries.search import rows_containing, searched_tables
from desktop.usecases.office import Office

_ORDER = ("task", "target", "solution", "plan", "programme_item", "programme")
"""Among hits of one rank, what is worked on stands first."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record found: where it is, and two lines to recognise it by. ``subtitle`` may be ""."""

    table: str
    record_id: str
    title: str
    subtitle: str
    rank: int
    """0 as typed … 3 letters alone, as ``search_rank``."""


def search_records(office: Office, text: str, limit: int = 50) -> list[SearchHit]:
    """The best ``limit`` records that contain every word of ``text``; none for a text without words."""
    terms = search_terms(text)
    if not terms:
        return []
    best: dict[tuple[str, str], SearchHit] = {}
    for hit in _hits(office, text, terms):
        place = (hit.table, hit.record_id)
        if place not in best or hit.rank < best[place].rank:
            best[place] = hit
    return sorted(best.values(), key=_place)[:limit]


def _place(hit: SearchHit) -> tuple[int, int, str]:
    position = _ORDER.index(hit.table) if hit.table in _ORDER else len(_ORDER)
    return hit.rank, position, sort_key(hit.title)


def _hits(office: Office, text: str, terms: tuple[str, ...]) -> Iterator[SearchHit]:
    store = office.store
    names = {unit.unit_id: unit.name for unit in store.select(Unit)} if office.is_upper else {}
    for table in searched_tables(store):
        for record in rows_containing(store, table, terms):
            shown = _shown(office, record)
            if shown is None:
                continue
            kind, record_id, title, searched, subtitle = shown
            owner = names.get(scope_subject(record.scope), "")
            lines = " · ".join(line for line in (owner, subtitle) if line)
            yield SearchHit(kind, record_id, _one_line(title), _one_line(lines), search_rank(searched, text))


_Shown = tuple[str, str, str, str, str]
"""Table, record id, title, the searched text, subtitle."""


def _shown(office: Office, record: Entity) -> _Shown | None:
    match record:
        case ProgressUpdate():
            return _of_update(office, record)
        case Task():
            title = _numbered(record.code, record.title)
            return "task", record.id, title, title, ""
        case Target():
            words = f"{record.name} {record.wording}"
            return "target", record.id, _numbered(record.code, record.name), words, record.wording
        case Solution():
            return "solution", record.id, record.content, record.content, ""
        case ProgrammeItem():
            words = f"{record.content} {record.indicator}"
            title = _numbered(record.code, record.content)
            return "programme_item", record.id, title, words, record.indicator
        case Plan() | Programme():
            table = "plan" if isinstance(record, Plan) else "programme"
            return table, record.id, record.title, record.title, record.number
        case _:
            return _of_lists(record)


def _of_lists(record: Entity) -> _Shown | None:
    match record:
        case Unit():
            return "unit", record.id, record.name, f"{record.name} {record.code}", record.code
        case Body():
            return "body", record.id, record.name, record.name, ""
        case Person():
            return "person", record.id, record.full_name, record.full_name, ""
        case Field():
            return "field", record.id, record.name, record.name, record.code
        case _:
            return None


def _of_update(office: Office, update: ProgressUpdate) -> _Shown | None:
    try:
        task = office.store.get(Task, update.task_id)
    except SoSenError as refusal:
        if refusal.code is Code.E_MISSING:  # its task was deleted: there is nothing to open
            return None
        raise
    return "task", task.id, _numbered(task.code, task.title), update.result, update.result


def _numbered(code: str, title: str) -> str:
    return f"{code} {title}" if code else title


def _one_line(text: str) -> str:
    return " ".join(text.split())
