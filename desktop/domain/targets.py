"""When a target is reached, judged by its direction: at least, at most, exactly, or yes."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal

from desktop.domain.entities.plan import Direction

_COMPARISONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    Direction.MIN: operator.ge,
    Direction.MAX: operator.le,
    Direction.EXACT: operator.eq,
}


def is_reached(direction: str, planned: Decimal | None, value: Decimal | None) -> bool:
    """Whether a value reaches the aim (domain.md 3.1: "≥", "≤", "=", "đạt/không").

    Nothing reported is never reached.  Of a yes-or-no target any value but 0 says yes.  A target without a
    planned number, or with a direction that only a newer program knows, cannot be judged: not reached.
    """
    if value is None:
        return False
    if direction == Direction.BOOL:
        return value != 0
    compare = _COMPARISONS.get(direction)
    return compare is not None and planned is not None and compare(value, planned)
