"""Referral tree: who brought whom, and whom these brought in turn."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.family_tree import Forest, grow
from analytics.questions.buyers.words import several
from analytics.questions.finding import Finding

FAMILIES = 10


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """Adds how many generations the longest chain has."""
    deepest = pd.array([grow(rows).generations()] * len(rows), dtype="int64[pyarrow]")
    return rows.assign(deepest_count=deepest)


def headline(rows: pd.DataFrame) -> str:
    """How many introduced how many, how deep it goes, and the family that brought most."""
    first, forest = rows.iloc[0], grow(rows)
    best = forest.roots()[0]
    text = (
        f"{several(int(first['referrer_count']), 'customer')} introduced"
        f" {charts.count(first['introduction_count'])} people,"
        f" {charts.count(first['won_count'])} of whom became customers; the longest chain has"
        f" {several(int(first['deepest_count']), 'introduction')}"
    )
    amount = forest.amount_below(best)
    return (
        f"{text}. Most money grew from {forest.members[best].name}: {charts.money(amount)}." if amount else f"{text}."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """The families that brought most money: each person stands under whoever introduced them."""
    forest = grow(rows)
    roots = forest.roots()[:FAMILIES]
    keys = [each for root in roots for each in (root, *forest.below(root))]
    drawing = charts.new(height=max(260, 24 * sum(len(forest.below(root)) for root in roots)))
    meanings = [_meaning(forest, key) for key in keys]
    drawing.add_icicle(
        ids=[str(key) for key in keys],
        labels=[charts.label(forest.members[key].name) for key in keys],
        parents=["" if forest.members[key].parent is None else str(forest.members[key].parent) for key in keys],
        customdata=[_told(forest, key) for key in keys],
        marker={
            "colors": [charts.COLOUR[meaning] for meaning in meanings],
            "pattern": {"shape": [charts.PATTERN[meaning] for meaning in meanings], "solidity": 0.2},
        },
        hovertemplate="%{label}<br>%{customdata}<extra></extra>",
        tiling={"orientation": "h"},
        root={"color": "rgba(0,0,0,0)"},
    )
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: whom to ask stands with those never asked."""
    return []


def _meaning(forest: Forest, key: int) -> str:
    member = forest.members[key]
    if member.parent is None:
        return "muted"
    return "won" if member.is_won else "open"


def _told(forest: Forest, key: int) -> str:
    member, brought = forest.members[key], forest.children.get(key, [])
    bought = f"ordered for {charts.money(member.amount)}" if member.is_won else "not a customer yet"
    if member.parent is None:
        bought = "brought by nobody we know of"
    return f"{bought}; introduced {len(brought):,}"
