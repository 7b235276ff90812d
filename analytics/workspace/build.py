"""What a version holds beside its canonical tables: people, keyed views and summaries."""

from pathlib import Path

import duckdb

from analytics.identity.identify import identify
from analytics.sql_order import in_order_of_need, wants
from analytics.sql_parts import with_parts
from analytics.workspace.choices import create_choices
from analytics.workspace.creating import create_table, create_view
from analytics.workspace.decisions import create_decisions
from analytics.workspace.entries import create_entries
from analytics.workspace.fitted import create_fitted, is_fitted
from analytics.workspace.given import NOTHING_GIVEN, Given
from analytics.workspace.in_parallel import in_parallel
from analytics.workspace.outlasting import bring_what_was_said

ANALYTICS = Path(__file__).parents[1]
KEYED = ANALYTICS / "keyed"
SUMMARIES = ANALYTICS / "summaries"
WRITTEN = ANALYTICS / "written"
NOTED = WRITTEN / "noted"
GUESSED = ANALYTICS / "canonical" / "guessed"
WHILE_PUBLISHING = SUMMARIES / "while_publishing"
PARTS = SUMMARIES / "parts"
# What is written about a prospect is scored by the summaries that score everybody.
NOTED_PARTS = (NOTED / "parts", WHILE_PUBLISHING, SUMMARIES, PARTS)
PEOPLE = "people"
# A summary of 100,000 customers fits in one row group, which DuckDB gives to one thread: the other takes the next one.
AT_ONCE = 2
# Published once per version; a store that lives in memory has no landings of its own.
LANDINGS = """
    select
        cast(null as varchar) as table_name,
        cast(null as bigint) as rows_in,
        cast(null as bigint) as rows_used,
        cast(null as bigint) as rows_set_aside,
        cast(null as bigint) as rows_replaced
    where false
"""


def build_pages(
    connection: duckdb.DuckDBPyConnection, into: str = "memory", given: Given = NOTHING_GIVEN
) -> dict[str, int]:
    """Make people, identities, keyed views and summary tables; table name to row count.

    connection : one that began in memory; schema canonical holds the eleven tables (and deal_snapshots where several
                 exports were kept).
    into       : database for the tables that are kept.
    given      : what people chose and decided, and what the version before said.
    """
    _look_in(connection, into)
    _complete(connection, given)
    files = {file.stem: file for file in summary_files()}

    def make(name: str) -> None:
        with connection.cursor() as cursor:
            _look_in(cursor, into)
            _identify(cursor) if name == PEOPLE else create_summary(cursor, files[name], into)

    in_parallel(_order(files), make, AT_ONCE)
    return _row_counts(connection, into)


def identify_rows(connection: duckdb.DuckDBPyConnection, given: Given = NOTHING_GIVEN) -> None:
    """Everything that summaries read: business choices, people, identities and keyed views."""
    _complete(connection, given)
    _identify(connection)


def _identify(connection: duckdb.DuckDBPyConnection) -> None:
    identify(connection)
    create_keyed_views(connection)


def _order(files: dict[str, Path]) -> dict[str, set[str]]:
    """What has to be there before each summary: others, and the people unless it reads nothing but canonical tables."""
    keyed = {PEOPLE} | {file.stem for file in KEYED.glob("*.sql")}
    found: dict[str, set[str]] = {PEOPLE: set()}
    for name, wanted in wants(list(files.values()), PARTS).items():
        found[name] = wanted & set(files) | ({PEOPLE} if wanted & keyed else set())
    return found


def summary_files() -> list[Path]:
    """The summaries so that each comes after the ones it needs."""
    return in_order_of_need([*SUMMARIES.glob("*.sql"), *WHILE_PUBLISHING.glob("*.sql")], PARTS)


def summary_sql(file: Path) -> str:
    """The select of a summary, its parts written out."""
    return with_parts(file.read_text(encoding="utf-8"), PARTS)


def create_summary(connection: duckdb.DuckDBPyConnection, file: Path, into: str = "memory") -> None:
    """The select of one of our own files, or what a model says of its rows, as a table under the name of the file.

    In memory when only other summaries read it.
    """
    place = ("memory" if file.parent == WHILE_PUBLISHING else into, "main", file.stem)
    if is_fitted(file):
        create_fitted(connection, file, summary_sql(file), ".".join(place))
    else:
        create_table(connection, place, summary_sql(file))


def _look_in(connection: duckdb.DuckDBPyConnection, into: str) -> None:
    """Names mean what is kept, then what is there only while publishing."""
    connection.execute("set search_path = $path", {"path": f"{into}.main,memory.main"})


def create_keyed_views(connection: duckdb.DuckDBPyConnection) -> None:
    """The canonical tables under their own names in the current schema, each row with its person_key."""
    for file in sorted(KEYED.glob("*.sql")):
        create_view(connection, (file.stem,), file.read_text(encoding="utf-8"))


def written_files() -> list[Path]:
    """The selects over what was written down so that each comes after the ones it needs."""
    return in_order_of_need([*WRITTEN.glob("*.sql"), *NOTED.glob("*.sql")], *NOTED_PARTS)


def bring_written(connection: duckdb.DuckDBPyConnection) -> None:
    """What people wrote down beside what the version says, in the current schema, which has entries and summaries.

    What only entries tell is a few rows of many joins: worked out once, each time that something was written.
    """
    connection.begin()
    try:
        for file in written_files():
            create_written(connection, file)
    except duckdb.Error:
        connection.rollback()
        raise
    connection.commit()


def create_written(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    """One of written_files(), as a table where few rows come of it, else as a view."""
    sql = file.read_text(encoding="utf-8")
    if file.parent == NOTED:
        create_table(connection, (file.stem,), with_parts(sql, *NOTED_PARTS))
    else:
        create_view(connection, (file.stem,), sql)


def _complete(connection: duckdb.DuckDBPyConnection, given: Given) -> None:
    """Add what no upload brings: what is given, what stage names say, no entries and, where needed, no landings."""
    create_choices(connection, given.chosen)
    create_decisions(connection, given.decided)
    bring_what_was_said(connection, given.pages_before)
    if "landings" not in _names(connection, "main"):
        connection.sql(LANDINGS).create("landings")
    if "entries" not in _names(connection, "canonical"):
        create_entries(connection)
    if "deal_snapshots" not in _names(connection, "canonical"):
        connection.execute("create view canonical.deal_snapshots as from canonical.deals")
    for file in sorted(GUESSED.glob("*.sql")):
        connection.execute(file.read_text(encoding="utf-8"))


def _names(connection: duckdb.DuckDBPyConnection, schema: str) -> set[str]:
    found = connection.execute(
        "select table_name from information_schema.tables where table_schema = $schema", {"schema": schema}
    )
    return {name for (name,) in found.fetchall()}


def _row_counts(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, int]:
    # Of a table that nothing was ever deleted from, the estimate is the count.
    return dict(
        connection.execute(
            "select table_name, estimated_size from duckdb_tables() "
            "where database_name = $database and schema_name = 'main' and not temporary order by table_name",
            {"database": database},
        ).fetchall()
    )
