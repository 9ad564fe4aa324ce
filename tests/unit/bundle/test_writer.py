"""What a computer sends can be read by its receivers, always, and is the same for the same content."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle.names import file_name
from desktop.bundle.packing import Spool
from desktop.bundle.rows import encode_rows
from desktop.bundle.strict_zip import DEFLATED, STORED
from desktop.bundle.writer import BundleContent, ScopeContent, write_bundle
from desktop.domain.change import CommitLine, Mark, Part, RowChange, Value
from desktop.domain.errors import CancelledError, Code, SoSenError
from tests.helpers.bundle_kit import (
    COMMUNE,
    COMMUNE_KEYS,
    NOON,
    OFFICE,
    OFFICE_KEYS,
    REGISTRY,
    REGISTRY_BYTES,
    REGISTRY_SIG,
    WRITER,
    make_commits,
    make_content,
    make_rows,
    open_as_office,
    record_id,
    unsealed,
    written,
)

TO_OFFICE = [OFFICE_KEYS.recipient, COMMUNE_KEYS.recipient]


def refused(content: BundleContent, target: Path | io.BytesIO | None = None) -> Code:
    with pytest.raises(SoSenError) as caught:
        write_bundle(target or io.BytesIO(), content, COMMUNE_KEYS, TO_OFFICE)
    return caught.value.code


def with_rows(rows: list[RowChange]) -> BundleContent:
    content = make_content(5)
    return replace(content, scopes=(ScopeContent(content.scopes[0].cut, rows),))


def test_everything_that_was_said_arrives(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(b"\x89PNG" * 1000)
    digest = sha256(photo.read_bytes()).hexdigest()
    content = make_content(5, 3, registry=(REGISTRY_BYTES, REGISTRY_SIG), blobs={digest: photo})
    sent = write_bundle(tmp_path / "a.goi", content, COMMUNE_KEYS, TO_OFFICE)
    with open_as_office(tmp_path / "a.goi", tmp_path) as bundle:
        assert bundle.manifest == sent.manifest
        assert bundle.signer == REGISTRY.device(COMMUNE_KEYS.device)
        assert bundle.commits() == make_commits(5)[2:]
        assert list(bundle.row_batches(COMMUNE)) == [make_rows(5)[3:]]
        assert bundle.registry_bytes() == (REGISTRY_BYTES, REGISTRY_SIG)
        assert bundle.blobs() == (digest,)
        assert b"".join(bundle.blob_pieces(digest)) == photo.read_bytes()
        assert bundle.original.read_bytes() == (tmp_path / "a.goi").read_bytes()
        assert (bundle.original_size, bundle.original_sha256) == (sent.size, sent.sha256)
    assert (sent.id, sent.rows, sent.path) == (content.id, 2, tmp_path / "a.goi")


def test_what_is_not_there_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.goi").write_bytes(written(make_content(writers=(), scopes=(), commits=())))
    with open_as_office(tmp_path / "a.goi", tmp_path) as bundle:
        assert (bundle.commits(), bundle.registry_bytes(), bundle.blobs()) == ([], None, ())


def test_the_sender_can_open_its_own_bundle(tmp_path: Path) -> None:
    (tmp_path / "a.goi").write_bytes(written(make_content()))
    own = {"identities": [COMMUNE_KEYS.sealing], "me": frozenset({COMMUNE})}
    with open_as_office(tmp_path / "a.goi", tmp_path, **own) as bundle:
        assert bundle.manifest.device == COMMUNE_KEYS.device


def any_rows(chance: random.Random, count: int) -> list[RowChange]:
    """Rows in order, with parts of any of ``count`` commits and every kind of value."""
    letters = 'aăâđêôơư ,;"\\\n\t\x00😀éỆ'

    def value() -> Value:
        text = "".join(chance.choices(letters, k=chance.randrange(20)))
        return chance.choice([None, True, False, chance.randrange(-(2**53) + 1, 2**53), text])

    rows = []
    for number in sorted(chance.sample(range(10_000), chance.randrange(40))):
        dots = sorted(chance.sample(range(1, count + 1), min(count, chance.randrange(1, 4))))
        parts: list[Part] = [
            (0, n, NOON + n, {name: value() for name in chance.sample("abcd", 2)}) for n in dots
        ]
        rows.append(RowChange("task", f"{number:032x}", parts))
    return rows


@given(st.integers(0, 2**32), st.integers(1, 30))
def test_any_rows_arrive_as_they_were(seed: int, count: int) -> None:
    rows = any_rows(random.Random(seed), count)
    content = make_content(count)
    content = replace(content, scopes=(ScopeContent(content.scopes[0].cut, rows),))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.goi")
        path.write_bytes(written(content))
        with open_as_office(path, Path(folder)) as bundle:
            assert [row for batch in bundle.row_batches(COMMUNE) for row in batch] == rows


def test_the_same_content_makes_the_same_archive() -> None:
    assert unsealed(written(make_content(), label="one")) == unsealed(written(make_content(), label="two"))
    assert written(make_content(), label="one") != written(make_content(), label="two")


def test_members_are_compressed_where_that_helps() -> None:
    with Spool() as spool:
        large = spool.pack("rows/0.ndjson", [encode_rows(make_rows(500))])
        tiny = spool.pack("rows/1.ndjson", [b"x\n"])
        nothing = spool.pack("rows/2.ndjson", [])
        bomb = spool.pack("rows/3.ndjson", [b"x" * 99_999, b"\n"])
        spool.finish()
        assert [one.method for one in (large, tiny, nothing, bomb)] == [DEFLATED, STORED, STORED, STORED]
        assert b"".join(spool.pieces(tiny)) == b"x\n"
        assert b"".join(spool.pieces(nothing)) == b""
        assert b"".join(spool.pieces(bomb)) == b"x" * 99_999 + b"\n"


def test_a_text_of_one_letter_is_no_bomb(tmp_path: Path) -> None:
    """A clerk who leans on a key must still be able to send."""
    rows = [RowChange("task", record_id(1), [(0, 1, NOON, {"note": "-" * 200_000})])]
    (tmp_path / "a.goi").write_bytes(written(with_rows(rows)))
    with open_as_office(tmp_path / "a.goi", tmp_path) as bundle:
        assert list(bundle.row_batches(COMMUNE)) == [rows]


def test_no_plain_text_lies_on_the_disk_while_packing(tmp_path: Path) -> None:
    """Ten megabytes that do not compress go to a temporary file; the clerk's words are not in it."""
    chance = random.Random(7)
    secret = "Nguyễn Thị Bí Mật"
    with Spool(tmp_path) as spool:
        blocks = (secret.encode() + chance.randbytes(500_000) for _ in range(20))
        packed = spool.pack("rows/0.ndjson", blocks)
        spool.finish()
        assert spool._file._rolled  # type: ignore[attr-defined]
        spool._file.seek(0)
        assert secret.encode() not in spool._file.read()
        assert b"".join(spool.pieces(packed)).count(secret.encode()) == 20
    assert list(tmp_path.iterdir()) == []


