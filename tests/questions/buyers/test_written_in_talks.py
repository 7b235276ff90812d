"""What a talk leaves: deals and introductions that count on every page, once."""

from datetime import date
from decimal import Decimal

import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.questions.buyers.test_referrals import ORDERS, REFERRALS

TALK = """
    entry_id | kind | source_table | source_ref | topic | value | note | written_by | written_at
    1 | sent            | customers | ann | Spring | Research |                 | Dana | 2025-05-10 09:00:00
    2 | talked          | customers | ann | Spring |          |                 | Dana | 2025-05-12 09:00:00
    3 | upsell          | customers | ann | Spring | 900.00   | A second roof   | Dana | 2025-05-12 09:00:00
    4 | asked_for_names | customers | ann | Spring |          |                 | Dana | 2025-05-12 09:00:00
    5 | introduced      | customers | ann | Spring | Fay Fox  | fay@fox.example | Dana | 2025-05-12 09:00:00
    6 | introduced      | customers | ann | Spring | bea bell |                 | Dana | 2025-05-12 09:00:00
"""


def talked(store):
    return store.fill("orders", ORDERS).fill("referrals", REFERRALS).fill("entries", TALK)


def told(store, topic):
    return tuple(
        ask(store, "buyers/customer", Filters(customer_id="ann")).rows.set_index("topic").loc[topic, ["answer", "why"]]
    )


def test_an_upsell_of_a_talk_is_an_open_deal_of_the_customer_and_of_the_campaign(store):
    opened = talked(store).open()
    assert told(opened, "Open deals") == ("1 open deal", "worth 900 in all; 1 noted in a talk on the page Outreach")
    row = ask(opened, "outreach/results").rows.iloc[0]
    assert (row["open_deal_count"], row["open_amount"]) == (1, Decimal("900.00"))
    file = ask(opened, "buyers/customer_file", Filters(customer_id="ann")).rows
    assert file.loc[file["kind"] == "open deal", "what"].tolist() == ["A second roof (noted in the talk: Spring)"]
    assert "upsell: 900.00" not in file["what"].tolist()


def test_it_is_no_open_deal_once_the_customer_ordered_or_the_pipeline_has_it(store):
    talked(store).fill(
        "deals",
        "deal_id | name | customer_id | owner | stage_name | amount | opened_at\n"
        "d1 | Second roof | ann | Dana | Negotiation | 950 | 2025-05-13",
    )
    opened = store.open()
    assert told(opened, "Open deals") == ("1 open deal", "worth 950 in all")
    assert ask(opened, "outreach/results").rows.iloc[0]["open_deal_count"] == 0


def test_an_order_after_the_talk_closes_it(store):
    talked(store).fill("orders", "order_id | customer_id | ordered_at | revenue_amount\no9 | ann | 2025-06-01 | 880")
    assert told(store.open(), "Open deals")[0] == "none"


def test_a_credit_note_after_the_talk_does_not_close_it(store):
    talked(store).fill("orders", "order_id | customer_id | ordered_at | revenue_amount\no9 | ann | 2025-06-01 | -80")
    assert told(store.open(), "Open deals")[0] == "1 open deal"


@pytest.mark.parametrize("opened_at", ["", "2025-05-11"])
def test_a_deal_that_is_open_already_counts_and_the_note_does_not(store, opened_at):
    talked(store).fill(
        "deals",
        "deal_id | name | customer_id | owner | stage_name | amount | opened_at\n"
        f"d1 | Second roof | ann | Dana | Negotiation | 950 | {opened_at}",
    )
    assert told(store.open(), "Open deals") == ("1 open deal", "worth 950 in all")


def test_a_name_given_in_a_talk_stands_in_the_ledger_and_the_tree_and_one_of_the_list_counts_once(store):
    opened = talked(store).open()
    ann = ask(opened, "buyers/referral_asks").rows.set_index("customer_id").loc["ann"]
    # Two asks and three names of the list; of the talk one ask and Fay: Bea stands in the list already.
    assert ann[["ask_count", "asked_names_count", "names_count", "won_count"]].tolist() == [3, 4, 4, 2]
    tree = ask(opened, "buyers/referral_tree").rows
    assert sorted(tree.loc[tree["referrer_name"] == "Ann Abel", "referred_name"]) == [
        "Bea Bell", "Cem Cole", "Ed Eaton", "Fay Fox",
    ]  # fmt: skip
    assert told(opened, "Introduced")[0] == "4 names"


