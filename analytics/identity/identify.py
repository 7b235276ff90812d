"""One person is one person across files: people, identities and proposed matches of a version."""

from pathlib import Path

import duckdb

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
    "08_companies",
    "08_decided",
    "08_named_apart",
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
    # Lists as parameters: a table of Arrow made from them imports pandas, 0.4 s that nothing else here needs.
    connection.execute(
        "insert into merged_nodes select unnest(cast($nodes as bigint[])), unnest(cast($roots as bigint[]))",
        {"nodes": list(matching.roots), "roots": list(matching.roots.values())},
    )
    pairs = [(*pair, False) for pair in matching.proposals] + [(*pair, True) for pair in matching.merges]
    one, other, reasons, merged = ([pair[place] for pair in pairs] for place in range(4))
    connection.execute(
        "insert into matched_pairs select unnest(cast($one as bigint[])), unnest(cast($other as bigint[])), "
        "unnest(cast($reasons as varchar[])), unnest(cast($merged as boolean[]))",
        {"one": one, "other": other, "reasons": reasons, "merged": merged},
    )
