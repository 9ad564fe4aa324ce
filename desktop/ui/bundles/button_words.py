"""Changing the words of a button that has an icon."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


def say_on(made: QPushButton, words: str) -> None:
    """Give a button with an icon other words, seen and read aloud."""
    made.setText(f" {words}")
    made.setAccessibleName(words)