ROW, LATER = make_rows(2)


def part(value: Any, name: str = "a", writer: int = 0, n: int = 1) -> RowChange:
    """The first row with another part."""
    return ROW._replace(c=[(writer, n, NOON, {name: value})])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([LATER, ROW], Code.E_FORMAT),
        ([ROW, ROW], Code.E_FORMAT),
        ([part(1, n=6)], Code.E_FORMAT),
        ([part(1, writer=1)], Code.E_FORMAT),
        ([part(1.5)], Code.E_FORMAT),
        ([part(2**53)], Code.E_FORMAT),
        ([part([1])], Code.E_FORMAT),
        ([part(1, "A")], Code.E_FORMAT),
        ([ROW._replace(id="x")], Code.E_FORMAT),
        ([part("đ" * 131_073)], Code.E_LIMIT),
        ([ROW._replace(c=[(0, 1, NOON, dict.fromkeys("abcde", "x" * 262_144))])], Code.E_LIMIT),
    ],
)
def test_rows_that_no_reader_would_take_are_not_sent(rows: Any, code: Code, tmp_path: Path) -> None:
    assert refused(with_rows(rows), tmp_path / "a.goi") is code
    assert list(tmp_path.iterdir()) == []


def test_commits_that_do_not_fit_the_span_are_not_sent() -> None:
    commits = make_commits(5)
    for spoilt in (
        commits[1:],
        commits[:-1],
        [*commits, commits[-1]],
        [*commits[:-1], commits[-1]._replace(h="0" * 32)],
    ):
        assert refused(make_content(5, commits=spoilt)) is Code.E_FORMAT


