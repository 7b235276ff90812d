"""The funnel on the sample data: the planted truths, and the counts against a separate plain pandas computation."""

import json
from datetime import date

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.samples import SAMPLE, sample_store

AS_OF = date(2026, 10, 30)
SETTLED = Filters(as_of=AS_OF, period_end=date(2026, 8, 16))
EXPECTED = json.loads((SAMPLE / "truths.json").read_text(encoding="utf-8"))["truths"]["paths"]["expected"]


@pytest.fixture(scope="module")
def settled() -> pd.DataFrame:
    """Links of each path for those who came in early enough for every step to be over."""
    rows = ask(sample_store(), "funnel/link_conversion", SETTLED).rows
    return rows[rows["kind"] == "persons"].set_index(["path", "link"])


@pytest.fixture(scope="module")
def diagnosed() -> pd.DataFrame:
    rows = ask(sample_store(), "funnel/diagnosis", Filters(as_of=AS_OF)).rows
    return rows.set_index(["path", "link"])


@pytest.fixture(scope="module")
def leads() -> pd.DataFrame:
    """Plain pandas: a row per settled lead with what its touches say, straight from the files."""
    leads = pd.read_csv(SAMPLE / "files" / "leads.csv", dtype=str, encoding="utf-8-sig")
    crm = pd.read_csv(SAMPLE / "files" / "touches-crm.csv", dtype=str)
    keys = {**dict(zip(leads["Email"].str.lower(), leads["Lead ID"], strict=True))}
    crm["lead"] = crm["Contact"].where(crm["Contact"].str.startswith("L-"), crm["Contact"].str.lower().map(keys))
    reached = crm.groupby("lead")["Funnel step"].agg(set)
    leads["steps"] = leads["Lead ID"].map(reached).apply(lambda found: found if isinstance(found, set) else set())
    return leads[pd.to_datetime(leads["Create Date"]) < pd.Timestamp("2026-08-16")]


@pytest.mark.parametrize("path", EXPECTED)
def test_the_counts_of_each_path_are_the_planted_ones(settled, path):
    planted = EXPECTED[path]
    found = [settled.loc[(path, link), "reached_count"] for link in ("lead_generation", "nurturing", "ask", "sale")]
    nurtured = planted["nurtured"] + planted["asked_without_nurturing"]
    assert found == [planted["leads"], nurtured, planted["asked"], planted["sold"]]


def test_asked_and_sold_agree_with_plain_pandas(settled, leads):
    for link, steps in {"ask": {"ask", "sale", "no"}, "sale": {"sale"}}.items():
        plain = (
            leads[leads["steps"].apply(lambda found, steps=steps: bool(found & steps))].groupby("Lead Source").size()
        )
        assert settled.xs(link, level="link")["reached_count"].astype(int).to_dict() == plain.to_dict()


def test_networking_is_missing_its_ask(diagnosed):
    assert diagnosed.loc[("Networking", "ask"), "diagnosis"] == "missing_link"


def test_ads_leak_at_the_sale(diagnosed):
    assert diagnosed.loc[("Ads", "sale"), "diagnosis"] == "leak"


def test_speaking_lacks_people(diagnosed):
    assert diagnosed.loc[("Speaking", "lead_generation"), "diagnosis"] == "volume"


def test_the_walk_in_path_is_too_small_to_tell(diagnosed):
    assert set(diagnosed.loc["Walk-in", "diagnosis"]) == {"cant_tell"}


def test_nothing_else_is_reported(diagnosed):
    acted_on = diagnosed[diagnosed["diagnosis"].isin(["missing_link", "leak", "slow", "volume"])]
    assert set(acted_on.index) == {("Networking", "ask"), ("Ads", "sale"), ("Speaking", "lead_generation")}


COUNTED_WHEN_PUBLISHED = ["diagnosis", "link_conversion", "drop_reasons", "drop_people", "attribution", "crossings"]


@pytest.mark.parametrize("name", [f"funnel/{name}" for name in COUNTED_WHEN_PUBLISHED])
def test_a_period_that_leaves_nobody_out_changes_no_number(name):
    """The last day is counted when a version is published, a period when it is asked: the two must agree."""
    store = sample_store()
    all_time = ask(store, name, Filters(as_of=store.last_day)).rows
    since_ever = ask(store, name, Filters(as_of=store.last_day, period_start=date(1990, 1, 1))).rows
    assert len(all_time)
    pd.testing.assert_frame_equal(all_time, since_ever)
