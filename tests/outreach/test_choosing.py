"""Who is in a segment, and every reason against a letter, on real tables."""

import random
from dataclasses import replace
from datetime import date

import pytest

from analytics.errors import LetterError
from analytics.outreach import segments
from analytics.outreach.mailing import sort_out
from analytics.outreach.people import choose
from analytics.outreach.rule import Rule, rule_from
from analytics.outreach.segments import group_counts, save, saved
from analytics.outreach.suppression import Day, cool_down_days, reasons
from tests.outreach.people import person

TODAY = Day(date(2026, 7, 1), 90)
CUSTOMERS = """
    customer_id | name       | first_name | email           | phone | do_not_contact
    c1          | Ann Archer | Ann        | ann@x.example   | 1     | false
    c2          | Ben Baker  | Ben        | ben@x.example   |       | true
    c3          | Cleo Cook  | Cleo       |                 | 3     | false
    c4          | Dan Dole   | Dan        | dan@x.example   |       | false
    c5          | Eve Ebb    | Eve        | eve@x.example   |       |
"""
ORDERS = """
    order_id | customer_id | ordered_at | revenue_amount | product
    o1       | c1          | 2025-01-10 | 900            | Roof
    o2       | c1          | 2026-01-10 | 900            | Gutter
    o3       | c2          | 2026-02-10 | 800            | Roof
    o4       | c3          | 2026-03-10 | 700            | Roof
    o5       | c4          | 2025-02-10 | 600            | Roof
    o6       | c4          | 2026-02-10 | 600            | Roof
    o7       | c5          | 2026-02-10 | 500            | Roof
"""
FEEDBACK = """
    customer_id | given_at   | score | scale
    c1          | 2026-02-01 | 10    | nps
    c4          | 2026-02-01 | 9     | nps
    c5          | 2026-02-01 | 2     | nps
"""


@pytest.fixture
def filled(store):
    return store.fill("customers", CUSTOMERS).fill("orders", ORDERS).fill("feedback", FEEDBACK)


def _names(store, rule: Rule, campaign: str = "") -> list[str]:
    return [each.first_name for each in choose(store, rule, campaign).people]


def _codes(store, rule: Rule = Rule(("Every customer",)), campaign: str = "") -> dict[str, list[str]]:  # noqa: B008
    found = {each.first_name: reasons(each, TODAY) for each in choose(store, rule, campaign).people}
    return {name: [reason.code for reason in why] for name, why in found.items()}


def test_groups_combine_with_or_and_not(filled):
    opened = filled.open()
    assert _names(opened, Rule(("Every customer",))) == ["Ann", "Dan", "Ben", "Cleo", "Eve"]
    assert _names(opened, Rule(("Happy", "Unhappy"))) == ["Ann", "Dan", "Eve"]
    assert _names(opened, Rule(("Every customer",), ("Happy",))) == ["Ann", "Dan"]
    assert _names(opened, Rule((), ("Happy", "Unhappy"))) == []
    assert _names(opened, Rule(("Every customer",), (), ("Happy",))) == ["Ben", "Cleo", "Eve"]
    assert choose(opened, Rule()).count == 0


def _kept(**rules: Rule) -> dict[str, Rule]:
    entries = []
    for name, rule in rules.items():
        entries.append(save(name, replace(rule, saved=segments.rules(entries)), ("Olga", TODAY.on_date)))
    return segments.rules(entries)


def test_a_saved_segment_is_a_group_as_if_it_stood_in_brackets(filled):
    opened = filled.open()
    moods = _kept(Told=Rule(("Happy", "Unhappy")), Nested=Rule(("Every customer",), (), ("Saved: Told",)))
    assert _names(opened, Rule(("Saved: Told",), saved=moods)) == ["Ann", "Dan", "Eve"]
    # Everybody, but not (happy or unhappy); then everybody, but not that: not (not (happy or unhappy)).
    assert _names(opened, Rule(("Saved: Nested",), saved=moods)) == ["Ben", "Cleo"]
    assert _names(opened, Rule(("Every customer",), (), ("Saved: Nested",), moods)) == ["Ann", "Dan", "Eve"]
    # (happy or unhappy) and not happy; unhappy, or nobody who told.
    assert _names(opened, Rule((), ("Saved: Told",), ("Happy",), moods)) == ["Eve"]
    assert _names(opened, Rule(("Unhappy", "Saved: Nested"), saved=moods)) == ["Ben", "Cleo", "Eve"]


def test_combined_segments_agree_with_sets_of_people(filled):
    opened, names = filled.open(), ["Every customer", "Happy", "Unhappy", "Pulse: gone", "Vital few"]
    people = {name: set(_names(opened, Rule((name,)))) for name in names}
    generator = random.Random(7)
    for _ in range(60):
        a, b, c = (generator.sample(names, 2) for _ in range(3))
        kept = _kept(Inner=Rule(tuple(a), (), (b[0],)))
        inner = set().union(*(people[name] for name in a)) - people[b[0]]
        found = _names(opened, Rule(("Saved: Inner", c[0]), (b[1],), (c[1],), kept))
        assert set(found) == ((inner | people[c[0]]) & people[b[1]]) - people[c[1]]


