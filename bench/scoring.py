"""Learning from 100,000 closed leads, and scoring 1,000,000 prospects while a version is published."""

import os
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np

from analytics.models.best_out_of_time import judge
from analytics.models.grouped_cases import Grouped
from analytics.models.out_of_time import grade_out_of_time
from analytics.models.ways import REGRESSION, Past, chances
from analytics.sql_order import wants
from analytics.workspace import LoadOptions, Workspace, build
from analytics.workspace.combine.tables import TABLES, canonical_rows
from analytics.workspace.entries import create_entries
from analytics.workspace.in_parallel import in_parallel
from analytics.workspace.outlasting import bring_what_was_said
from bench.orders_file import orders_file
from bench.people_files import people_files

LEADS = int(os.environ.get("BENCH_LEADS", "1000000"))
ORDERS, CUSTOMERS = 100_000, 10_000
CASES, ATTRIBUTES, VALUES = 100_000, 12, 8
MOST_FIT_SECONDS, MOST_SCORING_SECONDS = 5, 10
SEED = 20261122
SCORING = ("prospect", "standing", "look", "sale_card")


def main() -> None:
    """Print the seconds of both, of the clock and of the processor, and the plainest of each beside it."""
    _fit()
    with tempfile.TemporaryDirectory(prefix="gleaner-bench-") as name:
        _score(Path(name))


def _fit() -> None:
    """The whole competition on leads in order of time, each with its own values; scikit-learn fits once beside it."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import OneHotEncoder

    random = np.random.default_rng(SEED)
    codes = random.integers(0, VALUES, (CASES, ATTRIBUTES))
    linear = sum(random.normal(0, 0.4, VALUES)[codes[:, place]] for place in range(ATTRIBUTES)) - 1.2
    happened = (random.random(CASES) < 1 / (1 + np.exp(-linear))).astype(float)
    started, used = time.perf_counter(), time.process_time()
    day = np.arange(CASES)
    past = Past(Grouped(codes, (VALUES,) * ATTRIBUTES, happened, np.ones(CASES)), day, day, random.random(CASES))
    graded = grade_out_of_time(past)
    verdict = judge(past.cases.take(graded.rows), graded, CASES)
    chances(past, (codes[:1000], past.card[:1000]), verdict.way, verdict.correction)
    ours = time.perf_counter() - started, time.process_time() - used
    started = time.perf_counter()
    LogisticRegression(max_iter=1000).fit(OneHotEncoder().fit_transform(codes), happened)
    plain = time.perf_counter() - started
    print(
        f"{CASES:,} leads x {ATTRIBUTES} attributes, three ways graded out of time, {verdict.way} won"
        f" (expected {REGRESSION}): {ours[0]:.2f} s, {ours[1]:.2f} s of processor;"
        f" one fit of scikit-learn {plain:.2f} s;"
        f" bound {MOST_FIT_SECONDS} s: {'holds' if ours[0] <= MOST_FIT_SECONDS else 'BROKEN'}"
    )


def _score(folder: Path) -> None:
    leads, _, deals = people_files(folder, LEADS)
    files = [orders_file(folder, ORDERS, CUSTOMERS), leads, deals]
    workspace = Workspace(folder / "workspace")
    used = time.process_time()
    failed = [told for told in workspace.load([(file.name, file) for file in files], LoadOptions()) if told.error]
    if failed:
        raise SystemExit(f"{failed[0].file}: {failed[0].error}")
    print(f"publishing {LEADS:,} leads and {LEADS // 3:,} deals: {time.process_time() - used:.0f} s of processor")
    made = folder / "workspace" / "versions" / str(workspace.versions()[-1].number)
    count, seconds, used = _score_again(made, folder / "again.duckdb")
    print(
        f"scoring {count:,} prospects of them: {seconds:.1f} s, {used:.1f} s of processor,"
        f" bound {MOST_SCORING_SECONDS} s: {'holds' if seconds <= MOST_SCORING_SECONDS else 'BROKEN'}"
    )


def _score_again(version: Path, into: Path) -> tuple[int, float, float]:
    """Make the summaries of prospects once more from all the others of a version, as publishing does.

    Returns how many there are, seconds of the clock, seconds of the processor.
    """
    files = {file.stem: file for file in build.summary_files() if file.stem.startswith(SCORING)}
    order = {name: wanted & set(files) for name, wanted in wants(list(files.values()), build.PARTS).items()}
    with duckdb.connect(":memory:", config={"memory_limit": "3GiB"}) as connection:
        connection.execute("attach $path as made (read_only)", {"path": str(version / "pages.duckdb")})
        connection.execute("attach $path as pages", {"path": str(into)})
        connection.execute("create schema pages.canonical")
        connection.execute("use pages.canonical")
        for table in TABLES:
            canonical_rows(connection, version / f"{table}.parquet").create_view(table)
        connection.execute("use pages.main")
        create_entries(connection)
        _look(connection)
        build.create_keyed_views(connection)
        bring_what_was_said(connection, None)

        def make(name: str) -> None:
            with connection.cursor() as cursor:
                _look(cursor)
                build.create_summary(cursor, files[name], "pages")

        started, used = time.perf_counter(), time.process_time()
        in_parallel(order, make, build.AT_ONCE)
        seconds, used = time.perf_counter() - started, time.process_time() - used
        (count,) = connection.execute("select count(*) from pages.main.prospect_cards").fetchone()
    return count, seconds, used


def _look(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set search_path = 'pages.main,memory.main,made.main'")
