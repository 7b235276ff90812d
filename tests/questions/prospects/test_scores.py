"""The two scores, their parts and the kinds they make."""

import pandas as pd
import pytest

from analytics.questions import ask
from analytics.questions.prospects.words import AXES
from tests.questions.prospects.histories import past

NAME = "prospects/opportunity_or_lead"
COMPLEX = """
    lead_id|name          |created_at|industry           |site_count|product        |path|need      |willingness
    l1     |O'Hara Estates|2025-06-01|Property management|6         |Gutter cleaning|Ads |yes: leaks|yes
"""


def row_of(answer, name):
    return answer.rows[answer.rows["name"] == name].iloc[0]


def test_a_score_is_the_points_earned_of_those_that_can_be_known(store):
    row = row_of(ask(store.fill("leads", COMPLEX).open(), NAME), "O'Hara Estates")
    # need 25, willingness 15, path 3, contact 0: 43 of the 55 points that can be known, 100 on the card.
    assert row[["sale_score", "sale_low_score", "sale_high_score"]].tolist() == [78, 43, 88]
    assert row["sale_known_rate"] == 0.55
    # sites 30, industry 25, product 20, path 3: 78 of 85.
    assert row[["repeat_score", "repeat_low_score", "repeat_high_score"]].tolist() == [92, 78, 93]


def test_a_missing_part_is_unknown_and_not_0(store):
    row = row_of(ask(store.fill("leads", COMPLEX).open(), NAME), "O'Hara Estates")
    assert row[["score_sale_need", "score_sale_willingness", "score_sale_path", "score_sale_contact"]].tolist() == [
        45,
        28,
        5,
        0,
    ]
    assert row[["score_sale_resources", "score_sale_referral", "score_sale_warmth"]].isna().all()
    assert row["unknowns"] == "resources, whether referred, last step"


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        ("need", "They said that they need nothing."),
        ("willingness", "They do not want to."),
        ("resources", "Money or who decides is missing."),
    ],
)
def test_whoever_said_no_is_no_opportunity_whatever_their_other_points(store, refused, said):
    answers = "|".join(
        "no: not this year" if each == refused else "yes" for each in ("need", "willingness", "resources")
    )
    header = "lead_id|name|created_at|industry|site_count|product|path|email|phone|street|need|willingness|resources"
    known = "l1|Said|2025-06-01|Property management|6|Gutter cleaning|Referral|a@x.example|123|Main 1"
    store.fill("leads", f"{header}\n{known}|{answers}")
    row = row_of(ask(store.open(), NAME), "Said")
    assert row["sale_score"] >= row["sale_score_limit"]
    assert (row["prospect_kind"], bool(row["is_label_sure"])) == ("nurture", True)
    assert pd.isna(row["next_question"])
    assert row["reasons"].startswith(said)


def test_the_question_beside_a_prospect_is_about_the_unknown_that_can_move_its_label_most(store):
    row = row_of(ask(store.fill("leads", COMPLEX).open(), NAME), "O'Hara Estates")
    # The repeat side is settled (78 to 93 is above 55), the sale side is not (43 to 88 around 60).
    assert not row["is_label_sure"]
    assert (row["unknown_attribute"], row["next_question"]) == ("resources", "Who decides, and is the money set aside?")


# All that this business writes down of who they are: too little for the card, enough for its history.
FEW_WORDS = """
    lead_id|name     |created_at|industry|path      |need|willingness|resources
    l1     |Comes    |2025-06-01|Agency  |Trade show|yes |yes        |yes
    l2     |Leaves   |2025-06-01|Wedding |Trade show|yes |yes        |yes
    l3     |Untested |2025-06-01|Bakery  |Trade show|yes |yes        |yes
"""


def test_a_value_that_proved_to_tell_in_the_own_history_is_enough_for_a_label(store):
    past(store, {"Agency": (20, 18), "Wedding": (20, 1), "Bakery": (4, 2)})
    rows = ask(store.fill("leads", FEW_WORDS).open(), NAME).rows.set_index("name")
    assert (rows["repeat_known_rate"] < 0.4).all()
    assert rows["prospect_kind"].to_dict() == {
        "Comes": "opportunity",
        "Leaves": "easy_one_off",
        "Untested": "cant_tell",
    }