def test_a_segment_made_of_itself_is_refused_and_one_whose_part_is_gone_names_nobody(filled):
    kept = _kept(B=Rule(("Happy",)), A=Rule(("Saved: B",)))
    for rule in (Rule(("Saved: B",), saved=kept), Rule(("Happy",), (), ("Saved: A",), kept)):
        with pytest.raises(LetterError, match="made of itself"):
            save("B", rule, ("Olga", TODAY.on_date))
    opened = filled.open()
    # Two people saved them at the same moment: neither saw the other's.
    both = {"A": Rule(("Saved: B",)), "B": Rule(("Saved: A",))}
    for rule in (Rule(("Saved: A",), saved=both), Rule(("Happy",), (), ("Saved: Gone",), kept)):
        with pytest.raises(LetterError, match="not there any more"):
            choose(opened, rule)


def test_a_segment_in_use_by_another_is_not_taken_back():
    written = [save("B", Rule(("Happy",)), ("Olga", TODAY.on_date))]
    written.append(save("A", Rule(("Saved: B",), saved=segments.rules(written)), ("Olga", TODAY.on_date)))
    with pytest.raises(LetterError, match="stands in the segment 'A'"):
        segments.check_unused("B", written)
    segments.check_unused("A", written)


@pytest.mark.parametrize("rule", [Rule(("Saved: Gone",)), Rule(("Happy",), (), ("Saved: Gone",))])
def test_a_segment_made_of_one_that_is_gone_is_not_saved(rule):
    with pytest.raises(LetterError, match="'Gone', of which this one is made, is not there") as refused:
        save("A", rule, ("Olga", TODAY.on_date))
    assert refused.value.fix.startswith("Take it out")


def test_a_group_has_as_many_people_as_a_segment_of_it(filled):
    opened = filled.open()
    counts = group_counts(opened)
    assert counts["Happy"] == 2 and counts["Every customer"] == 5
    assert {name: choose(opened, Rule((name,))).count for name in counts} == counts


@pytest.mark.parametrize(
    "entry",
    ["introduced | Spring | Rosa", "asked_for_names | Spring | ", "sent | Spring | Referral ask"],
)
def test_whoever_was_asked_for_a_name_leaves_the_never_asked(filled, entry):
    group = Rule(("Happy, came back, never asked for a name",))
    filled.fill(
        "entries",
        f"""
        entry_id | source_table | source_ref | written_by | written_at | kind | topic | value
        1        | customers    | c1         | Olga       | 2026-03-01 | {entry}
        """,
    )
    opened = filled.open()
    assert _names(opened, group) == ["Dan"]
    assert group_counts(opened)[group.any_of[0]] == 1


def test_a_letter_of_another_kind_is_not_an_ask_for_names(filled):
    filled.fill(
        "entries",
        """
        entry_id | kind | source_table | source_ref | topic  | value     | written_by | written_at
        1        | sent | customers    | c1         | Spring | Thank-you | Olga       | 2026-03-01
        """,
    )
    assert _names(filled.open(), Rule(("Happy, came back, never asked for a name",))) == ["Ann", "Dan"]


def test_each_reason_against_a_letter_is_found(filled):
    opened = filled.open()
    assert _codes(opened) == {
        "Ann": [], "Dan": [], "Ben": ["do_not_contact"], "Cleo": ["no_email"], "Eve": ["unhappy"]
    }  # fmt: skip
    apart = sort_out(choose(opened, Rule(("Every customer",))).people, TODAY)
    assert [each.first_name for each in apart.allowed] == ["Ann", "Dan"]
    assert [each.first_name for each in apart.to_call] == ["Cleo"]


def test_what_is_written_on_screen_counts_like_what_stands_in_a_file(filled):
    filled.fill(
        "entries",
        """
        entry_id | kind           | source_table | source_ref | topic  | written_by | written_at
        1        | do_not_contact | customers    | c1         | Fall   | Olga       | 2026-03-01
        2        | sent           | customers    | c4         | Spring | Olga       | 2026-06-01
        3        | held_out       | customers    | c3         | Spring | Olga       | 2026-06-01
        """,
    )
    opened = filled.open()
    assert _codes(opened)["Ann"] == ["do_not_contact"] and _codes(opened)["Dan"] == ["cool_down"]
    spring = _codes(opened, campaign="Spring")
    assert spring["Dan"] == ["sent", "cool_down"] and spring["Cleo"] == ["held_out", "no_email"]


@pytest.mark.parametrize(
    ("last", "is_left_alone"),
    [(date(2026, 4, 2), False), (date(2026, 4, 3), True), (date(2026, 7, 1), True), (date(2026, 7, 5), True)],
)
def test_the_cool_down_ends_on_its_last_day(last, is_left_alone):
    codes = [each.code for each in reasons(person(last_contact_date=last), TODAY)]
    assert codes == (["cool_down"] if is_left_alone else [])


