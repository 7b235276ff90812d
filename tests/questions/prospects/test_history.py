"""What the scores learn from: who came back, tested, and never with what was only known later."""

import pytest
from scipy.stats import binomtest, false_discovery_control, fisher_exact

from analytics.questions import ask
from analytics.workspace.choices import DEFAULTS
from tests.questions.prospects.histories import past

NAME = "prospects/history_by_attribute"


def repeat_rows(answer):
    rows = answer.rows[answer.rows["axis"] == "repeat"]
    return rows.set_index(["attribute", "value"])


@pytest.mark.parametrize(
    "groups",
    [
        {"Property": (20, 18), "Home": (40, 4)},
        {"A": (10, 0), "B": (12, 12), "C": (15, 7)},
        {"A": (31, 3), "B": (33, 4), "C": (90, 30), "D": (11, 5)},
    ],
)
def test_p_values_are_those_of_the_exact_test_and_adjusted_over_all_comparisons(store, groups):
    rows = repeat_rows(ask(past(store, groups).open(), NAME)).loc["industry"]
    everybody, came = sum(count for count, _ in groups.values()), sum(back for _, back in groups.values())
    expected = [
        fisher_exact([[back, count - back], [came - back, everybody - count - came + back]]).pvalue
        for count, back in groups.values()
    ]
    assert rows.loc[list(groups), "p_value"].tolist() == pytest.approx(expected, rel=1e-9)
    adjusted = false_discovery_control(expected)
    assert rows.loc[list(groups), "adjusted_p_value"].tolist() == pytest.approx(list(adjusted), rel=1e-9)


def test_under_ten_cases_there_is_a_count_and_no_rate_and_no_comparison(store):
    rows = repeat_rows(ask(past(store, {"Property": (9, 9), "Home": (40, 4)}).open(), NAME))
    row = rows.loc[("industry", "Property")]
    assert row[["case_count", "success_count"]].tolist() == [9, 9]
    assert row[["success_rate", "low_rate", "high_rate", "p_value"]].isna().all()
    assert not row["is_different"]


def test_a_rate_has_its_range(store):
    row = repeat_rows(ask(past(store, {"Property": (20, 18), "Home": (40, 4)}).open(), NAME)).loc[
        ("industry", "Property")
    ]
    outside = binomtest(18, 20).proportion_ci(0.9, method="wilson")
    expected = [outside.low, 0.9, outside.high]
    assert row[["low_rate", "success_rate", "high_rate"]].tolist() == pytest.approx(expected)


def test_a_customer_inside_the_24_months_is_in_play_and_not_counted(store):
    filled = past(store, {"Property": (12, 6)})
    filled.fill("customers", "customer_id | name | industry\n young | Young | Property")
    filled.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\n y1 | young | 2023-07-02 | 1000")
    rows = repeat_rows(ask(filled.open(), NAME))
    # As of 2025-06-30 the order of 2023-07-02 is 729 days old: a day short.
    assert rows.loc[("industry", "Property")][["case_count", "success_count"]].tolist() == [12, 6]


