"""Owns the 400 customers: 240 from before, the others are leads who bought."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sample_data.generator.days import FIRST_DAY, between
from sample_data.generator.leads import SOURCES, Lead
from sample_data.generator.people import Contact, Directory, new_contact
from sample_data.generator.plan import (
    INDUSTRIES,
    LARGEST_CUSTOMER,
    LARGEST_SITES,
    OLD_CUSTOMER_COUNT,
    OLD_CUSTOMER_PATHS,
)

# The old customers came in these years, not long before the files begin.
CAME = (date(2021, 1, 4), date(2023, 10, 31))
# Their days were first drawn from more years: drawing from others would change every number of the sample.
DRAWN = (date(2014, 1, 6), date(2023, 10, 31))


@dataclass(frozen=True)
class Customer:
    """One customer; lead_id and first_sale only for those who came as a lead within the three years."""

    customer_id: str
    contact: Contact
    path: str
    source: str
    since: date
    referrer_id: str | None = None
    lead_id: str | None = None
    first_sale: date | None = None
    first_product: str | None = None
    do_not_contact: bool = False


def make_old_customers(directory: Directory) -> list[Customer]:
    """Customers won before the first day, oldest first; the first of them is the largest."""
    rng = random.Random("gleaner old customers")
    days = sorted(_moved(between(rng, *DRAWN)) for _ in range(OLD_CUSTOMER_COUNT))
    industries = _industries(rng)
    customers = []
    for number, day in enumerate(days):
        path = rng.choices(tuple(OLD_CUSTOMER_PATHS), tuple(OLD_CUSTOMER_PATHS.values()))[0]
        path = "Networking" if not number else path
        contact = new_contact(directory, industries[number])
        customer = Customer(f"{10001 + number}", contact, path, rng.choice(SOURCES[path]), day)
        referrer = rng.choice(customers).customer_id if path == "Referral" and customers else None
        customers.append(replace(customer, referrer_id=referrer, do_not_contact=rng.random() < 0.03))
    return [_largest(customers[0]), *customers[1:]]


def _moved(day: date) -> date:
    """The same place within the years in which the old customers came."""
    share = (day - DRAWN[0]) / (DRAWN[1] - DRAWN[0])
    moved = CAME[0] + share * (CAME[1] - CAME[0])
    return moved - timedelta(days=max(moved.weekday() - 4, 0))


def _industries(rng: random.Random) -> list[str]:
    names = list(INDUSTRIES)
    dealt = [name for name in names for _ in range(round(INDUSTRIES[name].share * OLD_CUSTOMER_COUNT))]
    dealt = (dealt + ["Homeowner"] * OLD_CUSTOMER_COUNT)[:OLD_CUSTOMER_COUNT]
    rng.shuffle(dealt)
    place = dealt.index("Property management")
    dealt[0], dealt[place] = dealt[place], dealt[0]
    return dealt


def _largest(customer: Customer) -> Customer:
    contact = replace(
        customer.contact,
        company=LARGEST_CUSTOMER,
        email=f"{customer.contact.email.split('@')[0]}@harborline.example",
        site_count=LARGEST_SITES,
    )
    return replace(customer, contact=contact)


def name_referrers(leads: list[Lead], old: list[Customer]) -> list[Lead]:
    """The leads, each referral with the customer who introduced it; a third come from customers won lately."""
    rng = random.Random("gleaner referrers")
    circle = rng.sample(old, 34)
    named: list[Lead] = []
    bought: list[Lead] = []
    for lead in leads:
        if lead.path == "Referral":
            recent = [one for one in bought if one.sold < lead.created_at.date()]
            second = recent and rng.random() < 0.3
            chosen = rng.choice(recent).customer_id if second else rng.choice(circle).customer_id
            lead = replace(lead, referrer_id=chosen)
        named.append(lead)
        if lead.path == "Referral" and lead.sold:
            bought.append(lead)
    return named


def number_buyers(leads: list[Lead]) -> list[Lead]:
    """The leads, those who bought with a customer number in the order of their first sale."""
    buyers = sorted((lead for lead in leads if lead.sold), key=lambda lead: (lead.sold, lead.lead_id))
    numbers = {lead.lead_id: f"{10001 + OLD_CUSTOMER_COUNT + place}" for place, lead in enumerate(buyers)}
    return [replace(lead, customer_id=numbers.get(lead.lead_id)) for lead in leads]


def customers_from(leads: list[Lead]) -> list[Customer]:
    """One customer for each lead who bought, in customer number order."""
    buyers = sorted((lead for lead in leads if lead.sold), key=lambda lead: lead.customer_id)
    return [
        Customer(
            customer_id=lead.customer_id,
            contact=lead.contact,
            path=lead.path,
            source=lead.source,
            since=max(lead.sold, FIRST_DAY),
            referrer_id=lead.referrer_id,
            lead_id=lead.lead_id,
            first_sale=lead.sold,
            first_product=lead.product,
        )
        for lead in buyers
    ]
