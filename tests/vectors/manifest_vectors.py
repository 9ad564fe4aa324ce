"""Manifests that are signed rightly and yet wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.bundle import canonical
from tests.helpers.bundle_draft import Draft
from tests.helpers.bundle_kit import COMMUNE, OTHER, REGISTRY_BYTES, make_content
from tests.vectors.vector import Family

MANIFEST = Family("manifest")
H = "ab" * 16


def spoilt(change: Callable[[dict[str, Any]], object], base: int = 0) -> Callable[[], bytes]:
    """The good bundle with its manifest changed, then signed."""

    def build() -> bytes:
        draft = Draft(make_content(5, base))
        draft.note_members()
        draft.listed = False
        change(draft.manifest)
        return draft.sealed()

    return build


def scope(change: Callable[[dict[str, Any]], object], base: int = 0) -> Callable[[], bytes]:
    """The same, for the entry of the commune's scope."""
    return spoilt(lambda m: change(m["scopes"][COMMUNE]), base)


def raw(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """The good bundle with the bytes of its manifest changed, then signed."""

    def build() -> bytes:
        draft = Draft()
        draft.note_members()
        draft.manifest_bytes = change(canonical.dumps(draft.manifest))
        return draft.sealed()

    return build


def added(text: bytes) -> Callable[[], bytes]:
    """With a first key that sorts first, of which the value is ``text``."""
    return raw(lambda data: b'{"a":' + text + b"," + data[1:])


def sized(name: str, size: int) -> Callable[[], bytes]:
    return spoilt(lambda m: m["members"].update({name: {"size": size, "sha256": H * 2}}))


def have(name: str, *entries: list[Any]) -> Callable[[], bytes]:
    return spoilt(lambda m: m["have"].update({name: list(entries)}))


for _name, _expect, _about, _build in [
    ("spaces", "E_FORMAT", "written with spaces", raw(lambda d: d.replace(b":", b": ", 1))),
    ("line_end", "E_FORMAT", "a line end behind", raw(lambda d: d + b"\n")),
    ("bom", "E_FORMAT", "a byte order mark", raw(lambda d: b"\xef\xbb\xbf" + d)),
    ("key_order", "E_FORMAT", "keys in another order", raw(lambda d: b'{"z":1,' + d[1:])),
    ("key_twice", "E_FORMAT", "a key twice", raw(lambda d: b'{"app":1,' + d[1:])),
    ("escape", "E_FORMAT", "an escape for a plain letter", raw(lambda d: d.replace(b'"n"', b'"\\u006e"'))),
    ("slash", "E_FORMAT", "an escaped slash", raw(lambda d: d.replace(b"bundle/1", b"bundle\\/1"))),
    ("nan", "E_FORMAT", "NaN", added(b"NaN")),
    ("infinity", "E_FORMAT", "Infinity", added(b"-Infinity")),
    ("float", "E_FORMAT", "a float", added(b"1.5")),
    ("float_whole", "E_FORMAT", "an integer written as a float", added(b"1.0")),
    ("exponent", "E_FORMAT", "an exponent", added(b"1e2")),
    ("minus_zero", "E_FORMAT", "minus zero", added(b"-0")),
    ("leading_zero", "E_FORMAT", "a leading zero", added(b"01")),
    ("integer_huge", "E_LIMIT", "an integer of 400 digits", added(b"9" * 400)),
    ("integer_2_53", "E_LIMIT", "2^53", added(b"9007199254740992")),
    ("deep", "E_LIMIT", "nested nine deep", added(b"[" * 8 + b"]" * 8)),
    ("very_deep", "E_LIMIT", "nested 3,000 deep", added(b"[" * 3000 + b"]" * 3000)),
    ("utf8", "E_FORMAT", "broken UTF-8", added(b'"\xff"')),
    ("surrogate", "E_FORMAT", "a lone surrogate", added(b'"\\ud800"')),
    ("cut", "E_FORMAT", "cut off", raw(lambda d: d[:-1])),
    ("array", "E_FORMAT", "an array", raw(lambda d: b"[" + d + b"]")),
    ("empty", "E_FORMAT", "no bytes", raw(lambda _: b"")),
]:
    MANIFEST.add(_expect, _about, _build, _name, 48 if _name in {"utf8", "surrogate"} else 47)

for _name, _expect, _about, _build in [
    ("format_newer", "E_NEWER", "bundle/2", spoilt(lambda m: m.update(format="bundle/2"))),
    ("need", "E_NEWER", "needs what nobody knows yet", spoilt(lambda m: m.update(need=["sealed-rows"]))),
    ("need_shape", "E_FORMAT", "need is no array of strings", spoilt(lambda m: m.update(need=[1]))),
    ("format_other", "E_FORMAT", "something else's manifest", spoilt(lambda m: m.update(format="package/1"))),
    ("format_missing", "E_FORMAT", "no format", spoilt(lambda m: m.pop("format"))),
]:
    MANIFEST.add(_expect, _about, _build, _name, 54 if _expect == "E_NEWER" else 0)


@MANIFEST.vector("E_NEWER", "a later format with another shape of everything else", 54)
def format_newer_shape() -> bytes:
    draft = Draft()
    draft.manifest_bytes = canonical.dumps({"format": "bundle/2", "parts": [1, 2]})
    return draft.sealed()


MARK = [0, 5, H]
for _name, _about, _build in [
    ("no_id", "no id", spoilt(lambda m: m.pop("id"))),
    ("id_upper", "an id in capitals", spoilt(lambda m: m.update(id="AB" * 16))),
    ("id_line_end", "an id with a line end", spoilt(lambda m: m.update(id="a" * 31 + "\n"))),
    ("n_zero", "number 0", spoilt(lambda m: m.update(n=0))),
    ("n_true", "a truth value for a number", spoilt(lambda m: m.update(n=True))),
    ("n_text", "a text for a number", spoilt(lambda m: m.update(n="42"))),
    ("made_null", "null for a time", spoilt(lambda m: m.update(made=None))),
    ("to_empty", "to nobody", spoilt(lambda m: m.update(to=[]))),
    ("to_twice", "to one unit twice", spoilt(lambda m: m["to"].append(m["to"][0]))),
    ("unit_grammar", "a unit without its day", spoilt(lambda m: m["to"].append("30067"))),
    ("device_grammar", "a device's id in capitals",
        spoilt(lambda m: m["from"].update(device="D-" + "0" * 16))),
    ("app_long", "an endless version", spoilt(lambda m: m["app"].update(version="1" * 201))),
    ("scope_grammar", "a scope of three parts", have("/".join([OTHER] * 3))),
    ("writer_twice", "a writer twice", spoilt(lambda m: m["writers"].append(m["writers"][0]))),
    ("want_grammar", "a hash that is too short", spoilt(lambda m: m["want"].append("ab"))),
    ("note_shape", "a fork without a hash", spoilt(lambda m: m["notes"].append({"fork": [H, 1]}))),
    ("result_code", "a result in small letters", spoilt(lambda m: m["results"][0].update(code="ok"))),
    ("have_order", "have out of order", have(OTHER, [H, 1, H], ["00" * 16, 1, H])),
    ("have_twice", "a writer twice in have", have(OTHER, [H, 1, H], [H, 2, H])),
    ("span_index", "a writer that is not listed", scope(lambda s: s["upto"].append([1, 5, H]))),
    ("span_twice", "a writer twice in a span", scope(lambda s: s["upto"].append(MARK))),
    ("span_negative", "a negative index", scope(lambda s: s["upto"][0].__setitem__(0, -1))),
    ("span_zero", "commit number 0", scope(lambda s: s["base"].append([0, 0, H]))),
    ("base_beyond", "a base beyond the end", scope(lambda s: s["base"][0].__setitem__(1, 6), 3)),
    ("base_other", "a writer in the base alone", scope(lambda s: s["upto"].clear(), 3)),
    ("base_hash", "base and end are one commit of two hashes",
        scope(lambda s: s["base"][0].__setitem__(1, 5), 3)),
    ("count_negative", "fewer than no rows", scope(lambda s: s.update(count=-1))),
    ("rows_unknown", "rows in a member that is not there",
        scope(lambda s: s["rows"].append("rows/1.ndjson"))),
    ("rows_twice", "the same rows twice", scope(lambda s: s["rows"].append("rows/0.ndjson"))),
    ("rows_unused", "rows of no scope", scope(lambda s: s["rows"].clear())),
    ("rows_grammar", "commits instead of rows", scope(lambda s: s["rows"].append("commits.ndjson"))),
    ("member_grammar", "a member outside the grammar", sized("x", 0)),
    ("member_size", "a member without a size", spoilt(lambda m: m["members"]["commits.ndjson"].pop("size"))),
]:  # fmt: skip
    MANIFEST.add("E_FORMAT", _about, _build, _name)


@MANIFEST.vector("E_FORMAT", "a writer of another scope")
def span_scope() -> bytes:
    draft = Draft()
    draft.manifest["writers"][0]["scope"] = OTHER
    return draft.sealed()


@MANIFEST.vector("E_FORMAT", "no commits.ndjson")
def no_commits() -> bytes:
    draft = Draft()
    del draft.members["commits.ndjson"]
    return draft.sealed()


@MANIFEST.vector("E_FORMAT", "a blob named after another hash than its own")
def blob_name() -> bytes:
    return Draft().put(f"blob/{'ab' * 32}", b"x").sealed()


@MANIFEST.vector("E_FORMAT", "a registry's signature without the registry")
def registry_sig_alone() -> bytes:
    return Draft().put("registry.json.sig", REGISTRY_BYTES).sealed()


MANIFEST.add("E_LIMIT", "an attachment of 10 GB", sized(f"blob/{H * 2}", 10**10), "blob_10_gb", 46)
MANIFEST.add(
    "E_LIMIT", "an attachment of a byte too many", sized(f"blob/{H * 2}", 2**26 + 1), "blob_limit", 46
)
MANIFEST.add("E_LIMIT", "600 MB of rows", sized("rows/0.ndjson", 600 * 2**20), "rows_limit", 41)
MANIFEST.add(
    "E_LIMIT", "rows and commits too large together", sized("commits.ndjson", 2**29), "lines_limit", 41
)
