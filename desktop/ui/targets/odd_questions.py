"""Which odd value is asked about: the one just written, or the one the caret stands on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.ui.targets.detail import odd_sentence
from desktop.ui.targets.odd_strip import OddStrip
from desktop.usecases.read_targets import PeriodLine, TargetLine, TargetSheet

Place = tuple[str, str]
"""Target id and period id."""


class OddQuestions(QObject):
    """``explained`` carries target id, period id and the reason; ``correcting`` target id and period id."""

    explained = Signal(str, str, str)
    correcting = Signal(str, str)

    def __init__(self, strip: OddStrip) -> None:
        super().__init__(strip)
        self.strip = strip
        self.place: Place | None = None
        strip.explained.connect(self._explain)
        strip.correcting.connect(self._correct)

    def look_at(self, sheet: TargetSheet, written: Sequence[Place]) -> None:
        """After values were written: ask about the first odd one among them."""
        lines = {line.id: line for line in sheet.lines}
        odd = [place for place in written if place[0] in lines and place[1] in lines[place[0]].odd]
        self.place = odd[0] if odd else self.place
        self._show(sheet)

    def follow(self, sheet: TargetSheet, line: TargetLine | None, period: PeriodLine | None) -> None:
        """The caret moved: ask about the cell it stands on when that is odd; else the question stays."""
        if line is not None and period is not None and period.id in line.odd:
            self.place = (line.id, period.id)
        self._show(sheet)

    def _show(self, sheet: TargetSheet) -> None:
        line = sheet.line(self.place[0]) if self.place is not None else None
        if self.place is None or line is None or self.place[1] not in line.odd or sheet.is_read_only:
            self.place = None
            self.strip.hide()
            return
        period = next(one for one in sheet.periods if one.id == self.place[1])
        self.strip.ask(odd_sentence(line, period))

    def _explain(self, reason: str) -> None:
        if self.place is not None:
            self.explained.emit(*self.place, reason)

    def _correct(self) -> None:
        if self.place is not None:
            self.correcting.emit(*self.place)
