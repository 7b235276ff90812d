"""Owns the customer list of the accounting tool and the lead list of the CRM."""

import random

from sample_data.generator.crm import lead_email, lead_phone, linked_by, status
from sample_data.generator.customers import Customer
from sample_data.generator.deal_story import guess_cents
from sample_data.generator.leads import Lead
from sample_data.generator.text import Sheet, Style, day_dots, dollars, iso_minute, text_file
from sample_data.generator.world import World

CUSTOMER_HEADERS = (
    "Customer No",
    "Customer",
    "First name",
    "E-mail",
    "Phone",
    "Street",
    "Town",
    "Postcode",
    "State",
    "Country",
    "Sector",
    "Buildings",
    "How they found us",
    "Source detail",
    "Referred by",
    "Do not contact",
    "Customer since",
)
LEAD_HEADERS = (
    "Lead ID",
    "Lead name",
    "Company",
    "Email",
    "Phone Number",
    "Street Address",
    "City",
    "Postal Code",
    "Lead Source",
    "Lead Source Detail",
    "Lead Owner",
    "Create Date",
    "Industry",
    "Number of buildings",
    "Interested in",
    "Estimated value",
    "Need",
    "Willingness",
    "Resources",
    "Referred by",
    "Lead Status",
    "Converted Account ID",
)


def customers_file(world: World) -> bytes:
    """customers.csv: semicolons, windows-1252, days first, as the bookkeeper's machine writes it."""
    rng = random.Random("gleaner customers file")
    rows = [_customer_row(one, rng.random() < 0.07) for one in world.customers]
    return text_file(Sheet(CUSTOMER_HEADERS, rows), Style(delimiter=";", encoding="cp1252"))


def _customer_row(one: Customer, sites_unknown: bool) -> tuple:
    contact = one.contact
    return (
        one.customer_id,
        contact.display_name,
        contact.first_name,
        contact.email,
        contact.phone,
        contact.street,
        contact.city,
        contact.postcode,
        contact.state,
        "USA",
        contact.industry,
        None if sites_unknown else contact.site_count,
        one.path,
        one.source,
        one.referrer_id,
        "Yes" if one.do_not_contact else "No",
        day_dots(one.since),
    )


def leads_file(world: World) -> bytes:
    """leads.csv: every cell quoted, UTF-8 with a byte order mark, ISO times."""
    rng = random.Random("gleaner leads file")
    ways = linked_by(world.leads)
    rows = [_lead_row(rng, lead, (world, ways.get(lead.lead_id, ""))) for lead in world.leads]
    return text_file(Sheet(LEAD_HEADERS, rows), Style(encoding="utf-8-sig", quote_all=True))


def _lead_row(rng: random.Random, lead: Lead, known: tuple[World, str]) -> tuple:
    world, way = known
    contact = lead.contact
    answers = world.answers[lead.lead_id]
    planted = lead.lead_id in (*world.clear.opportunities, *world.clear.one_offs)
    amount = guess_cents(rng, contact, lead.product)
    shows_amount, shows_sites = planted or rng.random() < 0.7, planted or rng.random() > 0.1
    return (
        lead.lead_id,
        contact.person,
        contact.company,
        lead_email(lead, way),
        lead_phone(lead, way),
        contact.street,
        contact.city,
        contact.postcode,
        lead.path,
        lead.source,
        lead.owner,
        iso_minute(lead.created_at),
        contact.industry,
        contact.site_count if shows_sites else None,
        lead.product,
        dollars(amount) if shows_amount else None,
        answers.need,
        answers.willingness,
        answers.resources,
        lead.referrer_id,
        status(lead),
        lead.customer_id if way == "id" else None,
    )