def test_the_cool_down_is_the_owners_limit(store):
    store.connection.execute(
        "create table cut_offs as select * from (values ('outreach_cool_down_days', 30)) t(name, value)"
    )
    assert cool_down_days(store.open()) == 30


def test_a_contact_is_what_we_do_and_not_what_they_look_at(filled):
    filled.fill("deals", "deal_id | name | customer_id | owner | stage_name\nd1 | Deal | c4 | Olga | Quote")
    filled.fill("interactions", "deal_id | happened_at | kind\nd1 | 2026-06-20 | Call")
    filled.fill(
        "touches",
        """
        person        | happened_at | path       | link      | action
        ann@x.example | 2026-06-25  | Content    |           | viewed
        ann@x.example | 2026-06-24  | Content    | nurturing | watched
        eve@x.example | 2026-06-23  | Networking |           | emailed
        """,
    )
    codes = _codes(filled.open())
    assert codes["Ann"] == [] and codes["Dan"] == ["cool_down"] and codes["Eve"] == ["cool_down", "unhappy"]


def _owing(store, more: str) -> dict[str, str]:
    paid = "\n".join(f"p{n} | c1 | 2025-03-{n:02} | 50 | 2025-03-{n + 14:02} |" for n in range(1, 15))
    store.fill("customers", CUSTOMERS).fill("feedback", FEEDBACK)
    store.fill("orders", f"order_id | customer_id | ordered_at | revenue_amount | paid_at | is_refund\n{paid}\n{more}")
    found = choose(store.open(), Rule(("Every customer",))).people
    return {each.first_name: why.text for each in found for why in reasons(each, TODAY) if why.code == "unpaid"}


def test_an_order_unpaid_for_longer_than_usual_stops_the_letter(store):
    # The last day of the data is 1 February: 14 days is usual here, and c3's two days are not late.
    assert _owing(store, "u1 | c4 | 2026-01-01 | 70 | | \nu2 | c3 | 2026-01-30 | 70 | |") == {
        "Dan": "They have not paid for an order of 70.00 since 2026-01-01, longer than usual."
    }


def test_an_order_paid_on_another_row_or_refunded_is_not_owed(store):
    rows = """u1 | c4 | 2025-06-01 | 70  | |
        u1 | c4 | 2025-06-01 | 30  | 2025-06-09 |
        u2 | c3 | 2025-06-01 | 70  | |
        u2 | c3 | 2025-07-01 | -70 | | true"""
    assert _owing(store, rows) == {}


def test_where_nobody_writes_down_payments_nobody_owes(filled):
    assert not any("unpaid" in codes for codes in _codes(filled.open()).values())


def test_a_segment_is_kept_under_its_name_and_the_last_one_counts():
    at = TODAY.on_date
    first, second = (save(" Best  buyers ", Rule((name,)), ("Olga", at)) for name in ("Happy", "Vital few"))
    kept = saved([first, second])
    assert list(kept) == ["Best buyers"] and kept["Best buyers"].rule == Rule(("Vital few",))
    assert rule_from(Rule(("A",), ("B|C",), ('"D"',)).to_text()) == Rule(("A",), ("B|C",), ('"D"',))


@pytest.mark.parametrize("text", [None, "", "nonsense", "[]", '{"any_of": null}'])
def test_a_rule_that_cannot_be_read_names_nobody(text):
    assert rule_from(text).is_empty


@pytest.mark.parametrize(
    ("name", "rule"), [("", Rule(("A",))), ("x" * 81, Rule(("A",))), ("Good", Rule((), (), ("A",)))]
)
def test_a_segment_that_cannot_be_kept_says_why(name, rule):
    with pytest.raises(LetterError):
        save(name, rule, ("Olga", TODAY.on_date))


def test_whoever_unsubscribed_gets_no_letter_but_may_be_called(filled):
    filled.fill(
        "leads",
        """
        lead_id | name       | email         | created_at | status
        l1      | Ann Archer | ann@x.example | 2025-01-01 | Unsubscribed 2026-02-01
        l2      | Eve Ebb    | eve@x.example | 2025-01-01 | New
        """,
    )
    filled.fill(
        "touches",
        """
        person      | happened_at | path  | link      | action
        c4          | 2026-01-01  | Email | no        | Unsubscribed
        c5          | 2026-01-01  | Email | nurturing | Subscribed
        """,
    )
    opened = filled.open()
    found = {name: codes for name, codes in _codes(opened).items() if "unsubscribed" in codes}
    assert found == {"Ann": ["unsubscribed"], "Dan": ["unsubscribed"]}
    apart = sort_out(choose(opened, Rule(("Every customer",))).people, TODAY)
    assert [each.first_name for each in apart.to_call] == ["Ann", "Cleo"]
