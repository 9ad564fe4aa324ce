"""Rows and commits travel as lines that have one form; whatever is read is written back byte for byte."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import canonical
from desktop.bundle.limits import LIMITS
from desktop.bundle.rows import batches, blocks, decode_commits, decode_rows, encode_commits, encode_rows
from desktop.domain.change import CommitLine, RowChange
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import make_commits, make_rows

INTEGERS = st.integers(-(2**53) + 1, 2**53 - 1)
NAMES = st.sampled_from([".", "a", "title", "due_on", "x9", "status"])
VALUES = st.dictionaries(NAMES, st.none() | st.booleans() | INTEGERS | st.text(max_size=9), max_size=5)
PARTS = st.tuples(st.integers(0, 4095), st.integers(1, 2**53 - 1), INTEGERS, VALUES)
ROWS = st.builds(
    RowChange,
    st.sampled_from(["task", "plan"]),
    st.binary(min_size=16, max_size=16).map(bytes.hex),
    st.lists(PARTS, max_size=3),
)
COMMITS = st.builds(
    CommitLine,
    st.integers(0, 4095),
    st.integers(1, 2**53 - 1),
    INTEGERS,
    st.text(max_size=9),
    st.binary(min_size=16, max_size=16).map(bytes.hex),
)
SMALL = replace(LIMITS, line=200, string=20)


def code_of(block: bytes) -> Code:
    with pytest.raises(SoSenError) as caught:
        decode_rows(block, SMALL)
    return caught.value.code


@given(st.lists(ROWS, max_size=5))
def test_rows_come_back_as_they_were_sent(rows: list[RowChange]) -> None:
    block = encode_rows(rows)
    assert decode_rows(block) == rows
    assert encode_rows(decode_rows(block)) == block


@given(st.lists(COMMITS, max_size=5))
def test_commits_come_back_as_they_were_sent(commits: list[CommitLine]) -> None:
    block = encode_commits(commits)
    assert decode_commits(block) == commits
    assert encode_commits(decode_commits(block)) == block


@given(ROWS)
def test_a_line_is_what_the_specification_says(row: RowChange) -> None:
    line = encode_rows([row])
    c = canonical.dumps([list(part) for part in row.c])
    assert line == b'{"t":"%s","id":"%s","c":%s}\n' % (row.t.encode(), row.id.encode(), c)


@given(COMMITS)
def test_a_commit_is_what_the_specification_says(commit: CommitLine) -> None:
    assert encode_commits([commit]) == canonical.dumps(list(commit)) + b"\n"


@given(ROWS, st.data())
def test_another_way_to_write_a_row_is_refused(row: RowChange, data: st.DataObject) -> None:
    line = encode_rows([row])
    spoilt = json.dumps(json.loads(line), ensure_ascii=data.draw(st.booleans())).encode() + b"\n"
    if spoilt != line:
        with pytest.raises(SoSenError):
            decode_rows(spoilt)


@given(st.binary(max_size=60))
def test_any_bytes_are_rows_in_their_one_form_or_refused(block: bytes) -> None:
    try:
        rows = decode_rows(block)
    except SoSenError:
        return
    assert encode_rows(rows) == block


@given(st.binary(max_size=300), st.integers(1, 50))
def test_blocks_are_whole_lines_and_nothing_is_lost(data: bytes, size: int) -> None:
    text = data.replace(b"\r", b"") + b"\n"
    found = list(blocks(text[i : i + size] for i in range(0, len(text), size)))
    assert b"".join(found) == text
    assert all(block.endswith(b"\n") for block in found)


def test_a_line_without_an_end_is_refused() -> None:
    with pytest.raises(SoSenError) as caught:
        list(blocks([b"a\n", b"b"]))
    assert caught.value.code is Code.E_FORMAT


def test_an_endless_line_is_refused_before_it_is_held() -> None:
    pieces = iter([b"x" * 150] * 1000)
    with pytest.raises(SoSenError) as caught:
        list(blocks(pieces, SMALL))
    assert caught.value.code is Code.E_LIMIT
    assert len(list(pieces)) > 990


def row_with(text: str) -> bytes:
    return encode_rows([RowChange("task", "ab" * 16, [(0, 1, 1, {"a": text})])])


def test_a_line_may_be_so_long_and_no_longer() -> None:
    overhead = len(row_with(""))
    wide = replace(SMALL, string=1000)
    assert decode_rows(row_with("x" * (200 - overhead)), wide)
    with pytest.raises(SoSenError) as caught:
        decode_rows(row_with("x" * (201 - overhead)) * 9, replace(wide, string=100))
    assert caught.value.code is Code.E_LIMIT


def test_the_length_of_a_string_counts_bytes() -> None:
    assert decode_rows(row_with("đ" * 10), SMALL)
    assert code_of(row_with("đ" * 11)) is Code.E_LIMIT
    assert code_of(row_with("x") + row_with("x" * 21)) is Code.E_LIMIT


def test_the_length_of_a_users_name_is_limited_too() -> None:
    with pytest.raises(SoSenError) as caught:
        decode_commits(encode_commits([CommitLine(0, 1, 1, "x" * 21, "ab" * 16)]), SMALL)
    assert caught.value.code is Code.E_LIMIT


def test_batches_hold_two_thousand() -> None:
    lists = [(list(range(700)), 1000)] * 9
    found = list(batches(lists))
    assert [len(batch) for batch in found] == [2000, 2000, 2000, 300]
    assert [item for batch in found for item in batch] == list(range(700)) * 9


def test_long_rows_come_in_smaller_batches() -> None:
    """What is held at a time depends on the text that was sent, not on how it is cut into rows."""
    lists = [([number], 300) for number in range(10)]
    found = list(batches(lists, text=1000))
    assert found == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert list(batches([([1, 2, 3], 99)] * 2, size=2, text=100)) == [[1, 2], [3, 1], [2, 3]]


def test_a_row_may_have_so_many_registers_and_no_more() -> None:
    few = replace(LIMITS, registers=3)
    narrow = RowChange("task", "ab" * 16, [(0, n, 1, {"a": 1, "b": 1, "c": 1}) for n in (1, 2)])
    assert decode_rows(encode_rows([narrow] * 9), few)  # siblings count once
    wide = RowChange("task", "ab" * 16, [*narrow.c, (0, 3, 1, {"d": 1})])
    with pytest.raises(SoSenError) as caught:
        decode_rows(encode_rows([narrow, wide]), few)
    assert caught.value.code is Code.E_LIMIT


def test_no_row_makes_no_line() -> None:
    assert encode_rows([]) == b""
    assert decode_rows(b"") == []


def test_a_thousand_rows_take_one_pass() -> None:
    rows = make_rows(1000)
    assert decode_rows(encode_rows(rows)) == rows
    assert decode_commits(encode_commits(make_commits(50))) == make_commits(50)
