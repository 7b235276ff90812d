"""The doors of DuckDB stay shut, and many sessions may ask at once."""

import ast
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from analytics.engine import open_memory, open_version, open_work
from analytics.ingest.land.source import connect
from analytics.questions import ask
from analytics.settings import Settings
from analytics.store import Store
from tests.samples import sample_store, sample_workspace

ANALYTICS = Path(__file__).parents[1] / "analytics"
CLOSED = {
    "reads a file outside": "select * from read_csv('/etc/passwd')",
    "reads a file by name": "select * from '/etc/passwd'",
    "writes a file outside": "copy (select 1) to '/tmp/gleaner-escape.csv'",
    "opens another database": "attach '/tmp/gleaner-escape.duckdb' as other",
    "installs an extension": "install httpfs",
    "fetches from the network": "select * from read_csv('http://127.0.0.1:9/x.csv')",
    "reads a variable of ours": "select * from connection",
    "unlocks the settings": "set enable_external_access = true",
    "raises its own memory": "set memory_limit = '64GB'",
    "writes into the version": "create table pages.main.mine as select 1",
}


@pytest.fixture(scope="module")
def folder():
    workspace = sample_workspace()
    return workspace.path / "versions" / str(workspace.current_version())


@pytest.mark.parametrize("sql", CLOSED.values(), ids=CLOSED.keys())
def test_a_locked_down_connection_refuses(sql, folder):
    connection = open_version(folder, Settings())
    with pytest.raises(duckdb.Error):
        connection.cursor().execute(sql)


WORKING = {
    "memory": lambda folder: open_memory(Settings()),
    "work": lambda folder: open_work(Settings(), [folder], folder / "spill"),
    "landing": lambda folder: connect(folder, []),
}


@pytest.mark.parametrize("sql", [sql for sql in CLOSED.values() if "pages" not in sql])
@pytest.mark.parametrize("opened", WORKING.values(), ids=WORKING.keys())
def test_a_connection_that_makes_tables_is_locked_down_too(opened, sql, tmp_path):
    with opened(tmp_path) as connection, pytest.raises(duckdb.Error):
        connection.cursor().execute(sql)


def test_a_connection_that_makes_tables_reaches_its_folders_alone(tmp_path):
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir(), other.mkdir()
    with open_work(Settings(), [own], own) as connection:
        connection.execute("copy (select 1 as number) to $path", {"path": str(own / "kept.parquet")})
        assert connection.read_parquet(str(own / "kept.parquet")).fetchall() == [(1,)]
        for escape in (other / "kept.parquet", own / ".." / "other" / "kept.parquet"):
            with pytest.raises(duckdb.PermissionException):
                connection.execute("copy (select 1 as number) to $path", {"path": str(escape)})
    assert not list(other.iterdir())


def test_every_connection_comes_from_the_engine():
    openers = {
        file.relative_to(ANALYTICS).as_posix()
        for file in ANALYTICS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "duckdb.connect"
    }
    assert openers == {"engine.py"}


ASKING = {"execute", "executemany", "sql", "query"}
PUT_TOGETHER = {"workspace/creating.py"}  # beside landing, whose tables have the columns of a stranger's file


def test_no_statement_is_put_together_outside_landing():
    """Rule 3 of the house: a value reaches SQL as $name; names are those of our own files."""
    found = {
        place
        for file in ANALYTICS.rglob("*.py")
        if not (place := file.relative_to(ANALYTICS).as_posix()).startswith("ingest/land/")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING
        if node.args and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    }
    assert found == PUT_TOGETHER


def test_a_version_that_is_not_there_is_a_clear_error(tmp_path):
    from analytics.errors import StoreError

    with pytest.raises(StoreError) as refused:
        open_version(tmp_path / "7", Settings())
    assert "7" in refused.value.what and refused.value.fix


def test_eight_threads_get_the_same_answers_as_one(folder):
    store = Store(open_version(folder, Settings()), 1)
    expected = {name: ask(store, name).rows for name in ("buyers/pareto", "funnel/link_conversion")}
    with ThreadPoolExecutor(8) as pool:
        names = list(expected) * 20
        answers = list(pool.map(lambda name: ask(store, name).rows, names))
    assert all(answer.equals(expected[name]) for name, answer in zip(names, answers, strict=True))


def test_a_value_with_a_quote_is_only_a_value():
    from analytics.filters import Filters

    assert len(ask(sample_store(), "buyers/pareto", Filters(owner="x' or 1=1 --")).rows) == 0
