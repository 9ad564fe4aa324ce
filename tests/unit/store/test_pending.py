"""The quick way to write a row comes to the same as laying all its registers side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.change import ROW_LIFE, Value
from desktop.domain.entities import Task
from desktop.domain.merge import Sibling
from desktop.store.pending import Pending, settled, written_over
from desktop.store.stamps import dots_of, show
from desktop.store.store import CATALOGUE

TASKS = CATALOGUE.of(Task)
WRITERS = ["", "a" * 32, "b" * 32]
VALUES: dict[str, st.SearchStrategy[Value]] = {
    ROW_LIFE: st.sampled_from([0, 1]),
    "title": st.sampled_from(["", "Đường", "Kênh"]),
    "percent": st.sampled_from([None, 0, 50]),
    "due_on": st.sampled_from([None, "2022-06-18"]),
    "is_blocked": st.booleans(),
}


@st.composite
def rows(draw: st.DrawFn) -> Pending:
    """A row of some commits, perhaps with siblings, and what is written to it now."""
    registers: dict[str, tuple[Sibling, ...]] = {}
    for name, values in VALUES.items():
        dots = draw(st.lists(st.tuples(st.integers(1, 2), st.integers(1, 3)), max_size=2, unique=True))
        siblings = [Sibling(w, n, 100 * w + n, draw(values)) for w, n in sorted(dots)]
        if siblings:
            registers[name] = tuple(siblings)
    shown = show(registers, TASKS, WRITERS)
    pending = Pending(TASKS, "x", "y", shown.stamps, {ROW_LIFE: shown.alive, **shown.columns})
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True))
    pending.write({ROW_LIFE: 1, **{name: draw(VALUES[name]) for name in names}})
    assert dots_of(registers) or shown.stamps == "[]"
    return pending


@given(rows())
def test_the_quick_way_writes_the_same_row(pending: Pending) -> None:
    """Columns, life, stamps and the dots that lose their say: a cell saved quickly travels like any other."""
    quick = written_over(pending, (1, 9, 900))
    whole, gone = settled(pending, (1, 9, 900), WRITERS)
    if quick is None:
        assert "{" in (pending.stamps or "")
        return
    shown, lost = quick
    written = {name: shown.columns[name] for name in whole.columns}
    assert (written, shown.alive, shown.stamps, lost) == (whole.columns, whole.alive, whole.stamps, gone)


def test_a_value_that_has_no_column_is_kept_the_long_way() -> None:
    """What a newer program wrote, and an undo writes back, is not pressed into a column."""
    for writes in ({"colour": "red"}, {"title": 5}, {ROW_LIFE: True}):
        pending = Pending(TASKS, "x", "y")
        pending.write({ROW_LIFE: 1, **writes})
        assert written_over(pending, (1, 9, 900)) is None
