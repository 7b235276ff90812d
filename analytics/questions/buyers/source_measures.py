"""What is measured of each source: rates by Kaplan-Meier, days to close, first order, tests against referrals."""

import numpy as np
import pandas as pd

from analytics.models.intervals import LISTED_BELOW, fisher, real_differences
from analytics.models.middle import Counted, median_range
from analytics.models.survival import Waits, share_done
from analytics.questions.buyers.amounts import floats

YEAR_DAYS = 365
KEPT = [
    "source_kind",
    "is_referral",
    "lead_count",
    "customer_count",
    "first_mean_amount",
    "window_days",
    "all_lead_count",
]
NOT_KNOWN = "not known"
PARTS = (("bought", "settled"), ("back", "mature"))


def measure(part: pd.DataFrame) -> dict[str, object]:
    """Counts, rates, days and first order of one source from its waits; what rests on under ten cases is left out."""
    first = part.iloc[0]
    leads, customers = (part[part["measure"] == measure] for measure in ("lead", "customer"))
    settled, mature = leads[leads["is_watched"]], customers[customers["is_watched"]]
    found = {name: first[name] for name in KEPT}
    found |= {"settled_count": _cases(settled), "bought_count": _cases(settled[settled["is_done"]])}
    found |= {"mature_count": _cases(mature), "back_count": _cases(mature[mature["is_done"]])}
    found |= _rates("bought", leads, found["settled_count"], int(first["window_days"]))
    found |= _rates("back", customers, found["mature_count"], YEAR_DAYS)
    return found | _close_days(settled[settled["is_done"] & settled["is_dated"]]) | _first_order(first)


def _cases(rows: pd.DataFrame) -> int:
    return int(rows["case_count"].sum())


def _rates(name: str, waits: pd.DataFrame, cases: int, days: int) -> dict[str, float]:
    if cases < LISTED_BELOW:
        return {}
    happened = waits["is_done"].to_numpy(dtype=bool)
    found = share_done(Waits(floats(waits, "wait_days"), happened, floats(waits, "case_count")), days)
    return {f"{name}_rate": found.rate, f"{name}_low_rate": found.low, f"{name}_high_rate": found.high}


def _close_days(bought: pd.DataFrame) -> dict[str, float]:
    if _cases(bought) < LISTED_BELOW:
        return {}
    days = median_range(Counted(floats(bought, "wait_days"), floats(bought, "case_count")))
    return {"close_days": days.likely, "close_low_days": days.low, "close_high_days": days.high}


def _first_order(first: pd.Series) -> dict[str, float]:
    from scipy.stats import t

    cases = int(first["customer_count"])
    if cases < LISTED_BELOW:
        return {"first_mean_amount": np.nan}
    half = t.ppf(0.9, cases - 1) * float(first["first_deviation_amount"]) / np.sqrt(cases)
    mean = float(first["first_mean_amount"])
    return {"first_low_amount": mean - half, "first_high_amount": mean + half}


def with_tests(found: pd.DataFrame) -> pd.DataFrame:
    """Adds whether each source differs from referrals; false alarms are held down over all of them together (H5)."""
    values = {part: _against_referrals(found, part, whole) for part, whole in PARTS}
    tested = [(part, place) for part in values for place in np.flatnonzero(~np.isnan(values[part]))]
    verdicts = dict(zip(tested, real_differences([values[part][place] for part, place in tested]), strict=True))
    for part, p_values in values.items():
        found[f"{part}_p_value"] = p_values
        different = [verdicts.get((part, place)) for place in range(len(found))]
        found[f"is_{part}_different"] = pd.array(different, dtype="boolean")
    return found


def _against_referrals(found: pd.DataFrame, part: str, whole: str) -> np.ndarray:
    """The p-value of each source, of ten cases or more, against referrals; not-a-number where nothing is tested."""
    successes, cases = floats(found, f"{part}_count"), floats(found, f"{whole}_count")
    referred = found["is_referral"].fillna(False).to_numpy(dtype=bool)
    p_values = np.full(len(found), np.nan)
    mine = np.flatnonzero(referred & (cases >= LISTED_BELOW))
    is_source = (found["source_kind"] != NOT_KNOWN).to_numpy(dtype=bool) & ~referred
    for place in np.flatnonzero(is_source & (cases >= LISTED_BELOW)) if len(mine) else []:
        both = (successes[place], cases[place], successes[mine[0]], cases[mine[0]])
        p_values[place] = fisher(*(int(number) for number in both))
    return p_values
