"""A past that is rewritten has other hashes; the same past has the same, on every computer."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import canonical
from desktop.domain.change import Value
from desktop.domain.commit_hash import FIRST_HASH, next_hash

W = "9c1e" * 8
VALUES: st.SearchStrategy[dict[str, Value]] = st.dictionaries(
    st.sampled_from([".", "title", "due_on", "a1"]),
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    max_size=4,
)
WRITES = st.lists(
    st.tuples(st.sampled_from(["task", "plan"]), st.sampled_from(["a" * 32, "b" * 32, "c" * 32]), VALUES),
    max_size=4,
    unique_by=lambda write: write[:2],
)


@given(st.integers(1, 2**53 - 1), st.integers(-5, 2**50), st.text(max_size=9), WRITES)
def test_it_is_what_the_specification_says(n: int, t: int, user: str, writes: list[Any]) -> None:
    commit = canonical.dumps([W, n, t, user, [list(w) for w in sorted(writes, key=lambda w: w[:2])]])
    expected = hashlib.sha256(bytes(16) + commit).hexdigest()[:32]
    assert next_hash(FIRST_HASH, W, n, t, user, writes) == expected


@given(WRITES, st.randoms())
def test_the_order_of_writing_does_not_matter(writes: list[Any], random: Any) -> None:
    shuffled = [(table, record, dict(random.sample(list(v.items()), len(v)))) for table, record, v in writes]
    random.shuffle(shuffled)
    assert next_hash(FIRST_HASH, W, 1, 2, "an", shuffled) == next_hash(FIRST_HASH, W, 1, 2, "an", writes)


def test_everything_that_is_said_of_a_commit_counts() -> None:
    write = ("task", "a" * 32, {"title": "Việc"})
    base: tuple[Any, ...] = (FIRST_HASH, W, 1, 2, "an", [write])
    others: list[tuple[Any, ...]] = [
        ("ab" * 16, *base[1:]),
        (FIRST_HASH, "ab" * 16, *base[2:]),
        (*base[:2], 2, *base[3:]),
        (*base[:3], 3, *base[4:]),
        (*base[:4], "ba", base[5]),
        (*base[:5], []),
        (*base[:5], [("plan", *write[1:])]),
        (*base[:5], [("task", "b" * 32, write[2])]),
        (*base[:5], [("task", "a" * 32, {"title": "Việc "})]),
        (*base[:5], [("task", "a" * 32, {"name": "Việc"})]),
        (*base[:5], [("task", "a" * 32, {"title": None})]),
    ]
    assert len({next_hash(*one) for one in [base, *others]}) == len(others) + 1


def test_an_example_that_never_changes() -> None:
    values: dict[str, Value] = {".": 1, "title": "Nạo vét kênh", "percent": 40, "done_on": None}
    first = next_hash(FIRST_HASH, W, 1, 1655528400000, "Nguyễn Văn An", [("task", "a" * 32, values)])
    second = next_hash(first, W, 2, 1655528400001, "Nguyễn Văn An", [("task", "a" * 32, {".": 0})])
    assert (first, second) == ("72ddbc848c077bafb35eb78ab3bcf622", "e4ac887fa00688ca718f7fd0c3b4ecea")


def test_a_text_that_cannot_be_sent_is_not_hashed() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        next_hash(FIRST_HASH, W, 1, 1, "\ud800", [])
