"""What support needs to know of this installation: versions, places, who it is. No keys, no content."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop.store.database import settings_in_force
from desktop.usecases.office import Office
from desktop.usecases.version import VERSION


@dataclass(frozen=True, slots=True)
class SystemFacts:
    """``data`` is the data folder, ``size`` of its database in bytes; ``unit`` and ``device`` are ids."""

    version: str
    unit: str
    device: str
    data: Path
    size: int
    engine: str
    system: str

    def as_text(self) -> str:
        """Lines to paste into a message to support."""
        return "\n".join(
            [
                f"Sổ Sen {self.version}",
                f"unit {self.unit}, device {self.device}",
                f"data {self.data} ({self.size} bytes)",
                f"SQLite {self.engine}",
                self.system,
            ]
        )


def read_system_facts(office: Office) -> SystemFacts:
    """The facts of this office on this computer."""
    store = office.store
    files = [path for path in store.folder.glob("sosen.db*") if path.is_file()]
    return SystemFacts(
        version=VERSION,
        unit=store.office,
        device=store.device,
        data=store.folder,
        size=sum(path.stat().st_size for path in files),
        engine=str(settings_in_force(store.database)["sqlite"]),
        system=f"{_system()}, Python {platform.python_version()}",
    )


def _system() -> str:
    if sys.platform == "win32":  # ``platform`` would start a console to ask
        return "Windows " + ".".join(map(str, sys.getwindowsversion().platform_version))
    return platform.platform()
