"""A spare key as it is typed from paper: how it stands so far, and how it is shown."""

from __future__ import annotations

from desktop.bundle.spare_key import SPARE_LETTERS, Typed, TypedSpare, look_at_typed, spare_groups

__all__ = ["SPARE_LETTERS", "Typed", "TypedSpare", "look_at_typed", "spare_groups"]
