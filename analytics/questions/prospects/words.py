"""How the parts of a score, the kinds of prospects and the attributes are said."""

import pandas as pd
import pyarrow as pa

from analytics.questions import charts

YEAR_DAYS = 365
KINDS = {
    "opportunity": "Opportunity",
    "easy_one_off": "Easy one-off",
    "nurture": "Nurture",
    "let_go": "Let go",
    "cant_tell": "Can't tell yet",
}
CHANGES = {
    "first": "At the first load",
    "new": "New",
    "label": "Other label",
    "answer": "By what was written",
    "bought": "Bought",
    "left": "Left",
}
ORIGINS = {"tried": "Tried on leads that came later", "said": "Said at a load, graded since"}
MEANINGS = {"easy_one_off": "one_off"}
ATTRIBUTES = {
    "need": "need",
    "willingness": "willingness",
    "resources": "resources",
    "referral": "whether referred",
    "path": "path",
    "warmth": "last step",
    "contact": "contact details",
    "sites": "number of sites",
    "industry": "industry",
    "product": "product wanted",
}
AXES = {
    "repeat": ("sites", "industry", "product", "referral", "path"),
    "sale": ("need", "willingness", "resources", "referral", "path", "warmth", "contact"),
}
SAID_PARTS = 3
_VALUES = ("need", "willingness", "resources", "referral", "path", "warmth", "contact", "industry", "product")
_SAID = {
    ("need", "yes"): "They said what they need.",
    ("need", "no"): "They said that they need nothing.",
    ("willingness", "yes"): "They want to do it.",
    ("willingness", "no"): "They do not want to.",
    ("resources", "yes"): "Money and who decides are there.",
    ("resources", "no"): "Money or who decides is missing.",
    ("referral", "referred"): "A customer sent them.",
    ("referral", "not referred"): "Nobody sent them.",
    ("warmth", "asked"): "We asked for their business already.",
    ("warmth", "nurtured"): "They came to know us.",
    ("warmth", "met"): "They have met us, no more.",
    ("contact", "all three"): "E-mail, phone and address are known.",
    ("contact", "two"): "There are two ways to reach them.",
    ("contact", "one"): "There is one way to reach them.",
    ("contact", "none"): "There is no way to reach them.",
}
_OPENINGS = {
    "industry": "Industry: {}.",
    "sites": "They have {}.",
    "product": "They want: {}.",
    "path": "They came by {}.",
}


def reasons(rows: pd.DataFrame) -> list[str]:
    """Per prospect, in at most three short sentences, what says most for them, or that they said no."""
    names = [f"score_{axis}_{part}" for axis, parts in AXES.items() for part in parts]
    names += ["evidence_attribute", "evidence_value", "evidence_success_count", "evidence_case_count", "site_band"]
    return [_reason(one) for one in pa.Table.from_pandas(rows[[*names, *_VALUES]]).to_pylist()]


def unknowns(rows: pd.DataFrame) -> list[str | None]:
    """Per prospect the attributes that nobody knows, in words; None when all are known."""
    missing = {part: rows[f"score_{axis}_{part}"].isna().tolist() for axis, parts in AXES.items() for part in parts}
    found = [[ATTRIBUTES[part] for part in ATTRIBUTES if missing[part][place]] for place in range(len(rows))]
    return [", ".join(names) or None for names in found]


def said(part: str, value: str) -> str:
    """One thing known of a prospect as a sentence."""
    return _SAID.get((part, value)) or _OPENINGS.get(part, "{}.").format(value)


def _reason(one: dict[str, object]) -> str:
    refused = [part for part in ("need", "willingness", "resources") if one[part] == "no"]
    evidence = [] if one["evidence_value"] is None else [_evidence(one)]
    # Points of both axes together: what is known of somebody is said once.
    points = {part: sum(one.get(f"score_{axis}_{part}") or 0 for axis in AXES) for part in ATTRIBUTES}
    known = [part for part in sorted(ATTRIBUTES, key=lambda part: -points[part]) if points[part] > 0]
    others = [part for part in known if part not in (*refused, one["evidence_attribute"])]
    sentences = [said(part, _value(one, part)) for part in refused] + evidence
    sentences += [said(part, _value(one, part)) for part in others]
    return " ".join(sentences[:SAID_PARTS]) or "Nothing is known that says buy or come back."


def _evidence(one: dict[str, object]) -> str:
    counts = f"{one['evidence_success_count']:,} of {one['evidence_case_count']:,}"
    return f"{counts} past customers like them ({one['evidence_value']}) came back."


def _value(one: dict[str, object], part: str) -> str:
    return str(one["site_band" if part == "sites" else part])


def called(rows: pd.DataFrame) -> list[str]:
    """Name, and the company where there is one."""
    pairs = zip(rows["name"], rows["company"], strict=True)
    return [str(name) if pd.isna(firm) or firm == name else f"{name}, {firm}" for name, firm in pairs]


def first_three(rows: pd.DataFrame) -> str:
    """The names of the first three, in a sentence."""
    names = [str(name) for name in rows["name"].head(3)]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def window(days: float) -> str:
    """How long is watched, as an owner says it: whole years in months, else days."""
    years = days / YEAR_DAYS
    return f"{round(years * 12)} months" if years == int(years) else f"{charts.count(days)} days"
