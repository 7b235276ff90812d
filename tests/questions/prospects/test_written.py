"""What is written down about a prospect counts in points, label, lists and groups at once, and goes with its entry."""

from datetime import date, datetime

import pytest

from analytics.filters import Filters
from analytics.outreach.people import choose
from analytics.outreach.rule import Rule
from analytics.questions import ask
from analytics.workspace import Entry, LoadOptions, Workspace
from tests.questions.prospects.test_report_card import remember
from tests.workspace.typed_reader import read_typed

SCORES, SEARCH = "prospects/opportunity_or_lead", "prospects/prospect_search"
LEADS = """
    lead_id|name   |created_at|industry           |site_count|product        |path|need|willingness|resources
    l1     |Complex|2025-06-01|Property management|6         |Gutter cleaning|Ads |yes |yes        |
    l2     |Second |2025-06-02|Property management|6         |Gutter cleaning|Ads |yes |yes        |yes
    l3     |House  |2025-06-03|Homeowner          |1         |Full roof      |Ads |yes |yes        |yes
"""
HEADER = "entry_id|kind|source_table|source_ref|topic|value|note|written_by|written_at\n"


def written(store, *lines: str):
    entries = [f"{number}|{line}|Ann|2025-06-05 10:00:00" for number, line in enumerate(lines, start=1)]
    return store.fill("leads", LEADS).fill("entries", HEADER + "\n".join(entries)).open()


def said_in_file(store, **answers: str):
    told = LEADS.replace("|Ads |yes |yes        |\n", f"|Ads |{answers['need']}|{answers['willingness']}|no\n")
    return store.fill("leads", told).open()


def of(store, name: str):
    return ask(store, SCORES).rows.set_index("name").loc[name]


@pytest.fixture
def other():
    from tests.filled import FilledStore

    made = FilledStore()
    yield made
    made.close()


def test_an_answer_counts_as_if_the_file_had_said_it(store, other):
    lines = [f"{kind}|leads|l1|-|no|they said so" for kind in ("need", "willingness", "resources")]
    found, expected = (
        of(written(store, *lines), "Complex"),
        of(said_in_file(other, need="no", willingness="no"), "Complex"),
    )
    same = ["prospect_kind", "sale_score", "sale_low_score", "sale_high_score", "repeat_score", "is_label_sure"]
    same += ["score_sale_need", "score_sale_willingness", "score_sale_resources", "unknowns", "is_justified", "reasons"]
    assert found[same].astype(str).tolist() == expected[same].astype(str).tolist()
    assert (found["prospect_kind"], found["need_proof"]) == ("nurture", "they said so")


def test_the_history_tells_what_was_written_in_the_words_of_the_screen(store):
    opened = written(store, "override|leads|l1|-|easy_one_off|one roof", "answered|leads|l1|-|why_us|You came at once")
    rows = ask(opened, "prospects/prospect_file", Filters(prospect_id="l1")).rows
    assert rows.loc[rows["kind"] == "entry", "what"].tolist() == [
        "Their answer: Why did you choose us and not someone else?",
        "Own label: Easy one-off",
    ]


def test_counts_groups_and_the_page_of_the_prospect_follow(store):
    opened = written(store, *(f"{kind}|leads|l1|-|no|so" for kind in ("need", "willingness", "resources")))
    summary = ask(opened, SCORES).summary
    assert (summary["opportunity_count"], summary["nurture_count"], summary["prospect_count"]) == (1, 1, 3)
    assert [each.name for each in choose(opened, Rule(("Prospect: nurture",))).people] == ["Complex"]
    assert [each.name for each in choose(opened, Rule(("Prospect: opportunity",))).people] == ["Second"]
    one = ask(opened, "prospects/prospect", Filters(prospect_id="l1")).rows.set_index("topic")
    assert one.loc["Kind", "answer"].startswith("nurture")
    parts = ask(opened, "prospects/prospect_parts", Filters(prospect_id="l1")).rows.set_index(["axis", "attribute"])
    assert (parts.loc[("sale", "need"), "value"], parts.loc[("sale", "need"), "points"]) == ("no", 0)


def test_an_answer_moves_a_prospect_to_its_place_in_the_list(store, other):
    untouched = other.fill("leads", LEADS).open()
    places = [ask(untouched, name).rows["name"].tolist()[:2] for name in (SCORES, SEARCH)]
    assert places == [["Second", "Complex"]] * 2
    # As many points as the other now, and the older row comes first, as when the file says so.
    opened = written(store, "resources|leads|l1|-|yes|budget is set")
    rows = ask(opened, SCORES).rows
    assert rows["sale_score"].tolist()[0] == rows["sale_score"].tolist()[1]
    assert [ask(opened, name).rows["name"].tolist()[:2] for name in (SCORES, SEARCH)] == [["Complex", "Second"]] * 2


def test_of_several_answers_the_last_counts(store):
    twice = written(store, "resources|leads|l1|-|no|too early", "resources|leads|l1|-|yes|budget is set")
    assert of(twice, "Complex")["resources_proof"] == "budget is set"


