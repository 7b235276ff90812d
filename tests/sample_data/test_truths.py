"""The planted truths hold on the files themselves, by plain pandas, and are strong enough for an honest test."""

from math import ceil

import pandas as pd
import pytest
from scipy.stats import fisher_exact

from sample_data.generate import FOLDER
from sample_data.generator.leads import SETTLED_UNTIL
from tests.sample_data.files import exports, orders, read, read_sheet, touches, truths

README_GROUPS = (
    "Property management",
    "Homeowner",
    "referred",
    "not referred",
    "Gutter cleaning",
    "Roof inspection plan",
    "Full roof replacement",
)
LAST_DAY = pd.Timestamp("2026-10-30")
TOLD = truths()


@pytest.fixture(scope="module")
def sales():
    return orders()


@pytest.fixture(scope="module")
def vital(sales):
    revenue = sales.groupby("customer_id")["revenue"].sum().sort_index().sort_values(ascending=False, kind="stable")
    return revenue[revenue.cumsum().shift(fill_value=0) < 0.8 * revenue.sum()]


@pytest.fixture(scope="module")
def funnel():
    """One row per settled lead: path and whether it was nurtured, asked, sold."""
    leads = read("leads.csv")
    leads["person"] = leads["Email"].where(leads["Email"] != "", leads["Lead ID"])
    log = touches().merge(leads[["person", "Lead Source"]], on="person").query("path == `Lead Source`")
    flags = log.assign(yes=True).pivot_table(
        index="person", columns="link", values="yes", aggfunc="any", fill_value=False
    )
    settled = leads[pd.to_datetime(leads["Create Date"]).dt.date <= SETTLED_UNTIL]
    return settled.set_index("person").join(flags).rename(columns={"Lead Source": "path"})


def table(yes: int, of: int, other_yes: int, other_of: int) -> float:
    """Fisher's two-sided p for yes of n against the others."""
    return fisher_exact([[yes, of - yes], [other_yes, other_of - other_yes]]).pvalue


def repeaters(sales: pd.DataFrame) -> pd.Series:
    """Number of orders by customer, credits not counted."""
    return sales[~sales["is_refund"]].groupby("customer_id")["order_id"].size()


def test_the_totals_are_as_told(sales):
    told = TOLD["totals"]
    assert len(sales) == told["order_rows"]
    assert f"{sales['revenue'].sum() / 100:.2f}" == told["revenue_amount"]
    assert int(sales["is_refund"].sum()) == told["credit_rows"]
    assert int(sales["cost"].isna().sum()) == told["cost_unknown_rows"]
    assert int((~sales["paid"]).sum()) == told["unpaid_rows"]
    assert int((read("customers.csv")["Do not contact"] == "Yes").sum()) == told["do_not_contact"]


def test_a_fifth_of_the_customers_gives_most_of_the_revenue(sales, vital):
    told, revenue = TOLD["pareto"], sales.groupby("customer_id")["revenue"].sum().sort_values(ascending=False)
    top = ceil(0.2 * len(revenue))
    assert round(float(revenue.iloc[:top].sum() / revenue.sum()), 4) == told["top_20_percent_share"]
    assert 0.7 <= told["top_20_percent_share"] <= 0.82
    assert len(vital) == told["vital_few_count"]
    assert revenue.index[0] == told["largest_customer_id"]
    assert round(float(revenue.iloc[0] / revenue.sum()), 4) == told["largest_customer_share"]
    assert read("customers.csv").set_index("Customer No")["Customer"][revenue.index[0]] == "Harborline Property Group"


def test_several_of_the_vital_few_have_gone_quiet(sales, vital):
    days = sales[~sales["is_refund"]].groupby("customer_id")["day"].agg(["min", "max", "size"]).loc[list(vital.index)]
    often = days[days["size"] >= 4]
    gaps = (LAST_DAY - often["max"]) / ((often["max"] - often["min"]) / (often["size"] - 1))
    quiet = gaps[gaps.round(1) >= 3].round(1).to_dict()
    assert quiet == TOLD["quiet_vital_few"]["customers"]
    assert len(quiet) >= 6


