"""Referral tree: who brought whom, and whom these brought in turn."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts
from analytics.questions.buyers.family_tree import Forest, grow
from analytics.questions.buyers.words import several
from analytics.questions.finding import Finding

MOST_ROOTS = 10
EVERYBODY = "Your business"
# Columns at once, the first for everybody: more would be too narrow for a name. A click goes deeper.
SHOWN_DEEP = 4


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
        f" {charts.count(first['introduction_count'])} {'person' if first['introduction_count'] == 1 else 'people'},"
        f" {charts.count(first['won_count']) if first['won_count'] else 'none'} of whom became customers; the longest"
        f" chain has {several(int(first['deepest_count']), 'introduction')}"
    )
    amount = forest.amount_below(best)
    return (
        f"{text}. Most money grew from {forest.members[best].name}: {charts.money(amount)}." if amount else f"{text}."
    )


def figure(rows: pd.DataFrame) -> go.Figure:
    """Those from whom most money grew: each person stands under whoever introduced them."""
    forest = grow(rows)
    roots = forest.roots()[:MOST_ROOTS]
    keys = [each for root in roots for each in (root, *forest.below(root))]
    drawing = charts.new(height=140 + 26 * sum(1 for key in keys if not forest.children.get(key)))
    meanings = ["grid", *(_meaning(forest, key) for key in keys)]
    drawing.add_icicle(
        ids=[EVERYBODY, *(str(key) for key in keys)],
        labels=[EVERYBODY, *(_label(forest, key) for key in keys)],
        parents=["", *(str(forest.members[key].parent or EVERYBODY) for key in keys)],
        customdata=[
            f"the {len(roots)} from whom most money grew, with all whom they brought",
            *(_told(forest, key) for key in keys),
        ],
        marker={
            "colors": [charts.FAINT[meaning] for meaning in meanings],
            "line": {"color": [charts.COLOUR[meaning] for meaning in meanings], "width": 1},
        },
        textfont={"color": charts.COLOUR["text"], "size": 13},
        leaf={"opacity": 1},
        hovertemplate="%{label}<br>%{customdata}<extra></extra>",
        maxdepth=SHOWN_DEEP,
        tiling={"orientation": "h"},
    )
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: whom to ask stands with those never asked."""
    return []


def _label(forest: Forest, key: int) -> str:
    """The name; whoever the introduction did not win says so, because colour alone would not."""
    member = forest.members[key]
    if member.was_customer:
        return f"{charts.label(member.name)}, before"
    return charts.label(member.name) + ("" if member.is_won else ", not yet")


def _meaning(forest: Forest, key: int) -> str:
    member = forest.members[key]
    if member.parent is None or member.was_customer:
        return "muted"
    return "won" if member.is_won else "open"


def _told(forest: Forest, key: int) -> str:
    member, brought = forest.members[key], forest.children.get(key, [])
    bought = f"ordered for {charts.money(member.amount)}" if member.is_won else "not a customer yet"
    if member.was_customer:
        bought = "a customer before the introduction"
    if member.parent is None:
        bought = "brought by nobody we know of"
    return f"{bought}; introduced {len(brought):,}"