def test_an_order_after_the_24_months_or_on_the_first_day_is_not_coming_back(store):
    store.fill("customers", "customer_id | name | industry\n a | A | Retail\n b | B | Retail\n c | C | Retail")
    store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount
        a1       | a           | 2023-01-01 | 100
        a2       | a           | 2024-12-31 | 100
        b1       | b           | 2023-01-01 | 100
        b2       | b           | 2025-01-01 | 100
        c1       | c           | 2023-01-01 | 100
        c2       | c           | 2023-01-01 | 100
        c3       | c           | 2023-05-01 | -30
    """,
    )
    rows = ask(store.open(), "prospects/past_customers").rows.set_index("customer_id")
    assert rows["is_came_back"].to_dict() == {"a": True, "b": False, "c": False}
    assert {key: float(amount) for key, amount in rows["later_amount"].items()} == {"a": 100, "b": 0, "c": -30}


def test_only_what_was_known_before_the_first_sale_counts(store):
    store.fill(
        "leads",
        """
        lead_id | name | email       | created_at | industry | site_count | path | product
        l1      | Ann  | a@x.example | 2022-12-01 | Office   | 1          | Ads  | Repair
        l2      | Ann  | a@x.example | 2023-03-01 | Retail   | 9          | Talk | Plan
    """,
    )
    store.fill(
        "orders",
        """
        order_id | customer_id | email       | ordered_at | revenue_amount | product
        o1       | c1          | a@x.example | 2023-01-01 | 100            | Repair
        o2       | c1          | a@x.example | 2023-06-01 | 100            | Plan
        o3       | c2          | z@x.example | 2025-06-01 | 100            | Plan
    """,
    )
    rows = ask(store.open(), "prospects/past_customers").rows
    known = ["industry", "site_count", "path", "product"]
    assert rows[known].values.tolist() == [["Office", 1, "Ads", "Repair"]]


def test_whether_somebody_was_referred_is_unknown_where_nobody_in_the_data_is_marked_so(store):
    rows = ask(past(store, {"Property": (2, 1)}).open(), "prospects/past_customers").rows
    assert rows["referral"].isna().all()


def test_a_referral_marks_the_customer_and_the_others_are_not_referred(store):
    filled = past(store, {"Property": (2, 1)})
    filled.fill(
        "referrals", "referrer | referred | customer_id | given_at\n Prop1 | Customer Prop0 | Prop0 | 2023-01-02"
    )
    rows = ask(filled.open(), "prospects/past_customers").rows.set_index("customer_id")
    assert rows["referral"].to_dict() == {"Prop0": "referred", "Prop1": "not referred"}


def test_too_few_customers_say_how_many_are_needed(store):
    filled = past(store, {"Property": (4, 2)}).fill("leads", "lead_id | name | created_at\n l1 | A | 2025-06-01")
    lacking = ask(filled.open(), NAME).not_enough
    assert (lacking.have, lacking.need, lacking.upload) == (4, 10, "orders")


def test_leads_that_bought_within_the_window_are_counted_against_those_whose_window_is_over(store):
    store.fill(
        "leads",
        """
        lead_id | name  | email       | created_at | path
        l1      | Early | e@x.example | 2024-01-01 | Ads
        l2      | Late  | l@x.example | 2024-01-01 | Ads
        l3      | Never | n@x.example | 2024-01-01 | Ads
        l4      | Young | y@x.example | 2025-05-01 | Ads
        l5      | Old   | o@x.example | 2024-01-01 | Ads
    """,
    )
    store.fill(
        "orders",
        """
        order_id | customer_id | email       | ordered_at | revenue_amount
        o1       | c1          | e@x.example | 2024-06-29 | 100
        o2       | c2          | l@x.example | 2024-06-30 | 100
        o3       | c3          | o@x.example | 2023-01-01 | 100
        o4       | c9          | q@x.example | 2025-06-30 | 100
    """,
    )
    summary = ask(store.open(), "prospects/opportunity_or_lead").summary
    counts = [summary[f"{name}_count"] for name in ("lead_bought", "lead_case", "late_bought", "late_case")]
    # Early bought on day 180, Late on day 181; Young is in play; Old had bought before.
    assert counts == [1, 3, 1, 2]


def test_under_ten_cases_of_all_kinds_nobody_has_a_share(store):
    rows = repeat_rows(ask(past(store, {"Property": (3, 2), "Home": (6, 1)}).open(), NAME)).loc["industry"]
    assert rows[["pooled_rate", "shrunk_rate"]].isna().all(axis=None)
    assert rows.loc["Home", ["case_count", "success_count", "other_case_count"]].tolist() == [6, 1, 3]


def test_from_ten_cases_of_all_kinds_everybodys_share_is_told(store):
    rows = repeat_rows(ask(past(store, {"Property": (4, 2), "Home": (6, 1)}).open(), NAME)).loc["industry"]
    assert rows.loc["Home", "pooled_rate"] == pytest.approx(0.3)


def test_what_leads_bought_is_told_while_too_few_customers_are_old_enough_to_have_come_back(store):
    leads, orders = ["lead_id|name|email|created_at|path"], ["order_id|email|ordered_at|revenue_amount"]
    for path, bought in (("Fair", 18), ("Ads", 4)):
        for place in range(20):
            email = f"{path}{place}@x.example"
            leads.append(f"{path}{place}|Lead {path} {place}|{email}|2025-01-10|{path}")
            if place < bought:
                orders.append(f"{path}-{place}|{email}|2025-02-10|100")
    orders.append("last|other@x.example|2025-12-31|100")
    answer = ask(store.fill("leads", "\n".join(leads)).fill("orders", "\n".join(orders)).open(), NAME)
    assert answer.not_enough is None
    assert answer.headline.startswith("22 of 40 leads bought within 180 days; of those with 'path: Fair', 18 of 20")
    assert [finding.sentence.split(":")[0] for finding in answer.findings] == ["Leads with 'path"]
    drawn = {y: round(x) for trace in answer.figure().data for x, y in zip(trace.x, trace.y, strict=True)}
    assert drawn["path: Fair"] == 90 and drawn["path: Ads"] == 20


def test_the_time_that_counts_is_told_as_the_owner_set_it(store):
    store.connection.read_csv(str(DEFAULTS / "cut_offs.csv"), header=True).create("cut_offs")
    store.connection.execute("update cut_offs set value = '400' where name = 'repeat_window_days'")
    store.connection.execute("update cut_offs set value = '90' where name = 'sale_window_days'")
    opened = past(store, {"Property": (20, 18), "Home": (40, 4)}).open()
    answer, behind = ask(opened, NAME), ask(opened, "prospects/past_customers")
    assert "customers came back within 400 days" in answer.headline
    assert "customers came back within 400 days" in behind.headline
    assert answer.figure().layout.xaxis.title.text == "Came back within 400 days (%)"
    assert answer.summary["sale_window_days"] == 90
