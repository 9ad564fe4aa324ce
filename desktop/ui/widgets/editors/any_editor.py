"""All kinds of editors under one name, and the choice among them."""

from __future__ import annotations

from desktop.ui.widgets.editors.choice_edit import ChoiceEdit, YesNoEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.editors.line_edit import TextEdit

AnyEditor = TextEdit | GrowingEdit | ChoiceEdit | YesNoEdit
"""NumberEdit, DateEdit and ReferenceEdit are TextEdits."""
EDITORS = (TextEdit, GrowingEdit, ChoiceEdit, YesNoEdit)
