"""The business choices that ship with Gleaner: stages and path links."""

import csv
from collections import Counter
from pathlib import Path

import duckdb
import pytest

ANALYTICS = Path(__file__).parents[3] / "analytics"
CATEGORIES = {"pipeline", "best_case", "commit", "closed", "omitted"}


def rows_of(name: str) -> list[dict]:
    with (ANALYTICS / "defaults" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["stages", "path_links"])
def test_the_shipped_rows_fit_their_table(name):
    connection = duckdb.connect()
    connection.execute((ANALYTICS / "canonical" / "choices" / f"{name}.sql").read_text(encoding="utf-8"))
    connection.execute(f"copy {name} from '{(ANALYTICS / 'defaults' / name).as_posix()}.csv' (header true)")
    assert connection.execute(f"select count(*) from {name}").fetchone() == (len(rows_of(name)),)


def test_a_stage_name_stands_once_whatever_its_case():
    assert twice(row["stage_name"].casefold() for row in rows_of("stages")) == []


def test_an_action_has_one_link_on_a_path():
    assert twice((row["path"].casefold(), row["action"].casefold()) for row in rows_of("path_links")) == []


def test_a_stage_is_won_or_lost_or_open_and_its_category_says_the_same():
    for row in rows_of("stages"):
        assert row["forecast_category"] in CATEGORIES
        assert (row["is_won"] == "true") == (row["forecast_category"] == "closed"), row
        assert (row["is_lost"] == "true") == (row["forecast_category"] == "omitted"), row


def test_every_link_of_a_path_has_actions():
    assert {row["link"] for row in rows_of("path_links")} == {"lead_generation", "nurturing", "ask", "sale", "no"}


def twice(values) -> list:
    return [value for value, count in Counter(values).items() if count > 1]
