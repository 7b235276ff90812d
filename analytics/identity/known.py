"""What the tables of identity say of nodes, read as the matching asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import duckdb

# Above these bits stands the kind of the node: node_of and kind_of in 01_normal.sql.
BITS_OF_HASH = 59
KEYS = "select key, node_id from shared_keys where key_kind = $key_kind order by key, node_id"
COMPANIES = "select company, node_id, is_firm from company_nodes order by company, node_id"
UPLOADS = """
    select distinct
        node_records.node_id,
        node_records.upload
    from node_records
    where
        node_records.customer_id is not null
        and node_records.upload is not null
        and (
            node_records.node_id in (select node_id from shared_keys)
            or node_records.node_id in (select one_node from decided)
            or node_records.node_id in (select other_node from decided)
        )
    order by node_records.node_id
"""
CONTACTS = """
    select distinct
        node_records.node_id,
        case when node_records.email is not null then hash(node_records.email) end,
        case when node_records.phone is not null then hash(node_records.phone) end,
        case when node_records.postcode is not null then hash(node_records.postcode) end,
        case when node_records.city is not null then hash(node_records.city) end
    from node_records
    semi join (select unnest(cast($nodes as bigint[])) as node_id) as asked
        on node_records.node_id = asked.node_id
    where coalesce(node_records.email, node_records.phone, node_records.postcode, node_records.city) is not null
"""
NOTHING: frozenset[int] = frozenset()


def kind_of(node: int) -> int:
    """1 customer_id, 2 lead_id, 3 e-mail, 4 phone, 5 name, 6 deal, 7 nobody."""
    return node >> BITS_OF_HASH


@dataclass(frozen=True, slots=True)
class Contacts:
    """How and where one person can be reached, as hashes."""

    emails: frozenset[int] = NOTHING
    phones: frozenset[int] = NOTHING
    postcodes: frozenset[int] = NOTHING
    cities: frozenset[int] = NOTHING

    def with_those_of(self, other: "Contacts") -> "Contacts":
        """The contacts of a person to whom the other's records belong as well."""
        return Contacts(
            self.emails | other.emails,
            self.phones | other.phones,
            self.postcodes | other.postcodes,
            self.cities | other.cities,
        )


@dataclass(frozen=True)
class Known:
    """The keys, uploads and contacts of nodes.

    connection : has the tables shared_keys, node_records, company_nodes, decided and named_apart.
    """

    connection: duckdb.DuckDBPyConnection

    def groups(self, key_kind: int) -> Iterator[list[int]]:
        """Nodes that carry each key of this kind, always in the same order."""
        rows = self.connection.execute(KEYS, {"key_kind": key_kind}).fetchall()
        return ([node for _, node in carriers] for _, carriers in groupby(rows, key=itemgetter(0)))

    def uploads(self) -> dict[int, frozenset[int]]:
        """Uploads that name a node by a customer_id; two ids of one upload are two people."""
        found: dict[int, frozenset[int]] = {}
        # Nearly all of them name the same one or two files: each set is kept once.
        kept: dict[frozenset[int], frozenset[int]] = {}
        for node, upload in self.connection.execute(UPLOADS).fetchall():
            uploads = found.get(node, NOTHING) | {upload}
            found[node] = kept.setdefault(uploads, uploads)
        return found

    def named_apart(self) -> frozenset[tuple[int, int]]:
        """Pairs of nodes, the lesser first, whose names have nothing in common though they share an e-mail or phone."""
        return frozenset(self.connection.execute("select one_node, other_node from named_apart").fetchall())

    def companies(self) -> Iterator[tuple[list[int], list[int]]]:
        """For each company that contacts give: the nodes of that name, and those of its contacts."""
        rows = self.connection.execute(COMPANIES).fetchall()
        for _, of_company in groupby(rows, key=itemgetter(0)):
            carriers = list(of_company)
            yield (
                [node for _, node, is_firm in carriers if is_firm],
                [node for _, node, is_firm in carriers if not is_firm],
            )

    def contacts(self, nodes: list[int]) -> Iterator[tuple[int, Contacts]]:
        """Contacts in each record of these nodes that has any."""
        for node, *values in self.connection.execute(CONTACTS, {"nodes": nodes}).fetchall():
            yield node, Contacts(*(NOTHING if value is None else frozenset((value,)) for value in values))
