"""What holds for every summary, so that nobody has to remember it."""

import re

import pytest

from analytics.sql_header import names, read_header
from analytics.sql_order import wants
from analytics.sql_parts import with_parts
from analytics.workspace.build import KEYED, PARTS, PEOPLE, summary_files, summary_sql
from tests.filled import FilledStore

WITHOUT_COLUMNS = re.compile(r"the columns of|<")
SUMMARIES = {file.stem: file for file in summary_files()}
MADE = {*SUMMARIES, PEOPLE, *(file.stem for file in KEYED.glob("*.sql"))}
READ = re.compile(r"\b(?:from|join) (\w+)")
OWN = re.compile(r"(\w+) as (?:not materialized )?\(")


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_declares_the_tables_that_it_and_its_parts_read(name):
    """Two are made at once: one that is read and not declared may not be there yet."""
    body = summary_sql(SUMMARIES[name]).split("*/", 1)[1]
    read = set(READ.findall(body)) - set(OWN.findall(body))
    assert read & MADE <= wants([SUMMARIES[name]], PARTS)[name]


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_summary_reads_every_part_that_it_names(name):
    text = SUMMARIES[name].read_text(encoding="utf-8")
    beside = {part.stem for part in PARTS.glob("*.sql")}
    assert beside & set(READ.findall(text)) == set(names(read_header(text).get("parts", "")))


@pytest.fixture(scope="module")
def connection():
    store = FilledStore()
    store.open_whole()
    yield store.connection
    store.close()


@pytest.mark.parametrize("part", sorted(PARTS.glob("*.sql")), ids=lambda part: part.stem)
def test_a_part_returns_the_columns_that_it_declares(connection, part):
    text = part.read_text(encoding="utf-8")
    declared = re.sub(r" \([^)]*\)", "", read_header(text)["returns"])
    returned = [column for column, *_ in connection.execute(f"describe {with_parts(text, PARTS)}").fetchall()]
    assert WITHOUT_COLUMNS.search(declared) or sorted(names(declared)) == sorted(returned)