def test_without_own_history_a_thin_card_gives_no_label(store):
    rows = ask(store.fill("leads", FEW_WORDS).open(), NAME).rows
    assert set(rows["prospect_kind"]) == {"cant_tell"}


def test_a_trade_show_is_no_advertisement(store):
    paths = {"Trade show": 5, "Broadcast": 5, "Ads": 3, "Google Ads": 3, "Paid search": 3, "ad in the paper": 3}
    lines = ["lead_id|name|created_at|path"] + [f"l{n}|{path}|2025-06-01|{path}" for n, path in enumerate(paths)]
    opened = store.fill("leads", "\n".join(lines)).open()
    found = opened.rows("select value, points from attribute_points where axis = 'repeat' and attribute = 'path'", {})
    assert dict(found.itertuples(index=False)) == paths


@pytest.mark.parametrize("axis", ["sale", "repeat"])
def test_the_parts_of_every_prospect_add_up_exactly(store, axis):
    answers = ["yes", "no", ""]
    lines = ["lead_id|name|created_at|industry|site_count|product|path|need|willingness|resources|email"]
    for place in range(60):
        lines.append(
            f"l{place}|Name {place}|2025-06-01|{['Retail', 'Home', ''][place % 3]}|{['', 1, 3, 9][place % 4]}"
            f"|{['Repair', '', 'Plan', 'Full roof', 'x'][place % 5]}|{['Ads', '', 'Referral'][place // 5 % 3]}"
            f"|{answers[place % 3]}|{answers[place // 3 % 3]}|{answers[place // 9 % 3]}"
            f"|{'' if place % 2 else f'a{place}@x.example'}"
        )
    rows = ask(past(store, {"Retail": (40, 30), "Home": (40, 4)}).fill("leads", "\n".join(lines)).open(), NAME).rows
    known = rows[rows[f"{axis}_score"].notna()]
    parts = [f"score_{axis}_{part}" for part in AXES[axis]]
    assert len(rows) == 60 and len(known) > 40
    assert known[parts].fillna(0).sum(axis=1).tolist() == known[f"{axis}_score"].tolist()
    assert known[f"{axis}_score"].between(0, 100).all()


def test_the_complex_is_an_opportunity_and_the_single_house_a_one_off_though_its_job_is_larger(store):
    leads = """
        lead_id|name|created_at|industry|site_count|product|estimated_amount|need|willingness|resources
        l1|Complex|2025-06-01|Property management|6|Gutter cleaning|600|yes|yes|yes
        l2|House|2025-06-01|Homeowner|1|Full roof|18000|yes|yes|yes
        l3|Waiting|2025-06-01|Property management|6|Gutter cleaning|600|no|no|no
        l4|Nothing|2025-06-01|Homeowner|1|Full roof|18000|no|no|no
    """
    rows = ask(store.fill("leads", leads).open(), NAME).rows
    assert rows[["name", "prospect_kind"]].values.tolist() == [
        ["Complex", "opportunity"],
        ["House", "easy_one_off"],
        ["Waiting", "nurture"],
        ["Nothing", "let_go"],
    ]


def test_who_is_mostly_unknown_gets_no_label(store):
    answer = ask(store.fill("leads", "lead_id | name | created_at\n l1 | Somebody | 2025-06-01").open(), NAME)
    row = row_of(answer, "Somebody")
    assert row["prospect_kind"] == "cant_tell"
    assert row[["repeat_low_score", "repeat_high_score"]].tolist() == [0, 100]
    assert answer.rows["repeat_score"].isna().all()
    assert row["next_question"] == "How many branches, buildings or units do they have or look after?"
    assert "1 of 1 prospect cannot be told apart" in answer.findings[0].sentence
    assert "Under Your rules".lower() in answer.findings[0].next_step.lower()


def test_what_is_told_of_others_is_asked_without_taking_its_points_off(store):
    store.fill(
        "leads",
        """
        lead_id | name     | created_at | site_count | industry
        l1      | Somebody | 2025-06-01 |            |
        l2      | Known    | 2025-06-01 | 6          | Property manager
        """,
    )
    (found, *_) = [each for each in ask(store.open(), NAME).findings if "told apart" in each.sentence]
    assert "Your rules" not in found.next_step


