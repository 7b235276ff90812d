"""What holds for every question, so that nobody has to remember it."""

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd
import pytest
import sqlglot

from analytics.filters import NAMES, Filters
from analytics.labels import plain
from analytics.questions import Answer, ask, questions
from analytics.questions.catalogue import Question
from analytics.store import Store
from tests.filled import FilledStore
from tests.samples import sample_store

ALL = [pytest.param(found, id=name) for name, found in questions().items()]
HEADER = ("title", "question", "grain", "needs", "returns", "assumes", "source", "method")
OTHER_ENGINES = ("spark", "clickhouse", "postgres")
# Columns; nobody scrolls through more.
READ = 25
CLOCK = re.compile(r"\b(now\s*\(|today\s*\(|current_date|current_timestamp|getdate\s*\()", re.IGNORECASE)


@pytest.fixture(scope="module")
def empty() -> Iterator[Store]:
    filled = FilledStore()
    yield filled.open_whole()
    filled.close()


@cache
def answer_to(name: str) -> Answer:
    """Asked once of the sample; every test of the question looks at the same answer."""
    return ask(sample_store(), name)


def without_header(question: Question) -> str:
    return question.sql.split("*/", 1)[1]


@pytest.mark.parametrize("question", ALL)
def test_the_header_is_complete(question):
    assert [key for key in HEADER if not question.header.get(key)] == []


@pytest.mark.parametrize("question", ALL)
def test_what_counts_all_of_a_list_is_in_its_summary(question):
    assert question.listed_of is None or question.listed_of in question.summary


@pytest.mark.parametrize("question", ALL)
def test_every_parameter_is_a_filter_and_is_declared(question):
    used = set(re.findall(r"\$(\w+)", without_header(question)))
    assert used == set(question.parameters)
    assert used <= set(NAMES)


@pytest.mark.parametrize("question", ALL)
def test_no_query_reads_the_clock(question):
    assert not CLOCK.search(without_header(question))


@pytest.mark.parametrize("question", ALL)
def test_it_orders_its_rows(question):
    assert "order by" in without_header(question).lower().rsplit("from", 1)[1]


@pytest.mark.parametrize("question", ALL)
def test_it_runs_on_the_sample_and_returns_what_it_declares(question):
    answer = answer_to(question.name)
    assert tuple(answer.rows.columns) == question.returns
    # Where no rows are good news, the header says what they mean.
    assert len(answer.rows) > 0 or question.header.get("nothing")
    assert answer.not_enough or not len(answer.rows) or answer.headline
    # A heading that is cut says less than it knows.
    assert answer.not_enough or not len(answer.rows) or plain(answer.headline) == answer.headline


@pytest.mark.parametrize("question", ALL)
def test_a_screen_shows_no_more_columns_than_somebody_reads(question):
    assert set(question.screen) <= set(question.returns) - set(question.summary)
    assert len(question.screen or answer_to(question.name).rows.columns.drop(list(question.summary))) <= READ


@pytest.mark.parametrize("question", ALL)
def test_it_runs_on_empty_tables_and_has_no_rows(question, empty):
    parameters = Filters(as_of=pd.Timestamp("2026-10-30").date()).parameters(question.parameters)
    rows = empty.rows(question.sql, parameters)
    compute = getattr(question.module, "compute", None)
    rows = compute(rows) if compute else rows
    assert tuple(rows.columns) == question.returns
    assert len(rows) == 0


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("count", [0, 1, None], ids=["none", "one", "many"])
def test_its_figure_draws(question, count):
    rows = answer_to(question.name).rows
    figure = question.module.figure(rows.head(len(rows) if count is None else count))
    assert figure.to_json()


@pytest.mark.parametrize("question", ALL)
def test_its_findings_stand_on_people_and_a_next_step(question):
    for finding in answer_to(question.name).findings:
        assert finding.sentence and finding.next_step and finding.why_sure
        assert finding.certainty in {"high", "medium", "low"}
        assert finding.money is None or finding.money.low <= finding.money.likely <= finding.money.high
        assert len(finding.people) <= finding.people_count


@pytest.mark.parametrize("question", ALL)
def test_what_is_summed_up_is_the_same_on_every_row(question):
    rows = answer_to(question.name).rows
    assert [name for name in question.summary if rows[name].nunique(dropna=False) > 1] == []


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("engine", OTHER_ENGINES)
def test_its_sql_can_go_to_another_engine(question, engine):
    # A bound value is written in as many ways as there are engines; that it is one value is what counts here.
    sql = re.sub(r"\$\w+", "null", without_header(question))
    translated = sqlglot.transpile(sql, read="duckdb", write=engine)
    assert len(translated) == 1
    assert sqlglot.parse_one(translated[0], read=engine)


@pytest.mark.parametrize("question", ALL)
def test_its_answer_reconciles_with_the_uploads(question):
    line = answer_to(question.name).reconcile
    if line is None:
        pytest.skip("its header names no table to reconcile with")
    assert line.rows_used + line.rows_set_aside + line.rows_replaced == line.rows_in
    assert line.amount_loaded == line.amount_answered or line.amount_loaded is None
