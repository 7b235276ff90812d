"""What campaigns brought, counted by hand."""

import pytest
from scipy.stats import fisher_exact

from analytics.questions import ask

HEADER = "entry_id | kind | source_table | source_ref | topic | value | note | written_by | written_at"
ORDERS = """
    order_id | customer_id | customer_name | ordered_at | revenue_amount | is_refund
    o1       | c1          | Ann           | 2026-01-10 | 700            |
    o2       | c2          | Ben           | 2026-01-11 | 150            |
    o3       | c3          | Cleo          | 2026-01-12 | 100            |
    o4       | c1          | Ann           | 2026-03-01 | 50             |
    o5       | c1          | Ann           | 2026-03-20 | 500            |
    o6       | c1          | Ann           | 2026-03-25 | -120           | true
    o7       | c3          | Cleo          | 2026-03-21 | 80             |
    o8       | n1          | Rosa Diaz     | 2026-04-02 | 900            |
    o9       | n2          | Hal           | 2026-01-02 | 10             |
    o10      | n2          | Hal           | 2026-04-03 | 60             |
"""


def _entries(store, *lines: str) -> None:
    """kind | customer | topic | value | note | day, numbered in order."""
    rows = []
    for number, line in enumerate(lines, start=1):
        kind, who, topic, value, note, day = (part.strip() for part in line.split("|"))
        rows.append(f"{number} | {kind} | customers | {who} | {topic} | {value} | {note} | Olga | {day}")
    store.fill("entries", "\n".join([HEADER, *rows]))


def _customers(store, *refs: str) -> None:
    store.fill("customers", "\n".join(["customer_id | name", *(f"{ref} | {ref}" for ref in refs)]))


@pytest.fixture
def sent(store):
    _customers(store, "c1", "c2", "c3", "n1", "n2")
    return store.fill("orders", ORDERS)


def test_money_is_of_later_days_net_of_refunds_and_of_those_written_to(sent):
    _entries(
        sent,
        "sent | c1 | Spring | Research | | 2026-03-01",
        "sent | c2 | Spring | Research | | 2026-03-01",
        "held_out | c3 | Spring | | | 2026-03-01",
        "talked | c1 | Spring | | | 2026-03-05",
        "upsell | c1 | Spring | 400 | Gutters | 2026-03-05",
    )
    row = ask(sent.open(), "outreach/results").rows.iloc[0]
    told = (
        "written_count",
        "talked_count",
        "upsell_count",
        "upsell_or_introduction_count",
        "waiting_count",
        "won_count",
    )
    assert [int(row[name]) for name in told] == [2, 1, 1, 1, 1, 1]
    # The order on the day of the letter came before it for all we know.
    assert float(row["won_amount"]) == 380
    assert (row["held_out_count"], row["held_out_won_count"], float(row["held_out_amount"])) == (1, 1, 80)


def test_somebody_introduced_counts_once_they_give_their_first_order(sent):
    _entries(
        sent,
        "sent | c1 | Spring | Research | | 2026-03-01",
        "introduced | c1 | Spring | rosa DIAZ | 555-0100 | 2026-03-05",
        "introduced | c1 | Spring | Hal | | 2026-03-05",
        "introduced | c1 | Spring | Nobody | | 2026-03-05",
    )
    sent.connection.execute("update canonical.customers set name = 'Rosa Diaz' where customer_id = 'n1'")
    sent.connection.execute("update canonical.customers set name = 'Hal' where customer_id = 'n2'")
    row = ask(sent.open(), "outreach/results").rows.iloc[0]
    # Hal was a customer before anybody named him.
    assert (row["name_count"], row["introduced_won_count"], float(row["introduced_won_amount"])) == (3, 1, 900)


def test_while_the_data_ends_before_the_letters_orders_are_unknown_and_not_none(sent):
    _entries(sent, "sent | c1 | Summer | Research | | 2026-06-01", "held_out | c2 | Summer | | | 2026-06-01")
    answer = ask(sent.open(), "outreach/results")
    row = answer.rows.iloc[0]
    names = ["won_count", "won_amount", "held_out_won_count", "held_out_amount", "introduced_won_amount"]
    assert row[names].isna().all() and not row["is_seen_after"]
    assert "the data ends before the letters" in answer.headline
    assert "not known yet" in answer.figure().data[0].text
    # Within a bar of nought the words would not be drawn.
    assert answer.figure().data[0].textposition == "outside"


