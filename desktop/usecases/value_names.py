"""Stored values as values of their fields, references as the words of what they point to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop.domain.change import Value
from desktop.domain.entities import Period
from desktop.domain.entity import FieldSpec, Kind, fits, from_stored
from desktop.store.queries.titles import Place, record_titles
from desktop.usecases.office import Office


class ValueNames:
    """``words``: table and id of a record → its words; ``periods`` by id."""

    def __init__(self, words: Mapping[Place, str], periods: Mapping[str, Period]) -> None:
        self._words = words
        self._periods = periods

    @classmethod
    def read(cls, office: Office, values: Iterable[tuple[FieldSpec, Value]]) -> ValueNames:
        """The names for everything that these values refer to."""
        titles = record_titles(office.store, set(_places(values)))
        periods = {period.id: period for period in office.store.select(Period)}
        return cls({place: title.text for place, title in titles.items()}, periods)

    def word(self, table: str, record_id: Value) -> str:
        """The words of a record, "" where nothing is known of it."""
        return self._words.get((table, str(record_id)), "") if record_id else ""

    def value(self, spec: FieldSpec, stored: Value) -> object:
        """A value of the field's kind; a period as the Period, any other reference as words.

        A value that is not of the field's kind stays as it came.
        """
        if spec.target == "period":
            return self._periods.get(str(stored))
        if spec.kind is Kind.REFERENCE:
            return self.word(spec.target, stored)
        return from_stored(spec, stored) if fits(spec, stored) else stored


def _places(values: Iterable[tuple[FieldSpec, Value]]) -> Iterator[Place]:
    for spec, stored in values:
        if spec.kind is Kind.REFERENCE and stored:
            yield spec.target, str(stored)
