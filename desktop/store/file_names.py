"""What lies in a data folder, by name."""

from __future__ import annotations

DATABASE_NAME = "sosen.db"
TO_BE_DATABASE = f"{DATABASE_NAME}.restored"
"""A proved backup that is to take the database's place; a power cut may leave it to the next start."""
BACKUPS = "backups"
"""The folder of the backups."""
