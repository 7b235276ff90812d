"""Values from a file stay letters on every surface that would act on them."""

import re

import pandas as pd
import pytest

from analytics import labels

HOSTILE = [
    "![x](http://127.0.0.1:9/a.png)",
    "[click](http://127.0.0.1:9)",
    "<img src=http://127.0.0.1:9/a.png onerror=alert(1)>",
    "<a href='http://127.0.0.1:9'>click</a>",
    "http://127.0.0.1:9/x and www.example.com",
    "someone@example.com",
    "$x^2$ and $$y$$",
    "`code` and ```more```",
    ":red[red] :material/home: :smile: :streamlit:",
    "# Heading",
    "- item",
    "1. item",
    "| a | b |",
    "**bold** _it_ ~~gone~~",
    "a --> b <- c -- d",
    "&lt;b&gt; &amp;",
    "back\\slash",
    "line\nbreak\r\n\ttab\x00nul",
    "right\u202eto left \u2066isolated\u2069",
    "'); drop table orders; --",
    "=HYPERLINK(1)",
    "%{customdata} %{x}",
]


def _shown(markdown: str) -> str:
    """What CommonMark shows of text in which every sign is escaped: the sign itself."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace("\u2060", "")


@pytest.mark.parametrize("value", HOSTILE)
def test_markdown_shows_the_value_letter_by_letter(value):
    assert _shown(labels.markdown(value)) == labels.plain(value)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_sign_reaches_markdown_unescaped(value):
    assert not re.search(r"(?<!\\)[!-/:-@\[-`{-~]", re.sub(r"\\.", "", labels.markdown(value)))


@pytest.mark.parametrize("value", HOSTILE)
def test_no_address_emoji_or_arrow_survives_unescaping(value):
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", labels.markdown(value))
    assert not re.search(r"https?://|www\.|\w@\w|:[\w+/-]+:|->|<-|--", text)


@pytest.mark.parametrize("value", HOSTILE)
def test_a_plotly_label_holds_no_tag_template_or_formula(value):
    label = labels.plot(value)
    assert not re.search(r"[<>${}]|%", label)


@pytest.mark.parametrize("value", [None, pd.NA, float("nan"), pd.NaT])
def test_a_missing_value_is_the_word_unknown(value):
    assert labels.markdown(value) == labels.plot(value) == "unknown"


def test_a_long_plotly_label_is_cut_before_its_signs_become_entities():
    label = labels.plot("&" * 200)
    assert label == "&#38;" * 79 + "\u2026"


@pytest.mark.parametrize(("text", "parts"), [("on 2026-01-05.", 2), ("2026-01-05 to 2026-02-05", 4), ("AB-12-34", 0)])
def test_a_day_does_not_break_over_two_lines(text, parts):
    assert labels.markdown(text).count("\u2060") == parts
    assert _shown(labels.markdown(text)) == text
