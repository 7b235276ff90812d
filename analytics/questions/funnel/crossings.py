"""People from the path they touched first to the one they touched last, and what became of them."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.words import OUTCOMES

COLUMNS = ("First path", "Last path", "In the end")
LOOKS = {"sold": "won", "in_play": "open", "refused": "lost", "left": "unknown"}


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody on a path: nobody can cross."""
    return None if len(rows) else NotEnough("people who came in on a path", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """How many crossed, and the crossing that most people took."""
    crossed, people = int(rows["crossing_sum"].iloc[0]), int(rows["person_sum"].iloc[0])
    if not crossed:
        return f"None of {people:,} people was touched on more than one path."
    share = ""
    if people >= LISTED_BELOW:
        low, high = wilson(crossed, people)
        share = f", {charts.rate_text(low, crossed / people, high)},"
    ways = rows[rows["earliest_path"] != rows["latest_path"]].groupby(["earliest_path", "latest_path"])["person_count"]
    most = ways.sum().sort_values(ascending=False, kind="stable")
    busiest = f"; most often from {most.index[0][0]} to {most.index[0][1]} ({most.iloc[0]:,})" if len(most) else ""
    return f"{crossed:,} of {people:,} people{share} were touched on more than one path{busiest}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Streams from first path to last path to what became of them; their width is people."""
    firsts, lasts = (list(dict.fromkeys(rows[name])) for name in ("earliest_path", "latest_path"))
    outcomes = [outcome for outcome in OUTCOMES if outcome in set(rows["outcome"])]
    places = {("first", path): place for place, path in enumerate(firsts)}
    places |= {("last", path): len(places) + place for place, path in enumerate(lasts)}
    places |= {("outcome", outcome): len(places) + place for place, outcome in enumerate(outcomes)}
    ways = rows.groupby(["earliest_path", "latest_path"], sort=False)["person_count"].sum()
    ends = rows.groupby(["latest_path", "outcome"], sort=False)["person_count"].sum()
    links = [
        (places["first", one], places["last", other], count, _way(one, other)) for (one, other), count in ways.items()
    ]
    links += [
        (places["last", path], places["outcome", outcome], count, charts.FAINT[LOOKS[outcome]])
        for (path, outcome), count in ends.items()
    ]
    drawing = charts.new(height=160 + 46 * max(len(firsts), len(lasts), len(outcomes), 3))
    drawing.add_sankey(node=_nodes(firsts, lasts, outcomes), link=_links(links), arrangement="snap")
    for place, title in zip((0, 0.5, 1), COLUMNS, strict=True):
        # Over each column and not before each name: the names of two columns would meet on a phone.
        drawing.add_annotation(
            x=place, y=1, yanchor="bottom", yshift=6, xref="paper", yref="paper", text=title, showarrow=False
        )
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: crossings explain, funnel/diagnosis asks for action."""
    return []


def _way(one: str, other: str) -> str:
    """A crossing stands out from those who stay on their path."""
    return charts.FAINT["muted" if one == other else "accent"]


def _nodes(firsts: list[str], lasts: list[str], outcomes: list[str]) -> dict:
    names = [charts.label(path) for path in (*firsts, *lasts)]
    told = [f"{path} first" for path in names[: len(firsts)]] + [f"{path} last" for path in names[len(firsts) :]]
    ends = [OUTCOMES[outcome] for outcome in outcomes]
    return {
        "label": names + ends,
        "customdata": told + ends,
        "color": [charts.COLOUR["muted"]] * len(names) + [charts.COLOUR[LOOKS[outcome]] for outcome in outcomes],
        "pad": 14,
        "thickness": 12,
        "hovertemplate": "%{customdata}<br>%{value:,.0f} people<extra></extra>",
    }


def _links(links: list[tuple]) -> dict:
    sources, targets, counts, colours = (list(part) for part in zip(*links, strict=True)) if links else ([],) * 4
    return {
        "source": sources,
        "target": targets,
        "value": [int(count) for count in counts],
        "color": colours,
        "hovertemplate": "%{source.customdata} to %{target.customdata}<br>%{value:,.0f} people<extra></extra>",
    }
