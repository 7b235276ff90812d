"""One person is one person across files: people, identities and proposed matches of a version."""

from pathlib import Path

import duckdb

from analytics.identity.match import Facts, Matching, match

HERE = Path(__file__).parent

SHARED_KEYS = "select key_kind, key, node_id from shared_keys order by key_kind, key, node_id"
FACTS = """
    select distinct
        node_records.node_id,
        person_nodes.kind,
        node_records.customer_id,
        node_records.email,
        node_records.phone,
        node_records.postcode,
        node_records.city,
        node_records.upload_id
    from node_records
    inner join person_nodes
        on node_records.node_id = person_nodes.node_id
    where
        node_records.node_id in (select node_id from shared_keys)
        or node_records.node_id in (select one_node from decided)
        or node_records.node_id in (select other_node from decided)
"""
DECISIONS = "select one_node, other_node, is_same from decided order by one_node, other_node"


def identify(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables people, identities, match_proposals and match_merges from the canonical tables.

    connection : schema canonical holds the eleven tables; main holds stages and match_decisions.
    """
    for name in ("1_normal", "2_records", "3_mentions", "4_nodes", "5_shared_keys", "6_decided"):
        connection.execute(_text(name))
    decisions = connection.execute(DECISIONS).fetchall()
    _keep(connection, match(connection.execute(SHARED_KEYS).fetchall(), _facts(connection), decisions))
    for name in ("7_people", "8_pairs"):
        connection.execute(_text(name))


def _text(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _facts(connection: duckdb.DuckDBPyConnection) -> dict[int, Facts]:
    facts: dict[int, Facts] = {}
    for node, kind, customer, email, phone, postcode, city, upload in connection.execute(FACTS).fetchall():
        known = facts.setdefault(node, Facts())
        known.kinds.add(kind)
        if customer is not None and upload is not None and kind == 1:
            known.customers[upload] = customer
        for values, value in (
            (known.emails, email),
            (known.phones, phone),
            (known.postcodes, postcode),
            (known.cities, city),
        ):
            if value is not None:
                values.add(value)
    return facts


def _keep(connection: duckdb.DuckDBPyConnection, matching: Matching) -> None:
    """Write what Python decided where the SQL that follows reads it."""
    merged = [(node, matching.root(node)) for node in list(matching.roots)]
    moved = [(node, root) for node, root in merged if node != root]
    connection.execute(
        "create or replace temp table merged_nodes as "
        "select unnest(cast($nodes as bigint[])) as node_id, unnest(cast($roots as bigint[])) as root_id",
        {"nodes": [node for node, _ in moved], "roots": [root for _, root in moved]},
    )
    pairs = [(*pair, False) for pair in matching.proposals] + [(*pair, True) for pair in matching.merges]
    one, other, reasons, merged = ([pair[place] for pair in pairs] for place in range(4))
    connection.execute(
        "create or replace temp table matched_pairs as select unnest(cast($one as bigint[])) as one_node, "
        "unnest(cast($other as bigint[])) as other_node, unnest(cast($reasons as varchar[])) as reason, "
        "unnest(cast($merged as boolean[])) as is_merged",
        {"one": one, "other": other, "reasons": reasons, "merged": merged},
    )
