"""Who is whom, as somebody decided: one person or two, about two records that keep their names over versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from analytics.workspace.records import Entry

SAME, DIFFERENT = "same_person", "different_person"
_TABLE = Path(__file__).parents[1] / "canonical" / "written" / "match_decisions.sql"
# What names a record, by the kind that identity gives it.
_NAMED_BY = {1: "customers", 2: "leads", 3: "e-mail", 4: "phone", 5: "name", 6: "deals"}
_KINDS = {name: kind for kind, name in _NAMED_BY.items()}


@dataclass(frozen=True)
class Decision:
    """Two records are one person, or they are two.

    one_kind : 1 customer_id, 2 lead_id, 3 e-mail, 4 phone, 5 name, 6 deal_id.
    one_ref  : that id, e-mail, phone or name, as match_proposals and match_merges give it.
    names    : what both were called on the screen that it was decided on; kept to be read, never to match by.
    """

    one_kind: int
    one_ref: str
    other_kind: int
    other_ref: str
    is_same: bool
    names: str | None = None


def as_entry(decision: Decision, written_by: str, written_at: datetime) -> Entry:
    """The decision as it is kept in the diary."""
    return Entry(
        SAME if decision.is_same else DIFFERENT,
        written_by,
        written_at,
        source_table=_NAMED_BY[decision.one_kind],
        source_ref=decision.one_ref,
        topic=_NAMED_BY[decision.other_kind],
        value=decision.other_ref,
        note=decision.names,
    )


def decided(entries: Iterable[Entry]) -> tuple[Decision, ...]:
    """What the entries decide; of a pair only what was said last.

    entries : oldest first; those of other kinds are passed over.
    """
    last: dict[tuple, Decision] = {}
    for entry in entries:
        if entry.kind in (SAME, DIFFERENT):
            one = (_KINDS[entry.source_table], entry.source_ref)
            other = (_KINDS[entry.topic], entry.value)
            first, second = sorted((one, other))
            last[first, second] = Decision(*first, *second, is_same=entry.kind == SAME)
    return tuple(last.values())


def create_decisions(connection: duckdb.DuckDBPyConnection, decisions: Iterable[Decision]) -> None:
    """The table match_decisions with these rows."""
    connection.execute(_TABLE.read_text(encoding="utf-8"))
    for each in decisions:
        connection.execute(
            "insert into match_decisions values (?, ?, ?, ?, ?)",
            [each.one_kind, each.one_ref, each.other_kind, each.other_ref, each.is_same],
        )
