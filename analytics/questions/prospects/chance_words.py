"""How it is said whether the chances of a first sale can be relied on."""

import pandas as pd

from analytics.models import showing
from analytics.questions import charts

WAYS = {
    "everybody": "the same chance for everybody",
    "card": "the points card",
    "regression": "the pattern of your own past leads",
}
# Why chances that came closer than everybody's rate are kept back all the same, check by check.
FAILED = {
    showing.FEW: (
        f"chances take {showing.LEAST_GRADED} such leads, {showing.LEAST_OF_EACH} of whom bought and"
        f" {showing.LEAST_OF_EACH} did not (here {{counts}})"
    ),
    showing.MAY_BE_LUCK: "this may be luck, as the range reaches down to no closer at all",
    showing.SAME_FOR_ALL: "the chances were the same for everybody",
    showing.TOO_FAR_APART: "high and low chances lay further apart than what came true",
    showing.TOO_CLOSE: "high and low chances lay closer together than what came true",
}


def verdict(row: pd.Series) -> str:
    """In one or two sentences: are chances shown, by which way, and how good were they on leads that came later."""
    graded = f"{charts.count(row['graded_count'])} leads that came later"
    if row["way"] == "everybody":
        return (
            f"No chance is shown: on {graded} nothing came closer to what happened than giving everybody the same"
            f" chance ({_counts(row)}). Points are shown instead."
        )
    how = (
        f"Chances by {WAYS[str(row['way'])]} came {_skill(row)} closer to what happened than the same chance for"
        f" everybody, on {graded}"
    )
    if not bool(row["is_shown"]):
        return f"{how}. Points are shown instead: {_failed(row)}."
    return f"{how}; so chances are shown."


def pairs(row: pd.Series) -> str:
    """How often the one who bought had the higher chance, in words."""
    if pd.isna(row["area_rate"]):
        return ""
    share = charts.rate_text(row["area_low_rate"], row["area_rate"], row["area_high_rate"])
    return f"Of one who bought and one who did not, the one who bought had the higher chance {share} of the time."


def _failed(row: pd.Series) -> str:
    """Which checks the chances do not pass, in words."""
    slope = None if pd.isna(row["slope"]) else float(row["slope"])
    counts = int(row["graded_count"]), int(row["graded_bought_count"])
    failed = showing.failed_checks(*counts, float(row["skill_low_rate"]), slope)
    return ", and ".join(FAILED[check].format(counts=_counts(row)) for check in failed)


def _skill(row: pd.Series) -> str:
    return charts.rate_text(row["skill_low_rate"], row["skill_rate"], row["skill_high_rate"])


def _counts(row: pd.Series) -> str:
    return f"{charts.count(row['graded_bought_count'])} of {charts.count(row['graded_count'])} bought"
