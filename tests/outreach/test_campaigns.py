"""Campaigns from beginning to result, kept over restarts, new uploads and other writers, and taken back."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from threading import Thread

import pytest

from analytics.errors import LetterError
from analytics.outreach import campaigns, editing, segments, talks
from analytics.outreach.campaigns import Campaign, Lots, draw
from analytics.outreach.history import steps
from analytics.outreach.letters import Template
from analytics.outreach.mailing import listed, listed_with_reasons, prepare, sort_out, templates
from analytics.outreach.people import choose
from analytics.outreach.rule import Rule
from analytics.outreach.suppression import Day
from analytics.questions import ask
from analytics.questions.entry_words import GUIDE, LEFT
from analytics.workspace import Chosen, Entry, Workspace
from analytics.workspace.deciding import choose as decide
from tests.outreach.people import person

AT = datetime(2026, 3, 1, 9, 30)
WHO = ("Olga", AT)
RULE = Rule(("Every customer",))
CAMPAIGN = Campaign("Spring", RULE, "Research request", my_name="Olga")
CUSTOMERS = """
    customer_id,name,first_name,email
    c1,Ann Archer,Ann,ann@x.example
    c2,Ben Baker,,ben@x.example
    c3,Cleo Cook,Cleo,cleo@x.example
"""
ORDERS = """
    order_id,customer_id,ordered_at,revenue_amount
    o1,c1,2026-01-10,700
    o2,c2,2026-02-10,150
    o3,c3,2026-02-11,100
