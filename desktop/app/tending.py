"""The door to what leads to all of exchange: loaded on the lane, once the window stands there."""

from __future__ import annotations

from desktop.usecases.tend_data import tend_data

__all__ = ["tend_data"]
