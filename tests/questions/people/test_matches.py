"""Pairs that only a person can tell apart, and what was joined without asking."""

from analytics.questions import ask

CUSTOMERS = """
    customer_id | name     | email             | city
    c1          | Jan Smit | jan@smit.example  | Breda
    c2          | Zoe Zed  | zoe@zed.example   | Delft
"""
ORDERS = """
    order_id | customer_id | customer_name | email                  | ordered_at | revenue_amount
    o1       | c1          |               |                        | 2026-01-10 | 1200
    o2       | c1          |               |                        | 2026-02-10 | 300
    o3       |             | Jan Smit      | smit.jan@mail.example  | 2026-03-11 | 950
"""
LEADS = """
    lead_id | name     | email           | created_at
    l1      | Z. Zed   | zoe@zed.example | 2026-01-05
"""


def test_a_pair_that_both_buy_says_what_each_bought_and_becomes_a_finding_without_a_price(store):
    store.fill("customers", CUSTOMERS)
    store.fill("orders", ORDERS)
    answer = ask(store.open(), "people/possible_matches")
    (row,) = answer.rows.itertuples()
    assert (row.one_name, row.other_name, row.reason) == ("Jan Smit", "Jan Smit", "same name, another e-mail")
    assert (row.one_order_count, row.other_order_count) == (2, 1)
    assert (row.one_revenue_amount, row.other_revenue_amount) == (1500, 950)
    assert answer.headline == "1 pair may be one person; both have orders and count as two customers."
    (found,) = answer.findings
    assert found.money is None and found.certainty == "low" and found.people_count == 1


def test_a_pair_of_which_one_never_bought_is_listed_and_asks_for_nothing(store):
    store.fill("customers", CUSTOMERS)
    store.fill("leads", "lead_id | name | email | created_at\n l9 | Jan Smit | j@x.example | 2026-01-05")
    answer = ask(store.open(), "people/possible_matches")
    assert answer.headline == "1 pair may be one person."
    assert answer.findings == []


def test_a_customer_who_may_also_be_a_lead_is_a_finding_of_its_own(store):
    store.fill("customers", CUSTOMERS)
    store.fill("orders", "order_id | customer_id | ordered_at | revenue_amount\n o1 | c1 | 2026-01-10 | 1200")
    store.fill("leads", "lead_id | name | email | created_at\n l9 | Jan Smit | j@x.example | 2026-01-05")
    (found,) = ask(store.open(), "people/possible_matches").findings
    assert found.sentence.startswith("1 pair of a customer and somebody who never ordered")
    assert (found.people_count, [each.name for each in found.people]) == (1, ["Jan Smit"])


def test_what_was_joined_is_told_with_the_reason_and_both_records(store):
    store.fill("customers", CUSTOMERS)
    store.fill("leads", LEADS)
    answer = ask(store.open(), "people/joined_records")
    (row,) = answer.rows.itertuples()
    assert (row.name, row.reason, row.one_record, row.other_record) == (
        "Zoe Zed", "same e-mail", "customer c2", "lead l1",
    )  # fmt: skip
    assert answer.headline == "1 person stands in more than one record."


def test_ids_that_one_row_names_together_are_not_listed_as_joined(store):
    store.fill("customers", CUSTOMERS)
    store.fill("leads", "lead_id | customer_id | name | created_at\n l1 | c1 | Jan Smit | 2026-01-05")
    assert len(ask(store.open(), "people/joined_records").rows) == 0
