"""Customer pulse (M5): numbers that can be checked by hand."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask, charts, dressing
from analytics.questions.buyers import pulse, pulse_moves
from tests.questions.buyers.made import orders_every

# The business: 8 customers buy every 100 days from 2022 on, for 100 that cost 40, up to the last day of the data.
STEADY = [orders_every(f"steady{n}", "2022-01-01", 19, 100) for n in range(8)]
LAST_DAY = "2026-12-06"


def ask_pulse(store, *customers, **filters):
    for text in (*STEADY, *customers):
        store.fill("orders", text)
    return ask(store.open(), "buyers/pulse", Filters(**filters))


def test_activity_goes_by_the_customers_own_gap(store):
    # All gaps are 100 days, so everybody's usual gap is 100; the last day is 6 December 2026.
    rows = ask_pulse(
        store,
        orders_every("due", "2026-03-01", 2, 100),  # last on 9 June: 180 days
        orders_every("overdue", "2025-12-01", 2, 100),  # last on 11 March: 270 days
        orders_every("gone", "2024-12-01", 2, 100),  # last on 11 March 2025: 635 days
    ).rows
    found = dict(zip(rows["customer_id"], rows["activity"], strict=True))
    assert rows["as_of_date"].iloc[0] == pd.Timestamp(LAST_DAY).date()
    assert [found[name] for name in ("steady0", "due", "overdue", "gone")] == ["active", "due", "overdue", "gone"]
    assert set(rows["usual_gap_days"]) == {100.0}


def test_counts_add_up_to_all_customers(store):
    summary = ask_pulse(store, orders_every("due", "2026-03-01", 2, 100)).summary
    parts = [summary[name] for name in ("active_count", "due_count", "overdue_count", "gone_count")]
    assert (sum(parts), summary["customer_count"], summary["contact_count"]) == (9, 9, 1)


def test_the_yearly_profit_is_that_of_the_own_pace_as_far_as_it_was_kept(store):
    rows = ask_pulse(store).rows.set_index("customer_id")
    # 60 a purchase, one each 100 days: 3.65 a year, and 4 came in the last 365 days.
    assert rows.loc["steady0", "mean_profit_amount"] == Decimal("60.00")
    assert rows.loc["steady0", "yearly_profit_amount"] == Decimal("240.00")


def test_one_large_order_is_no_yearly_habit(store):
    once = [orders_every(f"once{n}", "2024-01-01", 1, 100) for n in range(20)]
    again = [orders_every(f"again{n}", "2025-01-01", 2, 500) for n in range(10)]
    rows = ask_pulse(store, *once, *again, orders_every("large", "2026-01-01", 1, 100, revenue=5060)).rows
    large = rows.set_index("customer_id").loc["large"]
    # 5,000 once, drawn toward 60 of most others, and one order in the year of those who came back after their first.
    assert (large["activity"], large["purchase_count"]) == ("due", 1)
    assert large["mean_profit_amount"] == Decimal("5020.00")
    assert large["yearly_profit_amount"] < large["mean_profit_amount"]
    assert large["risk_amount"] < Decimal("1000")


def test_a_machine_first_and_beans_after_is_a_year_of_beans(store):
    for number in range(12):
        again = f"machine{number} | machine{number} | machine{number}"
        store.fill(
            "orders",
            f"""
            order_id | customer_id | customer_name | ordered_at | revenue_amount | cost_amount
            m{again} | 2025-06-01 | 5000 | 0
            a{again} | 2025-11-01 | 50   | 0
            b{again} | 2026-04-01 | 50   | 0
            """,
        )
    store.fill("orders", orders_every("once", "2026-01-01", 1, 1, revenue=5000, cost=0))
    rows = ask(store.open(), "buyers/pulse").rows.set_index("customer_id")
    # A later order is a hundredth of the first: a year is some orders of 50 and not of 5,000.
    assert rows.loc["machine0", "mean_profit_amount"] == Decimal("1700.00")
    assert 0 < rows.loc["machine0", "yearly_profit_amount"] < Decimal("200")
    assert pd.isna(rows.loc["once", "yearly_profit_amount"]) or rows.loc["once", "yearly_profit_amount"] < Decimal(
        "200"
    )


def test_a_trial_first_raises_nobody_above_what_later_orders_bring(store):
    """Twelve begin with a visit for 1 and come back for 60 of profit; the steady ones paid as much from the start."""
    trials = []
    for n in range(12):
        lines = [f"{day} | t{n} | t{n} | {day} | {paid} | 0" for day, paid in (("2025-06-01", 1), ("2025-09-09", 60))]
        trials += [line.replace(" | ", f"-{n} | ", 1) for line in lines]
    store.fill(
        "orders",
        "order_id | customer_id | customer_name | ordered_at | revenue_amount | cost_amount\n" + "\n".join(trials),
    )
    rows = ask_pulse(store).rows.set_index("customer_id")
    assert rows.loc["steady0", "yearly_profit_amount"] <= Decimal("240.00")


def test_the_pace_of_one_order_is_unknown_while_nobody_ever_came_back_after_one(store):
    row = ask_pulse(store, orders_every("new", "2026-07-01", 1, 100)).rows.set_index("customer_id").loc["new"]
    assert pd.isna(row["yearly_profit_amount"]) and pd.isna(row["risk_amount"])


def test_at_risk_is_what_being_late_costs_in_the_chance_to_return(store):
    left = [orders_every(f"left{n}", "2022-01-01", 2, 100) for n in range(12)]
    row = ask_pulse(store, *left, orders_every("overdue", "2025-12-01", 2, 100)).rows.iloc[0]
    # Right after a second purchase 8 of 20 came back, of all purchases a year ago 133 of 145: (8 + 10 x 0.9172) / 30.
    assert (row["on_time_returned_count"], row["on_time_spell_count"]) == (8, 20)
    assert row["on_time_return_rate"] == pytest.approx(0.57241, abs=1e-5)
    # Of the 12 who were overdue after two purchases nobody came back; a usual year is 219.
    assert (row["returned_count"], row["spell_count"], row["return_rate"]) == (0, 12, 0.0)
    assert (row["customer_id"], row["risk_amount"]) == ("overdue", Decimal("125.36"))
    assert row["low_risk_amount"] < row["risk_amount"] < row["high_risk_amount"]


def test_the_finding_carries_the_money_and_how_sure_it_is(store):
    left = [orders_every(f"left{n}", "2022-01-01", 2, 100) for n in range(12)]
    # Twice 100 days apart, and 600 days later once more: overdue from 450 on, and back.
    back = [
        orders_every(f"back{n}", "2021-01-01", 2, 100)
        + f"\nback{n}-late | back{n} | back{n} | 2022-12-02 | 100 | 40 | | "
        for n in range(2)
    ]
    found = ask_pulse(store, *left, *back, orders_every("overdue", "2025-12-01", 2, 100)).findings[0]
    assert (found.money.is_at_risk, found.certainty, found.people_count) == (True, "medium", 1)
    assert found.people[0].key == "overdue"


def test_no_price_ranks_what_nobody_ever_came_back_from(store):
    left = [orders_every(f"left{n}", "2022-01-01", 2, 100) for n in range(12)]
    answer = ask_pulse(store, *left, orders_every("overdue", "2025-12-01", 2, 100))
    (found, *_) = answer.findings
    assert (found.money, found.certainty, found.people_count) == (None, "low", 1)
    assert found.why_sure.startswith("0 of 12 earlier overdue ones came back within a year;")
    assert answer.summary["contact_risk_amount"] == Decimal("125.36")


def test_a_customer_who_loses_money_is_never_worth_chasing(store):
    loser = orders_every("loser", "2025-12-01", 2, 100, revenue=100, cost=300)
    row = ask_pulse(store, loser).rows.set_index("customer_id").loc["loser"]
    assert row["profitability"] == "loses money"
    assert pd.isna(row["risk_amount"]) or row["risk_amount"] == 0


def test_where_no_cost_is_known_it_is_revenue_that_is_at_risk(store):
    for number in range(8):
        store.fill("orders", orders_every(f"steady{number}", "2022-01-01", 19, 100, cost=""))
    store.fill("orders", orders_every("late", "2026-03-01", 2, 100, cost=""))
    answer = ask(store.open(), "buyers/pulse")
    told = " ".join([answer.headline, *(f"{each.why_sure} {each.people[0].why}" for each in answer.findings)])
    assert "revenue" in told and "of profit" not in told and "yearly profit" not in told


def test_profit_stays_profit_where_none_of_those_listed_has_a_known_cost_but_others_have(store):
    answer = ask_pulse(store, orders_every("late", "2026-03-01", 2, 100, cost=""))
    listed = answer.rows[answer.rows["customer_id"] == "late"]
    assert not listed["is_cost_known"].any()
    assert pulse.figure(listed).layout.xaxis.title.text == "Yearly profit at risk"


def test_how_many_came_back_of_those_as_late_is_told(store):
    (found, *_) = ask_pulse(store, orders_every("due", "2026-03-01", 2, 100)).findings
    assert found.why_sure.startswith("Nobody like them was ever as late before;")
    late = pd.DataFrame(
        {
            "activity": ["due", "due", "due", "overdue"],
            "purchase_band": [1, 2, 2, 1],
            "kind_number": [0, 0, 0, 0],
            "spell_count": [40, 2, 2, 1200],
            "returned_count": [20, 1, 1, 30],
        }
    )
    assert pulse._came_back(pulse._earlier(late)) == (
        "21 of 42 earlier due ones and 30 of 1,200 earlier overdue ones came back within a year"
    )


def test_revenue_stands_for_an_unknown_cost_and_says_so(store):
    unknown = orders_every("unknown", "2026-06-01", 2, 100, cost="")
    answer = ask_pulse(store, unknown)
    row = answer.rows.set_index("customer_id").loc["unknown"]
    assert (row["profit_amount"], row["is_cost_known"]) == (Decimal("200.00"), False)
    assert answer.summary["cost_unknown_count"] == 1


def test_loyal_needs_both_years_and_orders(store):
    rows = ask_pulse(
        store,
        orders_every("two years", "2025-11-01", 3, 60),
        orders_every("one year", "2026-01-01", 3, 60),
        orders_every("once", "2026-11-01", 1, 60),
    ).rows.set_index("customer_id")
    assert rows.loc[["two years", "one year", "once"], "loyalty"].tolist() == ["loyal", "came back", "one order"]


def test_when_nobody_ever_came_back_the_pace_is_unknown_not_zero(store):
    store.fill("orders", orders_every("a", "2026-01-01", 1, 1)).fill("orders", orders_every("b", "2026-02-01", 1, 1))
    answer = ask(store.open(), "buyers/pulse")
    assert answer.rows["activity"].tolist() == ["unknown", "unknown"]
    assert answer.not_enough.need == 1
    assert answer.rows["risk_amount"].isna().all()


def test_an_owner_sees_the_customers_who_ever_ordered_from_them(store):
    answer = ask_pulse(store, orders_every("mine", "2026-06-01", 2, 100, owner="Kim"), owner="Kim")
    assert answer.rows["customer_id"].tolist() == ["mine"]


def test_who_was_on_time_a_quarter_ago_and_is_overdue_now_has_slipped(store):
    # 6 September 2026 is a quarter before the last day: 'slow' had then last ordered 99 days ago, 'new' not yet.
    for text in (
        *STEADY,
        orders_every("slow", "2026-02-19", 2, 100),
        orders_every("new", "2026-11-01", 1, 100),
    ):
        store.fill("orders", text)
    answer = ask(store.open(), "buyers/pulse_moves")
    moved = {(row.before_activity, row.now_activity): row.customer_count for row in answer.rows.itertuples()}
    assert moved == {("active", "active"): 8, ("active", "due"): 1, ("new", "active"): 1}
    assert (answer.summary["worse_count"], answer.summary["known_before_count"]) == (1, 9)
    assert "1 of 9 customers slipped" in answer.headline


def test_whose_pace_is_not_known_cannot_slip(store):
    """Bob ordered once, and a quarter ago nine gaps of Ann told nothing of him: the share is of her alone."""
    store.fill("orders", orders_every("ann", "2026-01-01", 12, 30)).fill(
        "orders", orders_every("bob", "2026-01-01", 1, 1)
    )
    summary = ask(store.open(), "buyers/pulse_moves").summary
    assert (summary["known_before_count"], summary["worse_count"], summary["same_count"]) == (1, 0, 1)


def test_no_share_slipped_where_nobody_ever_came_back(store):
    for n in range(25):
        store.fill("orders", orders_every(f"once{n}", f"2026-0{1 + n % 9}-01", 1, 1))
    answer = ask(store.open(), "buyers/pulse_moves")
    assert (answer.not_enough.have, answer.not_enough.need) == (0, 1)


def test_one_time_buyers_count_among_those_who_could_come_back_where_too_few_gaps_tell_a_pace(store):
    """Five came back, twenty did not; five gaps tell nobody's pace but their own."""
    for n in range(25):
        store.fill("orders", orders_every(f"c{n}", "2023-01-01", 2 if n < 5 else 1, 100))
    store.fill("orders", orders_every("last", "2026-01-01", 1, 1))
    told = "select sum(spell_count) as spells, sum(returned_count) as returned from purchase_returns"
    counted = store.open().rows(
        f"{told} where activity = 'active' and purchase_band = 1 and spell_date < '2024-01-01'", {}
    )
    assert counted.to_numpy().tolist() == [[25, 5]]