def test_an_ask_in_a_talk_counts_in_its_week_also_after_the_last_day_of_the_data(store):
    opened = talked(store).open()
    rows = ask(opened, "buyers/ask_weeks", Filters(as_of=date(2025, 5, 1))).rows
    assert rows["week_start"].max() == date(2025, 5, 12)
    last = rows.set_index("week_start").loc[date(2025, 5, 12)]
    assert (last["ask_count"], last["names_count"]) == (1, 1)
    earlier = ask(opened, "buyers/ask_weeks", Filters(as_of=date(2025, 3, 17))).rows
    assert earlier["week_start"].max() == date(2025, 3, 3)


def test_an_ask_that_the_list_tells_of_within_a_week_counts_once(store):
    store.fill("orders", ORDERS).fill("referrals", REFERRALS).fill(
        "entries",
        "entry_id | kind | source_table | source_ref | topic | written_by | written_at\n"
        "1 | asked_for_names | customers | ann | Spring | Dana | 2025-01-08 10:00:00",
    )
    ann = ask(store.open(), "buyers/referral_asks").rows.set_index("customer_id").loc["ann"]
    assert ann["ask_count"] == 2


def test_who_was_asked_in_a_talk_is_not_on_the_list_of_those_never_asked(store):
    store.fill("orders", ORDERS).fill("entries", TALK)
    store.fill(
        "feedback", "customer_id | given_at | score | scale\nann | 2025-05-01 | 10 | NPS\ncem | 2025-05-01 | 9 | NPS"
    )
    assert ask(store.open(), "buyers/never_asked").rows["customer_id"].tolist() == ["cem"]


def test_somebody_named_in_a_talk_who_then_ordered_is_a_customer_in_the_ledger(store):
    talked(store).fill(
        "orders",
        "order_id | customer_id | customer_name | ordered_at | revenue_amount\no9 | fay | Fay Fox | 2025-06-01 | 70",
    )
    ann = ask(store.open(), "buyers/referral_asks").rows.set_index("customer_id").loc["ann"]
    assert ann[["names_count", "won_count", "won_amount"]].tolist() == [4, 3, Decimal("390.00")]


LETTERS = """
    entry_id | kind | source_table | source_ref | topic | value | note | written_by | written_at
    1 | sent            | customers | ann | Spring | Referral ask |         | Dana | 2025-05-05 09:00:00
    2 | sent            | customers | bea | Spring | Referral ask |         | Dana | 2025-05-05 09:00:00
    3 | sent            | customers | cem | Spring | Referral ask |         | Dana | 2025-05-05 09:00:00
    4 | asked_for_names | customers | ann | Spring |              |         | Dana | 2025-05-12 09:00:00
    5 | introduced      | customers | ann | Spring | Fay Fox      |         | Dana | 2025-05-12 09:00:00
    6 | introduced      | customers | bea | Spring | Gus Gray     |         | Dana | 2025-05-13 09:00:00
"""


