"""Why people drop: what is compared with what, and what may be said of it."""

from datetime import date, timedelta

import pandas as pd
import pytest
from scipy.stats import false_discovery_control, fisher_exact

from analytics.filters import Filters
from analytics.questions import ask
from tests.questions.funnel.made import AS_OF, Group, fill
from tests.samples import sample_store

# Long ago, so that everybody's usual time is over on the last day of the data.
LONG_AGO = 600
HOMES_LEAVE = [
    Group("Ads", "sold", 10, days_ago=LONG_AGO, industry="Home"),
    Group("Ads", "refused", 40, days_ago=LONG_AGO, industry="Home"),
    Group("Ads", "sold", 30, days_ago=LONG_AGO, industry="Shop"),
    Group("Ads", "refused", 20, days_ago=LONG_AGO, industry="Shop"),
]


def reasons(answer, attribute: str) -> pd.DataFrame:
    rows = answer.rows
    return rows[(rows["link"] == "sale") & (rows["attribute"] == attribute)].set_index("value")


def test_a_value_is_compared_with_all_others_of_whom_the_attribute_is_known(store):
    fill(store, [*HOMES_LEAVE, Group("Ads", "refused", 15, days_ago=LONG_AGO)])
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\nlast | late@x.example | 2026-06-30 | 1")
    row = reasons(ask(store.open(), "funnel/drop_reasons"), "industry").loc["Home"]
    assert row[["reached_count", "resolved_count"]].tolist() == [10, 50]
    assert row[["other_reached_count", "other_resolved_count"]].tolist() == [30, 50]
    assert row["difference_rate"] == pytest.approx(-0.4)
    assert bool(row["is_different"])


def test_on_an_earlier_day_and_in_a_period_only_what_was_then_counts(store):
    """Twenty came long ago; forty a year later, whom the day before does not know and the period leaves out."""
    early = [Group("Ads", "sold", 5, days_ago=LONG_AGO), Group("Ads", "refused", 15, days_ago=LONG_AGO)]
    fill(store, [*early, Group("Ads", "refused", 40, days_ago=LONG_AGO - 365)])
    store = store.open()
    second_day = AS_OF - timedelta(days=LONG_AGO - 365)
    for filters in (
        Filters(as_of=second_day - timedelta(days=1)),
        Filters(as_of=AS_OF, period_end=second_day),
    ):
        people = ask(store, "funnel/drop_people", filters).rows
        assert (people["link"] == "sale").sum() == 15
        assert ask(store, "funnel/drop_reasons", filters).not_enough.have <= 20


def test_the_headline_says_counts_range_and_difference(store):
    """Of 50 homes 10 bought, of 50 shops 30: 40 points fewer, and the range is Newcombe's."""
    fill(store, HOMES_LEAVE)
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\nlast | late@x.example | 2026-06-30 | 1")
    answer = ask(store.open(), "funnel/drop_reasons")
    assert answer.headline == (
        "Sale, industry Home: 10 of 50 people asked bought, 20% (12% to 31%), against 60% of the others (30 of 50);"
        " 40 points fewer (24 to 53)."
    )


def test_who_somebody_is_makes_no_finding_but_what_we_do_does(store):
    """Nobody can change the industry of an enquiry."""
    fill(store, HOMES_LEAVE)
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\nlast | late@x.example | 2026-06-30 | 1")
    assert ask(store.open(), "funnel/drop_reasons").findings == []


