"""What is at stake with opportunities that nobody works on, and how sure that is."""

from decimal import Decimal

import numpy as np
import pandas as pd

from analytics.models.intervals import COMPARED_FROM, Range
from analytics.models.scoring_value import worth_of_range
from analytics.questions import charts
from analytics.questions.finding import Money
from analytics.questions.prospects.words import window

SEED = 20260102


def worth(idle: pd.DataFrame) -> Money | None:
    """What the later orders of those nobody works on may bring; None while nothing tells."""
    known = idle[(idle["expected_low_amount"] > 0).fillna(False)]
    first = idle.iloc[0]
    expected = known[["expected_low_amount", "expected_likely_amount", "expected_high_amount"]].astype(float)
    # Who has not bought within the usual window seldom does later: they get the rate of such leads, not of new ones.
    fresh = int(first["lead_bought_count"]), int(first["lead_case_count"])
    late = int(first["late_bought_count"]), int(first["late_case_count"])
    chances = [fresh if is_fresh else late for is_fresh in known["is_fresh"].fillna(False)]
    return as_money(worth_of_range([Range(*bounds) for bounds in expected.itertuples(index=False)], chances, SEED))


def as_money(found: Range | None) -> Money | None:
    """A range as money; None while it is not known or has no end."""
    if found is None or not np.isfinite(found.high):
        return None
    return Money(*(Decimal(f"{value:.2f}") for value in (found.low, found.likely, found.high)))


def certainty(first: pd.Series, found: Money | None) -> str:
    """How sure it is that they are worth a call."""
    enough = min(int(first["lead_case_count"]), int(first["history_count"])) >= COMPARED_FROM
    return "medium" if found and enough and first["learned_count"] > 0 else "low"


def why(first: pd.Series) -> str:
    """What the worth of an opportunity rests on."""
    came, cases = charts.count(first["came_back_count"]), charts.count(first["history_count"])
    bought, leads = charts.count(first["lead_bought_count"]), charts.count(first["lead_case_count"])
    late, waited = charts.count(first["late_bought_count"]), charts.count(first["late_case_count"])
    days, time = charts.count(first["sale_window_days"]), window(first["repeat_window_days"])
    tell = "attribute tells" if first["learned_count"] == 1 else "attributes tell"
    own = (
        f"{charts.count(first['learned_count'])} {tell} in your own history who comes back"
        if first["learned_count"] > 0
        else "your own history does not tell yet who comes back, so the points are those of the card"
    )
    return (
        f"{came} of {cases} customers of {time} ago or more came back within {time}; {own}."
        f" {bought} of {leads} leads bought within {days} days and {late} of the other {waited} later; the money is"
        " what they order after the first job, at those rates."
    )
