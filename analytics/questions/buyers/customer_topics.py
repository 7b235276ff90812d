"""What each method says of one customer, as an answer and its reason."""

import pandas as pd

from analytics.questions import charts
from analytics.questions.buyers.lifetime_words import alive, around, basis, few
from analytics.questions.buyers.words import ago, gave, several

UNKNOWN = "unknown"
MOODS = {"happy": "happy", "unhappy": "unhappy", "in_between": "neither happy nor unhappy"}
Told = tuple[str, str]


def topics(row: pd.Series) -> dict[str, Told]:
    """Topic to answer and reason, in the order of the page.

    row : as buyers/customer.sql returns it.
    """
    return {
        "Revenue": _revenue(row),
        "Segment": _segment(row),
        "Activity": _activity(row),
        "Next 12 months": _next_year(row),
        "Satisfaction": _satisfaction(row),
        "Came to us": _origin(row),
        "Introduced": _introduced(row),
        "Open deals": _open_deals(row),
        "Last contact": _last_contact(row),
        "Next step": _next_step(row),
    }


def _revenue(row: pd.Series) -> Told:
    if pd.isna(row["customer_rank"]):
        return "no order yet", "No order of theirs is in the files."
    is_few = pd.notna(row["few_count"]) and row["customer_rank"] <= row["few_count"]
    place = f"number {charts.count(row['customer_rank'])} of {charts.count(row['customer_count'])} customers by revenue"
    profit = charts.money(row["profit_amount"])
    why = f"{charts.money(row['revenue_amount'])} of {charts.money(row['used_amount'])}; profit {profit}"
    return ("one of the vital few" if is_few else "not one of the vital few"), f"{place}: {why}"


def _segment(row: pd.Series) -> Told:
    if pd.isna(row["segment"]):
        return UNKNOWN, "Segments are made from orders."
    lately, often, much = (row[f"{name}_score"] for name in ("recency", "frequency", "monetary"))
    scores = f"how lately {lately}, how often {often}, how much {much} of 5 points"
    return str(row["segment"]), f"{str(row['meaning']).rstrip('.')} ({scores})"


def _activity(row: pd.Series) -> Told:
    if pd.isna(row["activity"]):
        return UNKNOWN, "How often they order is not known without an order."
    if pd.isna(row["usual_gap_days"]):
        return UNKNOWN, "They ordered on one day, and too few customers came back to say after how long."
    gap = charts.count(row["usual_gap_days"])
    # A single order has no gap of its own.
    usual = "who comes back does so after about" if row["order_count"] == 1 else "usual gap"
    pace = f"last order {ago(row['days_since_last_order'])}, {usual} {gap} days"
    is_at_risk = pd.notna(row["risk_amount"]) and row["risk_amount"] > 0
    risk = "; the page Customer pulse puts a price on the risk" if is_at_risk else ""
    return f"{row['activity']}, {row['loyalty']}", f"{pace}; profit {row['profitability']}{risk}"


def _next_year(row: pd.Series) -> Told:
    if pd.isna(row["clv_amount"]) or pd.isna(row["estimate_kind"]):
        return UNKNOWN, "Nothing tells how often they will order."
    chance = "" if pd.isna(row["alive_rate"]) else f"; {alive(row['alive_rate'])}"
    each = f"at about {charts.estimate(row['expected_order_amount'])} each"
    return f"about {few(row['next_year_orders'])} orders ({around(row)}) {each}", f"going by {basis(row)}{chance}"


def _satisfaction(row: pd.Series) -> Told:
    if pd.isna(row["mood"]):
        return "never asked how it was", "No score of theirs is in the files."
    words = "" if pd.isna(row["comment"]) else f': "{row["comment"]}"'
    return MOODS[row["mood"]], f"{gave(row)} on {row['given_date']}{words}"


def _origin(row: pd.Series) -> Told:
    if pd.notna(row["referrer_name"]):
        return f"introduced by {row['referrer_name']}", "As an introduction or their own row in a file says."
    return (
        (UNKNOWN, "No file says how they came.")
        if pd.isna(row["path"])
        else (str(row["path"]), "As their own row in a file says.")
    )


def _introduced(row: pd.Series) -> Told:
    if pd.isna(row["names_count"]):
        return "nobody yet", "They were never asked for names, as far as the files and notes tell."
    letters = int(row["letter_count"])
    waiting = f" ({several(letters, 'letter')} that asked not among them)" if letters else ""
    asks = f"{several(int(row['ask_count']), 'ask')}{waiting}"
    if not row["names_count"]:
        return "nobody yet", f"{asks} so far."
    names = several(int(row["names_count"]), "name")
    if not row["won_count"]:
        return names, f"{asks}; none of them is a customer yet"
    won = "1 became a customer" if row["won_count"] == 1 else f"{charts.count(row['won_count'])} became customers"
    return names, f"{asks}; {won} for {charts.money(row['won_amount'])}"


def _open_deals(row: pd.Series) -> Told:
    if pd.isna(row["open_deal_count"]):
        return "none", "No open deal of theirs is in the pipeline, and no talk left one."
    noted = int(row["open_talk_count"])
    worth = "worth not noted" if pd.isna(row["open_amount"]) else f"worth {charts.money(row['open_amount'])} in all"
    talks = f"; {noted:,} noted in a talk on the page Outreach" if noted else ""
    return several(int(row["open_deal_count"]), "open deal"), f"{worth}{talks}"


def _last_contact(row: pd.Series) -> Told:
    if pd.isna(row["last_contact_date"]):
        return UNKNOWN, "No talk, view or ask of theirs is in the files."
    return str(row["last_contact_date"]), "The last talk, view or ask on file; orders are not counted."


def _next_step(row: pd.Series) -> Told:
    if pd.notna(row["next_step"]):
        day = "" if pd.isna(row["next_step_date"]) else f" on {row['next_step_date']}"
        return f"{row['next_step']}{day}", "As agreed in their open deal."
    if pd.notna(row["mood"]) and row["mood"] == "unhappy":
        return "Call before asking for anything.", "Their latest score says that they are unhappy."
    if pd.isna(row["to_do"]):
        return "Find out what they need.", "There is no order to go by."
    return str(row["to_do"]), f"What is done with customers of the segment {row['segment']}."
