"""How the parts of a score, the kinds of prospects and the attributes are said."""

import pandas as pd
import pyarrow as pa

from analytics.questions import charts

KINDS = {
    "opportunity": "Opportunity",
    "easy_one_off": "Easy one-off",
    "nurture": "Nurture",
    "let_go": "Let go",
    "cant_tell": "Can't tell yet",
}
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
NAMED_PARTS = 3
_VALUES = ("need", "willingness", "resources", "referral", "path", "warmth", "contact", "industry", "product")
_WARMTH = {"asked": "asked for the business", "nurtured": "came to know us", "met": "met us, no more"}


def reasons(rows: pd.DataFrame) -> list[str]:
    """Per prospect the parts that made its scores, largest first, and what past customers like it did."""
    names = [f"score_{axis}_{part}" for axis, parts in AXES.items() for part in parts]
    names += ["evidence_value", "evidence_success_count", "evidence_case_count", "site_band", *_VALUES]
    names += ["sale_score", "repeat_score", "sale_known_rate", "repeat_known_rate"]
    return [_reason(one) for one in pa.Table.from_pandas(rows[names]).to_pylist()]


def unknowns(rows: pd.DataFrame) -> list[str | None]:
    """Per prospect the attributes that nobody knows, in words; None when all are known."""
    missing = {part: rows[f"score_{axis}_{part}"].isna().tolist() for axis, parts in AXES.items() for part in parts}
    found = [[ATTRIBUTES[part] for part in ATTRIBUTES if missing[part][place]] for place in range(len(rows))]
    return [", ".join(names) or None for names in found]


def _reason(one: dict[str, object]) -> str:
    sentences = [] if one["evidence_value"] is None else [_evidence(one)]
    return " ".join([*sentences, _axis(one, "repeat"), _axis(one, "sale")])


def _evidence(one: dict[str, object]) -> str:
    counts = f"{one['evidence_success_count']:,} of {one['evidence_case_count']:,}"
    return f"{counts} past customers like them ({one['evidence_value']}) came back."


def _axis(one: dict[str, object], axis: str) -> str:
    if one[f"{axis}_score"] is None:
        return f"{axis.capitalize()} score unknown."
    parts = [(one[f"score_{axis}_{part}"], _part(one, part)) for part in AXES[axis]]
    known = sorted((part for part in parts if part[0] is not None), key=lambda part: -part[0])
    said = ", ".join(f"{words} {points}" for points, words in known[:NAMED_PARTS])
    rest = sum(points for points, _ in known[NAMED_PARTS:])
    said = f"{said}, the rest {rest}" if len(known) > NAMED_PARTS else said
    share = one[f"{axis}_known_rate"]
    of = "" if share > 0.995 else f" on the {charts.rate(share)} of the points that can be known"
    return f"{axis.capitalize()} score {one[f'{axis}_score']}{of}: {said}."


def _part(one: dict[str, object], part: str) -> str:
    value = one["site_band"] if part == "sites" else one[part]
    if part in ("need", "willingness", "resources"):
        return f"{part} {value}"
    if part == "contact":
        return f"ways to reach them: {value}"
    return _WARMTH.get(str(value), str(value)) if part == "warmth" else str(value)
