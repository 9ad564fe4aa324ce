"""What the commands of enrolment say, as English sources; see ``words``."""

from __future__ import annotations

from desktop.domain.marks import QT_TRANSLATE_NOOP

FOUNDED = QT_TRANSLATE_NOOP("Cli", "Founded: {unit}, computer {device}.")
SPARE_WAITS = QT_TRANSLATE_NOOP(
    "Cli",
    "The spare root key still lies on this computer: write it to a stick for the safe with “spare-key”.",
)
RENEWED = QT_TRANSLATE_NOOP("Cli", "New keys: computer {device}. Ask to be enrolled again with “request”.")
REQUESTED = QT_TRANSLATE_NOOP(
    "Cli", "{path}: request of {unit}, {label}. Read out on the telephone: {digits}"
)
REQUEST = QT_TRANSLATE_NOOP("Cli", "{standing}  {path}: {unit}, {label}, digits {digits}")
APPROVED = QT_TRANSLATE_NOOP("Cli", "Enrolled: {device} of {unit} as {label}. Now write the unit's bundle.")
DEVICE = QT_TRANSLATE_NOOP("Cli", "{device}  {unit}, {label}")
LOST_DEVICE = QT_TRANSLATE_NOOP("Cli", "{device}  {unit}, {label} – reported lost")
LOST = QT_TRANSLATE_NOOP("Cli", "Reported lost: {device}. Nothing new is taken from it.")
LETTER = QT_TRANSLATE_NOOP("Cli", "{office}: {digits}")
LOOKED = QT_TRANSLATE_NOOP(
    "Cli", "{path}: for {unit} as {label}, from {office}. Compare with the official letter: {digits}"
)
JOINED = QT_TRANSLATE_NOOP("Cli", "Joined. {rows} rows came with the first bundle.")
UNIT = QT_TRANSLATE_NOOP("Cli", "{unit}  {name}")
WRITTEN = QT_TRANSLATE_NOOP("Cli", "Written: {path}")
SPARE = QT_TRANSLATE_NOOP(
    "Cli", "{path}: for the safe; it is no longer on this computer. Print it too: {text}"
)
RECOVERED = QT_TRANSLATE_NOOP(
    "Cli", "New root keys are in force, list number {epoch}. Send every unit its bundle."
)
