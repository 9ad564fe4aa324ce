"""A commune's computer is enrolled by a file, a telephone call and a bundle, and nothing else gets in."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.errors import Code
from desktop.usecases.read_devices import Enrolment, enrolment_state
from tests.helpers.enrolment import Founded


def test_a_founded_office_enrols_a_computer_and_hears_from_it(tmp_path: Path) -> None:
    year = Founded(tmp_path)
    commune = year.commune("may1")
    assert enrolment_state(commune).enrolment is Enrolment.ASKING
    year.enrol(commune)
    outcome = year.join(commune)
    assert outcome.code is Code.OK
    assert enrolment_state(commune).enrolment is Enrolment.ENROLLED
    year.close()
