"""Need, willingness, resources: three yeses justify a deal, an answer written here counts, and the gate is tested."""

from datetime import date

import pytest

from analytics.filters import Filters
from analytics.questions import ask
from tests.filled import FilledStore

NAME = "prospects/justified"
LATE = Filters(as_of=date(2026, 6, 30))
ENTRIES = """
    entry_id|kind     |source_table|source_ref|topic|value|note |written_by|written_at
    1       |resources|deals       |d2        |-    |yes  |found|Ann       |2026-06-02 10:00:00
"""


def deals(store: FilledStore, closed: dict[str, tuple[int, int]] | None = None) -> FilledStore:
    """Three open deals of 100, 200 and 400, and so many closed ones with these three answers, so many of them won."""
    lines = ["deal_id|name|email|owner|stage_name|amount|opened_at|need|willingness|resources"]
    lines += [
        "d1|One|a@x.example|Ann|Proposal|100|2026-05-01|yes: leaks|yes|yes",
        "d2|Two|b@x.example|Ann|Proposal|200|2026-05-01|yes|yes|",
        "d3|Three|c@x.example|Bob|Proposal|400|2026-05-01|yes|no|",
    ]
    for answers, (count, won) in (closed or {}).items():
        for place in range(count):
            stage = "Won" if place < won else "Lost"
            key = f"{answers.replace('|', '')}{place}"
            lines.append(f"{key}|Deal|{key}@x.example|Ann|{stage}|50|2026-01-01|{answers}")
    return store.fill("deals", "\n".join(lines))


def test_the_justified_money_the_unknown_and_the_refused_add_up_to_the_pipeline(store):
    summary = ask(deals(store).open(), NAME, LATE).summary
    money = [float(summary[f"{name}_amount"]) for name in ("justified", "unknown", "refused", "deal")]
    assert money == [100, 200, 400, 700]
    assert [summary[f"{name}_count"] for name in ("justified", "unknown", "refused", "deal")] == [1, 1, 1, 3]


def test_an_answer_written_here_justifies_an_open_deal_at_once(store):
    opened = deals(store).fill("entries", ENTRIES).open()
    summary = ask(opened, NAME, LATE).summary
    assert float(summary["justified_amount"]) == 300
    listed = ask(opened, "prospects/unjustified_deals", LATE).rows
    assert listed["deal_id"].tolist() == ["d3"]


def test_the_question_is_about_the_first_answer_that_is_missing_and_after_a_no_there_is_none(store):
    rows = ask(deals(store).open(), "prospects/unjustified_deals", LATE).rows
    told = dict(zip(rows["deal_id"], rows["next_question"], strict=True))
    assert told["d2"] == "Who decides, and is the money set aside?"
    assert rows["next_question"].isna().tolist() == [True, False]


def test_deals_that_said_no_are_drawn_apart_from_those_that_wait_for_a_question(store):
    drawn = ask(deals(store).open(), "prospects/unjustified_deals", LATE).figure().data
    assert {trace.name: list(trace.x) for trace in drawn} == {"Wait for a question": [200], "A no was said": [400]}


def test_those_to_start_with_wait_for_a_question_and_whoever_said_no_comes_after_them(store):
    store.fill("orders", "order_id|customer_id|email|ordered_at|revenue_amount\no1|c|c@x.example|2026-01-01|100")
    (finding,) = unjustified(deals(store))
    told = [(person.name, person.key) for person in finding.people]
    assert told == [("Two", "d2"), ("Three", "d3")]
    assert finding.people[0].why == "Who decides, and is the money set aside?"
    assert finding.next_step.startswith("Ask the question beside each")


def test_where_everybody_said_no_there_is_nothing_to_ask(store):
    lines = "deal_id|name|email|owner|stage_name|amount|opened_at|need|willingness|resources"
    store.fill("deals", f"{lines}\nd1|One|a@x.example|Ann|Proposal|100|2026-05-01|yes|no|yes")
    (finding,) = ask(store.open(), "prospects/unjustified_deals", LATE).findings
    assert finding.next_step.startswith("Each of them has said no")