def test_some_customers_lose_money(sales, vital):
    known = sales[sales["cost"].notna()]
    profit = (known["revenue"] - known["cost"]).groupby(known["customer_id"]).sum()
    losing = sorted(profit[profit < 0].index)
    assert losing == TOLD["losing_customers"]["customers"]
    assert [one for one in losing if one in vital.index] == TOLD["losing_customers"]["among_vital_few"]


def test_some_valuable_customers_are_unhappy_and_some_happy_ones_never_asked(vital):
    scores = read_sheet("feedback-and-referrals.xlsx", "Feedback").sort_values("Response date", kind="stable")
    latest = scores.groupby("Customer ID")["Score"].last().astype(int)
    asked = set(read_sheet("feedback-and-referrals.xlsx", "Referrals")["Referred by"])
    told = TOLD["satisfaction"]
    few = latest[latest.index.isin(vital.index)]
    assert sorted(few[few <= 6].index) == told["valuable_unhappy"]
    assert sorted(set(few[few >= 9].index) - asked) == told["valuable_happy_never_asked"]
    assert len(vital) - len(few) == told["valuable_never_scored"]


def test_property_managers_come_back_and_homeowners_seldom(sales):
    customers = read("customers.csv").set_index("Customer No")
    again = (repeaters(sales) > 1).groupby(customers["Sector"]).agg(["size", "sum"])
    assert {name: (row["customers"], row["came_back"]) for name, row in TOLD["repeat_by_industry"].items()} == {
        name: (int(row["size"]), int(row["sum"])) for name, row in again.iterrows()
    }
    managers, homes = again.loc["Property management"], again.loc["Homeowner"]
    assert managers["sum"] / managers["size"] > 0.85
    assert homes["sum"] / homes["size"] < 0.2


def test_referred_customers_come_back_more_often_within_their_industry_too(sales):
    customers = read("customers.csv").set_index("Customer No")
    rows = pd.DataFrame({"again": repeaters(sales) > 1, "referred": customers["Referred by"] != ""})
    got = rows.groupby("referred")["again"].agg(["sum", "size"])
    assert got.loc[True].tolist() == list(TOLD["repeat_by_referral"]["referred"].values())[1::-1]
    assert table(*got.loc[True].astype(int), *got.loc[False].astype(int)) < 0.001
    smaller = rows[customers["Sector"] != "Property management"].groupby("referred")["again"].agg(["sum", "size"])
    assert table(*smaller.loc[True].astype(int), *smaller.loc[False].astype(int)) < 0.01


def test_small_openers_lead_to_repeat_business_and_a_full_replacement_does_not(sales):
    real = sales[~sales["is_refund"]].sort_values("day", kind="stable")
    first = real.groupby("customer_id")["product"].first()
    again = (repeaters(sales) > 1).groupby(first).agg(["sum", "size"])
    told = TOLD["repeat_by_first_product"]
    assert {name: (row["came_back"], row["customers"]) for name, row in told.items()} == {
        name: (int(row["sum"]), int(row["size"])) for name, row in again.iterrows()
    }
    openers = again.loc[["Gutter cleaning", "Roof inspection plan"]].sum()
    full = again.loc["Full roof replacement"]
    assert table(int(openers["sum"]), int(openers["size"]), int(full["sum"]), int(full["size"])) < 0.001


def test_the_funnel_of_every_path_is_as_told(funnel):
    for path, told in TOLD["paths"].items():
        people = funnel[funnel["path"] == path]
        got = [len(people), *(int(people[link].sum()) for link in ("nurturing", "ask", "sale"))]
        asked_cold = int((people["ask"] & ~people["nurturing"]).sum())
        assert [got[0], got[2], got[3]] == [told["leads"], told["asked"], told["sold"]], path
        # Of those asked cold, one who refused may have been written to later.
        assert got[1] - told["nurtured"] in range(told["asked_without_nurturing"] + 1), path
        assert asked_cold <= told["asked_without_nurturing"], path


