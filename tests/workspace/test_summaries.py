"""What holds for every summary, so that nobody has to remember it."""

import re

import pytest

from analytics.sql_header import names, read_header
from analytics.sql_order import wants
from analytics.workspace.build import KEYED, PARTS, PEOPLE, summary_files, summary_sql

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
