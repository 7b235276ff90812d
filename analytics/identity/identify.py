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
    where node_records.node_id in (select node_id from shared_keys)
"""
PROPOSALS = """
    select distinct
        least(one.person_key, two.person_key) as person_key_a,
        greatest(one.person_key, two.person_key) as person_key_b,
        proposed.reason
    from proposed
    inner join node_people as one
        on proposed.node_a = one.node_id
    inner join node_people as two
        on proposed.node_b = two.node_id
    where one.person_key <> two.person_key
    order by person_key_a, person_key_b, reason
"""


def identify(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables people, identities and match_proposals from the canonical tables.

    connection : schema canonical holds the eleven tables; main holds stages.
    """
    for name in ("1_normal", "2_records", "3_mentions", "4_nodes", "5_shared_keys"):
        connection.execute(_text(name))
    _keep(connection, match(connection.execute(SHARED_KEYS).fetchall(), _facts(connection)))
    connection.execute(_text("6_people"))
    connection.sql(PROPOSALS).create("match_proposals")


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
    connection.execute(
        "create or replace temp table proposed as select unnest(cast($one as bigint[])) as node_a, "
        "unnest(cast($two as bigint[])) as node_b, unnest(cast($reasons as varchar[])) as reason",
        {
            "one": [pair[0] for pair in matching.proposals],
            "two": [pair[1] for pair in matching.proposals],
            "reasons": [pair[2] for pair in matching.proposals],
        },
    )
