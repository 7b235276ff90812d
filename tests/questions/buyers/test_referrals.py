"""Referral asks (M8): the ledger, asks a week, whom to ask, and the tree."""

from datetime import date
from decimal import Decimal

import pandas as pd

from analytics.filters import Filters
from analytics.questions import ask
from analytics.questions.buyers import referral_asks
from analytics.questions.buyers.family_tree import grow

ORDERS = """
    order_id | customer_id | customer_name | ordered_at | revenue_amount
    o1 | ann  | Ann Abel   | 2024-01-01 | 500
    o2 | ann  | Ann Abel   | 2024-06-01 | 300
    o3 | bea  | Bea Bell   | 2025-02-01 | 200
    o4 | cem  | Cem Cole   | 2025-03-01 | 100
    o5 | dora | Dora Dean  | 2025-04-01 | 50
    o6 | cem  | Cem Cole   | 2025-05-01 | 20
"""
# Ann gives Bea and Cem on one day and Ed later; Bea gives Dora, who bought, and Ann herself, a circle.
REFERRALS = """
    referrer | referred | asked_at | given_at | customer_id
    ann | Bea Bell | 2025-01-06 | 2025-01-07 | bea
    ann | Cem Cole | 2025-01-06 | 2025-01-08 | cem
    ann | Ed Eaton | 2025-01-20 | 2025-01-21 |
    bea | Dora Dean | 2025-03-03 | 2025-03-04 | dora
    bea | Ann Abel | 2025-03-03 | 2025-03-05 | ann
"""


def filled(store):
    return store.fill("orders", ORDERS).fill("referrals", REFERRALS).open()


def test_the_ledger_counts_asks_names_customers_money_and_the_second_generation(store):
    answer = ask(filled(store), "buyers/referral_asks")
    ann = answer.rows.set_index("customer_id").loc["ann"]
    assert ann[["ask_count", "asked_names_count", "names_count", "won_count"]].tolist() == [2, 3, 3, 2]
    # Bea 200 and Cem 120; Dora 50 in the second generation, Ann herself does not count there.
    assert ann["won_amount"] == Decimal("320.00")
    assert ann[["second_names_count", "second_won_count"]].tolist() == [1, 1]
    assert ann["second_won_amount"] == Decimal("50.00")
    # Ann had ordered a year before Bea named her: four names are new.
    bea = answer.rows.set_index("customer_id").loc["bea"]
    assert bea[["asked_names_count", "new_names_count", "won_count"]].tolist() == [2, 1, 1]
    assert answer.headline.startswith("3 asks brought 5 names; 4 of them new to us; 3 of these became customers.")
    assert "3 introduced customers ordered for 370 so far." in answer.headline


def introduced(store, referrals, more_orders=""):
    return ask(store.fill("orders", ORDERS + more_orders).fill("referrals", referrals).open(), "buyers/referral_asks")


def test_whoever_had_bought_before_the_introduction_is_not_won_by_it(store):
    answer = introduced(
        store,
        "referrer | referred | given_at | customer_id\n"
        "ann | Bea Bell | 2025-02-02 | bea\n"  # a day after her first order
        "ann | Cem Cole | 2025-03-01 | cem\n"  # on the day of it
        "ann | Dora Dean | | dora",  # nobody knows when
    )
    ann = answer.rows.set_index("customer_id").loc["ann"]
    assert ann[["names_count", "won_count", "won_amount"]].tolist() == [3, 2, Decimal("170.00")]
    assert "2 introduced customers ordered for 170 so far (of 1 the introduction has no day" in answer.headline


def test_whoever_two_introduced_counts_once_with_the_first_of_them(store):
    opened = (
        store.fill("orders", ORDERS)
        .fill(
            "referrals",
            "referrer | referred | given_at | customer_id\n"
            "ann | Cem Cole | 2025-02-09 | cem\n"
            "bea | Cem Cole | 2025-02-01 | cem\n"
            "bea | Dora Dean | 2025-02-01 | dora",
        )
        .open()
    )
    answer = ask(opened, "buyers/referral_asks")
    rows = answer.rows.set_index("customer_id")
    assert rows.loc["ann", ["names_count", "won_count", "won_amount"]].tolist() == [1, 0, 0]
    assert rows.loc["bea", ["names_count", "won_count", "won_amount"]].tolist() == [2, 2, Decimal("170.00")]
    assert (answer.summary["all_won_count"], answer.summary["all_won_amount"]) == (2, Decimal("170.00"))
    tree = ask(opened, "buyers/referral_tree")
    assert (tree.summary["introduction_count"], tree.summary["won_count"]) == (2, 2)


