"""Referral ledger: whom we asked for names, and what came of it."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.buyers.words import NAMED, person, several
from analytics.questions.finding import Finding

QUESTION = "buyers/referral_asks"
PAGE = "buyers/referrals"
STEPS = (
    ("Asks", "all_ask_count"),
    ("Names from asks", "all_asked_names_count"),
    ("of them new to us", "all_new_names_count"),
    ("of these customers", "all_asked_won_count"),
    ("Names in all", "all_names_count"),
    ("of them talked to", "all_contacted_count"),
    ("won by a name", "all_won_count"),
)


def headline(rows: pd.DataFrame) -> str:
    """Of the new names in the list how many bought, with the range, and the money of everybody who was introduced."""
    first = rows.iloc[0]
    names = int(first["all_asked_names_count"])
    everybody = _everybody(first)
    if not names:
        return f"{everybody}; no ask for names is written down."
    letters = int(first["all_letter_count"])
    waiting = f" ({several(letters, 'letter')} that asked not among them)" if letters else ""
    asks = f"{several(int(first['all_ask_count']), 'ask')}{waiting} brought {several(names, 'name')}"
    return f"{asks}{_new_names(first)}. {everybody}."


def _new_names(first: pd.Series) -> str:
    """How many of the names were new to us, and what share of these bought."""
    names, new, won = (int(first[f"all_{each}_count"]) for each in ("asked_names", "new_names", "asked_won"))
    if not new:
        return "; none of them was new to us"
    share = ""
    if new >= LISTED_BELOW:
        low, high = wilson(won, new)
        share = f", {charts.rate_text(low, won / new, high)}"
    told = "" if new == names else f"{new:,} of them new to us; "
    return f"; {told}{won:,} of {'them' if new == names else 'these'} became customers{share}"


def _everybody(first: pd.Series) -> str:
    """What those whom anybody introduced ordered so far, asked for or not."""
    won = int(first["all_won_count"])
    if not won:
        return "Nobody who was introduced has ordered so far"
    undated = int(first["all_undated_won_count"])
    unsure = f" (of {undated:,} the introduction has no day and may have come after)" if undated else ""
    ordered = f"{several(won, 'introduced customer')} ordered for {charts.money(first['all_won_amount'])}"
    return f"In all {ordered} so far{unsure}"


def figure(rows: pd.DataFrame) -> go.Figure:
    """From asks to names to customers, and everybody who was introduced."""
    drawing = charts.new(height=300)
    counts = [int(rows[column].iloc[0]) if len(rows) else 0 for _, column in STEPS]
    drawing.add_bar(
        x=counts,
        y=[name for name, _ in STEPS],
        orientation="h",
        text=[charts.count(count) for count in counts],
        marker=charts.marker("accent"),
        hovertemplate="%{y}: %{x:,}<extra></extra>",
    )
    drawing.update_xaxes(title="Counted so far", rangemode="tozero")
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Too few names an ask, and names that nobody has talked to."""
    return [*_few_names(rows), *_not_contacted(rows)] if len(rows) else []


def _few_names(rows: pd.DataFrame) -> list[Finding]:
    first = rows.iloc[0]
    asks, names = int(first["all_ask_count"]), int(first["all_asked_names_count"])
    if asks < LISTED_BELOW or names / asks >= float(first["names_per_ask"]):
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"{asks:,} asks brought {names:,} names, {names / asks:.1f} an ask; aim for"
            f" {float(first['names_per_ask']):g} or more: people give as many as they believe you expect.",
            money=None,
            certainty="high",
            why_sure="Counted from the list of introductions.",
            people=(),
            people_count=0,
            next_step="Ask for a number: 'Which three or four people whom you know should we help next?'",
            page=PAGE,
        )
    ]


def _not_contacted(rows: pd.DataFrame) -> list[Finding]:
    waiting, first = rows[rows["contacted_count"] < rows["names_count"]], rows.iloc[0]
    # Long lists are cut: names of all who gave one, not of those listed.
    count = int(first["all_names_count"]) - int(first["all_contacted_count"])
    if not count:
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"{count:,} of the names that customers gave you {'has' if count == 1 else 'have'} not been talked"
            " to yet.",
            money=None,
            certainty="medium",
            why_sure="No talk, ask or order of theirs is in the files; one that nobody wrote down is not seen.",
            people=tuple(person(row, _why(row)) for row in waiting.head(NAMED).itertuples()),
            people_count=len(waiting),
            next_step="Call these names this week, and tell the customer who gave them how it went.",
            page=PAGE,
        )
    ]


def _why(row: object) -> str:
    return f"gave {several(row.names_count, 'name')}, {row.contacted_count:,} talked to"