def test_ranges_of_the_profit_at_risk_are_the_same_each_time(store):
    late = orders_every("overdue", "2025-12-01", 2, 100)
    rows = ask_pulse(store, late).rows
    again = pulse.compute(rows)
    assert again["high_risk_amount"].tolist() == rows["high_risk_amount"].tolist()
    assert np.all(rows["contact_low_amount"].notna() == rows["contact_high_amount"].notna())


def test_what_may_be_lost_is_called_at_risk_and_one_customer_is_singular(store):
    found = ask_pulse(store, orders_every("late", "2025-12-01", 2, 100)).findings
    late = next(finding for finding in found if "past their usual time" in finding.sentence)
    assert late.sentence.startswith("1 of 9 customers is past")
    assert late.money is None or late.money.is_at_risk


def test_what_is_at_risk_is_not_told_from_fewer_than_ten_earlier_cases(store):
    for number in range(3):
        store.fill("orders", orders_every(f"few{number}", "2026-01-01", 3, 50))
    store.fill("orders", orders_every("last", "2026-01-01", 4, 70))
    answer = ask(store.open(), "buyers/pulse", Filters())
    assert answer.summary["contact_count"] > 0
    assert "What is at risk cannot be told from so short a history." in answer.headline
    assert [finding.money for finding in answer.findings] == [None]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_counts_of_who_moved_are_in_the_colour_of_text_on_pale_cells(theme):
    rows = pd.DataFrame({"before_activity": ["active"], "now_activity": ["due"], "customer_count": [3]})
    cells = dressing.dress(pulse_moves.figure(rows), theme).data[0]
    assert cells.textfont.color == charts.COLOURS[theme]["text"]
    assert {colour for _, colour in cells.colorscale} <= set(charts.FAINTS[theme].values())