def test_whom_the_own_row_says_to_be_referred_was_won_whatever_day_the_row_was_made(store):
    store.fill("orders", ORDERS).fill(
        "customers",
        "customer_id | name | referred_by_customer_id | created_date\n"
        "ann | Ann Abel | |\nbea | Bea Bell | ann | 2025-05-01",
    )
    ann = ask(store.open(), "buyers/referral_asks").rows.set_index("customer_id").loc["ann"]
    assert ann[["won_count", "won_amount"]].tolist() == [1, Decimal("200.00")]


def test_customers_who_sent_somebody_are_those_whose_introduction_came_first(store):
    opened = store.fill("orders", ORDERS).fill(
        "referrals",
        "referrer | referred | given_at | customer_id\n"
        "ann | Bea Bell | 2025-01-07 | bea\nbea | Ann Abel | 2025-03-05 | ann",
    )
    assert ask(opened.open(), "buyers/repeat_worth").summary["referrer_count"] == 1


def test_the_price_of_asking_counts_a_name_that_two_gave_once(store):
    store.fill("orders", ORDERS).fill("feedback", "customer_id | given_at | score | scale\ncem | 2025-05-01 | 10 | NPS")
    store.fill(
        "referrals",
        "referrer | referred | given_at | customer_id\n"
        "ann | Bea Bell | 2024-01-07 | bea\ndora | Bea Bell | 2024-01-08 | bea\ndora | Ann Abel | 2024-01-08 | ann",
    )
    summary = ask(store.open(), "buyers/never_asked").summary
    assert (summary["settled_names_count"], summary["settled_won_count"], summary["won_mean_amount"]) == (3, 1, 200)


def test_somebody_whose_own_row_says_who_sent_them_is_introduced_without_an_ask(store):
    store.fill("orders", ORDERS)
    store.fill("customers", "customer_id | name | referred_by_customer_id\nann | Ann Abel |\nbea | Bea Bell | ann")
    answer = ask(store.open(), "buyers/referral_asks")
    ann = answer.rows.set_index("customer_id").loc["ann"]
    assert ann[["ask_count", "asked_names_count", "names_count", "won_count"]].tolist() == [0, 0, 1, 1]
    assert "no ask for names is written down" in answer.headline


def test_a_name_that_nobody_talked_to_is_found(store):
    finding = ask(filled(store), "buyers/referral_asks").findings[0]
    assert finding.sentence.startswith("1 of the names")
    assert [person.key for person in finding.people] == ["ann"]


def test_asks_by_week_against_the_goal_up_to_the_chosen_day(store):
    opened = filled(store)
    # Weeks of 6 and 20 January and 3 March; seen from Monday 17 March ten weeks have passed since the first.
    summary = ask(opened, "buyers/ask_weeks", Filters(as_of=date(2025, 3, 17))).summary
    assert (summary["all_ask_count"], summary["all_names_count"], summary["week_count"]) == (3, 5, 10)
    assert summary["reached_count"] == 0
    earlier = ask(opened, "buyers/ask_weeks", Filters(as_of=date(2025, 1, 19))).rows
    assert earlier[["week_start", "ask_count", "names_count"]].values.tolist() == [[date(2025, 1, 6), 1, 2]]


