"""Any value from a file, made harmless for a surface that would otherwise act on it: Markdown, or Plotly's labels.

Streamlit renders Markdown in most places that take text (titles, metrics, tabs, expanders, buttons ...) and Plotly
renders a little HTML in every label. A customer named `![x](http://somewhere)` must stay a name.
"""

import re

UNKNOWN = "unknown"
LONGEST_LABEL = 80
LONGEST_SENTENCE = 400

_ELLIPSIS = "\u2026"
# Invisible, has no width, and stops what works on finished text: emoji names, bare addresses, arrows.
_JOINER = "\u2060"
# Control characters, and those that reorder or hide what follows (bidirectional marks, zero width).
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# A browser breaks lines after the hyphens of a day: on a phone it stood on two.
_WITHIN_DAY = re.compile(r"(?<=\d{4}-)(?=\d\d-\d\d)|(?<=\d{4}-\d\d-)(?=\d\d)")
_LIVE_TEXT = re.compile(r"(?<=:)(?=\S)|(?<=@)(?=\S)|(?<=www)(?=\.)|(?<=[-<>=])(?=[-<>=])", re.IGNORECASE)
_PLOT_ENTITIES = {
    ord(sign): f"&#{ord(sign)};"
    # % and { start a hover template, $ starts a formula where MathJax is loaded.
    for sign in "&<>$%{}"
}


def plain(value: object, longest: int = LONGEST_SENTENCE) -> str:
    """The value as one line of visible text, cut at `longest` characters; a missing value is the word unknown."""
    # NaN, NaT and pd.NA are the values that do not equal themselves, or refuse to say so.
    if value is None or str(value) in ("<NA>", "nan", "NaT"):
        return UNKNOWN
    text = " ".join(_HIDDEN.sub(" ", str(value)).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + _ELLIPSIS


def markdown(value: object) -> str:
    """The value as text that Markdown shows letter by letter: no images, links, colours, emoji, formulas or HTML.

    A day stays on one line.
    """
    return _PUNCTUATION.sub(r"\\\1", _LIVE_TEXT.sub(_JOINER, _WITHIN_DAY.sub(_JOINER, plain(value))))


def plot(value: object) -> str:
    """The value as text that a Plotly label, tick or hover shows letter by letter, at most 80 characters long."""
    return plain(value, LONGEST_LABEL).translate(_PLOT_ENTITIES)
