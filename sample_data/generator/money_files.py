"""Owns the invoices of the accounting tool."""

import random
from datetime import date

from sample_data.generator.order_story import Order
from sample_data.generator.people import Contact
from sample_data.generator.text import Sheet, Style, dollars, month_slashes, plain_money, text_file
from sample_data.generator.world import World

INVOICE_HEADERS = (
    "Invoice No",
    "Invoice Date",
    "Customer ID",
    "Customer",
    "E-mail",
    "Service",
    "Sales Rep",
    "Amount",
    "Job Cost",
    "Paid On",
)


def invoices_file(world: World, first: date, last: date) -> bytes:
    """Invoices from first to last (both counted): month first, dollars written in more than one way."""
    rng = random.Random(f"gleaner invoices {first}")
    names = {one.customer_id: one.contact for one in world.customers}
    rows = [_invoice_row(rng, one, names[one.customer_id]) for one in world.orders if first <= one.day <= last]
    return text_file(Sheet(INVOICE_HEADERS, rows), Style())


def _invoice_row(rng: random.Random, order: Order, contact: Contact) -> tuple:
    by_hand = rng.random() < 0.22
    without_id = contact.email is not None and rng.random() < 0.04
    return (
        order.order_id,
        month_slashes(order.day),
        None if without_id else order.customer_id,
        contact.display_name,
        contact.email,
        order.product,
        order.owner,
        plain_money(order.revenue_cents) if by_hand else dollars(order.revenue_cents),
        plain_money(order.cost_cents),
        month_slashes(order.paid),
    )