def happy_repeaters(store, count, referrals):
    """So many happy customers with two orders; the first of them gave the names listed, one an ask."""
    orders, given = ["order_id | customer_id | ordered_at | revenue_amount"], ["customer_id | given_at | score | scale"]
    for number in range(count):
        orders += [f"a{number} | h{number:02} | 2024-01-01 | 100", f"b{number} | h{number:02} | 2025-12-31 | 100"]
        given.append(f"h{number:02} | 2025-12-01 | 10 | NPS")
    names = ["referrer | referred | asked_at | customer_id"]
    for number in range(referrals):
        names.append(
            f"h00 | Name {number} | 2024-02-{number + 1:02} | {'n' + str(number) if number < referrals // 2 else ''}"
        )
        if number < referrals // 2:
            orders.append(f"n{number} | n{number} | 2024-06-01 | 1000")
    store.fill("orders", "\n".join(orders)).fill("feedback", "\n".join(given))
    if referrals:
        store.fill("referrals", "\n".join(names))
    return ask(store.open(), "buyers/never_asked")


def test_happy_repeat_customers_never_asked_are_listed_and_priced(store):
    answer = happy_repeaters(store, 5, 20)
    assert sorted(answer.rows["customer_id"]) == ["h01", "h02", "h03", "h04"]
    # One name an ask, half of them buy, each for 1,000: four asks bring about 2,000.
    summary = answer.summary
    assert (summary["ask_count"], summary["asked_names_count"]) == (20, 20)
    assert (summary["settled_names_count"], summary["settled_won_count"]) == (20, 10)
    assert 1500 <= summary["likely_amount"] <= 2500
    assert summary["low_amount"] < summary["likely_amount"] < summary["high_amount"]
    assert "three or four people" in answer.findings[0].next_step


def test_without_ten_asks_there_is_a_list_and_no_price(store):
    answer = happy_repeaters(store, 5, 6)
    assert len(answer.rows) == 4
    assert pd.isna(answer.summary["likely_amount"])
    assert answer.findings[0].money is None
    assert "can be told after 10 asks, once 10 names are half a year old" in answer.headline


def test_an_unhappy_or_one_time_customer_is_not_asked(store):
    store.fill("orders", ORDERS)
    store.fill(
        "feedback", "customer_id | given_at | score | scale\nann | 2025-05-01 | 3 | NPS\nbea | 2025-05-01 | 10 | NPS"
    )
    assert len(ask(store.open(), "buyers/never_asked").rows) == 0


def test_the_tree_has_everybody_once_and_no_circle(store):
    answer = ask(filled(store), "buyers/referral_tree")
    forest = grow(answer.rows)
    names = {forest.members[key].name: member.parent for key, member in forest.members.items()}
    parents = {name: forest.members[parent].name if parent else None for name, parent in names.items()}
    assert parents == {
        "Ann Abel": None,
        "Bea Bell": "Ann Abel",
        "Cem Cole": "Ann Abel",
        "Ed Eaton": "Ann Abel",
        "Dora Dean": "Bea Bell",
    }
    assert answer.summary["deepest_count"] == 2
    assert "Most money grew from Ann Abel: 370" in answer.headline


def test_a_customer_introduced_after_introducing_others_keeps_their_branch():
    rows = pd.DataFrame(
        [
            (2, "Bea", 3, "Cem", date(2025, 1, 1), False, True, 10.0),
            (1, "Ann", 2, "Bea", date(2025, 2, 1), False, True, 20.0),
            (9, "Zoe", 2, "Bea", date(2025, 3, 1), False, True, 20.0),
        ],
        columns=[
            "referrer_person_key", "referrer_name", "referred_person_key", "referred_name",
            "given_date", "was_customer", "is_won", "won_amount",
        ],
    )  # fmt: skip
    forest = grow(rows)
    assert forest.roots() == [1, 9]
    assert (forest.below(1), forest.amount_below(1), forest.generations()) == ([2, 3], 30.0, 2)


def test_names_and_talks_are_those_of_all_who_gave_one_where_the_first_alone_are_listed(store):
    rows = ask(filled(store), "buyers/referral_asks").rows
    # Ann alone is listed: she gave three of five names in two of three asks, and Ed is the one nobody talked to.
    listed = rows[rows["customer_id"] == "ann"].assign(
        all_ask_count=12, all_asked_names_count=20, all_contacted_count=1
    )
    few, waiting = referral_asks.findings(listed)
    assert few.sentence.startswith("12 asks brought 20 names, 1.7 an ask")
    assert waiting.sentence.startswith("4 of the names")
