"""Which path is credited, who crosses, and whom a bar of the funnel is about."""

from datetime import date

import pandas as pd
import pytest

from analytics.filters import Filters
from analytics.questions import ask, question
from analytics.questions.funnel import crossing_people
from tests.filled import FilledStore
from tests.questions.funnel.made import AS_OF, Group, fill
from tests.samples import sample_store

HERE = Filters(as_of=AS_OF)


def fill_crossing(store: FilledStore) -> FilledStore:
    """Ann watches a video, then comes by referral and buys; Bob only watches; Cid comes by referral."""
    store.fill(
        "touches",
        """
        person        | happened_at | path    | action
        ann@x.example | 2025-02-03  | Content | watched
        bob@x.example | 2025-02-03  | Content | watched
        """,
    )
    store.fill(
        "leads",
        """
        lead_id | name | email         | path     | created_at
        A       | Ann  | ann@x.example | Referral | 2025-03-03
        C       | Cid  | cid@x.example | Referral | 2025-03-03
        """,
    )
    return store.fill("orders", "order_id | email | ordered_at | revenue_amount\no | ann@x.example | 2025-04-01 | 900")


def test_a_sale_goes_to_the_first_the_last_or_every_path(store):
    rows = ask(fill_crossing(store).open(), "funnel/attribution", HERE).rows
    sold = {(row.path, row.view): row.sold_count for row in rows.itertuples()}
    assert sold == {
        ("Content", "own"): 0,
        ("Content", "first"): 1,
        ("Content", "last"): 0,
        ("Content", "all"): 1,
        ("Referral", "own"): 1,
        ("Referral", "first"): 0,
        ("Referral", "last"): 1,
        ("Referral", "all"): 1,
    }


def test_every_view_but_all_counts_each_person_once(store):
    rows = ask(fill_crossing(store).open(), "funnel/attribution", HERE).rows
    assert rows.groupby("view")["came_count"].sum().to_dict() == {"own": 3, "first": 3, "last": 3, "all": 4}


def test_crossings_say_from_where_to_where_and_what_became_of_them(store):
    answer = ask(fill_crossing(store).open(), "funnel/crossings", HERE)
    crossed = answer.rows[answer.rows["is_crossing"]]
    assert crossed[["earliest_path", "latest_path", "outcome", "person_count"]].values.tolist() == [
        ["Content", "Referral", "sold", 1]
    ]
    assert answer.headline == (
        "1 of 3 people were touched on more than one path; most often from Content to Referral (1)."
    )


@pytest.mark.parametrize(
    ("as_of", "latest", "outcome"),
    [
        (date(2025, 3, 2), "Content", "in_play"),
        (date(2025, 3, 31), "Referral", "in_play"),
        (date(2025, 4, 1), "Referral", "sold"),
    ],
)
def test_a_path_touched_later_and_a_sale_made_later_have_not_happened_yet(store, as_of, latest, outcome):
    """Ann watched in February, came by referral on 3 March and bought on 1 April."""
    store = fill_crossing(store).open()
    listed = ask(store, "funnel/crossings", Filters(as_of=as_of)).rows
    found = {(row.earliest_path, row.latest_path, row.outcome): row.person_count for row in listed.itertuples()}
    # Bob watched with her, and nobody has stayed away for the usual time yet.
    assert found["Content", latest, outcome] == (2 if latest == "Content" else 1)
    sold = ask(store, "funnel/attribution", Filters(as_of=as_of)).rows["sold_count"].sum()
    assert sold == (5 if outcome == "sold" else 0)


def test_a_period_counts_those_who_first_came_in_then(store):
    """Ann and Bob first came in February, Cid on 3 March."""
    store = fill_crossing(store).open()
    march = Filters(as_of=AS_OF, period_start=date(2025, 3, 1), period_end=date(2025, 4, 1))
    assert ask(store, "funnel/crossings", march).rows["person_sum"].tolist() == [1]
    assert len(ask(store, "funnel/crossing_people", march).rows) == 0
    february = Filters(as_of=AS_OF, period_end=date(2025, 3, 1))
    assert ask(store, "funnel/crossing_people", february).rows["name"].tolist() == ["Ann"]


def test_the_streams_of_the_picture_hold_every_person_on_both_sides(store):
    answer = ask(fill_crossing(store).open(), "funnel/crossings", HERE)
    stream = answer.figure().data[0]
    assert sum(stream.link.value) == 2 * 3


