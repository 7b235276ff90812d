"""An export of tickets is one of sales where each row has a price and a buyer, else of who came."""

from tests.ingest.land.landing import load

SOLD = """Order ID,Order date,Buyer first name,Buyer last name,Buyer email,Ticket type,Guest,Ticket price,Ticket status
O-1,2026-01-08,Eva,Roth,eva@example.com,Adult,Mary Poll,15.00,Valid
O-2,2026-01-16,Cy,Wu,cy@example.com,Adult,Bo Gray,15.00,Void
O-3,2026-02-20,Eva,Roth,eva@example.com,Child,Tim Roth,7.50,Valid
"""


def test_tickets_with_prices_and_buyers_are_sales(tmp_path):
    landed = load(tmp_path, SOLD, "tickets.csv")
    assert landed.receipt.sheet_type == "orders"
    assert [tuple(map(str, row)) for row in landed.rows("email", "revenue_amount", "product")] == [
        ("eva@example.com", "15.00", "Adult"),
        ("eva@example.com", "7.50", "Child"),
    ]


def test_tickets_that_cost_nothing_tell_who_came(tmp_path):
    free = SOLD.replace("15.00", "0.00").replace("7.50", "0.00")
    assert load(tmp_path, free, "tickets.csv").receipt.sheet_type == "touches"


def test_the_owners_word_makes_sold_tickets_attendance(tmp_path):
    assert load(tmp_path, SOLD, "tickets.csv", as_type="touches").receipt.sheet_type == "touches"