def test_points_follow_the_own_history_where_it_really_separates(store):
    leads = """
        lead_id | name | created_at | industry
        l1      | One  | 2025-06-01 | Property management
        l2      | Two  | 2025-06-01 | HOMEOWNER
        l3      | New  | 2025-06-01 | Never seen before
    """
    filled = past(store, {"Property management": (20, 18), "Homeowner": (40, 4)}).fill("leads", leads)
    answer = ask(filled.open(), NAME)
    # Shrunk (18 + 10 x 22/60) / 30 = 0.722 against 22/60: odds 4.49 times those of all, 0.818 of the points.
    assert row_of(answer, "One")["repeat_score"] == 82
    assert row_of(answer, "Two")["repeat_score"] == 24
    # Half of the points: no different from all.
    assert row_of(answer, "New")["repeat_score"] == 50
    assert row_of(answer, "One")[["evidence_success_count", "evidence_case_count"]].tolist() == [18, 20]
    assert "18 of 20 past customers like them (Property management) came back." in row_of(answer, "One")["reasons"]


def test_with_little_history_the_card_counts_and_the_finding_says_so(store):
    leads = """
        lead_id | name | created_at | industry            | site_count | need | willingness | resources
        l1      | One  | 2025-06-01 | Property management | 6          | yes  | yes         | yes
    """
    answer = ask(past(store, {"Property management": (5, 5), "Homeowner": (5, 0)}).fill("leads", leads).open(), NAME)
    row = row_of(answer, "One")
    assert (row["repeat_score"], answer.summary["learned_count"]) == (100, 0)
    assert row[["expected_low_amount", "expected_likely_amount", "expected_high_amount"]].isna().all()
    finding = answer.findings[0]
    assert (finding.money, finding.certainty) == (None, "low")
    assert "the points are those of the card" in finding.why_sure


def test_an_attribute_that_makes_no_difference_in_much_history_counts_for_nothing(store):
    leads = """
        lead_id | name | created_at | industry | site_count
        l1      | One  | 2025-06-01 | Retail   | 6
    """
    answer = ask(past(store, {"Retail": (110, 33), "Homeowner": (110, 33)}).fill("leads", leads).open(), NAME)
    row = row_of(answer, "One")
    # Only sites (30 of the card's 75 other points) are known of them.
    assert row["score_repeat_industry"] == 0
    assert (row["score_repeat_sites"], row["repeat_score"]) == (100, 100)


def test_expected_orders_and_money_follow_customers_like_them(store):
    leads = """
        lead_id | name | created_at | industry
        l1      | One  | 2025-06-01 | Property management
        l2      | Two  | 2025-06-01 | Homeowner
        l3      | New  | 2025-06-01 |
    """
    filled = past(store, {"Property management": (40, 36), "Homeowner": (60, 6)}).fill("leads", leads)
    answer = ask(filled.open(), NAME)
    one, two, new = (row_of(answer, name) for name in ("One", "Two", "New"))
    # 36 of 40 came back once, for 500: 0.9 orders and 450; 6 of 60: 0.1 and 50. Drawn a little toward each other.
    assert 0.75 < one["expected_orders"] < 0.92 and 0.1 <= two["expected_orders"] < 0.17
    assert 370 < one["expected_likely_amount"] < 460 and 50 <= two["expected_likely_amount"] < 85
    assert one["expected_low_amount"] < one["expected_likely_amount"] < one["expected_high_amount"]
    # Of whom nothing is known the range is the widest.
    assert (
        new["expected_high_orders"] / new["expected_low_orders"]
        > one["expected_high_orders"] / one["expected_low_orders"]
    )
    assert one[["repeat_low_amount", "repeat_high_amount"]].tolist() == [500, 500]


def test_at_most_a_hundred_of_a_kind_are_listed_and_all_are_counted(store):
    lines = ["lead_id|name|created_at", *(f"l{place}|Name {place}|2025-06-01" for place in range(120))]
    answer = ask(store.fill("leads", "\n".join(lines)).open(), NAME)
    assert (len(answer.rows), answer.summary["cant_tell_count"]) == (100, 120)


def test_an_attribute_that_does_not_separate_in_much_history_weighs_nothing(store):
    groups = {"Retail": (110, 33), "Homeowner": (110, 33)}
    filled = past(store, groups)
    opened = filled.fill("leads", "lead_id | name | created_at | industry\n l1 | One | 2025-06-01 | Retail").open()
    answer = ask(opened, "prospects/history_by_attribute")
    industry = answer.rows[(answer.rows["axis"] == "repeat") & (answer.rows["attribute"] == "industry")]
    assert industry["points_source"].tolist() == ["no difference", "no difference"]
    assert industry["weight_points"].tolist() == [0, 0]


