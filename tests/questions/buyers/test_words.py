"""How the buyers' questions speak of a customer."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analytics.questions import charts
from analytics.questions.buyers.words import ago, gave, name_bars


@pytest.mark.parametrize(("days", "said"), [(0, "less than a day ago"), (1, "1 day ago"), (33, "33 days ago")])
def test_days_are_told_as_people_do(days, said):
    assert ago(days) == said


@pytest.mark.parametrize(
    ("scale", "said"), [("0 to 10", "gave 4 out of 10"), ("1 to 5", "gave 4 on a scale of 1 to 5")]
)
def test_a_score_is_told_with_its_scale(scale, said):
    assert gave(SimpleNamespace(score=4.0, scale_name=scale)) == said


def test_beside_a_bar_stands_a_name_in_lines_for_a_phone_and_its_number_where_two_have_the_same():
    rows = pd.DataFrame({"name": ["Ann", "Ann", "Coppershore Property Management"], "customer_id": ["1", "2", "3"]})
    ticks = name_bars(charts.new(), rows).layout.yaxis.ticktext
    assert ticks[:2] == ("Ann (1)", "Ann (2)")
    assert ticks[2] == "Coppershore Property<br>Management"
