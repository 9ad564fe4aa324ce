"""A word typed into a list finds the tasks whose text holds it, whatever signs it is made of."""

from __future__ import annotations

from datetime import date

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.queries.task_filter import TaskFilter, conditions

TODAY = date(2022, 6, 18)
SIGNS = "ab*?[]^-%_\\'\"12"


def is_found(key: str, term: str) -> bool:
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE TABLE task (search_key TEXT)")
    connection.execute("INSERT INTO task VALUES (?)", (key,))
    where, values = conditions(TaskFilter(today=TODAY, terms=(term,)))
    count = connection.execute(f"SELECT count(*) FROM task t WHERE 1{where}", values).get
    connection.close()
    return bool(count)


@given(key=st.text(SIGNS, max_size=12), term=st.text(SIGNS, min_size=1, max_size=4))
def test_signs_of_a_pattern_stand_for_themselves(key: str, term: str) -> None:
    """Words like "50%", "[1]" or "a*b" are looked for as they are typed."""
    assert is_found(key, term) == (term in key)


@pytest.mark.parametrize("term", ["x" * 60_000, "a\0b"])
def test_a_pasted_page_or_a_null_character_is_no_fault(term: str) -> None:
    """Whatever lands in the search field, the list answers."""
    assert not is_found("a", term)
    assert is_found(f"1 {term} 2", term)