def test_a_manifest_that_no_reader_would_take_is_not_sent() -> None:
    assert refused(make_content(to=())) is Code.E_FORMAT
    assert refused(make_content(n=0)) is Code.E_FORMAT
    assert refused(make_content(id="x")) is Code.E_FORMAT
    assert refused(make_content(need=("colour",))) is Code.E_NEWER
    assert refused(make_content(have={COMMUNE: {"x": Mark(1, "ab" * 16)}})) is Code.E_FORMAT
    assert refused(make_content(writers=(WRITER, WRITER))) is Code.E_FORMAT


def test_a_text_that_is_no_unicode_is_not_sent() -> None:
    with pytest.raises((SoSenError, ValueError)):
        written(with_rows([part("\ud800")]))


def test_a_blob_is_what_its_name_says(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(b"another picture")
    assert refused(make_content(blobs={"ab" * 32: photo})) is Code.E_DAMAGED
    assert refused(make_content(blobs={"ab" * 32: tmp_path / "gone"})) is Code.E_IO


def test_a_blob_that_is_too_large_is_not_sent(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    with photo.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert refused(make_content(blobs={"ab" * 32: photo})) is Code.E_LIMIT


def test_a_blob_that_changes_while_it_is_sent_is_noticed(tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(b"picture")
    digest = sha256(b"picture").hexdigest()

    def commits() -> Iterator[CommitLine]:
        yield from make_commits(3)

    class Sink(io.BytesIO):
        def write(self, data: Any) -> int:
            photo.write_bytes(b"pixture")
            return super().write(data)

    content = make_content(blobs={digest: photo}, commits=commits())
    assert refused(content, Sink()) is Code.E_DAMAGED


@pytest.mark.parametrize("steps", range(0, 12, 2))
def test_a_cancel_at_any_step_leaves_nothing(steps: int, tmp_path: Path) -> None:
    left = steps

    def progress(_done: int, _total: int | None) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_bundle(tmp_path / "a.goi", make_content(9000), COMMUNE_KEYS, TO_OFFICE, progress)
    assert list(tmp_path.iterdir()) == []


def test_progress_counts_rows_then_bytes(tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    content = make_content(4500)
    sent = write_bundle(tmp_path / "a.goi", content, COMMUNE_KEYS, TO_OFFICE, lambda *step: seen.append(step))
    rows = [done for done, total in seen if total is None]
    assert rows == [2000, 4000, 4500]
    assert [step[1] is None for step in seen] == [True] * 3 + [False] * (len(seen) - 3)
    assert seen[-1] == (2 * sent.size, 2 * sent.size)


def test_a_weekly_bundle_is_small() -> None:
    """Twenty updates, with commits, receipts and signature: eight kilobytes at the most."""
    assert len(written(make_content(1000, 980))) <= 8000


def test_two_thousand_rows_stay_below_150_kilobytes() -> None:
    assert len(written(make_content(2000))) <= 150_000


def test_the_name_of_the_file_tells_people_who_sent_it() -> None:
    assert file_name("30067", "may1", 42) == "30067-may1-42.goi"
    assert len(file_name("9" * 12, "x" * 16, 2**53)) <= 64
    for code, label, n in [
        ("30067", "máy", 1),
        ("30067", "", 1),
        ("../x", "may1", 1),
        ("3", "a b", 1),
        ("3", "a", -1),
    ]:
        with pytest.raises(ValueError, match="no file name"):
            file_name(code, label, n)


def test_it_cannot_be_written_to_nobody() -> None:
    with pytest.raises(ValueError, match="nobody"):
        write_bundle(io.BytesIO(), make_content(), COMMUNE_KEYS, [])


def test_the_archive_is_read_by_other_programs() -> None:
    with zipfile.ZipFile(io.BytesIO(unsealed(written(make_content())))) as archive:
        assert archive.read("rows/0.ndjson") == encode_rows(make_rows(3))
    assert OFFICE in make_content().to
