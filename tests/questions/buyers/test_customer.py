"""One customer: every method's class and why, orders and everything else on file."""

from datetime import date

from analytics.filters import Filters
from analytics.questions import ask
from tests.questions.buyers.test_referrals import ORDERS, REFERRALS


def opened(store):
    store.fill("orders", ORDERS).fill("referrals", REFERRALS)
    store.fill(
        "orders", "order_id | customer_id | ordered_at | revenue_amount | is_refund\nr1 | ann | 2024-07-01 | -40 | true"
    )
    store.fill("feedback", "customer_id | given_at | score | scale | comment\nbea | 2025-05-01 | 3 | NPS | Late twice")
    store.fill(
        "deals",
        """
        deal_id | name | customer_id | owner | stage_name | amount | opened_at | next_step | next_step_date
        d1 | New roof | ann | Dana | Negotiation | 900 | 2025-04-01 | Send the drawings | 2025-05-20
        """,
    )
    return store.open()


def told(store, customer):
    rows = ask(store, "buyers/customer", Filters(customer_id=customer)).rows
    return rows.set_index("topic")


def test_classes_and_reasons_by_hand(store):
    ann = told(opened(store), "ann")
    # 760 of 1,130; 760 is not yet 80 % of 904, with Bea's 200 it is: both are the vital few.
    assert ann.loc["Revenue", "answer"] == "one of the vital few"
    assert ann.loc["Revenue", "why"].startswith("number 1 of 4 customers by revenue: 760 of 1,130")
    assert ann.loc["Satisfaction", "answer"] == "never asked how it was"
    assert ann.loc["Introduced", ["answer", "why"]].tolist() == ["3 names", "2 asks; 2 became customers for 320"]
    assert ann.loc["Open deals", "answer"] == "1 open deal"
    assert ann.loc["Next step", "answer"] == "Send the drawings on 2025-05-20"


def test_an_unhappy_customer_is_called_before_anything_else(store):
    bea = told(opened(store), "bea")
    assert bea.loc["Satisfaction", "why"] == 'gave 3 out of 10 on 2025-05-01: "Late twice"'
    assert bea.loc["Came to us", "answer"] == "introduced by Ann Abel"
    assert bea.loc["Next step", "answer"] == "Call before asking for anything."


def test_without_a_choice_it_is_the_customer_with_most_revenue(store):
    assert ask(opened(store), "buyers/customer").summary["customer_key"] == "ann"


def test_a_headline_leaves_out_what_is_not_known(store):
    once = "order_id | customer_id | ordered_at | revenue_amount\no1 | dan | 2026-05-04 | 900"
    answer = ask(store.fill("orders", once).open(), "buyers/customer")
    assert answer.rows.set_index("topic").loc["Activity", "answer"] == "unknown"
    assert answer.headline.startswith("dan: one of the vital few; never asked how it was. Next step: ")


def test_nobody_of_that_number_is_nothing_found(store):
    assert len(ask(opened(store), "buyers/customer", Filters(customer_id="zzz")).rows) == 0


def test_orders_up_to_the_chosen_day_with_what_was_given_back(store):
    open_store = opened(store)
    everything = ask(open_store, "buyers/customer_orders", Filters(customer_id="ann"))
    assert everything.rows["order_id"].tolist() == ["r1", "o2", "o1"]
    assert everything.headline == "Ann Abel: 2 orders for 760 net, from 2024-01-01 to 2024-07-01."
    earlier = ask(open_store, "buyers/customer_orders", Filters(as_of=date(2024, 6, 1), customer_id="ann"))
    assert earlier.rows["order_id"].tolist() == ["o2", "o1"]


def test_everything_else_on_file_stands_latest_first(store):
    rows = ask(opened(store), "buyers/customer_file", Filters(customer_id="ann")).rows
    assert rows[["kind", "what"]].values.tolist() == [
        ["open deal", "New roof (Negotiation)"],
        ["introduction", "by Bea Bell"],
        ["name given", "Ed Eaton"],
        ["name given", "Cem Cole"],
        ["name given", "Bea Bell"],
    ]


def test_a_customer_is_found_by_part_of_a_name_or_number(store):
    open_store = opened(store)
    for text in ("BELL", "bea", "e"):
        assert "bea" in ask(open_store, "buyers/customer_search", Filters(search=text)).rows["customer_id"].tolist()
    assert len(ask(open_store, "buyers/customer_search", Filters(search="nobody")).rows) == 0


def test_a_customer_without_a_number_is_called_by_ours(store):
    store.fill(
        "orders",
        "order_id | customer_name | email | ordered_at | revenue_amount\no1 | Kim | kim@x.example | 2024-01-01 | 5",
    )
    open_store = store.open()
    key = ask(open_store, "buyers/customer_search").rows["person_key"].iloc[0]
    assert ask(open_store, "buyers/customer", Filters(customer_id=str(key))).summary["name"] == "Kim"


def test_an_order_of_several_rows_stands_once_with_what_else_was_in_it_and_what_was_given_back(store):
    store.fill(
        "orders",
        """
        order_id | customer_id | ordered_at | revenue_amount | product | paid_at    | is_refund
        o1       | ann         | 2024-03-01 | 100            | Roof    |            | false
        o1       | ann         | 2024-03-01 | 20             | Gutter  | 2024-03-09 | false
        o1       | ann         | 2024-03-01 | -20            | Gutter  |            | true
        o2       | ann         | 2024-05-01 | 30             | Gutter  |            | false
        """,
    )
    rows = ask(store.open(), "buyers/customer_orders", Filters(customer_id="ann")).rows
    assert rows[["order_id", "product", "is_refund"]].values.tolist() == [
        ["o2", "Gutter", False],
        ["o1", "Gutter and 1 more", False],
        ["o1", "Gutter", True],
    ]
    assert [float(amount) for amount in rows["revenue_amount"]] == [30, 120, -20]
    assert rows["paid_at"].notna().tolist() == [False, True, False]