def test_reasons_are_at_most_three_short_sentences_and_a_no_comes_first(store):
    leads = """
        lead_id|name|created_at|industry|site_count|product|need|willingness|resources
        l1|Complex|2025-06-01|Property management|6|Gutter cleaning|yes|yes|no
        l2|Nobody|2025-06-01||||||
    """
    answer = ask(store.fill("leads", leads).open(), NAME)
    assert row_of(answer, "Complex")["reasons"] == (
        "Money or who decides is missing. They said what they need. They have 4 or more sites."
    )
    assert row_of(answer, "Nobody")["reasons"] == "Nothing is known that says buy or come back."


def test_who_stands_alike_is_scored_once_and_values_of_two_columns_are_never_taken_for_one(store):
    opened = store.fill(
        "leads",
        """
        lead_id|name |created_at|industry|product|path
        l1     |One  |2025-06-01|Hotel   |       |Ads
        l2     |Two  |2025-06-02|HOTEL   |       |ads
        l3     |Three|2025-06-03|        |Hotel  |Ads
        """,
    ).open()
    standing = opened.rows(
        "select name, standing_key, sale_score, repeat_score from prospects"
        " inner join standing_scores using (standing_key) order by name",
        {},
    ).set_index("name")
    assert standing.loc["One"].equals(standing.loc["Two"])
    assert standing.loc["One", "standing_key"] != standing.loc["Three", "standing_key"]
    assert len(ask(opened, NAME).rows) == 3


def test_prospects_with_the_same_scores_are_one_dot_as_large_as_they_are_many(store):
    leads = [f"s{n}|Twin {n:03}|2025-06-01|Property management|6|Gutter cleaning|Ads|yes|yes" for n in range(16)]
    store.fill("leads", "\n".join([COMPLEX.strip().splitlines()[0], *leads]))
    store.fill("leads", "lead_id|name|created_at|industry|site_count|path\nx|Alone Ltd|2025-06-01|Homeowner|1|Ads")
    drawing = ask(store.open(), NAME).figure()
    *kinds, larger = drawing.data
    dots = [(size, text) for trace in kinds for size, text in zip(trace.marker.size, trace.text, strict=True)]
    alone, many = sorted(dots)
    assert many[0] == 4 * alone[0]
    assert many[1].startswith("16 prospects<br>Twin 0") and many[1].endswith("and 11 more")
    assert alone[1].startswith("Alone Ltd<br>ask: ")
    assert larger.name == "Larger: several"


def test_what_a_prospect_wants_is_compared_without_the_month_it_is_for(store):
    """Support brings customers back and repairs do not; a lead and a deal name the month, as the orders did."""
    orders = ["order_id | customer_id | ordered_at | revenue_amount | product"]
    for n in range(60):
        product = f"Managed support {('January', 'March', 'May')[n % 3]} 2023" if n % 2 else "Repair"
        orders.append(f"a{n} | c{n} | 2023-0{1 + n % 5}-10 | 100 | {product}")
        orders += [f"b{n} | c{n} | 2023-09-10 | 100 | {product}"] if n % 2 else []
    store.fill("orders", "\n".join([*orders, "last | last | 2025-12-31 | 10 | Repair"]))
    leads = ["lead_id | name | created_at | product"]
    wanted = {"plain": "Managed support", "dated": "Managed support June 2026", "other": "Repair"}
    leads += [f"{name} | {name} | 2025-12-01 | {product}" for name, product in wanted.items()]
    store.fill("leads", "\n".join(leads))
    store.fill(
        "deals",
        "deal_id | name | owner | email | product | stage_name | opened_at\n"
        "d1 | A deal | Kim | deal@x.example | Managed support (07/2026) | Qualify | 2025-12-01",
    )
    opened = store.open()
    found = opened.rows(
        "select coalesce(lead_id, deal_id) as id, product, repeat_score from prospects"
        " inner join standing_scores using (standing_key)",
        {},
    )
    scores = found.set_index("id")["repeat_score"].to_dict()
    assert scores["dated"] == scores["plain"] != scores["other"]
    assert set(found.loc[found["id"].isin(["dated", "d1"]), "product"]) == {"Managed support"}
