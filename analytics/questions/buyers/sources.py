"""Leads against referrals: who buys, how soon, for how much, and who comes back."""

import pandas as pd
import plotly.graph_objects as go

from analytics.models.intervals import LISTED_BELOW
from analytics.questions import charts
from analytics.questions.buyers.amounts import floats, money_column
from analytics.questions.buyers.source_measures import measure, with_tests
from analytics.questions.buyers.words import certainty
from analytics.questions.finding import Finding, NotEnough

QUESTION = "buyers/sources"
PAGE = "buyers/repeat"
AMOUNTS = ["first_mean_amount", "first_low_amount", "first_high_amount"]
BARS = (("bought", "Bought", "muted"), ("back", "Came back within a year", "accent"))


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per source from its waits: rates by Kaplan-Meier, days to close, first order, tests against referrals."""
    measured = [measure(part) for _, part in rows.groupby("source_kind", sort=False)]
    found = pd.DataFrame(measured).reindex(columns=_RETURNS)
    for name in AMOUNTS:
        found[name] = money_column(found[name].astype("float64"), found.index)
    found["source_rank"] = range(1, len(found) + 1)
    return with_tests(found)[_RETURNS]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Under ten leads whose window is over there is nothing to compare."""
    if not len(rows):
        return None
    have = int(rows["settled_count"].sum())
    return NotEnough("leads whose time to buy is over", have, LISTED_BELOW, "leads") if have < LISTED_BELOW else None


def headline(rows: pd.DataFrame) -> str:
    """How often referrals buy and come back, against all other leads."""
    referred, others = rows[rows["is_referral"]], rows[~rows["is_referral"]]
    if not len(referred):
        return f"{_of(others, 'bought', 'settled')} leads bought; none is marked as introduced by a customer."
    text = f"{_of(referred, 'bought', 'settled')} referrals bought, of other leads {_of(others, 'bought', 'settled')}"
    back = f"{_of(referred, 'back', 'mature')} referred customers came back within a year"
    return f"{text}; {back}, of the others {_of(others, 'back', 'mature')}."


def figure(rows: pd.DataFrame) -> go.Figure:
    """Share who bought and share who came back, by source, with ranges; too small ones are left to the table."""
    shown = rows[rows["bought_rate"].notna() | rows["back_rate"].notna()]
    drawing = charts.new(height=160 + 48 * len(shown))
    for part, name, meaning in BARS:
        rate, low, high = (floats(shown, f"{part}_{bound}rate") * 100 for bound in ("", "low_", "high_"))
        drawing.add_bar(
            x=rate,
            y=[charts.label(f"{row.source_kind} ({row.lead_count:,})") for row in shown.itertuples()],
            error_x={"array": high - rate, "arrayminus": rate - low, "color": charts.COLOUR["quiet"]},
            orientation="h",
            name=name,
            marker=charts.marker(meaning),
            hovertemplate="%{y}: %{x:.0f}%<extra>" + name + "</extra>",
        )
    drawing.update_layout(barmode="group")
    drawing.update_xaxes(title="Share (%)", range=[0, 100])
    drawing.update_yaxes(autorange="reversed")
    return drawing


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Sources that are clearly behind referrals, in buying or in coming back."""
    if not len(rows) or not rows["is_referral"].any():
        return []
    first = rows[rows["is_referral"]].iloc[0]
    behind = [found for part in ("bought", "back") if (found := _behind(rows, first, part))]
    if not behind:
        return []
    return [
        Finding(
            question=QUESTION,
            sentence=f"Referrals do better: {'; '.join(text for text, _ in behind)}.",
            money=None,
            certainty=certainty(min(cases for _, cases in behind)),
            why_sure="Each difference holds after testing all sources together; who introduces whom is not chance.",
            people=(),
            people_count=0,
            next_step="Ask happy repeat customers for three or four names each before buying more leads.",
            page=PAGE,
        )
    ]


def _behind(rows: pd.DataFrame, first: pd.Series, part: str) -> tuple[str, int] | None:
    """The sources that are clearly worse than referrals at this, as words, and the cases of the smallest."""
    whole, verb = ("settled", "bought") if part == "bought" else ("mature", "came back")
    share = first[f"{part}_count"] / first[f"{whole}_count"] if first[f"{whole}_count"] else 0
    is_lower = floats(rows, f"{part}_count") < share * floats(rows, f"{whole}_count")
    worse = rows[rows[f"is_{part}_different"].fillna(False).to_numpy(dtype=bool) & is_lower]
    if not len(worse):
        return None
    counts = zip(worse[f"{part}_count"], worse[f"{whole}_count"], worse["source_kind"], strict=True)
    names = ", ".join(f"{done:,} of {cases:,} from {kind}" for done, cases, kind in counts)
    cases = min(int(first[f"{whole}_count"]), int(worse[f"{whole}_count"].min()))
    return f"{first[f'{part}_count']:,} of {first[f'{whole}_count']:,} {verb}, against {names}", cases


def _of(rows: pd.DataFrame, part: str, whole: str) -> str:
    return f"{charts.count(rows[f'{part}_count'].sum())} of {charts.count(rows[f'{whole}_count'].sum())}"


_RETURNS = [
    "source_rank", "source_kind", "is_referral", "lead_count", "settled_count", "bought_count", "bought_rate",
    "bought_low_rate", "bought_high_rate", "is_bought_different", "close_days", "close_low_days", "close_high_days",
    "customer_count", "first_mean_amount", "first_low_amount", "first_high_amount", "mature_count", "back_count",
    "back_rate", "back_low_rate", "back_high_rate", "is_back_different", "bought_p_value", "back_p_value",
    "window_days", "all_lead_count",
]  # fmt: skip
