"""What was written twice without knowing of each other: both values, who and when, and a person's choice.

Nothing is decided by the program: what is shown meanwhile is the same on every computer, all values are
kept, and the choice is an ordinary change that travels to everybody (sync.md 1, "Siblings").
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.bundle.registry import Registry, RegistryDevice
from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.entity import EntityType, FieldSpec, Kind, check_field, normalise, to_stored
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_owner, scope_subject
from desktop.store.queries.conflicts import Contender, Dispute, disputes, disputes_of
from desktop.store.queries.titles import record_titles
from desktop.usecases.office import Office
from desktop.usecases.registry import kept_registry
from desktop.usecases.value_names import ValueNames

LABEL = "resolve_conflict"
_TEXT = (Kind.TEXT, Kind.LONG_TEXT)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One field of a choice: the value of the field's kind, a reference in words, a period as the Period."""

    field: str
    spec: FieldSpec | None
    value: object


@dataclass(frozen=True, slots=True)
class Alternative:
    """What one person wrote. ``at`` is that computer's claim (UTC milliseconds); ``computer`` its label.

    ``keeps_row`` is None unless the choice is between keeping and deleting the row.
    """

    id: str
    values: tuple[FieldValue, ...]
    user: str
    computer: str
    unit_name: str
    at: int
    is_shown: bool
    is_from_here: bool
    keeps_row: bool | None = None
    edited: tuple[FieldValue, ...] = ()
    """What was written in a row that another person deleted, as far as it is still to be told."""

    @property
    def text(self) -> str:
        """The words of a single text field, "" otherwise."""
        value = self.values[0].value if len(self.values) == 1 else ""
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Fields of one record that change together, with the values to choose from, the earliest first.

    ``opens`` is the table and id of the record to show for it. ``may_settle``: this office owns the record.
    """

    id: str
    table: str
    record_id: str
    opens: tuple[str, str]
    title: str
    unit: str
    unit_name: str
    fields: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    may_settle: bool
    is_text: bool

    @property
    def is_about_life(self) -> bool:
        """Whether one person deleted the row while another changed it."""
        return self.fields == (ROW_LIFE,)


def list_conflicts(office: Office, tables: Collection[str] = ()) -> list[Conflict]:
    """Everything that waits for a choice, of all tables or of some."""
    return _described(office, disputes(office.store, tables))


def conflicts_of(office: Office, table: str, record_id: str) -> list[Conflict]:
    """What waits for a choice in one record."""
    return _described(office, disputes_of(office.store, table, record_id))


def choose(office: Office, conflict: Conflict, alternative: Alternative) -> None:
    """Settle a conflict with one of its values.

    Raises SoSenError: E_CHANGED when another value came in meanwhile or the choice was made already,
    E_READONLY when another unit owns the record.
    """
    _settle(office, conflict, lambda found: dict(found[alternative.id].values))


def write_merged(office: Office, conflict: Conflict, text: str) -> None:
    """Settle a conflict about one text with words of one's own. Raises as ``choose``, and E_INVALID.

    In a frozen plan only one of the values can be chosen: E_FROZEN.
    """
    if not conflict.is_text:
        raise SoSenError(Code.E_INVALID, f"{conflict.id} is no text")
    (field,) = conflict.fields
    spec = office.store.catalogue.tables[conflict.table].specs[field]
    clean = normalise(spec, text)
    check_field(conflict.table, spec, clean)
    _settle(office, conflict, lambda _found: {field: to_stored(spec, clean, conflict.table)})


def both_texts(conflict: Conflict) -> str:
    """All texts of a conflict, one under the other: what "keep both" begins with."""
    return "\n".join(one.text.strip() for one in conflict.alternatives if one.text.strip())


def _settle(
    office: Office, conflict: Conflict, values: Callable[[Mapping[str, Contender]], dict[str, Value]]
) -> None:
    seen = {one.id for one in conflict.alternatives}
    with office.store.work(user=office.user, label=LABEL) as work:
        now = disputes_of(office.store, conflict.table, conflict.record_id)
        found = next((one for one in now if one.registers == conflict.fields), None)
        contenders = {_id(one): one for one in found.contenders} if found else {}
        if set(contenders) != seen:
            raise SoSenError(Code.E_CHANGED, conflict.id, table=conflict.table)
        work.write(conflict.table, conflict.record_id, values(contenders))


def _id(contender: Contender) -> str:
    writer, n = contender.dot
    return f"{writer}:{n}"


# --- in words ---------------------------------------------------------------------------------------------


def _described(office: Office, found: Sequence[Dispute]) -> list[Conflict]:
    if not found:
        return []
    words = _Words(office, found)
    return [words.conflict(one) for one in found]


class _Words:
    """The names that the conflicts need, read once."""

    def __init__(self, office: Office, found: Sequence[Dispute]) -> None:
        self._office = office
        self._own_units = office.own_units
        self._types: Mapping[str, EntityType] = {
            name: table.entity_type for name, table in office.store.catalogue.tables.items()
        }
        self._titles = record_titles(office.store, {(one.table, one.id) for one in found})
        self._names = ValueNames.read(office, self._stored(found))
        registry = _registry(office)
        self._devices: Mapping[str, RegistryDevice] = (
            {one.id: one for one in registry.devices} if registry else {}
        )
        self._units = {one.id: one.name for one in registry.units} if registry else {}

    def _stored(self, found: Sequence[Dispute]) -> Iterator[tuple[FieldSpec, Value]]:
        for dispute in found:
            known = self._types[dispute.table].by_name
            for contender in dispute.contenders:
                told = [*contender.values.items(), *contender.edited.items()]
                yield from ((known[name], value) for name, value in told if name in known)

    def conflict(self, dispute: Dispute) -> Conflict:
        title = self._titles.get((dispute.table, dispute.id))
        unit = scope_subject(dispute.scope)
        known = self._types[dispute.table].by_name
        first = known.get(dispute.registers[0])
        return Conflict(
            id=f"{dispute.table}:{dispute.id}:{dispute.registers[0]}",
            table=dispute.table,
            record_id=dispute.id,
            opens=(title.table, title.id) if title else (dispute.table, dispute.id),
            title=title.text if title else "",
            unit=unit,
            unit_name=self._units.get(unit, unit),
            fields=dispute.registers,
            alternatives=tuple(self._alternative(one, known) for one in dispute.contenders),
            may_settle=scope_owner(dispute.scope) in self._own_units,
            is_text=len(dispute.registers) == 1 and first is not None and first.kind in _TEXT,
        )

    def _alternative(self, contender: Contender, known: Mapping[str, FieldSpec]) -> Alternative:
        device = self._devices.get(contender.device)
        life = contender.values.get(ROW_LIFE) if ROW_LIFE in contender.values else None
        return Alternative(
            id=_id(contender),
            values=self._fields(contender.values, known),
            user=contender.user,
            computer=device.label if device else "",
            unit_name=self._units.get(device.unit, device.unit) if device else "",
            at=contender.t,
            is_shown=contender.is_shown,
            is_from_here=contender.device == self._office.store.device,
            keeps_row=None if life is None else life == 1,
            edited=self._fields(_really_edited(contender.edited, known), known),
        )

    def _fields(self, values: Mapping[str, Value], known: Mapping[str, FieldSpec]) -> tuple[FieldValue, ...]:
        return tuple(
            FieldValue(
                name, known.get(name), self._names.value(known[name], value) if name in known else value
            )
            for name, value in values.items()
        )


def _really_edited(values: Mapping[str, Value], known: Mapping[str, FieldSpec]) -> dict[str, Value]:
    """In the order of the entity, and of fields that are always written together those that say something."""
    told = {known[name].group for name, value in values.items() if name in known and value}
    return {
        name: values[name]
        for name in known
        if name in values and (values[name] or not known[name].group or known[name].group not in told)
    }


def _registry(office: Office) -> Registry | None:
    """The registry, for names alone; None on a computer that is not enrolled."""
    try:
        return kept_registry(office.store)
    except SoSenError as refusal:
        if refusal.code is not Code.E_PROFILE:
            raise
        return None
