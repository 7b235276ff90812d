"""Segments by tracked action, and the action that most often precedes becoming a lead."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.funnel_steps import rate_with_range
from analytics.models.intervals import LISTED_BELOW, wilson
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough
from analytics.questions.funnel.comparing import adjusted_p_values, different, reals

QUESTION = "funnel/actions"
PAGE = "funnel/audience"
WHOLE = "int64[pyarrow]"
DRAWN = 20


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts with rates, ranges and what really differs after all comparisons (H1, H2, H5)."""
    result = rows.copy()
    own = list(zip(rows["became_count"], rows["over_count"], strict=True))
    others = list(zip(rows["other_became_count"], rows["other_over_count"], strict=True))
    rates = [rate_with_range(*counts) for counts in own]
    for place, name in enumerate(("became_rate", "low_rate", "high_rate")):
        result[name] = reals(rate[place] for rate in rates)
    result["other_rate"] = reals(rate_with_range(*counts)[0] for counts in others)
    adjusted = adjusted_p_values(own, others)
    result["adjusted_p_value"] = reals(adjusted)
    result["is_different"] = different(adjusted)
    made = sum(p_value is not None for p_value in adjusted)
    result["comparison_count"] = pd.array([made] * len(rows), dtype=WHOLE)
    return result[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under ten leads who had done something before there is nothing that precedes (H1)."""
    leads = int(rows["new_lead_count"].iloc[0]) if len(rows) else 0
    what = "leads who had done something with you before"
    return NotEnough(what, leads, LISTED_BELOW, "touches") if leads < LISTED_BELOW else None


def headline(rows: pd.DataFrame) -> str:
    """What came last before becoming a lead most often, and whether anything makes a difference."""
    first = rows.iloc[0]
    count, leads = int(first["last_before_count"]), int(first["new_lead_count"])
    low, high = wilson(count, leads)
    share = charts.rate_text(low, count / leads, high)
    said = f"'{first['action']}' came last before {count:,} of {leads:,} leads, {share}"
    better = _better(rows)
    if better is None:
        return f"{said}; no action yet tells who becomes one."
    return f"{said}; '{better['action']}' really raises it: {_counts(better)}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share who became a lead in the window by what they did, with its range; beside it those who did not."""
    if rows["became_rate"].dropna().eq(1).all():
        return _last_things(rows)
    shown = rows[rows["became_rate"].notna()].head(DRAWN)
    drawing = charts.new(height=140 + 30 * max(len(shown), 3))
    names = [charts.label(action) for action in shown["action"]]
    rates, low, high = (shown[name].astype(float) * 100 for name in ("became_rate", "low_rate", "high_rate"))
    drawing.add_scatter(
        x=rates,
        y=names,
        mode="markers",
        name="Did it",
        marker=charts.point("accent"),
        error_x={"type": "data", "symmetric": False, "array": high - rates, "arrayminus": rates - low},
    )
    others = shown["other_rate"].astype(float) * 100
    drawing.add_scatter(x=others, y=names, mode="markers", name="Did other things", marker=charts.point("muted"))
    window = int(rows["window_days"].iloc[0]) if len(rows) else 0
    drawing.update_xaxes(title=f"Became a lead within {window} days (%)", range=[0, 100])
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def _last_things(rows: pd.DataFrame) -> go.Figure:
    """How often each action came last before becoming a lead; where everybody became one there is nothing beside it."""
    shown = rows[rows["last_before_count"] > 0].head(DRAWN)
    drawing = charts.new(height=140 + 30 * max(len(shown), 3))
    drawing.add_bar(
        x=shown["last_before_count"],
        y=[charts.label(action) for action in shown["action"]],
        orientation="h",
        marker=charts.marker("accent"),
        hovertemplate="%{y}: %{x:,} leads<extra></extra>",
    )
    drawing.update_xaxes(title="Leads before whom it came last", rangemode="tozero")
    drawing.update_yaxes(type="category", autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """The action after which people really become leads more often."""
    best = _better(rows) if len(rows) else None
    if best is None:
        return []
    others = f"{best['other_became_count']:,} of {best['other_over_count']:,}"
    return [
        Finding(
            question=QUESTION,
            sentence=f"People who did '{best['action']}' became leads more often: {_counts(best)} within"
            f" {best['window_days']} days, against {others} of those who did other things.",
            money=None,
            certainty="high" if best["adjusted_p_value"] <= 0.01 else "medium",
            why_sure=f"Chance alone would show such a difference {charts.once_in(best['adjusted_p_value'])}, after"
            f" allowing for all {best['comparison_count']} comparisons. Those who do it may be keener anyway.",
            people=(),
            people_count=int(best["person_count"]),
            next_step="Offer it wherever people meet you first, and see whether more of them leave their details.",
            page=PAGE,
        )
    ]


def _better(rows: pd.DataFrame) -> pd.Series | None:
    above = rows["became_rate"] > rows["other_rate"]
    sure = rows[rows["is_different"].fillna(False) & above.fillna(False)]
    return sure.sort_values("became_rate", ascending=False, kind="stable").iloc[0] if len(sure) else None


def _counts(row: pd.Series) -> str:
    share = charts.rate_text(row["low_rate"], row["became_rate"], row["high_rate"])
    return f"{row['became_count']:,} of {row['over_count']:,}, {share}"
