"""A backup is opened wherever it lies, also on a share of the network."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import apsw
import pytest

from desktop.store.proving import sqlite_address


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PureWindowsPath(r"D:\Sao lưu\50%.db"), "file:///D:/Sao%20l%C6%B0u/50%25.db"),
        (PureWindowsPath(r"\\maychu\chung\a.db"), "file:////maychu/chung/a.db"),
        (PurePosixPath("/home/a?b#c.db"), "file:///home/a%3Fb%23c.db"),
    ],
)
def test_the_address_names_no_computer(path: PureWindowsPath | PurePosixPath, address: str) -> None:
    """SQLite refuses ``file://computer/…``, which is what a path of a share is as a URI elsewhere."""
    assert sqlite_address(path) == address


def test_sqlite_opens_such_an_address(tmp_path: Path) -> None:
    path = tmp_path / "Sao lưu 50% #1?.db"
    apsw.Connection(str(path)).execute("CREATE TABLE a (b)").fetchall()
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    opened = apsw.Connection(f"{sqlite_address(path)}?immutable=1", flags=flags)
    assert opened.execute("SELECT name FROM sqlite_schema").get == "a"
