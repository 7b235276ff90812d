"""One person is one person across files: people, identities and proposed matches of a version."""

from pathlib import Path

import duckdb
import pyarrow

from analytics.identity.known import Known
from analytics.identity.match import Matching, match

HERE = Path(__file__).parent
BEFORE_MATCHING = (
    "01_normal",
    "02_written",
    "03_records",
    "04_mentions",
    "05_named",
    "06_nodes",
    "07_shared_keys",
    "08_decided",
    "09_pairs_alone",
)
AFTER_MATCHING = ("10_numbers", "11_identities", "12_attributes", "13_people", "14_pairs")
DECISIONS = "select one_node, other_node, is_same from decided order by one_node, other_node"


def identify(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables people, identities, match_proposals and match_merges from the canonical tables.

    connection : schema canonical holds the eleven tables; main holds stages and match_decisions.
    """
    for name in BEFORE_MATCHING:
        connection.execute(_text(name))
    _keep(connection, match(Known(connection), connection.execute(DECISIONS).fetchall()))
    for name in AFTER_MATCHING:
        connection.execute(_text(name))


def _text(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _keep(connection: duckdb.DuckDBPyConnection, matching: Matching) -> None:
    """Add what Python decided to the pairs that needed no decision, where the SQL that follows reads it."""
    connection.register("merged", _table(("node_id", "root_id"), list(matching.roots.items())))
    connection.execute("insert into merged_nodes select node_id, root_id from merged")
    connection.unregister("merged")
    pairs = [(*pair, False) for pair in matching.proposals] + [(*pair, True) for pair in matching.merges]
    connection.register("paired", _table(("one_node", "other_node", "reason", "is_merged"), pairs))
    connection.execute("insert into matched_pairs select one_node, other_node, reason, is_merged from paired")
    connection.unregister("paired")


def _table(names: tuple[str, ...], rows: list[tuple]) -> pyarrow.Table:
    types = {"reason": pyarrow.string(), "is_merged": pyarrow.bool_()}
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return pyarrow.table(
        [pyarrow.array(column, types.get(name, pyarrow.int64())) for name, column in zip(names, columns, strict=True)],
        names=names,
    )
