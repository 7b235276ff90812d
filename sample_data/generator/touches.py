"""Owns the touches: every meeting, view, talk, ask, sale and no of a known person, on two logs."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from sample_data.generator.days import FIRST_DAY, LAST_DAY, at_work, later
from sample_data.generator.leads import Lead

FIRST_ACTION = {
    "Networking": "met",
    "Speaking": "heard us speak",
    "Referral": "introduced",
    "Outbound": "first contact",
    "Walk-in": "walked in",
}
WEB_PATHS = ("Content", "Ads")
NURTURING = ("talked", "emailed", "site visit", "met for coffee")
TALKS = ("Roofs for landlords", "Winter-proof workshop", "Building Owners Hour")
CROSSING_COUNT = 26


@dataclass(frozen=True)
class Touch:
    """One event of one lead; log is crm or web."""

    lead: Lead
    at: datetime
    path: str
    link: str
    action: str
    content: str
    log: str = "crm"


def make_touches(leads: list[Lead]) -> list[Touch]:
    """All touches by time."""
    rng = random.Random("gleaner touches")
    touches = [touch for lead in leads for touch in (*_entry(rng, lead), *_nurturing(rng, lead), *_end(rng, lead))]
    touches += _crossings(rng, leads)
    return sorted(touches, key=lambda touch: (touch.at, touch.lead.lead_id, touch.action))


def person_key(lead: Lead) -> str:
    """What the logs call a person: the e-mail, or the lead id where there is none."""
    return lead.contact.email or lead.lead_id


def _entry(rng: random.Random, lead: Lead) -> list[Touch]:
    if lead.path not in WEB_PATHS:
        action = FIRST_ACTION[lead.path]
        return [Touch(lead, lead.created_at, lead.path, "lead_generation", action, lead.source)]
    before = [_earlier(lead, rng.uniform(0.01, 0.2)) for _ in range(rng.choice((0, 1, 1, 2)))]
    viewed = [Touch(lead, at, lead.path, "lead_generation", "viewed", lead.source, "web") for at in before]
    return [*viewed, Touch(lead, lead.created_at, lead.path, "lead_generation", "gave contact", lead.source, "web")]


def _earlier(lead: Lead, days: float) -> datetime:
    """A moment so many days before the lead came in, but not before the first day."""
    return max(lead.created_at - timedelta(days=days), datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 7))


def _nurturing(rng: random.Random, lead: Lead) -> list[Touch]:
    touches = []
    for number, day in enumerate(lead.nurtured):
        web = lead.path in WEB_PATHS and number > 0 and rng.random() < 0.6
        action = rng.choice(("watched", "engaged")) if web else rng.choice(NURTURING)
        content = "Newsletter" if web else rng.choice(TALKS) if lead.path == "Speaking" else ""
        log = "web" if web else "crm"
        touches.append(Touch(lead, at_work(rng, day), lead.path, "nurturing", action, content, log))
    return touches


def _end(rng: random.Random, lead: Lead) -> list[Touch]:
    touches = []
    if lead.asked:
        touches.append(Touch(lead, at_work(rng, lead.asked), lead.path, "ask", "asked", lead.product))
    if lead.sold:
        touches.append(Touch(lead, at_work(rng, lead.sold), lead.path, "sale", "signed", lead.product))
    if lead.refused:
        touches.append(Touch(lead, at_work(rng, lead.refused), lead.path, "no", "said no", ""))
        again = later(lead.refused, rng.uniform(40, 90))
        if rng.random() < 0.3 and again <= LAST_DAY:
            touches.append(Touch(lead, at_work(rng, again), lead.path, "nurturing", "emailed", "Check-in"))
    return touches


def _crossings(rng: random.Random, leads: list[Lead]) -> list[Touch]:
    """People of other paths who had seen our content a while before they came in."""
    others = [lead for lead in leads if lead.path not in WEB_PATHS and lead.nurtured and lead.contact.email]
    return [
        Touch(
            lead,
            _earlier(lead, rng.uniform(3, 30)),
            "Content",
            "lead_generation",
            "viewed",
            "Blog: Five signs of a failing gutter",
            "web",
        )
        for lead in rng.sample(others, CROSSING_COUNT)
    ]