def test_a_colleague_who_takes_over_later_does_not_look_better_for_it(store):
    """Of each owner's leads the same half gets a quote, and whoever writes the quote is another matter."""
    leads = ["lead_id | name | email | created_at | path | owner"]
    deals = ["deal_id | name | email | owner | amount | stage_name | opened_at | closed_at"]
    for place in range(160):
        first, quoting = ("Anna", "Zoe")[place % 2], ("Anna", "Zoe")[place // 4 % 2]
        email, month = f"l{place}@x.example", f"2024-0{place % 9 + 1}"
        leads.append(f"l{place} | Lead {place} | {email} | {month}-03 | Web | {first}")
        if place % 4 < 2:
            deals.append(f"d{place} | Deal {place} | {email} | {quoting} | 100 | Lost | {month}-10 | 2024-10-10")
    store.fill("leads", "\n".join(leads)).fill("deals", "\n".join(deals))
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\nlast | late@x.example | 2026-06-30 | 1")
    rows = ask(store.open(), "funnel/drop_reasons").rows
    owners = rows[(rows["link"] == "ask") & (rows["attribute"] == "owner")].set_index("value")
    half = {"reached_count": 40, "resolved_count": 80}
    assert owners[["reached_count", "resolved_count"]].to_dict("index") == {"Anna": half, "Zoe": half}


def test_under_thirty_on_a_side_is_counted_and_not_compared(store):
    few = [
        Group("Ads", "sold", 1, days_ago=LONG_AGO, industry="Home"),
        Group("Ads", "refused", 28, days_ago=LONG_AGO, industry="Home"),
        *HOMES_LEAVE[2:],
    ]
    fill(store, few)
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\nlast | late@x.example | 2026-06-30 | 1")
    row = reasons(ask(store.open(), "funnel/drop_reasons"), "industry").loc["Home"]
    assert (row["resolved_count"], pd.isna(row["is_different"]), pd.isna(row["difference_rate"])) == (29, True, True)


def test_too_few_to_compare_anything_says_so(store):
    answer = ask(
        fill(store, [Group("Ads", "sold", 20, days_ago=LONG_AGO, industry="Home")]).open(), "funnel/drop_reasons"
    )
    assert answer.not_enough.need == 60


def test_a_status_without_a_day_is_no_first_response(store):
    """The status says that they were called, not when: the day of the call counts, not the day they came in."""
    store.fill("leads", "lead_id | name | path | created_at | status\nL1 | Ann | Ads | 2025-01-06 | Contacted")
    store.fill("touches", "person | happened_at | path | action\nL1 | 2025-01-26 | Ads | called")
    found = store.open().rows("select response from person_traits", {})
    assert found["response"].tolist() == ["8 to 30 days"]


def test_only_a_status_leaves_the_first_response_unknown(store):
    store.fill("leads", "lead_id | name | path | created_at | status\nL1 | Ann | Ads | 2025-01-06 | Contacted")
    found = store.open().rows("select response from person_traits", {})
    assert found["response"].isna().all()


def test_the_people_behind_are_those_who_did_not_go_on(store):
    fill(store, HOMES_LEAVE)
    store.fill("orders", "order_id | email | ordered_at | revenue_amount\nlast | late@x.example | 2026-06-30 | 1")
    rows = ask(store.open(), "funnel/drop_people").rows
    assert rows["dropped_count"].iloc[0] == 60
    assert rows.groupby(["industry", "state"]).size().to_dict() == {("Home", "refused"): 40, ("Shop", "refused"): 20}


def test_counts_and_tests_of_the_sample_agree_with_plain_pandas_and_scipy():
    """The same people in a plain table, grouped and tested one by one."""
    store = sample_store()
    rows = ask(store, "funnel/drop_reasons").rows
    plain = store.rows(
        """
        select path_step_kinds.link, person_traits.owner, path_due_steps.reached_date is not null as is_reached
        from path_due_steps
        inner join path_step_kinds on path_due_steps.kind_key = path_step_kinds.kind_key
        inner join person_traits on path_due_steps.person_key = person_traits.person_key
        where
            path_step_kinds.is_from_recorded
            and path_step_kinds.link_order > 1
            and coalesce(path_due_steps.due_date, path_due_steps.first_due_date) < $last_day
        """,
        {"last_day": store.last_day},
    )
    counted = plain.groupby(["link", "owner"])["is_reached"].agg(["sum", "count"])
    found = rows[rows["attribute"] == "owner"].set_index(["link", "value"])
    for key, row in found.iterrows():
        assert row[["reached_count", "resolved_count"]].tolist() == counted.loc[key].tolist()
    tested = rows[rows["adjusted_p_value"].notna()]
    p_values = [
        fisher_exact([[own, of - own], [other, of_other - other]]).pvalue
        for own, of, other, of_other in tested[
            ["reached_count", "resolved_count", "other_reached_count", "other_resolved_count"]
        ].values.tolist()
    ]
    assert tested["adjusted_p_value"].tolist() == pytest.approx(false_discovery_control(p_values).tolist(), abs=1e-8)


def test_a_path_filter_compares_within_the_path():
    rows = ask(sample_store(), "funnel/drop_reasons", Filters(as_of=date(2026, 10, 30), path="Ads")).rows
    asked = rows[(rows["link"] == "sale") & (rows["attribute"] == "owner")]
    total = asked["resolved_count"] + asked["other_resolved_count"]
    assert total.nunique() == 1 and total.iloc[0] < 200
