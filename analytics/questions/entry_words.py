"""What people write down about somebody, in the words of the screen."""

import pandas as pd

from analytics.questions.prospects.words import KINDS

# Key of the question to the question that is asked in a talk with a buyer, in the order of the talk.
GUIDE = {
    "why_us": "Why did you choose us and not someone else?",
    "recommend": "What would you say if you recommended us to somebody?",
}
# Kinds of entry that a letter or a talk may leave.
LEFT = {
    "talked": "Talked",
    "answered": "Their answer",
    "upsell": "Needs more help",
    "asked_for_names": "Asked for names",
    "introduced": "Gave a name",
    "do_not_contact": "Asked not to be contacted",
    "talk_planned": "Talk agreed",
    "sent": "Letter sent",
    "held_out": "Held out, to compare",
}
ENTRIES = {
    **LEFT,
    "need": "Need",
    "willingness": "Willingness",
    "resources": "Resources",
    "override": "Own label",
}
# Between the kind and the value of an entry in the SQL of a file.
MARK = ": "


def entries_spoken(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows of a file; what somebody wrote down is told in words.

    rows : kind text, what text; where kind is 'entry', the kind of the entry, then its value after ': '.
    """
    told = [
        entry_said(what) if kind == "entry" else what for kind, what in zip(rows["kind"], rows["what"], strict=True)
    ]
    return rows.assign(what=pd.array(told, dtype=rows["what"].dtype))


def entry_said(what: str) -> str:
    """'override: easy_one_off' as 'Own label: Easy one-off'."""
    kind, _, value = what.partition(MARK)
    label = ENTRIES.get(kind) or kind.replace("_", " ").capitalize()
    return f"{label}{MARK}{_value(kind, value)}" if value else label


def _value(kind: str, value: str) -> str:
    if kind == "override":
        return KINDS.get(value, value)
    if kind == "answered":
        return GUIDE.get(value, value)
    if kind == "talk_planned":
        return value.replace("T", " ")
    return value