def test_all_loyal_customers_who_are_gone_are_counted_where_the_first_alone_are_listed(store):
    rows = ask_pulse(store, *(orders_every(f"gone{n}", "2022-01-01", 9, 100, revenue=900) for n in range(3))).rows
    listed = rows[rows["customer_id"].isin(["gone0", "gone1"])]
    (found,) = pulse.findings(listed)
    assert found.sentence.startswith("3 loyal and profitable customers are gone")
    assert (found.people_count, len(found.people)) == (3, 2)


def two_customers(store, gaps: int):
    """Ann ordered so often, every 30 days; Bob once, a year before the last day."""
    ann = orders_every("ann", "2025-01-01", gaps + 1, 30)
    bob = orders_every("bob", "2024-06-01", 1, 30)
    return store.fill("orders", ann).fill("orders", bob).open()


@pytest.mark.parametrize(("gaps", "activity"), [(1, "unknown"), (9, "unknown"), (10, "gone")])
def test_a_few_gaps_of_one_customer_say_nothing_of_another_who_ordered_once(store, gaps, activity):
    opened = two_customers(store, gaps)
    answer = ask(opened, "buyers/pulse")
    found = answer.rows.set_index("customer_id")["activity"].to_dict()
    assert (found["ann"], found["bob"]) == ("active", activity)
    assert ("the pace of 1 is not known" in answer.headline) == (activity == "unknown")
    topics = ask(opened, "buyers/customer", Filters(customer_id="bob")).rows.set_index("topic")
    assert topics.loc["Activity", "answer"].startswith(activity)


