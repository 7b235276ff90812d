"""What is on file about one person, drawn by day and kind."""

import pandas as pd
import plotly.graph_objects as go

from analytics.questions import charts


def by_kind(rows: pd.DataFrame, meanings: dict[str, str]) -> go.Figure:
    """Everything with a day, a line of points for each kind that is there.

    rows     : kind text, happened_date date or null, what text.
    meanings : kind -> what its colour means, in the order of the lines.
    """
    shown = rows[rows["happened_date"].notna()]
    present = [kind for kind in meanings if (shown["kind"] == kind).any()]
    drawing = charts.new(height=140 + 40 * len(present))
    for kind in present:
        part = shown[shown["kind"] == kind]
        drawing.add_scatter(
            x=part["happened_date"],
            y=[kind] * len(part),
            mode="markers",
            name=kind,
            showlegend=False,
            marker=charts.point(meanings[kind], 11),
            text=[charts.label(what) for what in part["what"]],
            hovertemplate="%{x|%Y-%m-%d}: %{text}<extra></extra>",
        )
    drawing.update_xaxes(title="Day", type="date")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing
