"""Owns the 900 leads: how far each went on its path and on which days."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sample_data.generator import words
from sample_data.generator.days import FIRST_DAY, LAST_DAY, at_work, between, later
from sample_data.generator.people import Contact, Directory, new_contact
from sample_data.generator.plan import INDUSTRIES, PATHS, PathPlan

FRESH_FROM = LAST_DAY - timedelta(days=74)
SETTLED_UNTIL = LAST_DAY - timedelta(days=76)


@dataclass(frozen=True)
class Lead:
    """One lead with its whole story; a day that has not come is None.

    fate     : met, nurtured, lost or sold for a settled lead; fresh for one still in play.
    nurtured : days of nurturing touches, first to last.
    """

    contact: Contact
    path: str
    source: str
    owner: str
    created_at: datetime
    fate: str
    nurtured: tuple[date, ...] = ()
    asked: date | None = None
    refused: date | None = None
    sold: date | None = None
    product: str = ""
    lead_id: str = ""
    referrer_id: str | None = None
    customer_id: str | None = None


SOURCES = {
    "Networking": ("Chamber breakfast", "Builders' circle", "Landlord association evening", "Rotary lunch"),
    "Content": ("Blog: Five signs of a failing gutter", "Video: Flat roof check", "Newsletter", "Guide: Ice dams"),
    "Ads": ("Search ad: roof repair", "Search ad: gutters", "Social ad: before and after"),
    "Speaking": ("Talk: Roofs for landlords", "Podcast: Building Owners Hour", "Workshop: Winter-proof"),
    "Referral": ("Customer introduction",),
    "Outbound": ("Call list: flat roofs", "Letter: storm check"),
    "Walk-in": ("Yard visit", "Truck sign"),
}


def make_leads(directory: Directory) -> list[Lead]:
    """All leads by the day they came in, numbered L-0001 on."""
    rng = random.Random("gleaner leads")
    leads = [lead for plan in PATHS for lead in _of_path(rng, directory, plan)]
    leads.sort(key=lambda lead: (lead.created_at, lead.contact.person))
    return [replace(lead, lead_id=f"L-{number:04d}") for number, lead in enumerate(leads, start=1)]


def _of_path(rng: random.Random, directory: Directory, plan: PathPlan) -> list[Lead]:
    straight_lost = plan.straight - plan.straight_sold
    fates = (
        ["sold"] * plan.sold
        + ["lost"] * (plan.asked - plan.sold)
        + ["nurtured"] * (plan.nurtured - plan.asked)
        + ["straight sold"] * plan.straight_sold
        + ["straight lost"] * straight_lost
    )
    fates += ["met"] * (plan.settled - len(fates)) + ["fresh"] * plan.fresh
    mix = _industry_mix(fates)
    return [_story(rng, _new_lead(rng, directory, (plan.path, fate, mix[n]))) for n, fate in enumerate(fates)]


def _industry_mix(fates: list[str]) -> list[str]:
    """The same mix of industries at every fate of every path, so that no leak is explained by who came."""
    names = list(INDUSTRIES)
    shares = [INDUSTRIES[name].share for name in names]
    dealt = dict.fromkeys(names, 0.0)
    mix = []
    for count, _ in enumerate(fates, start=1):
        short = max(names, key=lambda name: shares[names.index(name)] * count - dealt[name])
        dealt[short] += 1
        mix.append(short)
    return mix


def _new_lead(rng: random.Random, directory: Directory, kind: tuple[str, str, str]) -> Lead:
    path, fate, industry = kind
    first, last = (FRESH_FROM, LAST_DAY) if fate == "fresh" else (FIRST_DAY, SETTLED_UNTIL)
    return Lead(
        contact=new_contact(directory, industry),
        path=path,
        source=rng.choice(SOURCES[path]),
        owner=rng.choices(words.SALESPEOPLE, (27, 25, 23, 19, 6))[0],
        created_at=at_work(rng, between(rng, first, last)),
        fate=fate,
        product=rng.choices(words.PRODUCTS, INDUSTRIES[industry].first)[0],
    )


def _story(rng: random.Random, lead: Lead) -> Lead:
    if lead.fate == "fresh":
        return _in_play(rng, lead)
    if lead.fate == "met":
        return lead
    born = lead.created_at.date()
    straight = lead.fate.startswith("straight")
    days = () if straight else _nurturing(rng, born)
    lead = replace(lead, nurtured=days, fate=lead.fate.removeprefix("straight "))
    if lead.fate == "nurtured":
        return lead
    asked = later(days[-1] if days else born, rng.uniform(3, 14))
    closed = later(asked, rng.triangular(6, 40, 16))
    if lead.fate == "sold":
        return replace(lead, asked=asked, sold=closed)
    # One refusal in five is never spoken: the prospect just stops answering.
    return replace(lead, asked=asked, refused=closed if rng.random() < 0.8 else None)


def _nurturing(rng: random.Random, born: date) -> tuple[date, ...]:
    days = [later(born, rng.uniform(1, 8))]
    for _ in range(rng.choice((0, 1, 1, 2))):
        days.append(later(days[-1], rng.uniform(3, 8)))
    return tuple(dict.fromkeys(days))


def _in_play(rng: random.Random, lead: Lead) -> Lead:
    """A lead of the last weeks: as far as its age allows, nobody refused or sold yet."""
    age = (LAST_DAY - lead.created_at.date()).days
    days = tuple(day for day in _nurturing(rng, lead.created_at.date()) if day <= LAST_DAY)
    if age < 8 or not days:
        return lead
    asks = rng.random() < (0.2 if lead.path == "Networking" else 0.7)
    asked = later(days[-1], rng.uniform(3, 14))
    return replace(lead, nurtured=days, asked=asked if asks and asked <= LAST_DAY else None)
