"""Owns what is known of a prospect's need, willingness and resources, and the planted clear cases among them."""

import random
from dataclasses import dataclass, replace

from sample_data.generator.leads import Lead

CLEAR_COUNT = 8
PROOFS = {
    "need": {
        "yes": (
            "water over the east stairwell, buckets in the hall",
            "gutters overflow at every heavy rain",
            "insurer wants an inspection report by spring",
            "two tenants moved out over damp",
            "the membrane is 24 years old and blistering",
        ),
        "no": ("new roof in 2022, only curious", "already has a plan with somebody else", "selling the building"),
    },
    "willingness": {
        "yes": (
            "asked when we could start",
            "wants it done before the snow",
            "board voted for it in September",
            "said our photos convinced the partner",
        ),
        "no": ("only collecting three prices", "prefers to patch it himself", "partner does not want it"),
    },
    "resources": {
        "yes": (
            "maintenance budget approved, 60,000 a year",
            "reserve fund covers it",
            "insurance pays, claim number in the file",
            "signed the last invoice within a week",
        ),
        "no": ("no budget before next fiscal year", "waiting for a loan", "needs the owner's signature, owner abroad"),
    },
}


@dataclass(frozen=True)
class Answers:
    """Need, willingness and resources as the CRM shows them: 'Yes: ...', 'No: ...' or empty for unknown."""

    need: str = ""
    willingness: str = ""
    resources: str = ""


@dataclass(frozen=True)
class ClearCases:
    """Lead ids of the open prospects whose label is beyond doubt."""

    opportunities: tuple[str, ...]
    one_offs: tuple[str, ...]


def plant_clear_cases(leads: list[Lead]) -> tuple[list[Lead], ClearCases]:
    """The leads with eight property managers of six buildings and more, and eight single roofs, all open."""
    fresh = [lead for lead in leads if lead.fate == "fresh" and (lead.nurtured or lead.path == "Referral")]
    managers = [lead.lead_id for lead in fresh if lead.contact.industry == "Property management"][:CLEAR_COUNT]
    singles = [lead.lead_id for lead in fresh if lead.contact.industry == "Homeowner"][:CLEAR_COUNT]
    planted = []
    for lead in leads:
        if lead.lead_id in managers:
            sites = max(6, lead.contact.site_count)
            lead = replace(lead, contact=replace(lead.contact, site_count=sites), product="Gutter cleaning")
        if lead.lead_id in singles:
            lead = replace(lead, product="Full roof replacement")
        planted.append(lead)
    return planted, ClearCases(tuple(managers), tuple(singles))


def answer_all(leads: list[Lead], clear: ClearCases) -> dict[str, Answers]:
    """What is known of each lead, by lead id; buyers more often said yes, about half is unknown."""
    rng = random.Random("gleaner answers")
    certain = {*clear.opportunities, *clear.one_offs}
    return {lead.lead_id: _answers(rng, lead, lead.lead_id in certain) for lead in leads}


def fill_in(rng: random.Random, known: Answers, fate: str) -> Answers:
    """What the deal knows: the lead's answers, the gaps filled half of the time."""
    chance = {"won": 0.92, "lost": 0.6, "open": 0.75}[fate]
    parts = {name: getattr(known, name) or _answer(rng, name, (0.55, chance)) for name in PROOFS}
    return Answers(**parts)


def _answers(rng: random.Random, lead: Lead, certain: bool) -> Answers:
    chance = {"sold": 0.92, "lost": 0.6}.get(lead.fate, 0.65)
    known = {"sold": 0.7, "lost": 0.62, "nurtured": 0.45, "fresh": 0.4}.get(lead.fate, 0.2)
    odds = (1.0, 1.0) if certain else (known, chance)
    return Answers(**{name: _answer(rng, name, odds) for name in PROOFS})


def _answer(rng: random.Random, name: str, odds: tuple[float, float]) -> str:
    known, yes = odds
    is_known, says_yes = rng.random() < known, rng.random() < yes
    proof = rng.choice(PROOFS[name]["yes" if says_yes else "no"])
    if not is_known:
        return ""
    return f"{'Yes' if says_yes else 'No'}: {proof}"
