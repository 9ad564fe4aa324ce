"""The words of targets and their periods."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.domain.entities import Direction, PeriodKind
from desktop.domain.target_figures import Achievement
from desktop.ui.formats import format_number, format_percent
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.pills import Pill
from desktop.usecases.read_targets import PeriodLine, TargetLine

_SIGNS = {Direction.MIN: "≥ ", Direction.MAX: "≤ ", Direction.EXACT: "= "}
_QUARTERS = ("I", "II", "III", "IV")


def period_head(period: PeriodLine) -> str:
    """A period as the head of a column: M6, Q2, first half, year."""
    if period.kind == PeriodKind.MONTH:
        return QCoreApplication.translate("Targets", "M{n}").replace("{n}", str(period.number))
    if period.kind == PeriodKind.QUARTER:
        number = _QUARTERS[(period.number - 1) % 4]
        return QCoreApplication.translate("Targets", "Quarter {n}").replace("{n}", number)
    if period.kind == PeriodKind.HALF_YEAR:
        first = QCoreApplication.translate("Targets", "First half")
        second = QCoreApplication.translate("Targets", "Second half")
        return first if period.number == 1 else second
    return QCoreApplication.translate("Targets", "Whole year")


def achievement_word(word: Achievement) -> str:
    """Reached, nearly reached, not reached."""
    return {
        Achievement.REACHED: QCoreApplication.translate("Targets", "Reached"),
        Achievement.NEARLY: QCoreApplication.translate("Targets", "Nearly"),
        Achievement.NOT_REACHED: QCoreApplication.translate("Targets", "Not reached"),
    }[word]


def achievement_pill(line: TargetLine, *, is_over: bool) -> Pill | None:
    """The word for a target; not reached is a warning only once the year is over."""
    if line.achievement is None:
        return None
    late = Tone.RED if is_over else Tone.GREY
    tones = {
        Achievement.REACHED: Tone.GREEN,
        Achievement.NEARLY: Tone.AMBER,
        Achievement.NOT_REACHED: late,
    }
    return Pill(achievement_word(line.achievement), tones[line.achievement])


def value_words(line: TargetLine, value: Decimal | None) -> str:
    """A value of a target; of a yes-or-no target the word."""
    if value is None:
        return ""
    if line.target.direction == Direction.BOOL:
        yes = QCoreApplication.translate("Targets", "yes")
        no = QCoreApplication.translate("Targets", "no")
        return yes if value else no
    return format_number(value)


def plan_words(line: TargetLine) -> str:
    """What is aimed at, with its sign: ≥ 92,5."""
    target = line.target
    if target.direction == Direction.BOOL:
        return QCoreApplication.translate("Targets", "yes")
    if target.planned_value is None:
        return ""
    sign = next((text for one, text in _SIGNS.items() if one == target.direction), "")
    return sign + format_number(target.planned_value)


def percent_words(line: TargetLine) -> str:
    """The newest value as percent of the plan."""
    return "" if line.percent is None else format_percent(line.percent, 0)