def test_networking_people_are_nurtured_but_seldom_asked(funnel):
    told = TOLD["missing_link"]
    this, other = told["this_path"], told["other_paths"]
    other_asked = other["asked"] - other["asked_without_nurturing"]
    assert 0.2 <= this["asked"] / this["nurtured"] <= 0.25
    assert 0.68 <= other_asked / other["nurtured"] <= 0.74
    assert table(this["asked"], this["nurtured"], other_asked, other["nurtured"]) < 1e-9
    assert table(this["sold"], this["asked"], 120, 243) > 0.3  # those asked buy like those of the other sound paths


def test_asks_on_ads_convert_at_half_the_rate(funnel):
    this, other = TOLD["leak"]["this_path"], TOLD["leak"]["other_paths"]
    assert this["asked"] >= 60
    assert this["sold"] / this["asked"] == pytest.approx(0.5 * other["sold"] / other["asked"], abs=0.03)
    assert table(this["sold"], this["asked"], other["sold"], other["asked"]) < 1e-3


def test_no_other_step_of_a_path_differs_clearly_from_the_other_paths(funnel):
    planted = {("Networking", "ask"), ("Ads", "sale")}
    for before, link in ((None, "nurturing"), ("nurturing", "ask"), ("ask", "sale")):
        people = funnel if before is None else funnel[funnel[before]]
        sound = people[[(path, link) not in planted for path in people["path"]]]
        for path, group in sound.groupby("path"):
            rest = sound[sound["path"] != path]
            assert table(int(group[link].sum()), len(group), int(rest[link].sum()), len(rest)) > 0.02, (path, link)


def test_people_who_were_lost_on_ads_are_no_poorer_fits_than_those_who_bought(funnel):
    asked = funnel[(funnel["path"] == "Ads") & funnel["ask"]]
    single = asked["Industry"].isin(["Homeowner", "Office", "Restaurant"])
    got = single.groupby(asked["sale"]).agg(["sum", "size"]).astype(int)
    assert table(*got.loc[True], *got.loc[False]) > 0.1


def test_speaking_converts_best_and_few_enter_and_walk_in_is_too_small(funnel):
    rates = {path: told["sold"] / told["asked"] for path, told in TOLD["paths"].items()}
    assert max(rates, key=rates.get) == "Speaking"
    assert TOLD["paths"]["Speaking"]["leads"] < 0.06 * len(funnel)
    assert TOLD["paths"]["Walk-in"]["nurtured"] < 10
    assert all(told["in_play"] >= 3 for told in TOLD["paths"].values())


def test_the_clear_prospects_are_open_and_fully_known():
    leads = read("leads.csv").set_index("Lead ID")
    for kind, industry in (("opportunities", "Property management"), ("one_offs", "Homeowner")):
        rows = leads.loc[list(TOLD["clear_prospects"][kind])]
        assert len(rows) == 8
        assert (rows["Industry"] == industry).all()
        assert rows["Lead Status"].isin(["New", "Contacted", "Quote sent"]).all()
        assert (rows["Number of buildings"].astype(int) >= 6).all() == (kind == "opportunities")
        for answer in ("Need", "Willingness", "Resources"):
            assert rows[answer].str.startswith("Yes: ").all()
    assert (leads["Need"] == "").mean() > 0.3


def test_buyers_are_known_by_id_email_phone_or_name():
    leads, customers = read("leads.csv"), read("customers.csv")
    buyers = leads[leads["Lead Status"] == "Customer"]
    rest = buyers[buyers["Converted Account ID"] == ""]
    by_email = rest["Email"].isin(customers["E-mail"]) & (rest["Email"] != "")
    digits = customers["Phone"].str.replace(r"\D", "", regex=True)
    by_phone = ~by_email & rest["Phone Number"].str.replace(r"\D", "", regex=True).isin(set(digits) - {""})
    places = set(zip(customers["Customer"], customers["Postcode"], strict=True))
    named = pd.Series([pair in places for pair in zip(rest["Lead name"], rest["Postal Code"], strict=True)], rest.index)
    by_name = named & ~by_email & ~by_phone
    got = {"id": len(buyers) - len(rest), "email": by_email.sum(), "phone": by_phone.sum(), "name": by_name.sum()}
    assert got == TOLD["matching"]
    assert sum(got.values()) == len(buyers) == 160


