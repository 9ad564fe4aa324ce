"""What the machine itself must have before Qt can open a window: looked for, installed or named.

On Debian and its relatives, run as root, missing packages are installed; anywhere else the one command to
type is printed. Windows and macOS need nothing beyond the wheels.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys

from common import Stop, call, say

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Shared libraries that the Qt wheels expect of a Linux system → the Debian package of each."""

TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "age": "age",
    "fusermount3": "fuse3",
    "losetup": "mount",
    "mkfs.ext4": "e2fsprogs",
    "ssh-keygen": "openssh-client",
    "strace": "strace",
    "unzip": "unzip",
}
"""Programs by which the tests check the program's files from outside → the Debian package of each."""

PACKAGE_PROGRAMS = {"objdump": "binutils"}
"""Programs that PyInstaller calls on Linux → the Debian package of each."""


def need_venv() -> None:
    """Make sure that this Python can make a virtual environment with pip in it."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        _install([f"python{version}-venv"])


def need_qt() -> None:
    """Make sure that the libraries exist which Qt expects of the system."""
    if sys.platform == "linux":
        _install(sorted({package for name, package in QT_LIBRARIES.items() if not _loads(name)}))


def need_programs(programs: dict[str, str], *, required: bool) -> None:
    """Make sure that ``programs`` (name → Debian package) are there; go on without unless ``required``."""
    missing = sorted({package for name, package in programs.items() if shutil.which(name) is None})
    if sys.platform != "linux" or not missing:
        return
    try:
        _install(missing)
    except Stop as stop:
        if required:
            raise
        say(stop.vietnamese, stop.english)


def need_shared_python() -> None:
    """Make sure that PyInstaller finds Python as a shared library, in Debian a package of its own."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sys.platform == "linux" and sys.base_prefix == "/usr" and not _loads(f"libpython{version}.so.1.0"):
        _install([f"libpython{version}"])


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> None:
    """Install Debian ``packages``, or stop with the command to type."""
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(
            f"Máy thiếu các thư viện sau (tên gói của Debian), xin cài rồi chạy lại: {names}",
            f"this machine lacks (Debian package names): {names}; install them and run again",
        )
    if os.geteuid() != 0:
        line = f"sudo apt-get install --yes {names}"
        raise Stop(
            f"Máy thiếu vài gói. Xin gõ lệnh sau rồi chạy lại: {line}", f"type this, then run again: {line}"
        )
    say(f"Cài vào máy: {names}", f"installing into the system: {names}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages]
    # A bare machine has no package list yet, or an old one; fetching it costs seconds, so only when needed.
    if call(install, quiet) and (call(["apt-get", "update", "-qq"], quiet) or call(install, quiet)):
        raise Stop(f"Không cài được: {names}", f"could not install: {names}")
