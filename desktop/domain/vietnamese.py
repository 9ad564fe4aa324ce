"""Vietnamese text: one normal form, a search key without diacritics, and the order of a dictionary.

The same on every system and without a locale: nothing here asks Windows, ICU or Qt.  Search works on
folded text (``fold``), so that "duong" finds "đường"; what is written with the same marks as the query
comes first (``is_exact``, ``search_rank``).  Lists are sorted by ``sort_key``, a plain ASCII string whose
binary order (SQLite BINARY, PostgreSQL "C", Python ``str``) is the Vietnamese one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_MARK_RANGES = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_MARKS = re.compile(f"[{_MARK_RANGES}]+")
_BEYOND_MARKS = re.compile(f"[^\x00-\x7f{_MARK_RANGES}]")

_SHAPES = frozenset("\u0302\u0306\u031b")
"""Circumflex, breve and horn make another letter of the alphabet."""
_ALPHABET = {
    "a\u0306": "a~",
    "a\u0302": "a~~",
    "e\u0302": "e~",
    "o\u0302": "o~",
    "o\u031b": "o~~",
    "u\u031b": "u~",
}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Huyền, hỏi, ngã, sắc, nặng; ngang, the level tone, has no mark and comes first."""
_OTHER_MARK = "9"
_LENGTHS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXY"

_TOKEN = re.compile(rf"\d+|(?:[^\W\d_][{_MARK_RANGES}]*)+")
_LETTER = re.compile(rf"([^{_MARK_RANGES}])([{_MARK_RANGES}]*)", re.DOTALL)


def nfc(text: str) -> str:
    """The composed form in which all text is kept: "ế" is one character, however it was typed."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The search key of a text: no diacritics, đ = d, lower case, white space collapsed.

    Folding twice changes nothing, and a part of a text folds to a part of its key.
    """
    if not text.isascii():
        opened = _eth_as_d_bar(unicodedata.normalize("NFD", text)).replace("đ", "d").replace("Đ", "d")
        if _BEYOND_MARKS.search(opened):
            text = _MARKS.sub("", opened)
        else:  # the plain case, for an import folds every row: three times as fast
            text = opened.encode("ascii", "ignore").decode("ascii")
    return " ".join(text.lower().split())


def _eth_as_d_bar(text: str) -> str:
    """U+00D0 looks like Đ (U+0110) and comes out of old conversions in its place."""
    return text.replace("ð", "đ").replace("Ð", "Đ")


# --- order --------------------------------------------------------------------------------------------


def sort_key(text: str) -> str:
    """A plain ASCII string that puts texts into Vietnamese dictionary order when compared as bytes.

    Syllable by syllable: first the letters (a ă â b c d đ e ê … o ô ơ … u ư …), then the tone (ngang
    huyền hỏi ngã sắc nặng), then the next syllable, as dictionaries do ("tuân thủ" before "tuần chay").
    Numbers count by value ("Ấp 2" before "Ấp 10"), punctuation is passed over, letters of other scripts
    come after z.  Only between texts equal so far does case decide, lower case first.  Where the tone mark
    sits does not matter: "hoà" and "hòa" are one syllable.
    """
    found = [part for part in map(_part_key, nfc(text).split()) if part[0]]
    if not found:
        return ""
    words, cases = zip(*found, strict=True)
    case = "".join(cases).rstrip("0")
    return "!".join(words) + (" " + case if case else "")


@lru_cache(maxsize=16_384)
def _part_key(part: str) -> tuple[str, str]:
    """Keys and cases of what stands between two spaces: mostly one syllable, and mostly met before."""
    found = [_word_key(token) for token in _TOKEN.findall(part)]
    return "!".join([word for word, _case in found]), "".join([case for _word, case in found])


def _word_key(token: str) -> tuple[str, str]:
    """The key of one number or syllable, and its case: a 1 for each capital, a 0 for each other letter.

    A key is letters, "!", tones.  "!" is below every code of a letter or digit, " " (before the case)
    below "!", so the shorter of two texts comes first.  ă is "a~": above "a" with any letter after it.
    """
    if token[0].isdecimal():
        return _number_key(token), "0"
    letters, tones, case = [], [], []
    for base, marks in _LETTER.findall(unicodedata.normalize("NFD", _eth_as_d_bar(token))):
        letter, tone = _letter_key(base.lower(), marks)
        letters.append(letter)
        tones.append(tone)
        case.append("1" if base.isupper() else "0")
    return "".join(letters) + "!" + "".join(tones), "".join(case)


