"""A district reads codes out, a commune types one: the same at the command line as in the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.receipt_code import format_receipt
from tests.helpers.offices import DISTRICT, HUNG_THANH, PHU_DIEN, SampleYear
from tests.offices.cli.test_commands import DONE, REFUSED, Typed


@pytest.fixture
def typed(own_sample_year: SampleYear, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(own_sample_year, capsys)


def test_a_code_listed_at_the_district_closes_the_bundle_at_the_commune(
    typed: Typed, own_sample_year: SampleYear
) -> None:
    stick = own_sample_year.stick
    _status, sent = typed.json(PHU_DIEN, "export", "--to", stick, "--stick")
    assert typed.json(DISTRICT, "receipts") == (DONE, [])
    typed.json(DISTRICT, "import", stick)
    status, given = typed.json(DISTRICT, "receipts", "--unit", PHU_DIEN)
    assert (status, len(given)) == (DONE, 1)
    bundle = sent["bundles"][0]
    assert {given[0][key] for key in ("bundle", "sha256")} == {bundle["bundle"], bundle["sha256"]}
    code = format_receipt(given[0]["receipt"])
    assert code in typed.words(DISTRICT, "receipts")[1]
    status, closed = typed.json(PHU_DIEN, "confirm", *code.lower().split("-"))
    assert (status, closed["bundle"], closed["n"]) == (DONE, bundle["bundle"], bundle["n"])
    status, answer = typed.json(HUNG_THANH, "confirm", code)
    assert (status, answer["error"]["code"]) == (REFUSED, "E_RECEIPT")
    status, words = typed.words(PHU_DIEN, "confirm", code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert (status, "E_RECEIPT" in words) == (REFUSED, True)


def test_a_bundle_is_written_once_more_and_a_virus_on_the_stick_is_named(
    typed: Typed, own_sample_year: SampleYear, tmp_path: Path
) -> None:
    _status, sent = typed.json(PHU_DIEN, "export", "--to", own_sample_year.stick)
    other = tmp_path / "other"
    other.mkdir()
    (other / "Ảnh.lnk").touch()
    again = sent["bundles"][0]["bundle"]
    status, answer = typed.json(PHU_DIEN, "export", "--to", other, "--again", again)
    assert (status, answer["bundles"][0]["sha256"]) == (DONE, sent["bundles"][0]["sha256"])
    assert answer["signs"] == [{"sign": "shortcut", "names": ["Ảnh.lnk"]}]
    status, answer = typed.json(PHU_DIEN, "export", "--to", other, "--again", "nothing")
    assert (status, answer["error"]["code"]) == (REFUSED, "E_MISSING")
