"""Requests to be enrolled, good and bad, each with the code that a reader must give (FORMAT.md, section 15).

python -m tests.vectors.request_vectors            write tests/vectors/request/
python -m tests.vectors.request_vectors --check    compare, exit status 1 when anything differs
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.bundle import canonical, sshsig
from desktop.bundle.canonical import Json
from desktop.bundle.digits import roots_digits
from desktop.bundle.enrolment import NAMESPACE, EnrolmentRequest, request_file, request_of
from tests.helpers.bundle_kit import COMMUNE, COMMUNE_KEYS, OTHER_KEYS, REGISTRY, STRANGER_KEYS

FOLDER = Path(__file__).parent / "request"
REQUEST = request_of(COMMUNE_KEYS, COMMUNE, "may1")
GOOD = request_file(REQUEST, COMMUNE_KEYS)


def signed(line: bytes) -> bytes:
    """Any line, rightly signed by the commune's key."""
    return line + sshsig.sign(line, COMMUNE_KEYS.signing, NAMESPACE)


def with_fields(**changes: Json) -> bytes:
    """The request with some fields changed or, with None, left out; rightly signed."""
    fields = json.loads(REQUEST.to_bytes()) | changes
    return signed(canonical.dumps({key: one for key, one in fields.items() if one is not None}) + b"\n")


def with_line(change: Callable[[bytes], bytes]) -> bytes:
    """The request with another textual form of its first line; rightly signed."""
    return signed(change(REQUEST.to_bytes()))


def in_name_of(request: EnrolmentRequest) -> bytes:
    """A request that another key signed than the one it names."""
    return request_file(request, STRANGER_KEYS)


VECTORS: dict[str, tuple[str, str, bytes]] = {
    "ok.phieu": ("OK", "a request as it is written", GOOD),
    "ok_unknown_key.phieu": ("OK", "a key that a reader does not know", with_fields(phone="0277")),
    "ok_label_16.phieu": ("OK", "a label of 16 letters and digits", with_fields(label="Abcdefgh12345678")),
    "bad_empty.phieu": ("E_FORMAT", "an empty file", b""),
    "bad_zeros.phieu": ("E_FORMAT", "zeros after pulling out the stick", bytes(len(GOOD))),
    "bad_no_line_end.phieu": ("E_FORMAT", "nothing but the object", GOOD.partition(b"\n")[0]),
    "bad_cut.phieu": ("E_SIG", "the signature is cut off", GOOD[:-40]),
    "bad_tail.phieu": ("E_SIG", "something follows the signature", GOOD + b"\n"),
    "bad_crlf.phieu": ("E_FORMAT", "line ends of Windows", GOOD.replace(b"\n", b"\r\n")),
    "bad_bom.phieu": ("E_FORMAT", "a byte order mark", b"\xef\xbb\xbf" + GOOD),
    "bad_space.phieu": (
        "E_FORMAT",
        "a space after a colon",
        with_line(lambda line: line.replace(b":", b": ", 1)),
    ),
    "bad_twice.phieu": (
        "E_FORMAT",
        "a key twice",
        with_line(lambda line: line.replace(b'"label":"may1",', b'"label":"may1","label":"may1",')),
    ),
    "bad_array.phieu": ("E_FORMAT", "not an object", signed(b"[]\n")),
    "bad_deep.phieu": ("E_LIMIT", "nested too deep", signed(b"[" * 60 + b"]" * 60 + b"\n")),
    "bad_large.phieu": ("E_LIMIT", "more than 8 KiB", with_fields(note="x" * 8192)),
    "bad_format.phieu": ("E_FORMAT", "something else that is signed", with_fields(format="list/1")),
    "bad_format_missing.phieu": ("E_FORMAT", "no format", with_fields(format=None)),
    "newer.phieu": ("E_NEWER", "a later format", with_fields(format="request/2", unit=7)),
    "bad_unit.phieu": ("E_FORMAT", "no unit id", with_fields(unit="30067")),
    "bad_unit_missing.phieu": ("E_FORMAT", "no unit", with_fields(unit=None)),
    "bad_label.phieu": ("E_FORMAT", "a label with an accent", with_fields(label="máy1")),
    "bad_label_path.phieu": ("E_FORMAT", "a label that is a path", with_fields(label="../may1")),
    "bad_label_long.phieu": ("E_FORMAT", "a label of 17", with_fields(label="a" * 17)),
    "bad_seal.phieu": (
        "E_FORMAT",
        "a sealing key with a wrong letter",
        with_fields(seal=REQUEST.seal[:-1] + "q"),
    ),
    "bad_sign.phieu": ("E_FORMAT", "a signing key of another kind", with_fields(sign="ssh-rsa AAAA")),
    "bad_sign_comment.phieu": ("E_FORMAT", "a comment behind the key", with_fields(sign=REQUEST.sign + " x")),
    "changed.phieu": ("E_SIG", "another unit than was signed", GOOD.replace(b"30067-", b"30043-")),
    "changed_seal.phieu": (
        "E_SIG",
        "another sealing key than was signed",
        GOOD.replace(REQUEST.seal.encode(), OTHER_KEYS.recipient.encode()),
    ),
    "other_name.phieu": ("E_SIG", "signed by another key than it names", in_name_of(REQUEST)),
    "namespace.phieu": (
        "E_SIG",
        "signed for another purpose",
        REQUEST.to_bytes() + sshsig.sign(REQUEST.to_bytes(), COMMUNE_KEYS.signing, "bundle@sosen"),
    ),
    "unsigned_end.phieu": (
        "E_SIG",
        "the line end was not signed",
        REQUEST.to_bytes() + sshsig.sign(REQUEST.to_bytes()[:-1], COMMUNE_KEYS.signing, NAMESPACE),
    ),
}
"""File name → code, what it is, content."""


def made() -> dict[str, bytes]:
    """File name → content, of everything in the folder."""
    index = {
        "about": "Requests of FORMAT.md, section 15, each with the code that a reader must give; and digits.",
        "vectors": [
            {"file": name, "expect": code, "about": about} for name, (code, about, _data) in VECTORS.items()
        ],
        "digits": [
            {"sign": one.sign, "seal": one.seal, "digits": one.digits, "qr": one.qr_text}
            for one in (REQUEST, replace(REQUEST, sign=OTHER_KEYS.sign_line, seal=OTHER_KEYS.recipient))
        ],
        "roots": [{"roots": list(REGISTRY.roots), "digits": roots_digits(REGISTRY.roots)}],
    }
    text = json.dumps(index, ensure_ascii=False, indent=1) + "\n"
    return {name: data for name, (_code, _about, data) in VECTORS.items()} | {"index.json": text.encode()}


def differences() -> list[str]:
    """Names of files that are missing, too many or other than they would be made now."""
    want = made()
    have = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    return sorted(name for name in want.keys() | have.keys() if want.get(name) != have.get(name))


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; return the exit status."""
    if arguments == ["--check"]:
        found = differences()
        print("\n".join(found) or "all requests are the same")
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    for name, content in made().items():
        (FOLDER / name).write_bytes(content)
    print(f"{len(VECTORS)} requests written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