"""


@pytest.fixture
def business(workspace, load) -> Workspace:
    load("customers.csv", CUSTOMERS)
    load("orders.csv", ORDERS)
    return workspace


def _people(workspace: Workspace, name: str = "") -> tuple:
    return choose(workspace.store(), RULE, name).people


def _send(workspace: Workspace, campaign: Campaign = CAMPAIGN) -> list[int]:
    workspace.diary.write(campaigns.keep(campaign, WHO))
    lots = draw(campaign, _people(workspace))
    return workspace.diary.write(*campaigns.sent(campaign, lots, WHO))


def test_a_campaign_is_read_back_as_it_was_kept_and_changed():
    changed = Campaign("Spring", Rule(("Happy",), (), ("Unhappy",)), "Thank-you", True, "Olga", "555")
    other = Campaign("Fall", RULE, "Thank-you")
    kept = campaigns.campaigns([campaigns.keep(each, WHO) for each in (CAMPAIGN, other, changed)])
    assert kept == {"Spring": changed, "Fall": other} and list(kept) == ["Spring", "Fall"]


def _saved(workspace: Workspace, name: str, *groups: str) -> int:
    entry = segments.save(name, Rule(groups, saved=segments.rules(workspace.diary.entries())), WHO)
    return workspace.diary.write(entry, check=partial(segments.check_saved, name))[0]


def _in_campaign(workspace: Workspace) -> list[str]:
    rule = campaigns.campaigns(workspace.diary.entries())["Spring"].rule
    return [each.name for each in choose(workspace.store(), rule, "Spring").people]


def test_a_campaign_keeps_its_people_when_its_segment_is_saved_anew_or_taken_back(business):
    inner = [_saved(business, "Inner", "Every customer")]
    outer = _saved(business, "Outer", "Saved: Inner")
    rule = Rule(("Saved: Outer",), saved=segments.rules(business.diary.entries()))
    business.diary.write(campaigns.keep(replace(CAMPAIGN, rule=rule), WHO))
    began, told = _in_campaign(business), []
    for act in (
        lambda: None,
        lambda: inner.append(_saved(business, "Inner", "Vital few")),
        lambda: business.diary.undo([outer], *WHO, check=partial(segments.check_unused, "Outer")),
        lambda: business.diary.undo(inner, *WHO, check=partial(segments.check_unused, "Inner")),
    ):
        act()
        entries = business.diary.entries()
        assert _in_campaign(business) == began and len(began) == 3
        told.append(campaigns.changes_since(campaigns.campaigns(entries)["Spring"], segments.rules(entries)))
    assert [len(each) for each in told] == [0, 1, 2, 2]
    assert told[1][0].startswith("The segment 'Inner' was saved anew since")
    assert all("was taken back since; the campaign keeps" in each for each in told[3])
    # Changing something else of it afterwards does not lose them.
    kept = campaigns.campaigns(business.diary.entries())["Spring"]
    business.diary.write(campaigns.keep(replace(kept, my_name="Paul"), WHO))
    assert _in_campaign(business) == began


def test_a_campaign_written_before_segments_were_kept_with_it_takes_them_as_they_are(business):
    _saved(business, "Inner", "Every customer")
    told = {"rule": {"any_of": ["Saved: Inner"]}, "template": "Thank-you"}
    business.diary.write(Entry("campaign", *WHO, topic="Spring", value=json.dumps(told)))
    assert len(_in_campaign(business)) == 3


def test_of_two_who_save_and_take_back_at_once_one_is_refused_and_nothing_of_it_is_kept(business):
    inner = _saved(business, "Inner", "Every customer")
    seen = segments.rules(business.diary.entries())
    late = segments.save("Outer", Rule(("Saved: Inner",), saved=seen), WHO)
    business.diary.undo([inner], *WHO, check=partial(segments.check_unused, "Inner"))
    with pytest.raises(LetterError, match="is not there any more"):
        business.diary.write(late, check=partial(segments.check_saved, "Outer"))
    assert business.diary.entries() == []
    again = _saved(business, "Inner", "Every customer")
    business.diary.write(late, check=partial(segments.check_saved, "Outer"))
    with pytest.raises(LetterError, match="stands in the segment 'Outer'"):
        business.diary.undo([again], *WHO, check=partial(segments.check_unused, "Inner"))
    assert list(segments.rules(business.diary.entries())) == ["Inner", "Outer"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_campaign_without_a_good_name_is_refused(name):
    with pytest.raises(LetterError):
        campaigns.keep(Campaign(name, RULE, "Thank-you"), WHO)


def test_a_letter_without_a_first_name_waits_and_the_others_are_ready(business):
    allowed = sort_out(_people(business), Day(AT.date(), 90)).allowed
    own = Template("Own", "research", "A question", "Dear {first_name}, with us since {first_year}")
    mailing = prepare(CAMPAIGN, own, allowed)
    assert [each.name for each, _ in mailing.ready] == ["Ann Archer", "Cleo Cook"]
    assert [(each.name, letter.missing) for each, letter in mailing.blocked] == [("Ben Baker", ("first_name",))]
    assert "since 2026" in mailing.drafts()[0].letter.body and mailing.drafts()[0].email == "ann@x.example"


def test_letters_as_shipped_greet_whoever_has_no_first_name_by_the_name_in_the_files(business):
    allowed = sort_out(_people(business), Day(AT.date(), 90)).allowed
    for template in templates(business.store()).values():
        ben = next(letter for each, letter in prepare(CAMPAIGN, template, allowed).ready if each.name == "Ben Baker")
        assert "Dear Ben Baker," in ben.body


def test_every_letter_as_shipped_can_be_used_and_asks_for_names_where_it_is_for_that(business):
    known = templates(business.store())
    assert {each.purpose for each in known.values()} == set(editing.PURPOSES)
    first = _people(business)[0]
    for template in known.values():
        mailing = prepare(CAMPAIGN, template, [first])
        assert mailing.ready and not mailing.blocked
    assert "three or four" in known["Referral ask"].body


def test_the_lot_is_the_same_whoever_else_is_there_and_about_one_in_five():
    held_out = Campaign("Spring", RULE, "Thank-you", is_held_out=True)
    people = [person(number) for number in range(1000)]
    everybody, some = draw(held_out, people), draw(held_out, people[::3])
    assert 150 < len(everybody.held_out) < 250
    assert set(some.held_out) == set(everybody.held_out) & set(people[::3])
    assert len(everybody.written) + len(everybody.held_out) == 1000
    assert draw(Campaign("Fall", RULE, "Thank-you", is_held_out=True), people).held_out != everybody.held_out
    assert draw(CAMPAIGN, people) == Lots(tuple(people), ())


def test_what_was_sent_outlasts_a_restart_and_new_uploads_and_can_be_taken_back(business, load):
    ids = _send(business)
    load("orders-more.csv", "order_id,customer_id,ordered_at,revenue_amount\no9,a0,2026-02-20,5")
    again = Workspace(business.path, reader=lambda *_: None)
    sent = {each.name: each.sent_date for each in _people(again, "Spring")}
    assert {name for name, day in sent.items() if day} == {"Ann Archer", "Ben Baker", "Cleo Cook"}
    assert again.diary.undo(ids, "Paul", AT) == 3
    assert not any(each.sent_date for each in _people(again, "Spring"))
    assert list(campaigns.campaigns(again.diary.entries())) == ["Spring"]


def test_two_people_who_write_at_once_lose_nothing(business):
    _send(business)
    ann, ben, _ = _people(business)

    def write(about, name: str) -> None:
        for number in range(10):
            who = (name, AT + timedelta(seconds=number))
            notes = talks.Notes(note=str(number), answers=(("why_us", f"{name} {number}"),))
            business.diary.write(*talks.write_down(about, "Spring", notes, who))

    both = [Thread(target=write, args=each) for each in ((ann, "Olga"), (ben, "Paul"))]
    for each in both:
        each.start()
    for each in both:
        each.join()
    kept = sorted(entry.note for entry in business.diary.entries() if entry.kind == "answered")
    assert kept == sorted(f"{name} {number}" for name in ("Olga", "Paul") for number in range(10))


def test_a_talk_is_kept_word_for_word_and_goes_back_as_a_whole(business):
    _send(business)
    ann = _people(business)[0]
    notes = talks.Notes(
        answers=(("why_us", "  You *called* back.\nTwice. "), ("recommend", " ")),
        upsell="Gutters",
        amount=1200,
        names=talks.introductions("Rosa Diaz, rosa@diaz.example\n\n Hall & Sons"),
        is_refused=True,
    )
    business.diary.write(*talks.write_down(ann, "Spring", notes, ("Olga", AT + timedelta(days=1))))
    step = steps(business.diary.entries(), "Spring", LEFT)[0]
    assert [(each.kind, each.value, each.note) for each in step.entries] == [
        ("talked", None, None),
        ("answered", "why_us", "You *called* back.\nTwice."),
        ("upsell", "1200.00", "Gutters"),
        ("asked_for_names", None, None),
        ("introduced", "Rosa Diaz", "rosa@diaz.example"),
        ("introduced", "Hall & Sons", None),
        ("do_not_contact", None, None),
    ]
    assert _people(business)[0].is_do_not_contact
    row = ask(business.store(), "outreach/results").rows.iloc[0]
    assert (row["written_count"], row["talked_count"], row["upsell_count"], row["name_count"]) == (3, 1, 1, 2)
    business.diary.undo(step.entry_ids, *WHO)
    assert not _people(business)[0].is_do_not_contact
    assert ask(business.store(), "outreach/results").rows.iloc[0]["talked_count"] == 0


def test_a_name_without_a_name_is_refused():
    with pytest.raises(LetterError, match="has no name"):
        talks.introductions("Rosa\n, 555-0100")


def test_of_two_agreed_times_with_one_person_the_last_one_counts(business):
    ann, ben, _ = _people(business)
    for about, day in ((ann, 9), (ben, 4), (ann, 2)):
        business.diary.write(talks.plan(about, "Spring", datetime(2026, 3, day, 10), WHO))
    found = talks.planned(business.diary.entries(), "Spring", _people(business))
    assert [(talk.title, talk.starts_at.day) for talk in found] == [
        ("Talk with Ann Archer", 2),
        ("Talk with Ben Baker", 4),
    ]
    assert all(question in found[0].note for question in GUIDE.values())
    assert talks.planned(business.diary.entries(), "Fall", _people(business)) == []


def test_a_letter_of_ones_own_is_published_and_the_shipped_ones_stay(business):
    own = Template("Winter", "thanks", "For {first_name}", "Dear {first_name},\r\n\r\nthanks.")
    decide(business, Chosen("letter_templates", editing.with_letter(templates(business.store()), own), *WHO))
    known = templates(business.store())
    assert len(known) == 5 and known["Winter"].body == "Dear {first_name},\n\nthanks."
    decide(business, Chosen("letter_templates", editing.without_letter(known, "Research request"), *WHO))
    assert "Research request" not in templates(business.store())


def test_the_last_letter_cannot_be_taken_out_and_a_wrong_one_not_put_in():
    one = {"A": Template("A", "thanks", "Hi", "There")}
    with pytest.raises(LetterError):
        editing.without_letter(one, "A")
    with pytest.raises(LetterError, match="There is no field {nme}"):
        editing.with_letter(one, Template("B", "thanks", "Hi {nme}", "There"))


def test_lists_of_nobody_have_their_columns():
    assert list(listed([]).columns)[:2] == ["name", "first_name"] and len(listed_with_reasons([])) == 0