def test_whoever_is_called_without_a_letter_counts_and_whoever_is_held_out_stays_so(sent):
    _entries(
        sent,
        "talked | c1 | Spring | | | 2026-03-01",
        "held_out | c3 | Spring | | | 2026-03-01",
        "talked | c3 | Spring | | | 2026-03-02",
        "sent | c1 | Spring | Research | | 2026-03-03",
        "sent | c1 | Spring | Research | | 2026-03-04",
    )
    row = ask(sent.open(), "outreach/results").rows.iloc[0]
    assert (row["written_count"], row["talked_count"], row["held_out_count"]) == (1, 1, 1)


def _many(store, ordered: int, written: int, held_ordered: int, held: int):
    groups = (("w", written, ordered, "sent"), ("h", held, held_ordered, "held_out"))
    refs = [f"{mark}{n}" for mark, count, _, _ in groups for n in range(count)]
    _customers(store, *refs)
    orders = ["order_id | customer_id | ordered_at | revenue_amount", "z | z | 2026-05-01 | 1"]
    orders += [f"a{ref} | {ref} | 2026-01-10 | 10" for ref in refs]
    orders += [f"b{mark}{n} | {mark}{n} | 2026-04-10 | 10" for mark, _, some, _ in groups for n in range(some)]
    store.fill("orders", "\n".join(orders))
    _entries(
        store,
        *(f"{kind} | {mark}{n} | Spring | | | 2026-03-01" for mark, count, _, kind in groups for n in range(count)),
    )
    return ask(store.open(), "outreach/results")


def test_a_hold_out_is_compared_by_fishers_exact_test_with_ranges(store):
    answer = _many(store, 30, 40, 2, 12)
    row = answer.rows.iloc[0]
    assert row["p_value"] == pytest.approx(fisher_exact([[30, 10], [2, 10]]).pvalue)
    assert row["is_different"] and row["won_low_rate"] < 0.75 < row["won_high_rate"]
    assert "30 of 40 (" in answer.headline and "the letter made a difference" in answer.headline


def test_a_difference_that_chance_makes_is_called_chance(store):
    answer = _many(store, 20, 40, 5, 12)
    assert not answer.rows.iloc[0]["is_different"]
    assert "Chance alone could make this difference" in answer.headline


def test_under_ten_held_out_there_are_counts_and_no_verdict(store):
    answer = _many(store, 9, 9, 0, 9)
    row = answer.rows.iloc[0]
    assert row[["p_value", "is_different", "won_low_rate", "held_out_low_rate"]].isna().all()
    assert "9 of 9 ordered" in answer.headline and "0 of 9 did. Too few to compare." in answer.headline
    assert "%" not in answer.headline


def test_the_people_of_a_campaign_are_listed_with_what_came_of_each(sent):
    _entries(
        sent,
        "sent | c1 | Spring | Research | | 2026-03-01",
        "sent | c2 | Spring | Research | | 2026-03-01",
        "held_out | c3 | Spring | | | 2026-03-01",
        "talked | c1 | Spring | | | 2026-03-05",
        "introduced | c1 | Spring | Rosa | | 2026-03-05",
        "introduced | c1 | Spring | Hal | | 2026-03-05",
    )
    answer = ask(sent.open(), "outreach/written")
    rows = answer.rows.set_index("name")
    assert rows.loc["c1", ["name_count", "names", "order_count"]].tolist() == [2, "Rosa; Hal", 1]
    assert rows.loc["c2", "order_count"] == 0 and rows.loc["c3", "is_held_out"]
    assert answer.headline == "2 letters written; 1 of these people talked to so far."


def test_a_campaign_that_nobody_wrote_in_is_not_listed(sent):
    _entries(sent, "held_out | c1 | Spring | | | 2026-03-01", "upsell | c2 | Fall | | Gutters | 2026-03-01")
    assert len(ask(sent.open(), "outreach/results").rows) == 0
