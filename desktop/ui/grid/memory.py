"""What a grid remembers between two days: widths, order, hidden columns, sorting."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHeaderView

from desktop.ui.grid.column import Column
from desktop.ui.grid.source import Arrangement
from desktop.ui.theme.look import look


class GridMemory:
    """One grid's place in the settings. Widths are kept at 100 %, so a change of zoom does no harm."""

    def __init__(self, settings: QSettings, name: str) -> None:
        self._settings = settings
        self._key = f"grid/{name}"

    def save(self, header: QHeaderView, columns: Sequence[Column], arrangement: Arrangement) -> None:
        order = [columns[header.logicalIndex(place)].key for place in range(header.count())]
        shown = [i for i in range(len(columns)) if not header.isSectionHidden(i)]
        state = {
            "order": order,
            "widths": {columns[i].key: round(header.sectionSize(i) / look().zoom) for i in shown},
            "hidden": [columns[i].key for i in range(len(columns)) if i not in shown],
            "sort": arrangement.sort,
            "descending": arrangement.descending,
        }
        self._settings.setValue(self._key, json.dumps(state))

    def restore(self, header: QHeaderView, columns: Sequence[Column]) -> Arrangement | None:
        """Bring the header back to what was saved; columns unknown to the memory stay as declared."""
        state = self._read()
        if state is None:
            return None
        keys = [column.key for column in columns]
        for place, key in enumerate(key for key in state["order"] if key in keys):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        for index, key in enumerate(keys):
            if key in state["widths"]:
                header.resizeSection(index, look().px(state["widths"][key]))
            header.setSectionHidden(index, key in state["hidden"])
        sort = state["sort"] if state["sort"] in keys else ""
        return Arrangement(sort=sort, descending=bool(state["descending"]))

    def _read(self) -> dict[str, Any] | None:
        """The saved state; None when there is none or it is not ours."""
        try:
            state = json.loads(str(self._settings.value(self._key, "") or "null"))
        except ValueError:
            return None
        wanted = {"order": list, "widths": dict, "hidden": list, "sort": str, "descending": bool}
        fits = isinstance(state, dict) and all(isinstance(state.get(k), t) for k, t in wanted.items())
        return state if fits else None
