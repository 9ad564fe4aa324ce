"""Rows and commits fit to the spans that the manifest declares, whatever the batches they come in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle.line_rules import CommitRules, RowRules
from desktop.domain.change import CommitLine, Mark, Part, RowChange, ScopeCut, Writer
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import COMMUNE, COMMUNE_KEYS, WRITER, make_commits, make_rows

SECOND = Writer("aa" * 16, COMMUNE, COMMUNE_KEYS.device)
COMMITS = make_commits(6)
SECOND_COMMITS = make_commits(4, SECOND, 1)


def mark(commits: Sequence[CommitLine], n: int) -> Mark:
    return Mark(n, commits[n - 1].h)


CUT = ScopeCut(
    COMMUNE,
    {WRITER.w: mark(COMMITS, 2)},
    {WRITER.w: mark(COMMITS, 6), SECOND.w: mark(SECOND_COMMITS, 4)},
)
DUE = [*COMMITS[1:], *SECOND_COMMITS]


def row_rules() -> RowRules:
    return RowRules(CUT, [WRITER, SECOND])


def in_batches(items: Sequence[object], cuts: list[int]) -> list[list[object]]:
    edges = [0, *sorted(cut % (len(items) + 1) for cut in cuts), len(items)]
    return [list(items[a:b]) for a, b in pairwise(edges)]


@given(st.lists(st.integers(0, 100), max_size=4))
def test_the_right_commits_are_accepted_in_any_batches(cuts: list[int]) -> None:
    rules = CommitRules([CUT], [WRITER, SECOND])
    for batch in in_batches(DUE, cuts):
        rules.check(batch)  # type: ignore[arg-type]
    rules.finish()


@given(st.lists(st.integers(0, 100), max_size=3), st.integers(0, len(DUE) - 1), st.integers(0, 3))
def test_a_commit_too_few_too_many_or_elsewhere_is_refused(cuts: list[int], at: int, how: int) -> None:
    hash_is_known = DUE[at][:2] in {(0, 2), (0, 6), (1, 4)}
    other = DUE[at]._replace(h="0" * 32 if hash_is_known else "x" * 32)
    before, after = DUE[:at], DUE[at + 1 :]
    spoilt = [
        [*before, *after],
        [*before, DUE[at], DUE[at], *after],
        [*before, other, *after],
        [*DUE, CommitLine(1, 5, 0, "", "ab" * 16)],
    ][how]
    rules = CommitRules([CUT], [WRITER, SECOND])
    with pytest.raises(SoSenError) as caught:  # noqa: PT012 - either call may refuse
        for batch in in_batches(spoilt, cuts):
            rules.check(batch)  # type: ignore[arg-type]
        rules.finish()
    assert caught.value.code is Code.E_FORMAT


def test_a_writer_without_news_has_no_commits() -> None:
    still = ScopeCut(COMMUNE, {WRITER.w: mark(COMMITS, 3)}, {WRITER.w: mark(COMMITS, 3)})
    rules = CommitRules([still], [WRITER])
    rules.check([])
    rules.finish()


@given(st.lists(st.integers(0, 100), max_size=4))
def test_the_right_rows_are_accepted_and_counted_in_any_batches(cuts: list[int]) -> None:
    rules = row_rules()
    for batch in in_batches(make_rows(6), cuts):
        rules.check(batch)  # type: ignore[arg-type]
    assert rules.count == 6


def test_the_order_is_kept_over_batches() -> None:
    first, second = make_rows(2)
    rules = row_rules()
    rules.check([second])
    with pytest.raises(SoSenError):
        rules.check([first])


def row(*parts: Part, table: str = "task", record: str = "ab" * 16) -> RowChange:
    return RowChange(table, record, list(parts))


@pytest.mark.parametrize(
    "spoilt",
    [
        row(),
        row((0, 1, 1, {})),
        row((0, 7, 1, {"a": 1})),
        row((1, 5, 1, {"a": 1})),
        row((2, 1, 1, {"a": 1})),
        row((0, 1, 1, {"a": 1}), (0, 1, 1, {"b": 1})),
        row((1, 1, 1, {"a": 1}), (0, 1, 1, {"a": 1})),
        row((0, 1, 1, {"A": 1})),
        row((0, 1, 1, {"": 1})),
        row((0, 1, 1, {"a" * 64: 1})),
        row((0, 1, 1, {"a": 1}), table="a-b"),
        row((0, 1, 1, {"a": 1}), record="AB" * 16),
        row((0, 1, 1, {"a": 1}), record="ab" * 15),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_wherever_it_stands(spoilt: RowChange) -> None:
    good = row((0, 1, 1, {"a": 1}), (1, 4, 1, {"a": 2}), record="aa" * 16)
    for batch in ([spoilt], [good, spoilt]):
        with pytest.raises(SoSenError) as caught:
            row_rules().check(batch)
        assert caught.value.code is Code.E_FORMAT


def test_rows_of_a_writer_of_another_scope_are_refused() -> None:
    elsewhere = Writer("bb" * 16, "872-19810105", COMMUNE_KEYS.device)
    with pytest.raises(SoSenError):
        RowRules(CUT, [elsewhere]).check([row((0, 1, 1, {"a": 1}))])


def test_names_without_end_are_all_looked_at_and_not_all_remembered() -> None:
    """Half a gigabyte of rows could hold sixty million names."""
    rules = row_rules()
    for start in range(50):
        rows = [
            RowChange("task", f"{start:032x}", [(0, 3, 1, {f"a{start}_{i}": 1 for i in range(1000)})]),
        ]
        rules.check(rows)
    assert len(rules._known) < 20_000
    with pytest.raises(SoSenError):
        rules.check([RowChange("task", "f" * 32, [(0, 3, 1, {"A": 1})])])
