"""The manifest says what it says, and a program that is too old knows that it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import canonical
from desktop.bundle.limits import LIMITS
from desktop.bundle.manifest import AppInfo, ForkNote, Manifest, Member, Result, ScopeEntry
from desktop.bundle.manifest_parser import parse
from desktop.domain.change import Mark, ScopeCut, Writer
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_draft import Draft
from tests.helpers.bundle_kit import ABOUT_COMMUNE, COMMUNE, COMMUNE_KEYS, NOON, OFFICE

NUMBERS = st.integers(1, 2**53 - 1)
HEX32 = st.binary(min_size=16, max_size=16).map(bytes.hex)
HEX64 = st.binary(min_size=32, max_size=32).map(bytes.hex)
MARKS = st.builds(Mark, NUMBERS, HEX32)
VECTORS = st.dictionaries(HEX32, MARKS, max_size=4)
UNITS = st.from_regex(r"[0-9A-Z]{1,12}-[0-9]{8}", fullmatch=True)


@st.composite
def manifests(draw: st.DrawFn) -> Manifest:
    """Any manifest that a writer may write."""
    writers: list[Writer] = []
    scopes: dict[str, ScopeEntry] = {}
    members = {"commits.ndjson": Member(0, draw(HEX64))}
    for index, scope in enumerate(draw(st.sets(st.sampled_from([COMMUNE, OFFICE, ABOUT_COMMUNE])))):
        vector = draw(st.dictionaries(HEX32, MARKS, min_size=1, max_size=3))
        vector = {w: mark for w, mark in vector.items() if w not in {one.w for one in writers}}
        writers += [Writer(w, scope, COMMUNE_KEYS.device) for w in vector]
        with_base = {w for w in vector if draw(st.booleans())}
        base = {w: Mark(max(1, vector[w].n - 1), vector[w].h) for w in with_base}
        name = f"rows/{index}.ndjson"
        members[name] = Member(draw(st.integers(0, 10**6)), draw(HEX64))
        scopes[scope] = ScopeEntry(ScopeCut(scope, base, vector), (name,), draw(st.integers(0, 10**6)))
    results = st.builds(
        Result, HEX32, st.sampled_from(["OK", "E_GAP"]), NUMBERS, NUMBERS, st.integers(-5, NOON)
    )
    return Manifest(
        app=AppInfo(draw(st.text(max_size=9)), "1.0", draw(st.integers(0, 99))),
        id=draw(HEX32),
        n=draw(NUMBERS),
        made=draw(st.integers(-(2**53) + 1, 2**53 - 1)),
        unit=draw(UNITS),
        device=COMMUNE_KEYS.device,
        to=tuple(draw(st.sets(UNITS, min_size=1, max_size=3))),
        writers=tuple(writers),
        scopes=dict(sorted(scopes.items())),
        have=draw(st.dictionaries(st.sampled_from([COMMUNE, ABOUT_COMMUNE]), VECTORS)),
        results=tuple(draw(st.lists(results, max_size=3))),
        notes=tuple(draw(st.lists(st.builds(ForkNote, HEX32, NUMBERS, HEX32), max_size=2))),
        want=tuple(draw(st.lists(HEX64, max_size=2))),
        members=members,
    )


@given(manifests())
def test_a_manifest_is_read_as_it_was_meant(manifest: Manifest) -> None:
    data = manifest.to_bytes()
    again = parse(data)
    assert again == manifest
    assert again.to_bytes() == data


@given(st.integers(0, 1000), st.integers(0x20, 0x7E))
def test_whatever_is_read_is_written_back_byte_for_byte(position: int, letter: int) -> None:
    """With one byte changed it is refused, or it is another manifest in its one form."""
    text = bytearray(good())
    text[position] = letter
    try:
        manifest = parse(bytes(text))
    except SoSenError:
        return
    if all("fork" in note for note in json.loads(bytes(text))["notes"]):  # else of a kind not known
        assert manifest.to_bytes() == bytes(text)


def test_keys_that_are_not_known_are_left_out() -> None:
    draft = Draft()
    draft.note_members()
    plain = parse(canonical.dumps(draft.manifest))
    draft.manifest["mood"] = {"of": ["the", "day"]}
    draft.manifest["from"]["mood"] = None
    draft.manifest["notes"].append({"another": "kind"})
    assert parse(canonical.dumps(draft.manifest)) == plain


def refused(data: bytes, **limits: int) -> SoSenError:
    with pytest.raises(SoSenError) as caught:
        parse(data, replace(LIMITS, **limits))
    return caught.value


def good() -> bytes:
    draft = Draft()
    draft.note_members()
    return canonical.dumps(draft.manifest)


@pytest.mark.parametrize(
    "limits",
    [{"manifest": 100}, {"members": 1}, {"writers": 0}, {"ndjson": 200}, {"json_depth": 3}],
    ids=str,
)
def test_each_limit_is_kept(limits: dict[str, int]) -> None:
    assert refused(good(), **limits).code is Code.E_LIMIT


def test_each_kind_of_member_has_its_own_limit() -> None:
    draft = Draft().put("registry.json", b"x" * 50).put("registry.json.sig", b"x" * 30)
    draft.put(f"blob/{'2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'}", b"x")
    draft.note_members()
    data = canonical.dumps(draft.manifest)
    parse(data)
    for limits in ({"registry": 49}, {"signature": 29}, {"blob": 0}):
        assert refused(data, **limits).code is Code.E_LIMIT


def test_a_newer_bundle_says_what_it_needs() -> None:
    draft = Draft()
    draft.manifest["need"] = ["sealed-rows", "colour"]
    error = refused(canonical.dumps(draft.manifest))
    assert error.code is Code.E_NEWER
    assert error.params["needs"] == "colour, sealed-rows"


def test_what_is_needed_is_judged_before_anything_else() -> None:
    assert refused(canonical.dumps({"format": "bundle/1", "need": ["x"]})).code is Code.E_NEWER
    assert refused(canonical.dumps({"format": "bundle/3"})).code is Code.E_NEWER
    assert refused(canonical.dumps({"format": "bundle/01"})).code is Code.E_FORMAT
    assert refused(canonical.dumps({"format": ["bundle/1"]})).code is Code.E_FORMAT
