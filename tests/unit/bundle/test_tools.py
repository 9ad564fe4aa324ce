"""A clerk's office without this program can still open and verify what it was sent, with ordinary tools."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from desktop.bundle import keys, sshsig
from desktop.bundle.keys import SEALING_FILE, SIGNING_FILE
from tests.helpers.bundle_draft import seal
from tests.helpers.bundle_kit import (
    COMMUNE_KEYS,
    OFFICE_KEYS,
    REGISTRY,
    REGISTRY_BYTES,
    REGISTRY_SIG,
    ROOT,
    make_content,
    open_as_office,
    written,
)
from tests.helpers.programs import run


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "30067-may1-42.goi"
    path.write_bytes(written(make_content(registry=(REGISTRY_BYTES, REGISTRY_SIG))))
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """The office's profile folder, as the program writes it."""
    folder = tmp_path / "profile"
    folder.mkdir()
    keys.save(OFFICE_KEYS, folder)
    return folder


@pytest.fixture
def archive(bundle: Path, profile: Path, tmp_path: Path) -> Path:
    """The ZIP within, decrypted by ``age``."""
    path = tmp_path / "x.zip"
    done = run("age", "-d", "-i", profile / SEALING_FILE, "-o", path, bundle)
    assert done.returncode == 0, done.stderr
    return path


def test_age_decrypts_a_bundle_with_the_profiles_key_file(archive: Path) -> None:
    assert zipfile.ZipFile(archive).namelist()[0] == "mimetype"


def test_unzip_tests_and_lists_what_age_decrypted(archive: Path) -> None:
    tested = run("unzip", "-t", archive)
    assert tested.returncode == 0, tested.stdout
    assert b"No errors detected" in tested.stdout
    manifest = json.loads(run("unzip", "-p", archive, "manifest.json").stdout)
    listed = run("unzip", "-Z1", archive).stdout.decode().split()
    assert listed[3:] == list(manifest["members"])


def test_zipinfo_shows_plain_regular_files(archive: Path) -> None:
    lines = run("zipinfo", archive).stdout.decode().splitlines()[2:-1]
    assert all(line.startswith("-rw-r--r--  2.0 unx") for line in lines), lines


def test_ssh_keygen_verifies_the_manifest_with_the_exported_list(archive: Path, tmp_path: Path) -> None:
    allowed = tmp_path / "allowed_signers"
    allowed.write_text(REGISTRY.allowed_signers(), encoding="ascii")
    signature = tmp_path / "manifest.json.sig"
    signature.write_bytes(run("unzip", "-p", archive, "manifest.json.sig").stdout)
    manifest = run("unzip", "-p", archive, "manifest.json").stdout
    arguments: list[str | Path] = ["-Y", "verify", "-f", allowed, "-n", "bundle@sosen", "-s", signature, "-I"]
    good = run("ssh-keygen", *arguments, COMMUNE_KEYS.device, stdin=manifest)
    assert good.returncode == 0, good.stderr
    assert b"Good" in good.stdout
    assert run("ssh-keygen", *arguments, COMMUNE_KEYS.device, stdin=manifest + b" ").returncode != 0
    assert run("ssh-keygen", *arguments, OFFICE_KEYS.device, stdin=manifest).returncode != 0


def test_ssh_keygen_verifies_the_registry_with_the_root_key(tmp_path: Path) -> None:
    allowed, signature = tmp_path / "roots", tmp_path / "registry.json.sig"
    root = ROOT.public_key().public_bytes_raw()
    allowed.write_text(sshsig.allowed_signers_line("root", root, "registry@sosen") + "\n", encoding="ascii")
    signature.write_bytes(REGISTRY_SIG)
    arguments: list[str | Path] = [
        "-Y",
        "verify",
        "-f",
        allowed,
        "-n",
        "registry@sosen",
        "-s",
        signature,
        "-I",
        "root",
    ]
    assert run("ssh-keygen", *arguments, stdin=REGISTRY_BYTES).returncode == 0


def test_ssh_keygen_signs_with_the_profiles_key_exactly_as_the_program_does(
    profile: Path, tmp_path: Path
) -> None:
    message = tmp_path / "message"
    message.write_bytes("Xin chào".encode())
    done = run("ssh-keygen", "-Y", "sign", "-f", profile / SIGNING_FILE, "-n", "bundle@sosen", message)
    assert done.returncode == 0, done.stderr
    signature = (tmp_path / "message.sig").read_bytes()
    assert signature == sshsig.sign(message.read_bytes(), OFFICE_KEYS.signing, "bundle@sosen")


def test_ssh_keygen_reads_the_public_half_of_the_profiles_key(profile: Path) -> None:
    shown = run("ssh-keygen", "-y", "-f", profile / SIGNING_FILE).stdout.decode().strip()
    assert shown.startswith(OFFICE_KEYS.sign_line)


def test_a_key_made_by_ssh_keygen_can_be_a_device(tmp_path: Path) -> None:
    path = tmp_path / SIGNING_FILE
    assert run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "may1", "-f", path).returncode == 0
    key = sshsig.parse_private_file(path.read_bytes())
    line = path.with_suffix(".pub").read_text(encoding="ascii").strip()
    assert sshsig.parse_public_line(line) == key.public_key().public_bytes_raw()


def test_a_key_locked_with_a_passphrase_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key"
    assert run("ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", path).returncode == 0
    with pytest.raises(ValueError, match=r"."):
        sshsig.parse_private_file(path.read_bytes())


def test_a_key_file_made_by_age_keygen_is_read(tmp_path: Path) -> None:
    made = run("age-keygen").stdout.decode()
    (tmp_path / SEALING_FILE).write_text(made, encoding="ascii")
    (tmp_path / SIGNING_FILE).write_bytes(sshsig.private_file(OFFICE_KEYS.signing))
    assert f"# public key: {keys.load(tmp_path).recipient}\n" in made


def test_a_bundle_sealed_anew_by_age_is_read(archive: Path, tmp_path: Path) -> None:
    sealed = tmp_path / "again.goi"
    assert run("age", "-r", OFFICE_KEYS.recipient, "-o", sealed, archive).returncode == 0
    with open_as_office(sealed, tmp_path) as bundle:
        assert bundle.manifest.n == 42


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
def test_age_and_the_program_agree_at_the_edges_of_chunks(size: int, profile: Path, tmp_path: Path) -> None:
    plain, sealed = os.urandom(size), tmp_path / "x.age"
    sealed.write_bytes(seal(plain))
    assert run("age", "-d", "-i", profile / SEALING_FILE, sealed).stdout == plain
