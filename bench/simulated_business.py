"""A made-up business whose funnel we know: five paths, known rates, known delays, open cases and a mix of fit."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

AS_OF = date(2026, 1, 1)
SPAN_DAYS = 730
PATHS = ("Networking", "Content", "Ads", "Referral", "Outbound")
PLANTED_PATH = "Ads"
# Three in ten fit badly: they are asked less often and buy less often, on every path alike.
POOR_SHARE = 0.3
# What one path brings in the case of poor fits: it converts worse, and nothing is wrong with it.
MANY_POOR_SHARE = 0.75
# Of the others nobody wrote down what tells their fit.
FIT_KNOWN_SHARE = 0.8
RATES = {"nurturing": (0.75, 0.75), "ask": (0.764, 0.55), "sale": (0.557, 0.2)}  # good fit, poor fit
MEDIAN_DAYS = {"nurturing": 10, "ask": 15, "sale": 20}
SPREAD = 0.8
SAYS_NO = 0.6
MEAN_AMOUNT = 3000.0
AMOUNT_SPREAD = 0.8
CASES = ("none", "none, uneven paths", "missing link", "leak", "slow", "poor fits")
PLANTED = {"missing link": "missing_link", "leak": "leak", "slow": "slow", "poor fits": "healthy_weeding_out"}
LINK = {"missing link": "ask", "leak": "sale", "slow": "sale", "poor fits": "sale"}
# Asked share of 20 % against 70 %; half the rate; three times as slow.
FACTOR = {"missing link": 0.2 / 0.7, "leak": 0.5}
SLOWER = 3.0


@dataclass(frozen=True)
class Business:
    """Journeys as summaries/journeys.sql would make them, fits as person_fits.sql, and what was planted.

    path, link     : where the fault is; '' when there is none.
    price_a_person : true money lost for each person who comes to the link before; None where nothing is lost.
    """

    journeys: pa.Table
    people: pa.Table
    fits: pa.Table
    path: str
    link: str
    price_a_person: float | None


def simulate(case: str, size: int, seed: int) -> Business:
    """One business of the case with `size` people on each path."""
    rng = np.random.default_rng([seed, size, CASES.index(case)])
    sizes = [size] * len(PATHS)
    if case == "none, uneven paths":
        sizes = [max(int(size * share), 5) for share in (2.0, 1.4, 1.0, 0.4, 0.2)]
    journeys = pa.concat_tables(
        _path(rng, path, number, case if path == PLANTED_PATH else "none")
        for path, number in zip(PATHS, sizes, strict=True)
    )
    keys = pa.array(np.arange(1, len(journeys) + 1))
    names = keys.cast(pa.string())
    people = {"person_key": keys, "name": names, "lead_id": names, "customer_id": pa.nulls(len(keys), pa.string())}
    planted = case in PLANTED
    return Business(
        journeys=journeys.drop_columns("fit").add_column(0, "person_key", keys),
        people=pa.table(people),
        fits=pa.table({"person_key": keys, "fit": journeys["fit"]}),
        path=PLANTED_PATH if planted else "",
        link=LINK.get(case, ""),
        price_a_person=_price_a_person(case) if case in FACTOR else None,
    )


def mean_rate(link: str) -> float:
    """True share of all who come to the link before that take it: a mix of good and poor fits."""
    good, poor = 1 - POOR_SHARE, POOR_SHARE
    for name, (of_good, of_poor) in RATES.items():
        if name == link:
            return (good * of_good + poor * of_poor) / (good + poor)
        good, poor = good * of_good, poor * of_poor
    raise KeyError(link)


def _price_a_person(case: str) -> float:
    rest = mean_rate("sale") if LINK[case] == "ask" else 1.0
    return mean_rate(LINK[case]) * (1 - FACTOR[case]) * rest * MEAN_AMOUNT


def _path(rng: np.random.Generator, path: str, number: int, case: str) -> pa.Table:
    """The journeys of one path up to the as-of date; days count back from it."""
    poor = rng.random(number) < (MANY_POOR_SHARE if case == "poor fits" else POOR_SHARE)
    entered = rng.integers(0, SPAN_DAYS, number).astype(float)
    days = {"lead_generation": entered}
    before = entered
    for link, (of_good, of_poor) in RATES.items():
        rate = np.where(poor, of_poor, of_good) * (FACTOR.get(case, 1.0) if link == LINK.get(case) else 1.0)
        slower = SLOWER if case == "slow" and link == LINK["slow"] else 1.0
        takes = ~np.isnan(before) & (rng.random(number) < rate)
        wait = np.maximum(np.round(MEDIAN_DAYS[link] * slower * rng.lognormal(0, SPREAD, number)), 1)
        before = np.where(takes, before + wait, np.nan)
        days[link] = before
    says_no = np.isnan(days["sale"]) & ~np.isnan(days["ask"]) & (rng.random(number) < SAYS_NO)
    days["no"] = np.where(says_no, days["ask"] + np.round(20 * rng.lognormal(0, SPREAD, number)), np.nan)
    journeys = _journeys(rng, path, {name: _seen(found) for name, found in days.items()})
    # Drawn last: fits change nothing of what was simulated before they were known.
    unknown = rng.random(number) >= FIT_KNOWN_SHARE
    return journeys.append_column("fit", pa.array(np.where(poor, "poor", "good"), mask=unknown))


def _seen(days: np.ndarray) -> np.ndarray:
    """What lies after the as-of date has not happened yet."""
    return np.where(days <= SPAN_DAYS, days, np.nan)


def _journeys(rng: np.random.Generator, path: str, days: dict[str, np.ndarray]) -> pa.Table:
    number = len(days["lead_generation"])
    amount = MEAN_AMOUNT * rng.lognormal(-(AMOUNT_SPREAD**2) / 2, AMOUNT_SPREAD, number)
    dates = {f"{link}_date": _dates(found) for link, found in days.items()}
    sold = ~np.isnan(days["sale"])
    same = {"path": path, "owner": "Kim", "is_first_path": True, "is_last_path": True, "was_customer": False}
    return pa.table(
        {
            **{name: pa.repeat(value, number) for name, value in same.items()},
            **dates,
            "entered_date": dates["lead_generation_date"],
            "last_ask_date": dates["ask_date"],
            "refused_date": dates["no_date"],
            "is_nurturing_dated": pa.array(~np.isnan(days["nurturing"])),
            "is_ask_dated": pa.array(~np.isnan(days["ask"])),
            "is_sale_dated": pa.array(sold),
            "sale_amount": pa.array(np.round(amount, 2), mask=~sold),
            "last_event_date": _dates(np.nanmax(np.vstack(list(days.values())), axis=0)),
        }
    )


def _dates(days: np.ndarray) -> pa.Array:
    """Days since the first day as dates."""
    since_1970 = (AS_OF - date(1970, 1, 1)).days - SPAN_DAYS + np.nan_to_num(days)
    return pa.array(since_1970.astype("int32"), pa.int32(), mask=np.isnan(days)).cast(pa.date32())