@pytest.mark.parametrize(("count", "won", "other_won"), [(10, 9, 3), (30, 18, 12), (30, 21, 12), (30, 30, 12)])
def test_a_price_never_stands_below_chance_could_do_that(store, count, won, other_won):
    """The list of deals and the comparison above it are on one page."""
    opened = deals(store, {"yes|yes|yes": (count, won), "yes|no|": (count, other_won)}).open()
    is_priced = any(each.money for each in ask(opened, "prospects/unjustified_deals", LATE).findings)
    assert not (is_priced and "chance could do that" in ask(opened, NAME, LATE).headline)


def test_a_deal_that_was_closed_later_was_open_on_the_day(store):
    lines = "deal_id|name|email|owner|stage_name|amount|opened_at|closed_at"
    store.fill("deals", f"{lines}\nd1|One|a@x.example|Ann|Won|100|2026-01-01|2026-03-01")
    store.fill("deals", f"{lines}\nd2|Two|b@x.example|Ann|Lost|50|2026-01-01|2026-05-01")
    opened = store.open()
    counted = ("deal_count", "closed_deal_count", "won_deal_count")
    found = {
        day: [ask(opened, NAME, Filters(as_of=day)).summary[name] for name in counted]
        for day in (date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 30), date(2026, 5, 1))
    }
    assert list(found.values()) == [[2, 0, 0], [1, 1, 1], [1, 1, 1], [0, 2, 1]]


def test_three_yeses_are_compared_with_all_others_and_the_sentence_says_whether_chance_could_do_it(store):
    closed = {"yes|yes|yes": (30, 27), "yes|no|": (30, 6)}
    answer = ask(deals(store, closed).open(), NAME, LATE)
    row = answer.rows[answer.rows["answer"] == "three yeses"].iloc[0]
    assert row[["won_count", "closed_count", "won_rate"]].tolist() == [27, 30, 0.9]
    assert row["is_different"]
    assert "27 of 30 with three yeses were won, without them 6 of 30: more than chance." in answer.headline


@pytest.mark.parametrize(("closed", "said"), [(0, "No closed deal had three yeses"), (9, "chance could do that")])
def test_under_ten_closed_deals_there_are_counts_and_no_rate(store, closed, said):
    answer = ask(deals(store, {"yes|yes|yes": (closed, closed)}).open(), NAME, LATE)
    row = answer.rows[answer.rows["answer"] == "three yeses"].iloc[0]
    assert row[["won_rate", "low_rate", "high_rate", "p_value"]].isna().all()
    assert said in answer.headline


def test_a_pipeline_without_amounts_is_counted_and_its_money_is_called_unknown(store):
    store.fill("deals", "deal_id|name|owner|stage_name|opened_at\nd1|One|Ann|Proposal|2026-05-01")
    headline = ask(store.open(), NAME, LATE).headline
    assert headline.startswith("0 of 1 open deals have three yeses; no open deal has an amount on file.")


def unjustified(store: FilledStore):
    return ask(store.open(), "prospects/unjustified_deals", LATE).findings


def test_what_was_never_written_down_is_said_without_a_price(store):
    open_deals = "deal_id|name|email|owner|stage_name|amount|opened_at\nd1|One|a@x.example|Ann|Proposal|100|2026-05-01"
    closed = "\n".join(f"c{n}|Deal|c{n}@x.example|Ann|{('Won', 'Lost')[n % 2]}|50|2026-01-01" for n in range(40))
    (finding,) = unjustified(store.fill("deals", f"{open_deals}\n{closed}"))
    assert finding.sentence.startswith("None of your open deals (1, worth 100) says whether they need it")
    assert finding.money is None
    assert finding.why_sure.endswith("No closed deal had three yeses, so what asking is worth is not known yet.")


@pytest.mark.parametrize(("closed", "won", "is_priced"), [(9, 8, False), (10, 8, True), (10, 4, False), (10, 0, False)])
def test_the_pipeline_is_priced_once_asking_is_shown_to_pay(store, closed, won, is_priced):
    """At least ten deals of either kind closed, and with three yeses more often won than chance would do."""
    (finding,) = unjustified(deals(store, {"yes|yes|yes": (closed, won), "no|yes|yes": (20, 4)}))
    assert finding.sentence.startswith("600 of 700 in the pipeline is not justified: 2 of 3 open deals")
    assert (finding.money is not None) is is_priced


