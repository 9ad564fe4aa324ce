"""Every way in which the program refuses, each with a permanent code.

A code is what the log, the command line and a bundle's result carry; the sentences a clerk
reads (what happened, what is safe, what to do next) are looked up by code elsewhere, in one
catalogue.  The codes of bundle/1 are listed in sync.md 6.6; the others belong to this program.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """The permanent name of an outcome. Names are never re-used for another meaning."""

    OK = "OK"
    """Taken."""
    OK_DUP = "OK_DUP"
    """Nothing new: this bundle, or all that it carries, was taken before."""
    OK_OWN = "OK_OWN"
    """The bundle was written by this very computer."""

    E_IO = "E_IO"
    """Reading or writing failed: stick pulled out, read-only, locked by another program."""
    E_SPACE = "E_SPACE"
    """No room on the disk or the stick."""
    E_DAMAGED = "E_DAMAGED"
    """Bytes are missing or changed."""
    E_FORMAT = "E_FORMAT"
    """Not a bundle, or one that breaks the strict profile."""
    E_LIMIT = "E_LIMIT"
    """A size or count beyond the limits of bundle/1."""
    E_NOTFORME = "E_NOTFORME"
    """Sealed to somebody else, or addressed to another unit."""
    E_SIG = "E_SIG"
    """The signature does not fit the manifest or the registry."""
    E_UNKNOWN_SIGNER = "E_UNKNOWN_SIGNER"
    """Signed by a computer that the registry does not list."""
    E_REVOKED = "E_REVOKED"
    """Signed by a computer that was reported lost, after the cut."""
    E_OWNER = "E_OWNER"
    """The sender carries a scope that it has no right to carry."""
    E_NEWER = "E_NEWER"
    """Needs a newer version of this program."""
    E_GAP = "E_GAP"
    """An earlier bundle is missing in between."""
    E_FORK = "E_FORK"
    """Two histories under one writer: a copied or restored computer."""
    E_BUSY = "E_BUSY"
    """Another window or process holds the data."""
    E_CANCELLED = "E_CANCELLED"
    """The user stopped the work; nothing was changed."""

    E_INVALID = "E_INVALID"
    """A value that breaks the rules of its field or record."""
    E_MISSING = "E_MISSING"
    """The record asked for is not here."""
    E_READONLY = "E_READONLY"
    """This office does not own the record's scope."""
    E_FILE = "E_FILE"
    """An attached file cannot be read, or is of a kind that is not opened from here."""
    E_NOT_HERE = "E_NOT_HERE"
    """The bytes of an attached file have not arrived yet."""
    E_FROZEN = "E_FROZEN"
    """The plan is frozen: only its progress goes on."""
    E_CHANGED = "E_CHANGED"
    """What was to be decided has changed meanwhile: nothing was written."""
    E_UNDO = "E_UNDO"
    """The action can no longer be undone: something newer was written over it."""
    UNDONE = "UNDONE"
    """Taken, and undone later: the data is as before, and the bundle can be taken again."""
    E_UNDO_IMPORT = "E_UNDO_IMPORT"
    """The import can no longer be undone: something was written, received or sent after it."""
    E_NOTHING = "E_NOTHING"
    """There is nothing to send."""
    E_RECEIPT = "E_RECEIPT"
    """What was typed is no receipt code, or the code of no bundle that was written here."""
    E_NO_DATA = "E_NO_DATA"
    """The folder holds no Sổ Sen data."""
    E_DATA_NEWER = "E_DATA_NEWER"
    """The database was written by a newer version of this program."""
    E_DATA_DAMAGED = "E_DATA_DAMAGED"
    """The database file fails its own checks."""
    E_PLACE = "E_PLACE"
    """The data folder lies where SQLite cannot keep its promises (network drive)."""
    E_SCREEN = "E_SCREEN"
    """There is no screen on which a window could open."""
    E_ENGINE = "E_ENGINE"
    """The SQLite in use is older than 3.51.3 or lacks a required setting."""
    E_PROFILE = "E_PROFILE"
    """The keys of this computer are missing or unreadable."""
    E_DIGITS = "E_DIGITS"
    """The digits that were read out or typed are not those of the keys."""
    E_ROOT = "E_ROOT"
    """This computer does not hold the root key, or a spare key does not fit."""
    E_DEVICE = "E_DEVICE"
    """This cannot be done with that computer: enrolled already, reported lost, name taken, unit unknown."""
    E_UNITS = "E_UNITS"
    """A pasted list of units has a line that is no unit."""
    E_FOUNDED = "E_FOUNDED"
    """The folder holds an office already, or this computer has joined one."""
    E_BACKUP = "E_BACKUP"
    """A backup could not be made or proved."""
    E_INTERNAL = "E_INTERNAL"
    """A fault of the program itself; the report tells where."""


class SoSenError(Exception):
    """A refusal with a code, the names and numbers its sentences need, and no traceback for users.

    ``detail`` is technical text for the log and the "Chi tiết" button, never the message itself.
    ``params`` fill the placeholders of the catalogue's sentences.
    """

    def __init__(self, code: Code, detail: str = "", **params: object) -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
        self.params = params


class InvalidValueError(SoSenError):
    """A field's value breaks its declared kind or limits; ``entity`` and ``field`` name the place."""

    def __init__(self, entity: str, field: str, reason: str, value: object = None) -> None:
        super().__init__(
            Code.E_INVALID,
            f"{entity}.{field}: {reason}",
            entity=entity,
            field=field,
            reason=reason,
            value=value,
        )


class CancelledError(SoSenError):
    """Raised by a job's own progress step after the user asked to stop."""

    def __init__(self) -> None:
        super().__init__(Code.E_CANCELLED)
