"""The report card: what was said is kept as it was, graded when the window is over, and never dressed up."""

import pytest

from analytics.labels import plain
from analytics.questions import ask
from tests.questions.prospects.test_chance import leads

NAME = "prospects/report_card"


def remember(store, table: str, rows: str) -> None:
    """Put into the open store what the version before had said; columns in the table's own order."""
    for line in rows.strip().splitlines():
        cells = [cell.strip() or None for cell in line.split("|")]
        marks = ", ".join("?" for _ in cells)
        store.connection.execute(f"insert into memory.remembered.{table} values ({marks})", cells)


@pytest.mark.parametrize("count", [5, 40])
def test_under_fifty_closed_cases_it_says_how_many_are_missing(store, count):
    missing = ask(leads(store, count).open(), NAME).not_enough
    assert (missing.have, missing.need, missing.upload) == (count, 50, "leads")


def test_without_leads_whose_time_is_over_it_says_so(store):
    opened = store.fill("leads", "lead_id|name|created_at\n l1|One|2026-06-01").open()
    assert ask(opened, NAME).not_enough.have == 0


def test_with_400_telling_cases_a_band_is_said_in_counts_and_chances_are_shown(store):
    answer = ask(leads(store, 400).open(), NAME)
    assert answer.not_enough is None and answer.summary["is_shown"]
    assert answer.headline.startswith("Of ") and "so chances are shown" in answer.headline
    rows = answer.rows
    assert rows["case_count"].sum() == answer.summary["graded_count"]
    assert (rows["bought_count"] <= rows["case_count"]).all()
    few = rows[rows["case_count"] < 10]
    assert few[["bought_rate", "low_rate", "high_rate"]].isna().all(axis=None)


def test_with_400_cases_that_tell_nothing_no_chance_is_shown_and_it_says_why(store):
    opened = leads(store, 400, signal=False).open()
    answer = ask(opened, NAME)
    assert answer.headline.startswith("No chance is shown")
    assert "nothing came closer to what happened than giving everybody the same chance" in answer.headline
    cards = ask(opened, "prospects/opportunity_or_lead").rows
    assert len(cards) and cards["win_probability"].isna().all()


@pytest.mark.parametrize(
    ("count", "paths", "failed"),
    [
        (400, {"Alpha": 0.5, "Beta": 0.2, "Gamma": 0.35}, ["closer together than what came true"]),
        (400, {"Alpha": 0.6, "Beta": 0.2, "Gamma": 0.3}, ["this may be luck"]),
        (
            100,
            {"Alpha": 0.8, "Beta": 0.1, "Gamma": 0.3},
            ["20 of whom bought and 20 did not", "closer together than what came true"],
        ),
    ],
)
def test_chances_that_are_closer_and_yet_not_shown_name_the_checks_that_failed(
    store, monkeypatch, count, paths, failed
):
    monkeypatch.setattr("tests.questions.prospects.test_chance.PATHS", paths)
    answer = ask(leads(store, count).open(), NAME)
    assert not answer.summary["is_shown"]
    said = answer.headline.partition("Points are shown instead: ")[2]
    assert [words in said for words in failed] == [True] * len(failed)
    assert said.count(", and ") == len(failed) - 1 and plain(answer.headline) == answer.headline


def test_a_prediction_stays_as_it_was_said_and_is_graded_when_the_window_is_over(store):
    opened = leads(store, 60).open()
    remember(
        store,
        "predictions",
        """
        l0|2023-01-20|2023-01-05|regression|true|0.75|opportunity|80|70
        l1|2023-01-20|2023-01-05|regression|true|0.72|nurture|20|70
        nAlpha|2026-06-10|2026-06-01|regression|true|0.99|nurture|20|70
        """,
    )
    said = opened.rows("select * from prediction_grades where origin = 'said'", {})
    assert sorted(said["win_rate"].tolist()) == [0.72, 0.75]
    kept = opened.rows("select win_rate from predictions where lead_id = 'nAlpha'", {})
    # The lead of June is predicted anew by nobody: the first prediction counts.
    assert kept["win_rate"].tolist() == [0.99]