def _letter_key(base: str, marks: str) -> tuple[str, str]:
    shape = "".join(mark for mark in marks if mark in _SHAPES)
    letter = _ALPHABET.get(base + shape)
    tones = "".join(_TONES.get(mark, _OTHER_MARK) for mark in marks if not (letter and mark in _SHAPES))
    if letter is None:
        letter = "d~" if base == "đ" else _plain_letter(base)
    return letter, tones


def _plain_letter(base: str) -> str:
    if len(base) == 1 and "a" <= base <= "z":
        return base
    return "".join(f"{{{ord(char):06x}" for char in base)


def _number_key(digits: str) -> str:
    """Length, then digits: 2 is "12" and 10 is "210". Below every letter; Z says "35 digits more"."""
    plain = digits if digits.isascii() else "".join(str(unicodedata.decimal(char)) for char in digits)
    value = plain.lstrip("0")
    times, rest = divmod(len(value), len(_LENGTHS))
    return "Z" * times + _LENGTHS[rest] + value + "!"


# --- search -------------------------------------------------------------------------------------------


def search_terms(query: str) -> tuple[str, ...]:
    """The folded words of a query, each once, in the order typed.

    A lone dash or dot is dropped ("kinh tế - xã hội"), unless nothing else was typed.
    """
    words = list(dict.fromkeys(fold(query).split()))
    return tuple([word for word in words if any(map(str.isalnum, word))] or words)


def matches(folded_text: str, terms: Iterable[str]) -> bool:
    """Whether a folded text contains every term, anywhere; no terms match everything."""
    return all(term in folded_text for term in terms)


def is_exact(text: str, query: str) -> bool:
    """Whether every word of the query begins a word of the text with the very same marks.

    Case does not matter, nor where a tone mark sits ("hoà", "hòa").  A query without marks is exact only
    where the text has none either: "an" begins "an ninh", not "ăn" and not "thanh".
    """
    shown = _shown(text)
    syllables: set[str] | None = None
    for word in _query_words(query):
        if _begins_word(word, shown):
            continue
        if syllables is None:
            syllables = {_tone_last(token) for token in _TOKEN.findall(shown)}
        if _tone_last(word) not in syllables:
            return False
    return True


def search_rank(text: str, query: str) -> int:
    """Where a text that matches belongs among the hits: 0 first, 3 last; sort within one rank by name.

    0: the query stands in it as typed.  1: every word does (``is_exact``).  2: it has at least the marks
    that were typed ("đuong" for "đường").  3: only the letters fit ("dương" for "đường").
    """
    words = _query_words(query)
    if _begins_word(" ".join(words), _shown(text)):
        return 0
    if is_exact(text, query):
        return 1
    open_marks = unicodedata.normalize("NFD", _shown(text))
    return 2 if all(_at_least(word).search(open_marks) for word in words) else 3


def _shown(text: str) -> str:
    return " ".join(_eth_as_d_bar(nfc(text)).lower().split())


def _query_words(query: str) -> list[str]:
    words = _shown(query).split()
    return [word for word in words if any(map(str.isalnum, word))] or words


def _begins_word(part: str, shown: str) -> bool:
    """Whether ``part`` stands in the text with no letter or digit right before it."""
    if not part or not part[0].isalnum():
        return part in shown
    at = shown.find(part)
    while at > 0 and shown[at - 1].isalnum():
        at = shown.find(part, at + 1)
    return at >= 0


def _tone_last(syllable: str) -> str:
    """A syllable with its tone moved to the end, so that both ways of placing it look alike."""
    opened = unicodedata.normalize("NFD", syllable)
    return "".join(sorted(opened, key=_TONES.__contains__))


@lru_cache(maxsize=256)
def _at_least(word: str) -> re.Pattern[str]:
    """What finds a word in decomposed text with the marks it has, or more of them."""
    parts = []
    for base, marks in _LETTER.findall(unicodedata.normalize("NFD", word)):
        wanted = "".join(f"(?=[{_MARK_RANGES}]*{mark})" for mark in marks)
        letter = "[dđ]" if base == "d" else re.escape(base)
        parts.append(f"{letter}{wanted}[{_MARK_RANGES}]*")
    return re.compile("".join(parts))
