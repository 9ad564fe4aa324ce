"""A clerk finds a text however it was typed, and reads lists in the order of a Vietnamese dictionary."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.vietnamese import (
    fold,
    is_exact,
    matches,
    nfc,
    search_rank,
    search_terms,
    sort_key,
)

LETTERS = "aăâbcdđeêghijklmnoôơpqrstuưvwxyz"
VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
TONED = [nfc(vowel + tone) for vowel in VOWELS for tone in TONES]
ALL_LETTERS = sorted(set(LETTERS) | set(TONED))

syllables = st.builds(
    lambda onset, vowel, coda: onset + vowel + coda,
    st.sampled_from(["", "b", "c", "d", "đ", "h", "kh", "ng", "ngh", "nh", "t", "th", "tr", "x"]),
    st.sampled_from(TONED),
    st.sampled_from(["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]),
)
words = st.one_of(
    syllables, syllables.map(str.capitalize), syllables.map(str.upper), st.integers(0, 20_000).map(str)
)
phrases = st.lists(words, max_size=6).map(" ".join)
any_text = st.text(max_size=40)


# --- one form, one key --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Kế hoạch", "ke hoach"),
        ("ĐƯỜNG Đồng Tháp", "duong dong thap"),
        ("\u00d0ường", "duong"),
        (unicodedata.normalize("NFD", "Tháp Mười"), "thap muoi"),
        ("  hai \n\t dòng\u00a0chữ ", "hai dong chu"),
        ("Tăng ≥ 7,5% – đạt", "tang ≥ 7,5% – dat"),
        ("", ""),
    ],
)
def test_the_search_key_has_no_marks_no_capitals_no_spare_room(text: str, key: str) -> None:
    assert fold(text) == key


@given(any_text)
def test_folding_twice_changes_nothing_and_the_typed_form_does_not_matter(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


def test_every_vietnamese_letter_folds_to_one_plain_letter() -> None:
    for letter in ALL_LETTERS:
        assert fold(letter) == fold(letter.upper())
        assert len(fold(letter)) == 1
        assert fold(letter).isascii()


@given(phrases, st.data())
def test_what_is_part_of_a_text_is_part_of_its_key(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert fold(text[start:end]) in fold(text)


# --- order --------------------------------------------------------------------------------------------

IN_ORDER = [
    "",
    "2",
    "10",
    "a",
    "A",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "an",
    "An",
    "AN",
    "an ninh",
    "An Phong",
    "àn",
    "ăn",
    "ấm",
    "ân",
    "Ấp",
    "Ấp 2",
    "Ấp 3A",
    "Ấp 3B",
    "Ấp 10",
    "Ấp Mỹ",
    "ba",
    "ca",
    "cán bộ",
    "chi bộ",
    "da",
    "dân",
    "đa",
    "đê",
    "Đốc Binh Kiều",
    "Đường Thét",
    "e",
    "ê",
    "g",
    "Hoa Lư",
    "Hòa An",
    "hòa bình",
    "hỏa hoạn",
    "Hưng Thạnh",
    "i",
    "Láng Biển",
    "Mỹ An",
    "Mỹ Đông",
    "Mỹ Hòa",
    "Mỹ Quý",
    "o",
    "oa",
    "ô",
    "ốc",
    "ơ",
    "Phú Điền",
    "Tân Kiều",
    "Thanh Mỹ",
    "Thạnh Lợi",
    "Trường Xuân",
    "tuân thủ",
    "tuần chay",
    "u",
    "ư",
    "v",
    "y",
    "ý",
    "z",
    "ø",
]


def test_a_list_comes_in_the_order_of_a_vietnamese_dictionary() -> None:
    shuffled = list(IN_ORDER)
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == IN_ORDER
    assert all(sort_key(a) < sort_key(b) for a, b in pairwise(IN_ORDER))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("17.9", "17.10"),
        ("1.2", "1.2.1"),
        ("Khóm 2", "Khóm 2A"),
        ("Tổ 99999999999999999999999999999999999", "Tổ 100000000000000000000000000000000000"),
        ("tuân thủ", "tuần chay"),
        ("ca mới", "cá lớn"),
        ("ưng x", "ỨNG"),
    ],
)
def test_codes_go_by_value_and_syllables_before_what_follows_them(first: str, second: str) -> None:
    assert sort_key(first) < sort_key(second)


def test_both_ways_of_placing_a_tone_and_punctuation_share_a_place() -> None:
    assert sort_key("hoà bình") == sort_key("hòa bình")
    assert sort_key("kinh tế - xã hội") == sort_key("kinh tế xã hội")
    assert sort_key("\u00d0ông") == sort_key("Đông")
    assert sort_key("Ấp 02") == sort_key("Ấp 2")


def by_rule(text: str) -> list[tuple[int, tuple[int, ...], int]]:
    """The rule said in another way: number or syllable, then its letters, then its tone."""
    found: list[tuple[int, tuple[int, ...], int]] = []
    for word in text.lower().split():
        if word.isdecimal():
            found.append((0, (int(word),), 0))
            continue
        letters, tone = [], 0
        for char in word:
            opened = unicodedata.normalize("NFD", char)
            mark = [at for at, sign in enumerate(TONES) if sign and sign in opened]
            tone = mark[0] if mark else tone
            plain = nfc("".join(sign for sign in opened if sign not in TONES))
            letters.append(LETTERS.index(plain))
        found.append((1, tuple(letters), tone))
    return found


@given(phrases, phrases)
def test_the_key_says_what_the_rule_says(one: str, other: str) -> None:
    if by_rule(one) == by_rule(other):
        assert sort_key(one.lower()) == sort_key(other.lower())
    else:
        assert (sort_key(one) < sort_key(other)) is (by_rule(one) < by_rule(other))


@given(any_text)
def test_the_key_is_plain_text_for_any_database_and_any_typed_form(text: str) -> None:
    key = sort_key(text)
    assert key.isascii()
    assert key.isprintable()
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(nfc(text))


@given(phrases, words)
def test_a_text_comes_before_its_own_continuation(text: str, more: str) -> None:
    assert sort_key(text) < sort_key(f"{text} {more}".strip()) or not text.strip()


@given(phrases)
def test_case_decides_last_and_lower_case_comes_first(text: str) -> None:
    assert sort_key(text.lower()) <= sort_key(text) <= sort_key(text.upper())
    assert sort_key(text.upper()) <= sort_key(text.lower() + " 0")


# --- search -------------------------------------------------------------------------------------------


def hits(query: str, texts: list[str]) -> list[str]:
    """Search as a list does: all that match, best rank first, then by name."""
    found = [text for text in texts if matches(fold(text), search_terms(query))]
    return sorted(found, key=lambda text: (search_rank(text, query), sort_key(text)))


ROADS = ["Dương Văn An", "Đường tỉnh 846", "Sửa đường ấp 2", "duong (không dấu)", "Dường như"]


def test_a_query_without_marks_finds_every_spelling() -> None:
    assert set(hits("duong", ROADS)) == set(ROADS)
    assert hits("duong", ROADS)[0] == "duong (không dấu)"


@pytest.mark.parametrize("query", ["đường", "Đường", "ĐƯỜNG", unicodedata.normalize("NFD", "đường")])
def test_a_query_with_marks_puts_exactly_that_word_first(query: str) -> None:
    assert hits(query, ROADS)[:2] == ["Đường tỉnh 846", "Sửa đường ấp 2"]
    assert hits(query, ROADS).index("Dương Văn An") >= 2


def test_marks_typed_so_far_already_count() -> None:
    assert hits("đuong", ROADS)[:2] == ["Đường tỉnh 846", "Sửa đường ấp 2"]
    assert hits("đườ", ROADS)[0] == "Đường tỉnh 846"


@pytest.mark.parametrize("query", ["ke hoach", "Ke hoạch", "hoach ke", "kế hoạch", "KẾ HOẠCH"])
def test_words_are_found_in_any_order_and_any_half_typed_form(query: str) -> None:
    assert matches(fold("Kế hoạch năm 2022"), search_terms(query))


def test_words_together_come_before_the_same_words_apart() -> None:
    texts = ["Thừa kế việc hoạch định", "Lập kế hoạch", "Kê hoạch"]
    assert hits("kế hoạch", texts) == ["Lập kế hoạch", "Thừa kế việc hoạch định", "Kê hoạch"]


def test_a_lone_dash_is_no_word_but_may_be_searched_for() -> None:
    assert search_terms("Kinh tế – xã hội, xã") == ("kinh", "te", "xa", "hoi,")
    assert search_terms(" - ") == ("-",)
    assert search_terms("  ") == ()
    assert matches("bat ky", ())
    assert is_exact("Kinh tế xã hội", "kinh tế - xã hội")


@pytest.mark.parametrize(
    ("text", "query", "exact"),
    [
        ("An ninh", "an", True),
        ("Ăn uống", "an", False),
        ("Xã Thanh Mỹ", "an", False),
        ("Khoá họp, hoà bình", "hòa", True),
        ("Số 05/KH-UBND", "/kh", True),
        ("Số 05/KH-UBND", "05/kh", True),
        ("Thanh Mỹ, xã An", "an", True),
        ("bất kỳ", "", True),
    ],
)
def test_exact_means_the_same_marks_at_the_start_of_a_word(text: str, query: str, exact: bool) -> None:
    assert is_exact(text, query) is exact


@given(phrases, st.data())
def test_a_word_of_a_text_always_finds_it_marked_or_not(text: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(text.split() or [""]))
    assert matches(fold(text), search_terms(word))
    assert matches(fold(text), search_terms(fold(word)))
    assert is_exact(text, word)
    assert search_rank(text, word) == 0
    assert search_rank(text, fold(word)) <= 2


@given(any_text, any_text)
def test_any_two_texts_can_be_compared(text: str, query: str) -> None:
    assert search_rank(text, query) in {0, 1, 2, 3}
    if is_exact(text, query):
        assert search_rank(text, query) <= 1
