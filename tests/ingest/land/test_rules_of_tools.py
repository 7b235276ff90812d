"""Rules of a tool stand beside the rules of every list of sales: neither takes the other's place."""

import csv
from pathlib import Path

from tests.ingest.land.landing import load

XERO = Path(__file__).parents[2] / "spreadsheets" / "orders" / "xero_invoices.csv"


def test_a_suppliers_bill_among_xero_invoices_is_no_sale(tmp_path):
    with XERO.open(encoding="utf-8-sig", newline="") as stream:
        header, *rows = csv.reader(stream)
    place = header.index("Type")
    sale = next(row for row in rows if row[place].lower() in {"accrec", "sales invoice", "invoice"})
    bill = [*sale]
    bill[place], bill[header.index("*InvoiceNumber")] = "ACCPAY", "BILL-1"
    lines = [header, [*sale[:place], "ACCREC", *sale[place + 1 :]], bill]
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines) + "\n"
    landed = load(tmp_path, text, "xero.csv")
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (1, {"not_a_sale": 1})


def test_an_address_that_bounced_did_not_unsubscribe(tmp_path):
    header = "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,{},LEID\n"
    row = "ann@x.example,Ann,Lee,2,2026-01-05 10:00:00,2026-03-01 09:00:00,1\n"
    for mark, status in (("UNSUB_TIME", "Unsubscribed"), ("CLEAN_TIME", "Bounced")):
        assert load(tmp_path, header.format(mark) + row, "audience.csv").rows("status") == [(status,)]


def test_a_gift_card_on_the_first_line_of_an_order_does_not_take_the_rest_of_it_away(tmp_path):
    header = (
        "Name,Email,Financial Status,Total,Refunded Amount,Created at,Lineitem quantity,Lineitem name,Payment Method"
    )
    text = f"""{header}
#1,ann@x.example,paid,82.00,0.00,2026-05-01 10:00:00 +0200,1,Gift Card - 50.00,Klarna
#1,ann@x.example,,,,,1,Mug,
#2,bob@x.example,paid,50.00,0.00,2026-05-03 10:00:00 +0200,1,Lamp,gift_card
"""
    landed = load(tmp_path, text, "orders_export.csv")
    assert landed.receipt.sums["revenue_amount"]["used"] == "132.00"
    assert (landed.receipt.rows_used, landed.receipt.set_aside) == (3, {})


def test_the_phone_of_the_address_stands_for_an_empty_phone_in_orders_of_a_shop(tmp_path):
    text = """Name,Email,Financial Status,Total,Created at,Lineitem name,Billing Name,Billing Phone,Phone
#1,ann@x.example,paid,82.00,2026-05-01 10:00:00 +0200,Mug,Ann Lee,+49 1511 234567,
#2,,paid,50.00,2026-05-03 10:00:00 +0200,Lamp,Ann Lee,,+49 1511 234567
"""
    assert load(tmp_path, text, "orders_export.csv").rows("phone") == [("+49 1511 234567",)] * 2
