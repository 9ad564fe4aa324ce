"""What the search line finds: screens by their name at once, records on the lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.vietnamese import fold, matches, search_terms
from desktop.ui.forms.labels import entity_label
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.frame.search_hits import Hit, SearchHits
from desktop.ui.frame.search_line import SearchLine
from desktop.ui.jobs import DatabaseLane, Job
from desktop.usecases.office import Office
from desktop.usecases.search_records import SearchHit, search_records

MOST = 30


class Finder(QObject):
    """Answers one search line. ``homes`` tells on which screen the records of a table are shown."""

    def __init__(
        self,
        office: Office,
        entries: Sequence[ScreenEntry],
        homes: Mapping[str, str],
        lane: DatabaseLane,
        line: SearchLine,
    ) -> None:
        super().__init__(line)
        self._office, self._entries, self._homes = office, tuple(entries), dict(homes)
        self._lane, self._line = lane, line
        self._asked: Job | None = None
        line.hold(SearchHits(line))
        line.searched.connect(self.find)

    def find(self, text: str) -> None:
        """Look for ``text``; what was asked before and still runs is given up."""
        if self._asked is not None:
            self._lane.cancel(self._asked)
        if not search_terms(text):
            self._line.show_hits(text, [])
            return
        self._asked = self._lane.run(
            Job(
                lambda _progress: search_records(self._office, text, 2 * MOST),
                lambda found: self._answer(text, found),
                quiet=True,
            )
        )

    def _answer(self, text: str, found: Sequence[SearchHit]) -> None:
        self._asked = None
        records = [self._hit(hit) for hit in found if hit.table in self._homes]
        self._line.show_hits(text, [*self.screens(text), *records][:MOST])

    def _hit(self, hit: SearchHit) -> Hit:
        note = " · ".join(part for part in (entity_label(hit.table), hit.subtitle) if part)
        return Hit(self._homes[hit.table], hit.table, hit.record_id, hit.title, note)

    def screens(self, text: str) -> list[Hit]:
        """The screens whose name contains every word."""
        terms = search_terms(text)
        note = QCoreApplication.translate("Frame", "Go to this screen")
        titles = [(entry.key, entry.title()) for entry in self._entries]
        return [Hit(key, "", "", title, note) for key, title in titles if matches(fold(title), terms)]
