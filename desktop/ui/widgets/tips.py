"""Tool tips: plain text always. Qt would read words like ``<img …>`` as HTML, and open the picture."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_LONG = 80
"""Letters of the longest line that is shown without breaking it; Qt breaks only what is HTML."""
_HEAD, _FOOT = '<div style="white-space:pre-wrap">', "</div>"
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))


def plain_tip(text: str) -> str:
    """What to give Qt so that its tool tip shows ``text`` to the letter, trimmed, with long lines broken."""
    text = text.strip()
    if not text:
        return ""
    if "<" not in text and "&" not in text and max(map(len, text.splitlines())) <= _LONG:
        return text
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return f"{_HEAD}{text}{_FOOT}"


def tip_words(tip: str) -> str:
    """The words of what ``plain_tip`` made."""
    if not tip.startswith(_HEAD):
        return tip
    words = tip.removeprefix(_HEAD).removesuffix(_FOOT)
    for sign, escaped in reversed(_ESCAPES):
        words = words.replace(escaped, sign)
    return words


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip, and its bare words to a screen reader, which would read the escaped ones."""
    has_own = widget.accessibleDescription() != _described(widget)
    widget.setToolTip(plain_tip(text))
    if not has_own:
        describe(widget, "")


def describe(widget: QWidget, words: str) -> None:
    """Tell a screen reader more of a widget; "" leaves it to the tool tip again."""
    wanted = words or _described(widget)
    if widget.accessibleDescription() != wanted:
        widget.setAccessibleDescription(wanted)


def _described(widget: QWidget) -> str:
    """What has to be said because the tool tip is escaped; Qt tells a screen reader a plain one by itself."""
    tip = widget.toolTip()
    words = tip_words(tip)
    return "" if words == tip else words
