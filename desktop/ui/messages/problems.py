"""One sentence for any refusal, for where there is room for no more: beside a field, under a cell."""

from __future__ import annotations

from desktop.domain.errors import InvalidValueError, SoSenError
from desktop.ui.messages.errors import error_text
from desktop.ui.messages.reasons import reason_sentence
from desktop.ui.widgets.values import InputError


def problem_sentence(problem: Exception) -> str:
    """Why an edit was not taken. Anything but a refusal is a fault of the program and raised again."""
    if isinstance(problem, InputError):
        return reason_sentence(problem.reason)
    if isinstance(problem, InvalidValueError):
        params = problem.params
        return reason_sentence(str(params["reason"]), str(params["entity"]), str(params["field"]))
    if isinstance(problem, SoSenError):
        text = error_text(problem)
        return f"{text.happened} {text.next}"
    raise problem