def contracts_and_projects(product_of=lambda kind: kind) -> list[str]:
    """20 contracts billed each 30 days, half of them ended, and 60 projects of which every third led to another."""
    told = []
    for n in range(20):
        count = 36 if n % 2 else 12
        told.append(orders_every(f"contract{n}", "2024-01-15", count, 30, revenue=300, product=product_of("Contract")))
    for n in range(60):
        start = f"{2023 + n % 4}-0{1 + n % 9}-01"
        count = 2 if n % 3 == 0 else 1
        told.append(
            orders_every(f"project{n}", start, count, 300, revenue=9000, cost=6000, product=product_of("Project"))
        )
    return told


@pytest.mark.parametrize(
    ("product_of", "kind"), [(lambda kind: kind, "Project"), (lambda kind: "", "usual first purchase")]
)
def test_the_gaps_of_contracts_are_not_those_of_projects(store, product_of, kind):
    for text in contracts_and_projects(product_of):
        store.fill("orders", text)
    rows = ask(store.open(), "buyers/pulse").rows.set_index("customer_id")
    once = rows[(rows["purchase_count"] == 1) & rows["kind"].eq(kind)]
    # 20 projects came back after 300 days each, 20 contracts after 30: (20 x 300 + 10 x 165) / 30.
    assert len(once) == 40 and set(once["usual_gap_days"].round(6)) == {255.0}
    late = once["days_since_last_order"] / 255
    assert once["activity"].tolist() == [
        "gone" if gaps > 4 else "overdue" if gaps > 2 else "due" if gaps > 1 else "active" for gaps in late
    ]
    # Those who come back do so once a year or so: nobody's year is worth more than what two projects bring.
    assert (once["yearly_profit_amount"] <= Decimal("6000")).all()
    assert (once["on_time_return_rate"] < 0.5).all()
    contract = rows.loc["contract1"]
    assert contract["usual_gap_days"] == pytest.approx((35 * 30 + 2 * (20 * 30 + 10 * 165) / 30) / 37)


