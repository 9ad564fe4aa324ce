"""A photograph is made small, upright and silent about its maker, or refused in words."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.documents.photos import LONGEST_SIDE, shrink_photo
from desktop.domain.errors import Code, SoSenError

TURNED, PLACE = 0x0112, 0x8769


def photo(form: str, turned: int = 6) -> bytes:
    """A small photograph that says how it was held, and when it was taken."""
    image = Image.new("RGB", (300, 200), (9, 99, 200))
    exif = image.getexif()
    exif[TURNED] = turned
    exif[0x010E] = "d" * 50
    exif.get_ifd(PLACE)[0x9003] = "2022"
    file = BytesIO()
    image.save(file, form, exif=exif)
    return file.getvalue()


def outcome(content: bytes, folder: Path) -> str:
    path = folder / "a"
    path.write_bytes(content)
    try:
        return str(shrink_photo(path, folder / "smaller"))
    except SoSenError as refusal:
        return f"{refusal.code.name} {refusal.params['reason']}"


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_spoilt_photograph_is_refused_in_words_or_kept(form: str, tmp_path: Path) -> None:
    """A card that was pulled out spoils any byte; the clerk reads what to do, never of an internal error."""
    luck, whole = random.Random(2), photo(form)
    outcomes = {outcome(whole, tmp_path)}
    for _try in range(1_500):
        spoilt = bytearray(whole)
        for _byte in range(luck.choice((1, 2, 3, 6))):
            spoilt[luck.randrange(8, min(len(spoilt), 400))] = luck.choice((0, 255, 127, luck.randrange(256)))
        outcomes.add(outcome(bytes(spoilt), tmp_path))
    assert outcomes >= {"True", "E_FILE photo"}
    assert outcomes <= {"True", "False", "E_FILE photo"}


@pytest.mark.parametrize(("form", "turned"), [("JPEG", 6), ("JPEG", 3), ("PNG", 8), ("PNG", 1)])
def test_it_is_upright_and_tells_nothing_of_its_maker(form: str, turned: int, tmp_path: Path) -> None:
    """Seen as it was taken, also by a program that does not know how the telephone was held."""
    assert outcome(photo(form, turned), tmp_path) == "True"
    with Image.open(tmp_path / "smaller") as seen:
        assert seen.size == ((200, 300) if turned in (6, 8) else (300, 200))
        assert not seen.getexif()


@pytest.mark.parametrize(("side", "told"), [(10_000, "True"), (10_001, "E_FILE photo")])
def test_a_hundred_million_pixels_are_taken_and_no_more(side: int, told: str, tmp_path: Path) -> None:
    """What the best telephones make can be attached; a bomb of a few kilobytes cannot."""
    file = BytesIO()
    Image.new("1", (side, 10_000)).save(file, "PNG")
    assert outcome(file.getvalue(), tmp_path) == told
    if told == "True":
        with Image.open(tmp_path / "smaller") as seen:
            assert seen.size == (LONGEST_SIDE, LONGEST_SIDE)


def test_far_beyond_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """400 million pixels in a small file."""
    file = BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    assert outcome(file.getvalue(), tmp_path) == f"{Code.E_FILE.name} photo"
