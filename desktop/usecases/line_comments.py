"""Lines returned with a comment: the office writes beside a unit's row, never into it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.entities import LineComment
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.scopes import office_scope, scope_owner, scope_subject
from desktop.store.queries.titles import record_titles
from desktop.usecases.edit_records import add_record, save_record
from desktop.usecases.office import Office
from desktop.usecases.registry import kept_registry


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One comment. ``office_name`` wrote it; ``title`` names the line; ``opens`` is what to show for it.

    ``may_settle``: this office wrote it.
    """

    id: str
    comment: LineComment
    office_name: str
    title: str
    opens: tuple[str, str]
    may_settle: bool


def may_comment(office: Office, scope: str) -> bool:
    """Whether a window offers to return lines of a scope; writing asks the registry."""
    return office.is_upper and scope_owner(scope) != office.unit_id


def comment_line(office: Office, table: str, record_id: str, text: str) -> LineComment:
    """Return a line to its unit with a comment. It goes down with the next bundle.

    Raises SoSenError E_MISSING for an unknown line, E_READONLY for one's own, E_INVALID without words.
    """
    if not text.strip():
        raise InvalidValueError("line_comment", "text", "required", text)
    title = record_titles(office.store, [(table, record_id)]).get((table, record_id))
    if title is None:
        raise SoSenError(Code.E_MISSING, f"{table} {record_id}", table=table)
    owner, registry = scope_owner(title.scope), kept_registry(office.store)
    if owner == office.unit_id or not registry.may_carry(office.unit_id, title.scope):
        raise SoSenError(Code.E_READONLY, title.scope, unit=owner)
    made = LineComment(
        scope=office_scope(office.unit_id, scope_subject(title.scope)),
        about_table=table,
        about_id=record_id,
        text=text.strip(),
        written_on=office.today(),
    )
    return add_record(office, made, label="comment_line")


def settle_comment(office: Office, comment: LineComment, *, settled: bool = True) -> LineComment:
    """Say that what was wanted is done, or that it is not. Raises E_READONLY, E_MISSING."""
    return save_record(office, replace(comment, is_settled=settled), seen=comment, label="settle_comment")


def comments_on(office: Office, table: str, record_id: str) -> list[CommentLine]:
    """What was said of a line, the open ones first."""
    found = office.store.select(LineComment, about_table=table, about_id=record_id)
    return _lines(office, sorted(found, key=lambda one: (one.is_settled, one.id)))


def open_comments(office: Office) -> list[CommentLine]:
    """What the upper office wants changed in this unit's lines and has not settled."""
    found, own = office.store.select(LineComment, is_settled=False), office.own_units
    return _lines(office, [one for one in found if scope_subject(one.scope) in own])


def _lines(office: Office, comments: list[LineComment]) -> list[CommentLine]:
    titles = record_titles(office.store, {(one.about_table, one.about_id) for one in comments})
    names = _names(office) if comments else {}
    found = []
    for one in comments:
        title = titles.get((one.about_table, one.about_id))
        owner = scope_owner(one.scope)
        opens = (title.table, title.id) if title else (one.about_table, one.about_id)
        found.append(
            CommentLine(
                one.id,
                one,
                names.get(owner, owner),
                title.text if title else "",
                opens,
                owner in office.own_units,
            )
        )
    return found


def _names(office: Office) -> dict[str, str]:
    try:
        return {unit.id: unit.name for unit in kept_registry(office.store).units}
    except SoSenError as refusal:
        if refusal.code is not Code.E_PROFILE:
            raise
        return {}
