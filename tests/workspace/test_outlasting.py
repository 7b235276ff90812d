"""What a version said is there when the next one is built."""

from pathlib import Path

import duckdb
import pyarrow
import pytest

from analytics.workspace import fitted, outlasting

SAID = "create table forecasts (lead_id varchar not null, win_probability double, said_date date)"


@pytest.fixture
def connection():
    with duckdb.connect(":memory:") as opened:
        yield opened


@pytest.fixture
def tables(tmp_path: Path, monkeypatch) -> Path:
    folder = tmp_path / "remembered"
    folder.mkdir()
    (folder / "forecasts.sql").write_text(SAID)
    monkeypatch.setattr(outlasting, "REMEMBERED", folder)
    return folder


def _pages(folder: Path, *statements: str) -> Path:
    file = folder / "pages.duckdb"
    with duckdb.connect(str(file)) as before:
        for statement in statements:
            before.execute(statement)
    return file


def test_a_first_version_remembers_nothing_and_the_table_is_there(connection, tables):
    outlasting.bring_what_was_said(connection, None)
    found = connection.execute("describe forecasts_before").fetchall()
    assert [row[0] for row in found] == ["lead_id", "win_probability", "said_date"]
    assert connection.execute("select count(*) from forecasts_before").fetchone() == (0,)


def test_rows_of_the_version_before_are_remembered_whatever_columns_it_had(connection, tables, tmp_path):
    # It did not know the day yet, and had a column that is gone since.
    pages = _pages(tmp_path, "create table forecasts as select 'l1' as lead_id, 0.25 as win_probability, 7 as gone")
    outlasting.bring_what_was_said(connection, pages)
    assert connection.execute("from forecasts_before").fetchall() == [("l1", 0.25, None)]
    # The file is free again: a published version is never held open for writing, nor locked by its successor.
    attached = connection.execute("select database_name from duckdb_databases()").fetchall()
    assert ("version_before",) not in attached


def test_a_version_before_without_such_a_table_is_no_obstacle(connection, tables, tmp_path):
    outlasting.bring_what_was_said(connection, _pages(tmp_path, "create table people (name varchar)"))
    assert connection.execute("select count(*) from forecasts_before").fetchone() == (0,)


def test_the_statements_after_it_still_mean_the_database_that_they_meant_before(connection, tables, tmp_path):
    connection.execute("attach $path as pages", {"path": str(tmp_path / "next.duckdb")})
    connection.execute("set search_path = 'pages.main,memory.main'")
    outlasting.bring_what_was_said(connection, None)
    connection.execute("create table forecasts as from forecasts_before")
    place = "select database_name from duckdb_tables() where table_name = 'forecasts' and schema_name = 'main'"
    assert connection.execute(place).fetchall() == [("pages",)]


def test_a_model_makes_the_table_from_the_rows_of_its_select(connection, tmp_path, monkeypatch):
    (tmp_path / "doubled.py").write_text("")
    monkeypatch.setattr(
        fitted, "_fit", lambda file, rows: pyarrow.table({"y": [2 * x for x in rows.column("x").to_pylist()]})
    )
    assert fitted.is_fitted(tmp_path / "doubled.sql")
    fitted.create_fitted(
        connection, tmp_path / "doubled.sql", "select 1 as x union all select 2", "memory.main.doubled"
    )
    assert sorted(connection.execute("from doubled").fetchall()) == [(2,), (4,)]