def test_only_leads_seen_within_a_month_of_coming_in_are_kept_to_be_graded(store):
    opened = leads(store, 60).open()
    found = opened.rows("select lead_id from predictions order by lead_id", {})["lead_id"].tolist()
    assert found == ["nAlpha", "nBeta", "nGamma"]


def test_changes_since_the_load_before_are_listed(store):
    opened = leads(store, 60).open()
    buyer = store.connection.execute("select min(email) from canonical.orders where email like 'l%'").fetchone()[0]
    lead = buyer.split("@")[0]
    remember(store, "prospect_marks", f"nAlpha|2026-05-30|opportunity|80|70\n{lead}|2026-05-30|nurture|20|70")
    answer = ask(opened, "prospects/changes")
    changes = dict(zip(answer.rows["lead_id"], answer.rows["change"], strict=True))
    assert changes["nAlpha"] == "label" and changes["nBeta"] == "new"
    assert changes[lead] == "bought"
    assert answer.summary["change_count"] == len(answer.rows)


def test_the_first_load_has_nothing_to_compare_with(store):
    filled = store.fill(
        "leads",
        "lead_id|name|created_at|industry|site_count|product|need|willingness|resources\n"
        " l1|One|2026-06-01|Property management|6|Gutter cleaning|yes|yes|yes",
    )
    answer = ask(filled.open(), "prospects/changes")
    assert answer.headline == "This is the first load with prospects: 1 of them are opportunities."
    assert answer.findings == []


def test_the_learning_curve_grows_with_the_signal_and_counts_sales_per_attribute(store):
    answer = ask(leads(store, 600).open(), "prospects/learning_curve")
    rows = answer.rows
    assert rows["taught_count"].is_monotonic_increasing and len(rows) >= 3
    assert rows["skill_low_rate"].iloc[-1] > 0
    assert rows["bought_per_attribute"].iloc[-1] == rows["bought_count"].iloc[-1] / rows["attribute_count"].iloc[-1]
    assert "One more quarter" in answer.headline


def test_without_a_hundred_cases_there_is_no_learning_curve(store):
    missing = ask(leads(store, 40).open(), "prospects/learning_curve").not_enough
    assert (missing.have, missing.need) == (40, 100)


def test_where_many_leads_came_in_at_once_it_says_how_many_were_known_before_the_latest(store):
    rows = "".join(
        f"\n l{number}|Lead {number}|2025-0{1 + number // 40}-{1 + number % 28:02d}|{'abc'[number % 3]}|Ads"
        for number in range(150)
    )
    orders = "order_id|customer_id|customer_name|ordered_at|revenue_amount\n o1|c1|Lead 3|2026-06-01|100"
    filled = store.fill("leads", f"lead_id|name|created_at|industry|path{rows}").fill("orders", orders)
    missing = ask(filled.open(), "prospects/learning_curve").not_enough
    # The first outcome is known half a year after January; the latest three in ten came in from March on.
    assert (missing.have, missing.need) == (0, 20)
    assert missing.what == "leads whose outcome was known before the latest three in ten came in"


def test_months_are_told_with_counts_and_rates_only_from_ten_cases_on(store):
    rows = ask(leads(store, 400).open(), "prospects/report_card_months").rows
    assert (rows["bought_rate"].isna() == (rows["case_count"] < 10)).all()


def test_where_the_report_card_cannot_tell_its_months_do_not_either(store):
    opened = leads(store, 40).open()
    whole, months = (ask(opened, f"prospects/{name}").not_enough for name in ("report_card", "report_card_months"))
    assert whole == months and months.need == 50


def test_months_of_under_ten_leads_are_counted_and_nothing_is_drawn(store):
    answer = ask(leads(store, 100).open(), "prospects/report_card_months")
    assert len(answer.rows) and answer.headline.endswith("under ten in every month.")
    assert len(answer.figure().data) == 0