def test_customers_are_of_one_kind_where_nothing_tells_how_often_they_order(store):
    """Two products, each with quick and slow customers alike."""
    for n in range(24):
        store.fill(
            "orders", orders_every(f"c{n}", "2025-01-01", 4, 30 + 60 * (n % 2), product=("Tea", "Coffee")[n // 12])
        )
    rows = ask(store.open(), "buyers/pulse").rows
    assert rows["kind"].isna().all() and set(rows["kind_number"]) == {0}


def test_fewer_than_ten_who_came_back_are_no_kind_of_their_own(store):
    for n in range(9):
        store.fill("orders", orders_every(f"few{n}", "2024-01-01", 3, 300, product="Rare"))
    for n in range(12):
        store.fill("orders", orders_every(f"many{n}", "2025-01-01", 12, 30, product="Common"))
    rows = ask(store.open(), "buyers/pulse").rows.set_index("customer_id")
    assert rows.loc["many0", "kind"] == "Common" and pd.isna(rows.loc["few0", "kind"])


@pytest.mark.parametrize(("count", "kinds"), [(10, set()), (30, {"Tea", "Coffee"})])
def test_what_chance_brings_among_few_customers_makes_no_kinds(store, count, kinds):
    """Tea brings people back after 30 or 120 days, coffee after 2.4 times as long: a quarter of the spread."""
    for n in range(count):
        store.fill("orders", orders_every(f"t{n}", "2025-01-01", 2, (30, 120)[n % 2], product="Tea"))
        store.fill("orders", orders_every(f"c{n}", "2025-01-01", 2, (73, 290)[n % 2], product="Coffee"))
    assert set(ask(store.open(), "buyers/pulse").rows["kind"].dropna()) == kinds


def test_what_is_sold_since_lately_is_no_kind_because_only_quick_customers_could_come_back_yet(store):
    """Each month four begin, one orders each 30 days and three each 500 to 700; the plan has a new name."""
    last = pd.Timestamp("2026-12-01")
    for start in pd.date_range("2024-01-01", last, freq="MS"):
        product = "Old plan" if start < pd.Timestamp("2025-10-01") else "New plan"
        for days in (30, 500, 600, 700):
            count = 1 + (last - start).days // days
            customer = f"{start:%Y%m}-{days}"
            store.fill("orders", orders_every(customer, f"{start:%Y-%m-%d}", count, days, product=product))
    assert ask(store.open(), "buyers/pulse").rows["kind"].isna().all()


def test_who_came_back_of_the_loyal_who_are_gone_is_told_of_all_of_them():
    gone = pd.DataFrame(
        {
            "activity": ["gone"] * 3,
            "purchase_band": [3, 3, 3],
            "kind_number": [1, 2, 2],
            "spell_count": [0, 7, 7],
            "returned_count": [0, 2, 2],
        }
    )
    assert pulse._came_back(pulse._earlier(gone)) == "2 of 7 earlier gone ones came back within a year"


def test_late_customers_with_nothing_at_risk_are_told_without_a_price(store):
    """What everybody buys is free, and all who were as late came back."""
    for n in range(12):
        store.fill("orders", orders_every(f"free{n}", "2022-01-01", 12, 100 + n % 2, revenue=0, cost=0))
    store.fill("orders", orders_every("last", "2022-01-01", 14, 100, revenue=0, cost=0))
    answer = ask(store.open(), "buyers/pulse")
    assert answer.summary["contact_risk_amount"] == 0
    assert answer.headline.startswith("12 of 13 customers are due or overdue; 1 is on time")
    assert [each.money for each in answer.findings] == [None]


def test_groups_may_be_judged_by_their_own_cases_alone(store):
    """The owner chose shrink_cases = 0; nobody whose first purchase was another came back."""
    for n in range(12):
        store.fill("orders", orders_every(f"fast{n}", "2023-01-03", 20, 20, product="Fast"))
        store.fill("orders", orders_every(f"slow{n}", "2023-01-03", 4, 200, product="Slow"))
        store.fill("orders", orders_every(f"once{n}", "2024-02-01", 1, 1, product="Other"))
    opened = store.open()
    store.connection.execute("update cut_offs set value = 0 where name = 'shrink_cases'")
    rows = ask(opened, "buyers/pulse").rows.set_index("customer_id")
    assert rows.loc[["fast0", "slow0", "once0"], "usual_gap_days"].tolist() == pytest.approx([20, 200, 110])
    assert rows["return_rate"].dropna().between(0, 1).all()


def test_of_a_kind_of_which_nobody_was_as_late_is_not_told_that_nobody_ever_was(store):
    """Fourteen who ordered each 20 days are gone for long; one who ordered each 160 days is gone since lately."""
    for n in range(14):
        store.fill("orders", orders_every(f"fast{n}", "2023-01-03", 20, 20 + n % 3, product="Fast"))
    for n in range(11):
        store.fill("orders", orders_every(f"slow{n}", "2024-06-03", 4, 200, product="Slow"))
    store.fill("orders", orders_every("large", "2022-09-01", 3, 160, revenue=5000, product="Slow"))
    answer = ask(store.open(), "buyers/pulse")
    rows = answer.rows.set_index("customer_id")
    assert rows.loc["large", ["activity", "spell_count"]].tolist() == ["gone", 0]
    assert rows.loc["fast0", ["activity", "spell_count"]].tolist() == ["gone", 14]
    (told,) = [each.why_sure for each in answer.findings if [one.name for one in each.people] == ["large"]]
    assert "Nobody like them was ever as late before" in told
