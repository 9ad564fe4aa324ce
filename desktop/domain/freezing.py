"""When a record's content is settled, and what of it goes on changing all the same.

A plan that was frozen ("chốt") is what inspections hold the work against: its tasks, targets and
solutions stay as they are, while progress goes on.  Which entity is settled by what is declared with
the entity; the store's unit of work holds every action of a person against it.  What a bundle
brings is never refused for it: the owner of the plan has decided already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as declared


@dataclass(frozen=True, slots=True)
class Freezing:
    """How an entity is frozen: itself by a field's value, or as part of a whole by that whole.

    ``whole`` names the reference to the record it is part of; without one, ``field`` and ``value`` (as
    stored) say when the record itself is frozen.  Fields in ``stays_open`` change nevertheless, those in
    ``opened_by`` when the same action adds a record of that table about this one.
    """

    whole: str = ""
    field: str = ""
    value: str = ""
    stays_open: frozenset[str] = frozenset()
    opened_by: Mapping[str, str] = declared(default_factory=dict)

    def closed(self, changed: Iterable[str], added: frozenset[str]) -> set[str]:
        """Which of the ``changed`` registers a frozen record does not allow to change.

        ``added`` are the tables of the records about this one that the same action writes.
        """
        return {
            name for name in changed if name not in self.stays_open and self.opened_by.get(name) not in added
        }
