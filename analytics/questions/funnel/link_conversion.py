"""From link to link on each path: a bar per link, with what became of those who did not get there."""

import pandas as pd
import plotly.graph_objects as go
import pyarrow as pa

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.words import LAST_STATUS, LINKS
from analytics.questions.picked import Picked

QUESTION = "funnel/link_conversion"
SEGMENTS = (
    ("reached_count", "Reached", "won"),
    ("in_play_count", "In play", "open"),
    ("refused_count", "Refused", "lost"),
    ("never_tried_count", "Never tried", "missing"),
    ("no_answer_count", "No answer", "unknown"),
    ("lost_count", "Lost, step not known", "muted"),
)
# States of funnel/people that each part of a bar is made of.
STATES_OF = {
    "in_play_count": ("in_play",),
    "refused_count": ("refused",),
    "never_tried_count": ("never_followed_up", "never_asked"),
    "no_answer_count": ("no_answer", "left"),
    "lost_count": ("refused",),
}
REAL = pd.ArrowDtype(pa.float64())
RATES = ["conversion_rate", "low_rate", "high_rate"]
SAME_ON_ALL = ("person_count", "sold_count", "over_count", "over_sold_count", "customer_before_count")
COUNTS = (
    "from_count", "reached_count", "refused_count", "in_play_count", "lost_count", "unplaced_count", "recorded_count",
    "resolved_count",
)  # fmt: skip


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with the rate of resolved people and its range (H1, H2), and a row for every link of every path."""
    counted = zip(rows["resolved_reached_count"], rows["resolved_count"], strict=True)
    rates = [(None,) * 3 if pd.isna(total) else rate_with_range(reached, total) for reached, total in counted]
    rated = {name: pd.array([rate[place] for rate in rates], dtype=REAL) for place, name in enumerate(RATES)}
    return _with_unknown_links(rows.assign(**rated))[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Nobody on a path: nothing to count."""
    return None if len(rows) else NotEnough("people who came in on a path", 0, LISTED_BELOW, "leads")


def headline(rows: pd.DataFrame) -> str:
    """How many came in, how many bought, the share of those whose time is over, and which lost leads have no place."""
    return f"{_bought(rows)}{_unplaced(rows)}" if len(rows) else "Nobody has come in yet in this period."


def _unplaced(rows: pd.DataFrame) -> str:
    lost = int(rows.groupby("path")["unplaced_count"].max().fillna(0).sum())
    return f" {LAST_STATUS.format(lost=lost)}" if lost else ""


def _bought(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    paths = rows.loc[rows["kind"] == "persons", "path"].nunique()
    came = f"{charts.count(first['person_count'])} people came in on {paths} {'path' if paths == 1 else 'paths'}"
    resolved, sold, of_whom = int(first["over_count"]), int(first["over_sold_count"]), ""
    if not resolved:
        # No file tells when they came in: the step before the sale is the first that can be judged.
        asked = rows[(rows["kind"] == "persons") & (rows["link"] == "sale")]
        resolved, sold, of_whom = (
            int(asked["resolved_count"].fillna(0).sum()),
            int(asked["resolved_reached_count"].fillna(0).sum()),
            " people asked",
        )
    if resolved < LISTED_BELOW:
        # Whoever bought early is not among those whose time is over: the few who are would contradict it.
        few = "nobody is" if not resolved else f"only {resolved}{of_whom} {'is' if resolved == 1 else 'are'}"
        bought = f"{charts.count(first['sold_count'])} bought so far"
        return f"{came}; {bought}; {few} past the usual time, too few for a share."
    low, high = wilson(sold, resolved)
    share = charts.rate_text(low, sold / resolved, high)
    return f"{came}; of the {resolved:,}{of_whom} whose usual time is over, {sold:,} bought: {share}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """One bar per path and link: the people of the link before, split by what became of them."""
    people, counts = rows[rows["kind"] == "persons"], rows[rows["kind"] == "counts"]
    drawing = charts.new(height=160 + 26 * max(len(people), 4) + 22 * len(counts))
    for column, name, meaning in SEGMENTS:
        drawing.add_bar(
            y=_places(people),
            # A gap in a stack makes the next part start at zero again, on top of the first.
            x=people[column].astype("float64").fillna(0),
            name=name,
            orientation="h",
            marker=charts.marker(meaning),
            # Few businesses have any.
            showlegend=column != "lost_count" or bool(people[column].sum()),
            customdata=_notes(people),
            hovertemplate=f"%{{y}}<br>{name} %{{x:,.0f}}<br>%{{customdata}}<extra></extra>",
        )
    # Counts of another kind than people get a number and no length.
    drawing.add_bar(
        y=[
            [charts.label(path) for path in counts["path"]],
            [charts.label(action) for action in counts["action"]],
        ],
        x=[0] * len(counts),
        name="Counts, not people",
        orientation="h",
        marker=charts.marker("muted"),
        text=[charts.count(number) for number in counts["reached_count"]],
        textposition="outside",
        hoverinfo="skip",
    )
    drawing.update_layout(barmode="stack")
    drawing.update_xaxes(title="People at the link before", rangemode="tozero")
    drawing.update_yaxes(type="multicategory", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """None: funnel/diagnosis says what to do about these counts."""
    return []


def picked(rows: pd.DataFrame, curve: int, place: int) -> Picked | None:
    """The people of one part of one bar, in the rows of funnel/people."""
    if curve >= len(SEGMENTS):
        return None
    row = rows[rows["kind"] == "persons"].iloc[place]
    column, name, _ = SEGMENTS[curve]
    if pd.isna(row[column]) or not row[column]:
        return None
    title = f"{row['path']}, {LINKS[row['link']].lower()}: {name.lower()}"
    if column == "reached_count":
        links = list(LINKS)
        return Picked(title, {"path": (row["path"],), "furthest_link": tuple(links[links.index(row["link"]) :])})
    return Picked(title, {"path": (row["path"],), "next_link": (row["link"],), "state": STATES_OF[column]})


def _with_unknown_links(rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each link: zeros where nobody got that far, no numbers where nobody writes the link down (H3)."""
    people = rows[rows["kind"] == "persons"]
    written_down = set(people["link"])
    missing = [
        {"path": path, "kind": "persons", "link_order": order, "link": link}
        | {name: rows[name].iloc[0] for name in SAME_ON_ALL}
        | (dict.fromkeys(COUNTS, 0) if link in written_down else {})
        for path, of_path in people.groupby("path")
        for order, link in enumerate(LINKS, start=1)
        if link not in set(of_path["link"])
    ]
    if not missing:
        return rows
    added = pd.DataFrame(missing).reindex(columns=rows.columns).astype(rows.dtypes)
    in_order = pd.concat([rows, added]).sort_values(["kind", "path", "link_order"], ascending=[False, True, True])
    return in_order.reset_index(drop=True)


def _places(people: pd.DataFrame) -> list[list[str]]:
    return [[charts.label(path) for path in people["path"]], [LINKS[link] for link in people["link"]]]


def _notes(people: pd.DataFrame) -> list[str]:
    return [_note(row) for row in people.itertuples()]


def _note(row) -> str:
    if pd.isna(row.reached_count):
        return "nobody writes this step down"
    if pd.notna(row.unplaced_count) and row.unplaced_count:
        return f"no rate: {row.unplaced_count:,} lost leads may have come this far"
    if pd.isna(row.conversion_rate):
        return "too few for a rate" if pd.notna(row.resolved_count) else "came in"
    return f"{charts.rate_text(row.low_rate, row.conversion_rate, row.high_rate)} of {row.resolved_count:,} resolved"
