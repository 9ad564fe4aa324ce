"""The program's name and version, as bundles and the About page say them."""

from __future__ import annotations

APP_NAME = "sosen"
VERSION = "0.1.0"
