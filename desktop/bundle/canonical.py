"""JSON in the one form that is signed: RFC 8785, for values without floats; and its strict reader.

Values are null, booleans, integers of magnitude below 2^53, strings, arrays and objects.  The reader
accepts exactly what the writer would have written: a second way to write the same manifest (spaces,
another order of keys, a key twice, an escape for a plain letter) is refused with ``E_FORMAT``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NoReturn

from desktop.bundle.limits import BIGGEST_INTEGER, LIMITS
from desktop.domain.errors import Code, SoSenError

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]
"""A value that canonical JSON can carry."""

_QUOTE = ord('"')
_NOT_MARKS = bytes(set(range(256)) - set(b'"[]{}'))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(value: Json) -> bytes:
    """The canonical bytes of ``value``.

    Raises ``SoSenError``: ``E_LIMIT`` for an integer out of range, ``E_FORMAT`` for any other value that
    has no canonical form (float, lone surrogate, key that is no string).
    """
    try:
        return _encode(_ordered(value)).encode("utf-8")
    except UnicodeEncodeError as error:
        raise SoSenError(Code.E_FORMAT, f"lone surrogate: {error}") from error


def loads(data: bytes, *, depth: int = LIMITS.json_depth) -> Json:
    """The value whose canonical bytes are ``data``.

    Raises ``SoSenError``: ``E_LIMIT`` for nesting beyond ``depth`` or an integer out of range, ``E_FORMAT``
    for everything that ``dumps`` would not have written.
    """
    _check_depth(data, depth)
    try:
        value: Json = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise SoSenError(Code.E_FORMAT, f"not JSON: {error}") from error
    if dumps(value) != data:
        raise SoSenError(Code.E_FORMAT, "JSON is not in canonical form")
    return value


def _ordered(value: Json) -> Json:
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        if abs(value) > BIGGEST_INTEGER:
            raise SoSenError(Code.E_LIMIT, "integer of 2^53 or more")
        return value
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise SoSenError(Code.E_FORMAT, "a key is no string")
        return {key: _ordered(value[key]) for key in sorted(value, key=_utf16)}
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    raise SoSenError(Code.E_FORMAT, f"no canonical form for {type(value).__name__}")


def _utf16(key: str) -> bytes:
    """The order of keys in RFC 8785: by UTF-16 code units."""
    return key.encode("utf-16-be", "surrogatepass")


def _check_depth(data: bytes, limit: int) -> None:
    """Refuse deep nesting before a recursive parser sees it; in few passes, whatever the bytes are."""
    depth, within = 0, False
    for mark in _marks(data):
        if mark == _QUOTE:
            within = not within
        elif not within:
            depth += 1 if mark in b"[{" else -1
            if depth > limit:
                raise SoSenError(Code.E_LIMIT, f"JSON deeper than {limit}")
    if within:
        raise SoSenError(Code.E_FORMAT, "not JSON: a string has no end")


def _marks(data: bytes) -> bytes:
    """The brackets of ``data``, and the quotes that are needed to tell which of them stand in strings.

    Escaped quotes go first, a backslash before them only if it is itself escaped. Two quotes with nothing
    between them change nothing: an empty string, or the end of one and the beginning of the next.
    """
    unescaped = data.replace(rb"\\", b"").replace(rb"\"", b"")
    return unescaped.translate(None, _NOT_MARKS).replace(b'""', b"")


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise SoSenError(Code.E_FORMAT, "a key stands twice in one object")
    return found


def _integer(digits: str) -> int:
    # The length first: turning 400 digits into a number is the attacker's work, not ours.
    if len(digits) > 17 or abs(number := int(digits)) > BIGGEST_INTEGER:
        raise SoSenError(Code.E_LIMIT, "integer of 2^53 or more")
    return number


def _refuse(text: str) -> NoReturn:
    raise SoSenError(Code.E_FORMAT, f"not an integer: {text[:40]}")