def test_while_nobody_wrote_an_answer_down_nothing_is_drawn(store):
    unanswered = ask(deals(store, {"||": (20, 12)}).open(), NAME, LATE)
    assert [len(trace.x) for trace in unanswered.figure().data] == []


def test_with_one_kind_of_answer_the_others_stand_beside_it(store):
    answered = ask(deals(store, {"||": (20, 12), "yes|yes|yes": (20, 15)}).open(), NAME, LATE)
    assert {trace.name for trace in answered.figure().data} == {"Yes", "Not asked"}


UPSELL = """
    entry_id|kind  |source_table|source_ref|topic |value |note         |written_by|written_at
    1       |upsell|customers   |ann       |Spring|900.00|A second roof|Dana      |2026-07-12 09:00:00
"""


def test_a_deal_that_a_talk_left_stands_in_the_pipeline_until_the_files_have_it(store):
    store.fill("orders", "order_id|customer_id|ordered_at|revenue_amount\no1|ann|2026-01-01|100\no2|bea|2026-06-15|9")
    opened = deals(store).fill("entries", UPSELL).open()
    summary = ask(opened, NAME, LATE).summary
    assert (summary["deal_count"], float(summary["deal_amount"])) == (4, 1600)
    listed = ask(opened, "prospects/unjustified_deals", LATE).rows.iloc[0]
    told = ["A second roof", "Dana", "Noted in a talk", "yes"]
    assert listed[["name", "owner", "stage_name", "need"]].tolist() == told
    assert listed["next_question"] == "If the offer fits, what would keep them from saying yes?"
    # In spring nobody had said it, and it is nobody else's.
    spring = ask(opened, "prospects/unjustified_deals", Filters(as_of=date(2026, 5, 2))).rows
    assert spring["name"].tolist() == ["Three", "Two"]
    assert ask(opened, NAME, Filters(as_of=date(2026, 6, 30), owner="Bob")).summary["deal_count"] == 1


def of_a_lead(store: FilledStore, deals: str) -> dict[str, bool]:
    """Which of these deals of one person are justified; their lead of March has three yeses."""
    lead = "L1|Ann|a@x.example|Ann|2026-03-01|yes: leaks|yes|yes"
    store.fill("leads", f"lead_id|name|email|owner|created_at|need|willingness|resources\n{lead}")
    store.fill("deals", f"deal_id|name|email|owner|stage_name|amount|opened_at|lead_id\n{deals}")
    rows = store.open().rows("select deal_id, is_justified from deal_states", {})
    return dict(zip(rows["deal_id"], rows["is_justified"], strict=True))


def test_the_answers_of_a_lead_count_for_the_first_deal_since_and_not_for_a_later_one(store):
    rows = """
        d0|Before|a@x.example|Ann|Lost    |100|2026-01-01|
        d1|First |a@x.example|Ann|Won     |100|2026-03-05|
        d2|Later |a@x.example|Ann|Proposal|100|2026-06-01|
    """
    assert of_a_lead(store, rows) == {"d0": False, "d1": True, "d2": False}


def test_a_deal_that_names_its_lead_has_the_answers_of_that_lead(store):
    rows = "d1|First|a@x.example|Ann|Won|100|2026-02-20|L1\n d2|Other|a@x.example|Ann|Proposal|100|2026-06-01|L9"
    assert of_a_lead(store, rows) == {"d1": True, "d2": False}


def test_a_deal_on_the_same_row_of_two_sheets_is_the_one_of_the_last_sheet(store):
    deal = "deal_id|name|owner|amount|stage_name|sheet|snapshot_date\n"
    for sheet, amount in (("June", 200), ("May", 100), ("April", 300)):
        store.fill("deals", f"{deal}d1|Roof|Ann|{amount}|Quote|{sheet}|2026-06-01")
    rows = store.open().rows("select deal_id, amount from deal_states", {})
    assert rows["amount"].astype(float).tolist() == [100]