def test_a_letter_that_asks_waits_for_its_answer_and_lowers_no_names_an_ask(store):
    opened = store.fill("orders", ORDERS).fill("entries", LETTERS).open()
    answer = ask(opened, "buyers/ask_weeks")
    weeks = answer.rows.set_index("week_start")[["ask_count", "letter_count", "names_count"]]
    # Ann's letter was followed by the talk within the week: one ask. Bea answered on the eighth day: two.
    assert weeks.loc[date(2025, 5, 5)].tolist() == [2, 2, 0]
    assert weeks.loc[date(2025, 5, 12)].tolist() == [2, 0, 2]
    assert answer.headline.endswith("2 asks brought 2 names, the goal is 3 an ask; 2 letters asked as well.")
    ledger = ask(opened, "buyers/referral_asks").rows.set_index("customer_id")
    assert ledger.loc["ann", ["ask_count", "letter_count", "names_count"]].tolist() == [1, 0, 1]
    assert ledger.loc["bea", ["ask_count", "letter_count", "names_count"]].tolist() == [1, 1, 1]
    assert ledger.loc["cem", ["ask_count", "letter_count", "names_count"]].tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    ("customer", "answer", "why"),
    [
        ("ann", "1 name", "1 ask; none of them is a customer yet"),
        ("bea", "1 name", "1 ask (1 letter that asked not among them); none of them is a customer yet"),
        ("cem", "nobody yet", "0 asks (1 letter that asked not among them) so far."),
    ],
)
def test_a_letter_that_waits_is_no_ask_on_the_page_of_the_customer_either(store, customer, answer, why):
    opened = store.fill("orders", ORDERS).fill("entries", LETTERS).open()
    rows = ask(opened, "buyers/customer", Filters(customer_id=customer)).rows.set_index("topic")
    assert rows.loc["Introduced", ["answer", "why"]].tolist() == [answer, why]


NAMED = "entry_id | kind | source_table | source_ref | topic | value | written_by | written_at\n"


def won_by(store, listed: str, talked_at: str):
    """Names, won and money of Bea, whom the list has as the one who gave Dora, and of Cem, who gave her in a talk."""
    store.fill("orders", ORDERS).fill("referrals", f"referrer | referred | given_at | customer_id\n{listed}")
    store.fill("entries", f"{NAMED}1 | introduced | customers | cem | Spring | Dora Dean | Dana | {talked_at} 09:00:00")
    opened = store.open()
    answer = ask(opened, "buyers/referral_asks")
    assert (answer.summary["all_won_count"], answer.summary["all_won_amount"]) == (1, Decimal("50.00"))
    rows = answer.rows.set_index("customer_id")
    for name in ("bea", "cem"):
        topics = ask(opened, "buyers/customer", Filters(customer_id=name)).rows.set_index("topic")
        is_winner = rows.loc[name, "won_count"] == 1
        assert ("50" in topics.loc["Introduced", "why"]) == is_winner
    return rows.loc[["bea", "cem"], ["names_count", "won_count", "won_amount"]].to_numpy().tolist()


BEA_WINS = [[1, 1, Decimal("50.00")], [1, 0, Decimal("0.00")]]
CEM_WINS = [[1, 0, Decimal("0.00")], [1, 1, Decimal("50.00")]]


@pytest.mark.parametrize(
    ("listed_at", "talked_at", "expected"),
    [
        ("2025-03-04", "2025-03-20", BEA_WINS),
        ("2025-03-04", "2025-01-02", CEM_WINS),
        ("2025-03-04", "2025-03-04", BEA_WINS),
        # Dora's first order is of 1 April: a later list tells of a customer.
        ("2025-06-01", "2025-01-02", CEM_WINS),
        ("2025-03-04", "2025-06-01", BEA_WINS),
        # Without a day only where no earlier one is left.
        ("", "2025-01-02", CEM_WINS),
        ("", "2025-06-01", BEA_WINS),
    ],
)
def test_of_a_list_and_a_talk_that_name_one_person_the_earlier_before_the_first_order_wins(
    store, listed_at, talked_at, expected
):
    assert won_by(store, f"bea | Dora Dean | {listed_at} | dora", talked_at) == expected


def test_names_of_names_follow_whoever_named_them_first(store):
    """Ann's list has Cem and Bea, Bea's has Dora and Ann; a talk tells that Cem had named Bea before Ann did."""
    store.fill("orders", ORDERS).fill("referrals", REFERRALS)
    store.fill("entries", f"{NAMED}1 | introduced | customers | cem | Spring | Bea Bell | Dana | 2025-01-02 09:00:00")
    rows = ask(store.open(), "buyers/referral_asks").rows.set_index("customer_id")
    assert rows.loc[["ann", "cem"], ["second_names_count", "second_won_amount"]].to_numpy().tolist() == [
        [1, Decimal("200.00")],
        [2, Decimal("50.00")],
    ]
