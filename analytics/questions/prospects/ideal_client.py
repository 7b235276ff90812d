"""Ideal client: what the latest good customers have in common, and how like them each prospect is."""

from collections import Counter

import pandas as pd

from analytics.models.gower import likeness
from analytics.questions import charts
from analytics.questions.catalogue import question
from analytics.questions.finding import Finding, NotEnough, Person
from analytics.questions.prospects.ideal_chart import figure as figure
from analytics.questions.prospects.ideal_looks import BETWEEN, CLIENTS, LOOKS, SAID, UNKNOWN, spelled

QUESTION = "prospects/ideal_client"
PAGE = "prospects/profile"
# The path says in part whether somebody sent them: together they count as one.
COMPARED = ("industry", "site_count", "product", ("path", "referral"))
NAMED = 5
TOLD = ("twin_name", "twin_rate", "other_twin_name", "other_twin_rate", "same", "different", "not_known")


def compute(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per prospect from one per prospect and client: nearest twins by name, what is the same, what differs."""
    prospects = rows.drop_duplicates("person_key").reset_index(drop=True)
    prospects["fit_rank"] = pd.array(range(1, len(prospects) + 1), dtype="int64[pyarrow]")
    clients = _clients(rows)
    for name, texts in zip(CLIENTS, _lists(clients), strict=True):
        prospects[name] = pd.array([texts] * len(prospects), dtype="string[pyarrow]")
    prospects["client_count"] = pd.array([len(clients)] * len(prospects), dtype="int64[pyarrow]")
    told = [_twins(one, clients) for one in prospects.to_dict("records")]
    for name in TOLD:
        kind = "double[pyarrow]" if name.endswith("_rate") else "string[pyarrow]"
        prospects[name] = pd.array([each[name] for each in told], dtype=kind)
    return prospects[list(question(QUESTION).returns)]


def enough(rows: pd.DataFrame) -> NotEnough | None:
    """Without a single good customer there is nobody to be like."""
    if len(rows):
        return None
    return NotEnough(
        "customers who are profitable, loyal and active, and prospects like or unlike them", 0, 1, "orders"
    )


def headline(rows: pd.DataFrame) -> str:
    """How many prospects are like the best clients, and what those are."""
    first = rows.iloc[0]
    inside, everybody = charts.count(first["inside_count"]), charts.count(first["prospect_count"])
    common = _common(first)
    what = f": {common}" if common else ""
    return f"{inside} of {everybody} prospects are like your {charts.count(first['client_count'])} best clients{what}."


def findings(rows: pd.DataFrame) -> list[Finding]:
    """Prospects most like the best clients, to start with."""
    inside = rows[(~rows["is_outside"]).fillna(False)]
    if not len(inside):
        return []
    first = rows.iloc[0]
    few = int(first["client_count"]) < int(first["client_aim_count"])
    return [
        Finding(
            question=QUESTION,
            sentence=f"{charts.count(first['inside_count'])} prospects are like your best clients; start with"
            f" {inside['name'].iloc[0]}, most like {inside['twin_name'].iloc[0]}.",
            money=None,
            certainty="low" if few else "medium",
            why_sure=f"Likeness to {charts.count(first['client_count'])} clients who are profitable, loyal and active,"
            " over what is known of both; it says whom they resemble, not that they will buy.",
            people=tuple(
                Person(str(row["name"]), str(row["lead_id"] or row["person_key"]), _why(row))
                for row in inside.head(NAMED).to_dict("records")
            ),
            people_count=int(first["inside_count"]),
            next_step="Call them and say what you did for the client they resemble.",
            page=PAGE,
        )
    ]


def _clients(rows: pd.DataFrame) -> list[dict[str, object]]:
    found = rows.drop_duplicates("client_key").sort_values("client_place", kind="stable")
    names = {"name": "client_name", "person_key": "client_key", **{name: f"client_{name}" for name in LOOKS}}
    return [
        {name: None if pd.isna(row[column]) else row[column] for name, column in names.items()}
        for row in found.to_dict("records")
    ]


def _lists(clients: list[dict[str, object]]) -> list[str]:
    return [BETWEEN.join(spelled(name, client[name]) for client in clients) for name in ("name", *LOOKS)]


def _twins(one: dict[str, object], clients: list[dict[str, object]]) -> dict[str, object]:
    known = {name: None if pd.isna(one[name]) else one[name] for name in LOOKS}
    span = {"site_count": 0.0 if pd.isna(one["site_span"]) else float(one["site_span"])}
    alike = [(likeness(known, client, COMPARED, span), str(client["name"])) for client in clients]
    alike = sorted((each for each in alike if each[0].rate is not None), key=lambda each: -each[0].rate)
    first, second = [*alike, (None, None), (None, None)][:2]
    said = first[0]
    return {
        "twin_name": first[1],
        "twin_rate": said.rate if said else None,
        "other_twin_name": second[1],
        "other_twin_rate": second[0].rate if second[0] else None,
        "same": _named(said.same) if said else None,
        "different": _named(said.different) if said else None,
        "not_known": _named(said.not_known) if said else None,
    }


def _named(names: tuple[str, ...]) -> str | None:
    return ", ".join(SAID[LOOKS[name]] for name in names) or None


def _common(first: pd.Series) -> str:
    """What most of the clients share, in words."""
    said = {"industries": "have the industry", "products": "came for", "paths": "came by"}
    for column, shared in said.items():
        values = str(first[f"client_{column}"]).split(BETWEEN)
        value, count = Counter(values).most_common(1)[0]
        if count * 2 > len(values) and value != UNKNOWN:
            return f"{count} of {len(values)} {shared} {value}"
    return ""


def _why(row: dict[str, object]) -> str:
    same, different = row["same"], row["different"]
    said = f"most like {row['twin_name']}; the same: {same}" if same else f"most like {row['twin_name']}"
    return f"{said}; different: {different}" if different else said
