"""Parts: each a select that stands by itself, written out in front of the file that names it."""

import re
from pathlib import Path

import pytest

from analytics.questions.catalogue import OF_SUMMARIES
from analytics.sql_header import names, read_header
from analytics.sql_order import in_order_of_need
from analytics.sql_parts import with_parts

ANALYTICS = Path(__file__).parents[1] / "analytics"
PARTS = sorted(ANALYTICS.rglob("parts/*.sql"))
READ = re.compile(r"\b(?:from|join) (\w+)")
OWN = re.compile(r"^(\w+) as (?:not materialized )?\(", re.MULTILINE)
# Whatever a select can read: what is loaded, chosen, written down and made while publishing.
TABLES = {"people"} | {
    file.stem
    for folder in ("canonical", "keyed", "summaries", "written")
    for file in (ANALYTICS / folder).rglob("*.sql")
    if file not in PARTS
}


def written(folder: Path, text: str) -> Path:
    (folder / "parts").mkdir()
    (folder / "parts" / "known.sql").write_text(f"/*\ntitle: Known\n*/\n{text}\n", encoding="utf-8")
    return folder / "parts"


def test_a_part_stands_before_the_questions_own_tables(tmp_path):
    area = written(tmp_path, "select 1 as n")
    sql = with_parts("/*\nparts: known\n*/\nwith\n\nown as (\n    select n from known\n)\n\nselect n from own", area)
    assert sql.endswith(
        "with\n\n-- Known\nknown as (\n    select 1 as n\n),\n\n"
        "own as (\n    select n from known\n)\n\nselect n from own"
    )


def test_a_question_without_tables_of_its_own_gets_them(tmp_path):
    sql = with_parts("/*\nparts: known\n*/\nselect n from known", written(tmp_path, "select 1 as n"))
    assert sql.endswith("with\n\n-- Known\nknown as (\n    select 1 as n\n)\n\nselect n from known")


def test_a_part_says_in_its_header_that_each_reader_works_it_out(tmp_path):
    folder = written(tmp_path, "select 1 as n")
    file = folder / "known.sql"
    file.write_text(file.read_text(encoding="utf-8").replace("title:", "plan: not materialized: small\ntitle:"))
    sql = with_parts("/*\nparts: known\n*/\nselect n from known", folder)
    assert "known as not materialized (\n" in sql


def test_a_filter_that_the_question_does_not_have_restricts_nothing(tmp_path):
    area = written(tmp_path, "select 1 as n where cast($path as varchar) is null or $as_of is null")
    sql = with_parts("/*\nparts: known\nparams: $as_of date\n*/\nselect n from known", area)
    assert "cast(null as varchar) is null or $as_of is null" in sql


def test_a_part_of_a_part_stands_once_and_before_it(tmp_path):
    folder = written(tmp_path, "select 1 as n")
    for name in ("one", "other"):
        (folder / f"{name}.sql").write_text(f"/*\ntitle: {name}\nparts: known\n*/\nselect n from known\n")
    sql = with_parts("/*\nparts: one, other\n*/\nselect one.n from one cross join other", folder)
    assert re.findall(r"^(\w+) as \(", sql, re.MULTILINE) == ["known", "one", "other"]


def test_what_a_part_needs_its_reader_needs(tmp_path):
    folder = written(tmp_path, "select n from numbers")
    part = folder / "known.sql"
    part.write_text(part.read_text(encoding="utf-8").replace("title:", "needs: numbers\ntitle:"))
    (tmp_path / "all_known.sql").write_text("/*\nparts: known\n*/\nselect n from known")
    (tmp_path / "numbers.sql").write_text("/*\ntitle: Numbers\n*/\nselect 1 as n")
    assert [file.stem for file in in_order_of_need(list(tmp_path.glob("*.sql")), folder)] == ["numbers", "all_known"]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_part_says_what_it_is_and_some_file_reads_it(part):
    header = read_header(part.read_text(encoding="utf-8"))
    assert [key for key in ("title", "grain", "returns", "source") if not header.get(key)] == []
    readers = [file for file in ANALYTICS.rglob("*.sql") if file != part]
    assert any(part.stem in names(read_header(file.read_text(encoding="utf-8")).get("parts", "")) for file in readers)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_part_declares_the_filters_and_the_parts_that_it_reads(part):
    text = part.read_text(encoding="utf-8")
    header, body = read_header(text), text.split("*/", 1)[1]
    declared = {piece.split()[0] for piece in header.get("params", "").split(";") if piece.strip()}
    assert set(re.findall(r"\$\w+", body)) == declared
    beside = {other.stem for folder in (part.parent, OF_SUMMARIES) for other in folder.glob("*.sql")}
    assert beside & set(READ.findall(body)) == set(names(header.get("parts", "")))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.stem)
def test_a_part_declares_the_tables_that_it_reads(part):
    text = part.read_text(encoding="utf-8")
    header, body = read_header(text), text.split("*/", 1)[1]
    parts = set(names(header.get("parts", "")))
    assert TABLES & set(READ.findall(body)) - set(OWN.findall(body)) - parts == set(names(header.get("needs", "")))
