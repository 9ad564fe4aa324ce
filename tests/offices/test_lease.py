"""The lease beside the keys is renewed whatever a virus scanner holds: no copy is suspected for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.usecases.office import renew_lease
from tests.helpers.enrolment import Founded


def test_a_scanner_that_holds_the_lease_makes_no_copy_of_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded = Founded(tmp_path)
    office = founded.commune("may1")
    left, renamed, waited = [2], Path.replace, list[float]()

    def held(path: Path, target: Path) -> Path:
        if target.parent == office.profile and left[0]:
            left[0] -= 1
            raise PermissionError("in use")
        return renamed(path, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("desktop.domain.patience.time.sleep", waited.append)
    assert renew_lease(office)
    assert len(waited) == 2
    assert renew_lease(office)
    founded.close()