def test_deals_with_a_research_meeting_are_won_more_often():
    deals = pd.concat([read("deals-closed-2026-08-07.csv"), *exports()])
    closed = deals[deals["Closed Date"] != ""].drop_duplicates("Deal ID")
    got = (closed["Deal Stage"] == "Closed Won").groupby(closed["Research meeting"] != "").agg(["sum", "size"])
    told = TOLD["research_meeting"]
    assert [int(n) for n in got.loc[True]] == [told["with"]["won"], sum(told["with"].values())]
    assert [int(n) for n in got.loc[False]] == [told["without"]["won"], sum(told["without"].values())]
    assert table(*got.loc[True].astype(int), *got.loc[False].astype(int)) < 1e-6


def test_every_planted_surprise_shows_in_the_exports():
    told, shown = TOLD["surprises"], [one.set_index("Deal ID") for one in exports()]
    assert {kind: len(found) for kind, found in told.items()} == {
        "pushed every time": 5,
        "moved back": 4,
        "vanished": 3,
        "grown": 6,
        "shrunk": 3,
        "changed owner": 2,
        "three continuations": 5,
    }
    for deal in told["pushed every time"]:
        closes = [one.at[deal, "Expected Close Date"] for one in shown if deal in one.index]
        assert closes == sorted(set(closes))
        assert len(closes) >= 4
    for deal in told["vanished"]:
        assert deal in shown[3].index
        assert deal not in shown[5].index
    for deal in told["changed owner"]:
        assert shown[3].at[deal, "Deal owner"] != shown[5].at[deal, "Deal owner"]
    order = ["Qualified", "Research meeting", "Proposal sent", "Negotiation"]
    for deal in told["moved back"]:
        assert order.index(shown[3].at[deal, "Deal Stage"]) > order.index(shown[5].at[deal, "Deal Stage"])


def test_stalled_deals_end_in_three_continuations():
    talks = read("interactions.csv")
    for deal in TOLD["surprises"]["three continuations"]:
        assert talks[talks["Deal ID"] == deal]["Outcome"].tolist()[-3:] == ["Continuation"] * 3


def test_each_export_moves_from_the_one_before_as_told():
    shown = [one.set_index("Deal ID") for one in exports()]
    for before, after, (day, told) in zip(shown, shown[1:], list(TOLD["exports"].items())[1:], strict=False):
        open_before = before[before["Closed Date"] == ""]
        assert len(after) == told["rows"], day
        assert len(after.index.difference(open_before.index)) == told["new"], day
        assert len(open_before.index.difference(after.index)) == told["vanished"], day
        assert int((after["Deal Stage"] == "Closed Won").sum()) == told["won"], day
        assert int((after["Deal Stage"] == "Closed Lost").sum()) == told["lost"], day
        assert told["won"] + told["lost"] >= 3


def test_the_readme_tells_the_numbers_of_the_truths():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    few, score, met = TOLD["pareto"], TOLD["satisfaction"], TOLD["research_meeting"]
    back = TOLD["repeat_by_industry"] | TOLD["repeat_by_referral"] | TOLD["repeat_by_first_product"]
    told = [
        f"{float(TOLD['totals']['revenue_amount']):,.2f} in {TOLD['totals']['order_rows']:,} rows",
        f"{few['vital_few_count']} customers ({few['vital_few_share_of_customers']:.0%}".replace("%", " %"),
        f"{few['largest_customer_share']:.1%} of revenue".replace("%", " %"),
        f"{len(TOLD['quiet_vital_few']['customers'])} silent for",
        f"{len(score['valuable_unhappy'])} of the vital few, latest score 6",
        f"{len(score['valuable_happy_never_asked'])} of the vital few, latest score 9",
        f"{score['valuable_never_scored']} were never scored",
        f"{met['with']['won']} of {sum(met['with'].values())} deals with one",
        f"{met['without']['won']} of {sum(met['without'].values())} without",
        *(f"{back[name]['came_back']} of {back[name]['customers']}" for name in README_GROUPS),
    ]
    assert [one for one in told if one not in text] == []
