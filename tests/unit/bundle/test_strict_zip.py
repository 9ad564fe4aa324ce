"""Every byte of the archive has one meaning: no two programs can see two things in it."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle.age_stream import StreamReader, StreamWriter
from desktop.bundle.limits import LIMITS
from desktop.bundle.strict_zip import DEFLATED, MIMETYPE_CONTENT, Entry, ZipWriter, check
from desktop.bundle.zip_content import content
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_draft import Draft, RawEntry, RawZip
from tests.helpers.bundle_kit import make_content, unsealed, written

KEY = bytes(32)


def stream(data: bytes) -> StreamReader:
    """``data`` as the checker sees it: from within a seal."""
    file = io.BytesIO()
    writer = StreamWriter(file, KEY)
    writer.write(data)
    writer.close()
    return StreamReader(file, 0, file.tell(), KEY)


def code_of(data: bytes) -> Code:
    """What is said of an archive, its content read as well."""
    plain = stream(data)
    try:
        for entry in check(plain):
            b"".join(content(plain, entry))
    except SoSenError as error:
        return error.code
    return Code.OK


def archive() -> bytes:
    return unsealed(written(make_content()))


def test_python_s_own_reader_sees_the_same_members() -> None:
    data = archive()
    plain = stream(data)
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        ours = {entry.name: b"".join(content(plain, entry)) for entry in check(plain)}
        assert ours == {name: found.read(name) for name in found.namelist()}


def test_the_kind_of_file_stands_where_file_tells_it() -> None:
    assert archive()[38:70] == MIMETYPE_CONTENT


def test_an_archive_built_independently_is_the_same() -> None:
    assert Draft().zipped() == archive()


def test_each_changed_byte_is_refused() -> None:
    data = archive()
    for position in range(len(data)):
        changed = data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :]
        assert code_of(changed) in {Code.E_FORMAT, Code.E_DAMAGED, Code.E_LIMIT}, position


def test_each_flipped_bit_of_the_headers_is_refused() -> None:
    """A ZIP has flags and attributes of a single bit; each of them matters."""
    data = archive()
    contents = {offset for entry in check(stream(data)) for offset in range(entry.start, entry.end)}
    for position in set(range(len(data))) - contents:
        for bit in range(8):
            changed = data[:position] + bytes([data[position] ^ 1 << bit]) + data[position + 1 :]
            assert code_of(changed) in {Code.E_FORMAT, Code.E_LIMIT, Code.E_DAMAGED}, (position, bit)


def test_each_cut_and_each_byte_too_many_is_refused() -> None:
    data = archive()
    assert all(code_of(data[:end]) is Code.E_FORMAT for end in range(len(data)))
    assert code_of(data + b"\0") is Code.E_FORMAT
    assert code_of(b"\0" + data) is Code.E_FORMAT


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert code_of(data) is Code.E_FORMAT
    assert code_of(data + b"PK\5\6" + bytes(18)) is Code.E_FORMAT


def test_members_swapped_dropped_or_doubled_are_refused() -> None:
    count = len(Draft().entries())
    for first in range(3):
        for second in range(count):
            if first != second:
                entries = Draft().entries()
                entries[first], entries[second] = entries[second], entries[first]
                assert code_of(RawZip(entries).build()) is Code.E_FORMAT
        entries = Draft().entries()
        del entries[first]
        assert code_of(RawZip(entries).build()) is Code.E_FORMAT
    for index in range(count):
        entries = Draft().entries()
        entries.append(replace(entries[index]))
        assert code_of(RawZip(entries).build()) is Code.E_FORMAT


def test_more_entries_than_a_bundle_has_are_refused_before_they_are_read() -> None:
    with pytest.raises(SoSenError) as caught:
        check(stream(archive()), replace(LIMITS, members=1))
    assert caught.value.code is Code.E_LIMIT


def test_a_file_that_calls_itself_a_central_directory_is_refused_unread() -> None:
    """Nobody signed it yet: what is read before the signature must not depend on what the file claims."""

    class Counting(StreamReader):
        def read_at(self, offset: int, size: int) -> bytes:
            asked.append(size)
            return super().read_at(offset, size)

    asked: list[int] = []
    size = 4 * 1024 * 1024
    plain = stream(bytes(size) + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, size, 0, 0))
    counting = Counting(plain._source, plain._start, plain._end, KEY)
    with pytest.raises(SoSenError) as caught:
        check(counting)
    assert caught.value.code is Code.E_FORMAT
    assert sum(asked) == 22


def test_a_last_entry_that_claims_to_be_four_gigabytes_is_refused() -> None:
    """Where it would end is no offset that a ZIP can write: it is refused before that is tried."""
    data = bytearray(archive())
    last = data.rfind(b"PK\1\2")
    data[last + 20 : last + 28] = b"\xff" * 8
    data[last + 42 : last + 46] = b"\xff\xff\xff\x7f"
    assert code_of(bytes(data)) is Code.E_FORMAT


def test_the_longest_names_fit_into_the_central_directory() -> None:
    draft = Draft()
    for number in range(50):
        draft.put(f"blob/{sha256(b'%d' % number).hexdigest()}", b"%d" % number)
    assert len(check(stream(draft.zipped()))) == len(draft.members) + 3


def test_the_ratio_of_a_member_is_limited() -> None:
    entries = Draft().entries()
    entries[-1] = RawEntry(b"rows/0.ndjson", b"x" * 100_000, 8)
    data = RawZip(entries).build()
    assert code_of(data) is Code.E_FORMAT
    assert check(stream(data), replace(LIMITS, ratio=1000))


@given(st.integers(0, 400_000), st.integers(1, 255))
def test_content_of_any_size_is_inflated_whole(size: int, step: int) -> None:
    """Also where the output of one piece of input does not fit into one piece of output."""
    data = bytes(i * step & 0xFF for i in range(256)) * (size // 256) + bytes(size % 256)
    raw = RawEntry(b"rows/0.ndjson", data, 8)
    plain = stream(raw.content())
    entry = Entry("rows/0.ndjson", DEFLATED, raw.facts()["crc"], len(raw.content()), size, 0)
    entry = entry._replace(offset=-entry.start)
    assert b"".join(content(plain, entry)) == data
    with pytest.raises(SoSenError):
        b"".join(content(plain, entry._replace(size=size + 1)))
    if size:
        with pytest.raises(SoSenError):
            b"".join(content(plain, entry._replace(size=size - 1)))


def test_the_writer_can_write_an_archive_without_entries() -> None:
    sink = io.BytesIO()
    ZipWriter(sink).close()
    assert zipfile.ZipFile(sink).namelist() == []