def test_all_who_crossed_and_bought_are_counted_where_the_first_alone_are_listed(store):
    store.fill("touches", f"person | happened_at | path | action\nC | {AS_OF} | Content | watched")
    rows = ask(fill_crossing(store).open(), "funnel/crossing_people", HERE).rows
    assert rows["outcome"].tolist() == ["left", "sold"]
    said = "2 people were touched on more than one path; 1 of them bought."
    assert [crossing_people.headline(listed) for listed in (rows, rows.head(1))] == [said, said]


def test_whoever_crossed_is_listed(store):
    rows = ask(fill_crossing(store).open(), "funnel/crossing_people", HERE).rows
    assert rows[["name", "earliest_path", "latest_path", "path_count"]].values.tolist() == [
        ["Ann", "Content", "Referral", 2]
    ]


def test_the_crossings_of_the_sample_agree_with_plain_pandas():
    store = sample_store()
    rows = ask(store, "funnel/crossings", Filters(as_of=store.last_day)).rows
    journeys = store.rows("select person_key, path, entered_date from journeys where not was_customer", {})
    ordered = journeys.sort_values(["person_key", "entered_date", "path"]).groupby("person_key")["path"]
    plain = pd.DataFrame({"first": ordered.first(), "last": ordered.last(), "count": ordered.size()})
    assert rows["person_sum"].iloc[0] == len(plain)
    assert rows["crossing_sum"].iloc[0] == (plain["count"] > 1).sum()
    found = rows.groupby(["earliest_path", "latest_path"])["person_count"].sum().to_dict()
    assert found == plain.groupby(["first", "last"]).size().to_dict()


NEVER_ASKED = [
    Group("Networking", "nurtured", 6, days_ago=300),
    Group("Networking", "sold", 3, days_ago=300),
    Group("Ads", "refused", 4, days_ago=300),
    Group("Ads", "met", 2, days_ago=300),
    Group("Ads", "asked", 5, days_ago=300),
]


@pytest.mark.parametrize(
    ("path", "link", "part", "count"),
    [
        ("Networking", "ask", "Never tried", 6),
        ("Networking", "sale", "Reached", 3),
        ("Networking", "ask", "Reached", 3),
        ("Ads", "sale", "Refused", 4),
        ("Ads", "sale", "No answer", 5),
        ("Ads", "nurturing", "Never tried", 2),
        ("Ads", "lead_generation", "Reached", 11),
    ],
)
def test_a_bar_lists_as_many_people_as_it_is_long(store, path, link, part, count):
    opened = fill(store, NEVER_ASKED).open()
    answer, people = ask(opened, "funnel/link_conversion", HERE), ask(opened, "funnel/people", HERE).rows
    bars = answer.figure().data
    curve = [bar.name for bar in bars].index(part)
    place = list(zip(*bars[curve].y, strict=True)).index(
        (path, {"lead_generation": "Lead generation"}.get(link, _name(link)))
    )
    picked = question("funnel/link_conversion").module.picked(answer.rows, curve, place)
    assert bars[curve].x[place] == count
    assert len(picked.of(people)) == count


def _name(link: str) -> str:
    return {"nurturing": "Nurturing", "ask": "Direct ask", "sale": "Sale"}.get(link, link)


def test_every_bar_of_the_sample_lists_as_many_people_as_it_is_long():
    store = sample_store()
    filters = Filters(as_of=date(2026, 10, 30))
    answer, people = ask(store, "funnel/link_conversion", filters), ask(store, "funnel/people", filters).rows
    module = question("funnel/link_conversion").module
    checked = 0
    for curve, bar in enumerate(answer.figure().data):
        for place, length in enumerate(bar.x):
            picked = module.picked(answer.rows, curve, place)
            if picked and bar.name != "Refused":
                assert (picked.title, len(picked.of(people))) == (picked.title, length)
                checked += 1
    assert checked > 50


def test_a_bar_of_counts_is_about_nobody(store):
    fill(store, NEVER_ASKED)
    store.fill("path_counts", "path | action | period_start | count\nAds | clicks | 2026-01-01 | 900")
    answer = ask(store.open(), "funnel/link_conversion", HERE)
    counts = [bar.name for bar in answer.figure().data].index("Counts, not people")
    assert question("funnel/link_conversion").module.picked(answer.rows, counts, 0) is None


def test_a_bar_of_the_people_lists_those_it_counts(store):
    answer = ask(fill(store, NEVER_ASKED).open(), "funnel/people", HERE)
    module = question("funnel/people").module
    for curve, bar in enumerate(answer.figure().data):
        for place, length in enumerate(bar.y):
            assert len(module.picked(answer.rows, curve, place).of(answer.rows)) == length