def test_the_label_follows_an_answer_at_once_and_goes_back_when_it_is_taken_back(tmp_path):
    workspace = Workspace(tmp_path / "workspace", reader=read_typed)
    lines = [line.strip().replace(" ", "") for line in LEADS.strip().splitlines()]
    (tmp_path / "leads.csv").write_text("\n".join(lines).replace("|", ","), encoding="utf-8")
    workspace.load([("leads.csv", tmp_path / "leads.csv")], LoadOptions())
    who = ("Ann", datetime(2025, 6, 5, 10, 0))
    kinds = [of(workspace.store(), "Complex")["prospect_kind"]]
    said = [Entry(kind, *who, "leads", "l1", value="no", note="so") for kind in ("need", "willingness", "resources")]
    ids = workspace.diary.write(*said)
    kinds.append(of(workspace.store(), "Complex")["prospect_kind"])
    workspace.diary.undo(ids, *who)
    kinds.append(of(workspace.store(), "Complex")["prospect_kind"])
    assert kinds == ["opportunity", "nurture", "opportunity"]


def test_a_talk_is_a_contact_that_nurtures_and_a_letter_a_contact(store):
    store.fill("touches", "person | happened_at | path | link | action\nl3 | 2025-06-03 | Ads | ask | asked")
    opened = written(
        store, "talked|leads|l1|Spring|-|-", "sent|leads|l2|Spring|Thank-you|-", "talked|leads|l3|Spring|-|-"
    )
    rows = ask(opened, SCORES).rows.set_index("name")
    assert rows["warmth"].to_dict() == {"Complex": "nurtured", "Second": "met", "House": "asked"}
    assert rows["last_contact_date"].astype(str).tolist() == ["2025-06-05"] * 3
    assert rows["is_worked"].all()
    assert ask(opened, SCORES).summary["unworked_opportunity_count"] == 0


def test_the_pipeline_and_the_list_of_deals_count_the_same_money_as_justified(store):
    store.fill(
        "deals",
        """
        deal_id | name | lead_id | owner | amount | stage_name | opened_at  | need | willingness | resources
        d1      | One  | l1      | Ann   | 100    | Proposal   | 2025-06-01 | yes  | yes         |
        d2      | Two  | l2      | Ann   | 50     | Proposal   | 2025-06-01 | yes  | yes         | yes
        d3      | More | l2      | Ann   | 25     | Proposal   | 2025-06-02 | no   |             |
        """,
    )
    opened = written(store, "resources|leads|l1|-|yes|budget is set")
    listed = ask(opened, "prospects/unjustified_deals")
    assert listed.rows["deal_id"].tolist() == ["d3"]
    both = [listed.summary["justified_amount"], ask(opened, "prospects/justified").summary["justified_amount"]]
    assert [int(amount) for amount in both] == [150, 150]


def test_a_label_that_an_answer_changed_is_listed_among_the_changes(store):
    opened = written(store, *(f"{kind}|leads|l1|-|no|so" for kind in ("need", "willingness", "resources")))
    remember(opened, "prospect_marks", "l1|2025-05-30|opportunity|80|70\nl2|2025-05-30|nurture|20|70")
    answer = ask(opened, "prospects/changes")
    told = answer.rows.set_index("lead_id")[["change", "kind_before", "kind_now"]].T.to_dict("list")
    assert told["l1"] == ["answer", "opportunity", "nurture"]
    assert (told["l2"][0], told["l3"][0]) == ("label", "new")
    assert "what was written down here changed 1 more" in answer.headline


def test_a_new_prospect_is_listed_with_the_label_that_the_answer_made(store):
    opened = written(store, *(f"{kind}|leads|l1|-|no|so" for kind in ("need", "willingness", "resources")))
    remember(opened, "prospect_marks", "l2|2025-05-30|nurture|20|70")
    rows = ask(opened, "prospects/changes").rows.set_index("lead_id")
    assert rows.loc["l1", ["change", "kind_now"]].tolist() == ["new", "nurture"]


def test_a_label_of_ones_own_stands_beside_ours_in_the_list(store):
    opened = written(
        store, "override|leads|l1|opportunity|let_go|a competitor", "override|leads|l1|opportunity|nurture|so"
    )
    row = of(opened, "Complex")
    assert (row["prospect_kind"], row["own_kind"], row["own_written_by"]) == ("opportunity", "nurture", "Ann")
    assert str(row["own_written_date"]) == "2025-06-05"
    assert ask(opened, SCORES).rows["own_kind"].isna().sum() == 2


def test_noted_and_published_cards_have_the_same_columns(store):
    opened = written(store, "need|leads|l1|-|no|so")
    opened.rows("select person_key from told_prospects", {})
    names = [opened.connection.table(name).columns for name in ("noted_prospects", "prospect_cards")]
    assert names[0] == names[1]


@pytest.mark.parametrize(
    ("until", "days", "said"),
    [
        (date(2025, 6, 3), 0, "last contact on 2025-06-05, after 2025-06-03, the day up to which this counts"),
        (date(2025, 6, 5), 0, "last contact on 2025-06-05, the day up to which this counts"),
        (date(2025, 6, 6), 1, "last contact 1 day ago"),
    ],
)
def test_a_talk_after_the_day_up_to_which_is_counted_is_never_a_negative_number_of_days(store, until, days, said):
    opened = written(store, "talked|leads|l1|Spring|-|they called")
    row = ask(opened, SCORES, Filters(as_of=until)).rows.set_index("name").loc["Complex"]
    assert (row["days_since_last_contact"], row["is_worked"]) == (days, True)
    topics = ask(opened, "prospects/prospect", Filters(prospect_id="l1", as_of=until)).rows.set_index("topic")
    assert topics.loc["Deal and contact", ["answer", "why"]].tolist() == ["no open deal", f"with nobody; {said}"]
    assert ask(opened, SCORES, Filters(as_of=until)).rows["days_since_last_contact"].isna().sum() == 2
