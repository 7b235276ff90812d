"""What is said of one prospect: topic to answer and why, in the order in which an owner reads it."""

import pandas as pd

from analytics.models.gower import likeness
from analytics.questions import charts
from analytics.questions.prospects.chance_words import WAYS
from analytics.questions.prospects.ideal_client import COMPARED, LOOKS, SAID
from analytics.questions.prospects.words import ATTRIBUTES, KINDS, reasons, unknowns, window

UNKNOWN = "unknown"
THREE = {"need": "Need", "willingness": "Willingness", "resources": "Resources"}


def topics(rows: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """The rows of one prospect, one per ideal client, as topics."""
    one = rows.iloc[0]
    told = {"Kind": _kind(rows)}
    if _known(one["override_said"]):
        told["Your own label"] = _override(one)
    told |= {
        "Chance of a first sale": _chance(one),
        "After the first order": _repeat(one),
        "Like your best clients": _twins(rows),
        **{name: _answer(one, key) for key, name in THREE.items()},
        "Not known": (unknowns(rows.head(1))[0] or "nothing", "counts neither for nor against them"),
        "Deal and contact": _contact(one),
        "Ask next": _question(one),
    }
    return told


def _kind(rows: pd.DataFrame) -> tuple[str, str]:
    one = rows.iloc[0]
    sure = "" if bool(one["is_label_sure"]) else "; what is not known could still change it"
    why = reasons(rows.head(1))[0]
    if one["prospect_kind"] in ("nurture", "let_go") and one["sale_score"] >= one["sale_score_limit"]:
        why = f"A no counts more than the points. {why}"
    return f"{KINDS[one['prospect_kind']].lower()}{sure}", why


def _override(one: pd.Series) -> tuple[str, str]:
    said = KINDS.get(str(one["override_said"]), str(one["override_said"])).lower()
    note = f": {one['override_note']}" if _known(one["override_note"]) else ""
    return said, f"written by {one['override_by']} on {one['override_date']:%Y-%m-%d}{note}"


def _chance(one: pd.Series) -> tuple[str, str]:
    if _known(one["win_probability"]):
        share = charts.rate_text(one["win_low_probability"], one["win_probability"], one["win_high_probability"])
        why = f"by {WAYS[str(one['way'])]}; it came true on {charts.count(one['graded_count'])} leads that came later"
        return f"{share} of leads like them buy within {charts.count(one['window_days'])} days of coming in", why
    if not _known(one["lead_id"]):
        return "not told", "they came as a deal and not as a lead, and chances are learned from leads"
    return (
        "not told",
        "too few leads bought so far, or nothing was sure enough on those that came later: see the report card",
    )


def _repeat(one: pd.Series) -> tuple[str, str]:
    if not _known(one["expected_orders"]):
        return UNKNOWN, "fewer than ten customers came back so far"
    orders = f"{one['expected_orders']:.1f} ({one['expected_low_orders']:.1f} to {one['expected_high_orders']:.1f})"
    bounds = (one[f"expected_{bound}_amount"] for bound in ("low", "likely", "high"))
    worth = f"worth {charts.range_text(*bounds)} in {window(one['repeat_window_days'])}"
    why = f"{worth}, should they buy: what customers like them ordered later"
    return f"about {orders} more orders", why


def _twins(rows: pd.DataFrame) -> tuple[str, str]:
    one = rows.iloc[0]
    if not _known(one["client_place"]):
        return UNKNOWN, "no customer is profitable, loyal and active yet"
    if not _known(one["fit_rate"]):
        return UNKNOWN, "fewer than two things are known of both"
    looks = {name: one[name] if _known(one[name]) else None for name in LOOKS}
    span = {"site_count": float(one["site_span"]) if _known(one["site_span"]) else 0.0}
    alike = [(_against(looks, row, span), str(row["client_name"])) for row in rows.to_dict("records")]
    best, name = max((each for each in alike if each[0].rate is not None), key=lambda each: each[0].rate)
    differs = ", ".join(SAID[LOOKS[part]] for part in best.different) or "nothing that is known"
    same = ", ".join(SAID[LOOKS[part]] for part in best.same) or "nothing"
    inside = "outside the profile" if bool(one["is_outside"]) else "inside the profile"
    return f"most like {name}; {inside}", f"the same: {same}; different: {differs}"


def _against(looks: dict[str, object], row: dict[str, object], span: dict[str, float]):
    client = {name: row[f"client_{name}"] if _known(row[f"client_{name}"]) else None for name in LOOKS}
    return likeness(looks, client, COMPARED, span)


def _answer(one: pd.Series, key: str) -> tuple[str, str]:
    if _known(one[f"{key}_said"]):
        return str(one[f"{key}_said"]), str(one[f"{key}_note"]) if _known(one[f"{key}_note"]) else "written down here"
    if not _known(one[key]):
        return UNKNOWN, str(one[f"{key}_proof"]) if _known(one[f"{key}_proof"]) else "nobody asked yet"
    return str(one[key]), str(one[f"{key}_proof"]) if _known(one[f"{key}_proof"]) else "without a sentence of proof"


def _contact(one: pd.Series) -> tuple[str, str]:
    deal = "no open deal"
    if int(one["open_deal_count"]):
        amount = f" of {charts.money(one['open_amount'])}" if _known(one["open_amount"]) else ""
        count = int(one["open_deal_count"])
        deal = f"{count:,} open {'deal' if count == 1 else 'deals'}{amount}, {one['stage_name']}"
    owner = str(one["owner"]) if _known(one["owner"]) else "nobody"
    return deal, f"with {owner}; {_last_contact(one)}"


def _last_contact(one: pd.Series) -> str:
    days = one["days_since_last_contact"]
    if not _known(days):
        return "no contact on file"
    if days < 0:
        # What is written down today is later than data that end weeks ago.
        day, until = one["last_contact_date"], one["as_of_date"]
        return f"last contact on {day:%Y-%m-%d}, after {until:%Y-%m-%d}, the day up to which this counts"
    if days == 0:
        return f"last contact on {one['last_contact_date']:%Y-%m-%d}, the day up to which this counts"
    return f"last contact {charts.count(days)} {'day' if days == 1 else 'days'} ago"


def _question(one: pd.Series) -> tuple[str, str]:
    if not _known(one["next_question"]):
        is_no = "no" in [_answer(one, key)[0] for key in THREE]
        return (
            "nothing",
            "a no was said: let it go or come back later"
            if is_no
            else "no answer that is missing would change the label",
        )
    part = one["unknown_attribute"]
    if not _known(part):
        return str(one["next_question"]), "a deal is justified only with three yeses"
    return str(one["next_question"]), f"of all that is not known, {ATTRIBUTES[part]} could change the label most"


def _known(value: object) -> bool:
    return not pd.isna(value)
