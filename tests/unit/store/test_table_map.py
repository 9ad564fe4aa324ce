"""The mapping between fields, columns and the wire."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.entities import Task
from desktop.store.store import CATALOGUE

TASKS = CATALOGUE.of(Task)
TEXT = st.one_of(st.text(max_size=12), st.text("aĐếệưƠ \n\t\x00–\u0301\u200bắ", max_size=12))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_rows_folded_together_are_folded_as_each_alone(rows: list[tuple[str, str]]) -> None:
    """The quick way of an import finds rows by the same words as a single save."""
    assert TASKS.search_keys(list(zip(*rows, strict=True))) == [TASKS.folded(row) for row in rows]


def test_a_carried_value_is_the_column_s() -> None:
    """Yes and no travel as such, though the database keeps 1 and 0; life is a number."""
    held = (1, *TASKS.blanks.values())
    assert TASKS.wire_value(".", held) == 1
    assert TASKS.wire_value("is_blocked", held) is False
    assert TASKS.wire_value("title", held) == ""
    assert TASKS.wire_value("percent", held) is None
