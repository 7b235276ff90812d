"""The buyers' numbers on the sample data against plain pandas written apart from the app."""

import pandas as pd
import pytest

from analytics.questions import ask
from tests.questions.buyers.plain import LAST_DAY, rhythms
from tests.samples import sample_store


@pytest.fixture(scope="module")
def sample():
    return sample_store()


def test_pulse_classes_and_gaps(sample):
    rows = ask(sample, "buyers/pulse").rows.set_index("customer_id")
    plain = rhythms().loc[rows.index]
    assert rows["activity"].tolist() == plain["activity"].tolist()
    assert rows["usual_gap_days"].astype(float).tolist() == pytest.approx(plain["usual_gap"].tolist())


def test_pulse_moves_are_made_from_the_orders_up_to_each_day(sample):
    now = rhythms()["activity"]
    before = rhythms(LAST_DAY - pd.DateOffset(months=3))["activity"].reindex(now.index).fillna("new")
    plain = pd.crosstab(before, now).stack()
    rows = ask(sample, "buyers/pulse_moves").rows
    found = rows.set_index(["before_activity", "now_activity"])["customer_count"]
    assert found.to_dict() == plain[plain > 0].to_dict()
