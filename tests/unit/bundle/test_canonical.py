"""What is signed has exactly one form, so two readers cannot see two things in the same bytes."""

from __future__ import annotations

import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import canonical
from desktop.domain.errors import Code, SoSenError

SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def refused(data: bytes) -> Code:
    with pytest.raises(SoSenError) as caught:
        canonical.loads(data)
    return caught.value.code


@given(VALUES)
def test_what_is_written_is_read_and_written_again(value: Any) -> None:
    data = canonical.dumps(value)
    assert canonical.loads(data, depth=50) == value
    assert json.loads(data) == value
    assert canonical.dumps(canonical.loads(data, depth=50)) == data


@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_any_bytes_are_read_in_their_one_form_or_refused(data: bytes) -> None:
    try:
        value = canonical.loads(data)
    except SoSenError:
        return
    assert canonical.dumps(value) == data


@given(VALUES, st.data())
def test_no_other_way_to_write_a_value_is_read(value: Any, data: st.DataObject) -> None:
    """Spaces anywhere between tokens, other escapes: the bytes differ, so they are refused."""
    text = json.dumps(
        value, ensure_ascii=data.draw(st.booleans()), indent=data.draw(st.sampled_from([None, 1]))
    )
    if text.encode() != canonical.dumps(value):
        assert refused(text.encode()) in {Code.E_FORMAT, Code.E_LIMIT}


def test_the_examples_of_the_public_standard_come_out_as_printed_there() -> None:
    value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    text = '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'
    assert canonical.dumps(value) == text.encode()
    assert canonical.dumps('\u20ac$\x0f\nA\'B"\\\\"/') == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()
    assert canonical.dumps([None, True, False]) == b"[null,true,false]"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.E_FORMAT),
        (b" 1", Code.E_FORMAT),
        (b"1 ", Code.E_FORMAT),
        (b"+1", Code.E_FORMAT),
        (b"01", Code.E_FORMAT),
        (b"-0", Code.E_FORMAT),
        (b"1.0", Code.E_FORMAT),
        (b"1e5", Code.E_FORMAT),
        (b"NaN", Code.E_FORMAT),
        (b"Infinity", Code.E_FORMAT),
        (b"9007199254740992", Code.E_LIMIT),
        (b"-9007199254740992", Code.E_LIMIT),
        (b"9" * 5000, Code.E_LIMIT),
        (b'{"a":1,"a":1}', Code.E_FORMAT),
        (b'{"b":1,"a":1}', Code.E_FORMAT),
        (b'{"a":1,}', Code.E_FORMAT),
        (b"[1,]", Code.E_FORMAT),
        (b"'a'", Code.E_FORMAT),
        (b'"\\u0061"', Code.E_FORMAT),
        (b'"\\/"', Code.E_FORMAT),
        (b'"\\u001F"', Code.E_FORMAT),
        (b'"\t"', Code.E_FORMAT),
        (b'"\\ud800"', Code.E_FORMAT),
        (b'"\\ud83c\\udf3e"', Code.E_FORMAT),
        (b'"\xff"', Code.E_FORMAT),
        (b'"\xed\xa0\x80"', Code.E_FORMAT),
        (b"\xef\xbb\xbf1", Code.E_FORMAT),
        (b"[" * 9 + b"]" * 9, Code.E_LIMIT),
        (b"[" * 500_000, Code.E_LIMIT),
        (b'{"a":' * 500_000, Code.E_LIMIT),
        (b"]" * 100, Code.E_FORMAT),
    ],
)
def test_another_form_is_refused(data: bytes, code: Code) -> None:
    assert refused(data) is code


def test_nesting_is_counted_outside_of_strings_only() -> None:
    assert canonical.loads(b"[" * 8 + b'"[[[[\\"[[["' + b"]" * 8)


@given(VALUES)
def test_nesting_is_counted_as_it_is(value: Any) -> None:
    """Whatever stands in strings: brackets, quotes, backslashes before either."""
    hidden = [value, '["\\', "\\", '\\"[{', {'"[[': "]}\\"}]
    deep = nesting(hidden)
    assert canonical.loads(canonical.dumps(hidden), depth=deep) == hidden
    with pytest.raises(SoSenError) as caught:
        canonical.loads(canonical.dumps(hidden), depth=deep - 1)
    assert caught.value.code is Code.E_LIMIT


def nesting(value: Any) -> int:
    if not isinstance(value, list | dict):
        return 0
    return 1 + max(map(nesting, value.values() if isinstance(value, dict) else value), default=0)


MIB = 1024 * 1024


@pytest.mark.parametrize(
    "data",
    [b'\\"' * MIB, b'"' + b'\\"' * MIB, b'"' + b"\\" * MIB, b'""' * MIB, b'"a' * MIB, b'"' + b"[" * MIB],
)
def test_text_made_to_be_slow_is_refused_in_a_few_passes(data: bytes) -> None:
    """Anybody can put such a file onto a stick; at the square of its size one would take days."""
    assert refused(data) is Code.E_FORMAT


def test_a_long_string_takes_no_more_memory_than_a_few_copies_of_it() -> None:
    data = canonical.dumps(["a" * 4 * MIB])
    tracemalloc.start()
    try:
        canonical.loads(data)
        assert tracemalloc.get_traced_memory()[1] < 8 * len(data)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("value", [1.5, float("nan"), {1: 2}, object(), b"x", {"a": {1, 2}}])
def test_a_value_without_a_form_is_not_written(value: Any) -> None:
    with pytest.raises(SoSenError) as caught:
        canonical.dumps(value)
    assert caught.value.code is Code.E_FORMAT


def test_an_integer_out_of_range_is_not_written() -> None:
    with pytest.raises(SoSenError) as caught:
        canonical.dumps([2**53])
    assert caught.value.code is Code.E_LIMIT
